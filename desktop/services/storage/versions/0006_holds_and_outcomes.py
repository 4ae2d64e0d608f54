"""Who has a case open, and the code of what came of it."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add a table for the leases of cases, and a column for the code of the outcome."""
    op.create_table(
        "case_holds",
        sa.Column("case_id", sa.Integer(), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["case_id"], ["cases.id"], name=op.f("fk_case_holds_case_id")),
        sa.PrimaryKeyConstraint("case_id", name=op.f("pk_case_holds")),
    )
    op.add_column("cases", sa.Column("outcome_code", sa.String(length=32), nullable=True))
