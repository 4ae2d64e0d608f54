"""The facts and figures of a number as rows of label and value."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.platform import PlatformState
from desktop.models.records.sims import NumberHealth, SimDetail
from desktop.models.states import NumberKind
from desktop.views.formats import MISSING, Formats
from desktop.views.widgets.headings import LabelValue
from desktop.views.words import word


def card_facts(card: SimDetail, formats: Formats) -> list[LabelValue]:
    """Return what is known of a number, apart from its state."""
    return [
        *_carrier_rows(card, formats),
        *_service_rows(card),
        *_replacement_rows(card, formats),
        *([LabelValue(_tr_note(), card.note)] if card.note else []),
    ]


def _carrier_rows(card: SimDetail, formats: Formats) -> list[LabelValue]:
    sim = card.row
    if sim.kind is NumberKind.PLATFORM:
        return [LabelValue(QCoreApplication.translate("SimFacts", "Carried by"), word(sim.kind))]
    return [
        LabelValue(QCoreApplication.translate("SimFacts", "ICCID"), formats.iccid(sim.iccid)),
        LabelValue(QCoreApplication.translate("SimFacts", "Carrier"), sim.carrier or MISSING),
    ]


def _service_rows(card: SimDetail) -> list[LabelValue]:
    sim = card.row
    if sim.customer_id is None:
        return []
    if sim.in_use:
        label = QCoreApplication.translate("SimFacts", "Service")
    elif sim.reserved_at is not None:
        label = QCoreApplication.translate("SimFacts", "Reserved for")
    else:
        label = QCoreApplication.translate("SimFacts", "Last service")
    customer = QCoreApplication.translate("SimFacts", "Customer")
    return [
        LabelValue(customer, sim.customer_name, link="customer"),
        LabelValue(label, sim.service_name),
    ]


def _replacement_rows(card: SimDetail, formats: Formats) -> list[LabelValue]:
    rows = []
    if card.row.replaced_at is not None:
        label = QCoreApplication.translate("SimFacts", "Used until")
        rows.append(LabelValue(label, formats.moment(card.row.replaced_at)))
    if card.replacement is not None:
        label = QCoreApplication.translate("SimFacts", "Now sends from")
        rows.append(LabelValue(label, formats.phone(card.replacement.number)))
    if card.row.reserved_by:
        label = QCoreApplication.translate("SimFacts", "Reserved by")
        rows.append(LabelValue(label, card.row.reserved_by))
    return rows


def _tr_note() -> str:
    return QCoreApplication.translate("SimFacts", "Note")


def figures(health: NumberHealth, formats: Formats) -> list[LabelValue]:
    """Return how the service on a number is doing."""
    week = formats.number(health.opt_outs_week)
    if health.opt_outs_usual is not None:
        usual = QCoreApplication.translate("SimFacts", "{week}, usually {usual}")
        week = usual.format(week=week, usual=formats.number(health.opt_outs_usual, 1))
    rows = [
        LabelValue(
            QCoreApplication.translate("SimFacts", "Active contacts"),
            formats.number(health.active),
        ),
        LabelValue(
            QCoreApplication.translate("SimFacts", "To register again"),
            formats.number(health.pending),
        ),
        LabelValue(QCoreApplication.translate("SimFacts", "Opt-outs this week"), week),
        LabelValue(
            QCoreApplication.translate("SimFacts", "Last message"),
            formats.date(health.last_message_day),
        ),
    ]
    if health.traffic_until is not None:
        label = QCoreApplication.translate("SimFacts", "Figures up to")
        rows.append(LabelValue(label, formats.date(health.traffic_until)))
    return rows


def platform_facts(state: PlatformState, formats: Formats) -> list[LabelValue]:
    """Return the platform's own words; those that are not known are shown as they are."""
    told = (
        (QCoreApplication.translate("SimFacts", "Status"), state.status),
        (QCoreApplication.translate("SimFacts", "Quality"), _quality(state.quality)),
        (QCoreApplication.translate("SimFacts", "Messaging limit"), state.messaging_limit),
        (QCoreApplication.translate("SimFacts", "May send"), state.can_send),
        (QCoreApplication.translate("SimFacts", "Display name"), state.name),
        (QCoreApplication.translate("SimFacts", "Name check"), state.name_status),
        (QCoreApplication.translate("SimFacts", "Read at"), formats.moment(state.read_at)),
    )
    return [LabelValue(label, value) for label, value in told if value]


def _quality(quality: str) -> str:
    """Return the platform's colour with what it means, as colours alone say nothing."""
    meaning = {
        "GREEN": QCoreApplication.translate("SimFacts", "good"),
        "YELLOW": QCoreApplication.translate("SimFacts", "middling"),
        "RED": QCoreApplication.translate("SimFacts", "low"),
    }.get(quality.upper(), "")
    return f"{meaning} ({quality})" if meaning else quality
