"""Casussen with their incidents, actions and course, and the papers as they were handed out."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    _casus()
    _casus_incident()
    _casus_actie()
    _casus_verloop()
    _papier()


def _casus() -> None:
    op.create_table(
        "casus",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("leerling_id", sa.Integer()),
        sa.Column("groep_id", sa.Integer()),
        sa.Column("eigenaar_id", sa.Integer()),
        sa.Column("aanleiding", sa.String(), nullable=False),
        sa.Column("doel", sa.String(), nullable=False),
        sa.Column("zorg", sa.String(16), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("geopend_op", sa.Date(), nullable=False),
        sa.Column("afgesloten_op", sa.Date()),
        sa.Column("afsluitreden", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.CheckConstraint("(leerling_id IS NULL) <> (groep_id IS NULL)", name=op.f("ck_casus_kind_of_groep")),
        sa.CheckConstraint("(status = 'afgesloten') = (afgesloten_op IS NOT NULL)", name=op.f("ck_casus_afgesloten")),
        sa.ForeignKeyConstraint(["leerling_id"], ["persoon.id"], name=op.f("fk_casus_leerling_id_persoon")),
        sa.ForeignKeyConstraint(["groep_id"], ["groep.id"], name=op.f("fk_casus_groep_id_groep")),
        sa.ForeignKeyConstraint(["eigenaar_id"], ["persoon.id"], name=op.f("fk_casus_eigenaar_id_persoon")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casus")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_casus_status", "casus", ["status"])
    op.create_index("ix_casus_leerling", "casus", ["leerling_id"])
    op.create_index("ix_casus_groep", "casus", ["groep_id"])


def _casus_incident() -> None:
    op.create_table(
        "casus_incident",
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_casus_incident_casus_id_casus")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_casus_incident_incident_id_incident")),
        sa.PrimaryKeyConstraint("casus_id", "incident_id", name=op.f("pk_casus_incident")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_casus_incident_incident", "casus_incident", ["incident_id", "casus_id"])


def _casus_actie() -> None:
    op.create_table(
        "casus_actie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("actie", sa.String(32), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date()),
        sa.Column("gedaan", sa.Boolean(), nullable=False),
        sa.Column("wie", sa.String(), nullable=False),
        sa.Column("gedeeld_met", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("waarom", sa.String(), nullable=False),
        sa.Column("effect", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        sa.CheckConstraint("tot IS NULL OR tot >= datum", name=op.f("ck_casus_actie_volgorde")),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_casus_actie_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casus_actie")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_casus_actie_casus", "casus_actie", ["casus_id", "datum"])
    op.create_index(
        "ix_casus_actie_gepland",
        "casus_actie",
        ["datum"],
        sqlite_where=sa.text("gedaan = 0 AND verwijderd_op IS NULL"),
    )


def _casus_verloop() -> None:
    op.create_table(
        "casus_verloop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("waarde", sa.String(), nullable=False),
        sa.Column("toelichting", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_casus_verloop_casus_id_casus")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_casus_verloop")),
    )
    op.create_index("ix_casus_verloop_casus", "casus_verloop", ["casus_id", "op", "id"])


def _papier() -> None:
    op.create_table(
        "papier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("titel", sa.String(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("vorige_id", sa.Integer()),
        sa.Column("actie_id", sa.Integer()),
        sa.Column("uitgereikt_op", sa.Date(), nullable=False),
        sa.Column("wijze", sa.String(16), nullable=False),
        sa.Column("aan", sa.String(), nullable=False),
        sa.Column("paginas", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.String(64), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.ForeignKeyConstraint(["casus_id"], ["casus.id"], name=op.f("fk_papier_casus_id_casus")),
        sa.ForeignKeyConstraint(["vorige_id"], ["papier.id"], name=op.f("fk_papier_vorige_id_papier")),
        sa.ForeignKeyConstraint(["actie_id"], ["casus_actie.id"], name=op.f("fk_papier_actie_id_casus_actie")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_papier")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_papier_casus", "papier", ["casus_id", "uitgereikt_op"])
    op.create_table(
        "papier_pdf",
        sa.Column("papier_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["papier_id"], ["papier.id"], name=op.f("fk_papier_pdf_papier_id_papier")),
        sa.PrimaryKeyConstraint("papier_id", name=op.f("pk_papier_pdf")),
    )
