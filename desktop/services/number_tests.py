"""One SMS with a service's new number, to the phone of the customer or of the agent.

It is sent before anybody else is told: whoever taps its link sees whether the number answers. It
is no dispatch and counts as none. That it was asked for is written down before it leaves, and it is
never sent again by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from uuid import uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import InvalidValueError, NotFoundError, TransitionError
from desktop.models.phone import read_number
from desktop.models.sms_text import measure
from desktop.models.sms_values import messenger_link, readable_number
from desktop.models.states import CaseKind, ContactState
from desktop.models.tables import Case, Contact, Customer, NewsletterService
from desktop.services.case_rows import CLOSED
from desktop.services.case_writing import get_case, write_down
from desktop.services.own_texts import own_text
from desktop.services.sending.gateways.base import Gateway, SendAnswer, SmsRequest
from desktop.services.storage.database import Database

_NEVER_AGAIN = (ContactState.UNSUBSCRIBED, ContactState.SUPPRESSED)


class NumberTests:
    """Sends them."""

    def __init__(self, database: Database, open_gateway: Callable[[], Gateway]) -> None:
        """Send through the gateway that the settings name."""
        self._database = database
        self._open_gateway = open_gateway

    def send(self, case_id: int, number: str, agent: str) -> SendAnswer:
        """Send one to a mobile number, as it was typed; return what the gateway said.

        Raises:
            InvalidValueError: it is no mobile number, or its owner has signed off.
            TransitionError: the case is closed, or changes no number.
            NotFoundError: there is no such case, or its service has no number.
            SecretMissingError: the gateway needs its secret first.
            StorageError: it could not be written down, and so it was not sent.

        """
        gateway = self._open_gateway()
        try:
            request = self._begin(case_id, number, agent)
            # No session is open here: the gateway may take its time.
            return gateway.send(request)
        finally:
            gateway.close()

    def _begin(self, case_id: int, number: str, agent: str) -> SmsRequest:
        message_id = str(uuid4())
        with self._database.write() as session:
            found = get_case(session, case_id)
            if found.kind is not CaseKind.NUMBER_CHANGE or found.state in CLOSED:
                raise TransitionError("case", found.state, "number tested")
            customer = session.get_one(Customer, found.customer_id)
            e164 = _mobile(session, number, customer.country)
            text = _text(session, found, customer.language)
            write_down(
                session,
                found,
                "number_tested",
                agent=agent,
                at=self._database.clock(),
                facts={"message": message_id},
            )
        return SmsRequest(e164, text, message_id, measure(text).parts)


def _mobile(session: Session, number: str, country: str) -> str:
    reading = read_number(number, country)
    if reading.problem is not None:
        raise InvalidValueError("number", "not_a_mobile")
    known = select(Contact.id).where(Contact.e164 == reading.e164, Contact.state.in_(_NEVER_AGAIN))
    if session.scalar(known.limit(1)) is not None:
        raise InvalidValueError("number", "signed_off")
    return reading.e164


def _text(session: Session, case: Case, language: str) -> str:
    service = session.get_one(NewsletterService, case.service_id)
    if not service.sender_number:
        raise NotFoundError("number", service.service_no)
    return own_text(language, "number_test", "text").format(
        service=service.name,
        number=readable_number(service.sender_number),
        link=messenger_link(service.sender_number, service.start_keyword),
    )
