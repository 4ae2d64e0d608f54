"""Takes delivery reports on a socket until it is stopped.

receiver = Receiver(database, host, port)
receiver.start()     listens, and reads what comes
receiver.stop()      takes no more, answers what it has, ends
"""

from __future__ import annotations

import logging
import socket
import threading
import time
from collections.abc import Callable
from datetime import timedelta
from typing import Any

from waitress import wasyncore
from waitress.server import create_server

from desktop.errors import DatabaseLockedError, StorageError
from desktop.services.receiving.address import report_path
from desktop.services.receiving.entry import MAX_BODY_BYTES, Pace, ReportEntry
from desktop.services.receiving.inbox import Inbox
from desktop.services.storage.database import Database

log = logging.getLogger(__name__)

_THREADS = 8
_MAX_HEADER_BYTES = 16 * 1024
_MAX_CONNECTIONS = 200
_IDLE_S = 30
_LOOK_AGAIN_S = 5.0
_AFTER_A_LOCK_S = 0.5
_FORGET_EVERY = timedelta(hours=12)
_ANSWERS_DUE_S = 10.0

# One line for each request that has to wait for a thread; that is what threads are for.
logging.getLogger("waitress.queue").setLevel(logging.ERROR)


class Receiver:
    """Listens on one address. Reports are stored by its threads and read by one of its own."""

    def __init__(self, database: Database, host: str, port: int, pace: Pace | None = None) -> None:
        """Take the address; port 0 takes any that is free.

        Raises:
            OSError: the address is taken, or none of this computer's.
            StorageError: the database cannot be read.

        """
        self._database = database
        self._inbox = Inbox(database)
        self._new = threading.Event()
        self._stopping = threading.Event()
        entry = ReportEntry(report_path(database), self._inbox.keep, self._new.set, pace)
        self._socket = _listening(host, port)
        self._server: Any = create_server(
            entry,
            sockets=[self._socket],
            threads=_THREADS,
            max_request_body_size=MAX_BODY_BYTES,
            max_request_header_size=_MAX_HEADER_BYTES,
            connection_limit=_MAX_CONNECTIONS,
            channel_timeout=_IDLE_S,
            ident="",
        )
        self._threads = (
            threading.Thread(target=self._server.run, name="report server"),
            threading.Thread(target=self._settle, name="report reader"),
        )
        self._forget_at = database.clock()

    @property
    def host(self) -> str:
        """The address that it listens at."""
        return str(self._server.effective_host)

    @property
    def port(self) -> int:
        """The port that it listens at."""
        return int(self._server.effective_port)

    def start(self) -> None:
        """Take reports from now on."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Take no more, answer what has come in, read it, and end; bounded in time."""
        workers = self._server.task_dispatcher
        self._in_loop(self._shut_the_door)
        _wait_until(lambda: not self._server.accepting and not self._is_answering())
        # What comes in even later is not answered, and so comes again.
        workers.set_thread_count(0)
        _wait_until(lambda: not workers.threads)
        self._in_loop(self._hang_up)
        self._threads[0].join()
        if not workers.threads:
            # A thread that is late would pull it, and write into whichever file has its number by
            # then: our database, perhaps.
            self._server.trigger.close()
        self._stopping.set()
        self._new.set()
        self._threads[1].join()
        self._socket.close()

    # --------------------------------------------------------------------------------- inside

    def _shut_the_door(self) -> None:
        """Take no connection any more, and no further request on those that are kept open."""
        self._server.adj.channel_request_lookahead = -1
        wasyncore.dispatcher.close(self._server)

    def _hang_up(self) -> None:
        """End waitress's loop, which goes on for as long as there is something in its map."""
        places = self._server._map  # noqa: SLF001  waitress has no other way to end its loop
        for channel in list(self._server.active_channels.values()):
            channel.close()
        places.clear()

    def _in_loop(self, act: Callable[[], object]) -> None:
        """Let waitress's own thread do something to its connections."""
        self._server.trigger.pull_trigger(act)

    def _is_answering(self) -> bool:
        return any(
            channel.requests or channel.total_outbufs_len
            for channel in list(self._server.active_channels.values())
        )

    def _settle(self) -> None:
        """Read what was stored, at once; look at what waits now and then."""
        while True:
            self._new.clear()
            stopping = self._stopping.is_set()
            wait_s = _LOOK_AGAIN_S
            try:
                self._inbox.settle()
                self._forget_old()
            except DatabaseLockedError:
                # Somebody else has its turn, a sender perhaps; it will not be long.
                wait_s = _AFTER_A_LOCK_S
            except StorageError as error:
                log.warning("reports wait for the database: %s", type(error).__name__)
            except Exception:
                # A bug of ours. What is stored stays, and what comes is stored all the same.
                log.exception("reports could not be read")
            if stopping:
                return
            self._new.wait(wait_s)

    def _forget_old(self) -> None:
        now = self._database.clock()
        if now >= self._forget_at:
            self._forget_at = now + _FORGET_EVERY
            self._inbox.forget_old()


def _wait_until(condition: Callable[[], bool]) -> None:
    """Wait until ``condition`` holds, but no longer than answers may take."""
    deadline_s = time.monotonic() + _ANSWERS_DUE_S
    while not condition() and time.monotonic() < deadline_s:
        time.sleep(0.01)


def _listening(host: str, port: int) -> socket.socket:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    return socket.create_server((host, port), family=family)
