"""What is said about unclear SMS: what gateways can tell, and what came of a decision."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from desktop.models.records.unclear import Decided
from desktop.models.states import Verdict
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.words import gateway_name


def gateways_words(accounts: Iterable[str]) -> str:
    """Say plainly that none of these gateways can be asked what became of one SMS.

    Neither the websms interface nor Kannel has a question for that; both only report by themselves.
    """
    names = sorted({gateway_name(account.partition(":")[0]) for account in accounts})
    return QCoreApplication.translate(
        "UnclearWords",
        "The gateway ({names}) cannot be asked what became of one SMS. A delivery report that "
        "still comes settles it by itself.",
    ).format(names=", ".join(names))


def decided_words(decided: Decided, verdict: Verdict, formats: Formats) -> str:
    """Return what came of a decision, in one line."""
    if not decided.count:
        return QCoreApplication.translate("UnclearWords", "Nothing was changed.")
    one, many = _WORDS[verdict]
    said = QCoreApplication.translate("UnclearWords", one if decided.count == 1 else many)
    starts = formats.time(decided.starts_at, seconds=True)
    return said.format(count=formats.number(decided.count), time=starts)


_WORDS = {
    Verdict.SENT: (
        QT_TRANSLATE_NOOP("UnclearWords", "{count} SMS counts as sent."),
        QT_TRANSLATE_NOOP("UnclearWords", "{count} SMS count as sent."),
    ),
    Verdict.WRITTEN_OFF: (
        QT_TRANSLATE_NOOP("UnclearWords", "{count} SMS counts as failed."),
        QT_TRANSLATE_NOOP("UnclearWords", "{count} SMS count as failed."),
    ),
    Verdict.SEND_AGAIN: (
        QT_TRANSLATE_NOOP("UnclearWords", "{count} SMS goes out again from {time} on."),
        QT_TRANSLATE_NOOP("UnclearWords", "{count} SMS go out again from {time} on."),
    ),
}
