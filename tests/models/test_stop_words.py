from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.models.stop_words import STOP_WORDS, asks_to_stop

_stop_words = st.sampled_from(STOP_WORDS)
_noise = st.text(" \t\n\r.,;:!?-_\"'()*#…„“»«\u200b\ufeff👋", max_size=6)
_texts = st.text(max_size=60)


@pytest.mark.parametrize(
    "text",
    [
        "STOP", "stop", "Stop.", "  stop  ", "STOPP", "Stopp!!!", "STOP ALL", "StopAll", "STOP-ALL",
        "ABMELDEN", "abmelden bitte", "Abmeldung", "Stop bitte", "Stop, bitte keine SMS mehr",
        "„STOP“", "S.T.O.P.", "s t o p", "un-subscribe", "opt out", "\u200bStop", "ＳＴＯＰ",
        "Stöp", "stop\nGesendet von meinem Telefon",
    ],
)  # fmt: skip
def test_that_whoever_begins_with_a_stop_word_asks_to_stop(text: str) -> None:
    assert asks_to_stop(text)


@pytest.mark.parametrize(
    "text",
    [
        "", " ", "...", "bitte nicht stoppen", "Bitte stop", "Danke!", "Start", "Stoppuhr",
        "nonstop", "ich möchte mich nicht abmelden", "Ist das ein Stopp?", "St", "1",
    ],
)  # fmt: skip
def test_that_other_words_do_not_ask_to_stop(text: str) -> None:
    assert not asks_to_stop(text)


@pytest.mark.parametrize(
    ("keyword", "text"),
    [
        ("Ende", "ENDE"),
        ("Ende", "ende, danke"),
        ("Löschen", "LÖSCHEN"),
        ("Löschen", "loeschen"),
        ("Löschen", "loschen bitte"),
        ("Lo\u0308schen", "loeschen"),
        ("Schluß", "SCHLUSS"),
        ("News aus", "news  AUS!"),
        ("News aus", "newsaus"),
    ],
)
def test_that_a_services_own_keyword_is_understood_as_well(keyword: str, text: str) -> None:
    assert asks_to_stop(text, [keyword])
    assert not asks_to_stop(text)


@pytest.mark.parametrize("keyword", ["", " ", "!", "\u200b"])
def test_that_a_service_without_a_keyword_is_not_stopped_by_whatever_is_said(keyword: str) -> None:
    assert not asks_to_stop("Danke", [keyword])
    assert not asks_to_stop("", [keyword])


@given(_stop_words, _noise, _noise, st.booleans())
def test_that_case_and_what_surrounds_a_stop_word_do_not_matter(
    word: str, before: str, after: str, upper: bool
) -> None:
    assert asks_to_stop(before + (word.upper() if upper else word.lower()) + after)


@given(_stop_words, _texts)
def test_that_whatever_follows_a_stop_word_does_not_take_it_back(word: str, rest: str) -> None:
    assert asks_to_stop(f"{word} {rest}")


@given(st.sampled_from(["bitte", "nicht", "Danke", "kein", "why"]), _stop_words, _texts)
def test_that_a_stop_word_further_on_is_no_wish_to_stop(first: str, word: str, rest: str) -> None:
    assert not asks_to_stop(f"{first} {word} {rest}")


@given(_texts, st.lists(_texts, max_size=3))
def test_that_no_text_and_no_keyword_is_too_odd_to_judge(text: str, keywords: list[str]) -> None:
    said = asks_to_stop(text, keywords)

    assert said >= asks_to_stop(text)
    assert asks_to_stop(unicodedata.normalize("NFD", text), keywords) == said
