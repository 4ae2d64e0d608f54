"""Frequency tests as the pages show them. Nothing here imports numpy."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from desktop.models.frequency.rates import Estimate
from desktop.models.frequency.trial import TrialPlan


@dataclass(frozen=True, slots=True)
class TrialOffer:
    """What a test would show with the ``contacts`` that are active now.

    ``monthly_loss`` is what the service lost in its last thirty days (share, 0..1); None where
    nobody knows, and the plan rests on the loss that is usual.
    """

    contacts: int
    monthly_loss: Estimate | None
    plan: TrialPlan


@dataclass(frozen=True, slots=True)
class TrialRecord:
    """A test that was begun: ``often`` in messages per day, highest first; ``contacts`` per arm."""

    id: int
    service_id: int
    often: tuple[float, ...]
    starts_on: date
    ends_on: date
    created_by: str
    contacts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class AllocationOrder:
    """Where a list of a test is saved, in whose words; the suffix chooses CSV or XLSX.

    ``headers`` are those of the two first columns, ``arms`` the words for each arm; ``yes`` and
    ``no`` are what stands below an arm that gets a message or does not.
    """

    trial_id: int
    path: Path
    headers: tuple[str, str]
    sheet: str
    arms: Mapping[int, str]
    agent: str
    yes: str = ""
    no: str = ""
