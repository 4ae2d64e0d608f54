"""A real Kannel with its fake message centre, on loopback ports of its own, for one test.

    with RealKannel(tmp_path) as kannel:
        kannel.url                sendsms of its smsbox
        kannel.ledger()           what the message centre got, SMS by SMS
        kannel.kill_smsbox(); kannel.start_smsbox()

Bearerbox stores and routes, smsbox speaks HTTP, fakesmsc stands for the network: it takes each SMS
and reports at once that it was delivered.
"""

from __future__ import annotations

import random
import re
import shutil
import socket
import subprocess
import urllib.error
import urllib.request
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Self
from urllib.parse import unquote_to_bytes

from tests.faults import wait_for

USERNAME = "desk"
PASSWORD = "geheim"
_STATUS_PASSWORD = "status"
_FAKE_CENTRE = "/usr/lib/kannel/test/fakesmsc"
_GOT = re.compile(
    r"Got message \d+: <(?P<sender>\S+) (?P<recipient>\S+) (?P<kind>\S+) (?P<text>.*)>$"
)
_START_TRIES = 5
_PORTS = range(20_000, 32_000)


class KannelMissingError(Exception):
    """The programs of Kannel are not on this machine."""


@dataclass(frozen=True, slots=True)
class Received:
    """One SMS as the message centre got it."""

    sender: str
    recipient: str
    text: str


class RealKannel:
    """Three processes; use it as a context manager."""

    def __init__(self, home: Path, *, max_messages: int = 4) -> None:
        self._home = home
        self._max_messages = max_messages
        self._programs = {name: _program(name) for name in ("bearerbox", "smsbox", "fakesmsc")}
        self._running: dict[str, subprocess.Popen[bytes]] = {}
        self._logs: list[IO[bytes]] = []
        self._ports: list[int] = []

    @property
    def url(self) -> str:
        """Where smsbox takes SMS."""
        return f"http://127.0.0.1:{self._ports[3]}/cgi-bin/sendsms"

    def __enter__(self) -> Self:
        for tries_left in reversed(range(_START_TRIES)):
            try:
                self._start()
            except _PortTakenError:
                # Somebody else took a port between our look and bearerbox's.
                self.stop()
                if not tries_left:
                    raise
            else:
                return self
        return self

    def __exit__(self, *_: object) -> None:
        self.stop()

    def stop(self) -> None:
        """End all that still runs; nothing in it is worth an orderly end."""
        for name in list(self._running):
            self._kill(name)
        for log in self._logs:
            log.close()
        self._logs.clear()

    def kill_smsbox(self) -> None:
        """Let the part that speaks HTTP die on the spot."""
        self._kill("smsbox")

    def start_smsbox(self) -> None:
        """Start it again; what bearerbox kept for it comes now."""
        self._launch("smsbox", "-v", "1", str(self._config))
        self._await("smsbox", lambda: _answers(self.url))

    def ledger(self) -> list[Received]:
        """Return what the message centre has got by now."""
        text = (self._home / "fakesmsc.log").read_text("utf-8", "replace")
        matches = (_GOT.search(line) for line in text.splitlines())
        return [_received(match) for match in matches if match is not None]

    def ledger_by_recipient(self) -> Counter[str]:
        """Return how many SMS each number got."""
        return Counter(sms.recipient for sms in self.ledger())

    # --------------------------------------------------------------------------------- inside

    @property
    def _config(self) -> Path:
        return self._home / "kannel.conf"

    def _start(self) -> None:
        self._ports = _free_ports(4)
        self._config.write_text(_configuration(self._ports, self._max_messages))
        self._launch("bearerbox", "-v", "1", str(self._config))
        self._await("bearerbox", lambda: self._status() != "")
        self.start_smsbox()
        centre = ("-H", "127.0.0.1", "-r", str(self._ports[2]), "-i", "0.01", "-m", "0", "-v", "0")
        self._launch("fakesmsc", *centre)
        self._await("fakesmsc", lambda: "(online" in self._status())

    def _launch(self, name: str, *arguments: str) -> None:
        log = (self._home / f"{name}.log").open("ab")
        self._logs.append(log)
        self._running[name] = subprocess.Popen(
            [self._programs[name], *arguments],
            # fakesmsc ends with its standard input.
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            cwd=self._home,
        )

    def _kill(self, name: str) -> None:
        process = self._running.pop(name)
        process.kill()
        process.wait()
        assert process.stdin is not None
        process.stdin.close()

    def _await(self, name: str, ready: Callable[[], bool]) -> None:
        def ready_or_gone() -> bool:
            return self._running[name].poll() is not None or ready()

        wait_for(ready_or_gone)
        if self._running[name].poll() is not None:
            raise _PortTakenError((self._home / f"{name}.log").read_text("utf-8", "replace"))

    def _status(self) -> str:
        address = f"http://127.0.0.1:{self._ports[0]}/status.txt?password={_STATUS_PASSWORD}"
        try:
            with urllib.request.urlopen(address, timeout=5) as answer:
                return str(answer.read().decode())
        except OSError:
            return ""


class _PortTakenError(Exception):
    """A program ended at its start; its own words say why."""


def _program(name: str) -> str:
    fixed = Path(_FAKE_CENTRE)
    found = str(fixed) if name == fixed.name and fixed.exists() else None
    # As in Debian, where an unprivileged account does not look into sbin.
    found = found or shutil.which(name) or shutil.which(name, path="/usr/sbin:/usr/local/sbin")
    if found is None:
        raise KannelMissingError(f"{name} is missing: apt-get install kannel kannel-extras")
    return found


def _free_ports(count: int) -> list[int]:
    """Return ports that nobody uses, from a range out of which no system gives any by itself."""
    found: list[int] = []
    for port in random.sample(_PORTS, len(_PORTS)):
        try:
            socket.create_server(("127.0.0.1", port)).close()
        except OSError:
            continue
        found.append(port)
        if len(found) == count:
            break
    return found


def _configuration(ports: list[int], max_messages: int) -> str:
    status, boxes, centre, sendsms = ports
    return f"""
group = core
admin-port = {status}
admin-interface = 127.0.0.1
admin-password = {_STATUS_PASSWORD}
smsbox-port = {boxes}
smsbox-interface = 127.0.0.1
box-allow-ip = "127.0.0.1"
box-deny-ip = "*.*.*.*"
dlr-storage = internal

group = smsc
smsc = fake
smsc-id = fake
port = {centre}
connect-allow-ip = 127.0.0.1

group = smsbox
smsbox-id = desk
bearerbox-host = 127.0.0.1
bearerbox-port = {boxes}
sendsms-port = {sendsms}
sendsms-interface = 127.0.0.1
sendsms-chars = "0123456789+"
http-request-retry = 30
http-queue-delay = 1

group = sendsms-user
username = {USERNAME}
password = {PASSWORD}
max-messages = {max_messages}
concatenation = true

group = sms-service
keyword = default
text = none
max-messages = 0
"""


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):  # noqa: S310  our own address
            return True
    except urllib.error.HTTPError as answer:
        answer.close()
        return True
    except OSError:
        return False


def _received(match: re.Match[str]) -> Received:
    text = match["text"]
    if match["kind"] == "ucs-2":
        text = unquote_to_bytes(text.replace("+", " ")).decode("utf-16-be")
    return Received(match["sender"], match["recipient"], text)
