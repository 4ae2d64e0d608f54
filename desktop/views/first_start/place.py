"""Where the data lie: on this computer, in a demonstration, or in the database of a team."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from threading import Event

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from desktop.models.setup import PlaceKind, Setup, TeamDatabase
from desktop.views.first_start.asking import AskRow
from desktop.views.first_start.base import SetupStep
from desktop.views.first_start.begin import SetupBegin, TryTeam
from desktop.views.tasks import TaskRunner
from desktop.views.theme import StateKind, px
from desktop.views.widgets.base import space
from desktop.views.widgets.fields import FormField, LineEdit, RadioRow
from desktop.views.widgets.filter_chip import Option
from desktop.views.widgets.label import small

_FIELD_WIDTH = 520


class PlaceStep(SetupStep):
    """Which database.

    Signals:
        chosen: another kind of place.
    """

    key = "place"
    chosen = Signal()

    def __init__(self, tasks: TaskRunner, try_team: TryTeam, begin: SetupBegin) -> None:
        super().__init__()
        self._tasks, self._try_team, self._begin = tasks, try_team, begin
        self._address, self._password = LineEdit(), LineEdit()
        self._address.setObjectName("setup_address")
        self._address.setPlaceholderText("postgresql://desk@server/desk")
        self._password.setObjectName("setup_password")
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._address_field = FormField("", self._address)
        self._password_field = FormField("", self._password)
        self._no_keyring = small(wrap=True)
        self._no_keyring.setObjectName("setup_no_keyring")
        self._no_keyring.setVisible(not begin.keeps_passwords)
        self._test = AskRow("wifi", "setup_test_database", "setup_database_result")
        self._radios = RadioRow()
        self._team = QWidget()
        box = QVBoxLayout(self._team)
        for part in (self._address_field, self._password_field, self._no_keyring):
            box.addWidget(part)
        box.addWidget(self._test)
        self._box = box
        self.column.addWidget(self._radios, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self._team)
        self._kind = begin.place.kind
        self._address.setText(begin.place.address)
        self._test.asked.connect(self._begin_test)
        for field in (self._address, self._password):
            field.textEdited.connect(self._test.forget)
        self.retranslate()
        self.restyle()

    def restyle(self) -> None:
        space(self._box, 24, 8, 0, 0, gap=8)
        for field in (self._address, self._password):
            field.setFixedWidth(px(_FIELD_WIDTH))

    def retranslate(self) -> None:
        options = [
            Option(PlaceKind.LOCAL.value, self.tr("On this computer, for one person")),
            Option(
                PlaceKind.DEMO.value,
                self.tr("A demonstration with invented data, thrown away afterwards"),
            ),
            Option(PlaceKind.TEAM.value, self.tr("In the database of the team (PostgreSQL)")),
        ]
        if self._begin.again:
            del options[1]
        fresh = RadioRow(options, self._kind.value, upright=True)
        self.column.replaceWidget(self._radios, fresh)
        self._radios.deleteLater()
        self._radios = fresh
        fresh.setAccessibleName(self.heading())
        fresh.chosen.connect(self._choose)
        self._address_field.set_label(self.tr("Address, without the password"))
        self._password_field.set_label(
            self.tr("Password; it goes to the system's keyring")
            if self._begin.keeps_passwords
            else self.tr("Password, for this start only")
        )
        self._no_keyring.setText(
            self.tr(
                "No keyring is running here that could keep it. For later starts, put it into "
                "PostgreSQL's own password file (.pgpass)."
            )
        )
        self._test.set_text(self.tr("Test the connection"))
        self._test.forget()
        self._team.setVisible(self._kind is PlaceKind.TEAM)

    @property
    def kind(self) -> PlaceKind:
        """Which kind of place is chosen."""
        return self._kind

    def name(self) -> str:
        return self.tr("Database")

    def heading(self) -> str:
        return self.tr("Where shall the data lie?")

    def remark(self) -> str:
        return self.tr("It can be changed later; data do not move along by themselves.")

    def note(self) -> str:
        return {
            PlaceKind.LOCAL: self.tr("this computer"),
            PlaceKind.DEMO: self.tr("demonstration"),
            PlaceKind.TEAM: self.tr("team"),
        }[self._kind]

    def take_over(self) -> bool:
        missing = self._kind is PlaceKind.TEAM and not self._address.text().strip()
        if missing:
            self._test.tell(StateKind.BAD, self.tr("The address is missing."))
            self._address.setFocus()
        return not missing

    def reset(self) -> None:
        self._choose(self._begin.place.kind.value)
        self._radios.choose(self._kind.value)
        self._address.setText(self._begin.place.address)
        self._password.clear()

    def take_focus(self) -> None:
        chosen = self._radios.findChild(QWidget, f"radio_{self._kind.value}")
        if chosen is not None:
            chosen.setFocus()

    def put_into(self, setup: Setup) -> Setup:
        if self._kind is not PlaceKind.TEAM:
            return replace(setup, kind=self._kind)
        address = self._address.text().strip()
        return replace(setup, kind=self._kind, address=address, password=self._password.text())

    # ---------------------------------------------------------------- choosing and testing

    def _choose(self, key: str) -> None:
        self._kind = PlaceKind(key)
        self._team.setVisible(self._kind is PlaceKind.TEAM)
        self.chosen.emit()

    def _begin_test(self) -> None:
        if not self.take_over():
            return
        self._test.begin(self.tr("The database is being asked"), self.tr("asking …"))
        work = partial(self._ask, self._address.text().strip(), self._password.text())
        self._tasks.run(work, self._tell, self._test.fail)

    def _ask(self, address: str, password: str, _stop: Event) -> TeamDatabase:
        return self._try_team(address, password)

    def _tell(self, found: TeamDatabase) -> None:
        if found.is_ours:
            said = self.tr("It answers: the desk of the team, PostgreSQL {version}")
        else:
            said = self.tr("It answers and is empty: it will be set up, PostgreSQL {version}")
        self._test.tell(StateKind.GOOD, said.format(version=found.version))
