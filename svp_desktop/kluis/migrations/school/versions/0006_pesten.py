"""Pestzaken with all that stands around them, the letter box, the school's own letter texts; papers of a pestzaak."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    _pestzaak()
    _pest_persoon()
    _pest_incident()
    _pest_relatie()
    _pest_toets()
    _pest_signaal()
    _pest_stap()
    _pest_check()
    _pest_verloop()
    _schooldocument()
    _schooldocument_data()
    _postvak()
    _brieftekst()
    _papier()


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _papier() -> None:
    """A paper belongs to a casus or to a pestzaak: SQLite makes the table anew for that."""
    with op.batch_alter_table("papier") as batch:
        batch.alter_column("casus_id", existing_type=sa.Integer(), nullable=True)
        batch.add_column(sa.Column("pestzaak_id", sa.Integer()))
        batch.create_foreign_key(op.f("fk_papier_pestzaak_id_pestzaak"), "pestzaak", ["pestzaak_id"], ["id"])
        batch.create_check_constraint(op.f("ck_papier_dossier"), "casus_id IS NOT NULL OR pestzaak_id IS NOT NULL")
    op.create_index("ix_papier_pestzaak", "papier", ["pestzaak_id", "uitgereikt_op"])


def _pestzaak() -> None:
    op.create_table(
        "pestzaak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("gemeld_op", sa.Date(), nullable=False),
        sa.Column("melder", sa.String(), nullable=False),
        sa.Column("coordinator_id", sa.Integer()),
        sa.Column("casus_id", sa.Integer()),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("zoektekst", sa.String(), nullable=False),
        sa.Column("afgesloten_op", sa.Date()),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.CheckConstraint(
            "(status = 'afgesloten') = (afgesloten_op IS NOT NULL)", name=op.f("ck_pestzaak_ck_pestzaak_afgesloten")
        ),
        _to("pestzaak", "coordinator_id", "persoon"),
        _to("pestzaak", "casus_id", "casus"),
        _key("pestzaak", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pestzaak_casus", "pestzaak", ["casus_id"])
    op.create_index("ix_pestzaak_status", "pestzaak", ["status", "gemeld_op"])


def _pest_persoon() -> None:
    op.create_table(
        "pest_persoon",
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("rol", sa.String(16), nullable=False),
        sa.Column("notitie", sa.String(), nullable=False),
        _to("pest_persoon", "pestzaak_id", "pestzaak"),
        _to("pest_persoon", "persoon_id", "persoon"),
        _key("pest_persoon", "pestzaak_id", "persoon_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pest_persoon_persoon", "pest_persoon", ["persoon_id", "pestzaak_id"])


def _pest_incident() -> None:
    op.create_table(
        "pest_incident",
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("incident_id", sa.Integer(), nullable=False),
        _to("pest_incident", "pestzaak_id", "pestzaak"),
        _to("pest_incident", "incident_id", "incident"),
        _key("pest_incident", "pestzaak_id", "incident_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_pest_incident_incident", "pest_incident", ["incident_id", "pestzaak_id"])


def _pest_relatie() -> None:
    op.create_table(
        "pest_relatie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("van_id", sa.Integer(), nullable=False),
        sa.Column("naar_id", sa.Integer(), nullable=False),
        sa.Column("wat", sa.String(), nullable=False),
        sa.Column("helpt", sa.Boolean(), nullable=False),
        sa.CheckConstraint("van_id <> naar_id", name=op.f("ck_pest_relatie_ck_pest_relatie_twee_personen")),
        _to("pest_relatie", "pestzaak_id", "pestzaak"),
        _to("pest_relatie", "van_id", "persoon"),
        _to("pest_relatie", "naar_id", "persoon"),
        _key("pest_relatie", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pest_relatie_pestzaak", "pest_relatie", ["pestzaak_id"])


def _pest_toets() -> None:
    op.create_table(
        "pest_toets",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("uitkomst", sa.String(16), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("hertoets_op", sa.Date()),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("pest_toets", "pestzaak_id", "pestzaak"),
        _key("pest_toets", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pest_toets_pestzaak", "pest_toets", ["pestzaak_id", "datum"])


def _pest_signaal() -> None:
    op.create_table(
        "pest_signaal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("lijst", sa.String(16), nullable=False),
        sa.Column("signaal", sa.String(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gezien_door", sa.String(), nullable=False),
        sa.Column("notitie", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("pest_signaal", "pestzaak_id", "pestzaak"),
        _to("pest_signaal", "persoon_id", "persoon"),
        _key("pest_signaal", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pest_signaal_pestzaak", "pest_signaal", ["pestzaak_id", "lijst", "signaal"])


def _pest_stap() -> None:
    op.create_table(
        "pest_stap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("bron", sa.String(32), nullable=False),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("met_wie", sa.String(), nullable=False),
        sa.Column("eigenaar_id", sa.Integer()),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gedaan_op", sa.Date()),
        sa.Column("notitie", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("pest_stap", "pestzaak_id", "pestzaak"),
        _to("pest_stap", "eigenaar_id", "persoon"),
        _key("pest_stap", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_pest_stap_open", "pest_stap", ["datum"], sqlite_where=sa.text("gedaan_op IS NULL AND verwijderd_op IS NULL")
    )
    op.create_index("ix_pest_stap_pestzaak", "pest_stap", ["pestzaak_id", "datum"])


def _pest_check() -> None:
    op.create_table(
        "pest_check",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gepland_op", sa.Date(), nullable=False),
        sa.Column("gehouden_op", sa.Date()),
        sa.Column("nagekomen", sa.String(8), nullable=False),
        sa.Column("gestopt", sa.String(8), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("pest_check", "pestzaak_id", "pestzaak"),
        _key("pest_check", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "ix_pest_check_open",
        "pest_check",
        ["gepland_op"],
        sqlite_where=sa.text("gehouden_op IS NULL AND verwijderd_op IS NULL"),
    )
    op.create_index("ix_pest_check_pestzaak", "pest_check", ["pestzaak_id", "gepland_op"])


def _pest_verloop() -> None:
    op.create_table(
        "pest_verloop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("pestzaak_id", sa.Integer(), nullable=False),
        sa.Column("op", sa.Date(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        _to("pest_verloop", "pestzaak_id", "pestzaak"),
        _key("pest_verloop", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pest_verloop_pestzaak", "pest_verloop", ["pestzaak_id"])


def _schooldocument() -> None:
    op.create_table(
        "schooldocument",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _key("schooldocument", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_schooldocument_soort", "schooldocument", ["soort"])


def _schooldocument_data() -> None:
    op.create_table(
        "schooldocument_data",
        sa.Column("schooldocument_id", sa.Integer(), nullable=False, autoincrement=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        _to("schooldocument_data", "schooldocument_id", "schooldocument"),
        _key("schooldocument_data", "schooldocument_id"),
    )


def _postvak() -> None:
    op.create_table(
        "postvak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("bericht_uuid", sa.String(36), nullable=False),
        sa.Column("ontvanger", sa.String(36), nullable=False),
        sa.Column("verzegeld", sa.LargeBinary(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        _key("postvak", "id"),
    )
    op.create_index("ix_postvak_ontvanger", "postvak", ["ontvanger"])


def _brieftekst() -> None:
    op.create_table(
        "brieftekst",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("bouw", sa.String(16), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.UniqueConstraint("soort", "bouw", "versie", name=op.f("uq_brieftekst_soort_bouw_versie")),
        _key("brieftekst", "id"),
        sqlite_autoincrement=True,
    )
