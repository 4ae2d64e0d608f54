"""For how long each contact of a frequency test stayed, and whether it left by itself."""

from __future__ import annotations

from datetime import tzinfo

import numpy as np
from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.models.frequency.trial_result import Arm
from desktop.models.states import ContactEventKind
from desktop.models.tables import ContactEvent, FrequencyTrial, FrequencyTrialContact
from desktop.services.frequency_days import days_of_change

_ENDS = (ContactEventKind.STOPPED, ContactEventKind.SUPPRESSED)


def arms_of(session: Session, trial: FrequencyTrial, zone: tzinfo) -> list[Arm]:
    """Return the contacts of each arm, counted in the arm that they were drawn for.

    A suppression or a change of the number ends the watch without an opt-out.
    """
    first, last = trial.starts_on.toordinal(), trial.ends_on.toordinal()
    changes = days_of_change(session).get(trial.service_id, [])
    until = min([last, *(day - 1 for day in changes if first < day <= last)])
    drawn = session.execute(
        select(FrequencyTrialContact.contact_id, FrequencyTrialContact.arm)
        .where(FrequencyTrialContact.trial_id == trial.id)
        .order_by(FrequencyTrialContact.contact_id)
    ).all()
    place = {contact_id: number for number, (contact_id, _) in enumerate(drawn)}
    arm = np.array([one for _, one in drawn], dtype=np.int64)
    watched = np.full(len(drawn), float(until - first + 1))
    left = np.zeros(len(drawn), dtype=bool)
    events = session.execute(
        select(ContactEvent.contact_id, ContactEvent.at, ContactEvent.kind)
        .join(FrequencyTrialContact, FrequencyTrialContact.contact_id == ContactEvent.contact_id)
        .where(FrequencyTrialContact.trial_id == trial.id, ContactEvent.kind.in_(_ENDS))
        .order_by(ContactEvent.at.desc())
    )
    # The latest comes first, so what stands in the end is the first one of each contact.
    for contact_id, at, kind in events:
        day = at.astimezone(zone).date().toordinal()
        if first <= day <= until:
            number = place[contact_id]
            watched[number] = day - first + 1
            left[number] = kind is ContactEventKind.STOPPED
    return [
        Arm(float(often), watched[arm == number], left[arm == number])
        for number, often in enumerate(trial.often)
    ]
