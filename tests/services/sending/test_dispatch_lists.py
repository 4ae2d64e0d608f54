from __future__ import annotations

from pathlib import Path
from threading import Event
from zoneinfo import ZoneInfo

import openpyxl
import pytest
from sqlalchemy import delete, select, update

from desktop.errors import CancelledError
from desktop.models.outcome import BalanceRule
from desktop.models.records.dispatches import SmsQuery, SmsSort
from desktop.models.records.paging import PAGE_ROWS
from desktop.models.states import SmsState
from desktop.models.tables import AuditEntry, Dispatch, DispatchExclusion, OutboundSms
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.failed_export import FailedExport, FailedExportOrder
from tests.support.sending import HandClock, World


def _lists(world: World) -> DispatchLists:
    return DispatchLists(world.database)


def _settle(world: World, states: list[SmsState]) -> None:
    with world.database.write() as session:
        ids = session.scalars(select(OutboundSms.id).order_by(OutboundSms.id)).all()
        for sms_id, state in zip(ids, states, strict=False):
            session.execute(
                update(OutboundSms)
                .where(OutboundSms.id == sms_id)
                .values(state=state, reason="invalid_recipient", settled_at=world.database.clock())
            )


def test_that_anchors_lead_to_every_row_once(world: World) -> None:
    numbers = world.add_incomplete(2 * PAGE_ROWS + 7)
    dispatch_id = world.release().id
    _settle(world, [SmsState.FAILED, SmsState.ACCEPTED] * PAGE_ROWS)

    for states in [(), (SmsState.FAILED,), (SmsState.ACCEPTED, SmsState.QUEUED)]:
        for sort in SmsSort:
            query = SmsQuery(dispatch_id, states, sort=sort, descending=sort is SmsSort.TIME)
            anchors = _lists(world).anchors(query, Event())
            found = [sms for key in anchors.keys for sms in _lists(world).page(query, key)]
            assert len(found) == anchors.total == len({sms.id for sms in found})
            assert {sms.state for sms in found} <= set(states or SmsState)
    assert _lists(world).anchors(SmsQuery(dispatch_id), Event()).total == len(numbers)


def test_that_sms_are_ordered_by_time_and_by_reason(world: World, clock: HandClock) -> None:
    world.add_incomplete(3)
    dispatch_id = world.release().id
    clock.forward(5)
    _settle(world, [SmsState.FAILED, SmsState.FAILED])

    latest = _lists(world).page(SmsQuery(dispatch_id, sort=SmsSort.TIME, descending=True))
    by_reason = _lists(world).page(SmsQuery(dispatch_id, sort=SmsSort.REASON, descending=True))

    assert [sms.state for sms in latest] == [SmsState.FAILED, SmsState.FAILED, SmsState.QUEUED]
    assert [sms.reason for sms in by_reason] == ["invalid_recipient", "invalid_recipient", ""]


def test_that_the_reasons_are_counted_within_the_filter(world: World) -> None:
    world.add_incomplete(3)
    dispatch_id = world.release().id
    _settle(world, [SmsState.FAILED, SmsState.DELIVERED])

    failed = SmsQuery(dispatch_id, (SmsState.FAILED,))

    assert _lists(world).reasons(failed, Event()) == {"invalid_recipient": 1}
    assert _lists(world).reasons(SmsQuery(dispatch_id), Event()) == {"invalid_recipient": 2}
    only = SmsQuery(dispatch_id, reason="invalid_recipient")
    assert _lists(world).anchors(only, Event()).total == 2


def test_that_sms_are_filtered_by_reason(world: World) -> None:
    world.add_incomplete(3)
    dispatch_id = world.release().id
    _settle(world, [SmsState.FAILED])

    found = _lists(world).sms(dispatch_id, reason="invalid_recipient")

    assert [sms.state for sms in found] == [SmsState.FAILED]


def test_that_books_that_do_not_add_up_are_said_with_the_rows(world: World) -> None:
    world.add_incomplete(3)
    world.add_incomplete(1, reminders_sent=2)
    dispatch_id = world.release().id
    assert _lists(world).balance(dispatch_id).adds_up

    with world.database.write() as session:
        first = session.scalars(select(OutboundSms.id).order_by(OutboundSms.id)).first()
        session.execute(delete(OutboundSms).where(OutboundSms.id == first))
        session.execute(delete(DispatchExclusion))
        session.execute(update(Dispatch).values(state="done"))
        waiting = session.scalars(select(OutboundSms.id).order_by(OutboundSms.id)).all()
    balance = _lists(world).balance(dispatch_id)

    assert not balance.adds_up
    assert [one.rule for one in balance.imbalances] == [BalanceRule.LIST, BalanceRule.RECIPIENTS]
    assert balance.wrong_rows == tuple(waiting)


def _order(dispatch_id: int, path: Path) -> FailedExportOrder:
    return FailedExportOrder(
        dispatch_id,
        path,
        ("Number", "State", "Reason", "Time"),
        "Call these",
        {SmsState.FAILED: "refused", SmsState.UNDELIVERABLE: "not delivered"},
        {"invalid_recipient": "number is not valid"},
        ZoneInfo("Europe/Vienna"),
        "lena",
    )


@pytest.mark.parametrize("suffix", ["csv", "xlsx"])
def test_that_those_who_got_nothing_are_saved_as_a_table(
    world: World, tmp_path: Path, suffix: str
) -> None:
    numbers = world.add_incomplete(4)
    dispatch_id = world.release().id
    _settle(world, [SmsState.FAILED, SmsState.DELIVERED, SmsState.UNDELIVERABLE, SmsState.UNCLEAR])
    path = tmp_path / f"failed.{suffix}"
    export = FailedExport(world.database, _lists(world))

    assert export.save(_order(dispatch_id, path), Event()) == 2

    if suffix == "xlsx":
        sheet = openpyxl.load_workbook(path).active
        assert sheet is not None
        rows = [[str(cell) for cell in row[:3]] for row in sheet.iter_rows(values_only=True)]
    else:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
        rows = [line.replace('"""', "").replace('="', "").split(";")[:3] for line in lines]
        rows = [[cell.strip('"=') for cell in row] for row in rows]
    assert rows == [
        ["Number", "State", "Reason"],
        [numbers[0], "refused", "number is not valid"],
        [numbers[2], "not delivered", "number is not valid"],
    ]
    with world.database.read() as session:
        acts = session.scalars(select(AuditEntry.act).order_by(AuditEntry.id)).all()
    assert acts[-1] == "failed_exported"


def test_that_a_stopped_export_leaves_no_file(world: World, tmp_path: Path) -> None:
    world.add_incomplete(2)
    dispatch_id = world.release().id
    _settle(world, [SmsState.FAILED, SmsState.FAILED])
    stop = Event()
    stop.set()

    with pytest.raises(CancelledError):
        FailedExport(world.database, _lists(world)).save(
            _order(dispatch_id, tmp_path / "failed.csv"), stop
        )

    assert list(tmp_path.glob("failed*")) == []
