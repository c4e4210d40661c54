"""The tables of the kern, and private dossiers: one row each, with their notes."""

import sqlalchemy as sa
from alembic import op

from svp_desktop.kluis.migrations.kern import create_kern

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables in a new, empty file."""
    create_kern()
    op.create_table(
        "dossier",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("jaar", sa.Integer(), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("persoon_uuid", sa.String(36)),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("groep", sa.String(), nullable=False),
        sa.Column("zoektekst", sa.String(), nullable=False),
        sa.Column("geopend_op", sa.Date(), nullable=False),
        sa.Column("gesloten_op", sa.Date()),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.UniqueConstraint("uuid", name=op.f("uq_dossier_uuid")),
        sa.UniqueConstraint("jaar", "volgnummer", name=op.f("uq_dossier_jaar_volgnummer")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "aantekening",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tijd", sa.String(5), nullable=False),
        sa.Column("met_wie", sa.String(), nullable=False),
        sa.Column("aard", sa.String(16), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("zoektekst", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_aantekening_dossier_id_dossier")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_aantekening_dossier", "aantekening", ["dossier_id", "datum", "tijd", "id"])
