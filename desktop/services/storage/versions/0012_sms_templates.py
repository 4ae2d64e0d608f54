"""SMS templates with versions and drafts, and which version a dispatch was made from."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from desktop.models.types import UtcDateTime

revision = "0012"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables; dispatches of before name no template."""
    _add_templates()
    _add_versions()
    _add_drafts()
    key = sa.Column("template_key", sa.Text(), nullable=False, server_default="")
    version = sa.Column("template_version", sa.Integer(), nullable=False, server_default="0")
    for column in (key, version):
        op.add_column("dispatches", column)


def _add_templates() -> None:
    op.create_table(
        "sms_templates",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("customer_id", sa.Integer(), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["customer_id"], ["customers.id"], name=op.f("fk_sms_templates_customer_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sms_templates")),
    )
    for_all = sa.text("customer_id IS NULL")
    op.create_index(
        "uq_sms_templates_for_all",
        "sms_templates",
        ["language", "key"],
        unique=True,
        sqlite_where=for_all,
        postgresql_where=for_all,
    )
    op.create_index(
        "uq_sms_templates_for_one",
        "sms_templates",
        ["customer_id", "language", "key"],
        unique=True,
    )


def _add_versions() -> None:
    op.create_table(
        "sms_template_versions",
        sa.Column("template_id", sa.Integer(), nullable=False),
        sa.Column("version", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("du", sa.Text(), nullable=False),
        sa.Column("offered", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["template_id"], ["sms_templates.id"], name=op.f("fk_sms_template_versions_template_id")
        ),
        sa.PrimaryKeyConstraint("template_id", "version", name=op.f("pk_sms_template_versions")),
    )


def _add_drafts() -> None:
    op.create_table(
        "sms_template_drafts",
        sa.Column("agent", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("du", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Integer(), nullable=False),
        sa.Column("saved_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("agent", "ref", name=op.f("pk_sms_template_drafts")),
    )
