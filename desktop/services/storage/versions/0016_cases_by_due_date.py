"""What is due is asked for at each look at the start page, among closed cases, too."""

from __future__ import annotations

from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Find the few cases with a date without reading all."""
    op.create_index("ix_cases_due_at", "cases", ["due_at"])
