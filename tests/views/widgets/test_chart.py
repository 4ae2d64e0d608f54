from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desktop.views.formats import Formats
from desktop.views.theme import DARK, LIGHT, Role, Scheme, ThemeManager
from desktop.views.widgets.chart import Chart
from desktop.views.widgets.chart_layers import dot_radius
from desktop.views.widgets.chart_readout import ReadOut
from desktop.views.widgets.chart_spec import (
    Axis,
    Bars,
    ChartSpec,
    Curve,
    Dot,
    Event,
    LegendEntry,
    Reading,
    Reference,
    Zone,
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
    dots=(Dot(1.5, 2.8, 40_000), Dot(2.5, 6.3), Dot(1.7, 2.2, hollow=True)),
    bars=(Bars((0.5, 1.5, 2.5), (1.0, 2.0, 1.5), 1.0, label="1.5"),),
    events=(Event(3.5, "number change"),),
    readings=(Reading(1.5, 2.8, "1.5 a day\n2.8 %"), Reading(2.5, 6.3, "2.5 a day\n6.3 %")),
    legend=(LegendEntry("own", Role.CHART_OWN), LegendEntry("weeks", Role.CHART_OWN, dot=True)),
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
    assert low.x() == pytest.approx(28, abs=2)
    assert high.x() == pytest.approx(640 - 56, abs=2)
    assert high.y() == pytest.approx(36, abs=2)
    middle = chart.place_of(Reading(2.5, 6, ""))
    assert middle.x() == pytest.approx((low.x() + high.x()) / 2, abs=1)
    assert middle.y() == pytest.approx((low.y() + high.y()) / 2, abs=1)


def test_that_values_keep_their_places_after_a_change_of_size(chart: Chart, qtbot: QtBot) -> None:
    chart.resize(900, 500)
    qtbot.waitUntil(lambda: abs(chart.place_of(Reading(5, 0, "")).x() - (900 - 56)) < 3)


def test_that_the_pointer_reads_the_nearest_value_out(chart: Chart) -> None:
    told: list[str] = []
    chart.reading_shown.connect(told.append)
    place = chart.place_of(SPEC.readings[1]).toPoint() + QPoint(3, 2)
    viewport = chart._plot.viewport()
    QTest.mouseMove(viewport, viewport.mapFrom(chart, place))
    assert told == ["2.5 a day\n6.3 %"]
    read_out = chart.findChild(ReadOut)
    assert read_out is not None
    assert read_out.isVisible()
    QTest.mouseMove(viewport, viewport.mapFrom(chart, QPoint(630, 390)))
    assert told[-1] == ""


def test_that_the_arrow_keys_read_values_out(chart: Chart) -> None:
    told: list[str] = []
    chart.reading_shown.connect(told.append)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        QTest.keyClick(chart, key)
    assert told == ["1.5 a day\n2.8 %", "2.5 a day\n6.3 %", "1.5 a day\n2.8 %"]
    QTest.keyClick(chart, Qt.Key.Key_Escape)
    assert told[-1] == ""


def test_that_a_picture_is_twice_as_fine_and_shows_the_data(chart: Chart, tmp_path: Path) -> None:
    file = tmp_path / "frequency.png"
    assert chart.save_picture(file)
    image = QImage(str(file))
    assert (image.width(), image.height()) == (1280, 800)
    found = {image.pixelColor(x, y).name() for x in range(0, 1280, 2) for y in range(0, 800, 2)}
    assert LIGHT.chart_own.lower() in found


def test_that_a_picture_that_cannot_be_written_says_so(chart: Chart, tmp_path: Path) -> None:
    assert not chart.save_picture(tmp_path / "missing" / "frequency.png")


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
    chart.show_spec(
        ChartSpec(*axes, curves=(Curve(xs, (1.0,) * 50, width=3, dashed_from=10, dashed_to=40),))
    )
    assert shows(chart, LIGHT.chart_reference)
    assert shows(chart, LIGHT.chart_own)


def test_that_the_area_of_a_dot_follows_its_weight() -> None:
    assert dot_radius(Dot(0, 0, 8_000)) == pytest.approx(4)
    assert dot_radius(Dot(0, 0, 32_000)) == pytest.approx(8)
    assert dot_radius(Dot(0, 0, 0)) == pytest.approx(3)


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


def test_that_a_legend_breaks_into_lines_where_it_is_narrow(qtbot: QtBot) -> None:
    legend = Legend([LegendEntry(f"series {number}", Role.CHART_OWN) for number in range(4)])
    qtbot.addWidget(legend)
    assert legend.heightForWidth(150) > legend.heightForWidth(1000)
