"""The SMS interface of websms (LINK Mobility Austria), one recipient for each request.

One ``transferId`` comes back for a request, not for a recipient: only single requests let an SMS
and its delivery report find each other. The interface does not promise to recognise a repeated
``clientMessageId``, so a request whose answer is lost is never made again.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from desktop.errors import GatewayError, GatewayRefusedError, GatewayUnreachableError
from desktop.models.settings import ContentCategory, GatewaySettings, LoginKind, SenderType
from desktop.services.http import Answered, BearerAuth, HttpClient, NotSent, Timeouts
from desktop.services.http_wire import MayLeave
from desktop.services.sending.gateways.base import Scope, SendAnswer, SmsRequest
from desktop.services.sending.gateways.codes import (
    ACCEPTED_CODES,
    TEST_ACCEPTED_CODE,
    WEBSMS_CODES,
)
from desktop.services.sending.reports import DeliveryReport

BASE_URL = "https://api.linkmobility.eu/rest"
_TEXT_PATH = "/smsmessaging/text"
_OK = 200
_REFUSED_LOGIN = frozenset({401, 403})
_TOO_MANY_REQUESTS = 429
_REDIRECTS = range(300, 400)
_SERVER_ERRORS = range(500, 600)


@dataclass(frozen=True, slots=True)
class WebSmsAccount:
    """Where and how to log in, and what every SMS of this account carries.

    With a ``username``, ``secret`` is its password; without one, it is an access token.
    """

    secret: str
    username: str = ""
    base_url: str = BASE_URL
    test_mode: bool = True
    sender_address: str = ""
    sender_type: SenderType = SenderType.INTERNATIONAL
    content_category: ContentCategory = ContentCategory.INFORMATIONAL
    validity_s: int | None = None
    callback_url: str = ""

    @classmethod
    def from_settings(cls, settings: GatewaySettings, secret: str) -> WebSmsAccount:
        """Join the shared settings and the secret from the keyring."""
        return cls(
            secret,
            settings.username if settings.login is LoginKind.BASIC else "",
            settings.base_url,
            settings.test_mode,
            settings.sender_address,
            settings.sender_type,
            settings.content_category,
            settings.validity_s,
            settings.callback_url,
        )

    def __repr__(self) -> str:
        """Leave out the secret, for logs and tracebacks."""
        return f"WebSmsAccount({self.base_url!r}, {self.username!r})"


class WebSms:
    """One account at websms."""

    name = "websms"

    def __init__(self, account: WebSmsAccount, timeouts: Timeouts | None = None) -> None:
        """Take the account.

        Raises:
            InsecureGatewayError: its address has no TLS and does not lead to this computer.

        """
        login = (account.username, account.secret)
        auth = login if account.username else BearerAuth(account.secret)
        self._http = HttpClient(account.base_url, auth, timeouts)
        self._settings = account

    @property
    def account(self) -> str:
        """User, host and mode; a test and the real thing never share a queue."""
        host = urlsplit(self._settings.base_url).netloc
        test = "/test" if self._settings.test_mode else ""
        return f"{self.name}:{self._settings.username or 'token'}@{host}{test}"

    @property
    def test_mode(self) -> bool:
        """Whether the gateway only pretends to send."""
        return self._settings.test_mode

    def send(self, request: SmsRequest, may_leave: MayLeave | None = None) -> SendAnswer:
        """Hand over one SMS and classify what comes back."""
        exchanged = self._http.post_json(_TEXT_PATH, self._body(request), may_leave)
        if isinstance(exchanged, NotSent):
            return SendAnswer(Scope.NOT_ACCEPTED, exchanged.detail, exchanged.reason)
        if isinstance(exchanged, Answered):
            answer = _classify(exchanged, request, self._settings)
            if answer.scope is Scope.UNCLEAR:
                self._http.drop_connection()
            return answer
        return SendAnswer(Scope.UNCLEAR, exchanged.detail, exchanged.reason)

    def check(self) -> None:
        """Ask with a request that names no recipient, marked as a test: it can send nothing."""
        probe = {"recipientAddressList": [], "messageContent": "", "test": True}
        exchanged = self._http.post_json(_TEXT_PATH, probe)
        if not isinstance(exchanged, Answered):
            raise GatewayUnreachableError(self.name, exchanged.reason, exchanged.detail)
        if exchanged.status in _REFUSED_LOGIN:
            raise GatewayRefusedError(self.name, str(exchanged.status), "invalid_credentials")
        code = _status_code(_json(exchanged))
        if code is None:
            raise GatewayError(self.name, str(exchanged.status), "foreign_answer")
        scope, reason = WEBSMS_CODES.get(code, (None, ""))
        if scope is Scope.ACCOUNT:
            raise GatewayRefusedError(self.name, str(code), reason)

    def collect_reports(self) -> tuple[DeliveryReport, ...]:
        """Return nothing: websms posts its reports to the callback address."""
        return ()

    def next_report_at(self) -> datetime | None:
        """Return None: there is nothing to ask for."""
        return None

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def _body(self, request: SmsRequest) -> dict[str, Any]:
        body: dict[str, Any] = {
            "recipientAddressList": [request.recipient.removeprefix("+")],
            "messageContent": request.text,
            "clientMessageId": request.client_message_id,
            "contentCategory": self._settings.content_category.value,
            "maxSmsPerMessage": request.max_parts,
            "messageType": "default",
            "test": self._settings.test_mode,
        }
        address = self._settings.sender_address
        optional = {
            "senderAddress": address,
            "senderAddressType": self._settings.sender_type.value if address else "",
            # The interface spells it so.
            "validityPeriode": self._settings.validity_s,
            "notificationCallbackUrl": self._settings.callback_url,
        }
        return body | {key: value for key, value in optional.items() if value}


def _classify(answer: Answered, request: SmsRequest, account: WebSmsAccount) -> SendAnswer:
    if answer.status in _REFUSED_LOGIN:
        return _refused_login(answer)
    by_status = _by_status(answer.status)
    if by_status is not None:
        return by_status
    body = _json(answer)
    code = _status_code(body)
    if code is None or body.get("clientMessageId") not in {None, request.client_message_id}:
        return SendAnswer(Scope.UNCLEAR, str(answer.status), "foreign_answer")
    if code in ACCEPTED_CODES or (code == TEST_ACCEPTED_CODE and account.test_mode):
        return _accepted(answer, code, body)
    scope, reason = WEBSMS_CODES.get(code, (Scope.UNCLEAR, "unknown_code"))
    return SendAnswer(scope, str(code), reason)


def _by_status(status: int) -> SendAnswer | None:
    if status == _TOO_MANY_REQUESTS:
        return SendAnswer(Scope.NOT_ACCEPTED, str(status), "throttled")
    if status in _REDIRECTS:
        return SendAnswer(Scope.UNCLEAR, str(status), "redirected")
    if status in _SERVER_ERRORS:
        return SendAnswer(Scope.UNCLEAR, str(status), "server_error")
    return None


def _accepted(answer: Answered, code: int, body: dict[str, Any]) -> SendAnswer:
    gateway_id = body.get("transferId")
    parts = body.get("smsCount")
    if answer.status != _OK:
        return SendAnswer(Scope.UNCLEAR, str(answer.status), "foreign_answer")
    return SendAnswer(
        Scope.ACCEPTED,
        str(code),
        gateway_id=gateway_id if isinstance(gateway_id, str) and gateway_id else None,
        parts=parts if isinstance(parts, int) and parts > 0 else None,
    )


def _refused_login(answer: Answered) -> SendAnswer:
    """401 is the gateway's word; 403 may be any proxy's or firewall's, before or behind it."""
    code = _status_code(_json(answer))
    known = WEBSMS_CODES.get(code) if code is not None else None
    if known is not None:
        return SendAnswer(known[0], str(code), known[1])
    return SendAnswer(Scope.ACCOUNT, str(answer.status), "invalid_credentials")


def _json(answer: Answered) -> dict[str, Any]:
    if answer.content_type != "application/json":
        return {}
    try:
        body = json.loads(answer.body)
    except ValueError:
        return {}
    return body if isinstance(body, dict) else {}


def _status_code(body: dict[str, Any]) -> int | None:
    code = body.get("statusCode")
    return code if isinstance(code, int) and not isinstance(code, bool) else None
