"""What is promised to the caller about a list: this day only while SMS still go out on it."""

from __future__ import annotations

import pytest

from desktop.models.eligibility import ReminderRules
from desktop.models.records.dispatches import RecipientPreview
from desktop.views.cases.steps.recipient_words import RecipientWords
from desktop.views.formats import Formats


@pytest.mark.parametrize(
    ("today", "said"),
    [(True, "**2 of them get an SMS today.**"), (False, "**2 of them get an SMS.**")],
)
def test_that_an_sms_is_promised_for_today_only_while_the_window_is_open(
    *, today: bool, said: str
) -> None:
    preview = RecipientPreview(listed=2, gets=2, by_reason={})

    words = RecipientWords(preview, ReminderRules(), Formats("en"), today=today)

    assert words.aloud()[1] == said
