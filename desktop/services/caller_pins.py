"""The PINs of customers: set by a supervisor, asked on the phone, shown to nobody."""

from __future__ import annotations

import secrets

from desktop.errors import InvalidValueError, NotFoundError
from desktop.models.caller_check import Tries, after_wrong, digest_of, is_right, pin_problem
from desktop.models.changes import Change
from desktop.models.records.caller_checks import PinFacts, ProofResult
from desktop.models.tables import Customer, CustomerPin
from desktop.services.caller_log import write_down
from desktop.services.storage.database import Database
from desktop.services.supervising import Supervisors, check_supervisor

SALT_BYTES = 16


class CallerPins:
    """Sets, takes away and checks the PINs of customers."""

    def __init__(self, database: Database, supervisors: Supervisors) -> None:
        """Keep digests in ``database``; ``supervisors`` are names, case-folded."""
        self._database = database
        self._supervisors = supervisors

    def facts(self, customer_id: int) -> PinFacts | None:
        """Return that a customer has a PIN; None without one.

        Raises:
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            row = session.get(CustomerPin, customer_id)
            return PinFacts(row.set_at, row.set_by, row.locked_until) if row else None

    def set(self, customer_id: int, pin: str, agent: str) -> None:
        """Give a customer a PIN, or another one; tries begin anew.

        Raises:
            SupervisorNeededError: the settings do not name the agent as a supervisor.
            InvalidValueError: it is no PIN; the problem says why.
            NotFoundError: there is no such customer.
            StorageError: it could not be saved.

        """
        check_supervisor(agent, self._supervisors)
        problem = pin_problem(pin)
        if problem is not None:
            raise InvalidValueError("pin", problem.value)
        salt = secrets.token_bytes(SALT_BYTES)
        digest = digest_of(pin, salt)
        with self._database.write(Change.CUSTOMERS) as session:
            if session.get(Customer, customer_id) is None:
                raise NotFoundError("customer", str(customer_id))
            row = session.get(CustomerPin, customer_id)
            act = "pin_set" if row is None else "pin_changed"
            if row is None:
                row = CustomerPin(customer_id=customer_id)
                session.add(row)
            row.salt, row.digest = salt.hex(), digest
            row.set_at, row.set_by = self._database.clock(), agent
            row.wrong, row.locked_until = 0, None
            write_down(session, act, customer_id, agent=agent, at=self._database.clock())

    def remove(self, customer_id: int, agent: str) -> None:
        """Take a customer's PIN away; nothing happens without one.

        Raises:
            SupervisorNeededError: the settings do not name the agent as a supervisor.
            StorageError: it could not be saved.

        """
        check_supervisor(agent, self._supervisors)
        with self._database.write(Change.CUSTOMERS) as session:
            row = session.get(CustomerPin, customer_id)
            if row is not None:
                session.delete(row)
                write_down(
                    session, "pin_removed", customer_id, agent=agent, at=self._database.clock()
                )

    def check(self, customer_id: int, pin: str, agent: str) -> ProofResult:
        """Tell whether a PIN is the customer's; a wrong one counts, whoever asks.

        Raises:
            NotFoundError: the customer has no PIN.
            StorageError: the try could not be counted, so it does not count as right either.

        """
        now = self._database.clock()
        with self._database.write() as session:
            row = session.get(CustomerPin, customer_id, with_for_update=True)
            if row is None:
                raise NotFoundError("pin", str(customer_id))
            tries = Tries(row.wrong, row.locked_until)
            if tries.is_locked(now):
                return ProofResult(passed=False, tries_left=0, locked_until=row.locked_until)
            passed = is_right(pin.strip(), bytes.fromhex(row.salt), row.digest)
            after = Tries() if passed else after_wrong(tries, now)
            row.wrong, row.locked_until = after.wrong, after.locked_until
            write_down(
                session, "pin_checked", customer_id, agent=agent, at=now, facts={"passed": passed}
            )
            return ProofResult(passed, after.left, after.locked_until)
