from __future__ import annotations

import threading

from sqlalchemy import select

from desktop.models.tables import AuditEntry, Setting
from desktop.services.receiving.address import report_path
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.storage.settings import SettingsStore


def test_that_the_secret_path_is_made_once_for_all_desks(migrated_url: str) -> None:
    desks = [Database(migrated_url) for _ in range(4)]
    found: list[str] = []
    threads = [
        threading.Thread(target=lambda desk=desk: found.append(report_path(desk))) for desk in desks
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert len(found) == 4
    assert len(set(found)) == 1
    assert len(found[0]) >= 40
    with desks[0].read() as session:
        assert audit.first_broken_entry(session) is None
        acts = session.scalars(select(AuditEntry)).all()
    assert {entry.act for entry in acts} == {"receiver.path_made"}
    assert found[0] not in str([entry.payload for entry in acts])
    for desk in desks:
        desk.close()


def test_that_the_path_is_no_setting_that_a_page_shows(migrated_sqlite_url: str) -> None:
    database = Database(migrated_sqlite_url)

    path = report_path(database)

    assert path not in repr(SettingsStore(database).load())
    assert report_path(database) == path
    database.close()


def test_that_a_path_that_cannot_be_read_is_made_anew(migrated_sqlite_url: str) -> None:
    database = Database(migrated_sqlite_url)
    with database.write() as session:
        session.add(
            Setting(key="receiver", value=["?"], changed_at=database.clock(), changed_by="x")
        )

    path = report_path(database)

    assert len(path) >= 40
    assert report_path(database) == path
    database.close()
