"""The school, its persons, and the incident register with its search index."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_LIVE = sa.text("verwijderd_op IS NULL")
_TRASH = sa.text("verwijderd_op IS NOT NULL")


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    _school()
    _persoon()
    _between_persons()
    _incident()
    _incident_parts()
    _search_index()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _optional(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False, server_default="")


def _school() -> None:
    op.create_table(
        "school",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("naam", "straat", "postcode", "plaats", "telefoon", "email", "motto", "brin")),
        sa.Column("regio", sa.String(16)),
        sa.Column("grondslag", sa.String(16)),
        _text("bestuur"),
        sa.Column("logo", sa.LargeBinary()),
        sa.CheckConstraint("id = 1", name=op.f("ck_school_een_rij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school")),
    )
    op.create_table(
        "instelling",
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("waarde", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("code", name=op.f("pk_instelling")),
    )
    op.create_table(
        "groep",
        sa.Column("id", sa.Integer(), nullable=False),
        _text("naam"),
        _text("zoek"),
        sa.Column("bouw", sa.String(16), nullable=False),
        sa.Column("vervallen", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groep")),
    )
    op.create_index("uq_groep_zoek", "groep", ["zoek"], unique=True, sqlite_where=sa.text("vervallen = 0"))


def _persoon() -> None:
    op.create_table(
        "persoon",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("uuid", sa.String(36), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        *(_text(name) for name in ("roepnaam", "tussenvoegsel", "achternaam", "sorteer", "zoek")),
        _optional("nummer"),
        sa.Column("geboortedatum", sa.Date()),
        sa.Column("jaargroep", sa.Integer()),
        sa.Column("groep_id", sa.Integer()),
        sa.Column("aanspreekvorm", sa.String(16), nullable=False, server_default="neutraal"),
        *(_optional(name) for name in ("voorletters", "straat", "postcode", "plaats", "telefoon", "email", "taal")),
        *(_optional(name) for name in ("noemnaam", "functie", "organisatie")),
        sa.Column("vertrokken_op", sa.Date()),
        sa.Column("verwijderd_op", sa.String(32)),
        sa.UniqueConstraint("uuid", name=op.f("uq_persoon_uuid")),
        sa.ForeignKeyConstraint(["groep_id"], ["groep.id"], name=op.f("fk_persoon_groep_id_groep")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_persoon_soort", "persoon", ["soort", "sorteer", "id"], sqlite_where=_LIVE)
    op.create_index("ix_persoon_groep", "persoon", ["groep_id", "sorteer"])
    op.create_index("ix_persoon_nummer", "persoon", ["soort", "nummer"])


def _between_persons() -> None:
    op.create_table(
        "ouder_van",
        sa.Column("ouder_id", sa.Integer(), nullable=False),
        sa.Column("leerling_id", sa.Integer(), nullable=False),
        _text("relatie"),
        sa.Column("gezag", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("ouder_id", "leerling_id", name=op.f("pk_ouder_van")),
        sa.ForeignKeyConstraint(["ouder_id"], ["persoon.id"], name=op.f("fk_ouder_van_ouder_id_persoon")),
        sa.ForeignKeyConstraint(["leerling_id"], ["persoon.id"], name=op.f("fk_ouder_van_leerling_id_persoon")),
    )
    op.create_index("ix_ouder_van_leerling", "ouder_van", ["leerling_id", "ouder_id"])
    op.create_table(
        "medewerker_groep",
        sa.Column("medewerker_id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("medewerker_id", "groep_id", name=op.f("pk_medewerker_groep")),
        sa.ForeignKeyConstraint(
            ["medewerker_id"], ["persoon.id"], name=op.f("fk_medewerker_groep_medewerker_id_persoon")
        ),
        sa.ForeignKeyConstraint(["groep_id"], ["groep.id"], name=op.f("fk_medewerker_groep_groep_id_groep")),
    )
    op.create_index("ix_medewerker_groep_groep", "medewerker_groep", ["groep_id", "medewerker_id"])
    op.create_table(
        "rolbezetting",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("rol", sa.String(32), nullable=False),
        sa.Column("persoon_id", sa.Integer()),
        sa.Column("van", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date()),
        sa.CheckConstraint("tot IS NULL OR tot >= van", name=op.f("ck_rolbezetting_volgorde")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_rolbezetting")),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_rolbezetting_persoon_id_persoon")),
    )
    op.create_index("ix_rolbezetting_rol", "rolbezetting", ["rol", "van"])
    op.create_index("ix_rolbezetting_persoon", "rolbezetting", ["persoon_id"])


def _incident() -> None:
    op.create_table(
        "incident",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("jaar", "volgnummer", "versie")),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tijd", sa.String(5), nullable=False),
        sa.Column("mand", sa.String(16), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("mand_rang", "soort_bits", "soort_rang")),
        sa.Column("twijfel", sa.Boolean(), nullable=False),
        *(_text(name) for name in ("leerlingen", "leerling_sleutel", "groepen", "groep_sleutel")),
        *(_text(name) for name in ("omschrijving", "plaats")),
        sa.Column("bereik", sa.String(16), nullable=False),
        sa.Column("ouders", sa.String(16), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        sa.UniqueConstraint("jaar", "volgnummer", name=op.f("uq_incident_jaar_volgnummer")),
        sqlite_autoincrement=True,
    )
    filtered = ["soort_bits", "mand_rang", "twijfel", "verwijderd_op"]
    moment = ["datum", "tijd", "id"]
    op.create_index("ix_incident_datum", "incident", [*moment, *filtered], sqlite_where=_LIVE)
    op.create_index(
        "ix_incident_mand",
        "incident",
        ["mand_rang", *moment, "soort_bits", "twijfel", "verwijderd_op"],
        sqlite_where=_LIVE,
    )
    op.create_index("ix_incident_soort", "incident", ["soort_rang", *moment, *filtered], sqlite_where=_LIVE)
    op.create_index("ix_incident_leerling", "incident", ["leerling_sleutel", *moment, *filtered], sqlite_where=_LIVE)
    op.create_index("ix_incident_groep", "incident", ["groep_sleutel", *moment, *filtered], sqlite_where=_LIVE)
    op.create_index("ix_incident_prullenbak", "incident", ["verwijderd_op"], sqlite_where=_TRASH)


def _incident_parts() -> None:
    op.create_table(
        "incident_tekst",
        sa.Column("incident_id", sa.Integer(), autoincrement=False, nullable=False),
        *(_text(name) for name in ("feiten", "kindwoorden", "directe_actie", "ouders_toelichting", "vervolg")),
        _text("zoektekst"),
        sa.PrimaryKeyConstraint("incident_id", name=op.f("pk_incident_tekst")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_incident_tekst_incident_id_incident")),
    )
    op.create_table(
        "incident_soort",
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("positie", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        _text("sub"),
        sa.PrimaryKeyConstraint("incident_id", "positie", name=op.f("pk_incident_soort")),
        sa.ForeignKeyConstraint(["incident_id"], ["incident.id"], name=op.f("fk_incident_soort_incident_id_incident")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incident_persoon",
        sa.Column("incident_id", sa.Integer(), nullable=False),
        sa.Column("positie", sa.Integer(), nullable=False),
        sa.Column("persoon_id", sa.Integer(), nullable=False),
        _text("naam"),
        sa.Column("categorie", sa.String(16), nullable=False),
        *(_text(name) for name in ("groep", "rollen")),
        sa.PrimaryKeyConstraint("incident_id", "positie", name=op.f("pk_incident_persoon")),
        sa.ForeignKeyConstraint(
            ["incident_id"], ["incident.id"], name=op.f("fk_incident_persoon_incident_id_incident")
        ),
        sa.ForeignKeyConstraint(["persoon_id"], ["persoon.id"], name=op.f("fk_incident_persoon_persoon_id_persoon")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_incident_persoon_persoon", "incident_persoon", ["persoon_id", "incident_id"])


def _search_index() -> None:
    """Words of `incident_tekst.zoektekst`, which are folded and taken apart before they come here.

    Tokenizer `ascii` because of that: it only splits at the spaces. No positions (detail) and no sizes: nothing here
    asks for phrases or rank. `prefix`: two to seven typed letters are one lookup, also when they begin 80,000 texts.
    Its own `secure-delete`, or the index would keep the words of what was changed or deleted.
    """
    op.execute(
        "CREATE VIRTUAL TABLE incident_zoek USING fts5(zoektekst, content='incident_tekst',"
        " content_rowid='incident_id', tokenize='ascii', detail='none', columnsize=0, prefix='2 3 4 5 6 7')"
    )
    op.execute("INSERT INTO incident_zoek(incident_zoek, rank) VALUES ('secure-delete', 1)")
