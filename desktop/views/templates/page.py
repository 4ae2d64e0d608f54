"""The editor of one template: its fields, the phone, and all its versions."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from desktop.models.changes import Change
from desktop.models.records.templates import TemplateDraft, TemplateVersion
from desktop.models.template_content import (
    ContentField,
    ContentProblem,
    ContentProblemKind,
    TemplateRef,
)
from desktop.views.desk import Desk
from desktop.views.error_text import error_text
from desktop.views.page import Page
from desktop.views.templates.editor import TemplateEditor, TemplateView
from desktop.views.templates.form import TemplateForm
from desktop.views.templates.head import TemplateHead
from desktop.views.templates.notice import TemplateNotice
from desktop.views.templates.preview import TemplatePreview
from desktop.views.templates.starting import Starting
from desktop.views.templates.versions import VersionList
from desktop.views.templates.words import version_name
from desktop.views.text_checks import Cost
from desktop.views.theme import px
from desktop.views.widgets.base import row, space
from desktop.views.widgets.empty_state import ErrorState
from desktop.views.widgets.scroll import ScrollArea
from desktop.views.widgets.undo_bar import UndoBar

_ROOM_FOR_THREE = 1_120
_VERSIONS = 312
_NO_REASON = ContentProblem(ContentField.REASON, ContentProblemKind.MISSING)


class TemplatePage(Page):
    """One template. ``open_template`` says which."""

    holds_work = True
    cares_for = frozenset({Change.TEMPLATES, Change.SETTINGS, Change.CUSTOMERS, Change.SIMS})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("template_page")
        self._shown: TemplateRef | None = None
        self._undo: TemplateDraft | None = None
        self._undo_saves = False
        self._tell = ""
        self.editor = TemplateEditor(desk, self)
        self._head = TemplateHead(desk)
        self._notice = TemplateNotice(desk)
        self._form = TemplateForm()
        self._preview = TemplatePreview(desk)
        self._versions = VersionList()
        self._missing = ErrorState()
        self._undo_bar = UndoBar(self)
        self._starting = Starting(desk, self)
        self._lay_out()
        self._connect()
        self._show_body(visible=False)

    def _lay_out(self) -> None:
        content = QWidget()
        box = QVBoxLayout(content)
        self._inner = row(gap=32)
        self._inner.addWidget(self._form, 1)
        self._inner.addWidget(self._preview)
        self._outer = row(gap=32)
        self._outer.addLayout(self._inner, 1)
        self._right = QWidget()
        beside = QVBoxLayout(self._right)
        beside.addWidget(self._form.reason_field)
        beside.addWidget(self._versions, 1)
        space(beside, 0, gap=24)
        self._outer.addWidget(self._right)
        for part in (self._missing, self._head, self._notice):
            box.addWidget(part)
        box.addLayout(self._outer)
        box.addStretch(1)
        space(box, 32, 16, 32, 32, gap=16)
        self._scrolled = ScrollArea.around(content, self)
        for part in (self._missing, self._notice):
            part.hide()

    def _connect(self) -> None:
        editor, head = self.editor, self._head
        editor.changed.connect(self._show)
        editor.kept.connect(self._show_kept)
        editor.saved.connect(self._note_saved)
        editor.withdrawn.connect(self._note_withdrawn)
        editor.failed.connect(self._fail)
        editor.missing.connect(self._miss)
        head.left.connect(self._leave)
        head.save_wanted.connect(self.save)
        head.discard_wanted.connect(self._discard)
        head.withdraw_wanted.connect(self._withdraw)
        head.own_wanted.connect(self._begin_own)
        self._form.edited.connect(editor.change)
        self._form.form_chosen.connect(self._show)
        self._versions.taken.connect(self._take_version)
        self._notice.going_on.connect(editor.go_on)
        self._notice.renewed.connect(self._show)
        self._missing.retried.connect(self.reload)
        self._undo_bar.undone.connect(self._take_back)
        self.desk.person.changed.connect(editor.begin_anew)
        for keys, act in (("Ctrl+S", self.save), ("Esc", self._leave)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the versions below the text where there is no room beside it."""
        super().resizeEvent(event)
        beside = event.size().width() >= px(_ROOM_FOR_THREE)
        directions = QBoxLayout.Direction
        self._outer.setDirection(directions.LeftToRight if beside else directions.TopToBottom)
        self._right.setMinimumWidth(px(_VERSIONS) if beside else 0)
        self._right.setMaximumWidth(px(_VERSIONS) if beside else px(2 * _VERSIONS))

    # ---------------------------------------------------------------- from outside

    def open_template(self, ref: TemplateRef) -> None:
        """Show a template."""
        if ref != self._shown:
            self._shown, self._tell = None, ""
            self._missing.hide()
            self._undo_bar.dismiss()
            self._show_body(visible=False)
        self.editor.open(ref)

    def leave(self) -> None:
        """Keep what was typed."""
        self.editor.keep()

    @property
    def is_keeping(self) -> bool:
        return self.editor.is_keeping

    def reload(self) -> None:
        """Read the template again; what was typed stays."""
        self.editor.reload()

    def retranslate(self) -> None:
        self._head.retranslate()
        self._versions.retranslate()
        self._show()

    # ---------------------------------------------------------------- showing

    def _show_body(self, *, visible: bool) -> None:
        for part in (self._head, self._form, self._preview, self._right):
            part.setVisible(visible)
        if not visible:
            self._notice.hide()

    def _show(self) -> None:
        view = self.editor.view
        if view is None:
            return
        if self._shown != view.file.line.ref:
            self._begin(view)
        draft, formats = self.editor.draft, self.desk.formats
        self._form.show_draft(draft, editable=view.may_edit)
        self._form.show_problems(self._problems(), formats)
        longest = self._preview.show_text(view, self._form.shown_text)
        price = view.gateway.price_per_part_tenth_cents
        cost = Cost(1, longest.facts.measured.parts, price)
        self._form.measure.show_facts(longest.facts, cost, formats, longest.whose)
        self._versions.show_versions(view.file.versions, formats, editable=view.may_edit)
        self._head.show_template(view, self.editor)
        self._notice.show_for(view, self.editor)
        self._tell_done()

    def _begin(self, view: TemplateView) -> None:
        self._shown = view.file.line.ref
        self._notice.forget()
        self._missing.hide()
        self._show_body(visible=True)
        self._form.begin(view.file.line, self.desk.formats)
        kept = view.file.draft
        when = self.desk.formats.moment(kept.saved_at) if kept is not None else ""
        self._head.show_kept(self.tr("Not saved yet, typed {}").format(when) if when else "")
        self._form.focus_first()

    def _problems(self) -> tuple[ContentProblem, ...]:
        reason = () if self.editor.draft.reason.strip() else (_NO_REASON,)
        return (*self.editor.problems, *reason)

    def _show_kept(self) -> None:
        now = self.desk.formats.time(self.desk.services.database.clock())
        changed = self.editor.is_changed
        self._head.show_kept(self.tr("Draft kept {}").format(now) if changed else "")

    def _fail(self, error: BaseException) -> None:
        self._notice.keep_error(error)
        self._show()

    def _miss(self, error: BaseException) -> None:
        told = error_text(error)
        self._missing.say(told.sentence, told.hint, told.details)
        self._missing.show()
        self._show_body(visible=False)
        self._shown = None

    # ---------------------------------------------------------------- acting

    def save(self) -> None:
        """Make what is typed the version that holds; lead to what is missing before."""
        view = self.editor.view
        if view is None or not view.may_edit or self.editor.is_behind:
            return
        if self.editor.is_changed and self._may_go_on(self._problems()):
            self._undo = TemplateDraft(view.file.current.content)
            self.editor.save()

    def _may_go_on(self, problems: tuple[ContentProblem, ...]) -> bool:
        self._form.ask()
        self._form.show_problems(problems, self.desk.formats)
        if problems:
            self._scrolled.ensureWidgetVisible(self._form.focus_on(problems[0]))
        return not problems

    def _withdraw(self) -> None:
        view = self.editor.view
        reason = self.editor.draft.reason
        if view is not None and self._may_go_on(() if reason.strip() else (_NO_REASON,)):
            self._undo = TemplateDraft(view.file.current.content)
            self.editor.withdraw(reason)

    def _discard(self) -> None:
        self._offer_undo(self.editor.draft, self.tr("Changes discarded."))
        self.editor.discard()

    def _take_version(self, version: TemplateVersion) -> None:
        name = version_name(version)
        told = self.tr("The text of “{}” stands in the fields; saved, it holds.").format(name)
        self._offer_undo(self.editor.draft, told)
        self.editor.take_version(version, self.tr("Back to: {}").format(name))

    def _begin_own(self) -> None:
        view = self.editor.view
        if view is not None:
            self._starting.begin_own(view.file.line)

    def _leave(self) -> None:
        self.desk.navigator.page_wanted.emit("templates")

    # ---------------------------------------------------------------- undo

    def _offer_undo(self, before: TemplateDraft, told: str) -> None:
        self._undo, self._undo_saves = before, False
        self._undo_bar.show_message(told, undo=True)

    def _note_saved(self, number: int) -> None:
        self._tell = self.tr("Saved as version {}.").format(self.desk.formats.number(number))
        self._head.show_kept("")

    def _note_withdrawn(self) -> None:
        self._tell = self.tr("Withdrawn: agents are no longer offered it.")
        self._head.show_kept("")

    def _tell_done(self) -> None:
        """Tell of what was saved as soon as it has been read again, so that it can be undone."""
        if self._tell:
            before = self._undo
            self._undo_saves = True
            can_undo = before is not None and bool(before.content.text)
            self._undo_bar.show_message(self._tell, undo=can_undo)
            self._tell = ""

    def _take_back(self) -> None:
        before, current = self._undo, self.editor.current
        if before is None or current is None:
            return
        self._undo = None
        if not self._undo_saves:
            self.editor.change(before)
            return
        reason = self.tr("{} taken back").format(version_name(current))
        self.editor.change(replace(before, based_on=current.number, reason=reason))
        self.editor.save()
