from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.errors import FileTooLargeError, UnknownTableError
from desktop.models.records.importing import ImportTable, Rejection
from desktop.services.importing import limits
from desktop.services.importing.sources import Source
from desktop.services.importing.text_files import (
    RawRow,
    TextFile,
    detect_encoding,
    estimated_rows,
    recognise,
    sample_rows,
)

HEADER = "service_no;phone;entered_at;name"


def _source(folder: Path, content: bytes) -> Source:
    path = folder / "table.csv"
    path.write_bytes(content)
    return Source(path.name, path, len(content))


def _file(folder: Path, text: str, codec: str = "utf-8") -> TextFile:
    return recognise(_source(folder, text.encode(codec)))


def _rows(file: TextFile) -> list[RawRow]:
    return [(line, cells[:-1], problem) for (line, cells, problem), _ in file.rows()]


def _cells(file: TextFile) -> list[list[str]]:
    return [cells for _, cells, _ in _rows(file)]


@pytest.mark.parametrize(
    "codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"]
)
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
def test_that_a_file_is_read_in_every_encoding_and_dialect(
    tmp_path: Path, codec: str, line_end: str, delimiter: str
) -> None:
    lines = [HEADER, "D1;0660 1;2026-01-01;Jörg Müßig", 'D2;0660 2;2026-01-02;"a ""b"""']
    text = line_end.join(lines).replace(";", delimiter) + line_end

    file = _file(tmp_path, text, codec)

    assert file.delimiter == delimiter
    assert _rows(file) == [
        (2, ["D1", "0660 1", "2026-01-01", "Jörg Müßig"], None),
        (3, ["D2", "0660 2", "2026-01-02", 'a "b"'], None),
    ]


def _reads_as_utf_8_nowhere(name: str) -> bool:
    return name.encode("cp1252").decode("utf-8", "ignore").isascii()


_NAMES = st.text("aé¤ñ€ß;,\"'", max_size=5).filter(_reads_as_utf_8_nowhere)


@given(names=st.lists(_NAMES, min_size=1, max_size=20))
def test_that_any_text_comes_back_from_windows_1252(
    tmp_path_factory: pytest.TempPathFactory, names: list[str]
) -> None:
    # "ß¤" has the very bytes of a letter in UTF-8: nobody could tell. In "Müller" one can.
    names = ["Müller", *names]
    quoted = [name.replace('"', '""') for name in names]
    text = "\n".join([HEADER, *(f'D1;0660 1;2026-01-01;"{name}"' for name in quoted)])

    file = _file(tmp_path_factory.mktemp("csv"), text, "cp1252")

    assert [cells[3] for cells in _cells(file)] == names


def test_that_a_broken_byte_in_utf_8_rejects_its_row_and_spoils_no_umlaut(tmp_path: Path) -> None:
    content = (HEADER + "\nD1;0660 1;2026-01-01;Jörg\nD1;0660 2;2026-01-01;J").encode()
    file = recognise(_source(tmp_path, content + b"\xf6\nD1;0660 3;2026-01-01;M\xc3\xbcller\n"))

    assert file.encoding.codec == "utf-8"
    assert [problem for _, _, problem in _rows(file)] == [None, Rejection.DAMAGED_TEXT, None]
    assert _cells(file)[2][3] == "Müller"


def test_that_a_row_with_a_zero_byte_is_rejected(tmp_path: Path) -> None:
    file = _file(tmp_path, f"{HEADER}\nD1;0660\0 1;2026-01-01;\nD1;0660 2;2026-01-01;\n")

    assert [problem for _, _, problem in _rows(file)] == [Rejection.DAMAGED_TEXT, None]


def test_that_an_open_quote_rejects_its_line_and_loses_no_other(tmp_path: Path) -> None:
    good = [f"D1;0660 {number};2026-01-01;Anna" for number in range(500)]
    good.insert(100, 'D1;0660 x;2026-01-01;"never closed')
    file = _file(tmp_path, "\n".join([HEADER, *good]))

    rows = _rows(file)

    assert [line for line, _, _ in rows] == list(range(2, 503))
    assert [(line, problem) for line, _, problem in rows if problem] == [
        (102, Rejection.DAMAGED_ROW)
    ]
    assert rows[100][1][0] == 'D1;0660 x;2026-01-01;"never closed'


def test_that_a_quote_closed_in_another_row_rejects_both_and_nothing_else(tmp_path: Path) -> None:
    lines = [
        HEADER,
        'D1;"0660 1;2026-01-01;',
        "D1;0660 2;2026-01-01;",
        'D1;0660 3";2026-01-01;',
        "D1;0660 4;2026-01-01;",
    ]
    rows = _rows(_file(tmp_path, "\n".join(lines)))

    assert [(line, bool(problem)) for line, _, problem in rows] == [
        (2, True),
        (3, False),
        (4, False),
        (5, False),
    ]


def test_that_a_cell_may_hold_lines_of_its_own(tmp_path: Path) -> None:
    file = _file(tmp_path, f'{HEADER}\nD1;0660 1;2026-01-01;"two\nlines"\nD1;0660 2;2026-01-01;\n')

    assert [(line, cells[3]) for line, cells, _ in _rows(file)] == [(2, "two\nlines"), (4, "")]


def test_that_a_row_longer_than_the_header_is_rejected_unless_the_rest_is_empty(
    tmp_path: Path,
) -> None:
    file = _file(tmp_path, f"{HEADER}\nD1;0660 1;2026-01-01;;;\nD1;0660 2;2026-01-01;a;b\n")

    assert [problem for _, _, problem in _rows(file)] == [None, Rejection.TOO_MANY_CELLS]


def test_that_a_short_row_is_filled_up_and_an_empty_one_is_none(tmp_path: Path) -> None:
    file = _file(tmp_path, f"{HEADER}\n\nD1;0660 1\n;;;\n")

    assert _rows(file) == [(3, ["D1", "0660 1", "", ""], None)]


def test_that_a_cell_over_the_limit_is_rejected(tmp_path: Path) -> None:
    long = "x" * (limits.CELL_CHARS + 1)
    file = _file(tmp_path, f"{HEADER}\nD1;0660 1;2026-01-01;{long}\nD1;0660 2;2026-01-01;\n")

    assert [problem for _, _, problem in _rows(file)] == [Rejection.CELL_TOO_LONG, None]


def test_that_a_line_without_end_costs_no_memory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desktop.services.importing.text_files._LONGEST_LINE", 100_000)
    endless = "x" * 1_000_000
    file = _file(tmp_path, f"{HEADER}\n{endless}\nD1;0660 2;2026-01-01;\n")

    rows = _rows(file)

    assert [(line, problem) for line, _, problem in rows] == [
        (2, Rejection.CELL_TOO_LONG),
        (3, None),
    ]
    assert len(rows[0][1][0]) == 100_000


def test_that_more_rows_than_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "ROWS", 2)
    file = _file(tmp_path, HEADER + "\nD1;0660 1;2026-01-01;" * 3)

    with pytest.raises(FileTooLargeError):
        _rows(file)


def test_that_more_bytes_than_the_limit_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "CSV_BYTES", 100)

    with pytest.raises(FileTooLargeError):
        detect_encoding(_source(tmp_path, b"x" * 200))


def test_that_a_title_above_the_header_is_passed_over(tmp_path: Path) -> None:
    file = _file(tmp_path, f"sep=;\nExport of 1 May\n\n{HEADER}\nD1;0660 1;2026-01-01;\n")

    assert file.header.table == ImportTable.CONTACTS
    assert _rows(file) == [(5, ["D1", "0660 1", "2026-01-01", ""], None)]


def test_that_a_file_of_no_table_is_refused_with_what_it_lacks(tmp_path: Path) -> None:
    with pytest.raises(UnknownTableError, match="contacts: entered_at"):
        _file(tmp_path, "service_no;phone;name;started_at\n")


@pytest.mark.parametrize("content", [b"", b"\n\n", b"\xff\xfe", b"\0\0\0", b"\x89PNG\r\n"])
def test_that_a_file_that_is_no_text_is_refused(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UnknownTableError):
        recognise(_source(tmp_path, content))


@given(content=st.binary(max_size=2_000))
def test_that_no_bytes_bring_the_reader_down(
    tmp_path_factory: pytest.TempPathFactory, content: bytes
) -> None:
    source = _source(tmp_path_factory.mktemp("csv"), HEADER.encode() + b"\n" + content)
    try:
        rows = _rows(recognise(source))
    except UnknownTableError:
        return
    assert all(len(cells) >= 4 for _, cells, _ in rows)


def test_that_the_first_rows_and_their_number_are_shown(tmp_path: Path) -> None:
    file = _file(tmp_path, HEADER + "\nD1;0660 1;2026-01-01;Anna" * 10)

    assert sample_rows(file, 2) == [["D1", "0660 1", "2026-01-01", "Anna"]] * 2
    assert estimated_rows(file) == 10


def test_that_the_rows_of_a_large_file_are_estimated(tmp_path: Path) -> None:
    file = _file(tmp_path, HEADER + "\nD1;0660 1;2026-01-01;Anna" * 100_000)

    assert estimated_rows(file) == pytest.approx(100_000, rel=0.01)
