"""Every failure that the desk expects, as one tree.

    DeskError
    +-- StorageError
    |   +-- DatabaseUnreachableError   no server, no folder, wrong address or login
    |   +-- DatabaseDamagedError       not a database, or its pages do not fit together
    |   +-- DatabaseLockedError        another program holds it longer than we wait
    |   +-- DatabaseReadOnlyError      file or account may not be written
    |   +-- DatabaseTooNewError        made by a newer program
    |   +-- DiskFullError              no room for a write
    +-- InputError
    |   +-- FileUnreadableError        missing, no permission, no known format
    |   +-- FileTooLargeError          over a limit for files from outside
    |   +-- UnknownTableError          columns of none of the five tables
    |   +-- FileUnwritableError        no permission, no such folder, open in another program
    |   +-- InvalidValueError          one field, one problem
    |   +-- TemplateError              a placeholder nobody knows, or one without a value
    +-- RefusedError
    |   +-- NotFoundError              it was there a moment ago
    |   +-- ConflictError              a colleague changed it meanwhile
    |   +-- RequestMissingError        no dispatch without a customer request
    |   +-- NumberBlockedError         the service's number is blocked: replace it first
    |   +-- NothingToSendError         nobody on the list may get an SMS
    |   +-- OutsideSendWindowError     now is not a time for SMS
    |   +-- SecondReleaseNeededError   above the limit a colleague releases
    |   +-- TransitionError            the life cycle does not allow it
    |   +-- SimTakenError              another agent was faster with this SIM card
    |   +-- NumberInUseError           a service still sends from a number
    |   +-- SupervisorNeededError      only a supervisor may do it
    |   +-- CorrectionTooLateError     a block can be taken back for a day only
    |   +-- CodeNotPossibleError       no code can reach the stored number
    |   +-- TooManyCodesError          enough codes for one hour
    +-- GatewayError
    |   +-- GatewayUnreachableError    no connection, surely nothing was taken
    |   +-- GatewayRefusedError        the account may not send (login, quota, address)
    |   +-- InsecureGatewayError       no TLS, and not this computer
    +-- SecretMissingError             the keyring has no password and none was given
    +-- DeskSilentError                the window that is open does not answer another start
    +-- CancelledError                 a person stopped it

They carry data, never sentences: what a person reads is made in ``views`` and ``cli``.
Everything that is not in this tree is a bug.
"""

from __future__ import annotations

from datetime import datetime


class DeskError(Exception):
    """Base of all expected failures."""


class StorageError(DeskError):
    """The database cannot do what was asked.

    ``place`` is the file or the address without its password; ``detail`` is the engine's word.
    """

    def __init__(self, place: str, detail: str = "") -> None:
        """Remember where it happened and what the engine said."""
        super().__init__(f"{type(self).__name__}: {detail}" if detail else type(self).__name__)
        self.place = place
        self.detail = detail


class DatabaseUnreachableError(StorageError):
    """No server answers, the folder does not exist, or the login is wrong."""


class DatabaseDamagedError(StorageError):
    """The file is not a database, or its pages contradict each other."""


class DatabaseLockedError(StorageError):
    """Another program holds the database longer than the desk waits."""


class DatabaseReadOnlyError(StorageError):
    """The file or the account does not allow writing."""


class DatabaseTooNewError(StorageError):
    """The database was made by a newer program; this one would spoil it."""


class DiskFullError(StorageError):
    """A write found no room. What was committed before is safe."""


class InputError(DeskError):
    """Something handed to the desk cannot be used."""


class FileUnreadableError(InputError):
    """A file is missing, not permitted, or of no known format."""

    def __init__(self, path: str, detail: str = "") -> None:
        """Remember the file and the reason in technical words."""
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class FileTooLargeError(FileUnreadableError):
    """A file is over one of the limits for files from outside; ``detail`` names the limit."""


class UnknownTableError(FileUnreadableError):
    """The header of a file fits none of the tables of the exchange format."""


class FileUnwritableError(InputError):
    """A file may not be written where it was asked for, or another program holds it."""

    def __init__(self, path: str, detail: str = "") -> None:
        """Remember the file and the reason in technical words."""
        super().__init__(f"{path}: {detail}")
        self.path = path
        self.detail = detail


class InvalidValueError(InputError):
    """One field holds what cannot be; ``problem`` is a short code."""

    def __init__(self, field: str, problem: str) -> None:
        """Remember which field and which problem."""
        super().__init__(f"{field}: {problem}")
        self.field = field
        self.problem = problem


class TemplateError(InputError):
    """The braces of an SMS template cannot be filled; ``problem`` is a short code."""

    def __init__(self, problem: str, placeholder: str, position: int) -> None:
        """Remember the problem, the word in the braces, and where it stands."""
        super().__init__(f"{problem} {placeholder} at {position}".replace("  ", " "))
        self.problem = problem
        self.placeholder = placeholder
        self.position = position


class RefusedError(DeskError):
    """A rule of the house forbids the act."""


class NotFoundError(RefusedError):
    """The thing was there a moment ago, or never."""

    def __init__(self, kind: str, key: str) -> None:
        """Remember what was looked for, by a key that is no personal data."""
        super().__init__(f"{kind} {key}")
        self.kind = kind
        self.key = key


class ConflictError(RefusedError):
    """A colleague changed the same thing meanwhile."""


class RequestMissingError(RefusedError):
    """No SMS without a recorded request of the customer (domain rule)."""


class NumberBlockedError(RefusedError):
    """The service's sender number is blocked: an SMS would lead people to a dead number."""


class NothingToSendError(RefusedError):
    """Nobody on the list may get an SMS."""


class OutsideSendWindowError(RefusedError):
    """SMS go out only in the sending window; ``opens_at`` is the next one."""

    def __init__(self, opens_at: datetime) -> None:
        """Remember when the window opens (aware UTC)."""
        super().__init__(f"opens at {opens_at.isoformat()}")
        self.opens_at = opens_at


class SecondReleaseNeededError(RefusedError):
    """Above a set number of recipients a second person releases."""

    def __init__(self, recipients: int, limit: int) -> None:
        """Remember both numbers."""
        super().__init__(f"{recipients} recipients, limit {limit}")
        self.recipients = recipients
        self.limit = limit


class TransitionError(RefusedError):
    """A life cycle does not allow the step."""

    def __init__(self, kind: str, before: str, after: str) -> None:
        """Remember the step that was asked for."""
        super().__init__(f"{kind}: {before} -> {after}")
        self.kind = kind
        self.before = before
        self.after = after


class SimTakenError(RefusedError):
    """Another agent has assigned or reserved this SIM card; ``by`` and ``service`` tell who."""

    def __init__(self, sim_id: int, by: str, service: str) -> None:
        """Remember the card, the agent who has it, and for which service."""
        super().__init__(f"sim {sim_id} is taken")
        self.sim_id = sim_id
        self.by = by
        self.service = service


class NumberInUseError(RefusedError):
    """The service sends from a number that works, or the card still carries a service."""

    def __init__(self, service: str) -> None:
        """Remember the service."""
        super().__init__(service)
        self.service = service


class CodeNotPossibleError(RefusedError):
    """No code can reach the caller: ``reason`` is ``test_mode`` or ``no_mobile_number``."""

    def __init__(self, reason: str) -> None:
        """Remember what stands in the way."""
        super().__init__(reason)
        self.reason = reason


class TooManyCodesError(RefusedError):
    """So many codes were sent within the hour that another one would be a nuisance."""

    def __init__(self, limit: int) -> None:
        """Remember how many are enough."""
        super().__init__(str(limit))
        self.limit = limit


class SupervisorNeededError(RefusedError):
    """Only those whom the settings name as supervisors may do this."""


class CorrectionTooLateError(RefusedError):
    """The block was entered more than 24 hours ago and cannot be taken back."""


class GatewayError(DeskError):
    """The SMS gateway as a whole cannot be used now; ``code`` is its own word."""

    def __init__(self, gateway: str, code: str = "", detail: str = "") -> None:
        """Remember the gateway, its code and its words."""
        super().__init__(f"{gateway} {code} {detail}".strip())
        self.gateway = gateway
        self.code = code
        self.detail = detail


class GatewayUnreachableError(GatewayError):
    """No connection came about: surely nothing was taken."""


class GatewayRefusedError(GatewayError):
    """The account may not send: login, quota, address or rights."""


class InsecureGatewayError(GatewayError):
    """The address has no TLS and does not lead to this computer."""


class SecretMissingError(DeskError):
    """Neither the keyring nor the person gave the password named ``key``."""

    def __init__(self, key: str) -> None:
        """Remember which secret is wanted."""
        super().__init__(key)
        self.key = key


class DeskSilentError(DeskError):
    """The desk is open already, but its window does not answer.

    ``reason`` is ``silent``, or ``other_version`` where it is of another version.
    """

    def __init__(self, reason: str) -> None:
        """Remember what is wrong."""
        super().__init__(reason)
        self.reason = reason


class CancelledError(DeskError):
    """A person stopped the work; nothing was changed."""
