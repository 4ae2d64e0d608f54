"""Why a source of number states cannot be asked now; expected failures, told as all others are.

DeskError
+-- StatusSourceError
    +-- SourceRefusedError      token expired, no right, wrong account
    +-- SourceBusyError         asked too often, or out of order for a while
    +-- SourceUnreachableError  no connection
    +-- SourceAnswerError       somebody answered what nobody understands
"""

from __future__ import annotations

from desktop.errors import DeskError


class StatusSourceError(DeskError):
    """A source of number states cannot be asked now; ``code`` is its own word."""

    def __init__(self, source: str, code: str = "", detail: str = "") -> None:
        """Remember its code and its words."""
        super().__init__(f"{source} {code} {detail}".strip())
        self.code = code
        self.detail = detail


class SourceRefusedError(StatusSourceError):
    """It does not let us in: the token has expired or lacks a right, or the account is wrong."""


class SourceBusyError(StatusSourceError):
    """It was asked too often, or is out of order for a while."""


class SourceUnreachableError(StatusSourceError):
    """There is no connection to it."""


class SourceAnswerError(StatusSourceError):
    """What it answers is not understood."""
