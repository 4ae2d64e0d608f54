"""Every expected failure is told in a sentence of its own, with what to do."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from desktop import errors
from desktop.services.number_status import failures
from desktop.views.error_text import error_text

EXAMPLES: tuple[errors.DeskError, ...] = (
    errors.DatabaseUnreachableError("/srv/desk.sqlite", "unable to open"),
    errors.DatabaseDamagedError("/srv/desk.sqlite"),
    errors.DatabaseLockedError("/srv/desk.sqlite"),
    errors.DatabaseReadOnlyError("/srv/desk.sqlite"),
    errors.DatabaseTooNewError("/srv/desk.sqlite"),
    errors.DiskFullError("/srv/desk.sqlite"),
    errors.FileUnreadableError("contacts.csv"),
    errors.FileTooLargeError("contacts.csv"),
    errors.UnknownTableError("contacts.csv"),
    errors.InvalidValueError("per_second", "out_of_range"),
    errors.InvalidValueError("number", "not_a_number"),
    errors.InvalidValueError("database", "network_drive"),
    errors.InvalidValueError("database", "another_programs"),
    errors.InvalidValueError("database", "not_an_address"),
    errors.InvalidValueError("database", "unknown_engine"),
    errors.NotFoundError("case", "7"),
    errors.ConflictError("V-2026-0001"),
    errors.RequestMissingError(),
    errors.NumberBlockedError("D10001"),
    errors.NothingToSendError(),
    errors.OutsideSendWindowError(datetime(2026, 11, 25, 8, tzinfo=UTC)),
    errors.SecondReleaseNeededError(640, 500),
    errors.TransitionError("case", "done", "paused"),
    errors.SimTakenError(7, "Lena Moser", "Werkstatt"),
    errors.NumberInUseError("Werkstatt"),
    errors.SupervisorNeededError(),
    errors.CorrectionTooLateError(),
    failures.SourceRefusedError("graph", "190"),
    failures.SourceBusyError("graph", "80007"),
    failures.SourceUnreachableError("graph"),
    failures.SourceAnswerError("graph"),
    errors.GatewayUnreachableError("websms"),
    errors.GatewayRefusedError("websms", "4001"),
    errors.InsecureGatewayError("websms"),
    errors.SecretMissingError("websms"),
    errors.CancelledError(),
)


def _leaves(kind: type[errors.DeskError]) -> set[type[errors.DeskError]]:
    children = kind.__subclasses__()
    return {kind}.union(*(_leaves(child) for child in children))


@pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)
def test_that_a_failure_is_one_sentence_and_says_what_to_do(error: errors.DeskError) -> None:
    told = error_text(error)
    assert told.sentence
    assert told.hint
    assert "{" not in told.sentence + told.hint


def test_that_no_two_kinds_of_failure_read_alike() -> None:
    sentences = [error_text(error).sentence for error in EXAMPLES]
    assert len(set(sentences)) == len(sentences)


def test_that_every_kind_in_the_tree_is_told() -> None:
    from desktop.views import error_text as module

    tree = {kind for kind in _leaves(errors.DeskError) if kind.__module__ == errors.__name__}
    untold = tree - set(module._WORDS)
    assert {kind.__name__ for kind in untold} == set()


def test_that_a_bug_is_told_with_its_trace() -> None:
    try:
        _ = 1 // 0
    except ZeroDivisionError as bug:
        told = error_text(bug)
    assert "ZeroDivisionError" in told.details
