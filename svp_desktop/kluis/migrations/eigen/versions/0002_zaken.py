"""Matters around the private dossiers, own work, jaarverslagen, destruction and hand-over. Notes stay as they are."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    _matters()
    _work()
    _years()
    _ends()


def _matters() -> None:
    op.create_table(
        "zaak",
        sa.Column("dossier_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("klager", sa.String(16), nullable=False),
        sa.Column("onderwerp", sa.String(16), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("zoektekst", sa.String(), nullable=False),
        sa.Column("gestempeld_op", sa.String(32), nullable=False),
        sa.Column("gestempeld_door", sa.String(36), nullable=False),
        sa.Column("ingetrokken_op", sa.String(32)),
        sa.Column("ingetrokken_door", sa.String(36)),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_zaak_dossier_id_dossier")),
        sa.PrimaryKeyConstraint("dossier_id", name=op.f("pk_zaak")),
    )
    op.create_table(
        "afloop",
        sa.Column("dossier_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("afloop", sa.String(16), nullable=False),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_afloop_dossier_id_dossier")),
        sa.PrimaryKeyConstraint("dossier_id", name=op.f("pk_afloop")),
    )
    op.create_table(
        "zaakstap",
        sa.Column("aantekening_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["aantekening_id"], ["aantekening.id"], name=op.f("fk_zaakstap_aantekening_id_aantekening")
        ),
        sa.PrimaryKeyConstraint("aantekening_id", name=op.f("pk_zaakstap")),
    )


def _work() -> None:
    op.create_table(
        "werk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("minuten", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_werk")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_werk_datum", "werk", ["datum", "id"])


def _years() -> None:
    op.create_table(
        "jaarverslag",
        sa.Column("schooljaar", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("vastgesteld_op", sa.String(32)),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.PrimaryKeyConstraint("schooljaar", name=op.f("pk_jaarverslag")),
    )


def _ends() -> None:
    op.create_table(
        "vernietiging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("op", sa.String(32), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_vernietiging")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "overdracht",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("op", sa.String(32), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("aan", sa.String(36)),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_overdracht")),
        sqlite_autoincrement=True,
    )
