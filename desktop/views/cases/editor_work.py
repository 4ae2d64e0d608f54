"""What the editor of a case does on a worker."""

from __future__ import annotations

from collections.abc import Callable
from threading import Event

from desktop.models.case_flow import CaseDraft, CaseStep, case_state
from desktop.models.case_json import to_json
from desktop.models.records.cases import CaseRecord
from desktop.models.states import CaseState
from desktop.services.bundle import Services
from desktop.views.cases.case_file import CaseFile

Act = Callable[[CaseRecord], CaseRecord | CaseFile]


def state_to_keep(draft: CaseDraft) -> CaseState:
    """Return the state that a draft has reached; a case is done only when it is closed."""
    state = case_state(draft)
    return CaseState.VERIFIED if state is CaseState.DONE else state


def save(
    services: Services,
    record: CaseRecord,
    kept: tuple[CaseDraft, CaseStep],
    state: CaseState,
    agent: str,
    _stop: Event,
) -> CaseRecord:
    """Save what was typed, with the step that is open.

    Raises:
        ConflictError: a colleague saved the case meanwhile.

    """
    draft, step = kept
    return services.cases.save(
        record.id,
        to_json(draft),
        step=step.value,
        state=state,
        revision=record.revision,
        agent=agent,
    )


def perform(act: Act, record: CaseRecord, _stop: Event) -> CaseRecord | CaseFile:
    """Do an act with the case as it is."""
    return act(record)
