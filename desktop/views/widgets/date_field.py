"""A moment in local time, with a calendar."""

from __future__ import annotations

from PySide6.QtCore import QDateTime, QEvent, QLocale, Qt, QTimeZone
from PySide6.QtGui import QTextCharFormat, QWheelEvent
from PySide6.QtWidgets import QCalendarWidget, QDateTimeEdit

from desktop.views.theme import Role, color
from desktop.views.widgets.base import Themed


class DateTimeField(Themed, QDateTimeEdit):
    """A moment, in local time or in the zone of `set_zone`, with a calendar."""

    def __init__(self, *, name: str = "", date_only: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setCalendarPopup(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._date_only = date_only
        self.set_language("de")

        calendar = self.calendarWidget()
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        calendar.setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        self._colour_weekend()

    def set_language(self, language: str) -> None:
        """Write dates, and name months and days, in a language, "de" or "en"."""
        german = language == "de"
        self.setLocale(QLocale("de_AT" if german else "en_GB"))
        day = "dd.MM.yyyy" if german else "d MMM yyyy"
        self.setDisplayFormat(day if self._date_only else f"{day} HH:mm")

    def set_zone(self, name: str) -> None:
        """Show moments by the clock of a zone such as "Europe/Vienna"."""
        seconds = self.moment()
        self.setTimeZone(QTimeZone(name.encode()))
        self.set_moment(seconds)

    def _colour_weekend(self) -> None:
        """Weekends are muted; Qt's red would say that something is wrong with them."""
        calendar = self.calendarWidget()
        look = QTextCharFormat()
        look.setForeground(color(Role.MUTED))
        for day in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            calendar.setWeekdayTextFormat(day, look)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._colour_weekend()

    def set_moment(self, seconds_utc: int) -> None:
        """Show a moment given in seconds since 1970, UTC."""
        moment = QDateTime.fromSecsSinceEpoch(seconds_utc, QTimeZone(QTimeZone.Initialization.UTC))
        self.setDateTime(moment.toTimeZone(self.timeZone()))

    def moment(self) -> int:
        """The moment shown, in seconds since 1970, UTC."""
        return self.dateTime().toSecsSinceEpoch()

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
