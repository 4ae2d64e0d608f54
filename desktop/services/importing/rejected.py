"""What becomes of rejected rows: an error file that a person can read, correct and import again."""

from __future__ import annotations

import csv
import errno
import os
import tempfile
import time
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import lru_cache
from pathlib import Path

from desktop.errors import DiskFullError, FileUnreadableError
from desktop.models.records.importing import Rejection
from desktop.paths import data_dir, resources_dir
from desktop.services.importing.columns import Header
from desktop.services.importing.sources import ERROR_FILE_SUFFIX, Source

FALLBACK_FOLDER = "import-errors"

_ROWS_IN_MEMORY = 1_000
_DRAFT_PREFIX, _DRAFT_SUFFIX = ".rejected-rows-", ".part"
_DRAFT_LIVES_S = 86_400

_HARMLESS = frozenset("+-0123456789 ().,/:\u00a0")
_FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")


@lru_cache
def reason_words(language: str) -> Mapping[str, str]:
    """Return the words for each :class:`Rejection`, and for the columns ``line`` and ``reason``."""
    path = resources_dir() / "import" / "reasons.toml"
    words = tomllib.loads(path.read_text(encoding="utf-8"))
    return words.get(language, words["en"])  # type: ignore[no-any-return] # TOML has no types


def guarded(cell: str) -> str:
    """Return a cell as a spreadsheet may open it: a formula gets ``'`` in front, a number not."""
    dangerous = cell.lstrip(" ").startswith(_FORMULA_SIGNS) and not _HARMLESS.issuperset(cell)
    return f"'{cell}" if dangerous else cell


class ErrorFile:
    """Collects the rejected rows of one source; nothing is seen of it before ``publish``."""

    def __init__(self, source: Source, header: Header, folder: Path | None, language: str) -> None:
        self.reasons: Counter[Rejection] = Counter()
        self._source = source
        self._header = header
        self._folder = folder or source.path.parent
        self._words = reason_words(language)
        self._draft: Path | None = None
        self._path: Path | None = None
        self._rows: list[Sequence[str]] = []

    def add(self, line: int, cells: Sequence[str], reason: Rejection) -> None:
        """Take a rejected row: the line it begins on, its cells as they were, and why."""
        self.reasons[reason] += 1
        row = [str(line), self._words[reason.value], *map(guarded, cells)]
        self._rows.append(row)
        if len(self._rows) >= _ROWS_IN_MEMORY:
            self.flush()

    def flush(self) -> None:
        """Write what was collected into a draft, so that a full disk is met before the commit.

        Raises:
            DiskFullError: there is no room.
            FileUnreadableError: neither the folder nor the user's own takes a file.

        """
        if not self._rows:
            return
        try:
            if self._draft is None:
                self._draft = self._new_draft()
            with self._draft.open("a", encoding="utf-8", newline="") as stream:
                csv.writer(stream, delimiter=";").writerows(self._rows)
        except OSError as error:
            if error.errno in {errno.ENOSPC, errno.EDQUOT, errno.EFBIG}:
                raise DiskFullError(str(self._folder), str(error)) from error
            raise FileUnreadableError(str(self._folder), str(error)) from error
        self._rows = []

    def path(self, taken: set[Path]) -> Path | None:
        """Choose the name that the file will have, none of ``taken``; None without rejections."""
        if self._draft is None:
            return None
        self._path = _free_path(self._draft.parent, self._source.stem, taken)
        taken.add(self._path)
        return self._path

    def publish(self) -> None:
        """Give the draft its name, in place of the error file of an earlier import."""
        if self._draft is not None and self._path is not None:
            self._draft.replace(self._path)
            self._draft = None

    def discard(self) -> None:
        """Remove the draft: the import came to nothing."""
        if self._draft is not None:
            self._draft.unlink(missing_ok=True)
            self._draft = None

    def _new_draft(self) -> Path:
        draft = _draft_in(self._folder) or _draft_in(_fallback_folder())
        if draft is None:
            raise FileUnreadableError(str(self._folder), "not writable")
        top = [self._words["line"], self._words["reason"], *self._header.as_written]
        with draft.open("w", encoding="utf-8-sig", newline="") as stream:
            csv.writer(stream, delimiter=";").writerow(top)
        return draft


def _fallback_folder() -> Path:
    folder = data_dir() / FALLBACK_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _draft_in(folder: Path) -> Path | None:
    """Make an empty file that only this user can read, or return None where that is not allowed."""
    try:
        _sweep(folder)
        handle, name = tempfile.mkstemp(prefix=_DRAFT_PREFIX, suffix=_DRAFT_SUFFIX, dir=folder)
    except OSError as error:
        if error.errno in {errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOENT}:
            return None
        raise
    os.close(handle)
    return Path(name)


def _sweep(folder: Path) -> None:
    """Remove drafts that an import left behind when it was killed: they hold people's numbers."""
    for path in folder.glob(f"{_DRAFT_PREFIX}*{_DRAFT_SUFFIX}"):
        if time.time() - path.stat().st_mtime > _DRAFT_LIVES_S:
            path.unlink(missing_ok=True)


def _free_path(folder: Path, stem: str, taken: set[Path]) -> Path:
    path, number = folder / f"{stem}{ERROR_FILE_SUFFIX}", 2
    while path in taken:
        path, number = folder / f"{stem}-{number}{ERROR_FILE_SUFFIX}", number + 1
    return path
