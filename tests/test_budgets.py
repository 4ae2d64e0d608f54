"""Sizes stay small enough to read a file or a function in one go."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

_PROGRAM = Path(__file__).parents[1] / "desktop"
_LINES_OF_A_FILE = 300
_LINES_OF_A_FUNCTION = 40


def _sources() -> Iterator[tuple[str, str]]:
    for path in sorted(_PROGRAM.rglob("*.py")):
        yield str(path.relative_to(_PROGRAM.parent)), path.read_text(encoding="utf-8")


def _functions(source: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def test_that_no_file_is_longer_than_three_hundred_lines() -> None:
    lengths = {name: len(source.splitlines()) for name, source in _sources()}

    assert {name: lines for name, lines in lengths.items() if lines > _LINES_OF_A_FILE} == {}


def test_that_no_function_is_longer_than_forty_lines() -> None:
    lengths = {
        f"{name}:{function.lineno} {function.name}": _length(function)
        for name, source in _sources()
        for function in _functions(source)
    }

    assert {name: lines for name, lines in lengths.items() if lines > _LINES_OF_A_FUNCTION} == {}
