from __future__ import annotations

import os
import zipfile
from pathlib import Path

import pytest

from desktop.errors import FileTooLargeError, FileUnreadableError, UnknownTableError
from desktop.models.records.importing import ImportTable
from desktop.services.importing import limits
from desktop.services.importing.files import find_tables, preview
from desktop.services.importing.sources import find
from tests.services.importing.exports import (
    CONTACT_HEADER,
    CUSTOMERS,
    SERVICES,
    write_csv,
    write_export,
    write_xlsx,
)

CONTACTS = [CONTACT_HEADER, ["D1", "+436605550101", "", "2026-01-01", "", "", ""]]


def _zip(path: Path, members: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return path


def _as_bytes(path: Path, rows: list[list[str]]) -> bytes:
    return write_csv(path / "draft.csv", rows).read_bytes()


def test_that_tables_are_read_in_their_order_whatever_their_names(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    write_csv(folder / "a.csv", CONTACTS)
    write_csv(folder / "b.csv", SERVICES, delimiter=",")
    write_csv(folder / "c.txt", CUSTOMERS, delimiter="\t")

    tables, skipped = find_tables([folder])

    assert [file.header.table for file in tables] == [
        ImportTable.CUSTOMERS,
        ImportTable.SERVICES,
        ImportTable.CONTACTS,
    ]
    assert skipped == ()


def test_that_a_folder_passes_over_what_is_no_table(tmp_path: Path) -> None:
    folder = write_export(tmp_path / "export")
    (folder / "readme.txt").write_text("nothing to see")
    (folder / "truth.json").write_text("{}")
    (folder / ".hidden.csv").write_text("a;b")
    (folder / "~$customers.xlsx").write_text("a lock")
    write_csv(folder / "contacts.errors.csv", CONTACTS)

    tables, skipped = find_tables([folder])

    assert len(tables) == 3
    assert sorted(skipped) == ["readme.txt", "truth.json"]


def test_that_a_corrected_error_file_is_read_when_it_is_named(tmp_path: Path) -> None:
    path = write_csv(
        tmp_path / "contacts.errors.csv",
        [["line", "reason", *CONTACT_HEADER], ["7", "too short", *CONTACTS[1]]],
    )

    tables, _ = find_tables([path])

    assert tables[0].header.unknown == ()


def test_that_the_tables_of_a_zip_file_are_found_in_any_folder_of_it(tmp_path: Path) -> None:
    path = _zip(
        tmp_path / "export.zip",
        {
            "deep/down/contacts.csv": _as_bytes(tmp_path, CONTACTS),
            "__MACOSX/contacts.csv": b"rubbish",
            "notes.md": b"rubbish",
        },
    )

    tables, skipped = find_tables([path])

    assert [file.source.name for file in tables] == ["export.zip/deep/down/contacts.csv"]
    assert next(iter(tables[0].rows()))[0][1][1] == "+436605550101"
    assert skipped == ("export.zip/notes.md",)


def test_that_a_workbook_inside_a_zip_file_is_read(tmp_path: Path) -> None:
    book = write_xlsx(tmp_path / "book.xlsx", CONTACTS)
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.write(book, "contacts.xlsx")

    tables, _ = find_tables([path])

    assert [cells[1] for (_, cells, _), _ in tables[0].rows()] == ["+436605550101"]


def test_that_a_zip_file_inside_a_zip_file_is_refused(tmp_path: Path) -> None:
    inner = _zip(tmp_path / "inner.zip", {"contacts.csv": b"x"}).read_bytes()
    for name in ("inner.zip", "disguised.csv"):
        with zipfile.ZipFile(tmp_path / "outer.zip", "w") as archive:
            archive.writestr(name, inner)
        with pytest.raises(FileUnreadableError, match="inside a ZIP"):
            find([tmp_path / "outer.zip"])


def test_that_a_member_that_unpacks_too_far_is_refused(tmp_path: Path) -> None:
    path = _zip(tmp_path / "bomb.zip", {"contacts.csv": b"0" * (4 * limits.RATIO_FREE_BYTES)})

    with pytest.raises(FileTooLargeError, match="to 1"):
        find([path])


def test_that_too_much_in_all_is_refused_before_anything_is_unpacked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "UNPACKED_BYTES", 1_000)
    path = _zip(tmp_path / "big.zip", {"a.csv": os.urandom(600), "b.csv": os.urandom(600)})

    with pytest.raises(FileTooLargeError, match="1200 bytes"):
        find([path])


def test_that_too_many_entries_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ZIP_ENTRIES", 2)

    with pytest.raises(FileTooLargeError, match="3 entries"):
        find([_zip(tmp_path / "many.zip", {"a.csv": b"", "b.csv": b"", "c.csv": b""})])


def test_that_a_zip_file_that_lies_about_its_sizes_is_not_believed(tmp_path: Path) -> None:
    path = _zip(tmp_path / "liar.zip", {"contacts.csv": b"service_no;phone\n" * 50_000})
    content = bytearray(path.read_bytes())
    for magic, at in ((b"PK\x01\x02", 24), (b"PK\x03\x04", 22)):
        start = content.find(magic)
        content[start + at : start + at + 4] = (100).to_bytes(4, "little")
    path.write_bytes(bytes(content))

    with pytest.raises((FileUnreadableError, UnknownTableError)):
        find_tables([path])


@pytest.mark.parametrize("keep", [10, 60, 90])
def test_that_a_truncated_zip_file_is_told_as_unreadable(tmp_path: Path, keep: int) -> None:
    path = _zip(tmp_path / "cut.zip", {"contacts.csv": _as_bytes(tmp_path, CONTACTS)})
    content = path.read_bytes()
    path.write_bytes(content[: len(content) * keep // 100])

    with pytest.raises(FileUnreadableError):
        find_tables([path])


def test_that_a_missing_file_is_told_as_unreadable(tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError, match="No such file"):
        find([tmp_path / "missing.csv"])


def test_that_a_folder_without_tables_is_told(tmp_path: Path) -> None:
    with pytest.raises(UnknownTableError):
        find_tables([tmp_path])


def test_that_a_named_file_of_no_table_is_told(tmp_path: Path) -> None:
    good = write_csv(tmp_path / "customers.csv", CUSTOMERS)
    bad = write_csv(tmp_path / "other.csv", [["a", "b"], ["1", "2"]])

    with pytest.raises(UnknownTableError, match=r"other\.csv"):
        find_tables([good, bad])


def test_that_a_preview_says_what_would_be_read(tmp_path: Path) -> None:
    folder = tmp_path / "export"
    folder.mkdir()
    write_csv(folder / "contacts.csv", [[*row, "x"] for row in CONTACTS])
    write_xlsx(folder / "customers.xlsx", CUSTOMERS)

    shown = preview([folder])

    customers, contacts = shown.files
    assert (customers.table, customers.encoding, customers.rows) == (
        ImportTable.CUSTOMERS,
        "XLSX",
        2,
    )
    assert customers.first_rows[0] == ("K1", "Bakery", "AT")
    assert (contacts.delimiter, contacts.encoding, contacts.rows) == (";", "utf-8", 1)
    assert contacts.unknown_columns == ("x",)


def test_that_a_pipe_is_refused_instead_of_waited_for(tmp_path: Path) -> None:
    pipe = tmp_path / "contacts.csv"
    os.mkfifo(pipe)
    with pytest.raises(FileUnreadableError):
        find([pipe])
