"""What the chain of the audit log shows, in words; and the words of a file with entries."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QCoreApplication

from desktop.models.records.audit import AuditBreak, AuditReport, AuditRow, BreakKind
from desktop.services.audit_export import AuditWords
from desktop.views.act_words import act_word
from desktop.views.audit.fact_words import facts_in_a_line
from desktop.views.desk import Desk
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP


def report_words(report: AuditReport, formats: Formats) -> str:
    """Return in a sentence or two whether the log holds."""
    said = []
    if report.holds:
        said.append(
            formats.counted(
                report.entries,
                QCoreApplication.translate("AuditWords", "The log holds: 1 entry, untouched."),
                QCoreApplication.translate(
                    "AuditWords", "The log holds: {} entries, each fits to the one before."
                ),
            )
        )
    if report.breaks:
        said.append(
            QCoreApplication.translate(
                "AuditWords", "The log was changed at %n place(s).", None, len(report.breaks)
            )
        )
    if not report.knows:
        said.append(
            QCoreApplication.translate(
                "AuditWords",
                "The last entry of the look before is missing: entries were taken away at the "
                "end, or an older database was put back.",
            )
        )
    if report.erased:
        said.append(
            QCoreApplication.translate(
                "AuditWords",
                "The facts of %n entry(ies) were erased; the chain covers their hash.",
                None,
                report.erased,
            )
        )
    return " ".join(said)


def break_words(one: AuditBreak, formats: Formats) -> str:
    """Return where the chain does not hold, and what was done there."""
    text = QCoreApplication.translate("AuditWords", _BREAKS[one.kind])
    return text.format(number=one.id, moment=formats.moment(one.at))


_BREAKS = {
    BreakKind.FACTS_ALTERED: QT_TRANSLATE_NOOP(
        "AuditWords", "Entry {number} of {moment}: its facts were altered"
    ),
    BreakKind.ALTERED: QT_TRANSLATE_NOOP("AuditWords", "Entry {number} of {moment} was altered"),
    BreakKind.INSERTED: QT_TRANSLATE_NOOP(
        "AuditWords", "Entry {number} was inserted, before the one of {moment}"
    ),
    BreakKind.REMOVED: QT_TRANSLATE_NOOP(
        "AuditWords", "Before entry {number} of {moment} entries were removed"
    ),
}


def export_words(desk: Desk) -> AuditWords:
    """Return the words of the file, in the language of the moment; numbers stand partly in it."""
    return AuditWords(
        (
            QCoreApplication.translate("AuditWords", "Entry"),
            QCoreApplication.translate("AuditWords", "Time"),
            QCoreApplication.translate("AuditWords", "Person"),
            QCoreApplication.translate("AuditWords", "Act"),
            QCoreApplication.translate("AuditWords", "Customer"),
            QCoreApplication.translate("AuditWords", "Case"),
            QCoreApplication.translate("AuditWords", "Facts"),
            QCoreApplication.translate("AuditWords", "Hash"),
        ),
        act=_act,
        facts=partial(facts_in_a_line, formats=desk.formats, masked=True),
    )


def _act(row: AuditRow) -> str:
    return act_word(row.act)
