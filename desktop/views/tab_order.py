"""The order in which Tab goes through a window: as it is read, not as it was made.

Qt goes from widget to widget in the order in which they came into being. What a page makes only
when it has read something, such as the services of a customer, would come last for ever.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QLayout, QScrollArea, QStackedWidget, QWidget


def go_to_next_stop(window: QWidget, *, forward: bool) -> bool:
    """Move the keys as Tab does; False where Qt knows better."""
    focused: QWidget | None = window.focusWidget()
    stop = next_stop(window, focused, forward=forward) if focused is not None else None
    if stop is None:
        return False
    way = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    stop.setFocus(way)
    return True


def next_stop(window: QWidget, focused: QWidget, *, forward: bool) -> QWidget | None:
    """Return where Tab goes from ``focused``, or None where Qt knows better.

    That is the case for parts that no layout holds, such as the editor inside a table.
    """
    stops = [widget for widget in _in_reading_order(window) if _stops_at(widget)]
    if focused not in stops:
        return None
    return stops[(stops.index(focused) + (1 if forward else -1)) % len(stops)]


def _stops_at(widget: QWidget) -> bool:
    takes_tab = widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    return bool(takes_tab) and widget.isEnabled() and widget.focusProxy() is None


def _in_reading_order(widget: QWidget) -> Iterator[QWidget]:
    """Yield a widget and all in it that is visible: layout by layout, in their order."""
    if not widget.isVisible():
        return
    yield widget
    if isinstance(widget, QScrollArea):
        inner: QWidget | None = widget.widget()
    elif isinstance(widget, QStackedWidget):
        inner = widget.currentWidget()
    elif isinstance(widget, QAbstractScrollArea):
        inner = widget.viewport()
    else:
        inner = None
    if inner is not None:
        yield from _in_reading_order(inner)
        return
    held = set()
    for child in _laid_out(widget.layout()):
        held.add(child)
        yield from _in_reading_order(child)
    for other in _beside(widget):
        if other not in held:
            yield from _in_reading_order(other)


def _laid_out(layout: QLayout | None) -> Iterator[QWidget]:
    if layout is None:
        return
    for place in range(layout.count()):
        item = layout.itemAt(place)
        if item is None:
            continue
        widget = item.widget()
        if widget is not None:
            yield widget
        else:
            yield from _laid_out(item.layout())


def _beside(widget: QWidget) -> list[QWidget]:
    """Return the children of a widget from top to bottom, those that no layout holds among them."""
    children = [
        child for child in widget.children() if isinstance(child, QWidget) and not child.isWindow()
    ]
    return sorted(children, key=lambda child: (child.y(), child.x()))
