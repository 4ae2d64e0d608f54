"""The refusals of Kannel's ``sendsms``, each with how far it reaches.

Kannel has no codes: an HTTP status and one English sentence are its answer. The sentences are those
of version 1.4.5 (its ``smsbox``); what is not in the table is somebody else's word, a proxy's for
instance, and says nothing about the SMS.
"""

from __future__ import annotations

from desktop.services.sending.gateways.base import Scope

ACCEPTED = {
    "0: Accepted for delivery": "0",
    "3: Queued for later delivery": "3",
}
"""What stands in a 202; with ``immediate-sendsms-reply`` it is ``SENT`` instead."""

SENT = "Sent."
SPLITS = "Message splits: "

TRY_LATER = "Temporal failure, try again later."
"""Nothing was stored, and nothing will go out later, where the SMS has one part."""

LOGIN_REFUSED = "Authorization failed for sendsms"
NO_RECIPIENT = frozenset(
    {
        "Missing receiver number, rejected",
        "Missing receiver(s) number(s), rejected",
        "Empty receiver number not allowed, rejected",
    }
)
"""The answer to a request that names nobody: whoever gets it has been let in."""

_RECIPIENT = {
    **dict.fromkeys(NO_RECIPIENT, "invalid_recipient"),
    "Number(s) has/have been denied by white- and/or black-lists.": "recipient_not_allowed",
    "Not routable. Do not try again.": "not_routable",
}

_DISPATCH = {
    "Sender missing and no global set, rejected": "invalid_sender",
    "Charset or body misformed, rejected": "invalid_text",
    "Coding field misformed, rejected": "invalid_text",
    "Validity field misformed, rejected": "invalid_validity",
    "DLR-URL field misformed, rejected": "invalid_callback",
    "DLR-Mask field misformed, rejected": "invalid_callback",
    "Account field misformed or too long, rejected": "malformed_request",
    "Unsupported content-type, rejected": "malformed_request",
    "Invalid content-type": "malformed_request",
}

_ACCOUNT = {LOGIN_REFUSED: "invalid_credentials"}

_BY_SCOPE = {
    Scope.RECIPIENT: _RECIPIENT,
    Scope.DISPATCH: _DISPATCH,
    Scope.ACCOUNT: _ACCOUNT,
}

KANNEL_REFUSALS: dict[str, tuple[Scope, str]] = {
    sentence: (scope, reason)
    for scope, sentences in _BY_SCOPE.items()
    for sentence, reason in sentences.items()
}
"""Refusals by Kannel's sentence: how far each reaches, and our word for it."""
