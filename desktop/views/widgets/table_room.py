"""Which columns of a table a narrow page does without."""

from __future__ import annotations

from collections.abc import Mapping

from desktop.views.theme import scale
from desktop.views.widgets.desk_table import DeskTable


def let_columns_go(table: DeskTable, page_width: int, room_for: Mapping[str, int]) -> None:
    """Hide the columns whose page width, in px at 100 %, is not there; show the others."""
    model = table.table_model()
    for place, column in enumerate(model.columns if model is not None else ()):
        table.setColumnHidden(place, page_width / scale() < room_for.get(column.key, 0))
