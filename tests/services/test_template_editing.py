"""Templates that supervisors write: versions, customers' own, drafts, and who may do it."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Barrier

import pytest
from sqlalchemy import func, select

from desktop.errors import (
    ConflictError,
    InvalidValueError,
    NotFoundError,
    SupervisorNeededError,
    TransitionError,
)
from desktop.models.case_flow import AddressForm
from desktop.models.records.templates import SmsTemplate, TemplateDraft
from desktop.models.states import DispatchKind
from desktop.models.tables import AuditEntry, StoredTemplateVersion
from desktop.models.template_content import TemplateContent, TemplateRef
from desktop.services.storage import audit
from desktop.services.storage.database import Database
from desktop.services.template_book import TemplateBook
from desktop.services.template_editing import TemplateEditing
from desktop.services.template_lists import TemplateLists
from tests.services.houses import AGENT, NOON, add_customer, add_service

SUPERVISOR, SECOND = "Jana Kofler", "Peter Aigner"
REMINDER = DispatchKind.SIGNUP_REMINDER
SHORT = TemplateRef("de", "reminder_short")
TEXT = "{customer}: {service} wartet auf {keyword} an {number}. Ende: {stop}"


class _Clock:
    now = NOON

    def __call__(self) -> datetime:
        return self.now


@dataclass(frozen=True, slots=True)
class House:
    """A database with two customers, and the services that know templates."""

    database: Database
    clock: _Clock
    book: TemplateBook
    lists: TemplateLists
    editing: TemplateEditing
    customer_id: int
    other_id: int

    def save(
        self,
        text: str,
        *,
        ref: TemplateRef = SHORT,
        based_on: int = 0,
        agent: str = SUPERVISOR,
        title: str = "",
        reason: str = "klarer",
    ) -> int:
        draft = TemplateDraft(TemplateContent(title, text), based_on, reason)
        return self.editing.save(ref, REMINDER, draft, agent)

    def offered(self, key: str, customer_id: int | None = None) -> SmsTemplate | None:
        found = self.book.of("de", REMINDER, customer_id)
        return next((each for each in found if each.key == key), None)

    def acts(self) -> list[tuple[str, str, int | None]]:
        with self.database.read() as session:
            rows = session.execute(
                select(AuditEntry.act, AuditEntry.actor, AuditEntry.customer_id).order_by(
                    AuditEntry.id
                )
            )
            return [(row.act, row.actor, row.customer_id) for row in rows]


@pytest.fixture
def house(migrated_url: str) -> Iterator[House]:
    clock = _Clock()
    database = Database(migrated_url, clock=clock)
    with database.write() as session:
        first = add_customer(session)
        add_service(session, first)
        second = add_customer(session, "Bäckerei Huber", "K2")
        add_service(session, second, number="D2")
        ids = first.id, second.id
    supervisors = frozenset({SUPERVISOR.casefold(), SECOND.casefold()})
    yield House(
        database,
        clock,
        TemplateBook(database),
        TemplateLists(database),
        TemplateEditing(database, lambda: supervisors),
        *ids,
    )
    with database.read() as session:
        assert audit.first_broken_entry(session) is None
    database.close()


def test_that_a_saved_version_holds_and_the_built_in_text_stays_to_go_back_to(
    house: House,
) -> None:
    built_in = house.offered("reminder_short")
    assert built_in is not None

    assert house.save(TEXT) == 1

    offered = house.offered("reminder_short")
    assert offered is not None
    assert (offered.version, set(offered.texts.values())) == (1, {TEXT})
    assert offered.title("de") == built_in.title("de")
    newest, oldest = house.lists.file(SHORT, AGENT).versions
    assert (newest.by, newest.at, newest.reason) == (SUPERVISOR, NOON, "klarer")
    assert (oldest.number, oldest.content.texts) == (0, built_in.texts)


def test_that_going_back_is_another_version_and_nothing_is_rewritten(house: House) -> None:
    house.save(TEXT)
    house.save(TEXT + "!", based_on=1)
    before = house.lists.file(SHORT, AGENT).versions

    assert house.save(TEXT, based_on=2, reason="zurück zu 1") == 3

    after = house.lists.file(SHORT, AGENT).versions
    assert after[1:] == before
    assert after[0].content == before[1].content


def test_that_the_second_of_two_supervisors_is_told_and_loses_nothing(house: House) -> None:
    house.save(TEXT, agent=SECOND)
    mine = TemplateDraft(TemplateContent("", "Meins: {stop}"), 0, "kürzer")
    house.editing.keep_draft(SHORT, REMINDER, mine, SUPERVISOR)

    with pytest.raises(ConflictError):
        house.editing.save(SHORT, REMINDER, mine, SUPERVISOR)

    file = house.lists.file(SHORT, SUPERVISOR)
    assert file.draft is not None
    assert (file.draft.content, file.draft.reason) == (mine.content, "kürzer")
    assert (file.current.number, file.current.by) == (1, SECOND)
    assert house.save("Meins: {stop}", based_on=1) == 2


@pytest.mark.parametrize("based_on", [0, 1])
def test_that_of_two_who_save_at_the_same_moment_one_is_told(house: House, based_on: int) -> None:
    for version in range(based_on):
        house.save(TEXT, based_on=version)
    together = Barrier(2)

    def saves(agent: str) -> int | None:
        together.wait(timeout=30)
        try:
            return house.save(f"{agent}: {{stop}}", based_on=based_on, agent=agent)
        except ConflictError:
            return None

    with ThreadPoolExecutor(2) as both:
        results = set(both.map(saves, (SUPERVISOR, SECOND)))

    assert results == {based_on + 1, None}
    assert house.lists.file(SHORT, AGENT).current.number == based_on + 1


def test_that_nobody_but_a_supervisor_changes_anything(house: House) -> None:
    house.save(TEXT, ref=TemplateRef("de", "own_a"), title="Eigene")
    draft = TemplateDraft(TemplateContent("", TEXT + "!"), 0, "darum")

    with pytest.raises(SupervisorNeededError):
        house.editing.save(SHORT, REMINDER, draft, AGENT)
    with pytest.raises(SupervisorNeededError):
        house.editing.keep_draft(SHORT, REMINDER, draft, AGENT)
    with pytest.raises(SupervisorNeededError):
        house.editing.withdraw(TemplateRef("de", "own_a"), 1, "darum", AGENT)

    assert house.editing.may_edit(SUPERVISOR.upper())
    assert not house.editing.may_edit(AGENT)
    assert house.lists.file(SHORT, AGENT).draft is None
    assert house.offered("own_a") is not None


@pytest.mark.parametrize(
    ("text", "reason", "field", "problem"),
    [
        ("Hallo {kunde}", "x", "text", "unknown_placeholder"),
        ("", "x", "text", "missing"),
        ("{old_number}", "x", "text", "not_for_kind"),
        (TEXT, " ", "reason", "missing"),
    ],
)
def test_that_what_cannot_be_saved_is_refused_with_its_field(
    house: House, text: str, reason: str, field: str, problem: str
) -> None:
    with pytest.raises(InvalidValueError) as told:
        house.save(text, reason=reason)

    assert (told.value.field, told.value.problem) == (field, problem)
    assert house.lists.file(SHORT, AGENT).current.number == 0
    assert house.acts() == []


def test_that_a_template_of_ones_own_needs_a_title(house: House) -> None:
    own = house.editing.new_ref("de", None)
    assert own != house.editing.new_ref("de", None)
    with pytest.raises(InvalidValueError):
        house.save(TEXT, ref=own)

    house.save(TEXT, ref=own, title="  Eigene ")

    offered = house.offered(own.key)
    assert offered is not None
    assert offered.title("en") == "Eigene"


def test_that_a_customers_own_text_is_offered_to_that_customer_alone(house: House) -> None:
    own = TemplateRef("de", "reminder_short", house.customer_id)

    house.save(TEXT, ref=own)

    first = house.book.of("de", REMINDER, house.customer_id)[0]
    assert (first.ref, first.version) == (own, 1)
    for customer_id in (None, house.other_id):
        offered = house.offered("reminder_short", customer_id)
        assert offered is not None
        assert offered.version == 0
    assert house.acts() == [("template_saved", SUPERVISOR, house.customer_id)]
    (line,) = [each for each in house.lists.lines(AGENT) if each.customer]
    assert (line.customer, line.title("de")) == ("Autohaus Winkler", "Kurze Erinnerung")


def test_that_a_template_for_nobody_is_not_saved(house: House) -> None:
    with pytest.raises(NotFoundError):
        house.save(TEXT, ref=TemplateRef("de", "reminder_short", 999))


def test_that_a_withdrawn_template_is_offered_no_longer_and_can_come_back(house: House) -> None:
    own = TemplateRef("de", "reminder_short", house.customer_id)
    house.save(TEXT, ref=own)

    house.editing.withdraw(own, 1, "nicht mehr nötig", SUPERVISOR)

    offered = house.offered("reminder_short", house.customer_id)
    assert offered is not None
    assert offered.version == 0
    assert not house.lists.file(own, AGENT).current.offered
    with pytest.raises(TransitionError):
        house.editing.withdraw(own, 2, "noch einmal", SUPERVISOR)
    assert house.save(TEXT, ref=own, based_on=2, reason="doch") == 3
    assert [act for act, *_ in house.acts()] == [
        "template_saved",
        "template_withdrawn",
        "template_saved",
    ]


def test_that_a_built_in_template_is_never_withdrawn_for_all(house: House) -> None:
    house.save(TEXT)
    with pytest.raises(TransitionError):
        house.editing.withdraw(SHORT, 1, "weg damit", SUPERVISOR)
    with pytest.raises(NotFoundError):
        house.editing.withdraw(TemplateRef("de", "own_x"), 1, "weg damit", SUPERVISOR)


def test_that_the_same_content_again_makes_no_version(house: House) -> None:
    house.save(TEXT)
    house.editing.keep_draft(
        SHORT, REMINDER, TemplateDraft(TemplateContent("", TEXT), 1), SUPERVISOR
    )

    assert house.save(TEXT, based_on=1, reason="") == 1

    assert house.lists.file(SHORT, SUPERVISOR).draft is None
    with house.database.read() as session:
        assert session.scalar(select(func.count()).select_from(StoredTemplateVersion)) == 1


def test_that_a_draft_is_kept_for_its_agent_until_it_is_saved_or_given_up(house: House) -> None:
    own = house.editing.new_ref("en", house.customer_id)
    draft = TemplateDraft(TemplateContent("Draft", "half {", "du"), 0, "why")
    house.editing.keep_draft(own, REMINDER, draft, SUPERVISOR)
    house.clock.now = NOON + timedelta(minutes=5)
    longer = TemplateDraft(TemplateContent("Draft", "half {customer}", "du"), 0, "why")
    house.editing.keep_draft(own, REMINDER, longer, SUPERVISOR)

    found = house.lists.file(own, SUPERVISOR)

    assert found.line.is_new
    assert found.versions == ()
    assert found.draft == TemplateDraft(longer.content, 0, "why", NOON + timedelta(minutes=5))
    with pytest.raises(NotFoundError):
        house.lists.file(own, SECOND)
    house.editing.drop_draft(own, SUPERVISOR)
    assert own not in [line.ref for line in house.lists.lines(SUPERVISOR)]


def test_that_the_list_names_every_template_once_those_for_all_first(house: House) -> None:
    built_in = [line.ref for line in house.lists.lines(AGENT)]
    own = TemplateRef("de", "reminder_short", house.customer_id)
    house.save(TEXT, ref=own)
    house.save(TEXT)

    lines = house.lists.lines(AGENT)

    assert [line.ref for line in lines] == [*built_in, own]
    assert all(line.is_built_in for line in lines[:-1])


def test_that_the_readers_of_a_text_are_the_services_of_its_customers(house: House) -> None:
    every = house.lists.readers(REMINDER, None)
    (one,) = house.lists.readers(DispatchKind.NUMBER_CHANGE, house.other_id)

    assert [each.customer for each in every] == ["Autohaus Winkler", "Bäckerei Huber"]
    assert every[0].values["old_number"] == ""
    assert one.values["old_number"] == one.values["number"] == "+43 699 8885393"


def test_that_both_forms_of_address_are_kept(house: House) -> None:
    content = TemplateContent("", "Ihre {customer}", "Deine {customer}")
    house.editing.save(SHORT, REMINDER, TemplateDraft(content, 0, "höflich"), SUPERVISOR)

    offered = house.offered("reminder_short")

    assert offered is not None
    assert offered.texts == {
        AddressForm.SIE: "Ihre {customer}",
        AddressForm.DU: "Deine {customer}",
    }
    assert offered.addresses_readers
