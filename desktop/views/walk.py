"""The walk: the main job on the demo database, without a person, told in plain words."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from desktop.models.records.customers import CustomerCard, ServiceBand
from desktop.models.records.lookup import HitKind
from desktop.models.settings import MAX_PER_SECOND
from desktop.models.states import ContactState, SmsState
from desktop.services.bundle import Services
from desktop.views.desk import Desk
from desktop.views.driver import Driver
from desktop.views.main_job import MainJob, write_new_signups
from desktop.views.main_window import MainWindow

CUSTOMER, SERVICE = "Autohaus Winkler", "Neuwagen-News"
NEW_SIGNUPS = 25

Say = Callable[[str], None]


class Walk:
    """Walks once through the main job and leaves a picture of each step in ``folder``."""

    def __init__(self, window: MainWindow, desk: Desk, folder: Path, say: Say) -> None:
        """Prepare; ``say`` is given one line for each thing that was done."""
        self._desk, self._folder, self._say = desk, folder, say
        self._driver = Driver(window, desk.tasks)
        self._job = MainJob(self._driver, desk, self._take)
        self._pictures = 0
        self._untold: list[Path] = []

    def run(self) -> None:
        """Walk.

        Raises:
            NotSeenError: the window did not do what it should.

        """
        self._driver.settles()
        self._take("start")
        self._import()
        customer = self._find()
        self._remind(customer)

    def _import(self) -> None:
        with tempfile.TemporaryDirectory(prefix="desk-walk-") as folder:
            path = Path(folder) / "new-signups.csv"
            service = self._service(self._customer())
            numbers = [f"0664/07{place:05}" for place in range(NEW_SIGNUPS)]
            now = self._desk.services.database.clock()
            write_new_signups(path, service.service_no, numbers, now)
            self._job.imports([path])
        self._tell("Imported {n} new sign-ups of {service} from a CSV file.", n=NEW_SIGNUPS)

    def _find(self) -> CustomerCard:
        card = self._customer()
        self._job.finds(card.facts.contact_phone or CUSTOMER)
        service = self._service(card)
        self._tell(
            "Found {customer} by the caller's phone number; {service} has {active} active"
            " contacts and {incomplete} incomplete sign-ups.",
            active=service.count(ContactState.ACTIVE),
            incomplete=service.count(ContactState.INCOMPLETE),
        )
        return card

    def _remind(self, card: CustomerCard) -> None:
        service = self._service(card)
        self._job.lists(card.facts.id, service.id)
        self._tell("Listed the incomplete sign-ups of {service} that may be reminded.")
        self._job.begins_reminder()
        self._job.records_request("Please remind everybody who has not started yet")
        self._tell("Recorded who asked, on which channel, and how the caller was verified.")
        self._job.agrees()
        self._job.releases()
        self._job.sends(self._dispatch_id)
        balance = self._desk.services.dispatch_lists.balance(self._dispatch_id())
        self._tell(
            "Sent a reminder through the simulator: {listed} on the list = {recipients} SMS +"
            " {excluded} without; {taken} handed over, {failed} refused, {unclear} unclear.",
            listed=balance.listed,
            recipients=balance.recipients,
            excluded=balance.excluded,
            taken=balance.count(SmsState.ACCEPTED, SmsState.DELIVERED, SmsState.UNDELIVERABLE),
            failed=balance.count(SmsState.FAILED),
            unclear=balance.count(SmsState.UNCLEAR),
        )
        self._job.wraps_up()
        self._tell("Closed the case with its outcome.")

    def _customer(self) -> CustomerCard:
        services = self._desk.services
        hits = services.look_up.search(CUSTOMER).hits
        customer_id = next(hit.id for hit in hits if hit.kind is HitKind.CUSTOMER)
        return services.customers.card(customer_id, today=services.database.clock().date())

    def _service(self, card: CustomerCard) -> ServiceBand:
        return next(service for service in card.services if service.name == SERVICE)

    def _dispatch_id(self) -> int:
        card = self._customer()
        return card.dispatches[0].id

    def _tell(self, sentence: str, **facts: int) -> None:
        self._say(sentence.format(customer=CUSTOMER, service=SERVICE, **facts))
        for path in self._untold:
            self._say(f"  {path}")
        self._untold.clear()

    def _take(self, name: str) -> None:
        self._pictures += 1
        path = self._folder / f"{self._pictures:02}-{name}.png"
        self._driver.takes_picture(path)
        self._untold.append(path)


def hurry(services: Services) -> None:
    """Let the simulator take what the demo has waiting at once: nobody watches the bar fill."""
    gateway = services.settings.load().gateway
    services.settings.save("gateway", replace(gateway, per_second=MAX_PER_SECOND), "")
