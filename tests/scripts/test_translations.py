from __future__ import annotations

from pathlib import Path

import pytest

from scripts import translations

_PAGE = """
from PySide6.QtCore import QCoreApplication, QObject


class Page(QObject):
    def texts(self, n: int) -> list[str]:
        return [
            self.tr("Customers of {city}").format(city="Wien"),
            self.tr("a sentence in " "two pieces"),
            self.tr("%n sign-up(s)", "", n),
            QCoreApplication.translate("Start", "Nothing to do"),
        ]
"""
_GERMAN = {
    "Customers of {city}": "Kunden in {city}",
    "a sentence in two pieces": "ein Satz in zwei Stücken",
    "Nothing to do": "Nichts zu tun",
}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A program of one page, with all of its texts translated."""
    (tmp_path / "desktop").mkdir()
    (tmp_path / "desktop" / "page.py").write_text(_PAGE, encoding="utf-8")
    _update(tmp_path)
    _fill(tmp_path / translations.GERMAN, "%n Anmeldung", "%n Anmeldungen")
    _fill(tmp_path / translations.ENGLISH, "%n sign-up", "%n sign-ups")
    return tmp_path


def _update(project: Path) -> None:
    translations.update(project, project)


def _fill(path: Path, one: str, many: str) -> None:
    text = path.read_text("utf-8").replace(' type="unfinished"', "")
    text = text.replace("<numerusform></numerusform>", f"<numerusform>{one}</numerusform>", 1)
    text = text.replace("<numerusform></numerusform>", f"<numerusform>{many}</numerusform>", 1)
    for source, german in _GERMAN.items():
        text = text.replace(
            f"<source>{source}</source>\n        <translation></translation>",
            f"<source>{source}</source>\n        <translation>{german}</translation>",
        )
    path.write_text(text, encoding="utf-8")


def _problems(project: Path) -> list[str]:
    return translations.problems(project, project)


def _append(project: Path, lines: str) -> None:
    page = project / "desktop" / "page.py"
    page.write_text(page.read_text("utf-8") + lines, encoding="utf-8")


def test_that_a_program_with_all_texts_translated_has_no_problems(project: Path) -> None:
    assert _problems(project) == []


def test_that_a_new_text_is_drift_until_it_is_read_and_translated(project: Path) -> None:
    _append(project, '    def more(self) -> str:\n        return self.tr("New")\n')

    assert any("does not match the sources" in line for line in _problems(project))
    _update(project)
    assert _problems(project) == ["solution_desk_de.ts: Page: 'New' is not translated"]


def test_that_a_translation_must_keep_its_placeholders(project: Path) -> None:
    path = project / translations.GERMAN
    path.write_text(path.read_text("utf-8").replace("in {city}", "in {stadt}"), encoding="utf-8")

    assert [line for line in _problems(project) if "placeholders" in line] != []


@pytest.mark.parametrize(
    ("call", "complaint"),
    [
        ('self.tr(f"for {n}")', "one literal"),
        ('self.tr("a" + "b")', "one literal"),
        ("self.tr(name)", "one literal"),
        ('parent.tr("elsewhere")', "call self.tr in a class"),
        ('self.tr("%n call(s)", n=3)', "by position"),
        ('self.tr("a \\N{EN DASH} b")', "is not in"),
    ],
)
def test_that_a_call_which_cannot_be_translated_is_named(
    call: str, complaint: str, project: Path
) -> None:
    _append(project, f"    def more(self, n, name, parent):\n        return {call}\n")
    _update(project)

    assert [line for line in _problems(project) if "page.py" in line and complaint in line] != []


def test_that_a_text_may_be_marked_in_a_table_and_translated_by_a_variable(project: Path) -> None:
    _append(
        project,
        """
WORDS = {1: QT_TRANSLATE_NOOP("Start", "Nothing to do")}


def word(number):
    return QCoreApplication.translate("Start", WORDS[number])
""",
    )

    assert _problems(project) == []


def test_that_a_number_asks_for_plural_forms_wherever_it_stands(project: Path) -> None:
    _append(
        project,
        """
def several(rows):
    QCoreApplication.translate("Start", "%n call(s)", None, len(rows))
    return QCoreApplication.translate("Start", "%n „case(s)“", "open", len(rows))
""",
    )
    _update(project)

    plural = [one for one in translations.messages(project / translations.GERMAN) if one.plural]
    assert {(one.context, one.source) for one in plural} == {
        ("Page", "%n sign-up(s)"),
        ("Start", "%n call(s)"),
        ("Start", "%n „case(s)“"),
    }
    assert [line for line in _problems(project) if "page.py" in line] == []


def test_that_a_compiled_file_is_made_anew_only_when_its_source_changes(project: Path) -> None:
    made = translations.compile_stale(project)

    assert [path.name for path in made] == ["solution_desk_de.qm", "solution_desk_en.qm"]
    assert translations.compile_stale(project) == []
