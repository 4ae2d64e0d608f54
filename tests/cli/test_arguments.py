from __future__ import annotations

from pathlib import Path

import pytest

from desktop.cli.arguments import Asked, Command, NotUnderstoodError, language_in, understand


def test_that_nothing_opens_the_desk() -> None:
    asked = understand([])

    assert asked.command is Command.DESK
    assert asked.needs_window


@pytest.mark.parametrize(
    "arguments",
    [
        ["--database", "a.sqlite", "--json", "status"],
        ["status", "--database", "a.sqlite", "--json"],
        ["--json", "status", "--database=a.sqlite"],
    ],
)
def test_that_options_stand_before_or_after_the_command(arguments: list[str]) -> None:
    asked = understand(arguments)

    assert (asked.command, asked.database, asked.json) == (Command.STATUS, "a.sqlite", True)
    assert not asked.needs_window


def test_that_an_import_takes_several_paths() -> None:
    assert understand(["import", "a", "b.zip"]).paths == (Path("a"), Path("b.zip"))


def test_that_a_worker_and_a_receiver_need_no_window() -> None:
    worker = understand(["worker", "--once", "--password-from-input"])
    receiver = understand(["receive", "--host", "::1", "--port", "0"])

    assert (worker.once, worker.password_from_input, worker.needs_window) == (True, True, False)
    assert (receiver.host, receiver.port, receiver.needs_window) == ("::1", 0, False)
    assert (understand(["receive"]).host, understand(["receive"]).port) == ("127.0.0.1", 8085)


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_that_a_port_that_is_none_is_not_understood(port: str) -> None:
    with pytest.raises(NotUnderstoodError):
        understand(["receive", "--port", port])


@pytest.mark.parametrize(("no_window", "needs"), [([], True), (["--no-window"], False)])
def test_that_a_demo_without_a_window_needs_none(no_window: list[str], *, needs: bool) -> None:
    assert understand(["demo", *no_window]).needs_window is needs


@pytest.mark.parametrize(
    "arguments",
    [["fly"], ["import"], ["lookup"], ["--nonsense"], ["lookup", "x", "--limit", "many"]],
)
def test_that_nonsense_is_not_understood(arguments: list[str]) -> None:
    with pytest.raises(NotUnderstoodError):
        understand(arguments)


@pytest.mark.parametrize(
    ("arguments", "language"),
    [
        (["--language", "de", "status"], "de"),
        (["status", "--language=de"], "de"),
        (["status", "--language", "de", "--nonsense"], "de"),
        (["--language"], "en"),
        (["--language", "fr"], "en"),
    ],
)
def test_that_the_language_is_known_even_if_the_rest_is_not_understood(
    arguments: list[str], language: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C")

    assert language_in(arguments) == language


def test_that_the_desk_keeps_its_own_language_unless_one_is_named() -> None:
    assert not understand([]).language_given
    assert understand(["--language", "de"]).language_given


def test_that_the_walk_belongs_to_the_demo() -> None:
    assert understand(["demo", "--walk"]).walk
    assert not Asked().walk
