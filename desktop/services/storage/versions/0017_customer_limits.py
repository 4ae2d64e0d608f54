"""Let a customer have a limit of its own for what it loses."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; nobody has a limit of its own yet."""
    op.add_column("customers", sa.Column("opt_out_limit_permille", sa.Integer(), nullable=True))
