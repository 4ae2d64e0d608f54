"""What is known of an SMS in words: why it failed, why it is unclear, why sending waits.

Codes come from the gateways, the outbox and the rules; one that this program does not know shows
as it is. The words promise nothing: "taken by the gateway" is not "delivered".
"""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.dispatches import SmsRow
from desktop.models.states import ExclusionReason, SmsState
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.words import heading


def reason_words(reason: str) -> str:
    """Return what a reason is called."""
    if reason in set(ExclusionReason):
        return heading(ExclusionReason(reason))
    return QCoreApplication.translate("SmsWords", _REASONS.get(reason, reason))


def all_reasons() -> dict[str, str]:
    """Return the words of all reasons, for a file."""
    return {reason: reason_words(reason) for reason in (*_REASONS, *ExclusionReason)}


def known_of(sms: SmsRow) -> str:
    """Return what is known of an SMS, with the gateway's own code where it gave one."""
    said = [reason_words(sms.reason)]
    if sms.state is SmsState.FAILED and sms.gateway_code:
        said[0] = f"{said[0]} ({sms.gateway_code})"
    if sms.attempt > 1:
        attempt = QCoreApplication.translate("SmsWords", "attempt {number}")
        said.append(attempt.format(number=sms.attempt))
    if sms.perhaps_left_at is not None and sms.state in _PERHAPS_EARLIER:
        said.append(QCoreApplication.translate("SmsWords", "an earlier attempt may have arrived"))
    return " · ".join(filter(None, said))


def what_follows(sms: SmsRow) -> str:
    """Return what somebody should do about an SMS; empty where nothing."""
    if sms.reason == "number_not_assigned":
        return QCoreApplication.translate("SmsWords", "note the contact as wrong")
    if sms.state in {SmsState.FAILED, SmsState.UNDELIVERABLE}:
        return QCoreApplication.translate("SmsWords", "check the contact")
    if sms.state is SmsState.UNCLEAR:
        return QCoreApplication.translate("SmsWords", "you decide")
    return ""


_PERHAPS_EARLIER = frozenset({SmsState.FAILED, SmsState.CANCELLED, SmsState.EXCLUDED})

_REASONS = {
    "no_answer": QT_TRANSLATE_NOOP("SmsWords", "No answer came in time"),
    "connection_lost": QT_TRANSLATE_NOOP("SmsWords", "The connection broke off"),
    "foreign_answer": QT_TRANSLATE_NOOP("SmsWords", "Something else than the gateway answered"),
    "server_error": QT_TRANSLATE_NOOP("SmsWords", "The gateway reported an inner error"),
    "redirected": QT_TRANSLATE_NOOP("SmsWords", "The gateway pointed elsewhere"),
    "unknown_code": QT_TRANSLATE_NOOP("SmsWords", "The gateway answered a code nobody knows"),
    "answer_too_long": QT_TRANSLATE_NOOP("SmsWords", "The answer had no end"),
    "sender_gone": QT_TRANSLATE_NOOP("SmsWords", "The program ended while sending"),
    "internal_error": QT_TRANSLATE_NOOP("SmsWords", "An error in this program while sending"),
    "number_replaced": QT_TRANSLATE_NOOP("SmsWords", "The new number was replaced as well"),
    "judged_sent": QT_TRANSLATE_NOOP("SmsWords", "Taken as sent by a person"),
    "written_off": QT_TRANSLATE_NOOP("SmsWords", "Written off by a person"),
    "arrived_earlier": QT_TRANSLATE_NOOP("SmsWords", "An earlier attempt arrived"),
    "restored_backup": QT_TRANSLATE_NOOP("SmsWords", "Perhaps sent before a backup was put back"),
    "stopped": QT_TRANSLATE_NOOP("SmsWords", "Stopped before its turn"),
    "no_connection": QT_TRANSLATE_NOOP("SmsWords", "The gateway cannot be reached"),
    "connect_timeout": QT_TRANSLATE_NOOP("SmsWords", "The gateway cannot be reached in time"),
    "name_unknown": QT_TRANSLATE_NOOP("SmsWords", "The gateway's address is not found"),
    "tls": QT_TRANSLATE_NOOP("SmsWords", "No safe connection to the gateway"),
    "proxy": QT_TRANSLATE_NOOP("SmsWords", "The network's proxy does not let us through"),
    "throttled": QT_TRANSLATE_NOOP("SmsWords", "The gateway asks for a slower pace"),
    "gateway_busy": QT_TRANSLATE_NOOP("SmsWords", "The gateway has no room at the moment"),
    "kept_back": QT_TRANSLATE_NOOP("SmsWords", "Kept back by this computer"),
    "invalid_recipient": QT_TRANSLATE_NOOP("SmsWords", "Gateway: number is not valid"),
    "recipient_not_allowed": QT_TRANSLATE_NOOP("SmsWords", "Gateway: number is not allowed"),
    "not_routable": QT_TRANSLATE_NOOP("SmsWords", "Gateway: no way leads to this number"),
    "recipient_blacklisted": QT_TRANSLATE_NOOP("SmsWords", "Gateway: number is blocked for SMS"),
    "blocked_by_quality_rating": QT_TRANSLATE_NOOP("SmsWords", "Gateway: number is rated bad"),
    "number_not_assigned": QT_TRANSLATE_NOOP("SmsWords", "Network: number is not assigned"),
    "not_delivered": QT_TRANSLATE_NOOP("SmsWords", "Network: SMS could not be delivered"),
    "refused_by_network": QT_TRANSLATE_NOOP("SmsWords", "Network: SMS was refused"),
    "deleted": QT_TRANSLATE_NOOP("SmsWords", "Network: SMS was deleted"),
    "expired": QT_TRANSLATE_NOOP("SmsWords", "Network: phone was not reachable in time"),
    "malformed_request": QT_TRANSLATE_NOOP("SmsWords", "Gateway: request not understood"),
    "invalid_sender": QT_TRANSLATE_NOOP("SmsWords", "Gateway: sender is not allowed"),
    "invalid_text": QT_TRANSLATE_NOOP("SmsWords", "Gateway: text is not allowed"),
    "too_many_parts": QT_TRANSLATE_NOOP("SmsWords", "Gateway: text has too many parts"),
    "blocked_by_spam_check": QT_TRANSLATE_NOOP("SmsWords", "Gateway: text looks like advertising"),
    "invalid_message_type": QT_TRANSLATE_NOOP("SmsWords", "Gateway: kind of message refused"),
    "invalid_message_id": QT_TRANSLATE_NOOP("SmsWords", "Gateway: message number refused"),
    "invalid_priority": QT_TRANSLATE_NOOP("SmsWords", "Gateway: priority refused"),
    "invalid_callback": QT_TRANSLATE_NOOP("SmsWords", "Gateway: report address refused"),
    "parameter_missing": QT_TRANSLATE_NOOP("SmsWords", "Gateway: something is missing"),
    "invalid_attachment": QT_TRANSLATE_NOOP("SmsWords", "Gateway: attachment refused"),
    "invalid_category": QT_TRANSLATE_NOOP("SmsWords", "Gateway: category refused"),
    "invalid_validity": QT_TRANSLATE_NOOP("SmsWords", "Gateway: validity refused"),
    "invalid_credentials": QT_TRANSLATE_NOOP("SmsWords", "Gateway: user or password is wrong"),
    "quota_reached": QT_TRANSLATE_NOOP("SmsWords", "Gateway: quota is used up"),
    "address_not_allowed": QT_TRANSLATE_NOOP("SmsWords", "Gateway: this computer is not allowed"),
    "method_forbidden": QT_TRANSLATE_NOOP("SmsWords", "Gateway: no right to send this way"),
    "invalid_account": QT_TRANSLATE_NOOP("SmsWords", "Gateway: account is not valid"),
    "access_denied": QT_TRANSLATE_NOOP("SmsWords", "Gateway: access denied"),
    "sms_disabled": QT_TRANSLATE_NOOP("SmsWords", "Gateway: account may not send SMS"),
    "unclear_in_a_row": QT_TRANSLATE_NOOP("SmsWords", "The gateway only answers unclearly"),
    "paused": QT_TRANSLATE_NOOP("SmsWords", "Paused by a person"),
    "window_closed": QT_TRANSLATE_NOOP("SmsWords", "Paused when the window was closed"),
}
