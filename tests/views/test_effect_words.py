"""What is said of a reminder's effect: never a failure too early, never a cause."""

from __future__ import annotations

from datetime import timedelta

import pytest

from desktop.models.records.effects import Compared, Within
from desktop.views.effect_words import figures, sentence
from desktop.views.formats import Formats

WEEK = timedelta(days=7)
ENGLISH = Formats("en")
NOBODY = Within(WEEK, 0, 0)


def test_that_who_is_still_watched_is_named_open_and_not_counted() -> None:
    assert figures(Within(WEEK, 10, 2, 5, 1), ENGLISH) == (
        "2 of 10: 20.0% (5.7 to 51.0%); 5\u00a0still\u00a0open, 1\u00a0so\u00a0far"
    )
    assert (
        figures(Within(WEEK, 0, 0, 5, 1), ENGLISH) == "5\u00a0still\u00a0open, 1\u00a0so\u00a0far"
    )
    assert figures(NOBODY, ENGLISH) == "–"


@pytest.mark.parametrize(
    ("ours", "others", "said"),
    [
        (Within(WEEK, 0, 0, 5, 1), NOBODY, "so far **1** of **5** have started"),
        (Within(WEEK, 40, 12), NOBODY, "Nobody comparable"),
        (Within(WEEK, 40, 12), Within(WEEK, 40, 1), "clearly more"),
        (Within(WEEK, 40, 1), Within(WEEK, 40, 12), "clearly fewer"),
        (Within(WEEK, 5, 2), Within(WEEK, 6, 0), "these numbers do not show"),
    ],
)
def test_that_the_sentence_says_no_more_than_the_figures(
    ours: Within, others: Within, said: str
) -> None:
    assert said in sentence(Compared(ours, others), ENGLISH)
