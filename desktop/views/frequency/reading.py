"""What the frequency page reads in the background."""

from __future__ import annotations

import importlib
from threading import Event

from desktop.models.records.traffic import ServiceChoice, ServiceTraffic, TrafficSpan
from desktop.services.bundle import Services

Choices = tuple[ServiceChoice, ...]


def read_service(
    services: Services, service_id: int, span: TrafficSpan, _stop: Event
) -> tuple[Choices, ServiceTraffic | None]:
    """Read the choices and the chosen service; the first with traffic where it is gone.

    The library of the charts takes seconds to load on a slow disk, so it is loaded here already.
    """
    importlib.import_module("pyqtgraph")
    choices = services.traffic.choices()
    chosen = _chosen(choices, service_id)
    if chosen is None:
        return choices, None
    period_days = services.settings.load().limits.opt_out_period_days
    return choices, services.traffic.series(chosen, span, period_days)


def _chosen(choices: Choices, service_id: int) -> int | None:
    if any(one.service_id == service_id for one in choices):
        return service_id
    with_traffic = [one.service_id for one in choices if one.has_traffic]
    first = [one.service_id for one in choices]
    return next(iter([*with_traffic, *first]), None)
