"""``verify-audit`` tells whether the log holds, and where it does not."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy import delete, update

from desktop.cli.arguments import Asked, Command, understand
from desktop.cli.auditing import verify_audit
from desktop.cli.failures import CommandError
from desktop.cli.words import Words
from desktop.models.tables import AuditEntry
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate

NOON = datetime(2026, 11, 24, 12, 0, tzinfo=UTC)


@pytest.fixture
def url(tmp_path: Path) -> str:
    url = f"sqlite:///{tmp_path / 'desk.sqlite'}"
    database = Database(url)
    migrate(database)
    for number in range(4):
        with database.write() as session:
            audit.record(session, audit.Act("tried", "Lena Moser", NOON, {"number": number}))
    database.close()
    return url


def change(url: str, statement: object) -> None:
    database = Database(url)
    with database.write() as session:
        session.execute(statement)  # type: ignore[call-overload]  # two kinds of one statement
    database.close()


def asked(url: str, *more: str) -> Asked:
    return understand(["--database", url, "verify-audit", *more])


def test_that_a_whole_log_is_told_with_its_last_hash(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert asked(url).command is Command.VERIFY_AUDIT
    verify_audit(asked(url, "--json"), Words("en"))
    told = json.loads(capsys.readouterr().out)
    assert (told["entries"], told["breaks"], told["last_id"]) == (4, [], 4)
    verify_audit(asked(url, "--known", told["last_hash"]), Words("de"))
    assert "Das Protokoll stimmt: 4 Einträge" in capsys.readouterr().out


def test_that_altered_and_removed_entries_are_told_by_their_place(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    change(url, update(AuditEntry).where(AuditEntry.id == 1).values(actor="somebody else"))
    change(url, delete(AuditEntry).where(AuditEntry.id == 3))
    with pytest.raises(CommandError):
        verify_audit(asked(url), Words("en"))
    told = capsys.readouterr().out
    assert "Entry 1 " in told
    assert "Before entry 4 " in told


def test_that_a_missing_end_is_told_to_whoever_knows_the_hash(
    url: str, capsys: pytest.CaptureFixture[str]
) -> None:
    verify_audit(asked(url, "--json"), Words("en"))
    known = json.loads(capsys.readouterr().out)["last_hash"]
    change(url, delete(AuditEntry).where(AuditEntry.id == 4))
    with pytest.raises(CommandError):
        verify_audit(asked(url, "--known", known), Words("en"))
    assert "The known hash stands nowhere" in capsys.readouterr().out
