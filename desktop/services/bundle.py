"""All services of one opened database, built in one place and handed on as one value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from desktop.services.answers import Answers
from desktop.services.audit_export import AuditExport
from desktop.services.audit_log import AuditLog
from desktop.services.backup.backing_up import Backups
from desktop.services.caller_codes import CallerCodes
from desktop.services.caller_pins import CallerPins
from desktop.services.case_handing import CaseHanding
from desktop.services.cases import Cases
from desktop.services.customers import Customers
from desktop.services.doctor import Doctor
from desktop.services.effects import Effects
from desktop.services.exporting import SignupExport
from desktop.services.follow_ups import FollowUps
from desktop.services.frequency import Frequency
from desktop.services.importing.load import Importing
from desktop.services.lookup import LookUp
from desktop.services.loss_limits import LossLimits
from desktop.services.notes import Notes
from desktop.services.number_changes import NumberChanges
from desktop.services.number_status.platform import PlatformNumbers
from desktop.services.number_tests import NumberTests
from desktop.services.overview import Overviews
from desktop.services.sending.control import SendingControl
from desktop.services.sending.dispatch import Dispatches
from desktop.services.sending.dispatch_lists import DispatchLists
from desktop.services.sending.failed_export import FailedExport
from desktop.services.sending.recipients import Recipients
from desktop.services.sending.unclear_lists import UnclearLists
from desktop.services.sending.verdicts import Verdicts
from desktop.services.signups import Signups
from desktop.services.sims.assigning import SimAssigning
from desktop.services.sims.changes import SimChanges
from desktop.services.sims.conflicts import Conflicts
from desktop.services.sims.listing import Sims
from desktop.services.sims.stocking import SimStocking
from desktop.services.storage.database import Database
from desktop.services.storage.secrets import Secrets
from desktop.services.storage.settings import SettingsStore
from desktop.services.summaries import Summaries
from desktop.services.template_book import TemplateBook
from desktop.services.template_editing import TemplateEditing
from desktop.services.template_lists import TemplateLists
from desktop.services.traffic import Traffic
from desktop.services.trials import Trials


@dataclass(frozen=True, slots=True)
class Services:
    """What the window and the command line may ask for."""

    database: Database
    answers: Answers
    audit_export: AuditExport
    audit_log: AuditLog
    backups: Backups
    caller_codes: CallerCodes
    caller_pins: CallerPins
    case_handing: CaseHanding
    cases: Cases
    conflicts: Conflicts
    customers: Customers
    dispatches: Dispatches
    doctor: Doctor
    effects: Effects
    dispatch_lists: DispatchLists
    failed_export: FailedExport
    follow_ups: FollowUps
    frequency: Frequency
    importing: Importing
    look_up: LookUp
    loss_limits: LossLimits
    notes: Notes
    number_changes: NumberChanges
    number_tests: NumberTests
    overviews: Overviews
    platform: PlatformNumbers
    recipients: Recipients
    sending: SendingControl
    settings: SettingsStore
    signup_export: SignupExport
    signups: Signups
    sim_assigning: SimAssigning
    sim_changes: SimChanges
    sim_stocking: SimStocking
    sims: Sims
    summaries: Summaries
    template_editing: TemplateEditing
    template_lists: TemplateLists
    templates: TemplateBook
    traffic: Traffic
    trials: Trials
    unclear: UnclearLists
    verdicts: Verdicts


def build_services(
    database: Database, secrets: Secrets | None = None, *, rehearsal: bool = False
) -> Services:
    """Build every service on an opened and migrated database.

    Without ``secrets`` a person gives them anew at each start; ``rehearsal`` (demonstration) lets
    SMS in test mode count as reminders. Nothing is sent before ``sending.start()``.
    """
    audit_log = AuditLog(database)
    customers = Customers(database)
    dispatch_lists = DispatchLists(database)
    settings = SettingsStore(database)
    secrets = secrets or Secrets()
    sending = SendingControl(database, settings, secrets, rehearsal=rehearsal)
    signups = Signups(database, lambda: settings.load().reminders)
    return Services(
        database=database,
        **_of_database(database),
        **_of_supervisors(database, settings),
        audit_export=AuditExport(database, audit_log),
        audit_log=audit_log,
        caller_codes=CallerCodes(database, sending.open_gateway, rehearsal=rehearsal),
        customers=customers,
        doctor=Doctor(database, sending),
        dispatch_lists=dispatch_lists,
        dispatches=Dispatches(database, rehearsal=rehearsal),
        effects=Effects(database, rehearsal=rehearsal),
        failed_export=FailedExport(database, dispatch_lists),
        importing=Importing(database, rehearsal=rehearsal),
        number_tests=NumberTests(database, sending.open_gateway),
        overviews=Overviews(database, customers),
        platform=PlatformNumbers(database, settings, secrets),
        sending=sending,
        settings=settings,
        signup_export=SignupExport(database, signups),
        signups=signups,
        verdicts=Verdicts(database, rehearsal=rehearsal),
    )


def _of_supervisors(database: Database, settings: SettingsStore) -> dict[str, Any]:
    """Return the services in which some acts are for supervisors only."""

    def supervisors() -> frozenset[str]:
        return settings.load().sims.supervisor_names

    return {
        "caller_pins": CallerPins(database, supervisors),
        "conflicts": Conflicts(database, supervisors),
        "sim_changes": SimChanges(database, supervisors),
        "template_editing": TemplateEditing(database, supervisors),
    }


def _of_database(database: Database) -> dict[str, Any]:
    """Return the services that need at most the database."""
    return {
        "answers": Answers(),
        "backups": Backups(database),
        "case_handing": CaseHanding(database),
        "cases": Cases(database),
        "follow_ups": FollowUps(database),
        "frequency": Frequency(database),
        "look_up": LookUp(database),
        "loss_limits": LossLimits(database),
        "notes": Notes(database),
        "number_changes": NumberChanges(database),
        "recipients": Recipients(database),
        "sim_assigning": SimAssigning(database),
        "sim_stocking": SimStocking(database),
        "sims": Sims(database),
        "summaries": Summaries(),
        "template_lists": TemplateLists(database),
        "templates": TemplateBook(database),
        "traffic": Traffic(database),
        "trials": Trials(database),
        "unclear": UnclearLists(database),
    }
