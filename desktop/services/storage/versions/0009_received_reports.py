"""Keep delivery reports as they came."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Keep delivery reports as they came."""
    op.create_table(
        "received_reports",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("gateway", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("client_message_id", sa.Text(), nullable=True),
        sa.Column("gateway_id", sa.Text(), nullable=True),
        sa.Column("delivery", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("said_at", UtcDateTime(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_received_reports")),
        sa.UniqueConstraint("gateway", "digest", name=op.f("uq_received_reports_gateway_digest")),
    )
    with op.batch_alter_table("received_reports", schema=None) as batch_op:
        batch_op.create_index("ix_received_reports_gateway_id", ["gateway_id"], unique=False)
        batch_op.create_index("ix_received_reports_state", ["state", "id"], unique=False)
