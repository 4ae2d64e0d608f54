"""The gateway's password and the test of the connection."""

from __future__ import annotations

from desktop.views.desk import Desk
from desktop.views.settings.secret_access import SecretAccess, SecretNames, SecretWords


class GatewayAccess(SecretAccess):
    """Lets the desk into the gateway."""

    def __init__(self, desk: Desk) -> None:
        names = SecretNames("gateway_secret", "keep_secret", "test_connection", "connection_result")
        super().__init__(desk, names)

    def words(self) -> SecretWords:
        return SecretWords(
            self.tr("Password or token"),
            self.tr("Test connection"),
            self.tr("The gateway is being asked"),
        )

    def show_for(self, *, real: bool) -> None:
        """Show the field for the secret only where the gateway needs one."""
        self.show_field(shown=real)
        self.forget_result()

    def keep(self, secret: str) -> bool:
        sending = self.desk.services.sending
        kept = sending.give_secret(secret, keep=True)
        sending.restart()
        return kept

    def ask(self) -> int:
        self.desk.services.sending.check()
        return 0

    def said(self, count: int) -> str:
        return self.tr("The gateway answers and lets us in")
