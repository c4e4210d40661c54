"""The incident register in full, and what stands around it: Esis, attachments, ticks, overleg, prevention."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_LIVE = sa.text("verwijderd_op IS NULL")
_ACTIVE = (
    "(SELECT count(*) FROM incident_persoon p WHERE p.incident_id = incident.id AND p.categorie = '{kind}'"
    " AND (' ' || p.rollen || ' ' LIKE '% dader %' OR ' ' || p.rollen || ' ' LIKE '% slachtoffer %'))"
)


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    _incident()
    _incident_tekst()
    _esis()
    _bijlage()
    _turf()
    _overleg()
    _afspraak()
    _bespreekpunt()
    _preventie()
    _earlier()


def _text(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _id() -> sa.Column[int]:
    return sa.Column("id", sa.Integer(), nullable=False)


def _link(name: str, *, needed: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), nullable=not needed)


def _to(table: str, column: str, other: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], [f"{other}.id"], name=op.f(f"fk_{table}_{column}_{other}"))


def _key(table: str, *columns: str) -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(*(columns or ("id",)), name=op.f(f"pk_{table}"))


def _moment(name: str, *, needed: bool = True) -> sa.Column[str]:
    return sa.Column(name, sa.String(32), nullable=not needed)


def _incident() -> None:
    with_default = sa.Column("kenmerken", sa.Integer(), nullable=False, server_default="16")
    op.add_column("incident", with_default)
    for name in ("afgesloten_op", "terugkomen_op", "actie_op"):
        op.add_column("incident", sa.Column(name, sa.Date()))
    pupils, staff, parents = (_ACTIVE.format(kind=kind) for kind in ("leerling", "medewerker", "ouder"))
    op.execute(
        f"UPDATE incident SET kenmerken = 16 * ({pupils} > 0)"
        f" + 4 * ({staff} > 0) + 32 * (ouders = 'nog_niet') + 64 * ({pupils} > 1) + 128 * ({staff} > 1)"
        f" + 256 * ({pupils} > 0 AND {staff} > 0) + 512 * ({parents} > 0 AND {staff} > 0)"
    )
    op.execute(
        "UPDATE incident SET actie_op = datum"
        " WHERE id IN (SELECT incident_id FROM incident_tekst WHERE directe_actie <> '')"
    )
    moment, filtered = ["datum", "tijd", "id"], ["soort_bits", "mand_rang", "twijfel", "verwijderd_op", "kenmerken"]
    orders = {
        "datum": [*moment, *filtered, "plaats", "groepen", "actie_op"],
        "mand": ["mand_rang", *moment, "soort_bits", "twijfel", "verwijderd_op", "kenmerken"],
        "soort": ["soort_rang", *moment, *filtered],
        "leerling": ["leerling_sleutel", *moment, *filtered],
        "groep": ["groep_sleutel", *moment, *filtered],
    }
    for name, columns in orders.items():
        op.drop_index(f"ix_incident_{name}", "incident")
        op.create_index(f"ix_incident_{name}", "incident", columns, sqlite_where=_LIVE)
    there = sa.text("terugkomen_op IS NOT NULL")
    op.create_index("ix_incident_terugkomen", "incident", ["terugkomen_op"], sqlite_where=there)


def _incident_tekst() -> None:
    op.alter_column("incident_tekst", "vervolg", new_column_name="maatregel")
    op.add_column("incident_tekst", sa.Column("voorkoming", sa.String(), nullable=False, server_default=""))
    op.add_column("incident_tekst", sa.Column("meer", sa.JSON(), nullable=False, server_default="{}"))


def _esis() -> None:
    op.create_table(
        "incident_esis",
        _link("incident_id", needed=True),
        _link("persoon_id", needed=True),
        sa.Column("gezet_op", sa.Date()),
        sa.Column("inzage", sa.String(16), nullable=False),
        _text("inzage_reden"),
        _to("incident_esis", "incident_id", "incident"),
        _to("incident_esis", "persoon_id", "persoon"),
        _key("incident_esis", "incident_id", "persoon_id"),
        sqlite_with_rowid=False,
    )


def _bijlage() -> None:
    op.create_table(
        "bijlage",
        _id(),
        _link("incident_id"),
        sa.Column("account_id", sa.String(36), nullable=False),
        _text("naam"),
        sa.Column("type", sa.String(16), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.Column("compleet", sa.Boolean(), nullable=False),
        _moment("gemaakt_op"),
        _moment("verwijderd_op", needed=False),
        _to("bijlage", "incident_id", "incident"),
        _key("bijlage"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bijlage_incident", "bijlage", ["incident_id"])
    op.create_table(
        "bijlage_deel",
        _link("bijlage_id", needed=True),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        _to("bijlage_deel", "bijlage_id", "bijlage"),
        _key("bijlage_deel", "bijlage_id", "nummer"),
    )


def _turf() -> None:
    op.create_table(
        "turf",
        _id(),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tijd", sa.String(5), nullable=False),
        _text("plaats"),
        _link("groep_id"),
        _to("turf", "groep_id", "groep"),
        _key("turf"),
    )
    op.create_index("ix_turf_datum", "turf", ["datum"])


def _overleg() -> None:
    op.create_table(
        "overleg",
        _id(),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(24), nullable=False),
        sa.Column("aanleiding", sa.String(16), nullable=False),
        _link("persoon_id"),
        sa.Column("soort_voorval", sa.String(32), nullable=False),
        sa.Column("gevraagd_op", sa.Date(), nullable=False),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("gepland_op", sa.Date()),
        sa.Column("gehouden_op", sa.Date()),
        *(_text(name) for name in ("aanwezig", "besluit", "reden")),
        _moment("gemaakt_op"),
        _moment("gewijzigd_op"),
        _to("overleg", "persoon_id", "persoon"),
        _key("overleg"),
    )
    op.create_index("ix_overleg_persoon", "overleg", ["persoon_id"])
    op.create_index("ix_overleg_status", "overleg", ["status"])
    op.create_table(
        "overleg_incident",
        _link("overleg_id", needed=True),
        _link("incident_id", needed=True),
        _to("overleg_incident", "overleg_id", "overleg"),
        _to("overleg_incident", "incident_id", "incident"),
        _key("overleg_incident", "overleg_id", "incident_id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_overleg_incident_incident", "overleg_incident", ["incident_id"])


def _afspraak() -> None:
    op.create_table(
        "afspraak",
        _id(),
        _link("overleg_id"),
        _text("omschrijving"),
        _link("eigenaar_id"),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("gedaan_op", sa.Date()),
        _moment("gemaakt_op"),
        _moment("verwijderd_op", needed=False),
        _to("afspraak", "overleg_id", "overleg"),
        _to("afspraak", "eigenaar_id", "persoon"),
        _key("afspraak"),
    )
    op.create_index("ix_afspraak_overleg", "afspraak", ["overleg_id"])


def _bespreekpunt() -> None:
    op.create_table(
        "bespreekpunt",
        _id(),
        sa.Column("soort", sa.String(16), nullable=False),
        *(_link(name) for name in ("groep_id", "persoon_id", "incident_id")),
        _text("tekst"),
        _moment("gemaakt_op"),
        sa.Column("besproken_op", sa.Date()),
        _text("verslag"),
        _moment("verwijderd_op", needed=False),
        _to("bespreekpunt", "groep_id", "groep"),
        _to("bespreekpunt", "persoon_id", "persoon"),
        _to("bespreekpunt", "incident_id", "incident"),
        _key("bespreekpunt"),
    )


def _preventie() -> None:
    op.create_table(
        "preventie",
        _id(),
        sa.Column("versie", sa.Integer(), nullable=False),
        _text("omschrijving"),
        sa.Column("patroon", sa.JSON(), nullable=False),
        sa.Column("vanaf", sa.Date(), nullable=False),
        sa.Column("evalueren_op", sa.Date()),
        _link("eigenaar_id"),
        _text("uitkomst"),
        sa.Column("gestopt_op", sa.Date()),
        _moment("gemaakt_op"),
        _moment("gewijzigd_op"),
        _moment("verwijderd_op", needed=False),
        _to("preventie", "eigenaar_id", "persoon"),
        _key("preventie"),
    )


def _earlier() -> None:
    op.create_table(
        "inzage_eerder",
        _id(),
        _moment("op"),
        sa.Column("account_id", sa.String(36), nullable=False),
        _link("persoon_id"),
        _text("reden"),
        _to("inzage_eerder", "persoon_id", "persoon"),
        _key("inzage_eerder"),
    )
    op.create_table(
        "instelling_eerder",
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("schooljaar", sa.String(9), nullable=False),
        sa.Column("waarde", sa.JSON(none_as_null=True)),
        _key("instelling_eerder", "code", "schooljaar"),
    )
