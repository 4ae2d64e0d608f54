"""The shared settings of the desk: frozen records, their limits, and what is wrong with a value.

Passwords are no settings: they lie in the system's keyring and nowhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

from desktop.models.eligibility import ReminderRules
from desktop.models.field_problems import FieldProblem, Problem
from desktop.models.send_window import SendWindow

MIN_VALIDITY_S = 60
MAX_VALIDITY_S = 259_200
MAX_PER_SECOND = 100
"""Bounds of the gateway's ``validityPeriode``: one minute to three days."""

WEBSMS_URL = "https://api.linkmobility.eu/rest"
KANNEL_URL = "http://127.0.0.1:13013/cgi-bin/sendsms"
"""Where the gateways are found where nobody says otherwise; Kannel's is its own default."""

ALPHANUMERIC_SENDER_LENGTH = 11
NUMERIC_SENDER_LENGTH = 15
SHORTCODE_LENGTH = 8


class GatewayKind(StrEnum):
    """Who takes the SMS from the desk."""

    SIMULATOR = "simulator"
    WEBSMS = "websms"
    KANNEL = "kannel"

    @property
    def is_real(self) -> bool:
        """Whether SMS leave this computer through it."""
        return self is not GatewayKind.SIMULATOR

    @property
    def has_test_mode(self) -> bool:
        """Whether it can be told to pretend; Kannel sends whatever it gets."""
        return self is not GatewayKind.KANNEL


class LoginKind(StrEnum):
    """How the desk shows the gateway who it is."""

    BASIC = "basic"
    BEARER = "bearer"


class SenderType(StrEnum):
    """What kind of sender the SMS names; the values are the gateway's own words."""

    NATIONAL = "national"
    INTERNATIONAL = "international"
    ALPHANUMERIC = "alphanumeric"
    SHORTCODE = "shortcode"


class ContentCategory(StrEnum):
    """What the gateway is told about the text; the values are its own words."""

    INFORMATIONAL = "informational"
    ADVERTISEMENT = "advertisement"


@dataclass(frozen=True, slots=True)
class ProviderSettings:
    """Whom an agent names to a caller (source: the provider's FAQ)."""

    name: str = "mtms"
    phone: str = "+43 6225 29010"
    mail: str = "service@mtms.at"
    sms_tool: str = "www.websms.at"

    def problems(self) -> Iterator[FieldProblem]:
        """Yield what cannot be so."""
        for name in ("name", "phone", "mail", "sms_tool"):
            if not getattr(self, name).strip():
                yield FieldProblem(name, Problem.MISSING)
        if self.mail and not re.fullmatch(r"[^@\s]+@[^@\s]+\.[^@\s]+", self.mail):
            yield FieldProblem("mail", Problem.NOT_A_MAIL_ADDRESS)


@dataclass(frozen=True, slots=True)
class GatewaySettings:
    """Which SMS gateway is used, and how.

    A fresh desk uses the simulator in test mode, so that nothing leaves by accident. An empty
    ``sender_address`` is the account's own. Prices are in tenths of a cent for each part, because
    parts cost fractions of a cent. ``callback_url`` is where the gateway reaches the receiver of
    delivery reports (``solution-desk receive``); its secret path is added to it.
    """

    kind: GatewayKind = GatewayKind.SIMULATOR
    base_url: str = WEBSMS_URL
    login: LoginKind = LoginKind.BASIC
    username: str = ""
    sender_address: str = ""
    sender_type: SenderType = SenderType.INTERNATIONAL
    sender_registered: bool = False
    content_category: ContentCategory = ContentCategory.INFORMATIONAL
    validity_s: int = 86_400
    max_parts: int = 4
    test_mode: bool = True
    per_second: int = 5
    connections: int = 8
    price_per_part_tenth_cents: int = 80
    callback_url: str = ""

    @property
    def needs_username(self) -> bool:
        """Whether the login has a user name; Kannel knows no other."""
        by_name = self.login is LoginKind.BASIC or self.kind is GatewayKind.KANNEL
        return self.kind.is_real and by_name

    @property
    def is_test(self) -> bool:
        """Whether nothing that is sent reaches a phone."""
        return not self.kind.is_real or (self.test_mode and self.kind.has_test_mode)

    def problems(self) -> Iterator[FieldProblem]:
        """Yield what cannot be so."""
        yield from _address("base_url", self.base_url, required=True)
        yield from _address("callback_url", self.callback_url, required=False)
        if not sender_fits(self.sender_address, self.sender_type):
            yield FieldProblem("sender_address", Problem.NOT_A_SENDER)
        if self.needs_username and not self.username.strip():
            yield FieldProblem("username", Problem.MISSING)
        yield from _within("validity_s", self.validity_s, MIN_VALIDITY_S, MAX_VALIDITY_S)
        yield from _within("max_parts", self.max_parts, 1, 10)
        yield from _within("per_second", self.per_second, 1, MAX_PER_SECOND)
        yield from _within("connections", self.connections, 1, 32)
        yield from _within("price_per_part_tenth_cents", self.price_per_part_tenth_cents, 0, 10_000)


@dataclass(frozen=True, slots=True)
class LimitSettings:
    """Where the desk asks for a second look or warns.

    Above ``second_release_above`` recipients a second agent releases; ``countdown_s`` passes
    between release and the first SMS; fewer than ``stock_warning`` free SIM cards are a warning;
    ``opt_out_period_days`` is the time base of opt-out rates, ``opt_out_limit_percent`` what a
    customer may lose in that time where reads do not decide on a frequency.
    """

    second_release_above: int = 500
    countdown_s: int = 10
    stock_warning: int = 5
    opt_out_period_days: int = 30
    opt_out_limit_percent: int = 5

    def problems(self) -> Iterator[FieldProblem]:
        """Yield what cannot be so."""
        yield from _within("second_release_above", self.second_release_above, 1, 1_000_000)
        yield from _within("countdown_s", self.countdown_s, 5, 120)
        yield from _within("stock_warning", self.stock_warning, 0, 1_000)
        yield from _within("opt_out_period_days", self.opt_out_period_days, 1, 365)
        yield from _within("opt_out_limit_percent", self.opt_out_limit_percent, 1, 50)


@dataclass(frozen=True, slots=True)
class SimSettings:
    """What the house watches on its sender numbers, and who may take a wrong block back.

    ``supervisors`` are names of agents, separated by commas. After a replacement the
    re-registration is *stalled* when ``stalled_after_days`` have passed and more than
    ``stalled_above_percent`` of those who were active before have not come back; it is told for
    ``stalled_until_days``, as later hardly anybody comes.
    """

    supervisors: str = ""
    stalled_after_days: int = 7
    stalled_above_percent: int = 50
    stalled_until_days: int = 60

    @property
    def supervisor_names(self) -> frozenset[str]:
        """The names of the supervisors, case-folded."""
        names = (name.strip().casefold() for name in self.supervisors.split(","))
        return frozenset(name for name in names if name)

    def problems(self) -> Iterator[FieldProblem]:
        """Yield what cannot be so."""
        yield from _within("stalled_after_days", self.stalled_after_days, 1, 90)
        yield from _within("stalled_above_percent", self.stalled_above_percent, 1, 99)
        yield from _within("stalled_until_days", self.stalled_until_days, 7, 365)


@dataclass(frozen=True, slots=True)
class PlatformSettings:
    """The account of the WhatsApp Business Platform whose numbers are watched; empty: none.

    ``account_id`` is the id of the WhatsApp Business account (WABA), ``version`` that of the
    Graph API. The platform asks not to be polled more often than every few minutes.
    """

    account_id: str = ""
    address: str = "https://graph.facebook.com"
    version: str = "v25.0"
    every_minutes: int = 10

    def problems(self) -> Iterator[FieldProblem]:
        """Yield what cannot be so."""
        if not re.fullmatch(r"\d*", self.account_id):
            yield FieldProblem("account_id", Problem.NOT_A_VALUE)
        if not re.fullmatch(r"v\d{1,3}\.\d", self.version):
            yield FieldProblem("version", Problem.NOT_A_VALUE)
        yield from _address("address", self.address, required=True)
        yield from _within("every_minutes", self.every_minutes, 5, 1_440)


@dataclass(frozen=True, slots=True)
class RejectedSetting:
    """A stored value that could not be used; the default holds in its place."""

    section: str
    field: str
    problem: Problem


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """All shared settings, and what of the stored ones could not be used."""

    provider: ProviderSettings = field(default_factory=ProviderSettings)
    gateway: GatewaySettings = field(default_factory=GatewaySettings)
    reminders: ReminderRules = field(default_factory=ReminderRules)
    window: SendWindow = field(default_factory=SendWindow)
    limits: LimitSettings = field(default_factory=LimitSettings)
    sims: SimSettings = field(default_factory=SimSettings)
    platform: PlatformSettings = field(default_factory=PlatformSettings)
    rejected: tuple[RejectedSetting, ...] = ()


def sender_fits(address: str, kind: SenderType) -> bool:
    """Tell whether ``address`` can be a sender of this kind; empty is the account's own."""
    if not address:
        return True
    if kind is SenderType.ALPHANUMERIC:
        pattern = rf"(?=.*[A-Za-z])[A-Za-z0-9 ._-]{{1,{ALPHANUMERIC_SENDER_LENGTH}}}"
    elif kind is SenderType.SHORTCODE:
        pattern = rf"\d{{3,{SHORTCODE_LENGTH}}}"
    else:
        pattern = rf"\d{{4,{NUMERIC_SENDER_LENGTH}}}"
    return re.fullmatch(pattern, address) is not None


def is_safe_address(address: str) -> bool:
    """Tell whether ``address`` is an HTTPS address, or leads to this very computer."""
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError:
        return False
    if parts.scheme == "https":
        return bool(host)
    return parts.scheme == "http" and _is_this_computer(host)


def _is_this_computer(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _address(name: str, value: str, *, required: bool) -> Iterator[FieldProblem]:
    if not value:
        if required:
            yield FieldProblem(name, Problem.MISSING)
    elif not is_safe_address(value):
        yield FieldProblem(name, Problem.NOT_A_SAFE_ADDRESS)


def _within(name: str, value: int, lowest: int, highest: int) -> Iterator[FieldProblem]:
    if not lowest <= value <= highest:
        yield FieldProblem(name, Problem.OUT_OF_RANGE, (lowest, highest))
