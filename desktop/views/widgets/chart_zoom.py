"""Looking closer at a chart: Ctrl and the wheel, a box that is drawn, buttons, and keys."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QRubberBand, QWidget

from desktop.views.theme import px
from desktop.views.widgets.base import Themed, space
from desktop.views.widgets.chart_spec import ChartSpec, Zoom
from desktop.views.widgets.chart_window import Window, zoomed
from desktop.views.widgets.icon_button import IconButton

if TYPE_CHECKING:
    import pyqtgraph as pg

STEP = 0.7
"""What is shown after one step closer, as a part of what was shown before."""

_LEAST_DRAG_PX = 12


class ZoomBar(Themed, QWidget):
    """Three buttons: closer, farther, all.

    Signals:
        stepped: the part of what is shown now that is wanted.
        reset: all is wanted.
    """

    stepped = Signal(float)
    reset = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._closer, self._farther = IconButton("plus", ""), IconButton("minus", "")
        self._all = IconButton("undo-2", "")
        self._row = QHBoxLayout(self)
        for button, name in (
            (self._closer, "zoom_in"),
            (self._farther, "zoom_out"),
            (self._all, "zoom_all"),
        ):
            button.setObjectName(name)
            self._row.addWidget(button)
        self._closer.clicked.connect(self._go_closer)
        self._farther.clicked.connect(self._go_farther)
        self._all.clicked.connect(self._show_all)
        self.retranslate()
        self.restyle()
        self.tell(zoomed_in=False)

    def restyle(self) -> None:
        space(self._row, 0, gap=0)
        self.adjustSize()

    def retranslate(self) -> None:
        self._closer.set_name(self.tr("Zoom in (+, or draw a box)"))
        self._farther.set_name(self.tr("Zoom out (-)"))
        self._all.set_name(self.tr("Show all (0)"))

    def tell(self, *, zoomed_in: bool) -> None:
        """Switch off what brings nothing."""
        self._farther.setEnabled(zoomed_in)
        self._all.setEnabled(zoomed_in)

    def _go_closer(self) -> None:
        self.stepped.emit(STEP)

    def _go_farther(self) -> None:
        self.stepped.emit(1 / STEP)

    def _show_all(self) -> None:
        self.reset.emit()


class ChartZoom(QObject):
    """Keeps the window of a chart, and hears what the pointer does on its plot.

    Signals:
        changed: another part is shown.
    """

    changed = Signal()

    def __init__(self, plot: pg.PlotWidget, chart: QWidget) -> None:
        super().__init__(chart)
        self._plot = plot
        self._spec: ChartSpec | None = None
        self._window: Window | None = None
        self._pressed_at: QPoint | None = None
        self.bar = ZoomBar(chart)
        self.bar.stepped.connect(self.step)
        self.bar.reset.connect(self.reset)
        self._box = QRubberBand(QRubberBand.Shape.Rectangle, plot.viewport())
        plot.viewport().installEventFilter(self)

    @property
    def window(self) -> Window | None:
        """The part that is shown; None for all of it."""
        return self._window

    def take(self, spec: ChartSpec) -> None:
        """Look at another chart: at the same part of it if its axes are the same."""
        before, self._spec = self._spec, spec
        same = before is not None and Window.whole(before) == Window.whole(spec)
        if not same or spec.zoom is Zoom.NONE:
            self._window = None
        self._tell()

    def shown(self) -> ChartSpec | None:
        """Return what of the chart is shown."""
        if self._spec is None or self._window is None:
            return self._spec
        return zoomed(self._spec, self._window)

    def takes(self, key: Qt.Key) -> bool:
        """Look closer or farther where a key asks for that; return whether it does."""
        if self._spec is None or self._spec.zoom is Zoom.NONE:
            return False
        if key in {Qt.Key.Key_Plus, Qt.Key.Key_Equal}:
            self.step(STEP)
        elif key in {Qt.Key.Key_Minus, Qt.Key.Key_Underscore}:
            self.step(1 / STEP)
        elif key == Qt.Key.Key_0 or (key == Qt.Key.Key_Escape and self._window is not None):
            self.reset()
        else:
            return False
        return True

    def place_bar(self, width: int, *, drawn: bool) -> None:
        """Lay the buttons into the upper right corner; ``drawn``: the chart is being saved."""
        zoom = self._spec.zoom if self._spec is not None else Zoom.NONE
        wanted = zoom is Zoom.BOTH or self._window is not None
        self.bar.setVisible(wanted and not drawn)
        self.bar.adjustSize()
        self.bar.move(width - self.bar.width(), 0)
        self.bar.raise_()

    # ---------------------------------------------------------------- moving

    def set_window(self, window: Window | None) -> None:
        """Show a part, or all."""
        if self._spec is None or self._spec.zoom is Zoom.NONE:
            return
        found = window.within(self._spec) if window is not None else None
        if found != self._window:
            self._window = found
            self._tell()
            self.changed.emit()

    def reset(self) -> None:
        """Show all."""
        self.set_window(None)

    def step(self, factor: float) -> None:
        """Show ``factor`` times as much, from the middle."""
        now = self._now()
        if now is not None:
            middle = (now.left + now.right) / 2, (now.low + now.high) / 2
            self.set_window(now.around(factor, *middle))

    def bring(self, x: float, y: float) -> None:
        """Move so far that a place is seen."""
        if self._window is not None:
            self.set_window(self._window.moved_to(x, y))

    def _now(self) -> Window | None:
        if self._spec is None:
            return None
        return self._window or Window.whole(self._spec)

    def _tell(self) -> None:
        self.bar.tell(zoomed_in=self._window is not None)

    # ---------------------------------------------------------------- the pointer

    def _at(self, place: QPoint) -> QPointF:
        """Return what lies at a place of the plot, in the units of the axes."""
        scene = self._plot.mapToScene(place)
        return QPointF(self._plot.getViewBox().mapSceneToView(scene))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._spec is None or self._spec.zoom is Zoom.NONE:
            return False
        if isinstance(event, QWheelEvent):
            return self._turn(event)
        if not isinstance(event, QMouseEvent):
            return False
        place = event.position().toPoint()
        if event.type() == QEvent.Type.MouseButtonPress:
            is_left = event.button() == Qt.MouseButton.LeftButton
            self._pressed_at = place if is_left else None
        elif event.type() == QEvent.Type.MouseMove and self._pressed_at is not None:
            return self._drag(self._pressed_at, place)
        elif event.type() == QEvent.Type.MouseButtonRelease:
            return self._let_go(place)
        return False

    def _turn(self, event: QWheelEvent) -> bool:
        """Zoom where Ctrl is held; the wheel alone scrolls the page."""
        now, turned = self._now(), event.angleDelta().y()
        if now is None or not turned or not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        at = self._at(event.position().toPoint())
        self.set_window(now.around(STEP if turned > 0 else 1 / STEP, at.x(), at.y()))
        return True

    def _drag(self, start: QPoint, place: QPoint) -> bool:
        area = self._area(start, place)
        if max(area.width(), area.height()) < px(_LEAST_DRAG_PX) and not self._box.isVisible():
            return False
        self._box.setGeometry(area)
        self._box.show()
        return True

    def _let_go(self, place: QPoint) -> bool:
        start, self._pressed_at = self._pressed_at, None
        if start is None or not self._box.isVisible():
            return False
        self._box.hide()
        area = self._area(start, place)
        if area.width() >= px(_LEAST_DRAG_PX) and area.height() >= px(_LEAST_DRAG_PX):
            first, last = self._at(area.topLeft()), self._at(area.bottomRight())
            self.set_window(Window(first.x(), last.x(), last.y(), first.y()))
        return True

    def _area(self, start: QPoint, place: QPoint) -> QRect:
        """Return the box between two places; over the whole height where only time is zoomed."""
        area = QRect(start, QSize(1, 1)).united(QRect(place, QSize(1, 1)))
        if self._spec is not None and self._spec.zoom is Zoom.ACROSS:
            area.setTop(0)
            area.setBottom(self._plot.viewport().height())
        return area
