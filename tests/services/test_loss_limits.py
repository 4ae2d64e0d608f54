"""What a customer is willing to lose: set, used, and taken back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from desktop.errors import NotFoundError
from desktop.models.records.frequency import Lack, NotEnough
from desktop.models.tables import AuditEntry, NewsletterService
from desktop.services.frequency import Frequency
from desktop.services.loss_limits import LossLimits
from desktop.services.storage.database import Database
from tests.support.numbers import add_days, add_service

AGENT = "Lena Moser"


@pytest.fixture
def database(migrated_url: str) -> Iterator[Database]:
    opened = Database(migrated_url)
    yield opened
    opened.close()


def filled(database: Database) -> NewsletterService:
    with database.write() as session:
        service = add_service(session, "A")
        add_days(session, service, 90, opt_outs=1)
        return service


def test_that_the_estimate_keeps_to_the_customer_s_own_limit(database: Database) -> None:
    service = filled(database)
    frequency, limits = Frequency(database), LossLimits(database)
    usual = frequency.own(service.id, limit=0.9)
    assert (usual.limit, usual.limit_is_own) == (0.9, False)
    assert limits.of_customer(service.customer_id) is None

    assert limits.change(service.customer_id, 25, AGENT) is None

    own = frequency.own(service.id, limit=0.9)
    assert (own.limit, own.limit_is_own) == (0.025, True)
    assert own.advice == NotEnough(Lack.OVER_LIMIT)


def test_that_a_limit_is_written_down_and_taken_back(database: Database) -> None:
    service = filled(database)
    limits = LossLimits(database)

    limits.change(service.customer_id, 25, AGENT)
    limits.change(service.customer_id, 25, AGENT)
    before = limits.change(service.customer_id, 40, AGENT)
    assert before == 25
    limits.change(service.customer_id, before, AGENT)
    assert limits.change(service.customer_id, None, AGENT) == 25

    assert limits.of_customer(service.customer_id) is None
    with database.read() as session:
        acts = list(session.scalars(select(AuditEntry.act)))
    assert acts == ["limit_changed"] * 4


@pytest.mark.parametrize("permille", [0, 501, -1])
def test_that_a_senseless_limit_is_refused(database: Database, permille: int) -> None:
    service = filled(database)
    with pytest.raises(ValueError, match="no limit"):
        LossLimits(database).change(service.customer_id, permille, AGENT)
    with pytest.raises(NotFoundError):
        LossLimits(database).change(4711, 30, AGENT)
    with pytest.raises(NotFoundError):
        LossLimits(database).of_customer(4711)
