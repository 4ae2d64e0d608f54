"""The columns of the list, and which of them there is room for."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from desktop.models.eligibility import ReminderRules
from desktop.models.records.signups import SignupColumn, SignupRow
from desktop.views.desk import Desk
from desktop.views.signups import words
from desktop.views.theme import StateKind
from desktop.views.widgets.columns import CellKind, Column

CHECK, WHO = "check", "who"
_FIRST_TO_GO = (SignupColumn.ENTERED, SignupColumn.REMINDERS, SignupColumn.LAST_REMINDER)


class SignupColumns:
    """Makes the columns in the language of the moment; ``rules`` are those of the list shown."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self.rules = ReminderRules()

    def make(self) -> list[Column[SignupRow]]:
        """Return all columns; the page hides those that say nothing or have no room."""
        return [*self._who_it_is(), *self._what_happened()]

    def _who_it_is(self) -> list[Column[SignupRow]]:
        return [
            Column(CHECK, "", kind=CellKind.CHECK, width=48),
            Column(
                WHO,
                QCoreApplication.translate("Signups", "Customer, service"),
                self._who,
                width=200,
            ),
            Column(
                SignupColumn.NUMBER,
                QCoreApplication.translate("Signups", "Number"),
                self._number,
                width=152,
                sortable=True,
            ),
            Column(
                SignupColumn.AGE,
                QCoreApplication.translate("Signups", "Age, days"),
                self._age,
                CellKind.NUMBER,
                width=112,
                gap=32,
                sortable=True,
            ),
        ]

    def _what_happened(self) -> list[Column[SignupRow]]:
        return [
            Column(
                SignupColumn.ENTERED,
                QCoreApplication.translate("Signups", "Entered"),
                self._entered,
                width=112,
                sortable=True,
            ),
            Column(
                SignupColumn.REMINDERS,
                QCoreApplication.translate("Signups", "Reminded"),
                words.reminded_words,
                width=95,
                right=True,
                gap=32,
                sortable=True,
            ),
            Column(
                SignupColumn.LAST_REMINDER,
                QCoreApplication.translate("Signups", "Last reminder"),
                self._last_reminder,
                width=168,
                sortable=True,
            ),
            Column(
                "sms",
                QCoreApplication.translate("Signups", "SMS"),
                self._sms,
                CellKind.STATE,
                state=_sms_state,
                width=177,
                stretch=True,
            ),
        ]

    def _who(self, row: SignupRow) -> str:
        return f"{row.customer_name}, {row.service_name}"

    def _number(self, row: SignupRow) -> str:
        hidden = not self._desk.call.shows_numbers_of(row.customer_id)
        return self._desk.formats.phone(row.e164, masked=hidden)

    def _age(self, row: SignupRow) -> str:
        return self._desk.formats.number(row.age_days)

    def _entered(self, row: SignupRow) -> str:
        return self._desk.formats.short(row.entered_at, self._desk.services.database.clock())

    def _last_reminder(self, row: SignupRow) -> str:
        return words.last_reminder_words(row, self._desk.formats)

    def _sms(self, row: SignupRow) -> str:
        return words.sms_words(row, self.rules, self._desk.formats)


def hidden_columns(
    columns: Sequence[Column[SignupRow]], room: float, *, one_service: bool
) -> frozenset[str]:
    """Return the columns to hide in ``room`` px at 100 %.

    Who it is says nothing in the list of one service. What else has no room goes in the order of
    what can be told from another column.
    """
    hidden = {WHO} if one_service else set()
    for least in _FIRST_TO_GO:
        if sum(one.width for one in columns if one.key not in hidden) <= room:
            break
        hidden.add(least)
    return frozenset(hidden)


def _sms_state(row: SignupRow) -> StateKind:
    return StateKind.GOOD if row.reason is None else StateKind.NEUTRAL
