"""From the shared settings to the gateway that they name."""

from __future__ import annotations

from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from desktop.models.settings import GatewayKind, GatewaySettings
from desktop.models.types import Clock, utc_now
from desktop.services.sending.gateways.base import Gateway
from desktop.services.sending.gateways.kannel import Kannel, KannelAccount
from desktop.services.sending.gateways.simulator import Simulator
from desktop.services.sending.gateways.websms import WebSms, WebSmsAccount
from desktop.services.storage.secrets import Secrets


@dataclass(frozen=True, slots=True)
class GatewayAccount:
    """What a release has to know of the gateway: which account, and whether anything leaves."""

    name: str
    account: str
    test_mode: bool


def secret_key(settings: GatewaySettings) -> str | None:
    """Return under which name the keyring has the gateway's secret; None if it needs none."""
    if not settings.kind.is_real:
        return None
    user = settings.username if settings.needs_username else "token"
    return f"{settings.kind.value}:{user}@{urlsplit(settings.base_url).netloc}"


def account_of(settings: GatewaySettings) -> GatewayAccount:
    """Return the account that the settings name; needs no secret."""
    if not settings.kind.is_real:
        return GatewayAccount(Simulator.name, Simulator.account, test_mode=True)
    gateway = _real(settings, "")
    return GatewayAccount(gateway.name, gateway.account, gateway.test_mode)


def open_gateway(
    settings: GatewaySettings,
    secrets: Secrets,
    clock: Clock = utc_now,
    report_path: str = "",
) -> Gateway:
    """Return the gateway that the settings name; nothing is connected yet.

    ``report_path`` is the secret path of the receiver, added to the address for delivery reports
    where there is one.

    Raises:
        SecretMissingError: nobody has given its password or token.
        InsecureGatewayError: its address has no TLS and does not lead to this computer.

    """
    key = secret_key(settings)
    if key is None:
        return Simulator(clock=clock)
    if settings.callback_url and report_path:
        whole = f"{settings.callback_url.rstrip('/')}/{report_path}/{settings.kind.value}"
        settings = replace(settings, callback_url=whole)
    return _real(settings, secrets.get(key))


def _real(settings: GatewaySettings, secret: str) -> WebSms | Kannel:
    if settings.kind is GatewayKind.KANNEL:
        return Kannel(KannelAccount.from_settings(settings, secret))
    return WebSms(WebSmsAccount.from_settings(settings, secret))
