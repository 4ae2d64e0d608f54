from __future__ import annotations

from collections.abc import Iterator

import pytest
import shiboken6
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDateTimeEdit,
    QFocusFrame,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QStyle,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop.views import theme
from desktop.views.theme import DARK, LIGHT, FontRole, Role, Scheme, StateKind, ThemeManager
from desktop.views.theme.fonts import system_scale
from desktop.views.theme.style import DeskStyle


@pytest.fixture(scope="module")
def manager(qapp: QApplication) -> Iterator[ThemeManager]:
    made = ThemeManager(qapp)
    yield made
    made.apply(Scheme.LIGHT, 1.0)


@pytest.fixture(autouse=True)
def light(manager: ThemeManager) -> None:
    manager.apply(Scheme.LIGHT, 1.0)


TEXT_PAIRS = [
    (Role.TEXT, Role.BASE),
    (Role.TEXT, Role.WINDOW),
    (Role.TEXT, Role.SAY_GROUND),
    (Role.MUTED, Role.BASE),
    (Role.MUTED, Role.WINDOW),
    (Role.MUTED, Role.ACCENT_GROUND),
    (Role.MUTED, Role.NEUTRAL_GROUND),
    (Role.ACCENT, Role.BASE),
    (Role.ACCENT, Role.ACCENT_GROUND),
    (Role.ON_ACCENT, Role.ACCENT),
    (Role.GOOD, Role.GOOD_GROUND),
    (Role.WARNING, Role.WARNING_GROUND),
    (Role.BAD, Role.BAD_GROUND),
    (Role.UNCLEAR, Role.UNCLEAR_GROUND),
    (Role.ON_BAD, Role.BAD),
    (Role.ON_TEST_MODE, Role.TEST_MODE),
    (Role.CHART_PEERS_LABEL, Role.BASE),
]


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXT_PAIRS)
def test_that_text_can_be_read_on_its_ground(
    tokens: theme.Tokens, text: Role, ground: Role
) -> None:
    assert theme.contrast(tokens.hex(text), tokens.hex(ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_that_marks_and_field_edges_stand_out(tokens: theme.Tokens) -> None:
    for role in (Role.FIELD_EDGE, Role.CHART_OWN, Role.CHART_PEERS, Role.PART_1, Role.ACCENT):
        assert theme.contrast(tokens.hex(role), tokens.base) >= 3.0


def test_that_every_colour_is_a_colour() -> None:
    for tokens in (LIGHT, DARK):
        assert all(QColor(tokens.hex(role)).isValid() for role in Role)


def test_that_the_bundled_font_is_used(qapp: QApplication) -> None:
    assert qapp.font().family() == "Inter"
    assert qapp.font().pixelSize() == 14


def test_that_figures_are_tabular_in_text_and_not_in_titles() -> None:
    for strong in (False, True):
        narrow = theme.text_width("1111", strong=strong)
        assert narrow == pytest.approx(theme.text_width("8888", strong=strong))
    assert theme.text_width("1111", FontRole.TITLE) < theme.text_width("8888", FontRole.TITLE)


def test_that_strong_text_is_drawn_with_the_heavier_font() -> None:
    assert theme.text_width("Autohaus", strong=True) > theme.text_width("Autohaus")


def test_that_every_size_follows_the_scale(manager: ThemeManager) -> None:
    manager.apply(Scheme.LIGHT, 1.75)
    assert theme.px(40) == 70
    assert theme.font(FontRole.NORMAL).pixelSize() == 24
    assert theme.line_height(FontRole.TITLE) == 56


def test_that_the_scale_stays_between_one_and_two(manager: ThemeManager) -> None:
    manager.apply(Scheme.LIGHT, 5.0)
    assert theme.scale() == 2.0
    manager.apply(Scheme.LIGHT, 0.5)
    assert theme.scale() == 1.0


def test_that_a_large_system_font_gives_a_large_scale(qapp: QApplication) -> None:
    usual, large = qapp.font(), qapp.font()
    usual.setPixelSize(14)
    large.setPixelSize(28)
    assert system_scale(usual) == pytest.approx(1.0, abs=0.1)
    assert system_scale(large) == pytest.approx(1.95, abs=0.1)


def test_that_a_change_of_scheme_recolours_what_is_shown(
    manager: ThemeManager, qapp: QApplication, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(manager.changed) as told:
        manager.apply(Scheme.DARK, 1.0)
    assert told.args == [DARK]
    assert theme.color(Role.BASE) == QColor(DARK.base)
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.base)


def test_that_an_icon_follows_the_scheme_by_itself(manager: ThemeManager) -> None:
    kept = theme.icon("phone", Role.ACCENT, 16)

    def colours() -> set[str]:
        image = kept.pixmap(32, 32).toImage()
        pixels = [image.pixelColor(x, y) for x in range(32) for y in range(32)]
        return {pixel.name() for pixel in pixels if pixel.alpha() == 255}

    assert LIGHT.accent.lower() in colours()
    manager.apply(Scheme.DARK, 1.0)
    assert DARK.accent.lower() in colours()
    assert LIGHT.accent.lower() not in colours()


def test_that_every_bundled_icon_can_be_drawn() -> None:
    for name in theme.icon_names():
        image = theme.icon_pixmap(name, Role.TEXT, 24).toImage()
        alphas = {image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)}
        assert max(alphas) > 100, name


@pytest.mark.parametrize("kind", list(StateKind))
def test_that_every_state_has_a_bundled_shape(kind: StateKind) -> None:
    assert theme.state_style(kind).icon in theme.icon_names()


def test_that_states_differ_in_shape_and_not_in_colour_alone() -> None:
    shapes = [theme.state_style(kind).icon for kind in StateKind]
    assert len(set(shapes)) == len(shapes)


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox, QDateTimeEdit, QPushButton])
def test_that_fields_and_buttons_are_32_high(qtbot: QtBot, kind: type[QWidget]) -> None:
    widget = kind()
    qtbot.addWidget(widget)
    assert widget.sizeHint().height() == 32


def test_that_the_focus_ring_moves_with_the_focus_and_lies_outside(qtbot: QtBot) -> None:
    page = QWidget()
    column = QVBoxLayout(page)
    first, second = QLineEdit(page), QLineEdit(page)
    column.addWidget(first)
    column.addWidget(second)
    qtbot.addWidget(page)
    page.show()
    qtbot.waitExposed(page)
    page.activateWindow()
    for edit in (first, second):
        edit.setFocus(Qt.FocusReason.MouseFocusReason)
        qtbot.waitUntil(edit.hasFocus)
        ring = page.findChild(QFocusFrame, "focusRing")
        assert ring is not None
        assert ring.widget() is edit
        assert ring.geometry().adjusted(6, 6, -6, -6) == edit.geometry()


def test_that_a_page_that_was_given_the_focus_has_no_ring(qtbot: QtBot) -> None:
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    first, second = QWidget(), QWidget()
    edit = QLineEdit(first)
    stack.addWidget(first)
    stack.addWidget(second)
    stack.show()
    qtbot.waitExposed(stack)
    stack.activateWindow()
    edit.setFocus()
    qtbot.waitUntil(edit.hasFocus)
    stack.setCurrentWidget(second)
    qtbot.waitUntil(second.hasFocus)
    ring = stack.findChild(QFocusFrame, "focusRing")
    assert ring is None or not ring.isVisible()


def test_that_the_ring_survives_the_window_it_was_in(qtbot: QtBot) -> None:
    for _ in range(2):
        page = QWidget()
        edit = QLineEdit(page)
        page.show()
        qtbot.waitExposed(page)
        page.activateWindow()
        edit.setFocus()
        qtbot.waitUntil(edit.hasFocus)
        assert page.findChild(QFocusFrame, "focusRing") is not None
        page.deleteLater()
        with qtbot.waitSignal(page.destroyed):
            pass


def test_that_the_shapes_are_sharp_at_two_device_pixels() -> None:
    image = QImage(32, 32, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(2.0)
    image.fill(0)
    painter = QPainter(image)
    theme.draw_icon(painter, "square", Role.TEXT, QRectF(0, 0, 16, 16), size=16)
    painter.end()
    assert theme.icon_pixmap("square", Role.TEXT, 16, 2.0).toImage().size() == image.size()


def test_that_the_default_button_of_a_dialog_is_the_primary_one(qtbot: QtBot) -> None:
    button = QPushButton("Send")
    qtbot.addWidget(button)
    button.resize(button.sizeHint())

    def ground() -> str:
        return button.grab().toImage().pixelColor(6, 6).name()

    assert ground() == LIGHT.base.lower()
    button.setDefault(True)
    assert ground() == LIGHT.accent.lower()


@pytest.mark.parametrize(
    "which",
    [
        QStyle.StandardPixmap.SP_MessageBoxQuestion,
        QStyle.StandardPixmap.SP_MessageBoxWarning,
        QStyle.StandardPixmap.SP_MessageBoxCritical,
        QStyle.StandardPixmap.SP_DirIcon,
        QStyle.StandardPixmap.SP_FileIcon,
    ],
)
def test_that_dialogs_show_our_line_icons(qapp: QApplication, which: QStyle.StandardPixmap) -> None:
    image = qapp.style().standardIcon(which).pixmap(32, 32).toImage()
    drawn = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    ours = {LIGHT.hex(role).lower() for role in (Role.ACCENT, Role.WARNING, Role.BAD, Role.MUTED)}
    assert drawn <= ours
    assert drawn


def test_that_a_progress_bar_is_flat_and_shows_its_share(qtbot: QtBot) -> None:
    bar = QProgressBar()
    qtbot.addWidget(bar)
    bar.resize(200, 24)
    bar.setValue(50)
    image = bar.grab().toImage()
    row = [image.pixelColor(x, 12).name() for x in range(200)]
    assert row.count(LIGHT.accent.lower()) == pytest.approx(100, abs=3)
    assert LIGHT.neutral_ground.lower() in row


def test_that_a_widget_that_is_gone_does_not_end_the_program() -> None:
    style = DeskStyle()
    gone = QWidget()
    shiboken6.delete(gone)

    hint = QStyle.StyleHint.SH_Widget_ShareActivation
    metric = QStyle.PixelMetric.PM_DefaultFrameWidth

    assert style.styleHint(hint, None, gone) == style.styleHint(hint)
    assert style.pixelMetric(metric, None, gone) == style.pixelMetric(metric)
