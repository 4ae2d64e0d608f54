"""Everything that the steps of one case show, read in one go on a worker."""

from __future__ import annotations

from dataclasses import dataclass, replace
from threading import Event

from desktop.errors import ConflictError
from desktop.models.case_flow import (
    AddressForm,
    CaseDraft,
    CaseStep,
    furthest_step,
    steps_in,
    with_answers,
)
from desktop.models.case_json import from_json, to_json
from desktop.models.case_selection import answers_of, dispatch_kind
from desktop.models.records.cases import CaseRecord, RequestRecord
from desktop.models.records.customers import CustomerFacts, ServiceFacts
from desktop.models.records.dispatches import DispatchRecord
from desktop.models.records.signups import SignupSelection
from desktop.models.records.templates import SmsTemplate
from desktop.models.settings import DeskSettings
from desktop.models.states import (
    CaseKind,
    CaseState,
    DispatchKind,
    DispatchState,
    RequestChannel,
    VerificationMethod,
    VerificationResult,
)
from desktop.services.bundle import Services
from desktop.services.sending.gateways.opening import GatewayAccount


@dataclass(frozen=True, slots=True)
class CaseFile:
    """A case with its customer, its service, the shared settings and what was released from it.

    ``account`` is the gateway's account that a release goes to now; ``templates`` are those that
    the customer's texts are made from, the first choice first.
    """

    record: CaseRecord
    customer: CustomerFacts
    service: ServiceFacts | None
    settings: DeskSettings
    account: GatewayAccount
    dispatch: DispatchRecord | None
    templates: tuple[SmsTemplate, ...] = ()

    @property
    def is_open(self) -> bool:
        """Whether something can be changed: neither closed nor laid aside."""
        return not self.record.is_closed and self.record.state is not CaseState.PAUSED

    @property
    def dispatch_state(self) -> DispatchState | None:
        """Where the dispatch stands; None before the release."""
        return self.dispatch.state if self.dispatch is not None else None


@dataclass(frozen=True, slots=True)
class Caller:
    """What the desk knows of the call when a case begins."""

    on_phone: bool = False
    verified_customer_id: int | None = None
    method: VerificationMethod | None = None


def read_case(services: Services, case_id: int, _stop: Event) -> CaseFile:
    """Read a case.

    Raises:
        NotFoundError: there is no such case.
        StorageError: the database cannot be read.

    """
    record = services.cases.get(case_id)
    service_id = record.service_id
    customer = services.customers.facts(record.customer_id)
    return CaseFile(
        record=record,
        customer=customer,
        service=services.customers.service(service_id) if service_id is not None else None,
        settings=services.settings.load(),
        account=services.sending.account(),
        dispatch=(
            services.dispatch_lists.get(record.dispatch_id)
            if record.dispatch_id is not None
            else None
        ),
        templates=services.templates.choices(
            customer.language, dispatch_kind(record.kind), customer.id
        ),
    )


class SeveralServicesError(ConflictError):
    """The chosen sign-ups belong to more than one service; a reminder goes out for one."""


def begin_reminder(
    services: Services, selection: SignupSelection, caller: Caller, agent: str, stop: Event
) -> CaseFile:
    """Open a reminder case for chosen sign-ups, with all that is known filled in.

    Raises:
        SeveralServicesError: the sign-ups are none, or not of one service.
        StorageError: it could not be saved.

    """
    service = services.customers.service(_service_of(services, selection, stop))
    customer = services.customers.facts(service.customer_id)
    draft = _first_draft(services, customer, service, caller)
    draft = with_answers(draft, **answers_of(selection))
    record = services.cases.open(
        CaseKind.SIGNUP_REMINDER, customer.id, service.id, to_json(draft), agent
    )
    return read_case(services, record.id, stop)


def begin_number_change(
    services: Services, service_id: int, caller: Caller, agent: str, stop: Event
) -> CaseFile:
    """Open a case that gives a service another number.

    Raises:
        NotFoundError: there is no such service.
        StorageError: it could not be saved.

    """
    service = services.customers.service(service_id)
    customer = services.customers.facts(service.customer_id)
    draft = replace(_of_caller(services, customer, service, caller), kind=CaseKind.NUMBER_CHANGE)
    record = services.cases.open(
        CaseKind.NUMBER_CHANGE, customer.id, service.id, to_json(draft), agent
    )
    return read_case(services, record.id, stop)


def begin_frequency_question(
    services: Services, service_id: int, caller: Caller, agent: str, stop: Event
) -> CaseFile:
    """Open a case about how often a service sends.

    Raises:
        NotFoundError: there is no such service.
        StorageError: it could not be saved.

    """
    kind = CaseKind.FREQUENCY_QUESTION
    service = services.customers.service(service_id)
    customer = services.customers.facts(service.customer_id)
    draft = replace(_of_caller(services, customer, service, caller), kind=kind)
    record = services.cases.open(kind, customer.id, service.id, to_json(draft), agent)
    return read_case(services, record.id, stop)


def _service_of(services: Services, selection: SignupSelection, stop: Event) -> int:
    if selection.matching is not None and selection.matching.service_id is not None:
        return selection.matching.service_id
    now = services.database.clock()
    service_ids = services.signups.selection_counts(selection, now, stop).service_ids
    if len(service_ids) != 1:
        raise SeveralServicesError(str(len(service_ids)))
    return service_ids[0]


def _first_draft(
    services: Services, customer: CustomerFacts, service: ServiceFacts, caller: Caller
) -> CaseDraft:
    draft = _of_caller(services, customer, service, caller)
    language = draft.language
    templates = services.templates.of(language, DispatchKind.SIGNUP_REMINDER, customer.id)
    fitting = [each for each in templates if service.signup_url or "{link}" not in _text(each)]
    first = (*fitting, *templates)[0]
    return replace(
        draft,
        template_key=str(first.ref),
        template_version=first.version,
        template=_text(first),
    )


def _of_caller(
    services: Services, customer: CustomerFacts, service: ServiceFacts, caller: Caller
) -> CaseDraft:
    """Return a draft with what the desk knows of the call and the customer."""
    known = services.templates.languages()
    draft = CaseDraft(
        requester=customer.contact_person,
        service_id=service.id,
        language=customer.language if customer.language in known else "de",
    )
    if caller.on_phone:
        now = services.database.clock()
        draft = replace(draft, channel=RequestChannel.PHONE, requested_at=now)
    if caller.method is not None and caller.verified_customer_id == customer.id:
        draft = replace(
            draft,
            verification_method=caller.method,
            verification_result=VerificationResult.VERIFIED,
            verified_at=services.database.clock(),
        )
    return draft


def _text(template: SmsTemplate) -> str:
    return template.texts[AddressForm.SIE]


def draft_of(file: CaseFile) -> CaseDraft:
    """Return what was typed so far; what stands in the request or the dispatch is filled in."""
    record = file.record
    draft = replace(from_json(record.draft), kind=record.kind)
    if draft.service_id is None:
        draft = replace(draft, service_id=record.service_id)
    if record.request is not None and not draft.requester:
        draft = _with_request(draft, record.request)
    if file.dispatch is not None and not draft.recipients:
        balance = file.dispatch.balance
        draft = replace(draft, listed=balance.listed, recipients=balance.recipients)
    return replace(draft, outcome=draft.outcome or record.outcome)


def _with_request(draft: CaseDraft, request: RequestRecord) -> CaseDraft:
    return replace(
        draft,
        requester=request.requester,
        channel=request.channel,
        requested_at=request.requested_at,
        verification_method=request.verification_method,
        verification_result=request.verification_result,
        verified_at=request.verified_at,
        wish=request.wish,
        reference=request.reference,
    )


def step_of(file: CaseFile, draft: CaseDraft) -> CaseStep:
    """Return the step at which a case is taken up: where it was left, or what is missing first."""
    steps = steps_in(draft)
    furthest = furthest_step(draft, file.dispatch_state)
    if file.dispatch is not None:
        counts_down = file.dispatch.state is DispatchState.COUNTDOWN
        return CaseStep.RELEASE if counts_down else furthest
    left_at = file.record.step
    known = [step for step in steps if step == left_at]
    return min([*known, furthest], key=steps.index) if known else furthest
