"""Posts to a gateway so that the outcome is known, or is known to be unknown.

Nothing here raises for what networks do: an answer, "surely not sent" and "outcome unknown" are
the three results. A POST leaves this computer at most once; redirects are not followed; both
timeouts are set; an idle connection is not used again, because a gateway that has closed it
meanwhile would turn an SMS unclear for nothing.
"""

from __future__ import annotations

import ipaddress
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter
from requests.auth import AuthBase
from urllib3.exceptions import MaxRetryError, NameResolutionError, SSLError

from desktop.errors import InsecureGatewayError
from desktop.services.http_wire import EXCHANGE, KeptBackError, MayLeave, WatchedAdapter

CONNECT_TIMEOUT_S = 5.0
READ_TIMEOUT_S = 30.0
MAX_IDLE_S = 5.0
MAX_ANSWER_BYTES = 64 * 1024


@dataclass(frozen=True, slots=True)
class Answered:
    """Somebody answered, perhaps a proxy: judge the body, not only the status."""

    status: int
    content_type: str
    body: bytes


@dataclass(frozen=True, slots=True)
class NotSent:
    """The request surely did not leave; ``reason`` is a short code, ``detail`` technical words."""

    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OutcomeUnknown:
    """The request left and no whole answer came back."""

    reason: str
    detail: str = ""


Exchanged = Answered | NotSent | OutcomeUnknown


@dataclass(frozen=True, slots=True)
class Timeouts:
    """Limits of one exchange in seconds; ``read_s`` is for the whole answer."""

    connect_s: float = CONNECT_TIMEOUT_S
    read_s: float = READ_TIMEOUT_S


class BearerAuth(AuthBase):
    """A token in the Authorization header; as an auth object, no .netrc file can replace it."""

    def __init__(self, token: str) -> None:
        self._token = token

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the header."""
        request.headers["Authorization"] = f"Bearer {self._token}"
        return request


def _no_auth(request: requests.PreparedRequest) -> requests.PreparedRequest:
    """Add nothing, and keep requests from looking into a .netrc file."""
    return request


@dataclass(frozen=True, slots=True)
class _Alike:
    """What all requests of a thread to one path share: ``how`` are proxies and certificates."""

    request: requests.PreparedRequest
    transport: BaseAdapter
    how: Mapping[str, Any]


class HttpClient:
    """Kept-alive connections to one base address, one for each thread that uses it."""

    def __init__(
        self,
        base_url: str,
        auth: AuthBase | tuple[str, str] | None = None,
        timeouts: Timeouts | None = None,
    ) -> None:
        """Take the address and the login, None where the requests themselves carry it.

        Raises:
            InsecureGatewayError: the address has no TLS and does not lead to this computer.

        """
        loopback = _leads_to_this_computer(base_url)
        if urlsplit(base_url).scheme != "https" and not loopback:
            raise InsecureGatewayError(base_url)
        self._base_url = base_url.rstrip("/")
        self._auth = auth or _no_auth
        self._timeouts = timeouts or Timeouts()
        self._through_proxies = not loopback
        self._mine = threading.local()
        self._all: list[requests.Session] = []
        self._lock = threading.Lock()

    def post_json(self, path: str, body: object, may_leave: MayLeave | None = None) -> Exchanged:
        """Post ``body`` as JSON; ``may_leave`` is asked when the connection already stands."""
        return self._exchange(may_leave, partial(self._send_json, path, body))

    def post_text(
        self, path: str, text: str, headers: Mapping[str, str], may_leave: MayLeave | None = None
    ) -> Exchanged:
        """Post plain text in UTF-8, with headers whose values go out in UTF-8 as well."""
        told = {"Content-Type": "text/plain; charset=UTF-8"} | {
            name: value.encode() for name, value in headers.items()
        }
        return self._exchange(
            may_leave,
            lambda session: session.post(
                self._base_url + path,
                headers=told,
                data=text.encode(),
                auth=self._auth,
                timeout=(self._timeouts.connect_s, self._timeouts.read_s),
                allow_redirects=False,
                stream=True,
            ),
        )

    def get(self, path: str, query: Mapping[str, str]) -> Exchanged:
        """Ask for ``path``; a question may be asked again, so nothing is at stake."""
        return self._exchange(
            None,
            lambda session: session.get(
                self._base_url + path,
                params=dict(query),
                headers={"Accept": "application/json"},
                auth=self._auth,
                timeout=(self._timeouts.connect_s, self._timeouts.read_s),
                allow_redirects=False,
                stream=True,
            ),
        )

    def _send_json(self, path: str, body: object, session: requests.Session) -> requests.Response:
        """Send what is alike in all requests but the body; working that out took a third of it.

        Straight to the transport: it follows no redirects, keeps no cookies and asks nobody else.
        """
        alike: dict[str, _Alike] = self._mine.alike
        if path not in alike:
            headers = {"Accept": "application/json"}
            first = requests.Request("POST", self._base_url + path, headers, auth=self._auth)
            request = session.prepare_request(first)
            how = session.merge_environment_settings(request.url, {}, True, None, None)  # noqa: FBT003  positions of requests
            alike[path] = _Alike(request, session.get_adapter(self._base_url), how)
        request = alike[path].request.copy()
        request.prepare_body(data=None, files=None, json=body)
        timeout = (self._timeouts.connect_s, self._timeouts.read_s)
        return alike[path].transport.send(request, timeout=timeout, **alike[path].how)

    def drop_connection(self) -> None:
        """Close this thread's connection: who answered oddly may be about to hang up."""
        session: requests.Session | None = getattr(self._mine, "session", None)
        if session is not None:
            session.close()

    def close(self) -> None:
        """Close the connections of all threads; those in use end with their answer."""
        with self._lock:
            sessions, self._all = self._all, []
        for session in sessions:
            session.close()

    def _exchange(
        self,
        may_leave: MayLeave | None,
        ask: Callable[[requests.Session], requests.Response],
    ) -> Exchanged:
        session = self._session()
        EXCHANGE.begin(may_leave, self._timeouts.read_s)
        try:
            with ask(session) as response:
                return _read(response)
        except KeptBackError:
            return NotSent("kept_back")
        except (requests.RequestException, OSError) as error:
            session.close()
            return _failure(error, left=EXCHANGE.left)
        finally:
            self._mine.used_at_s = time.monotonic()

    def _session(self) -> requests.Session:
        session: requests.Session | None = getattr(self._mine, "session", None)
        if session is None:
            session = requests.Session()
            session.trust_env = self._through_proxies
            session.mount("https://", WatchedAdapter())
            session.mount("http://", WatchedAdapter())
            self._mine.session = session
            self._mine.alike = {}
            with self._lock:
                self._all.append(session)
        elif time.monotonic() - self._mine.used_at_s > MAX_IDLE_S:
            session.close()
        return session


def _read(response: requests.Response) -> Answered | OutcomeUnknown:
    body = bytearray()
    for piece in response.iter_content(8192):
        body += piece
        if len(body) > MAX_ANSWER_BYTES:
            return OutcomeUnknown("answer_too_long")
    content_type = response.headers.get("Content-Type", "").partition(";")[0].strip().lower()
    return Answered(response.status_code, content_type, bytes(body))


def _failure(error: Exception, *, left: bool) -> NotSent | OutcomeUnknown:
    detail = type(_cause(error)).__name__
    if left:
        timed_out = isinstance(error, requests.Timeout | TimeoutError)
        timed_out = timed_out or "timed out" in str(error) or "too long" in str(error)
        return OutcomeUnknown("no_answer" if timed_out else "connection_lost", detail)
    if isinstance(error, requests.exceptions.ProxyError):
        return NotSent("proxy", detail)
    if isinstance(_cause(error), NameResolutionError):
        return NotSent("name_unknown", detail)
    if isinstance(error, requests.exceptions.SSLError) or isinstance(_cause(error), SSLError):
        return NotSent("tls", detail)
    if isinstance(error, requests.ConnectTimeout):
        return NotSent("connect_timeout", detail)
    return NotSent("no_connection", detail)


def _cause(error: Exception) -> BaseException:
    inner: BaseException = error
    if error.args and isinstance(error.args[0], BaseException):
        inner = error.args[0]
    if isinstance(inner, MaxRetryError) and inner.reason is not None:
        return inner.reason
    return inner


def _leads_to_this_computer(base_url: str) -> bool:
    host = urlsplit(base_url).hostname or ""
    if host == "localhost":
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False
