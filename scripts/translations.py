"""Keeps resources/translations in step with the program's texts.

    python scripts/translations.py update     read the sources, add new texts, drop gone ones
    python scripts/translations.py compile    make the .qm files that the program loads
    python scripts/translations.py check      fail where a text is missing or cannot be translated

The source language is English. The German file holds every text, the English one only those that
need a plural form.
"""

from __future__ import annotations

import argparse
import ast
import json
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import PySide6

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "resources" / "translations"
GERMAN = "solution_desk_de.ts"
ENGLISH = "solution_desk_en.ts"

_PLACEHOLDER = re.compile(r"\{[^{}]*\}|%n|%L?\d")
# Where the text stands among the arguments; the number of a plural form stands two further on.
_TEXT_AT = {"tr": 0, "translate": 1, "QT_TRANSLATE_NOOP": 1}


@dataclass(frozen=True, slots=True)
class Message:
    """One entry of a .ts file; `translations` has one element for each plural form."""

    context: str
    source: str
    plural: bool
    finished: bool
    translations: tuple[str, ...]


# ------------------------------------------------------------------------------ the Qt tools


def _qt_tool(name: str) -> str:
    folder = str(Path(PySide6.__file__).parent)
    found = shutil.which(name, path=folder)
    if found is None:
        sys.exit(f"{name} is not in {folder}: set up the environment again")
    return found


def update(folder: Path = FOLDER, root: Path = ROOT) -> None:
    """Merges the texts of the sources into the .ts files of `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        plurals = Path(scratch) / "plurals.py"
        plurals.write_text(_plurals_spelled_out(root), encoding="utf-8")
        listing = Path(scratch) / "sources.lst"
        # What is read first decides whether a text has plural forms.
        sources = [plurals, *(path.relative_to(root) for path in _sources(root))]
        listing.write_text("\n".join(str(path) for path in sources), encoding="utf-8")
        for name, extra in ((GERMAN, []), (ENGLISH, ["-pluralonly"])):
            subprocess.run(
                [
                    *(_qt_tool("lupdate"), "-silent", "-no-obsolete", "-locations", "none"),
                    *("-source-language", "en", *extra, f"@{listing}"),
                    *("-ts", str(folder / name)),
                ],
                cwd=root,
                check=True,
                stdout=subprocess.DEVNULL,
            )


def _plurals_spelled_out(root: Path) -> str:
    """Each call with a number, in the one form from which Qt's tool sees that it has plurals.

    It overlooks the number of QCoreApplication.translate, and any that is not a plain name.
    """
    lines = []
    for path in _sources(root):
        for call in _calls_in(path).found:
            context, text = call.context(), call.text()
            if context and text is not None and call.has_number():
                note = call.literal(_TEXT_AT[call.function] + 1) or ""
                lines.append(f"class {context}:\n    def _(self, n):")
                lines.append(f"        self.tr({_quoted(text)}, {_quoted(note)}, n)")
    return "\n".join(lines)


def _quoted(text: str) -> str:
    # Qt's tool reads the escapes of C, and those of JSON are among them.
    return json.dumps(text, ensure_ascii=False)


def compile_stale(folder: Path = FOLDER) -> list[Path]:
    """Compiles each .ts file that is newer than its .qm file; returns what was made."""
    made = []
    for source in sorted(folder.glob("*.ts")):
        target = source.with_suffix(".qm")
        if target.exists() and target.stat().st_mtime >= source.stat().st_mtime:
            continue
        with tempfile.TemporaryDirectory(dir=folder) as beside:
            fresh = Path(beside) / target.name
            subprocess.run(
                [_qt_tool("lrelease"), "-silent", str(source), "-qm", str(fresh)], check=True
            )
            fresh.replace(target)
        made.append(target)
    return made


def messages(path: Path) -> list[Message]:
    """Reads a .ts file."""
    return [
        _message(context.findtext("name", ""), entry)
        for context in ET.parse(path).getroot().iter("context")  # noqa: S314 our own file
        for entry in context.iter("message")
    ]


def _message(context: str, entry: ET.Element) -> Message:
    translation = entry.find("translation")
    forms = [] if translation is None else translation.findall("numerusform")
    plain = "" if translation is None else translation.text or ""
    return Message(
        context,
        entry.findtext("source", ""),
        plural=entry.get("numerus") == "yes",
        finished=translation is not None and translation.get("type") is None,
        translations=tuple(form.text or "" for form in forms) or (plain,),
    )


# ------------------------------------------------------------------------------------ checks


def problems(folder: Path = FOLDER, root: Path = ROOT) -> list[str]:
    """Everything that keeps a text from being shown in the user's language, one line each."""
    return [
        *_drift(folder, root),
        *(line for name in (GERMAN, ENGLISH) for line in _poor_entries(folder / name)),
        *_calls_that_cannot_be_translated(folder, root),
    ]


def _drift(folder: Path, root: Path) -> Iterator[str]:
    with tempfile.TemporaryDirectory() as scratch:
        fresh = Path(scratch)
        for name in (GERMAN, ENGLISH):
            if (folder / name).exists():
                shutil.copy(folder / name, fresh)
        update(fresh, root)
        for name in (GERMAN, ENGLISH):
            kept = (folder / name).read_text("utf-8") if (folder / name).exists() else ""
            if kept != (fresh / name).read_text("utf-8"):
                yield f"{name} does not match the sources: run make translations"


def _poor_entries(path: Path) -> Iterator[str]:
    for entry in messages(path) if path.exists() else []:
        where = f"{path.name}: {entry.context}: {entry.source!r}"
        if not entry.finished or not all(entry.translations):
            yield f"{where} is not translated"
            continue
        expected = sorted(_PLACEHOLDER.findall(entry.source))
        for translation in entry.translations:
            # "one message" may do without its number
            found = sorted([*_PLACEHOLDER.findall(translation)])
            if found != expected and not (entry.plural and [*found, "%n"] == expected):
                yield f"{where} has other placeholders than its translation"


def _calls_that_cannot_be_translated(folder: Path, root: Path) -> Iterator[str]:
    known = {(entry.source, entry.plural) for entry in messages(folder / GERMAN)}
    calls = {path: _calls_in(path) for path in _sources(root)}
    marked = {context for found in calls.values() for context in found.marked_contexts()}
    for path, found in calls.items():
        for call in found.found:
            for complaint in _complaints(call, known, marked):
                yield f"{path.relative_to(root)}:{call.node.lineno}: {complaint}"


@dataclass(frozen=True, slots=True)
class _Call:
    node: ast.Call
    function: str
    receiver: str
    enclosing_class: str

    def literal(self, at: int) -> str | None:
        """The argument at a position, if it is one literal text."""
        argument = self.node.args[at] if len(self.node.args) > at else None
        value = argument.value if isinstance(argument, ast.Constant) else None
        return value if isinstance(value, str) else None

    def text(self) -> str | None:
        """What is to be translated, if it is one literal text."""
        return self.literal(_TEXT_AT[self.function])

    def context(self) -> str | None:
        """Under which name Qt files the text."""
        return self.enclosing_class if self.function == "tr" else self.literal(0)

    def has_number(self) -> bool:
        """Whether plural forms are asked for."""
        return len(self.node.args) > _TEXT_AT[self.function] + 2


class _CallsOfTr(ast.NodeVisitor):
    """Finds each call that translates or marks a text, and whether it stands in a class."""

    def __init__(self) -> None:
        self.found: list[_Call] = []
        self._classes = [""]

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Calls below belong to this class."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_Call(self, node: ast.Call) -> None:
        """Notes the call if it asks for a translation."""
        receiver, _, function = ast.unparse(node.func).rpartition(".")
        # str.translate(table) bears the same name
        other = function == "translate" and not receiver.endswith("QCoreApplication")
        if function in _TEXT_AT and not other:
            self.found.append(_Call(node, function, receiver, self._classes[-1]))
        self.generic_visit(node)

    def marked_contexts(self) -> set[str | None]:
        """Contexts of texts that are marked here and translated where a variable holds them."""
        return {call.literal(0) for call in self.found if call.function == "QT_TRANSLATE_NOOP"}


def _calls_in(path: Path) -> _CallsOfTr:
    calls = _CallsOfTr()
    calls.visit(ast.parse(path.read_text("utf-8")))
    return calls


def _complaints(
    call: _Call, known: set[tuple[str, bool]], marked: set[str | None]
) -> Iterator[str]:
    text = call.text()
    if text is None and call.function == "translate" and call.literal(0) in marked:
        return
    if text is None:
        yield "the text must be one literal: no f-string, no +, no variable"
        return
    if call.node.keywords:
        yield "Qt's tool reads arguments by position, not by keyword"
    if call.function == "tr" and (call.receiver != "self" or not call.enclosing_class):
        yield "call self.tr in a class, or QCoreApplication.translate with its context"
    if (text, call.has_number()) not in known:
        yield f"{text!r} is not in {GERMAN}: run make translations"


def _sources(root: Path) -> list[Path]:
    return sorted((root / "desktop").rglob("*.py"))


# -------------------------------------------------------------------------------------- main


def main() -> int:
    """Does what the first argument says; returns the exit status."""
    parser = argparse.ArgumentParser(description="Keeps the translations in step.")
    parser.add_argument("task", choices=["update", "compile", "check"])
    task = parser.parse_args().task
    if task == "update":
        update()
    if task in ("update", "compile"):
        for made in compile_stale():
            print(f"compiled {made.relative_to(ROOT)}")
        return 0
    found = problems()
    print("\n".join(found) or "translations: complete")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
