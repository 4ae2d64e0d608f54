"""What an import keeps of a number is what the rules of the reminder are told."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import select

from desktop.models.phone import read_number
from desktop.models.tables import Contact
from desktop.paths import resources_dir
from desktop.services.importing.load import Importing
from desktop.services.storage.database import Database
from desktop.services.storage.migrations import migrate


def test_that_the_country_of_an_imported_number_is_the_one_its_reader_gives(
    sqlite_url: str, tmp_path: Path
) -> None:
    database = Database(sqlite_url)
    migrate(database)
    sample = resources_dir() / "sample" / "export-de"
    Importing(database).run([sample], agent="test", error_dir=tmp_path)

    with database.read() as session:
        found = session.execute(select(Contact.e164, Contact.sms_country)).all()

    assert len(found) > 1000
    assert {country for _, country in found} >= {"AT", "DE"}
    assert all(country == read_number(e164, "").region for e164, country in found)
    database.close()
