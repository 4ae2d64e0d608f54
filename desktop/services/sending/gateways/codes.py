"""The status codes of websms (LINK Mobility), each with how far it reaches.

Names up to 4026 come from the provider's own clients, later ones from public client libraries;
only the numbers count. Two clients disagree on 4030 and 4031, so both mean the same here. 5000 and
5003 do not say whether the SMS was taken, and neither does a number that nobody has listed.
"""

from __future__ import annotations

from desktop.services.sending.gateways.base import Scope

ACCEPTED_CODES = frozenset({2000, 2001})
TEST_ACCEPTED_CODE = 2002

_RECIPIENT = {
    4002: "invalid_recipient",
    4029: "recipient_not_allowed",
    4030: "recipient_blacklisted",
    4031: "recipient_blacklisted",
    4042: "blocked_by_quality_rating",
}

_DISPATCH = {
    4000: "malformed_request",
    4003: "invalid_sender",
    4004: "invalid_message_type",
    4005: "invalid_text",
    4006: "invalid_text",
    4007: "invalid_text",
    4008: "invalid_message_id",
    4009: "invalid_text",
    4010: "invalid_text",
    4011: "invalid_text",
    4015: "invalid_priority",
    4016: "invalid_callback",
    4017: "too_many_parts",
    4019: "parameter_missing",
    4026: "too_many_parts",
    4027: "invalid_text",
    4034: "invalid_attachment",
    4040: "invalid_category",
    4041: "invalid_validity",
    4043: "blocked_by_spam_check",
    4120: "malformed_request",
}

_ACCOUNT = {
    4001: "invalid_credentials",
    4013: "quota_reached",
    4014: "address_not_allowed",
    4018: "method_forbidden",
    4020: "invalid_credentials",
    4021: "invalid_account",
    4022: "access_denied",
    4035: "sms_disabled",
}

_NOT_ACCEPTED = {
    4012: "throttled",
    4023: "throttled",
    4024: "throttled",
    4025: "throttled",
}

_BY_SCOPE = {
    Scope.RECIPIENT: _RECIPIENT,
    Scope.DISPATCH: _DISPATCH,
    Scope.ACCOUNT: _ACCOUNT,
    Scope.NOT_ACCEPTED: _NOT_ACCEPTED,
}

WEBSMS_CODES: dict[int, tuple[Scope, str]] = {
    code: (scope, reason) for scope, codes in _BY_SCOPE.items() for code, reason in codes.items()
}
"""Refusals by status code: how far each reaches, and our word for it."""
