from __future__ import annotations

import json

import pytest

from desktop.cli.arguments import Asked
from desktop.cli.telling import Teller
from desktop.cli.words import Words


def test_that_an_event_is_told_in_words_and_once(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Teller("worker", Asked(), Words("de"))

    tell("waits", count=1204)
    tell("waits", count=1204)
    tell("ended")

    assert capsys.readouterr().out.splitlines() == [
        "1.204 SMS warten: auf das Sendefenster, das Gateway oder einen Menschen",
        "Geordnet beendet",
    ]


def test_that_an_event_is_one_line_of_json(capsys: pytest.CaptureFixture[str]) -> None:
    tell = Teller("worker", Asked(json=True), Words("en"))

    tell("paused", reason="invalid_credentials", code="403")

    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line) == {
        "event": "paused",
        "reason": "invalid_credentials",
        "code": "403",
    }


@pytest.mark.parametrize("language", ["de", "en"])
def test_that_every_event_has_its_words(language: str, capsys: pytest.CaptureFixture[str]) -> None:
    facts: dict[str, dict[str, dict[str, object]]] = {
        "worker": {
            "started": {"account": "a"},
            "started_test": {"account": "a"},
            "recovered": {"count": 1},
            "dispatch": {
                "dispatch": "A-1",
                "state": "x",
                "recipients": 1,
                "waiting": 1,
                "accepted": 1,
                "delivered": 1,
                "failed": 1,
                "unclear": 1,
            },
            "other": {"host": "h"},
            "paused": {"reason": "r", "code": "c"},
            "trouble": {"sentence": "s"},
            "nothing_left": {"count": 0},
            "waits": {"count": 1},
            "ended": {},
            "ended_early": {},
        },
        "receive": {
            "listening": {"address": "a"},
            "exposed": {},
            "counts": {
                "unread": 1,
                "unmatched": 1,
                "other": 1,
                "unreadable": 1,
                "last_at": "t",
            },
            "trouble": {"error": "e"},
            "ended": {},
        },
    }
    for section, events in facts.items():
        tell = Teller(section, Asked(), Words(language))
        for event, values in events.items():
            tell(event, **values)

    told = capsys.readouterr().out
    assert "{" not in told
    assert len(told.splitlines()) == sum(len(events) for events in facts.values())
