"""SMS templates in the window: written, told of a colleague's version, and never lost."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desktop.models.records.templates import TemplateDraft, TemplateFile
from desktop.models.settings import SimSettings
from desktop.models.states import DispatchKind
from desktop.models.template_content import TemplateContent, TemplateRef
from desktop.services.storage.database import Database
from desktop.services.storage.settings import SettingsStore
from desktop.services.template_lists import TemplateLists
from desktop.views.templates.page import TemplatePage
from desktop.views.widgets.button import Button
from desktop.views.widgets.check_list import CheckList
from desktop.views.widgets.desk_table import DeskTable
from desktop.views.widgets.template_edit import TemplateEdit
from tests.services.houses import add_customer, add_service
from tests.support.window import AGENT, Person, opened_desk

SHORT = TemplateRef("de", "reminder_short")
SECOND = "Jana Kofler"
REMINDER = DispatchKind.SIGNUP_REMINDER
THEIRS = "{customer}: Text von Jana. Ende: {stop}"


@pytest.fixture
def database(migrated_sqlite_url: str) -> Iterator[Database]:
    opened = Database(migrated_sqlite_url)
    with opened.write() as session:
        add_service(session, add_customer(session, "Bar Kovač", "K2"), number="D2")
        add_service(session, add_customer(session))
    supervisors = SimSettings(supervisors=f"{AGENT}, {SECOND}")
    SettingsStore(opened).save("sims", supervisors, SECOND)
    yield opened
    opened.close()


class Author:
    """Somebody at the editor of a template."""

    def __init__(self, person: Person) -> None:
        self.person = person

    def opens(self, ref: TemplateRef) -> None:
        self.person.app.desk.navigator.template_wanted.emit(ref)
        self.person.sees("templateText")
        self.person.settles()

    @property
    def field(self) -> TemplateEdit:
        field = self.person.sees("templateText")
        assert isinstance(field, TemplateEdit)
        return field

    def writes(self, text: str) -> None:
        """Type at the end of the text."""
        self.person.window.activateWindow()  # after a dialog nobody else does it here
        self.field.setFocus()
        self.field.moveCursor(QTextCursor.MoveOperation.End)
        QTest.keyClicks(self.field, text)

    def types(self, name: str, text: str) -> None:
        field = self.person.sees(name)
        assert isinstance(field, QLineEdit)
        field.setFocus()
        field.selectAll()
        QTest.keyClicks(field, text)

    def presses(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> None:
        focused = QApplication.focusWidget()
        QTest.keyClick(focused or self.person.window, key, modifiers)
        self.person.settles()

    def saves(self) -> None:
        self.presses(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)

    def file(self, ref: TemplateRef = SHORT) -> TemplateFile:
        return self.person.app.services.template_lists.file(ref, AGENT)

    def reads(self, name: str) -> str:
        labels = self.person.sees(name).findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    def second_saves(self, based_on: int) -> None:
        draft = TemplateDraft(TemplateContent("", THEIRS), based_on, "kürzer")
        self.person.app.services.template_editing.save(SHORT, REMINDER, draft, SECOND)
        self.person.settles()


@pytest.fixture
def author(qtbot: QtBot, database: Database, tmp_path: Path) -> Iterator[Author]:
    with opened_desk(qtbot, database, tmp_path) as person:
        yield Author(person)


def has_focus(widget: QWidget) -> bool:
    return widget.hasFocus()


def test_that_a_template_is_reached_from_the_settings_written_saved_and_taken_back_by_key(
    author: Author,
) -> None:
    person = author.person
    person.app.desk.navigator.page_wanted.emit("settings")
    person.settles()
    QTest.keyClick(person.sees("to_templates"), Qt.Key.Key_Space)
    person.settles()
    table = person.sees("templates")
    assert isinstance(table, DeskTable)
    model = table.model()
    assert isinstance(model, QAbstractItemModel)
    QAbstractItemModelTester(model)
    table.setCurrentIndex(model.index(1, 0))
    QTest.keyClick(table, Qt.Key.Key_Return)
    person.settles()
    before = author.file().current.content

    author.writes(" Danke!")
    author.saves()
    reason = person.sees("templateReason")
    assert has_focus(reason)
    QTest.keyClicks(reason, "freundlicher")
    author.saves()

    saved = author.file()
    assert saved.current.content.text == before.text + " Danke!"
    assert saved.current.content.du == before.du
    assert (saved.current.number, saved.current.reason) == (1, "freundlicher")
    assert saved.draft is None
    person.clicks("undo")
    person.settles()
    assert author.file().current.content == before
    assert author.file().current.number == 2
    author.presses(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert person.window.current_page == "templates"


def test_that_the_second_of_two_supervisors_is_told_and_keeps_every_word(author: Author) -> None:
    author.opens(SHORT)
    author.writes(" Meins.")
    author.types("templateReason", "anders")
    mine = author.field.template()

    author.second_saves(0)

    assert "Jana Kofler has saved version 1 meanwhile: “kürzer”." in author.reads("templateBanner")
    assert author.field.template() == mine
    save = author.person.sees("templateSave")
    assert isinstance(save, Button)
    assert not save.isEnabled()
    author.person.clicks("bannerAction")
    author.saves()
    first, second, _ = author.file().versions
    assert (first.number, first.content.text) == (2, mine)
    assert second.content.text == THEIRS


def test_that_what_was_typed_is_there_again_and_can_be_given_up(author: Author) -> None:
    author.opens(SHORT)
    before = author.field.template()
    author.writes(" Halb")
    author.presses(Qt.Key.Key_Escape, Qt.KeyboardModifier.NoModifier)
    draft = author.file().draft
    assert draft is not None
    assert draft.content.text == before + " Halb"

    author.opens(TemplateRef("en", "reminder_short"))
    author.opens(SHORT)

    assert author.field.template() == before + " Halb"
    author.person.clicks("templateDiscard")
    author.person.settles()
    assert author.field.template() == before
    assert author.file().draft is None
    author.person.clicks("undo")
    assert author.field.template() == before + " Halb"


def test_that_what_is_wrong_is_told_at_its_field_and_never_saved(author: Author) -> None:
    author.opens(SHORT)
    author.writes(" {kunde}")
    author.types("templateReason", "x")

    author.saves()

    assert "There is no placeholder called “kunde”" in author.field.accessibleDescription()
    assert has_focus(author.field)
    assert author.file().current.number == 0


def test_that_an_older_version_is_taken_into_the_fields_and_saved_as_the_newest(
    author: Author,
) -> None:
    author.second_saves(0)
    author.opens(SHORT)
    assert author.field.template() == THEIRS

    author.person.clicks("takeVersion0")
    author.saves()

    newest, *_ = author.file().versions
    assert (newest.number, newest.reason) == (2, "Back to: As built in")
    assert newest.content == author.file().versions[-1].content


def test_that_length_and_cost_are_those_of_the_service_with_the_longest_text(
    author: Author,
) -> None:
    author.opens(SHORT)

    costs = author.reads("textCosts")
    checks = author.person.sees("textChecks")

    assert "Bar Kovač, News D2" in costs
    assert "1 SMS × 2 parts × €0.080 €0.16" in costs
    assert isinstance(checks, CheckList)
    assert "Short parts because of č. The data of the customer bring it in" in checks.sentences


def test_that_a_customer_gets_a_text_of_its_own_beside_that_for_all(author: Author) -> None:
    author.opens(SHORT)
    author.person.clicks("templateOwn")
    author.types("startCustomer", "wink")
    author.person.settles()
    author.person.clicks("acceptStart")
    author.person.settles()

    assert "Autohaus Winkler" in author.reads("template_page")
    author.writes(" Ihr Autohaus")
    author.types("templateReason", "Wunsch des Kunden")
    author.saves()

    lines = author.person.app.services.template_lists.lines(AGENT)
    (line,) = [one for one in lines if one.customer]
    assert line.current.number == 1
    assert author.file().current.number == 0


def test_that_an_agent_reads_templates_and_changes_none(author: Author, database: Database) -> None:
    SettingsStore(database).save("sims", SimSettings(supervisors=SECOND), SECOND)
    author.opens(SHORT)

    assert "Only supervisors change templates." in author.reads("templateBanner")
    assert not author.field.isEnabled()
    assert not author.person.sees("templateSave").isEnabled()
    author.person.clicks("bannerAction")
    assert author.person.window.current_page == "settings"


def test_that_what_is_typed_last_outlives_the_closing_of_the_window(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    with opened_desk(qtbot, database, tmp_path) as person:
        author = Author(person)
        author.opens(SHORT)
        author.writes(" Ende")
    assert _kept(database).endswith(" Ende")


def test_that_closing_waits_for_a_draft_that_is_being_kept(
    qtbot: QtBot, database: Database, tmp_path: Path
) -> None:
    with opened_desk(qtbot, database, tmp_path) as person:
        author = Author(person)
        author.opens(SHORT)
        author.writes(" Anfang")
        page = person.sees("template_page")
        assert isinstance(page, TemplatePage)
        page.editor.keep()
        author.writes(" Ende")
    assert _kept(database).endswith(" Anfang Ende")


def _kept(database: Database) -> str:
    again = Database(str(database.engine.url))
    try:
        draft = TemplateLists(again).file(SHORT, AGENT).draft
    finally:
        again.close()
    assert draft is not None
    return draft.content.text
