"""The access token of the Business Platform, and a question whether it lets us in."""

from __future__ import annotations

from desktop.views.desk import Desk
from desktop.views.settings.secret_access import SecretAccess, SecretNames, SecretWords


class PlatformAccess(SecretAccess):
    """Lets the desk read how the numbers of an account stand."""

    def __init__(self, desk: Desk) -> None:
        names = SecretNames("platform_token", "keep_token", "ask_platform", "platform_result")
        super().__init__(desk, names)

    def words(self) -> SecretWords:
        return SecretWords(
            self.tr("Access token"), self.tr("Ask now"), self.tr("The platform is being asked")
        )

    def show_for(self, *, wanted: bool) -> None:
        """Show it only where an account is watched."""
        self.set_shown(wanted)
        self.forget_result()

    def keep(self, secret: str) -> bool:
        return self.desk.services.platform.give_token(secret)

    def ask(self) -> int:
        return self.desk.services.platform.ask()

    def said(self, count: int) -> str:
        return self.tr("%n number(s) read", "", count)
