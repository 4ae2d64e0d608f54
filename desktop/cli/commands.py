"""The commands that look: ``lookup``, ``status`` and ``doctor``."""

from __future__ import annotations

import os
from collections.abc import Iterable
from datetime import datetime

from desktop.cli.arguments import Asked
from desktop.cli.failures import CommandError, sentence_of
from desktop.cli.output import opened, write, write_json
from desktop.cli.tables import table
from desktop.cli.words import Words
from desktop.errors import DeskError
from desktop.models.records.doctor import Finding, Level
from desktop.models.records.lookup import Hit
from desktop.models.records.status import (
    DispatchStatus,
    ReportCounts,
    ServiceStatus,
    StatusReport,
)
from desktop.models.settings import DeskSettings
from desktop.models.states import SmsState
from desktop.services import doctor
from desktop.services.lookup import LookUp
from desktop.services.sending.gateways.opening import open_gateway
from desktop.services.status import Status
from desktop.services.storage.location import database_url
from desktop.services.storage.secrets import Secrets, system_keyring

# -------------------------------------------------------------------------------- lookup


def look_up(asked: Asked, words: Words) -> None:
    """Write what a text may mean.

    Raises:
        DeskError: the database cannot be read.

    """
    with opened(asked) as database:
        result = LookUp(database).search(asked.query, asked.limit)
    if asked.json:
        write_json({"hits": [_hit_as_json(hit) for hit in result.hits], "more": result.more})
        return
    if not result.hits:
        write(words("lookup.nothing"))
        return
    heads = [words(f"lookup.{key}") for key in ("kind", "label", "number", "why")]
    rows = [_hit_row(hit, words) for hit in result.hits]
    write(table(heads, rows, words("format.thousands")))
    if result.more:
        write(words("lookup.more"))


def _hit_as_json(hit: Hit) -> dict[str, object]:
    return {
        "kind": hit.kind.value,
        "id": hit.id,
        "label": hit.label,
        "number": hit.number,
        "why": hit.why.value,
        "group": hit.group.value,
    }


def _hit_row(hit: Hit, words: Words) -> list[str]:
    kind = words(f"lookup.kinds.{hit.kind.value}")
    return [kind, hit.label, hit.number, words(f"lookup.reasons.{hit.why.value}")]


# -------------------------------------------------------------------------------- status


def show_status(asked: Asked, words: Words) -> None:
    """Write services, open cases and dispatches; sums that do not come out are a failure.

    Raises:
        CommandError: the sums of a dispatch do not come out.
        DeskError: the database cannot be read.

    """
    with opened(asked) as database:
        report = Status(database).read()
    if asked.json:
        write_json(_status_as_json(report))
    else:
        _write_status(report, words)
    wrong = sum(bool(dispatch.imbalances) for dispatch in report.dispatches)
    if wrong:
        raise CommandError("errors.unbalanced", count=words.number(wrong))


def _status_as_json(report: StatusReport) -> dict[str, object]:
    return {
        "services": [_service_as_json(service) for service in report.services],
        "open_cases": report.open_cases,
        "dispatches": [_dispatch_as_json(dispatch) for dispatch in report.dispatches],
        "reports": _reports_as_json(report.reports),
    }


def _reports_as_json(reports: ReportCounts) -> dict[str, object]:
    return {
        "unread": reports.unread,
        "unmatched": reports.unmatched,
        "other": reports.other,
        "unreadable": reports.unreadable,
        "oldest_unmatched_at": _iso(reports.oldest_unmatched_at),
        "last_at": _iso(reports.last_at),
    }


def _iso(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat(timespec="seconds")


def _service_as_json(service: ServiceStatus) -> dict[str, object]:
    return {
        "service_no": service.service_no,
        "incomplete": service.incomplete,
        "active": service.active,
        "re_registration_pending": service.re_registration_pending,
        "unsubscribed": service.unsubscribed,
        "suppressed": service.suppressed,
        "sender_number": service.sender_number,
        "sim_status": service.sim_status.value if service.sim_status else None,
    }


def _dispatch_as_json(dispatch: DispatchStatus) -> dict[str, object]:
    return {
        "dispatch_no": dispatch.dispatch_no,
        "service_no": dispatch.service_no,
        "kind": dispatch.kind.value,
        "state": dispatch.state.value,
        "test_mode": dispatch.test_mode,
        "listed": dispatch.listed,
        "excluded": dispatch.excluded,
        "recipients": dispatch.recipients,
        "sms": {state.value: count for state, count in dispatch.sms.items()},
        "balanced": not dispatch.imbalances,
    }


_SERVICE_COUNTS = (
    "incomplete",
    "active",
    "re_registration_pending",
    "unsubscribed",
    "suppressed",
)
_DISPATCH_COUNTS = ("listed", "excluded", "recipients", "waiting")
_SMS_COUNTS = (
    ("accepted", (SmsState.ACCEPTED,)),
    ("delivered", (SmsState.DELIVERED,)),
    ("failed", (SmsState.FAILED, SmsState.UNDELIVERABLE)),
    ("unclear", (SmsState.UNCLEAR,)),
)


def _write_status(report: StatusReport, words: Words) -> None:
    if not report.services:
        write(words("status.no_services"))
        return
    keys = ("service", *_SERVICE_COUNTS, "sender_number", "sim_status")
    heads = [words(f"status.{key}") for key in keys]
    services = [_service_row(service, words) for service in report.services]
    write(table(heads, services, words("format.thousands")))
    write("")
    write(words("status.open_cases", count=words.number(report.open_cases)))
    write("")
    if report.reports.last_at is not None:
        _write_reports(report.reports, words)
        write("")
    if not report.dispatches:
        write(words("status.no_dispatches"))
        return
    counts = [*_DISPATCH_COUNTS, *(name for name, _ in _SMS_COUNTS)]
    heads = [words(f"status.{key}") for key in ("dispatch", "kind", "state", *counts, "balance")]
    dispatches = [_dispatch_row(dispatch, words) for dispatch in report.dispatches]
    write(table(heads, dispatches, words("format.thousands")))


def _write_reports(reports: ReportCounts, words: Words) -> None:
    names = ("unread", "unmatched", "other", "unreadable")
    counts = {name: words.number(int(getattr(reports, name))) for name in names}
    write(words("status.reports", **counts))


def _service_row(service: ServiceStatus, words: Words) -> list[str | int]:
    sim = service.sim_status.value if service.sim_status else "none"
    counts = [int(getattr(service, name)) for name in _SERVICE_COUNTS]
    return [
        service.service_no,
        *counts,
        service.sender_number or "-",
        words(f"status.sims.{sim}"),
    ]


def _dispatch_row(dispatch: DispatchStatus, words: Words) -> list[str | int]:
    counts = [int(getattr(dispatch, name)) for name in _DISPATCH_COUNTS]
    sms = [sum(dispatch.sms[state] for state in states) for _, states in _SMS_COUNTS]
    return [
        dispatch.dispatch_no,
        words(f"status.kinds.{dispatch.kind.value}"),
        words(f"status.states.{dispatch.state.value}"),
        *counts,
        *sms,
        words("status.unbalanced" if dispatch.imbalances else "status.balanced"),
    ]


# -------------------------------------------------------------------------------- doctor


def examine(asked: Asked, words: Words) -> None:
    """Write what an examination finds; something bad is a failure.

    Raises:
        CommandError: something is bad.
        DeskError: nobody can tell where the database is.

    """
    url = database_url(asked.database, os.environ)
    findings = list(doctor.examine(doctor.Surroundings(url, _check_gateway)))
    if asked.json:
        write_json({"findings": [_finding_as_json(one, words) for one in findings]})
    else:
        _write_findings(findings, words)
    bad = sum(finding.level is Level.BAD for finding in findings)
    if bad:
        raise CommandError("errors.doctor", count=words.number(bad))


def _check_gateway(settings: DeskSettings) -> None:
    gateway = open_gateway(settings.gateway, Secrets(system_keyring()))
    try:
        gateway.check()
    finally:
        gateway.close()


def _finding_as_json(finding: Finding, words: Words) -> dict[str, object]:
    return {
        "examined": finding.examined.value,
        "level": finding.level.value,
        "found": finding.kind.value,
        "facts": dict(finding.facts),
        "text": _finding_text(finding, words),
    }


def _write_findings(findings: Iterable[Finding], words: Words) -> None:
    everything = list(findings)
    rows = [
        [
            words(f"doctor.{finding.level.value}"),
            words(f"doctor.examined.{finding.examined.value}"),
            _finding_text(finding, words),
        ]
        for finding in everything
    ]
    write(table(["", "", ""], rows, words("format.thousands")).lstrip("\n"))
    if all(finding.level is not Level.BAD for finding in everything):
        write(words("doctor.all_well"))


def _finding_text(finding: Finding, words: Words) -> str:
    facts: dict[str, object] = dict(finding.facts)
    size = finding.facts.get("bytes")
    facts["size"] = words.size(size) if isinstance(size, int) else ""
    if finding.kind == "database_open":
        facts["size"] = f", {facts['size']}" if size else ""
    if isinstance(finding.failure, DeskError):
        facts["sentence"] = sentence_of(finding.failure, words)
    return words.fill(f"doctor.findings.{finding.kind.value}", facts)
