"""Kannel's ``sendsms``: the gateway of customers who run one of their own.

The request is a POST with the text as its body, not the usual GET: what is in an address ends up
in the logs of every machine on the way (password, number, text), and a proxy may repeat a GET but
no POST. Kannel gives no number of its own back, so the address for its delivery reports carries
ours. It knows no test mode, and it cuts a text of more parts than its ``max-messages`` without a
word: that setting has to be as large as the desk's.
"""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlsplit

from desktop.errors import GatewayError, GatewayRefusedError, GatewayUnreachableError
from desktop.models.settings import KANNEL_URL, GatewaySettings
from desktop.models.sms_text import SmsEncoding, measure
from desktop.services.http import Answered, HttpClient, NotSent, Timeouts
from desktop.services.http_wire import MayLeave
from desktop.services.sending.gateways.base import Scope, SendAnswer, SmsRequest
from desktop.services.sending.gateways.kannel_codes import (
    ACCEPTED,
    KANNEL_REFUSALS,
    LOGIN_REFUSED,
    NO_RECIPIENT,
    SENT,
    SPLITS,
    TRY_LATER,
)
from desktop.services.sending.reports import DeliveryReport

_DEFAULT_PATH = urlsplit(KANNEL_URL).path
_CODING = {SmsEncoding.GSM_7: "0", SmsEncoding.UCS_2: "2"}
_EVERY_REPORT = "31"
"""Delivered (1), not delivered (2), waiting (4), taken (8) and refused (16) by the network."""

_ACCEPTED = 202
_REFUSED_LOGIN = frozenset({401, 403})
_TOO_MANY_REQUESTS = 429
_UNAVAILABLE = 503
_REFUSALS = frozenset({400, 403, 415})
_REDIRECTS = range(300, 400)
_SERVER_ERRORS = range(500, 600)


@dataclass(frozen=True, slots=True)
class KannelAccount:
    """Where and how to log in, and what every SMS of this account carries.

    ``report_url`` is the address for delivery reports, "" for none; ``validity_s`` is told to
    Kannel in whole minutes.
    """

    username: str
    secret: str
    url: str = KANNEL_URL
    sender_address: str = ""
    validity_s: int | None = None
    report_url: str = ""

    @classmethod
    def from_settings(cls, settings: GatewaySettings, secret: str) -> KannelAccount:
        """Join the shared settings and the secret from the keyring."""
        return cls(
            settings.username,
            secret,
            settings.base_url,
            settings.sender_address,
            settings.validity_s,
            settings.callback_url,
        )

    def __repr__(self) -> str:
        """Leave out the secret, for logs and tracebacks."""
        return f"KannelAccount({self.url!r}, {self.username!r})"


class Kannel:
    """One ``sendsms-user`` of one Kannel."""

    name = "kannel"
    test_mode = False

    def __init__(self, account: KannelAccount, timeouts: Timeouts | None = None) -> None:
        """Take the account.

        Raises:
            InsecureGatewayError: its address has no TLS and does not lead to this computer.

        """
        parts = urlsplit(account.url)
        self._http = HttpClient(f"{parts.scheme}://{parts.netloc}", None, timeouts)
        self._path = parts.path.rstrip("/") or _DEFAULT_PATH
        self._settings = account

    @property
    def account(self) -> str:
        """User and host."""
        return f"{self.name}:{self._settings.username}@{urlsplit(self._settings.url).netloc}"

    def send(self, request: SmsRequest, may_leave: MayLeave | None = None) -> SendAnswer:
        """Hand over one SMS and classify what comes back."""
        exchanged = self._http.post_text(
            self._path, request.text, self._headers(request), may_leave
        )
        if isinstance(exchanged, NotSent):
            return SendAnswer(Scope.NOT_ACCEPTED, exchanged.detail, exchanged.reason)
        if isinstance(exchanged, Answered):
            answer = _classify(exchanged, measure(request.text).parts)
            if answer.scope is Scope.UNCLEAR:
                self._http.drop_connection()
            return answer
        return SendAnswer(Scope.UNCLEAR, exchanged.detail, exchanged.reason)

    def check(self) -> None:
        """Ask with a request that names no recipient: it can send nothing."""
        exchanged = self._http.post_text(self._path, "", self._login())
        if not isinstance(exchanged, Answered):
            raise GatewayUnreachableError(self.name, exchanged.reason, exchanged.detail)
        told = _sentence(exchanged)
        if exchanged.status in _REFUSED_LOGIN:
            raise GatewayRefusedError(self.name, str(exchanged.status), "invalid_credentials")
        if told not in NO_RECIPIENT:
            raise GatewayError(self.name, str(exchanged.status), "foreign_answer")

    def collect_reports(self) -> tuple[DeliveryReport, ...]:
        """Return nothing: Kannel brings its reports to the address that each SMS names."""
        return ()

    def next_report_at(self) -> None:
        """Return None: there is nothing to ask for."""

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def _login(self) -> dict[str, str]:
        return {
            "X-Kannel-Username": self._settings.username,
            "X-Kannel-Password": self._settings.secret,
        }

    def _headers(self, request: SmsRequest) -> dict[str, str]:
        headers = self._login() | {
            "X-Kannel-To": request.recipient,
            "X-Kannel-Coding": _CODING[measure(request.text).encoding],
        }
        if self._settings.sender_address:
            headers["X-Kannel-From"] = self._settings.sender_address
        if self._settings.validity_s:
            headers["X-Kannel-Validity"] = str(-(-self._settings.validity_s // 60))
        if self._settings.report_url:
            headers["X-Kannel-DLR-Mask"] = _EVERY_REPORT
            headers["X-Kannel-DLR-Url"] = report_address(
                self._settings.report_url, request.client_message_id
            )
        return headers


def report_address(url: str, client_message_id: str) -> str:
    """Return the address that Kannel asks for when it has a report of one SMS.

    Kannel fills in what stands behind the percent signs: the kind of the report, its time, the
    answer of the message centre. The recipient's number is not among it, so it is in no log.
    """
    return f"{url.replace('%', '%%')}?id={client_message_id}&type=%d&time=%T&answer=%A"


def _classify(answer: Answered, parts: int) -> SendAnswer:
    told = _sentence(answer)
    if answer.status == _ACCEPTED:
        return _accepted(told)
    known = KANNEL_REFUSALS.get(told) if answer.status in _REFUSALS else None
    if known is not None:
        return SendAnswer(known[0], str(answer.status), known[1])
    return _by_status(answer.status, told, parts)


def _accepted(told: str) -> SendAnswer:
    if told in ACCEPTED:
        return SendAnswer(Scope.ACCEPTED, ACCEPTED[told])
    if told.startswith(SENT):
        splits = told.partition(SPLITS)[2]
        return SendAnswer(Scope.ACCEPTED, SENT, parts=int(splits) if splits.isdecimal() else None)
    return SendAnswer(Scope.UNCLEAR, str(_ACCEPTED), "foreign_answer")


def _by_status(status: int, told: str, parts: int) -> SendAnswer:
    """Judge what is not in the table; a 403 of a proxy means the same as a wrong login."""
    if status in _REFUSED_LOGIN:
        return SendAnswer(Scope.ACCOUNT, str(status), KANNEL_REFUSALS[LOGIN_REFUSED][1])
    if status == _TOO_MANY_REQUESTS:
        return SendAnswer(Scope.NOT_ACCEPTED, str(status), "throttled")
    if status == _UNAVAILABLE and told == TRY_LATER and parts == 1:
        # Of several parts some may have been taken before.
        return SendAnswer(Scope.NOT_ACCEPTED, str(status), "gateway_busy")
    if status in _REDIRECTS:
        return SendAnswer(Scope.UNCLEAR, str(status), "redirected")
    if status in _SERVER_ERRORS:
        return SendAnswer(Scope.UNCLEAR, str(status), "server_error")
    return SendAnswer(Scope.UNCLEAR, str(status), "foreign_answer")


def _sentence(answer: Answered) -> str:
    return answer.body.decode("utf-8", "replace").strip()
