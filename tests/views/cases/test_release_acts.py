"""When a release is possible, and that nothing else than what was shown goes out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from threading import Event

import pytest

from desktop.errors import ConflictError
from desktop.models.case_flow import CaseDraft, with_answers
from desktop.models.records.cases import NewRequest
from desktop.models.records.customers import ServiceFacts
from desktop.models.records.templates import TemplateDraft
from desktop.models.settings import SimSettings
from desktop.models.states import (
    DispatchKind,
    DispatchState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)
from desktop.models.template_content import TemplateContent, TemplateRef
from desktop.services.bundle import Services, build_services
from desktop.services.storage.database import Database
from desktop.views.cases.case_file import Caller, CaseFile, begin_reminder, draft_of, read_case
from desktop.views.cases.steps.release_acts import Signature, release, stop, window_opens
from tests.support.cases import EVERYBODY, furnish
from tests.support.sending import HandClock
from tests.support.window import AGENT

TUESDAY_NOON = datetime(2026, 11, 24, 11, 0, tzinfo=UTC)
TUESDAY_NIGHT = datetime(2026, 11, 24, 18, 30, tzinfo=UTC)
SATURDAY_NIGHT = datetime(2026, 11, 28, 21, 0, tzinfo=UTC)
SIGNED = Signature(AGENT)


@pytest.fixture
def services(migrated_sqlite_url: str) -> Iterator[Services]:
    database = Database(migrated_sqlite_url, clock=HandClock(TUESDAY_NOON))
    furnish(database)
    yield build_services(database)
    database.close()


@pytest.fixture
def prepared(services: Services) -> tuple[CaseFile, CaseDraft]:
    """A case with its request, ready to be released."""
    file = ready(services, begin_reminder(services, EVERYBODY, Caller(), AGENT, Event()))
    return file, with_answers(draft_of(file), listed=11, recipients=5)


def ready(services: Services, file: CaseFile) -> CaseFile:
    """Record the customer's request for a case, so that it can be released."""
    now = services.database.clock()
    services.cases.record_request(
        file.record.id,
        NewRequest(
            requester="Elias Eder",
            channel=RequestChannel.PHONE,
            requested_at=now,
            verification_method=VerificationMethod.CUSTOMER_PIN,
            verification_result=VerificationResult.VERIFIED,
            verified_at=now,
            wish="Erinnerung",
        ),
        AGENT,
    )
    return read_case(services, file.record.id, Event())


def really(file: CaseFile) -> CaseFile:
    """The same case with an account that reaches phones."""
    return replace(file, account=replace(file.account, test_mode=False))


@pytest.mark.parametrize(
    ("now", "opens"),
    [
        (TUESDAY_NOON, None),
        (datetime(2026, 11, 24, 17, 58, 30, tzinfo=UTC), None),
        # It would begin at 19:00:00 sharp, after the countdown of a minute.
        (
            datetime(2026, 11, 24, 17, 59, 0, tzinfo=UTC),
            datetime(2026, 11, 25, 8, 0, tzinfo=UTC),
        ),
        (TUESDAY_NIGHT, datetime(2026, 11, 25, 8, 0, tzinfo=UTC)),
        (SATURDAY_NIGHT, datetime(2026, 11, 30, 8, 0, tzinfo=UTC)),
    ],
)
def test_that_the_window_is_looked_at_for_the_end_of_the_countdown(
    prepared: tuple[CaseFile, CaseDraft], now: datetime, opens: datetime | None
) -> None:
    assert window_opens(really(prepared[0]), now) == opens


def test_that_a_test_may_be_released_at_any_hour(prepared: tuple[CaseFile, CaseDraft]) -> None:
    assert window_opens(prepared[0], SATURDAY_NIGHT) is None


def test_that_what_was_shown_is_released(
    services: Services, prepared: tuple[CaseFile, CaseDraft]
) -> None:
    file, draft = prepared

    released = release(services, file, draft, SIGNED, file.record)

    assert released.dispatch is not None
    assert released.dispatch.state is DispatchState.COUNTDOWN
    assert released.dispatch.balance.recipients == 5
    assert "Autohaus Winkler: Ihre Anmeldung" in released.dispatch.text


def save_for_all(services: Services, text: str, based_on: int) -> None:
    """Let a supervisor change the template that reminders begin with."""
    services.settings.save("sims", SimSettings(supervisors=AGENT), AGENT)
    services.template_editing.save(
        TemplateRef("de", "reminder_link"),
        DispatchKind.SIGNUP_REMINDER,
        TemplateDraft(TemplateContent("", text), based_on, "anders"),
        AGENT,
    )


def test_that_a_case_keeps_its_text_when_the_template_changes_and_the_dispatch_its_version(
    services: Services,
) -> None:
    save_for_all(services, "{customer}: erste Fassung. Ende: {stop}", 0)
    first = begin_reminder(services, EVERYBODY, Caller(), AGENT, Event())
    save_for_all(services, "{customer}: zweite Fassung. Ende: {stop}", 1)
    file = ready(services, read_case(services, first.record.id, Event()))

    draft = with_answers(draft_of(file), listed=11, recipients=5)
    released = release(services, file, draft, SIGNED, file.record).dispatch

    assert [each.version for each in file.templates if each.key == "reminder_link"] == [2, 0]
    assert released is not None
    assert released.text == "Autohaus Winkler: erste Fassung. Ende: Stop"
    assert (released.template_key, released.template_version) == ("de/reminder_link", 1)


@pytest.mark.parametrize("what", ["account", "text", "number"])
def test_that_something_else_than_what_was_shown_is_refused(
    services: Services, prepared: tuple[CaseFile, CaseDraft], what: str
) -> None:
    file, draft = prepared
    if what == "account":
        file = really(file)
    elif what == "text":
        file = replace(file, service=replace(_service_of(file), name="Anderer Dienst"))
    else:
        draft = replace(draft, recipients=4)
    act = partial(release, services, file, draft, SIGNED)

    with pytest.raises(ConflictError):
        act(file.record)

    assert services.cases.get(file.record.id).dispatch_id is None


def _service_of(file: CaseFile) -> ServiceFacts:
    assert file.service is not None
    return file.service


def test_that_a_stop_that_comes_twice_is_as_good_as_one(
    services: Services, prepared: tuple[CaseFile, CaseDraft]
) -> None:
    file, draft = prepared
    released = release(services, file, draft, SIGNED, file.record)
    assert released.dispatch is not None

    first = stop(services, released.dispatch.id, AGENT, Event())
    second = stop(services, released.dispatch.id, AGENT, Event())

    assert first.state is second.state is DispatchState.STOPPED
