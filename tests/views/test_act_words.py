"""Every act that is written into the audit log has a name in words."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtWidgets import QApplication

import desktop.services
from desktop.views.act_words import act_word

_WRITERS = {"Act", "_write_down", "record", "_on_case", "_on_dispatch"}
_NAMED = {"act", "name"}


def _acts() -> set[str]:
    """Return the names of acts as they stand in the services: in calls, and in tables of acts."""
    found: set[str] = set()
    for path in Path(desktop.services.__file__).parent.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _called(node) in _WRITERS:
                found.update(_first_text(node))
            elif isinstance(node, ast.Assign) and _is_table_of_acts(node):
                found.update(_texts(getattr(node.value, "values", [])))
    return found


def _called(node: ast.Call) -> str:
    return getattr(node.func, "attr", getattr(node.func, "id", ""))


def _first_text(node: ast.Call) -> Iterator[str]:
    named = [one.value for one in node.keywords if one.arg in _NAMED]
    args = node.args[:1] if _called(node) == "Act" else node.args
    yield from list(_texts([*args, *named]))[:1]


def _texts(nodes: list[ast.expr]) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value


def _is_table_of_acts(node: ast.Assign) -> bool:
    return any(getattr(one, "id", "").startswith("_ACT") for one in node.targets)


def test_that_every_act_has_words(qapp: QApplication) -> None:
    assert qapp is QApplication.instance()
    acts = _acts()
    assert {"case_opened", "settings.saved", "sims_added", "number_blocked"} <= acts
    assert sorted(act for act in acts if act_word(act) == act) == []
