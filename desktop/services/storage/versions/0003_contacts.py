"""Contacts and what happened to them."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Contacts and what happened to them."""
    _make_contacts()
    _index_contacts_for_numbers()
    _index_contacts_for_lists()
    _make_contact_events()


def _make_contacts() -> None:
    op.create_table(
        "contacts",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column(
            "e164", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column(
            "reversed_digits",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("sms_country", sa.Text(), nullable=True),
        sa.Column("raw_phone", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("entered_at", UtcDateTime(), nullable=False),
        sa.Column("started_at", UtcDateTime(), nullable=True),
        sa.Column("started_on", sa.Text(), nullable=True),
        sa.Column("stopped_at", UtcDateTime(), nullable=True),
        sa.Column("reminders_sent", sa.Integer(), nullable=False),
        sa.Column("last_reminder_at", UtcDateTime(), nullable=True),
        sa.Column("last_reminder_state", sa.String(length=32), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_contacts_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
        sa.UniqueConstraint("service_id", "e164", name=op.f("uq_contacts_service_id_e164")),
    )


def _index_contacts_for_numbers() -> None:
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index("ix_contacts_e164", ["e164"], unique=False)
        batch_op.create_index("ix_contacts_reversed_digits", ["reversed_digits"], unique=False)
        batch_op.create_index("ix_contacts_service_id_state", ["service_id", "state"], unique=False)
        batch_op.create_index(
            "ix_incomplete_entered",
            ["entered_at", "id", "service_id", "sms_country", "reminders_sent", "last_reminder_at"],
            unique=False,
            sqlite_where=sa.text("state = 'incomplete'"),
            postgresql_where=sa.text("state = 'incomplete'"),
        )
        batch_op.create_index(
            "ix_incomplete_last_reminder",
            ["last_reminder_at", "id", "service_id", "sms_country", "entered_at", "reminders_sent"],
            unique=False,
            sqlite_where=sa.text("state = 'incomplete'"),
            postgresql_where=sa.text("state = 'incomplete'"),
        )
        batch_op.create_index(
            "ix_incomplete_number",
            [
                "e164",
                "id",
                "service_id",
                "sms_country",
                "entered_at",
                "reminders_sent",
                "last_reminder_at",
            ],
            unique=False,
            sqlite_where=sa.text("state = 'incomplete'"),
            postgresql_where=sa.text("state = 'incomplete'"),
        )


def _index_contacts_for_lists() -> None:
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(
            "ix_incomplete_reminders",
            ["reminders_sent", "id", "service_id", "sms_country", "entered_at", "last_reminder_at"],
            unique=False,
            sqlite_where=sa.text("state = 'incomplete'"),
            postgresql_where=sa.text("state = 'incomplete'"),
        )
        batch_op.create_index(
            "ix_incomplete_service_entered",
            ["service_id", "entered_at", "id", "sms_country", "reminders_sent", "last_reminder_at"],
            unique=False,
            sqlite_where=sa.text("state = 'incomplete'"),
            postgresql_where=sa.text("state = 'incomplete'"),
        )


def _make_contact_events() -> None:
    op.create_table(
        "contact_events",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("number", sa.Text(), nullable=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_contact_events_contact_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_events")),
        sa.UniqueConstraint(
            "contact_id", "kind", "at", name=op.f("uq_contact_events_contact_id_kind_at")
        ),
    )
