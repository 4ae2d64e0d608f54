"""The language of the screen: translators, and the formats that belong to it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator, Signal

from desktop.paths import resources_dir
from desktop.views.formats import Formats

LANGUAGES = ("de", "en")
"""German first: it is what the agents speak. English is the source language of the texts."""


class LanguageManager(QObject):
    """Switches the whole program between its languages at run time.

    Signals:
        changed: the language is another one now; Qt has sent ``LanguageChange`` to all widgets.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._translators: list[QTranslator] = []
        self._code = "en"
        self._formats = Formats("en")

    @property
    def code(self) -> str:
        """The language in use, one of ``LANGUAGES``."""
        return self._code

    @property
    def formats(self) -> Formats:
        """Numbers, dates and phone numbers as this language writes them."""
        return self._formats

    def apply(self, code: str) -> None:
        """Use the language ``code`` from now on; "system" is what the computer speaks."""
        self._code = _of_system() if code == "system" else code
        self._formats = Formats(self._code)
        for old in self._translators:
            QCoreApplication.removeTranslator(old)
        self._translators = [
            translator
            for name, folder in (
                (f"qtbase_{self._code}", QLibraryInfo.path(_QT_TRANSLATIONS)),
                (f"solution_desk_{self._code}", str(resources_dir() / "translations")),
            )
            if (translator := _load(self, name, folder)) is not None
        ]
        for new in self._translators:
            QCoreApplication.installTranslator(new)
        self.changed.emit()


_QT_TRANSLATIONS = QLibraryInfo.LibraryPath.TranslationsPath


def _load(parent: QObject, name: str, folder: str) -> QTranslator | None:
    translator = QTranslator(parent)
    return translator if translator.load(name, folder) else None


def _of_system() -> str:
    return "de" if QLocale.system().language() == QLocale.Language.German else "en"
