"""What is filled into the placeholders of an SMS, from a customer and one of its services."""

from __future__ import annotations

from urllib.parse import quote

import phonenumbers

from desktop.models.records.customers import CustomerFacts, ServiceFacts
from desktop.models.sms_template import Placeholder
from desktop.models.states import DispatchKind


def template_values(customer: CustomerFacts, service: ServiceFacts) -> dict[str, str]:
    """Return the value of every placeholder; blank where the customer has none."""
    return {
        Placeholder.CUSTOMER: customer.name,
        Placeholder.SERVICE: service.name,
        Placeholder.KEYWORD: service.start_keyword,
        Placeholder.NUMBER: readable_number(service.sender_number),
        Placeholder.OLD_NUMBER: "",
        Placeholder.LINK: service.signup_url,
        Placeholder.STOP: service.stop_keyword,
    }


def change_values(
    customer: CustomerFacts, service: ServiceFacts, old_number: str
) -> dict[str, str]:
    """Return the values for a change of number; the link opens the messenger with the word."""
    values = template_values(customer, service)
    values[Placeholder.OLD_NUMBER] = readable_number(old_number)
    values[Placeholder.LINK] = messenger_link(service.sender_number, service.start_keyword)
    return values


def messenger_link(number: str | None, start_keyword: str) -> str:
    """Return the link that opens the messenger with the start word; blank without a number."""
    digits = (number or "").lstrip("+")
    return f"https://wa.me/{digits}?text={quote(start_keyword)}" if digits else ""


def values_of_kind(
    kind: DispatchKind, customer: CustomerFacts, service: ServiceFacts
) -> dict[str, str]:
    """Return values as a text of a kind would get them now.

    Before a change of number the present one stands for the number before: it is as long.
    """
    if kind is DispatchKind.NUMBER_CHANGE:
        return change_values(customer, service, service.sender_number or "")
    return template_values(customer, service)


def sample_values(kind: DispatchKind) -> dict[str, str]:
    """Return values of an invented service, to show a text while there is no real one."""
    number = "+43 660 4417203"
    old = "+43 660 4417204" if kind is DispatchKind.NUMBER_CHANGE else ""
    return {
        Placeholder.CUSTOMER: "Autohaus Winkler",
        Placeholder.SERVICE: "Newsletter",
        Placeholder.KEYWORD: "Start",
        Placeholder.NUMBER: number,
        Placeholder.OLD_NUMBER: old,
        Placeholder.LINK: "https://example.com/newsletter",
        Placeholder.STOP: "Stop",
    }


def readable_number(e164: str | None) -> str:
    """+436604417203 becomes +43 660 4417203: phones recognise it, and no part is wasted."""
    if not e164:
        return ""
    try:
        number = phonenumbers.parse(e164)
    except phonenumbers.NumberParseException:
        return e164
    form = phonenumbers.PhoneNumberFormat.INTERNATIONAL
    return phonenumbers.format_number(number, form).replace("-", " ")
