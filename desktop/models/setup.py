"""What a person decides at the first start, or when the desk is set up again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from desktop.models.send_window import SendWindow
from desktop.models.settings import GatewaySettings, ProviderSettings


class PlaceKind(StrEnum):
    """Where the desk keeps its data."""

    LOCAL = "local"
    DEMO = "demo"
    TEAM = "team"


@dataclass(frozen=True, slots=True)
class Setup:
    """All decisions; a section that is None was left as it is.

    ``address`` is that of the team's database, without its ``password``; ``secret`` is the
    gateway's password or token. Both secrets go to the keyring and nowhere else.
    """

    kind: PlaceKind = PlaceKind.LOCAL
    address: str = ""
    password: str = field(default="", repr=False)
    gateway: GatewaySettings | None = None
    secret: str = field(default="", repr=False)
    window: SendWindow | None = None
    provider: ProviderSettings | None = None


@dataclass(frozen=True, slots=True)
class TeamDatabase:
    """What answers at the address of a team's database."""

    version: str
    is_ours: bool
