"""Customers, their services and SIM cards, and the traffic."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Customers, their services and SIM cards, and the traffic."""
    _make_customers()
    _make_customer_visits()
    _make_sim_cards()
    _make_services()
    _make_service_counts()
    _make_sim_assignments()
    _make_sim_events()
    _make_traffic_days()


def _make_customers() -> None:
    op.create_table(
        "customers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("customer_no", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("street", sa.Text(), nullable=False),
        sa.Column("zip", sa.Text(), nullable=False),
        sa.Column("city", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("contact_person", sa.Text(), nullable=False),
        sa.Column("contact_phone_raw", sa.Text(), nullable=False),
        sa.Column(
            "contact_phone",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column(
            "contact_phone_reversed",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("contact_email", sa.Text(), nullable=False),
        sa.Column("imported_notes", sa.Text(), nullable=False),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_customers")),
        sa.UniqueConstraint("customer_no", name=op.f("uq_customers_customer_no")),
    )
    with op.batch_alter_table("customers", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_customers_contact_phone"), ["contact_phone"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_customers_contact_phone_reversed"),
            ["contact_phone_reversed"],
            unique=False,
        )


def _make_customer_visits() -> None:
    op.create_table(
        "customer_visits",
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("visited_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_customer_visits_customer_id")
        ),
        sa.PrimaryKeyConstraint("agent", "customer_id", name=op.f("pk_customer_visits")),
    )


def _make_sim_cards() -> None:
    op.create_table(
        "sim_cards",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "iccid", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column(
            "msisdn", sa.Text().with_variant(sa.Text(collation="C"), "postgresql"), nullable=False
        ),
        sa.Column(
            "msisdn_reversed",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=False,
        ),
        sa.Column("carrier", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("status_since", UtcDateTime(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sim_cards")),
        sa.UniqueConstraint("iccid", name=op.f("uq_sim_cards_iccid")),
    )
    with op.batch_alter_table("sim_cards", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_sim_cards_msisdn"), ["msisdn"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_sim_cards_msisdn_reversed"), ["msisdn_reversed"], unique=False
        )


def _make_services() -> None:
    op.create_table(
        "services",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_no", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("start_keyword", sa.Text(), nullable=False),
        sa.Column("stop_keyword", sa.Text(), nullable=False),
        sa.Column("signup_url", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
        sa.Column(
            "sender_number",
            sa.Text().with_variant(sa.Text(collation="C"), "postgresql"),
            nullable=True,
        ),
        sa.Column("sim_status", sa.String(length=32), nullable=True),
        sa.Column("sim_status_since", UtcDateTime(), nullable=True),
        sa.Column("number_since", UtcDateTime(), nullable=True),
        sa.Column("search_text", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_services_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_services")),
        sa.UniqueConstraint("service_no", name=op.f("uq_services_service_no")),
    )
    with op.batch_alter_table("services", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_services_customer_id"), ["customer_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_services_sender_number"), ["sender_number"], unique=False
        )


def _make_service_counts() -> None:
    op.create_table(
        "service_counts",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("state", sa.String(length=32), nullable=False),
        sa.Column("contacts", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_service_counts_service_id")
        ),
        sa.PrimaryKeyConstraint("service_id", "state", name=op.f("pk_service_counts")),
    )


def _make_sim_assignments() -> None:
    op.create_table(
        "sim_assignments",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sim_id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("from_at", UtcDateTime(), nullable=True),
        sa.Column("until_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_sim_assignments_service_id")
        ),
        sa.ForeignKeyConstraint(
            ["sim_id"], ["sim_cards.id"], name=op.f("fk_sim_assignments_sim_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sim_assignments")),
    )
    with op.batch_alter_table("sim_assignments", schema=None) as batch_op:
        batch_op.create_index(
            "ix_sim_assignments_service_id_from_at", ["service_id", "from_at"], unique=False
        )
        batch_op.create_index(
            "uq_open_assignment_service",
            ["service_id"],
            unique=True,
            sqlite_where=sa.text("until_at IS NULL"),
            postgresql_where=sa.text("until_at IS NULL"),
        )
        batch_op.create_index(
            "uq_open_assignment_sim",
            ["sim_id"],
            unique=True,
            sqlite_where=sa.text("until_at IS NULL"),
            postgresql_where=sa.text("until_at IS NULL"),
        )


def _make_sim_events() -> None:
    op.create_table(
        "sim_events",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sim_id", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(length=32), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=True),
        sa.Column("actor", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_sim_events_service_id")
        ),
        sa.ForeignKeyConstraint(["sim_id"], ["sim_cards.id"], name=op.f("fk_sim_events_sim_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sim_events")),
        sa.UniqueConstraint("sim_id", "status", "at", name=op.f("uq_sim_events_sim_id_status_at")),
    )


def _make_traffic_days() -> None:
    op.create_table(
        "traffic_days",
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("contacts_at_risk", sa.Integer(), nullable=False),
        sa.Column("messages_sent", sa.Double(), nullable=False),
        sa.Column("opt_outs", sa.Integer(), nullable=False),
        sa.Column("delivered", sa.Integer(), nullable=True),
        sa.Column("read", sa.Integer(), nullable=True),
        sa.Column("clicked", sa.Integer(), nullable=True),
        sa.Column("new_starts", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_traffic_days_service_id")
        ),
        sa.PrimaryKeyConstraint("service_id", "day", name=op.f("pk_traffic_days")),
    )
