"""What the release and the stop do, on a worker; and what stands in the way of a release."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from threading import Event

from desktop.errors import ConflictError, NotFoundError, TransitionError
from desktop.models.case_flow import CaseDraft
from desktop.models.case_selection import dispatch_kind, recipient_list
from desktop.models.records.cases import CaseRecord
from desktop.models.records.dispatches import DispatchRecord, ReleaseOrder
from desktop.models.send_window import is_open, next_open, zone_of
from desktop.models.sms_template import Placeholder, fill
from desktop.models.sms_values import change_values, template_values
from desktop.models.states import CaseKind
from desktop.services.bundle import Services
from desktop.views.cases.case_file import CaseFile, read_case

TYPE_COUNT_ABOVE = 100
"""Above so many recipients their number is typed before the release."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who releases, and the colleague who releases as well where that is needed."""

    agent: str
    second: str = ""


def release(
    services: Services, shown: CaseFile, draft: CaseDraft, signed: Signature, record: CaseRecord
) -> CaseFile:
    """Release just what was shown, or nothing.

    Raises:
        ConflictError: text, gateway or number of recipients are no longer those shown.
        DeskError: a rule forbids it, or it could not be saved; nothing was released.

    """
    recipients = recipient_list(draft, record.customer_id)
    if recipients is None:
        raise NotFoundError("service", "")
    settings = services.settings.load()
    account = services.sending.account()
    service = services.customers.service(recipients.service_id)
    text = fill(draft.template, values_for(replace(shown, service=service), draft)).text
    if account != shown.account or text != text_of(shown, draft):
        raise ConflictError("text or gateway")
    order = ReleaseOrder(
        case_id=record.id,
        recipients=recipients,
        template=draft.template,
        text=text,
        gateway=account.account,
        test_mode=account.test_mode,
        released_by=signed.agent,
        second_released_by=signed.second,
        expected=draft.recipients,
        kind=dispatch_kind(draft.kind),
        template_key=draft.template_key,
        template_version=draft.template_version,
    )
    services.dispatches.release(order, settings)
    services.sending.wake()
    return read_case(services, record.id, Event())


def text_of(file: CaseFile, draft: CaseDraft) -> str:
    """Return the text as it goes out.

    Raises:
        TemplateError: a placeholder cannot be filled.

    """
    if file.service is None:
        return ""
    return fill(draft.template, values_for(file, draft)).text


def values_for(file: CaseFile, draft: CaseDraft) -> dict[str, str]:
    """Return what is filled into the text of a case; blanks while it has no service."""
    if file.service is None:
        return {each.value: "" for each in Placeholder}
    if draft.kind is CaseKind.NUMBER_CHANGE:
        return change_values(file.customer, file.service, draft.old_number)
    return template_values(file.customer, file.service)


def stop(services: Services, dispatch_id: int, agent: str, _stop: Event) -> DispatchRecord:
    """Stop a dispatch; one that has ended meanwhile is as good.

    Raises:
        StorageError: it could not be written, and so it goes on.

    """
    with suppress(TransitionError):
        services.dispatches.stop(dispatch_id, agent)
    services.sending.wake()
    return services.dispatch_lists.get(dispatch_id)


def window_opens(file: CaseFile, now: datetime) -> datetime | None:
    """Return when the sending window opens if it is closed at the end of the countdown.

    In test mode it is never closed: nobody gets the SMS.
    """
    if file.account.test_mode or file.service is None:
        return None
    country = file.customer.country
    zone = zone_of(country, file.service.timezone)
    starts = now + timedelta(seconds=file.settings.limits.countdown_s)
    if is_open(starts, zone, country, file.settings.window):
        return None
    return next_open(starts, zone, country, file.settings.window)
