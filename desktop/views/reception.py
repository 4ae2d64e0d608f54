"""Takes what later starts of the desk say to the window that is open, through a local socket.

    hand_over(one, message)    a later start: say it to the window, or learn that there is none
    Reception(one.address)     the window: listens, and tells ``arrived``

Only the same person reaches the socket. A message is short, has a version, and is checked before
anybody hears of it; whoever says nothing is cut off.
"""

from __future__ import annotations

import logging
import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from desktop.errors import DeskSilentError, InvalidValueError
from desktop.models.desk_message import LONGEST_BYTES, DeskMessage, decode, encode
from desktop.services.one_desk import OneDesk

log = logging.getLogger(__name__)

PATIENCE_S = 60.0
"""As long as a window may take to open, with a database to be brought up to date. One that listens
and says nothing is given ``_ANSWER_MS``."""
_ANSWER_MS = 5_000
_SILENCE_MS = 5_000
_MOST_AT_ONCE = 8
_TAKEN, _OTHER_VERSION, _REFUSED = b"taken\n", b"other_version\n", b"refused\n"


def hand_over(one: OneDesk, message: DeskMessage, patience_s: float = PATIENCE_S) -> bool:
    """Say ``message`` to the open window; False where there is none and ``one`` is taken.

    Raises:
        DeskSilentError: there is a window, and it does not answer or is of another version.

    """
    gives_up_at = time.monotonic() + patience_s
    while not one.take():
        answer = _say(one.address, encode(message))
        if answer == _TAKEN:
            return True
        if answer:
            raise DeskSilentError("other_version")
        if time.monotonic() > gives_up_at:
            raise DeskSilentError("silent")
        time.sleep(0.1)  # it is just opening, or just closing
    return False


def _say(address: str, line: bytes) -> bytes:
    """Return the answer, b"" where nobody listens at this moment.

    Raises:
        DeskSilentError: somebody listens and says nothing.

    """
    socket = QLocalSocket()
    socket.connectToServer(address)
    if not socket.waitForConnected(_ANSWER_MS) or not _is_own(socket):
        return b""
    socket.write(line)
    socket.flush()
    answer = b""
    while not answer.endswith(b"\n") and socket.waitForReadyRead(_ANSWER_MS):
        answer += bytes(socket.readAll().data())
    is_hung = not answer and socket.state() is QLocalSocket.LocalSocketState.ConnectedState
    socket.abort()
    if is_hung:
        raise DeskSilentError("silent")
    return answer


def _is_own(socket: QLocalSocket) -> bool:
    """Tell whether the socket belongs to this person: nobody else is told who calls."""
    if sys.platform == "win32":
        return True
    try:
        return Path(socket.fullServerName()).stat().st_uid == os.getuid()
    except OSError:
        return False  # it has gone meanwhile


class Reception(QObject):
    """Listens while the window is open. What comes before somebody listens to it waits.

    Signals:
        arrived: a ``DeskMessage``.
    """

    arrived = Signal(object)

    def __init__(self, address: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setMaxPendingConnections(_MOST_AT_ONCE)
        self._server.newConnection.connect(self._welcome)
        # Whoever holds the lock knows that a socket which lies there is that of a dead window.
        QLocalServer.removeServer(address)
        if not self._server.listen(address):
            log.warning("later starts cannot be heard: %s", self._server.errorString())

    @property
    def is_listening(self) -> bool:
        """Whether later starts are heard."""
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more."""
        self._server.close()

    @Slot()
    def _welcome(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            _Visit(socket, self).said.connect(self._hear)

    @Slot(object)
    def _hear(self, message: DeskMessage) -> None:
        self.arrived.emit(message)


class _Visit(QObject):
    """One connection: a line comes in, a word goes out.

    Signals:
        said: the message, where it is one.
    """

    said = Signal(object)

    def __init__(self, socket: QLocalSocket, parent: QObject) -> None:
        super().__init__(parent)
        self._socket = socket
        self._line = b""
        socket.setParent(self)
        socket.setReadBufferSize(LONGEST_BYTES + 1)
        socket.readyRead.connect(self._read)
        socket.disconnected.connect(self.deleteLater)
        self._silence = QTimer(self)
        self._silence.setSingleShot(True)
        self._silence.timeout.connect(self._cut_off)
        self._silence.start(_SILENCE_MS)
        self._read()

    @Slot()
    def _read(self) -> None:
        self._line += bytes(self._socket.readAll().data())
        if b"\n" in self._line:
            self._answer(self._line.partition(b"\n")[0])
        elif len(self._line) > LONGEST_BYTES:
            self._part(_REFUSED)

    def _answer(self, line: bytes) -> None:
        try:
            message = decode(line)
        except InvalidValueError as error:
            log.info("a message of another start was refused: %s", error.problem)
            self._part(_OTHER_VERSION if error.problem == "other_version" else _REFUSED)
            return
        self._part(_TAKEN)
        self.said.emit(message)

    @Slot()
    def _cut_off(self) -> None:
        self._socket.abort()

    def _part(self, word: bytes) -> None:
        self._silence.stop()
        self._socket.readyRead.disconnect(self._read)
        self._socket.write(word)
        self._socket.disconnectFromServer()
