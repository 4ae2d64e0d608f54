"""What people decide about unclear SMS; one SMS for each dispatch and number, whatever happens."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the verdicts, and let a dispatch hold each number once instead of once an attempt."""
    with op.batch_alter_table("outbound_sms", schema=None) as batch_op:
        batch_op.add_column(sa.Column("perhaps_left_at", UtcDateTime(), nullable=True))
        batch_op.drop_constraint("uq_outbound_sms_dispatch_id_e164_attempt", type_="unique")
        batch_op.create_unique_constraint(
            batch_op.f("uq_outbound_sms_dispatch_id_e164"), ["dispatch_id", "e164"]
        )
    unclear = sa.text("state = 'unclear'")
    op.create_index(
        "ix_outbound_sms_unclear",
        "outbound_sms",
        ["dispatch_id", "id"],
        sqlite_where=unclear,
        postgresql_where=unclear,
    )
    _make_sms_verdicts()


def _make_sms_verdicts() -> None:
    big = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
    op.create_table(
        "sms_verdicts",
        sa.Column("id", big, nullable=False),
        sa.Column("sms_id", big, nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.String(length=32), nullable=False),
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("client_message_id", sa.Text(), nullable=False),
        sa.Column("gateway_id", sa.Text(), nullable=True),
        sa.Column("gateway_code", sa.Text(), nullable=False),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("told", sa.String(length=32), nullable=True),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sms_id"], ["outbound_sms.id"], name=op.f("fk_sms_verdicts_sms_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sms_verdicts")),
        sa.UniqueConstraint("client_message_id", name=op.f("uq_sms_verdicts_client_message_id")),
        sa.UniqueConstraint("sms_id", "attempt", name=op.f("uq_sms_verdicts_sms_id_attempt")),
    )
