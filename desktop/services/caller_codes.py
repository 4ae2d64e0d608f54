"""A code by SMS to the number that a customer has on file, to be read back by the caller.

It goes to the requester, so no rule of the contacts holds: neither the hours of sending nor a
request on a case, for it comes before one. What holds is the outbox's first rule: the row is
written before the request goes out, and no code is ever sent twice. A crash in between leaves a
code that nobody knows; the agent asks for another one. It passes by the rate of the sender: one SMS
that a person waits for.
"""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import timedelta
from uuid import uuid4

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from desktop.errors import (
    CodeNotPossibleError,
    NotFoundError,
    TooManyCodesError,
)
from desktop.models.caller_check import (
    CODE_DIGITS,
    CODE_VALID_MIN,
    CODES_PER_HOUR,
    MAX_TRIES,
    digest_of,
    is_right,
)
from desktop.models.outcome import SmsNews, next_state
from desktop.models.phone import read_number
from desktop.models.records.caller_checks import CodeSent, ProofResult
from desktop.models.states import SmsState
from desktop.models.tables import CallerCode, Customer
from desktop.services.caller_log import write_down
from desktop.services.caller_pins import SALT_BYTES
from desktop.services.own_texts import own_text
from desktop.services.sending.gateways.base import Gateway, Scope, SendAnswer, SmsRequest
from desktop.services.storage.database import Database

_NEWS = {
    Scope.ACCEPTED: SmsNews.ACCEPTED,
    Scope.UNCLEAR: SmsNews.NO_ANSWER,
}
_PARTS = 1


class CallerCodes:
    """Sends codes and checks what is read back."""

    def __init__(
        self, database: Database, open_gateway: Callable[[], Gateway], *, rehearsal: bool = False
    ) -> None:
        """Send through the gateway that the settings name; in a ``rehearsal`` the code is told."""
        self._database = database
        self._open_gateway = open_gateway
        self._rehearsal = rehearsal

    def send(self, customer_id: int, agent: str, language: str = "de") -> CodeSent:
        """Send a new code; those before it hold no longer.

        Raises:
            CodeNotPossibleError: no mobile number is stored, or nothing leaves in test mode.
            TooManyCodesError: three within the hour are enough.
            NotFoundError: there is no such customer.
            SecretMissingError: the gateway needs its secret first.
            StorageError: it could not be written down, and so it was not sent.

        """
        gateway = self._open_gateway()
        try:
            if gateway.test_mode and not self._rehearsal:
                raise CodeNotPossibleError("test_mode")
            code = f"{secrets.randbelow(10**CODE_DIGITS):0{CODE_DIGITS}}"
            found = self._begin(customer_id, code, agent)
            text = own_text(language, "verification", "code").format(code=code)
            request = SmsRequest(found.e164, text, found.client_message_id, _PARTS)
            # No session is open here: the gateway may take its time.
            answer = gateway.send(request)
        finally:
            gateway.close()
        state = self._settle(found.id, answer)
        spoken = code if gateway.test_mode else ""
        return CodeSent(found.id, found.e164, state, answer.reason, found.valid_until, spoken)

    def check(self, customer_id: int, code: str, agent: str) -> ProofResult:
        """Tell whether a code is the one that was sent last; a right one holds once.

        Raises:
            NotFoundError: no code is on its way, or it has run out.
            StorageError: the try could not be counted, so it does not count as right either.

        """
        now = self._database.clock()
        with self._database.write() as session:
            row = session.scalar(
                select(CallerCode)
                .where(CallerCode.customer_id == customer_id)
                .order_by(CallerCode.id.desc())
                .limit(1)
                .with_for_update()
            )
            if row is None or row.used_at is not None or now >= row.valid_until:
                raise NotFoundError("code", str(customer_id))
            if row.wrong >= MAX_TRIES:
                return ProofResult(passed=False, tries_left=0, locked_until=row.valid_until)
            passed = is_right("".join(code.split()), bytes.fromhex(row.salt), row.digest)
            if passed:
                row.used_at = now
            else:
                row.wrong += 1
            write_down(
                session, "code_checked", customer_id, agent=agent, at=now, facts={"passed": passed}
            )
            return ProofResult(passed, MAX_TRIES - row.wrong)

    # ---------------------------------------------------------------- sending

    def _begin(self, customer_id: int, code: str, agent: str) -> CallerCode:
        now = self._database.clock()
        salt = secrets.token_bytes(SALT_BYTES)
        digest = digest_of(code, salt)
        with self._database.write() as session:
            customer = session.get(Customer, customer_id, with_for_update=True)
            if customer is None:
                raise NotFoundError("customer", str(customer_id))
            e164 = customer.contact_phone or ""
            if not e164 or read_number(e164, "").problem is not None:
                raise CodeNotPossibleError("no_mobile_number")
            _check_number_of_codes(session, customer_id, now - timedelta(hours=1))
            row = CallerCode(
                customer_id=customer_id,
                e164=e164,
                salt=salt.hex(),
                digest=digest,
                client_message_id=str(uuid4()),
                state=SmsState.SENDING,
                asked_by=agent,
                asked_at=now,
                valid_until=now + timedelta(minutes=CODE_VALID_MIN),
            )
            session.add(row)
            session.flush()
            write_down(
                session, "code_sent", customer_id, agent=agent, at=now, facts={"code": row.id}
            )
            session.expunge(row)
            return row

    def _settle(self, code_id: int, answer: SendAnswer) -> SmsState:
        news = _NEWS.get(answer.scope, SmsNews.REFUSED)
        state = next_state(SmsState.SENDING, news)
        with self._database.write() as session:
            session.execute(
                update(CallerCode)
                .where(CallerCode.id == code_id)
                .values(state=state, reason=answer.reason)
            )
        return state


def _check_number_of_codes(session: Session, customer_id: int, since: object) -> None:
    sent = session.scalar(
        select(func.count())
        .select_from(CallerCode)
        .where(CallerCode.customer_id == customer_id, CallerCode.asked_at > since)
    )
    if (sent or 0) >= CODES_PER_HOUR:
        raise TooManyCodesError(CODES_PER_HOUR)
