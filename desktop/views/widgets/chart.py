"""Charts in the look of the desk.

This module imports pyqtgraph and numpy, which takes half a second: import it late, from the page
that shows a chart, never at the start of the program.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from math import hypot

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from desktop.views.theme import FontRole, Role, color, px, text_width
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.chart_axes import LEFT, draw_axes
from desktop.views.widgets.chart_layers import Layers, bare_plot
from desktop.views.widgets.chart_readout import ReadOut
from desktop.views.widgets.chart_spec import Axis, ChartSpec, Event, Reading
from desktop.views.widgets.chart_window import Window
from desktop.views.widgets.chart_zoom import ChartZoom
from desktop.views.widgets.label import Label
from desktop.views.widgets.legend import Legend

_BOTTOM, _BOTTOM_WITH_TITLE, _FOOT, _NEAR_PX = 24, 46, 8, 24
_EMPTY = ChartSpec(Axis(0, 1), Axis(0, 1))


class Chart(Themed, QWidget):
    """Shows a `ChartSpec`: title above, axis words small and muted, horizontal lines only.

    The pointer, or Left and Right with the focus on the chart, read single values out; a click or
    Enter chooses the one that is read out. A screen reader gets the name and the description that
    `describe` sets. Plus and minus, Ctrl and the wheel, or a box drawn with the pointer look
    closer, where the spec allows it; 0 or Esc shows all.

    Signals:
        hovered: the key of the reading that is read out, -1 when none is.
        chosen: the key of a reading.
        zoomed: the ``Window`` that is shown from now on, None for all.
    """

    hovered = Signal(int)
    chosen = Signal(int)
    zoomed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._spec = self._shown = _EMPTY
        self._read_at = -1
        self._ratio = 0.0
        self._plot = bare_plot()
        self._legend = Legend()
        self._title = Label("", size=FontRole.SMALL, role=Role.MUTED)
        self._x_title = Label("", size=FontRole.SMALL, role=Role.MUTED)
        self._column = QVBoxLayout(self)
        self._column.addWidget(self._plot, 1)
        self._column.addWidget(self._legend)
        for words in (self._title, self._x_title):
            words.setParent(self)
        self._read_out = ReadOut(self)
        self._plot.viewport().installEventFilter(self)
        self._zoom = ChartZoom(self._plot, self)
        self._zoom.changed.connect(self._follow_zoom)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.restyle()
        self.show_spec(_EMPTY)

    def restyle(self) -> None:
        space(self._column, 0, gap=12)
        self._draw()

    def sizeHint(self) -> QSize:
        return QSize(px(480), px(280))

    def hasHeightForWidth(self) -> bool:
        """The legend may break into lines, but the chart takes the height that it is given."""
        return False

    # ---------------------------------------------------------------- what it shows

    @property
    def spec(self) -> ChartSpec:
        """What is shown."""
        return self._spec

    @property
    def shown(self) -> ChartSpec:
        """What of it lies in the part that one looks at."""
        return self._shown

    def show_spec(self, spec: ChartSpec) -> None:
        """Show another chart."""
        self._spec = spec
        self._zoom.take(spec)
        self._legend.set_entries(spec.legend)
        self._stop_reading()
        self._draw()

    @contextmanager
    def drawn_for(self, ratio: float) -> Iterator[None]:
        """Draw for a surface of so many device pixels to a point, such as a picture, for a while.

        Lines that keep their width at every zoom would be thin on it otherwise.
        """
        self._ratio = ratio
        self._draw()
        try:
            yield
        finally:
            self._ratio = 0.0
            self._draw()

    def describe(self, name: str, description: str) -> None:
        """Say in words what the chart is and what it shows."""
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._column.activate()
        self._stop_reading()
        self._draw()

    # ---------------------------------------------------------------- drawing

    def show_window(self, window: Window | None) -> None:
        """Show the same part as another chart with the same axis; None shows all."""
        self._zoom.set_window(window)

    def _follow_zoom(self) -> None:
        self._stop_reading()
        self._draw()
        self.zoomed.emit(self._zoom.window)

    def _draw(self) -> None:
        self._shown = self._zoom.shown() or self._spec
        spec, plot = self._shown, self._plot
        plot.clear()
        plot.setBackground(color(Role.BASE))
        width = self._view_size()[0] - px(self._shown.right_room)
        draw_axes(plot, spec, width, self._bottom())
        self._set_range()
        layers = Layers(plot, spec, self._ratio or self.devicePixelRatioF())
        layers.draw_ground(self._px_per_x())
        layers.draw_series()
        for event in spec.events:
            layers.add_event(event, self._label_place(event), self._view_top())
        self._place_titles()

    def _place_titles(self) -> None:
        """The y axis is named above it, the x axis below its right end."""
        self._title.setText(self._shown.y.title)
        self._title.adjustSize()
        self._x_title.setText(self._shown.x.title)
        self._x_title.adjustSize()
        right = px(LEFT) + self._view_size()[0] - px(self._shown.right_room)
        bottom = self._plot.geometry().bottom() + 1
        self._x_title.move(round(right - self._x_title.width()), bottom - px(20))
        self._zoom.place_bar(self.width(), drawn=bool(self._ratio))

    def _bottom(self) -> int:
        if not self._shown.x_labels:
            return 0
        return _BOTTOM_WITH_TITLE if self._shown.x.title else _BOTTOM

    def _view_size(self) -> tuple[float, float]:
        """Width and height of the area between the axes, in px."""
        size = self._plot.size()
        return (
            max(1.0, size.width() - px(LEFT)),
            max(1.0, size.height() - px(self._bottom())),
        )

    def _set_range(self) -> None:
        """Leave room for words above and right of the data, whatever the size."""
        spec = self._shown
        width, height = self._view_size()
        across = (spec.x.high - spec.x.low) / max(1.0, width - px(spec.right_room))
        # Without words below, half of the lowest number still needs room.
        foot = 0 if spec.x_labels else px(_FOOT)
        upward = (spec.y.high - spec.y.low) / max(1.0, height - px(spec.headroom) - foot)
        box = self._plot.getViewBox()
        box.setRange(
            xRange=(spec.x.low, spec.x.low + across * width),
            yRange=(spec.y.low - upward * foot, spec.y.low + upward * (height - foot)),
            padding=0,
            disableAutoRange=True,
        )

    def _view_top(self) -> float:
        return float(self._plot.getViewBox().viewRange()[1][1])

    def _label_place(self, event: Event) -> float:
        """Where the word of an event begins: right of its line, beside the title, in the view."""
        low, high = (float(end) for end in self._plot.getViewBox().viewRange()[0])
        per_px = (high - low) / self._view_size()[0]
        room = (text_width(event.label, FontRole.SMALL) + px(16)) * per_px
        title = text_width(self._shown.y.title, FontRole.SMALL) + px(16) - px(LEFT)
        beside = max(event.x + px(2) * per_px, low + title * per_px)
        return beside if beside + room <= high else max(low, event.x - room)

    def _px_per_x(self) -> float:
        (low, high), _ = self._plot.getViewBox().viewRange()
        return self._view_size()[0] / (high - low) if high > low else 0.0

    # ---------------------------------------------------------------- reading out

    def place_of(self, reading: Reading) -> QPointF:
        """Where a value lies within this widget, in px."""
        scene = self._plot.getViewBox().mapViewToScene(QPointF(reading.x, reading.y))
        return QPointF(self._plot.mapTo(self, self._plot.mapFromScene(scene)))

    def _nearest(self, place: QPointF) -> int:
        """The reading nearest to a place, or -1 when none is near."""
        found, best = -1, float(px(_NEAR_PX))
        if self._shown.read_across:
            inside = px(LEFT) <= place.x() <= self.width() - px(self._shown.right_room)
            best = float(self.width()) if inside else 0.0
        window = self._zoom.window
        for number, reading in enumerate(self._shown.readings):
            if window is not None and not window.holds(reading.x, reading.y):
                continue
            away = self.place_of(reading) - place
            upward = 0.0 if self._shown.read_across else abs(away.y())
            distance = hypot(away.x(), upward)
            if distance < best:
                found, best = number, distance
        return found

    def _read(self, number: int) -> None:
        if number == self._read_at:
            return
        self._read_at = number
        if number < 0:
            self._read_out.hide()
            self.hovered.emit(-1)
            return
        reading = self._shown.readings[number]
        self._show_reading(reading, f"{reading.text}\n{self._shown.hint}".rstrip())
        self.hovered.emit(reading.key)

    def highlight(self, key: int) -> None:
        """Mark the reading of another chart here too, without its words; -1 marks none."""
        if self._read_at >= 0:
            return
        found = next((one for one in self._shown.readings if one.key == key), None)
        if key < 0 or found is None:
            self._read_out.hide()
        else:
            self._show_reading(found, "")

    def _show_reading(self, reading: Reading, text: str) -> None:
        place, span = self.place_of(reading), None
        if reading.low is not None and reading.high is not None:
            low = self.place_of(Reading(reading.x, reading.low, ""))
            high = self.place_of(Reading(reading.x, min(reading.high, self._shown.y.high), ""))
            span = (low.y(), high.y())
        self._read_out.show_at(place, text, span)

    def _choose(self) -> None:
        if self._read_at >= 0:
            self.chosen.emit(self._shown.readings[self._read_at].key)

    def _stop_reading(self) -> None:
        self._read(-1)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            place = self._plot.viewport().mapTo(self, event.position().toPoint())
            self._read(self._nearest(QPointF(place)))
        elif isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseButtonRelease:
            if event.button() == Qt.MouseButton.LeftButton:
                self._choose()
        elif event.type() == QEvent.Type.Leave:
            self._stop_reading()
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()), 0)
        last = len(self._shown.readings) - 1
        if step and last >= 0:
            number = max(0, min(last, self._read_at + step))
            self._zoom.bring(self._spec.readings[number].x, self._spec.readings[number].y)
            self._read(number)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self._read_at >= 0:
            self._choose()
        elif event.key() == Qt.Key.Key_Escape and self._read_at >= 0:
            self._stop_reading()
        elif not self._zoom.takes(Qt.Key(event.key())):
            super().keyPressEvent(event)
