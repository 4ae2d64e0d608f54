"""The command that holds the audit log against its own chain: ``verify-audit``."""

from __future__ import annotations

from desktop.cli.arguments import Asked
from desktop.cli.failures import CommandError
from desktop.cli.output import opened, write, write_json
from desktop.cli.words import Words
from desktop.models.records.audit import AuditReport
from desktop.services.storage.audit import verify


def verify_audit(asked: Asked, words: Words) -> None:
    """Write whether the audit log holds, and where it does not.

    Raises:
        CommandError: an entry was altered, inserted or removed.
        DeskError: the database cannot be read.

    """
    with opened(asked) as database, database.read() as session:
        report = verify(session, asked.known)
    if asked.json:
        write_json(_as_json(report))
    else:
        _write(report, words)
    wrong = len(report.breaks) + (not report.knows)
    if wrong:
        raise CommandError("errors.audit", count=words.number(wrong))


def _as_json(report: AuditReport) -> dict[str, object]:
    return {
        "entries": report.entries,
        "erased": report.erased,
        "last_id": report.last_id,
        "last_hash": report.last_hash,
        "known_found": report.knows,
        "breaks": [
            {"kind": one.kind.value, "entry": one.id, "at": one.at.isoformat()}
            for one in report.breaks
        ],
    }


def _write(report: AuditReport, words: Words) -> None:
    for one in report.breaks:
        write(words(f"audit.{one.kind.value}", entry=one.id, at=one.at.isoformat()))
    if not report.knows:
        write(words("audit.unknown"))
    if not report.breaks and report.knows:
        write(words("audit.holds", entries=words.number(report.entries)))
    if report.erased:
        write(words("audit.erased", count=words.number(report.erased)))
    write(words("audit.last", entry=report.last_id, hash=report.last_hash))
