"""The sections that all agents share, with their words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from desktop.models.settings import (
    KANNEL_URL,
    WEBSMS_URL,
    ContentCategory,
    GatewayKind,
    GatewaySettings,
    LoginKind,
    PlatformSettings,
    SenderType,
)
from desktop.views.formats import Formats
from desktop.views.settings.controls import (
    CentsControl,
    CheckControl,
    ChoiceControl,
    CountriesControl,
    NumberControl,
    TextControl,
    TimeControl,
)
from desktop.views.settings.form import FieldWords, SectionForm

_WEEKDAYS = (4, 5)
"""Friday and Saturday: on which day of the week SMS go out last."""


class Speaking(Protocol):
    """Whoever knows how numbers are written: a desk, or before there is one the language."""

    @property
    def formats(self) -> Formats:
        """Numbers as the language of the moment writes them."""
        ...


class ProviderForm(SectionForm):
    """Whom agents name to callers."""

    def __init__(self) -> None:
        super().__init__({name: TextControl() for name in ("name", "phone", "mail", "sms_tool")})

    def words(self) -> Mapping[str, FieldWords]:
        return {
            "name": FieldWords(self.tr("Name")),
            "phone": FieldWords(self.tr("Phone of the customer service")),
            "mail": FieldWords(self.tr("Mail of the customer service")),
            "sms_tool": FieldWords(self.tr("Address of the SMS tool")),
        }


class GatewayForm(SectionForm):
    """Which SMS gateway is used, and how. What the simulator does not need is hidden with it."""

    def __init__(self, desk: Speaking) -> None:
        self._desk = desk
        super().__init__(
            {
                "kind": ChoiceControl(list(GatewayKind)),
                "test_mode": CheckControl(),
                "base_url": TextControl(),
                "login": ChoiceControl(list(LoginKind)),
                "username": TextControl(),
                "sender_address": TextControl(),
                "sender_type": ChoiceControl(list(SenderType)),
                "sender_registered": CheckControl(),
                "content_category": ChoiceControl(list(ContentCategory)),
                "validity_s": NumberControl(),
                "max_parts": NumberControl(),
                "price_per_part_tenth_cents": CentsControl(self._decimal),
                "per_second": NumberControl(),
                "connections": NumberControl(),
                "callback_url": TextControl(),
            }
        )

    def _decimal(self, value: float, decimals: int) -> str:
        return self._desk.formats.number(value, decimals)

    def follows(self, before: GatewaySettings, after: GatewaySettings) -> Mapping[str, object]:
        """With the gateway its usual address comes, where nobody has given another."""
        usual = {GatewayKind.WEBSMS: WEBSMS_URL, GatewayKind.KANNEL: KANNEL_URL}
        if after.kind is before.kind or after.base_url not in usual.values():
            return {}
        return {"base_url": usual.get(after.kind, after.base_url)}

    def words(self) -> Mapping[str, FieldWords]:
        return {**self._words_of_account(), **self._words_of_sending()}

    def _words_of_account(self) -> Mapping[str, FieldWords]:
        kinds = (
            self.tr("Simulator, nothing leaves this computer"),
            "websms (LINK Mobility)",
            self.tr("Kannel, a gateway of one's own"),
        )
        logins = (self.tr("User name and password"), self.tr("Access token"))
        return {
            "kind": FieldWords(self.tr("Gateway"), choices=kinds),
            "test_mode": FieldWords(self.tr("Test mode: the gateway sends nothing")),
            "base_url": FieldWords(self.tr("Address")),
            "login": FieldWords(self.tr("Login"), choices=logins),
            "username": FieldWords(self.tr("User name")),
        }

    def _words_of_sending(self) -> Mapping[str, FieldWords]:
        types = (
            self.tr("National number"),
            self.tr("International number"),
            self.tr("Name"),
            self.tr("Short number"),
        )
        categories = (self.tr("Information"), self.tr("Advertisement"))
        return {
            "sender_address": FieldWords(self.tr("Sender"), self.tr("empty: the account's own")),
            "sender_type": FieldWords(self.tr("Kind of sender"), choices=types),
            "sender_registered": FieldWords(
                self.tr("The name is registered with the Austrian regulator")
            ),
            "content_category": FieldWords(self.tr("Content"), choices=categories),
            "validity_s": FieldWords(self.tr("Valid for"), self.tr("seconds")),
            "max_parts": FieldWords(self.tr("Parts of an SMS at most")),
            "price_per_part_tenth_cents": FieldWords(self.tr("Price of a part"), self.tr("cents")),
            "per_second": FieldWords(self.tr("SMS per second at most")),
            "connections": FieldWords(self.tr("Connections at once")),
            "callback_url": FieldWords(
                self.tr("Receiver of delivery reports"),
                self.tr("empty: none"),
            ),
        }

    def show_draft(self, gateway: GatewaySettings) -> None:
        """Hide what the chosen gateway does not need, and say what it lacks."""
        real = gateway.kind.is_real
        for name, row in self.rows.items():
            row.setVisible(real or name in {"kind", "price_per_part_tenth_cents", "max_parts"})
        self.rows["username"].setVisible(gateway.needs_username)
        kannel = gateway.kind is GatewayKind.KANNEL
        for name in ("test_mode", "login", "content_category"):
            self.rows[name].setVisible(real and not kannel)
        self.rows["kind"].show_note(
            self.tr("Kannel has no test mode: each SMS reaches a phone.") if kannel else ""
        )
        self.rows["max_parts"].show_note(
            self.tr("Kannel's max-messages has to be as large, or it cuts the text.")
            if kannel
            else ""
        )
        self.rows["callback_url"].show_note(
            self.tr("The address at which the gateway reaches “solution-desk receive”.")
        )
        named = gateway.sender_type is SenderType.ALPHANUMERIC
        self.rows["sender_registered"].setVisible(real and named)
        if named and not gateway.sender_registered:
            self.rows["sender_registered"].show_problem(
                self.tr("Austrian networks may drop SMS from a name that is not registered.")
            )


class ReminderForm(SectionForm):
    """Who may be reminded how often."""

    def __init__(self) -> None:
        super().__init__(
            {
                "max_per_signup": NumberControl(),
                "gap_days": NumberControl(),
                "min_age_days": NumberControl(),
                "max_age_days": NumberControl(),
                "countries": CountriesControl(),
            }
        )

    def words(self) -> Mapping[str, FieldWords]:
        days = self.tr("days")
        return {
            "max_per_signup": FieldWords(self.tr("Reminders of one sign-up at most")),
            "gap_days": FieldWords(self.tr("Between two reminders at least"), days),
            "min_age_days": FieldWords(self.tr("Sign-up is at least"), self.tr("days old")),
            "max_age_days": FieldWords(self.tr("Sign-up is at most"), self.tr("days old")),
            "countries": FieldWords(self.tr("Numbers of these countries"), self.tr("empty: all")),
        }


class WindowForm(SectionForm):
    """At which hours and on which days SMS go out."""

    def __init__(self) -> None:
        super().__init__(
            {
                "opens": TimeControl(),
                "closes": TimeControl(),
                "last_weekday": ChoiceControl(_WEEKDAYS),
            }
        )

    def words(self) -> Mapping[str, FieldWords]:
        clock = self.tr("o'clock, where the recipient lives")
        weekdays = (self.tr("Monday to Friday"), self.tr("Monday to Saturday"))
        return {
            "opens": FieldWords(self.tr("SMS go out from"), clock),
            "closes": FieldWords(self.tr("SMS go out until"), clock),
            "last_weekday": FieldWords(
                self.tr("Days"), self.tr("never on public holidays"), choices=weekdays
            ),
        }


class SimForm(SectionForm):
    """What is watched on the sender numbers, and who may take a wrong block back."""

    def __init__(self) -> None:
        super().__init__(
            {
                "supervisors": TextControl(),
                "stalled_after_days": NumberControl(),
                "stalled_above_percent": NumberControl(),
                "stalled_until_days": NumberControl(),
            }
        )

    def words(self) -> Mapping[str, FieldWords]:
        days = self.tr("days after the replacement")
        return {
            "supervisors": FieldWords(
                self.tr("Supervisors"), self.tr("names of agents, with commas between")
            ),
            "stalled_after_days": FieldWords(self.tr("Re-registration is stalled from"), days),
            "stalled_above_percent": FieldWords(
                self.tr("if not back are more than"), self.tr("% of those who were active")
            ),
            "stalled_until_days": FieldWords(self.tr("It is told until"), days),
        }


class PlatformForm(SectionForm):
    """Which account of the WhatsApp Business Platform is watched."""

    def __init__(self) -> None:
        super().__init__(
            {
                "account_id": TextControl(),
                "address": TextControl(),
                "version": TextControl(),
                "every_minutes": NumberControl(),
            }
        )

    def words(self) -> Mapping[str, FieldWords]:
        return {
            "account_id": FieldWords(
                self.tr("WhatsApp Business account"), self.tr("its number; empty: none")
            ),
            "address": FieldWords(self.tr("Address")),
            "version": FieldWords(self.tr("Version of the interface")),
            "every_minutes": FieldWords(self.tr("Ask every"), self.tr("minutes")),
        }

    def show_draft(self, platform: PlatformSettings) -> None:
        """Hide what nobody needs without an account."""
        for name, row in self.rows.items():
            row.setVisible(name == "account_id" or bool(platform.account_id))


class LimitForm(SectionForm):
    """Where the desk asks for a second look or warns."""

    def __init__(self) -> None:
        super().__init__(
            {
                "second_release_above": NumberControl(),
                "countdown_s": NumberControl(),
                "stock_warning": NumberControl(),
                "opt_out_period_days": NumberControl(),
                "opt_out_limit_percent": NumberControl(),
            }
        )

    def words(self) -> Mapping[str, FieldWords]:
        return {
            "second_release_above": FieldWords(
                self.tr("A second agent releases above"), self.tr("recipients")
            ),
            "countdown_s": FieldWords(self.tr("Countdown before sending"), self.tr("seconds")),
            "stock_warning": FieldWords(self.tr("Wanted stock of SIM cards"), self.tr("cards")),
            "opt_out_period_days": FieldWords(self.tr("Opt-out rates are per"), self.tr("days")),
            "opt_out_limit_percent": FieldWords(
                self.tr("Customers may lose in that time up to"), self.tr("%")
            ),
        }
