"""What stays on the screen while it is refreshed is the same widget: no click, no focus is lost."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QAbstractButton, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.widgets.headings import LabelValue, LabelValueRows
from desktop.views.widgets.kept import KeptWidgets
from desktop.views.widgets.say_panel import Answer, SayPanel
from desktop.views.widgets.segments import Segment, Segments
from desktop.views.widgets.share_list import Share, ShareList


def _texts(layout: QVBoxLayout) -> list[str]:
    items = [layout.itemAt(place) for place in range(layout.count())]
    widgets = [item.widget() for item in items if item is not None]
    return [widget.text() for widget in widgets if isinstance(widget, QPushButton)]


_records = st.lists(st.sampled_from("abcdef"), max_size=6)


@pytest.mark.usefixtures("qapp")
@given(first=_records, second=_records)
def test_that_the_widgets_stand_in_the_order_of_the_records_and_equal_ones_stay(
    first: list[str], second: list[str]
) -> None:
    window = QWidget()
    layout = QVBoxLayout(window)
    heading = QPushButton("heading")
    layout.addWidget(heading)
    kept: KeptWidgets[str, QPushButton] = KeptWidgets(layout, QPushButton)
    kept.show(first)
    before = list(kept.widgets)

    kept.show(second)

    assert _texts(layout) == ["heading", *second]
    same = sum(min(first.count(one), second.count(one)) for one in set(first))
    assert len([one for one in kept.widgets if one in before]) == same


def test_that_one_record_alone_stands_in_an_empty_layout(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    layout = QVBoxLayout(window)
    kept: KeptWidgets[str, QPushButton] = KeptWidgets(layout, QPushButton)

    kept.show(["a"])

    assert _texts(layout) == ["a"]


def test_that_another_look_makes_all_widgets_anew(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    kept: KeptWidgets[str, QPushButton] = KeptWidgets(QVBoxLayout(window), QPushButton)
    kept.show(["a"], "de")
    (german,) = kept.widgets

    kept.show(["a"], "en")

    (english,) = kept.widgets
    assert english is not german


def _segments(numbers: Sequence[int]) -> Segments:
    return Segments([Segment(str(place), "word", str(one)) for place, one in enumerate(numbers)])


def _renew_segments(shown: QWidget, number: int) -> None:
    assert isinstance(shown, Segments)
    shown.set_segments([Segment("0", "word", str(number)), Segment("1", "word", "2")])


def _shares(numbers: Sequence[int]) -> ShareList:
    return ShareList(
        [Share(str(place), "word", str(one), 0.5) for place, one in enumerate(numbers)]
    )


def _renew_shares(shown: QWidget, number: int) -> None:
    assert isinstance(shown, ShareList)
    shown.set_shares([Share("0", "word", str(number), 0.4), Share("1", "word", "2", 0.6)])


def _rows(numbers: Sequence[int]) -> LabelValueRows:
    return LabelValueRows([LabelValue("label", str(one), link=f"l{one}") for one in numbers])


def _renew_rows(shown: QWidget, number: int) -> None:
    assert isinstance(shown, LabelValueRows)
    shown.set_rows([LabelValue("label", str(number), link="l1"), LabelValue("x", "2", link="l2")])


def _answers(numbers: Sequence[int]) -> SayPanel:
    panel = SayPanel()
    panel.say(["Say"], [Answer(str(one), "yes") for one in numbers])
    return panel


def _renew_answers(shown: QWidget, number: int) -> None:
    assert isinstance(shown, SayPanel)
    shown.say([f"Say {number}"], [Answer("1", f"yes {number}"), Answer("2", "no")])


@pytest.mark.parametrize(
    ("make", "renew"),
    [
        (_segments, _renew_segments),
        (_shares, _renew_shares),
        (_rows, _renew_rows),
        (_answers, _renew_answers),
    ],
)
def test_that_a_button_stays_the_same_while_its_numbers_change(
    qtbot: QtBot,
    make: Callable[[Sequence[int]], QWidget],
    renew: Callable[[QWidget, int], None],
) -> None:
    shown = make((1, 2))
    qtbot.addWidget(shown)
    shown.show()
    before = shown.findChildren(QAbstractButton)
    said = [(button.text(), button.accessibleName()) for button in before]

    renew(shown, 7)

    after = shown.findChildren(QAbstractButton)
    assert after == before
    assert len(after) == 2
    assert [(button.text(), button.accessibleName()) for button in after] != said
