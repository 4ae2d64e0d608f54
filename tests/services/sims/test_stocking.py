"""Cards come into stock from lines and files; on both engines."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from desktop.errors import FileUnreadableError
from desktop.models.sim import SimStep
from desktop.models.sim_stock import StockProblem
from desktop.models.states import SimStage
from desktop.services.bundle import Services
from desktop.services.sims.entering import NumberAct
from desktop.services.storage.database import Database
from tests.support.house import AGENT, build_house

ONE = "8943010000000000019;0664 0090001;A1"
TWO = "8943010000000000027;0664 0090002;Drei"
WRONG = "8943010000000000028;0664 0090003"
ACT = NumberAct(AGENT, "Delivery of November")


def test_that_good_lines_come_into_stock_and_wrong_ones_come_back(services: Services) -> None:
    stocked = services.sim_stocking.add(f"{ONE}\n{WRONG}\n{TWO}", ACT)

    assert stocked.added == 2
    assert [(line.text, line.problem) for line in stocked.refused] == [
        (WRONG, StockProblem.CHECK_DIGIT)
    ]
    rows = services.sims.list(SimStage.IN_STOCK).rows
    assert {(row.msisdn, row.carrier) for row in rows} == {
        ("+436640090001", "A1"), ("+436640090002", "Drei"),
    }  # fmt: skip
    (event,) = services.sims.card(rows[0].sim_id).history
    assert (event.step, event.actor, event.reason) == (SimStep.ADD, AGENT, ACT.reason)


def test_that_what_the_books_have_is_not_added_again(
    services: Services, database: Database
) -> None:
    house = build_house(database)
    services.sim_stocking.add(ONE, ACT)
    lines = services.sim_stocking.look_at(
        f"{ONE}\n8943010000000000027;{house.number}\n8943010000000000035;0664 0090009"
    )

    assert [line.problem for line in lines] == [
        StockProblem.KNOWN_CARD, StockProblem.KNOWN_NUMBER, None,
    ]  # fmt: skip
    assert services.sim_stocking.add(ONE, ACT).added == 0


def test_that_a_number_of_a_retired_card_may_come_again(
    services: Services, database: Database
) -> None:
    house = build_house(database)
    services.sim_changes.retire(house.sim, ACT)
    assert services.sim_stocking.add(f"8943010000000000019;{house.number}", ACT).added == 1


@pytest.mark.parametrize("kind", ["csv", "csv-latin", "xlsx", "plain"])
def test_that_a_carriers_file_gives_lines(services: Services, tmp_path: Path, kind: str) -> None:
    rows = [
        ["Anbieter", "Rufnummer", "ICCID", "PUK"],
        ["Müller; Co", "+436640090001", "8943010000000000019", "1234"],
    ]
    if kind == "xlsx":
        path = tmp_path / "delivery.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            sheet.write_row(0, 0, ["A delivery"])
            for place, row in enumerate(rows, start=1):
                for column, cell in enumerate(row):
                    sheet.write_string(place, column, cell)
    elif kind == "plain":
        path = tmp_path / "delivery.txt"
        path.write_text("8943010000000000019,06640090001\n", encoding="utf-8")
    else:
        path = tmp_path / "delivery.csv"
        text = "\n".join(",".join(row) for row in rows)
        path.write_text(text, encoding="cp1252" if kind == "csv-latin" else "utf-8")

    lines = services.sim_stocking.look_at(services.sim_stocking.text_of(path))

    assert [(line.iccid, line.msisdn, line.problem) for line in lines] == [
        ("8943010000000000019", "+436640090001", None)
    ]
    assert lines[0].carrier == ("" if kind == "plain" else "Müller Co")


def test_that_a_folder_is_no_delivery(services: Services, tmp_path: Path) -> None:
    with pytest.raises(FileUnreadableError):
        services.sim_stocking.text_of(tmp_path)
