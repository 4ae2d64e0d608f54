from __future__ import annotations

import io

from desktop.cli.tables import ProgressBar, table


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_that_numbers_stand_right_and_words_left() -> None:
    shown = table(["Service", "Active"], [["D1", 5], ["D2000", 1_204]], ".")

    assert shown.splitlines() == ["Service  Active", "D1            5", "D2000     1.204"]


def test_that_a_table_without_rows_is_its_heads() -> None:
    assert table(["Service", "Active"], [], ",") == "Service  Active"


def test_that_progress_is_shown_at_a_terminal_and_taken_away() -> None:
    terminal = _Terminal()
    bar = ProgressBar("Making", terminal)

    bar.show(0.5)
    bar.clear()

    assert "Making [###############...............]  50%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\033[K")


def test_that_a_file_gets_no_progress() -> None:
    stream = io.StringIO()
    bar = ProgressBar("Making", stream)

    bar.show(0.5)
    bar.clear()

    assert stream.getvalue() == ""
