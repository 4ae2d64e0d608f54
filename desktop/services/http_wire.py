"""What urllib3 does not tell: whether the request left this computer, and when to give up.

``requests.ConnectionError`` covers both "never sent" and "sent, answer lost". For an SMS that
difference decides whether it may be tried again. So the connections here note the moment in which
the first byte of the request goes out, ask a last question before it, and hold one deadline over
the whole answer, against servers that drip.
"""

from __future__ import annotations

import http.client
import io
import logging
import socket
import threading
import time
from collections.abc import Callable
from typing import Any, cast

from requests.adapters import HTTPAdapter
from urllib3 import Retry
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.connectionpool import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.poolmanager import PoolManager, ProxyManager

# What it warns of (connecting again, odd headers) comes back to the caller as a result.
logging.getLogger("urllib3").setLevel(logging.ERROR)

MayLeave = Callable[[], bool]
"""Asked once the connection stands, directly before the first byte; False keeps it back."""


class KeptBackError(Exception):
    """The last question before the first byte was answered with no: nothing was sent."""


class Exchange(threading.local):
    """The request that this thread is making: its guard, its deadline and whether it left."""

    left = False
    deadline_s: float = 0.0
    read_timeout_s: float = 0.0
    may_leave: MayLeave | None = None

    def begin(self, may_leave: MayLeave | None, read_timeout_s: float) -> None:
        """Prepare for one request of this thread."""
        self.left = False
        self.may_leave = may_leave
        self.read_timeout_s = read_timeout_s
        self.deadline_s = time.monotonic() + read_timeout_s

    def leave(self) -> None:
        """Note that the first byte goes out now, or refuse it."""
        if self.left:
            return
        if self.may_leave is not None and not self.may_leave():
            raise KeptBackError
        self.left = True
        self.deadline_s = time.monotonic() + self.read_timeout_s


EXCHANGE = Exchange()


class _DeadlineReader(io.RawIOBase):
    """Reads from a socket until the exchange's deadline, however slowly the bytes come."""

    def __init__(self, sock: socket.socket, deadline_s: float) -> None:
        self._sock = sock
        self._deadline_s = deadline_s
        # The reader keeps the socket open after http.client has closed its own handle.
        self._raw = cast("io.RawIOBase", sock.makefile("rb", buffering=0))

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:  # noqa: ANN401  the buffer protocol has no name before 3.12
        left_s = self._deadline_s - time.monotonic()
        if left_s <= 0:
            raise TimeoutError("the whole answer took too long")
        self._sock.settimeout(left_s)
        return cast("int | None", cast("Any", self._raw).readinto(buffer))

    def close(self) -> None:
        self._raw.close()
        super().close()


class _DeadlineResponse(http.client.HTTPResponse):
    def __init__(self, sock: socket.socket, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  as http.client passes them
        super().__init__(sock, *args, **kwargs)
        plain = self.fp
        self.fp = io.BufferedReader(_DeadlineReader(sock, EXCHANGE.deadline_s))
        plain.close()


class _Watched:
    """Mixed into urllib3's connections: notes the first byte, not counting a proxy's tunnel."""

    response_class: Any = _DeadlineResponse
    sock: Any
    _connecting = False

    def connect(self) -> None:
        self._connecting = True
        try:
            super().connect()  # type: ignore[misc]  # the class beside it in the bases has it
        finally:
            self._connecting = False

    def send(self, data: Any) -> None:  # noqa: ANN401  as http.client passes it
        if not self._connecting:
            if self.sock is None:
                self.connect()
            EXCHANGE.leave()
        super().send(data)  # type: ignore[misc]  # the class beside it in the bases has it


class _WatchedHttp(_Watched, HTTPConnection):
    pass


class _WatchedHttps(_Watched, HTTPSConnection):
    pass


class _HttpPool(HTTPConnectionPool):
    ConnectionCls = _WatchedHttp


class _HttpsPool(HTTPSConnectionPool):
    ConnectionCls = _WatchedHttps


_POOLS = {"http": _HttpPool, "https": _HttpsPool}


class WatchedAdapter(HTTPAdapter):
    """The transport of a session: connecting may be tried again, nothing after it ever."""

    def __init__(self) -> None:
        super().__init__(
            pool_connections=1,
            pool_maxsize=1,
            max_retries=Retry(total=None, connect=2, read=0, redirect=0, status=0, other=0),
        )

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  as requests passes them
        """Use the connections that watch."""
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = _POOLS

    def proxy_manager_for(self, proxy: Any, **kwargs: Any) -> PoolManager:  # noqa: ANN401  as requests passes them
        """Use them through a proxy as well."""
        manager: ProxyManager = super().proxy_manager_for(proxy, **kwargs)
        manager.pool_classes_by_scheme = _POOLS
        return manager
