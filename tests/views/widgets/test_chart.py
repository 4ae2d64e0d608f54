from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QPainter, QRegion, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QGraphicsView, QWidget
from pytestqt.qtbot import QtBot

from desktop.views.formats import Formats
from desktop.views.theme import (
    DARK,
    LIGHT,
    FontRole,
    Role,
    Scheme,
    ThemeManager,
    text_width,
)
from desktop.views.widgets.chart import Chart
from desktop.views.widgets.chart_axes import thinned
from desktop.views.widgets.chart_layers import dot_radius
from desktop.views.widgets.chart_readout import ReadOut
from desktop.views.widgets.chart_spec import (
    Axis,
    Bars,
    ChartSpec,
    Curve,
    Dot,
    DotLook,
    Event,
    LegendEntry,
    Reading,
    Reference,
    Zone,
    Zoom,
    day_number,
    even_ticks,
    month_axis,
)
from desktop.views.widgets.legend import Legend
from tests.views.widgets.pixels import colours, shows

FORMATS = Formats("de", ZoneInfo("Europe/Vienna"))
SPEC = ChartSpec(
    x=Axis(0, 5, even_ticks(5, FORMATS), "messages per day"),
    y=Axis(0, 12, even_ticks(12, FORMATS), "opt-outs in 30 days, %"),
    zones=(Zone(1, 3, "FAQ: 1 to 3 a day"),),
    references=(Reference(10, "10 % in the FAQ, period not stated"),),
    curves=(
        Curve(
            (0.5, 2.0, 4.0),
            (2.0, 3.5, 7.0),
            label="own",
            low=(1.0, 3.0, 6.0),
            high=(3.0, 4.0, 8.0),
        ),
        Curve((0.2, 4.5), (1.0, 6.0), Role.CHART_PEERS, "peers", dashed=True, width=3),
    ),
    dots=(Dot(1.5, 2.8, 40_000), Dot(2.5, 6.3), Dot(1.7, 2.2, look=DotLook.LEFT_OUT)),
    bars=(Bars((0.0, 1.0, 2.0), (1.0, 2.0, 3.0), (1.0, 2.0, 1.5), label="1.5"),),
    events=(Event(3.5, "number change"),),
    readings=(
        Reading(1.5, 2.8, "1.5 a day\n2.8 %", 7, 2.0, 4.0),
        Reading(2.5, 6.3, "2.5 a day\n6.3 %", 8),
    ),
    legend=(LegendEntry("own", Role.CHART_OWN), LegendEntry("weeks", dot=DotLook.FULL)),
)


@pytest.fixture
def chart(qtbot: QtBot) -> Chart:
    made = Chart()
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    qtbot.waitExposed(made)
    made.show_spec(SPEC)
    return made


def test_that_the_plot_library_is_not_imported_by_the_other_widgets() -> None:
    root = Path(__file__).parents[3]
    code = (
        "import importlib, pathlib, sys\n"
        "for file in pathlib.Path('desktop/views/widgets').glob('*.py'):\n"
        "    if file.stem not in {'chart', 'chart_layers', '__init__'}:\n"
        "        importlib.import_module(f'desktop.views.widgets.{file.stem}')\n"
        "assert 'pyqtgraph' not in sys.modules and 'numpy' not in sys.modules\n"
    )
    subprocess.run([sys.executable, "-c", code], cwd=root, check=True)


def test_that_a_chart_recolours_with_the_scheme(
    chart: Chart, theme_manager: ThemeManager, qtbot: QtBot
) -> None:
    assert shows(chart, LIGHT.chart_own)
    assert shows(chart, LIGHT.chart_peers)
    theme_manager.apply(Scheme.DARK, 1.0)
    qtbot.waitUntil(lambda: LIGHT.base.lower() not in colours(chart))
    assert shows(chart, DARK.chart_own)
    assert shows(chart, DARK.chart_peers)


def test_that_values_lie_where_the_axes_say(chart: Chart) -> None:
    low, high = chart.place_of(Reading(0, 0, "")), chart.place_of(Reading(5, 12, ""))
    assert low.x() == pytest.approx(32, abs=2)
    assert high.x() == pytest.approx(640 - 56, abs=2)
    assert high.y() == pytest.approx(36, abs=2)
    middle = chart.place_of(Reading(2.5, 6, ""))
    assert middle.x() == pytest.approx((low.x() + high.x()) / 2, abs=1)
    assert middle.y() == pytest.approx((low.y() + high.y()) / 2, abs=1)


def test_that_values_keep_their_places_after_a_change_of_size(chart: Chart, qtbot: QtBot) -> None:
    chart.resize(900, 500)
    qtbot.waitUntil(lambda: abs(chart.place_of(Reading(5, 0, "")).x() - (900 - 56)) < 3)


def read_out_of(chart: Chart) -> ReadOut:
    found = chart.findChild(ReadOut)
    assert found is not None
    return found


def test_that_the_pointer_reads_the_nearest_value_out(chart: Chart) -> None:
    told: list[int] = []
    chart.hovered.connect(told.append)
    place = chart.place_of(SPEC.readings[1]).toPoint() + QPoint(3, 2)
    viewport = chart._plot.viewport()
    QTest.mouseMove(viewport, viewport.mapFrom(chart, place))
    assert told == [8]
    assert read_out_of(chart).isVisible()
    assert read_out_of(chart).text == "2.5 a day\n6.3 %"
    QTest.mouseMove(viewport, viewport.mapFrom(chart, QPoint(630, 390)))
    assert told[-1] == -1
    assert not read_out_of(chart).isVisible()


def test_that_what_choosing_brings_stands_below_what_is_read_out(chart: Chart) -> None:
    chart.show_spec(replace(SPEC, hint="Click or Enter: more"))
    QTest.keyClick(chart, Qt.Key.Key_Right)
    assert read_out_of(chart).text.split("\n")[-1] == "Click or Enter: more"


def test_that_a_chart_over_time_reads_the_nearest_day_out(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.show()
    qtbot.waitExposed(chart)
    readings = tuple(Reading(float(day), 1.0, f"day {day}", day) for day in range(10))
    chart.show_spec(ChartSpec(Axis(0, 10), Axis(0, 2), readings=readings, read_across=True))
    told: list[int] = []
    chart.hovered.connect(told.append)
    viewport = chart._plot.viewport()
    place = chart.place_of(readings[4]).toPoint()
    QTest.mouseMove(viewport, viewport.mapFrom(chart, QPoint(place.x() + 4, 290)))
    assert told == [4]


def test_that_the_arrow_keys_read_values_out(chart: Chart) -> None:
    told: list[int] = []
    chart.hovered.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
    assert told == [7, 8, 7]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert told[-1] == -1


def test_that_what_another_chart_reads_is_marked_without_words(chart: Chart) -> None:
    with_ring = chart.grab().toImage()
    chart.highlight(7)
    assert read_out_of(chart).isVisible()
    assert read_out_of(chart).text == ""
    assert chart.grab().toImage() != with_ring
    chart.highlight(99)
    assert not read_out_of(chart).isVisible()
    QTest.keyClick(chart, Qt.Key.Key_Right)
    chart.highlight(-1)
    assert read_out_of(chart).isVisible()


def test_that_a_chart_is_told_in_words(chart: Chart) -> None:
    chart.describe("Opt-outs against messages per day", "Rises from 2 to 7 %.")
    assert chart.accessibleName() == "Opt-outs against messages per day"
    assert chart.accessibleDescription() == "Rises from 2 to 7 %."


def test_that_an_empty_chart_can_be_shown(chart: Chart) -> None:
    chart.show_spec(ChartSpec(Axis(0, 1), Axis(0, 1)))
    assert chart.grab().width() == 640


def test_that_days_that_do_not_count_are_dashed_and_muted(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(500, 300)
    chart.show()
    xs = tuple(float(day) for day in range(50))
    axes = Axis(0, 50), Axis(0, 2)
    flat = Curve(xs, (1.0,) * 50, width=3)
    chart.show_spec(ChartSpec(*axes, curves=(flat,)))
    assert not shows(chart, LIGHT.chart_reference)
    muted = tuple(10 <= day <= 40 for day in range(50))
    curve = Curve(xs, (1.0,) * 50, width=3, muted=muted)
    chart.show_spec(ChartSpec(*axes, curves=(curve,)))
    assert shows(chart, LIGHT.chart_reference)
    assert shows(chart, LIGHT.chart_own)


def test_that_the_area_of_a_dot_follows_its_weight() -> None:
    assert dot_radius(Dot(0, 0, 8_000)) == pytest.approx(4)
    assert dot_radius(Dot(0, 0, 32_000)) == pytest.approx(8)
    assert dot_radius(Dot(0, 0, 0)) == pytest.approx(3)
    assert dot_radius(Dot(0, 0, 10_000_000)) == pytest.approx(16)


def test_that_a_dot_is_drawn_as_large_as_its_weight_says(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(300, 300)
    chart.show()
    for weight, side in ((8_000, 8), (32_000, 16)):
        dots = (Dot(0.5, 0.5, weight),)
        chart.show_spec(ChartSpec(Axis(0, 1), Axis(0, 1), dots=dots, right_room=0))
        image = chart.grab().toImage()
        drawn = {
            (x, y)
            for x in range(image.width())
            for y in range(image.height())
            if image.pixelColor(x, y).name() != LIGHT.base.lower()
        }
        columns = [x for x, _y in drawn]
        assert max(columns) - min(columns) + 1 == pytest.approx(side, abs=2)
        rows = [y for _x, y in drawn]
        assert (min(columns), min(rows)) not in drawn  # round, not a square


def test_that_names_of_months_never_meet() -> None:
    axis = month_axis(date(2022, 1, 1), date(2026, 11, 24), FORMATS)
    few, many = (thinned(axis, width) for width in (300, 1500))
    assert len(few) <= 6 < len(many)
    assert all(label[-2:].isdigit() for _place, label in axis.ticks)


@pytest.mark.parametrize("place", [0.2, 4.95])
def test_that_the_word_of_an_event_stays_in_view_and_off_the_title(
    chart: Chart, place: float
) -> None:
    event = Event(place, "number change of the service")
    chart.show_spec(
        ChartSpec(Axis(0, 5), Axis(0, 2, title="messages a day"), events=(event,), right_room=0)
    )
    begin = chart.place_of(Reading(chart._label_place(event), 0, "")).x()
    assert begin >= text_width("messages a day", FontRole.SMALL)
    assert begin + text_width(event.label, FontRole.SMALL) <= chart.width()


@given(st.floats(0.001, 1e6), st.integers(3, 9))
def test_that_ticks_are_round_and_reach_the_highest_value(high: float, most: int) -> None:
    ticks = even_ticks(high, FORMATS, most=most)
    values = [value for value, _label in ticks]
    assert values[0] == 0
    assert values[-1] >= high * 0.998
    assert len(values) <= most + 1
    assert len({label for _value, label in ticks}) == len(ticks)


def test_that_ticks_go_up_in_steps_of_two_to_twelve() -> None:
    assert [label for _value, label in even_ticks(12, FORMATS)] == [
        "0", "2", "4", "6", "8", "10", "12",
    ]  # fmt: skip


def test_that_months_are_named_once_with_their_year_at_the_turn() -> None:
    axis = month_axis(date(2025, 11, 24), date(2026, 11, 24), FORMATS)
    labels = [label for _place, label in axis.ticks]
    assert labels[0] in {"Nov 25", "Dez 25"}
    assert "Jän 26" in labels
    assert labels[-1] == "Nov"
    places = [place for place, _label in axis.ticks]
    assert places == sorted(places)
    assert day_number(date(2025, 11, 24)) == axis.low


@pytest.mark.parametrize("days", [1, 5])
def test_that_a_few_days_have_a_name_and_their_whole_width(days: int) -> None:
    first = date(2026, 8, 31)
    axis = month_axis(first, first + timedelta(days=days - 1), FORMATS)
    assert (axis.low, axis.high) == (day_number(first), day_number(first) + days)
    ((place, label),) = axis.ticks
    assert place == day_number(first) + days / 2
    assert label == {1: "31.08.", 5: "02.09."}[days]


def test_that_a_legend_breaks_into_lines_where_it_is_narrow(qtbot: QtBot) -> None:
    legend = Legend([LegendEntry(f"series {number}", Role.CHART_OWN) for number in range(4)])
    qtbot.addWidget(legend)
    assert legend.heightForWidth(150) > legend.heightForWidth(1000)


def thickness(chart: Chart) -> int:
    """How many rows of a picture of double size a flat line takes."""
    image = QImage(chart.size() * 2, QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(2)
    image.fill(LIGHT.base)
    painter = QPainter(image)
    chart.render(painter, QPoint(), QRegion(), QWidget.RenderFlag.DrawChildren)
    painter.end()
    column = [image.pixelColor(image.width() // 2, y) for y in range(image.height())]
    return sum(pixel.blue() - pixel.red() > 150 for pixel in column)


def test_that_lines_keep_their_weight_in_a_picture_of_double_size(qtbot: QtBot) -> None:
    chart = Chart()
    qtbot.addWidget(chart)
    chart.resize(300, 200)
    chart.show()
    flat = Curve((0.0, 10.0), (1.0, 1.0), width=4)
    chart.show_spec(ChartSpec(Axis(0, 10), Axis(0, 2), curves=(flat,)))
    thin = thickness(chart)
    with chart.drawn_for(2):
        assert thickness(chart) == pytest.approx(2 * thin, abs=1)
    assert thickness(chart) == thin


@pytest.fixture
def near(qtbot: QtBot) -> Chart:
    made = Chart()
    qtbot.addWidget(made)
    made.resize(600, 400)
    made.show()
    made.show_spec(replace(SPEC, zoom=Zoom.BOTH))
    return made


def span(chart: Chart) -> tuple[float, float]:
    return chart.shown.x.low, chart.shown.x.high


def press(chart: Chart, name: str) -> None:
    button = chart.findChild(QAbstractButton, name)
    assert button is not None
    assert button.isVisible()
    button.click()


def test_that_keys_and_buttons_look_closer_and_show_all_again(near: Chart) -> None:
    whole = span(near)
    seen: list[object] = []
    near.zoomed.connect(seen.append)

    QTest.keyClick(near, Qt.Key.Key_Plus)
    closer = span(near)
    assert whole[0] < closer[0] < closer[1] < whole[1]
    press(near, "zoom_in")
    assert span(near)[1] - span(near)[0] < closer[1] - closer[0]
    press(near, "zoom_out")
    assert span(near) == pytest.approx(closer)
    QTest.keyClick(near, Qt.Key.Key_Minus)
    assert span(near) == whole
    QTest.keyClick(near, Qt.Key.Key_Plus)
    QTest.keyClick(near, Qt.Key.Key_0)
    assert span(near) == whole
    QTest.keyClick(near, Qt.Key.Key_Plus)
    press(near, "zoom_all")
    assert span(near) == whole
    assert seen[-1] is None
    assert near.findChild(QAbstractButton, "zoom_all").isEnabled() is False  # type: ignore[union-attr]  # press() found it


def test_that_a_drawn_box_and_ctrl_with_the_wheel_look_closer(near: Chart) -> None:
    view = near.findChild(QGraphicsView)
    assert view is not None
    chosen: list[int] = []
    near.chosen.connect(chosen.append)
    first, last = QPoint(150, 120), QPoint(330, 300)

    QTest.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=first)
    QTest.mouseMove(view.viewport(), QPoint(240, 200))
    QTest.mouseMove(view.viewport(), last)
    QTest.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=last)

    boxed = span(near)
    assert 0 < boxed[0] < boxed[1] < 5
    assert chosen == []
    for modifier, closer in (
        (Qt.KeyboardModifier.NoModifier, False),
        (Qt.KeyboardModifier.ControlModifier, True),
    ):
        before = span(near)
        place = QPointF(300, 200)
        turned = QWheelEvent(
            place,
            QPointF(view.viewport().mapToGlobal(place)),
            QPoint(0, 0),
            QPoint(0, 120),
            Qt.MouseButton.NoButton,
            modifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,  # Qt's own order
        )
        QApplication.sendEvent(view.viewport(), turned)
        assert (span(near) != before) is closer


def test_that_a_value_outside_is_brought_into_view_by_the_arrows(near: Chart) -> None:
    for _ in range(6):
        QTest.keyClick(near, Qt.Key.Key_Plus)
    low, high = span(near)
    assert not low <= SPEC.readings[0].x <= high

    QTest.keyClick(near, Qt.Key.Key_Right)

    low, high = span(near)
    assert low <= SPEC.readings[0].x <= high
    assert near.findChild(ReadOut).text.startswith("1.5 a day")  # type: ignore[union-attr]  # always there


def test_that_estimates_that_arrive_do_not_move_the_window_but_other_axes_do(near: Chart) -> None:
    QTest.keyClick(near, Qt.Key.Key_Plus)
    closer = span(near)
    near.show_spec(replace(near.spec, curves=()))
    assert span(near) == closer
    near.show_spec(replace(near.spec, y=Axis(0, 20)))
    assert span(near) == (0, 5)


def test_that_what_is_not_for_zooming_has_no_buttons(chart: Chart) -> None:
    QTest.keyClick(chart, Qt.Key.Key_Plus)
    assert span(chart) == (0, 5)
    button = chart.findChild(QAbstractButton, "zoom_in")
    assert button is not None
    assert not button.isVisible()
