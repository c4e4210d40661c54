"""What stands around a casus: people, talks, thuis-school, herstelgesprek, tasks; and the school's calendar."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    _casus()
    _casus_actie()
    _casus_persoon()
    _casus_ouder()
    _steunfiguur()
    _gesprek()
    _thuisschool()
    _thuisschool_contact()
    _herstelgesprek()
    _casus_taak()
    _schoolvrij()
    _schoolkalender()


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*columns, name=op.f(f"pk_{table}"))


def _casus() -> None:
    op.add_column("casus", sa.Column("spreekuur", sa.Boolean(), nullable=False, server_default="0"))
    op.add_column("casus", sa.Column("evaluatie", sa.JSON(), nullable=False, server_default="{}"))


def _casus_actie() -> None:
    op.add_column("casus_actie", sa.Column("afweging", sa.String(), nullable=False, server_default=""))
    for name in ("velden", "overgeslagen"):
        op.add_column("casus_actie", sa.Column(name, sa.JSON(), nullable=False, server_default="{}"))


def _casus_persoon() -> None:
    op.create_table(
        "casus_persoon",
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        sa.Column("rol", sa.String(16), nullable=False),
        _to("casus_persoon", "casus_id", "casus"),
        _to("casus_persoon", "persoon_id", "persoon"),
        _key("casus_persoon", "casus_id", "persoon_id", "rol"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_casus_persoon_persoon", "casus_persoon", ["persoon_id", "casus_id"])


def _casus_ouder() -> None:
    op.create_table(
        "casus_ouder",
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("leerling_id", sa.Integer(), nullable=False),
        sa.Column("ouder_id", sa.Integer(), nullable=False),
        sa.Column("ingelicht_op", sa.Date()),
        sa.Column("brief_op", sa.Date()),
        sa.Column("inbreng", sa.String(), nullable=False),
        _to("casus_ouder", "casus_id", "casus"),
        _to("casus_ouder", "leerling_id", "persoon"),
        _to("casus_ouder", "ouder_id", "persoon"),
        _key("casus_ouder", "casus_id", "leerling_id", "ouder_id"),
        sqlite_with_rowid=False,
    )


def _steunfiguur() -> None:
    op.create_table(
        "steunfiguur",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer()),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("relatie", sa.String(), nullable=False),
        sa.Column("telefoon", sa.String(), nullable=False),
        sa.Column("toestemming_op", sa.Date()),
        sa.Column("toestemming_van", sa.String(), nullable=False),
        sa.Column("notitie", sa.String(), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("steunfiguur", "casus_id", "casus"),
        _to("steunfiguur", "persoon_id", "persoon"),
        _key("steunfiguur", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_steunfiguur_casus", "steunfiguur", ["casus_id"])


def _gesprek() -> None:
    op.create_table(
        "gesprek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("persoon_id", sa.Integer()),
        sa.Column("gevraagd_op", sa.Date()),
        sa.Column("gepland_op", sa.Date()),
        sa.Column("gehouden_op", sa.Date()),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("esis_op", sa.Date()),
        sa.Column("inzage", sa.String(16), nullable=False),
        sa.Column("inzage_reden", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("gesprek", "casus_id", "casus"),
        _to("gesprek", "persoon_id", "persoon"),
        _key("gesprek", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_gesprek_casus", "gesprek", ["casus_id"])
    op.create_index(
        "ix_gesprek_gepland",
        "gesprek",
        ["gepland_op"],
        sqlite_where=sa.text("gehouden_op IS NULL AND verwijderd_op IS NULL"),
    )
    op.create_index(
        "ix_gesprek_persoon", "gesprek", ["persoon_id", "gehouden_op"], sqlite_where=sa.text("verwijderd_op IS NULL")
    )


def _thuisschool() -> None:
    op.create_table(
        "thuisschool",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("vanaf", sa.Date()),
        sa.Column("tot", sa.Date()),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        sa.CheckConstraint(
            "status = 'voorbereiding' OR (vanaf IS NOT NULL AND tot IS NOT NULL)",
            name=op.f("ck_thuisschool_ck_thuisschool_dagen"),
        ),
        sa.CheckConstraint(
            "tot IS NULL OR vanaf IS NULL OR tot >= vanaf", name=op.f("ck_thuisschool_ck_thuisschool_volgorde")
        ),
        _to("thuisschool", "casus_id", "casus"),
        _key("thuisschool", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_thuisschool_casus", "thuisschool", ["casus_id"])
    op.create_index(
        "ix_thuisschool_status", "thuisschool", ["status", "tot"], sqlite_where=sa.text("verwijderd_op IS NULL")
    )


def _thuisschool_contact() -> None:
    op.create_table(
        "thuisschool_contact",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("thuisschool_id", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tijd", sa.String(5), nullable=False),
        sa.Column("met", sa.String(), nullable=False),
        sa.Column("hoe", sa.String(16), nullable=False),
        sa.Column("door", sa.String(), nullable=False),
        sa.Column("notitie", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("thuisschool_contact", "thuisschool_id", "thuisschool"),
        _key("thuisschool_contact", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_thuisschool_contact_periode", "thuisschool_contact", ["thuisschool_id", "datum"])


def _herstelgesprek() -> None:
    op.create_table(
        "herstelgesprek",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("thuisschool_id", sa.Integer()),
        sa.Column("incident_id", sa.Integer()),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gepland_op", sa.Date()),
        sa.Column("gehouden_op", sa.Date()),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("herstelgesprek", "casus_id", "casus"),
        _to("herstelgesprek", "thuisschool_id", "thuisschool"),
        _to("herstelgesprek", "incident_id", "incident"),
        _key("herstelgesprek", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_herstelgesprek_casus", "herstelgesprek", ["casus_id"])
    op.create_index(
        "ix_herstelgesprek_gepland",
        "herstelgesprek",
        ["gepland_op"],
        sqlite_where=sa.text("gehouden_op IS NULL AND verwijderd_op IS NULL"),
    )


def _casus_taak() -> None:
    op.create_table(
        "casus_taak",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("casus_id", sa.Integer(), nullable=False),
        sa.Column("thuisschool_id", sa.Integer()),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("bron", sa.String(16), nullable=False),
        sa.Column("omschrijving", sa.String(), nullable=False),
        sa.Column("eigenaar_id", sa.Integer()),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gedaan_op", sa.Date()),
        sa.Column("notitie", sa.String(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _to("casus_taak", "casus_id", "casus"),
        _to("casus_taak", "thuisschool_id", "thuisschool"),
        _to("casus_taak", "eigenaar_id", "persoon"),
        _key("casus_taak", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_casus_taak_casus", "casus_taak", ["casus_id"])
    op.create_index(
        "ix_casus_taak_open",
        "casus_taak",
        ["datum"],
        sqlite_where=sa.text("gedaan_op IS NULL AND verwijderd_op IS NULL"),
    )


def _schoolvrij() -> None:
    op.create_table(
        "schoolvrij",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("schooljaar", sa.String(9), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("naam", sa.String(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date(), nullable=False),
        sa.CheckConstraint("tot >= vanaf", name=op.f("ck_schoolvrij_ck_schoolvrij_volgorde")),
        _key("schoolvrij", "id"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_schoolvrij_schooljaar", "schoolvrij", ["schooljaar", "vanaf"])


def _schoolkalender() -> None:
    op.create_table(
        "schoolkalender",
        sa.Column("schooljaar", sa.String(9), nullable=False),
        sa.Column("nagekeken", sa.Boolean(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        _key("schoolkalender", "schooljaar"),
    )
