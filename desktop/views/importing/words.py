"""What the parts of an import are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop.models.records.importing import ConflictKind, FilePreview, ImportTable, SimConflict
from desktop.models.states import SimStatus
from desktop.services.importing.columns import normal
from desktop.views.formats import Formats
from desktop.views.marking import QT_TRANSLATE_NOOP
from desktop.views.words import word

_TABLES = {
    ImportTable.CUSTOMERS: QT_TRANSLATE_NOOP("ImportWords", "Customers"),
    ImportTable.SERVICES: QT_TRANSLATE_NOOP("ImportWords", "Services"),
    ImportTable.SIMS: QT_TRANSLATE_NOOP("ImportWords", "SIM cards"),
    ImportTable.CONTACTS: QT_TRANSLATE_NOOP("ImportWords", "Contacts"),
    ImportTable.TRAFFIC: QT_TRANSLATE_NOOP("ImportWords", "Traffic"),
}
_ENCODINGS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8",
    "utf-16": "UTF-16",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "cp1252": "Windows-1252",
}
_PHONE_COLUMNS = frozenset({"phone", "telefon", "contact_phone"})
_MASK = "\u2022"


def table_word(table: ImportTable) -> str:
    """Return what a table is called."""
    return QCoreApplication.translate("ImportWords", _TABLES[table])


def form_words(file: FilePreview) -> str:
    """Return how a file is written: encoding and delimiter, or that it is a workbook."""
    if not file.delimiter:
        return file.encoding
    delimiter = {
        "\t": QCoreApplication.translate("ImportWords", "tab"),
        ";": QCoreApplication.translate("ImportWords", "semicolon"),
        ",": QCoreApplication.translate("ImportWords", "comma"),
    }[file.delimiter]
    return f"{_ENCODINGS.get(file.encoding, file.encoding)}, {delimiter}"


def conflict_words(conflict: SimConflict, formats: Formats) -> str:
    """Return in what the file and the books contradict each other, and which of them holds."""
    iccid = formats.iccid(conflict.iccid)
    if conflict.kind is ConflictKind.TO_DECIDE:
        return QCoreApplication.translate(
            "ImportWords",
            "SIM {iccid}: the file says {reported}, the desk says {kept}. "
            "Please decide on the page SIM cards.",
        ).format(
            iccid=iccid,
            reported=word(SimStatus(conflict.reported)),
            kept=word(SimStatus(conflict.kept)),
        )
    if conflict.kind is ConflictKind.OLDER_STATUS:
        return QCoreApplication.translate(
            "ImportWords",
            "SIM {iccid}: the file says {reported}, the desk knows the later {kept} and keeps it.",
        ).format(
            iccid=iccid,
            reported=word(SimStatus(conflict.reported)),
            kept=word(SimStatus(conflict.kept)),
        )
    return QCoreApplication.translate(
        "ImportWords",
        "SIM {iccid}: the desk knows a later assignment than the file and keeps it.",
    ).format(iccid=iccid)


def shown_cell(file: FilePreview, column: int, text: str) -> str:
    """Return a cell for the preview; of a phone number only the ends are shown."""
    if normal(file.columns[column]) in _PHONE_COLUMNS:
        return _masked(text)
    return text


def _masked(text: str) -> str:
    """Hide all digits of a number but the first three and the last two."""
    places = [at for at, char in enumerate(text) if char.isdecimal()]
    hidden = set(places[3:-2])
    return "".join(_MASK if at in hidden else char for at, char in enumerate(text))
