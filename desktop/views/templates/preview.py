"""The phone beside a template: the service with the longest text, then the others."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.models.records.templates import TextReader
from desktop.models.sms_values import sample_values
from desktop.views.desk import Desk
from desktop.views.templates.editor import TemplateView
from desktop.views.text_checks import TextFacts, look_at
from desktop.views.widgets.phone_preview import PhonePreview


@dataclass(frozen=True, slots=True)
class LongestText:
    """The longest text that a template makes, and whose it is; "" for an example."""

    facts: TextFacts
    whose: str


class TemplatePreview(PhonePreview):
    """Shows the text of a template as one of its readers would get it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._view: TemplateView | None = None
        self._text = ""
        self._steps = self._longest = 0
        self.next_wanted.connect(self._go_on)

    def show_text(self, view: TemplateView, text: str) -> LongestText:
        """Show a text on the phone of the reader with the longest; return how long that is."""
        self._view, self._text, self._steps = view, text, 0
        place = view.measured.longest(text)
        if place is not None:
            self._longest = place
        # A text that cannot be filled is still shown for the one who had the longest before.
        reader = view.readers[min(self._longest, len(view.readers) - 1)] if view.readers else None
        facts = self._show(reader)
        self._say_whose(reader, longest=True)
        return LongestText(facts, _whose(reader))

    def _go_on(self) -> None:
        view = self._view
        if view is None:
            return
        self._steps = (self._steps + 1) % (len(view.readers) + 1)
        if not self._steps:
            self.show_text(view, self._text)
            return
        reader = view.readers[self._steps - 1]
        self._show(reader)
        self._say_whose(reader, longest=False)

    def _show(self, reader: TextReader | None) -> TextFacts:
        view = self._view
        if view is None:
            raise LookupError("no template is shown")
        values = reader.values if reader is not None else sample_values(view.file.line.kind)
        facts = look_at(self._text, values, view.gateway, self._desk.formats, 1)
        sender = view.gateway.sender_address or self.tr("SMS number of the gateway")
        parts = self._desk.formats.counted(
            facts.measured.parts, self.tr("1 part"), self.tr("{} parts")
        )
        whom = self.tr("Example") if reader is None else _whose(reader)
        self.show_message(sender, whom, facts.filled.text, parts)
        return facts

    def _say_whose(self, reader: TextReader | None, *, longest: bool) -> None:
        view = self._view
        several = view is not None and len(view.readers) > 1
        number = self._desk.formats.number
        if reader is None:
            words = self.tr("There is no service for it yet")
        elif longest:
            words = self.tr("Longest text")
        else:
            count = len(view.readers) if view is not None else 0
            words = self.tr("Service {} of {}").format(number(self._steps), number(count))
        self.show_position(words, more=several)


def _whose(reader: TextReader | None) -> str:
    return "" if reader is None else f"{reader.customer}, {reader.service}"
