"""The numbers of the Business Platform: when they are asked for, and what is written down.

Several desks share one database: the one that asks notes it first, so that the others do not ask
as well. No session is open while the platform is asked.
"""

from __future__ import annotations

import logging
from datetime import datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from desktop.errors import InsecureGatewayError, SecretMissingError
from desktop.models.changes import Change
from desktop.models.records.platform import SourceFailure, SourceState
from desktop.models.settings import PlatformSettings
from desktop.models.sim import SimStep
from desktop.models.states import NumberKind, SimStatus
from desktop.models.tables import PlatformNumber, SimCard, StatusSourceState
from desktop.services.number_status.failures import (
    SourceAnswerError,
    SourceBusyError,
    SourceRefusedError,
    StatusSourceError,
)
from desktop.services.number_status.graph import GraphAccount, GraphClient, GraphSource
from desktop.services.number_status.graph_answers import PlatformReading
from desktop.services.number_status.receiving import receive
from desktop.services.number_status.source import NumberReport, SourceName
from desktop.services.sims.entering import (
    Entry,
    NumberAct,
    enter,
    lock_numbers,
    open_service,
    renew,
)
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore

log = logging.getLogger(__name__)

BUSY_PAUSE = timedelta(hours=1)
"""How long a platform that was asked too often is left alone."""

_FAILURES: tuple[tuple[type[Exception], SourceFailure], ...] = (
    (SecretMissingError, SourceFailure.NO_TOKEN),
    (InsecureGatewayError, SourceFailure.INSECURE),
    (SourceRefusedError, SourceFailure.REFUSED),
    (SourceBusyError, SourceFailure.BUSY),
    (SourceAnswerError, SourceFailure.NOT_UNDERSTOOD),
    (StatusSourceError, SourceFailure.UNREACHABLE),
)


def token_key(settings: PlatformSettings) -> str:
    """Return the name under which the keyring holds the token."""
    return f"graph:{settings.account_id}"


class PlatformNumbers:
    """Asks the Business Platform now and then, and keeps what it says."""

    def __init__(self, database: Database, settings: SettingsStore, secrets: Secrets) -> None:
        self._database = database
        self._settings = settings
        self._secrets = secrets

    def state(self) -> SourceState:
        """Return when the platform was asked, and what is wrong, for the page and the settings.

        Raises:
            StorageError: the database cannot be read.

        """
        wanted = bool(self._settings.load().platform.account_id)
        with self._database.read() as session:
            row = session.get(StatusSourceState, SourceName.GRAPH.value)
            if row is None:
                return SourceState(wanted)
            failure = SourceFailure(row.failure) if row.failure else None
            return SourceState(wanted, row.asked_at, row.answered_at, failure, row.failure_detail)

    def give_token(self, token: str) -> bool:
        """Take the token from a person; return whether the keyring keeps it.

        Raises:
            StorageError: the settings cannot be read.

        """
        return self._secrets.give(token_key(self._settings.load().platform), token, keep=True)

    def ask_when_due(self) -> bool:
        """Ask if it is time to; return whether it was. A failure is noted and told by ``state``.

        Raises:
            StorageError: the database cannot be read or written.

        """
        settings = self._settings.load().platform
        if not settings.account_id or not self._claim(settings):
            return False
        try:
            self.ask()
        except (StatusSourceError, SecretMissingError, InsecureGatewayError) as error:
            log.info("the state of platform numbers was not read: %s", type(error).__name__)
        return True

    def ask(self) -> int:
        """Ask now and write down what the platform says; return how many numbers it told.

        Raises:
            SecretMissingError: nobody has given the token.
            InsecureGatewayError: the address has no TLS.
            StatusSourceError: the platform cannot be asked now.
            StorageError: the database cannot be written.

        """
        settings = self._settings.load().platform
        try:
            readings = self._read(settings)
        except (StatusSourceError, SecretMissingError, InsecureGatewayError) as error:
            self._note_failure(error)
            raise
        now = self._database.clock()
        with self._database.write(Change.SIMS, Change.CONTACTS) as session:
            lock_numbers(session)
            _take(session, GraphSource(readings, now), now)
            state = _state(session, now)
            state.answered_at, state.not_before = now, None
            state.failure = state.failure_detail = ""
        return len(readings)

    def _read(self, settings: PlatformSettings) -> tuple[PlatformReading, ...]:
        account = GraphAccount(
            settings.account_id,
            self._secrets.get(token_key(settings)),
            settings.address,
            settings.version,
        )
        client = GraphClient(account)
        try:
            return client.read()
        finally:
            client.close()

    def _claim(self, settings: PlatformSettings) -> bool:
        """Note that this desk asks now; False where it is not time, or another desk does it."""
        now = self._database.clock()
        with self._database.write() as session:
            lock_numbers(session)
            row = session.get(StatusSourceState, SourceName.GRAPH.value)
            if row is not None:
                due = row.asked_at + timedelta(minutes=settings.every_minutes)
                if now < max(due, row.not_before or due):
                    return False
            _state(session, now).asked_at = now
        return True

    def _note_failure(self, error: Exception) -> None:
        now = self._database.clock()
        failure = next(word for kind, word in _FAILURES if isinstance(error, kind))
        with self._database.write(Change.SIMS) as session:
            state = _state(session, now)
            state.failure = failure.value
            state.failure_detail = str(getattr(error, "code", ""))
            state.not_before = now + BUSY_PAUSE if failure is SourceFailure.BUSY else None


def _state(session: Session, now: datetime) -> StatusSourceState:
    row = session.get(StatusSourceState, SourceName.GRAPH.value)
    if row is None:
        row = StatusSourceState(
            name=SourceName.GRAPH.value, asked_at=now, failure="", failure_detail=""
        )
        session.add(row)
    return row


def _take(session: Session, source: GraphSource, now: datetime) -> None:
    """Write down what the platform told, and let the numbers and their services follow."""
    reports = {report.number: report for report in source.reports()}
    touched: list[int | None] = []
    for reading in source.readings:
        if not reading.number:
            continue
        card = _card_of(session, reading, now)
        if card is not None:
            _keep_words(session, card.id, reading, now)
            touched += _follow(session, card, reports.get(reading.number), now)
    renew(session, touched)


def _follow(
    session: Session, card: SimCard, report: NumberReport | None, now: datetime
) -> list[int | None]:
    """Let a number in use follow the platform; one in stock only where it is blocked."""
    if report is None:
        return []
    at_work = report.status in (SimStatus.ACTIVE, SimStatus.WARNED)
    if card.status is SimStatus.IN_STOCK and at_work:
        return []
    receive(session, card, report, SourceName.GRAPH, now)
    return [open_service(session, card.id)]


def _card_of(session: Session, reading: PlatformReading, now: datetime) -> SimCard | None:
    """Return the number of a reading, made anew where nobody knows it; None where a SIM has it."""
    known = session.scalar(
        select(SimCard)
        .join(PlatformNumber, PlatformNumber.sim_id == SimCard.id)
        .where(PlatformNumber.platform_id == reading.platform_id)
    )
    if known is not None:
        return known
    same = session.scalar(
        select(SimCard).where(SimCard.msisdn == reading.number, SimCard.status != SimStatus.RETIRED)
    )
    if same is not None:
        return same if same.kind is NumberKind.PLATFORM else None
    card = SimCard(
        kind=NumberKind.PLATFORM,
        iccid=None,
        msisdn=reading.number,
        msisdn_reversed=reading.number[:0:-1],
        carrier="",
        status=SimStatus.IN_STOCK,
        status_since=now,
        note="",
        revision=0,
    )
    session.add(card)
    session.flush()
    act = NumberAct("", source=SourceName.GRAPH.value)
    enter(session, card, Entry(SimStatus.IN_STOCK, SimStep.ADD, now, now), act)
    return card


def _keep_words(session: Session, sim_id: int, reading: PlatformReading, now: datetime) -> None:
    row = session.get(PlatformNumber, sim_id) or PlatformNumber(sim_id=sim_id)
    row.platform_id = reading.platform_id
    row.name = reading.name
    row.status = reading.status
    row.quality = reading.quality
    row.messaging_limit = reading.messaging_limit
    row.name_status = reading.name_status
    row.can_send = reading.can_send
    row.hints = list(reading.hints)
    row.read_at = now
    session.add(row)
    session.flush()
