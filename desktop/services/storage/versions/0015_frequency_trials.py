"""Keep frequency tests and whom they were drawn for."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the two tables."""
    op.create_table(
        "frequency_trials",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("service_id", sa.Integer(), nullable=False),
        sa.Column("seed", sa.Text(), nullable=False),
        sa.Column("often", sa.JSON(), nullable=False),
        sa.Column("starts_on", sa.Date(), nullable=False),
        sa.Column("ends_on", sa.Date(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("created_by", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["service_id"], ["services.id"], name=op.f("fk_frequency_trials_service_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_frequency_trials")),
    )
    op.create_index("ix_frequency_trials_service_id", "frequency_trials", ["service_id"])
    op.create_table(
        "frequency_trial_contacts",
        sa.Column("trial_id", sa.Integer(), nullable=False),
        sa.Column(
            "contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("arm", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_frequency_trial_contacts_contact_id")
        ),
        sa.ForeignKeyConstraint(
            ["trial_id"], ["frequency_trials.id"], name=op.f("fk_frequency_trial_contacts_trial_id")
        ),
        sa.PrimaryKeyConstraint("trial_id", "contact_id", name=op.f("pk_frequency_trial_contacts")),
    )
