"""What a failure is called on the screen: one sentence, and what to do. The only such mapping."""

from __future__ import annotations

import traceback
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from desktop import errors
from desktop.services.number_status import failures
from desktop.views.backup_words import BACKUP_WORDS
from desktop.views.marking import QT_TRANSLATE_NOOP


@dataclass(frozen=True, slots=True)
class ErrorText:
    """A failure in words; ``details`` are technical and stand behind a button."""

    sentence: str
    hint: str
    details: str = ""


def error_text(error: BaseException) -> ErrorText:
    """Return what to tell about ``error``; what is not expected is called so."""
    words = _words_for(error)
    if words is not None:
        sentence, hint = (QCoreApplication.translate("ErrorText", text) for text in words)
        facts = _Facts(error)
        return ErrorText(sentence.format_map(facts), hint.format_map(facts), _details(error))
    return ErrorText(
        QCoreApplication.translate("ErrorText", "Something unexpected happened."),
        QCoreApplication.translate(
            "ErrorText", "Nothing is lost. Try again; if it happens once more, copy the details."
        ),
        "".join(traceback.format_exception(error)),
    )


def _words_for(error: BaseException) -> tuple[str, str] | None:
    if isinstance(error, errors.InvalidValueError):
        words = _PROBLEMS.get((error.field, error.problem))
        if words is not None:
            return words
    return next((_WORDS[kind] for kind in type(error).__mro__ if kind in _WORDS), None)


class _Facts(dict[str, object]):
    """The attributes of a failure as the values of placeholders."""

    def __init__(self, error: BaseException) -> None:
        super().__init__()
        self._error = error

    def __missing__(self, name: str) -> object:
        return getattr(self._error, name, "")


def _details(error: BaseException) -> str:
    detail = getattr(error, "detail", "")
    return f"{type(error).__name__}: {detail}" if detail else ""


_PROBLEMS = {
    ("number", "not_a_number"): (
        QT_TRANSLATE_NOOP("ErrorText", "This is no phone number."),
        QT_TRANSLATE_NOOP("ErrorText", "Write it with its country code, such as +43 …"),
    ),
    ("database", "network_drive"): (
        QT_TRANSLATE_NOOP("ErrorText", "The database lies on a network drive."),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "Two computers could destroy it. Put it on a local disk, or use PostgreSQL for a team.",
        ),
    ),
    ("database", "another_programs"): (
        QT_TRANSLATE_NOOP("ErrorText", "This database belongs to another program."),
        QT_TRANSLATE_NOOP("ErrorText", "It was not changed. Choose another file."),
    ),
    ("database", "not_an_address"): (
        QT_TRANSLATE_NOOP("ErrorText", "The address of the database is not understood."),
        QT_TRANSLATE_NOOP("ErrorText", "Give a file, or postgresql://user@computer/name."),
    ),
    ("database", "unknown_engine"): (
        QT_TRANSLATE_NOOP("ErrorText", "The desk works with SQLite and PostgreSQL only."),
        QT_TRANSLATE_NOOP("ErrorText", "Give a file, or postgresql://user@computer/name."),
    ),
}

_WORDS: dict[type[BaseException], tuple[str, str]] = {
    errors.DatabaseUnreachableError: (
        QT_TRANSLATE_NOOP("ErrorText", "The database cannot be reached: {place}"),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Check the network and the address, then try again. Nothing is lost."
        ),
    ),
    errors.DatabaseDamagedError: (
        QT_TRANSLATE_NOOP("ErrorText", "The database is damaged: {place}"),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "The file was not changed. Put it aside and restore the last backup beside it.",
        ),
    ),
    errors.DatabaseLockedError: (
        QT_TRANSLATE_NOOP("ErrorText", "Another program is using the database."),
        QT_TRANSLATE_NOOP("ErrorText", "Wait a moment and try again. Nothing was changed."),
    ),
    errors.DatabaseReadOnlyError: (
        QT_TRANSLATE_NOOP("ErrorText", "The database may not be written: {place}"),
        QT_TRANSLATE_NOOP("ErrorText", "Ask for the right to write there. Nothing was changed."),
    ),
    errors.DatabaseTooNewError: (
        QT_TRANSLATE_NOOP("ErrorText", "The database was made by a newer program: {place}"),
        QT_TRANSLATE_NOOP("ErrorText", "Update Solution Desk on this computer."),
    ),
    errors.DiskFullError: (
        QT_TRANSLATE_NOOP("ErrorText", "There is no room left on the disk: {place}"),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Make room and try again. Everything saved before is still there."
        ),
    ),
    errors.StorageError: (
        QT_TRANSLATE_NOOP("ErrorText", "The database cannot be used: {place}"),
        QT_TRANSLATE_NOOP("ErrorText", "Try again. Nothing was changed."),
    ),
    errors.FileTooLargeError: (
        QT_TRANSLATE_NOOP("ErrorText", "The file is larger than the desk reads: {path}"),
        QT_TRANSLATE_NOOP("ErrorText", "Split it into several files. Nothing was read."),
    ),
    errors.UnknownTableError: (
        QT_TRANSLATE_NOOP("ErrorText", "The columns of this file are not known: {path}"),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Choose an export of customers, services, SIM cards, contacts or traffic."
        ),
    ),
    errors.FileUnreadableError: (
        QT_TRANSLATE_NOOP("ErrorText", "The file cannot be read: {path}"),
        QT_TRANSLATE_NOOP("ErrorText", "Check that it is there, whole, and may be opened."),
    ),
    errors.FileUnwritableError: (
        QT_TRANSLATE_NOOP("ErrorText", "The file cannot be written: {path}"),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Choose another folder, or close the file in the other program."
        ),
    ),
    errors.TemplateError: (
        QT_TRANSLATE_NOOP("ErrorText", "The text has a placeholder that cannot be filled."),
        QT_TRANSLATE_NOOP("ErrorText", "Correct the placeholder and try again."),
    ),
    errors.InvalidValueError: (
        QT_TRANSLATE_NOOP("ErrorText", "This value cannot be used: {field}"),
        QT_TRANSLATE_NOOP("ErrorText", "Correct it and try again."),
    ),
    errors.InputError: (
        QT_TRANSLATE_NOOP("ErrorText", "This input cannot be used."),
        QT_TRANSLATE_NOOP("ErrorText", "Correct it and try again."),
    ),
    errors.NotFoundError: (
        QT_TRANSLATE_NOOP("ErrorText", "This is not there any more."),
        QT_TRANSLATE_NOOP("ErrorText", "A colleague may have taken it away. Go back and reload."),
    ),
    errors.ConflictError: (
        QT_TRANSLATE_NOOP("ErrorText", "A colleague has changed this meanwhile."),
        QT_TRANSLATE_NOOP("ErrorText", "Reload to see it; what you typed is still here."),
    ),
    errors.RequestMissingError: (
        QT_TRANSLATE_NOOP("ErrorText", "Without the customer's request no SMS goes out."),
        QT_TRANSLATE_NOOP("ErrorText", "Record who asked for it in the step Request."),
    ),
    errors.NumberBlockedError: (
        QT_TRANSLATE_NOOP("ErrorText", "The service's sender number is blocked."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "An SMS would lead to a dead number: replace the SIM first."
        ),
    ),
    errors.NothingToSendError: (
        QT_TRANSLATE_NOOP("ErrorText", "Nobody on the list may get an SMS."),
        QT_TRANSLATE_NOOP("ErrorText", "The step Recipients says why for each of them."),
    ),
    errors.OutsideSendWindowError: (
        QT_TRANSLATE_NOOP("ErrorText", "SMS do not go out at this time."),
        QT_TRANSLATE_NOOP("ErrorText", "The case can be paused until the sending window opens."),
    ),
    errors.SecondReleaseNeededError: (
        QT_TRANSLATE_NOOP("ErrorText", "{recipients} SMS need a second release."),
        QT_TRANSLATE_NOOP("ErrorText", "Above {limit} recipients a colleague releases as well."),
    ),
    errors.TransitionError: (
        QT_TRANSLATE_NOOP("ErrorText", "This is not possible in the present state."),
        QT_TRANSLATE_NOOP("ErrorText", "Reload to see what has happened meanwhile."),
    ),
    errors.SimTakenError: (
        QT_TRANSLATE_NOOP("ErrorText", "This number is taken: {service}, by {by}."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "A colleague was faster. Nothing was changed; choose another number."
        ),
    ),
    errors.NumberInUseError: (
        QT_TRANSLATE_NOOP("ErrorText", "A service still sends from its number: {service}"),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "A working number is not replaced, and a blocked card is retired after its "
            "replacement. Reload to see what has happened meanwhile.",
        ),
    ),
    errors.CodeNotPossibleError: (
        QT_TRANSLATE_NOOP("ErrorText", "No code can be sent to this customer."),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "It needs a stored mobile number, and real operation. Check the caller another way.",
        ),
    ),
    errors.TooManyCodesError: (
        QT_TRANSLATE_NOOP("ErrorText", "{limit} codes were sent within an hour."),
        QT_TRANSLATE_NOOP("ErrorText", "Check the caller another way, or later."),
    ),
    errors.SupervisorNeededError: (
        QT_TRANSLATE_NOOP("ErrorText", "Only a supervisor may do this."),
        QT_TRANSLATE_NOOP("ErrorText", "The supervisors are named in the settings."),
    ),
    errors.CorrectionTooLateError: (
        QT_TRANSLATE_NOOP("ErrorText", "This block was entered more than 24 hours ago."),
        QT_TRANSLATE_NOOP("ErrorText", "It cannot be taken back any more: replace the SIM card."),
    ),
    errors.RefusedError: (
        QT_TRANSLATE_NOOP("ErrorText", "A rule of the house does not allow this."),
        QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed."),
    ),
    errors.GatewayUnreachableError: (
        QT_TRANSLATE_NOOP("ErrorText", "The gateway {gateway} cannot be reached."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "No SMS has left. Check the network and the address in the settings."
        ),
    ),
    errors.GatewayRefusedError: (
        QT_TRANSLATE_NOOP("ErrorText", "The gateway {gateway} refuses this account ({code})."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Sending is paused. Check user name and password in the settings."
        ),
    ),
    errors.InsecureGatewayError: (
        QT_TRANSLATE_NOOP("ErrorText", "The address of the gateway is not secure."),
        QT_TRANSLATE_NOOP("ErrorText", "Use an address that begins with https."),
    ),
    errors.GatewayError: (
        QT_TRANSLATE_NOOP("ErrorText", "The gateway {gateway} cannot be used now."),
        QT_TRANSLATE_NOOP("ErrorText", "Sending is paused. Nothing is sent twice."),
    ),
    **BACKUP_WORDS,
    failures.SourceRefusedError: (
        QT_TRANSLATE_NOOP("ErrorText", "The Business Platform does not let us in ({code})."),
        QT_TRANSLATE_NOOP(
            "ErrorText",
            "The token has expired or lacks a right, or the account number is wrong. "
            "Enter a new token in the settings.",
        ),
    ),
    failures.SourceBusyError: (
        QT_TRANSLATE_NOOP("ErrorText", "The Business Platform wants a pause ({code})."),
        QT_TRANSLATE_NOOP("ErrorText", "It is asked again later by itself."),
    ),
    failures.SourceUnreachableError: (
        QT_TRANSLATE_NOOP("ErrorText", "The Business Platform cannot be reached."),
        QT_TRANSLATE_NOOP("ErrorText", "Check the network. It is asked again later by itself."),
    ),
    failures.SourceAnswerError: (
        QT_TRANSLATE_NOOP("ErrorText", "The answer of the Business Platform is not understood."),
        QT_TRANSLATE_NOOP(
            "ErrorText", "Check the address and the version of the interface in the settings."
        ),
    ),
    failures.StatusSourceError: (
        QT_TRANSLATE_NOOP("ErrorText", "The state of the numbers cannot be asked now."),
        QT_TRANSLATE_NOOP("ErrorText", "What is shown is what was read last."),
    ),
    errors.SecretMissingError: (
        QT_TRANSLATE_NOOP("ErrorText", "The password of the gateway is missing."),
        QT_TRANSLATE_NOOP("ErrorText", "Enter it in the settings; it is kept in the keyring."),
    ),
    errors.DeskSilentError: (
        QT_TRANSLATE_NOOP("ErrorText", "The desk is open already, but its window does not answer."),
        QT_TRANSLATE_NOOP("ErrorText", "Wait a moment, or end it and start again."),
    ),
    errors.CancelledError: (
        QT_TRANSLATE_NOOP("ErrorText", "Stopped."),
        QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed."),
    ),
    errors.DeskError: (
        QT_TRANSLATE_NOOP("ErrorText", "This could not be done."),
        QT_TRANSLATE_NOOP("ErrorText", "Nothing was changed."),
    ),
}
