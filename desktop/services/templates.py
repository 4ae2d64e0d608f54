"""The built-in SMS templates, from the files in ``resources/templates``."""

from __future__ import annotations

import tomllib
from functools import lru_cache
from pathlib import Path
from typing import Any

from desktop.errors import FileUnreadableError
from desktop.models.case_flow import AddressForm
from desktop.models.records.templates import SmsTemplate
from desktop.models.states import DispatchKind
from desktop.paths import resources_dir


class Templates:
    """Finds the templates of a kind of dispatch."""

    def __init__(self, folder: Path | None = None) -> None:
        """Read from ``folder``; without one, from the program's resources."""
        self._folder = folder or resources_dir() / "templates"

    def languages(self) -> tuple[str, ...]:
        """Return the languages in which there are templates."""
        return tuple(sorted(path.stem for path in self._folder.glob("*.toml")))

    def of(self, language: str, kind: DispatchKind) -> tuple[SmsTemplate, ...]:
        """Return the templates of a language for one kind, the first choice first.

        Raises:
            FileUnreadableError: the file of the language is missing or damaged.

        """
        found = _read(self._folder / f"{language}.toml", language)
        return tuple(template for template in found if template.kind is kind)

    def choices(self, language: str, kind: DispatchKind) -> tuple[SmsTemplate, ...]:
        """Return all templates for one kind: those of ``language`` first, then the others.

        Raises:
            FileUnreadableError: a file is damaged.

        """
        known = self.languages()
        order = sorted(known, key=lambda each: (each != language, each))
        return tuple(template for each in order for template in self.of(each, kind))


@lru_cache(maxsize=8)
def _read(path: Path, language: str) -> tuple[SmsTemplate, ...]:
    try:
        with path.open("rb") as file:
            entries = tomllib.load(file)["templates"]
        return tuple(_template(entry, language) for entry in entries)
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise FileUnreadableError(str(path), str(error)) from error


def _template(entry: dict[str, Any], language: str) -> SmsTemplate:
    if "text" in entry:
        texts = dict.fromkeys(AddressForm, str(entry["text"]))
    else:
        texts = {form: str(entry[form.value]) for form in AddressForm}
    return SmsTemplate(
        key=entry["key"],
        kind=DispatchKind(entry["kind"]),
        language=language,
        titles=dict(entry["title"]),
        texts=texts,
    )
