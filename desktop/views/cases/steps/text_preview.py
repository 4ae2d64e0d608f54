"""The phone beside the text: one real recipient after the other."""

from __future__ import annotations

from functools import partial
from threading import Event

from desktop.models.case_selection import recipient_list
from desktop.models.eligibility import ReminderRules
from desktop.models.records.dispatches import RecipientKey, RecipientList, RecipientRow
from desktop.services.sending.recipients import Recipients
from desktop.views.cases.editor import CaseEditor
from desktop.views.tasks import Running
from desktop.views.text_checks import TextFacts
from desktop.views.widgets.phone_preview import PhonePreview

_ROWS = 50


class TextPreview(PhonePreview):
    """Shows the text on the phone of a recipient; *next* shows the following one."""

    def __init__(self, case: CaseEditor) -> None:
        super().__init__()
        self._case = case
        self._desk = case.desk
        self._rows: list[RecipientRow] = []
        self._place = 0
        self._facts: TextFacts | None = None
        self._running: Running[tuple[RecipientRow, ...]] | None = None
        self.next_wanted.connect(self._go_on)

    def begin(self) -> None:
        """Read the first recipients."""
        self._rows, self._place = [], 0
        self._read(None)

    def end(self) -> None:
        """Let what is being read go."""
        if self._running is not None:
            self._running.cancel()

    def show_text(self, facts: TextFacts) -> None:
        """Show a text on the phone of the recipient of the moment."""
        self._facts = facts
        self._show()

    def _read(self, after: RecipientKey | None) -> None:
        wanted = recipient_list(self._case.draft, self._case.file.record.customer_id)
        if wanted is None or not self._case.can_change:
            return
        rules = self._case.file.settings.reminders
        work = partial(_read_rows, self._desk.services.recipients, wanted, rules, after)
        self._running = self._desk.tasks.run(work, self._take, self._ignore)

    def _take(self, rows: tuple[RecipientRow, ...]) -> None:
        self._rows += rows
        self._place = min(self._place, max(len(self._rows) - 1, 0))
        self._show()

    def _ignore(self, _error: BaseException) -> None:
        """Do without: the text stands there all the same, and the step before told the error."""

    def _go_on(self) -> None:
        self._place += 1
        if self._place >= self._case.draft.recipients:
            self._place = 0
        elif self._place >= len(self._rows) and self._rows:
            self._read(self._rows[-1].key)
            return
        self._show()

    def _show(self) -> None:
        if self._facts is None:
            return
        settings = self._case.file.settings
        sender = settings.gateway.sender_address or self.tr("SMS number of the gateway")
        parts = self._desk.formats.counted(
            self._facts.measured.parts, self.tr("1 part"), self.tr("{} parts")
        )
        self.show_message(sender, self._line(), self._facts.filled.text, parts)
        total = self._case.draft.recipients
        number = self._desk.formats.number
        shown = self.tr("Recipient {} of {}").format(number(self._place + 1), number(total))
        self.show_position(shown if self._rows else "", more=total > 1 and bool(self._rows))

    def _line(self) -> str:
        if self._place >= len(self._rows):
            return self.tr("SMS")
        masked = not self._case.shows_numbers
        number = self._desk.formats.phone(self._rows[self._place].e164, masked=masked)
        return self.tr("SMS to {}").format(number)


def _read_rows(
    recipients: Recipients,
    wanted: RecipientList,
    rules: ReminderRules,
    after: RecipientKey | None,
    _stop: Event,
) -> tuple[RecipientRow, ...]:
    return recipients.page(wanted, rules, reason=None, after=after, rows=_ROWS)
