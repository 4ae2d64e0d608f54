"""The head of a template's page: what it is, whether it is kept, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.views.desk import Desk
from desktop.views.templates.editor import TemplateEditor, TemplateView
from desktop.views.templates.words import facts_of, title_of
from desktop.views.widgets.base import row, space
from desktop.views.widgets.button import Button, ButtonKind, LinkButton
from desktop.views.widgets.label import muted, small, title


class TemplateHead(QWidget):
    """Title, facts, and the buttons that work now; a blocked one says why.

    Signals:
        left: back to the list.
        save_wanted, discard_wanted, withdraw_wanted.
        own_wanted: a text for one customer, made from this one.
    """

    left = Signal()
    save_wanted = Signal()
    discard_wanted = Signal()
    withdraw_wanted = Signal()
    own_wanted = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._back = LinkButton("", icon_name="arrow-left")
        self._title = title(elide=True)
        self._facts = muted(elide=True)
        self._kept = small()
        self._own = Button("", icon_name="user")
        self._withdraw = Button("", ButtonKind.DANGER)
        self._discard = Button("", icon_name="undo-2")
        self._save = Button("", ButtonKind.PRIMARY)
        for name, part, signal in (
            ("templateBack", self._back, self.left),
            ("templateOwn", self._own, self.own_wanted),
            ("templateWithdraw", self._withdraw, self.withdraw_wanted),
            ("templateDiscard", self._discard, self.discard_wanted),
            ("templateSave", self._save, self.save_wanted),
        ):
            part.setObjectName(name)
            part.clicked.connect(signal)
        self._title.setObjectName("templateName")
        box = QVBoxLayout(self)
        box.addLayout(row(self._back, None, self._kept, gap=16))
        line = row(self._title, self._own, self._withdraw, self._discard, self._save, gap=8)
        line.setStretch(0, 1)
        box.addLayout(line)
        box.addWidget(self._facts)
        space(box, 0, gap=4)
        self.retranslate()

    def retranslate(self) -> None:
        """Set the fixed texts again."""
        self._back.setText(self.tr("All templates"))
        self._own.setText(self.tr("Own text for a customer …"))
        self._withdraw.setText(self.tr("Withdraw"))
        self._discard.setText(self.tr("Discard changes"))

    def show_template(self, view: TemplateView, editor: TemplateEditor) -> None:
        """Show what can be done in the state of the moment."""
        line, formats = view.file.line, self._desk.formats
        self._title.setText(editor.draft.content.title.strip() or title_of(line, formats))
        self._facts.setText(facts_of(line))
        number = formats.number(line.current.number + 1)
        self._save.setText(self.tr("Save as version {}").format(number))
        self._own.setVisible(view.may_edit and line.ref.customer_id is None and not line.is_new)
        stays = line.is_built_in or line.is_new or not line.current.offered
        self._withdraw.setVisible(view.may_edit and not stays)
        self._discard.setVisible(view.may_edit and editor.is_changed and line.current.offered)
        self._show_save(view, editor)

    def _show_save(self, view: TemplateView, editor: TemplateEditor) -> None:
        if not view.may_edit:
            self._save.block(self.tr("Only a supervisor changes templates"))
        elif editor.is_behind:
            self._save.block(self.tr("A colleague has saved a version meanwhile"))
        elif not editor.is_changed:
            self._save.block(self.tr("Nothing has been changed"))
        else:
            self._save.unblock()

    def show_kept(self, words: str) -> None:
        """Say whether what was typed is kept."""
        self._kept.setText(words)
