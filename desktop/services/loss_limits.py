"""What a customer is willing to lose: a limit of its own, in the place of the one of the house."""

from __future__ import annotations

from sqlalchemy.orm import Session

from desktop.errors import NotFoundError
from desktop.models.changes import Change
from desktop.models.loss_limit import LEAST_PERMILLE, MOST_PERMILLE
from desktop.models.tables import Customer
from desktop.services.storage import audit
from desktop.services.storage.database import Database


class LossLimits:
    """Reads and writes the limits of customers."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def of_customer(self, customer_id: int) -> int | None:
        """Return the customer's own limit in thousandths of its contacts; None without one.

        Raises:
            NotFoundError: there is no such customer.
            StorageError: the database cannot be read.

        """
        with self._database.read() as session:
            return _customer(session, customer_id).opt_out_limit_permille

    def change(self, customer_id: int, permille: int | None, agent: str) -> int | None:
        """Set the customer's own limit, or with None let that of the house hold again.

        Returns what it was before, so that it can be taken back.

        Raises:
            NotFoundError: there is no such customer.
            StorageError: the database cannot be written; nothing was changed.
            ValueError: less than one thousandth, or more than half of the contacts.

        """
        if permille is not None and not LEAST_PERMILLE <= permille <= MOST_PERMILLE:
            raise ValueError(f"no limit of {permille} thousandths")
        now = self._database.clock()
        with self._database.write(Change.CUSTOMERS) as session:
            customer = _customer(session, customer_id)
            before = customer.opt_out_limit_permille
            if before != permille:
                customer.opt_out_limit_permille = permille
                facts = {"before": before, "permille": permille}
                audit.record(session, audit.Act("limit_changed", agent, now, facts, customer_id))
            return before


def _customer(session: Session, customer_id: int) -> Customer:
    customer = session.get(Customer, customer_id)
    if customer is None:
        raise NotFoundError("customer", str(customer_id))
    return customer
