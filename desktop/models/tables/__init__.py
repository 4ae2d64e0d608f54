"""The mapped classes. Private to ``services``: rows never leave a session."""

from desktop.models.tables.base import Base
from desktop.models.tables.caller_checks import CallerCode, CustomerPin
from desktop.models.tables.cases import Case, CaseHold, CustomerRequest
from desktop.models.tables.contacts import Contact, ContactEvent
from desktop.models.tables.customers import (
    Customer,
    CustomerVisit,
    NewsletterService,
    Note,
    ServiceCount,
)
from desktop.models.tables.dispatches import (
    Dispatch,
    DispatchExclusion,
    OutboundSms,
    ReceivedReport,
    SenderLease,
    SmsVerdict,
)
from desktop.models.tables.house import AuditEntry, ChangeCounter, ImportRun, SendingGuard, Setting
from desktop.models.tables.sims import (
    PlatformNumber,
    SimAssignment,
    SimCard,
    SimEvent,
    StatusConflict,
    StatusSourceState,
)
from desktop.models.tables.templates import (
    StoredTemplate,
    StoredTemplateDraft,
    StoredTemplateVersion,
)
from desktop.models.tables.traffic import TrafficDay
from desktop.models.tables.trials import FrequencyTrial, FrequencyTrialContact

__all__ = [
    "AuditEntry",
    "Base",
    "CallerCode",
    "Case",
    "CaseHold",
    "ChangeCounter",
    "Contact",
    "ContactEvent",
    "Customer",
    "CustomerPin",
    "CustomerRequest",
    "CustomerVisit",
    "Dispatch",
    "DispatchExclusion",
    "FrequencyTrial",
    "FrequencyTrialContact",
    "ImportRun",
    "NewsletterService",
    "Note",
    "OutboundSms",
    "PlatformNumber",
    "ReceivedReport",
    "SenderLease",
    "SendingGuard",
    "ServiceCount",
    "Setting",
    "SimAssignment",
    "SimCard",
    "SimEvent",
    "SmsVerdict",
    "StatusConflict",
    "StatusSourceState",
    "StoredTemplate",
    "StoredTemplateDraft",
    "StoredTemplateVersion",
    "TrafficDay",
]
