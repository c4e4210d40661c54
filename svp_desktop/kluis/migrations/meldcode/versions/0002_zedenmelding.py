"""Records of a possible sexual offence by someone with a task for the school."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    op.create_table(
        "zedenmelding",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("bij_uuid", sa.String(36)),
        sa.Column("afzender", sa.String(36), nullable=False),
        sa.Column("op", sa.String(32), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("ontvangen_op", sa.String(32), nullable=False),
        sa.UniqueConstraint("uuid", name=op.f("uq_zedenmelding_uuid")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_zedenmelding")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_zedenmelding_bij", "zedenmelding", ["bij_uuid"])
