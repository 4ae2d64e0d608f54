"""Is it blocked, since when, what now: the words for every card, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from threading import Event

import pytest
from PySide6.QtWidgets import QApplication

from desktop.models.records.sims import NumberSpan, SimDetail, SimMeaning, SimRow
from desktop.models.sim_acts import possible_acts
from desktop.models.states import NumberKind, SimStage, SimStatus
from desktop.services.demo import make_demo
from desktop.services.sims.listing import Sims
from desktop.services.storage.database import Database
from desktop.views.formats import MISSING
from desktop.views.language import LanguageManager
from desktop.views.sims import words

BLOCKED_WORD = {"de": "gesperrt", "en": "blocked"}
SINCE_WORD = {"de": "seit", "en": "since"}
DAY = datetime(2026, 11, 24, 12, 59, tzinfo=UTC)
NEXT = "+436500000002"


@pytest.fixture
def language(qapp: QApplication) -> Iterator[LanguageManager]:
    manager = LanguageManager(qapp)
    yield manager
    manager.apply("en")
    manager.deleteLater()


def test_that_every_card_of_the_demo_answers_the_three_questions_in_both_languages(
    language: LanguageManager, migrated_sqlite_url: str
) -> None:
    database = Database(migrated_sqlite_url, clock=lambda: DAY)
    make_demo(database, lambda _share: None, Event(), now=DAY)
    sims = Sims(database)
    cards = [sims.card(row.sim_id) for row in sims.list().rows]
    database.close()

    assert {card.row.stage for card in cards} == set(SimStage)
    for code in ("de", "en"):
        language.apply(code)
        for card in cards:
            _answers(card, language)


def _answers(card: SimDetail, language: LanguageManager) -> None:
    formats, sim = language.formats, card.row
    state = words.since(sim.stage).format(formats.moment(sim.reserved_at or sim.status_since))
    is_blocked = sim.stage is SimStage.BLOCKED
    assert (BLOCKED_WORD[language.code] in state) is is_blocked
    assert SINCE_WORD[language.code] in state
    assert words.meaning(sim.meaning)
    advice, said = words.what_to_do(card, formats), words.to_say(card, formats)
    works_or_is_gone = sim.meaning in {SimMeaning.SENDS, SimMeaning.OUT_OF_USE}
    assert advice or works_or_is_gone
    assert possible_acts(sim.meaning) or sim.meaning is SimMeaning.OUT_OF_USE
    assert said or sim.customer_id is None
    for text in (state, advice, said):
        assert MISSING not in text
        assert "{" not in text


def detail(status: SimStatus, *spans: NumberSpan, in_use: bool = False) -> SimDetail:
    sim = SimRow(
        sim_id=1,
        kind=NumberKind.SIM,
        iccid="8943010000000000019",
        msisdn="+436500000001",
        carrier="A1",
        status=status,
        status_since=DAY - timedelta(days=60),
        revision=0,
        service_id=1,
        service_name="Werkstatt",
        customer_id=1,
        customer_name="Autohaus Winkler",
        in_use=in_use,
        replaced_at=None if in_use else DAY - timedelta(days=59),
        reserved_by="",
        reserved_at=None,
        conflicts=0,
    )
    return SimDetail(row=sim, note="", history=(), spans=spans)


def span(status: SimStatus, days: float | None = 30) -> NumberSpan:
    since = None if days is None else DAY - timedelta(days=days)
    return NumberSpan(2, NEXT, since, None, status)


@pytest.mark.parametrize(
    ("card", "said"),
    [
        (detail(SimStatus.ACTIVE, span(SimStatus.ACTIVE, None), in_use=True), "sends from it"),
        (detail(SimStatus.ACTIVE, span(SimStatus.ACTIVE), in_use=True), "it since 25 Oct 2026"),
        (detail(SimStatus.BLOCKED, span(SimStatus.ACTIVE)), "Since 25 Oct 2026"),
        (detail(SimStatus.BLOCKED, span(SimStatus.BLOCKED)), "is blocked as well"),
        (detail(SimStatus.BLOCKED), "has no number now; you get a new SIM card"),
        (detail(SimStatus.RETIRED, span(SimStatus.ACTIVE)), "Since 25 Oct 2026"),
        (detail(SimStatus.RETIRED, span(SimStatus.BLOCKED)), "number after it"),
        (detail(SimStatus.RETIRED), "has no number now"),
    ],
)
def test_that_what_is_said_is_true_of_the_number_of_today(
    language: LanguageManager, card: SimDetail, said: str
) -> None:
    told = words.to_say(card, language.formats).replace("\u00a0", " ")
    assert said in told
    assert MISSING not in told
