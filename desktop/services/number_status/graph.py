"""Asks the Graph API how the numbers of a WhatsApp Business account stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime

from desktop.services.http import Answered, BearerAuth, HttpClient, Timeouts
from desktop.services.number_status.failures import (
    SourceAnswerError,
    SourceUnreachableError,
)
from desktop.services.number_status.graph_answers import (
    SOURCE,
    UNKNOWN_FIELD_CODE,
    Answer,
    PlatformReading,
    read_page,
)
from desktop.services.number_status.source import NumberReport, SourceName

_PAGE_SIZE = "25"
_MOST_PAGES = 40
_OLD_FIELDS = "id,display_phone_number,verified_name,status,quality_rating,name_status"
_FIELDS = f"{_OLD_FIELDS},whatsapp_business_manager_messaging_limit,health_status"


@dataclass(frozen=True, slots=True)
class GraphAccount:
    """Which account is asked where, and with which token."""

    account_id: str
    token: str = field(repr=False)
    base_url: str
    version: str


class GraphClient:
    """One account of the Business Platform; use it as a context manager, or close it."""

    def __init__(self, account: GraphAccount, timeouts: Timeouts | None = None) -> None:
        """Take the account.

        Raises:
            InsecureGatewayError: its address has no TLS and does not lead to this computer.

        """
        self._path = f"/{account.version}/{account.account_id}/phone_numbers"
        self._http = HttpClient(account.base_url, BearerAuth(account.token), timeouts)

    def read(self) -> tuple[PlatformReading, ...]:
        """Return all numbers of the account.

        A field that this version of the interface does not know makes it refuse the whole
        question; then only the fields are asked for that have always been there.

        Raises:
            StatusSourceError: it cannot be asked now.

        """
        try:
            return tuple(self._pages(_FIELDS))
        except SourceAnswerError as error:
            if error.code != UNKNOWN_FIELD_CODE:
                raise
        return tuple(self._pages(_OLD_FIELDS))

    def close(self) -> None:
        """Give the connections back."""
        self._http.close()

    def _pages(self, fields: str) -> Iterator[PlatformReading]:
        after = ""
        for _ in range(_MOST_PAGES):
            page = self._page(fields, after)
            yield from page.readings
            after = page.after
            if not after:
                return

    def _page(self, fields: str, after: str) -> Answer:
        query = {"fields": fields, "limit": _PAGE_SIZE}
        exchanged = self._http.get(self._path, {**query, "after": after} if after else query)
        if isinstance(exchanged, Answered):
            return read_page(exchanged.status, exchanged.body)
        raise SourceUnreachableError(SOURCE, exchanged.reason, exchanged.detail)


@dataclass(frozen=True, slots=True)
class GraphSource:
    """What the platform said at one moment, as a source of number states."""

    readings: tuple[PlatformReading, ...]
    read_at: datetime

    @property
    def name(self) -> SourceName:
        """The Graph API."""
        return SourceName.GRAPH

    def reports(self) -> Iterable[NumberReport]:
        """Return the numbers of which the platform says something that the life cycle knows."""
        for reading in self.readings:
            status = reading.sim_status
            if status is not None and reading.number:
                yield NumberReport(reading.number, status, self.read_at, "", reading.reason)
