"""Alembic's hook: run the migrations on the connection that ``migrations`` hands over."""

from __future__ import annotations

from typing import Literal

from alembic import context

from desktop.models.tables import Base
from desktop.models.types import EnumByValue, UtcDateTime


def _render(kind: str, item: object, _autogen: object) -> str | Literal[False]:
    if kind == "type" and isinstance(item, EnumByValue):
        return "sa.String(length=32)"
    if kind == "type" and isinstance(item, UtcDateTime):
        return "UtcDateTime()"
    return False


def run() -> None:
    """Run what is missing, all in the caller's one transaction."""
    context.configure(
        connection=context.config.attributes["connection"],
        target_metadata=Base.metadata,
        render_as_batch=True,
        transactional_ddl=True,
        render_item=_render,
    )
    context.run_migrations()


run()
