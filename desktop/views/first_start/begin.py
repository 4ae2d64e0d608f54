"""What setting up begins with, and what it may ask and do."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from desktop.models.settings import DeskSettings, GatewaySettings
from desktop.models.setup import Setup, TeamDatabase
from desktop.services.sending.gateways.base import SendAnswer

TryTeam = Callable[[str, str], TeamDatabase]
SendTest = Callable[[GatewaySettings, str, str, str], SendAnswer]


@dataclass(frozen=True, slots=True)
class SetupActs:
    """What setting up may ask and do; each blocks and runs on a worker thread."""

    try_team: TryTeam
    send_test: SendTest
    finish: Callable[[Setup], str]


@dataclass(frozen=True, slots=True)
class SetupBegin:
    """What holds when it begins; ``again`` says that the desk was set up before.

    Without ``keeps_passwords`` there is no keyring: a password lasts for this start only.
    """

    place: Setup = field(default_factory=Setup)
    settings: DeskSettings = field(default_factory=DeskSettings)
    again: bool = False
    keeps_passwords: bool = True
