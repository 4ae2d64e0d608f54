"""Sender numbers of both kinds, reservations, contradicting reports, and status sources."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Sender numbers of both kinds, reservations, contradicting reports, and status sources."""
    _widen_sim_cards()
    _widen_sim_events()
    _make_status_conflicts()
    _make_platform_numbers()
    _make_status_sources()


def _widen_sim_cards() -> None:
    with op.batch_alter_table("sim_cards", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("kind", sa.String(length=32), nullable=False, server_default="sim")
        )
        batch_op.alter_column(
            "iccid",
            existing_type=sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
        )
        batch_op.add_column(sa.Column("reserved_for", sa.Integer(), nullable=True))
        batch_op.add_column(sa.Column("reserved_by", sa.Text(), nullable=False, server_default=""))
        batch_op.add_column(sa.Column("reserved_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
        batch_op.create_foreign_key(
            op.f("fk_sim_cards_reserved_for"), "services", ["reserved_for"], ["id"]
        )


def _widen_sim_events() -> None:
    with op.batch_alter_table("sim_events", schema=None) as batch_op:
        batch_op.add_column(sa.Column("entered_at", UtcDateTime(), nullable=True))
        batch_op.add_column(sa.Column("step", sa.String(length=32), nullable=True))


def _make_status_conflicts() -> None:
    op.create_table(
        "status_conflicts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sim_id", sa.Integer(), nullable=False),
        sa.Column("matter", sa.String(length=32), nullable=False),
        sa.Column("reported", sa.String(length=32), nullable=False),
        sa.Column("reported_at", UtcDateTime(), nullable=False),
        sa.Column("reported_reason", sa.Text(), nullable=False),
        sa.Column("kept", sa.String(length=32), nullable=False),
        sa.Column("kept_since", UtcDateTime(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("found_at", UtcDateTime(), nullable=False),
        sa.Column("decision", sa.String(length=32), nullable=True),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=False),
        sa.Column("decided_why", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sim_id"], ["sim_cards.id"], name=op.f("fk_status_conflicts_sim_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_status_conflicts")),
        sa.UniqueConstraint(
            "sim_id",
            "matter",
            "reported",
            "reported_at",
            "kept",
            "kept_since",
            name=op.f("uq_status_conflicts_once"),
        ),
    )
    with op.batch_alter_table("status_conflicts", schema=None) as batch_op:
        batch_op.create_index("ix_status_conflicts_decided_at", ["decided_at"], unique=False)


def _make_platform_numbers() -> None:
    op.create_table(
        "platform_numbers",
        sa.Column("sim_id", sa.Integer(), nullable=False),
        sa.Column("platform_id", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("quality", sa.Text(), nullable=False),
        sa.Column("messaging_limit", sa.Text(), nullable=False),
        sa.Column("name_status", sa.Text(), nullable=False),
        sa.Column("can_send", sa.Text(), nullable=False),
        sa.Column("hints", sa.JSON(), nullable=False),
        sa.Column("read_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["sim_id"], ["sim_cards.id"], name=op.f("fk_platform_numbers_sim_id")
        ),
        sa.PrimaryKeyConstraint("sim_id", name=op.f("pk_platform_numbers")),
        sa.UniqueConstraint("platform_id", name=op.f("uq_platform_numbers_platform_id")),
    )


def _make_status_sources() -> None:
    op.create_table(
        "status_sources",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("answered_at", UtcDateTime(), nullable=True),
        sa.Column("not_before", UtcDateTime(), nullable=True),
        sa.Column("failure", sa.Text(), nullable=False),
        sa.Column("failure_detail", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_status_sources")),
    )
