"""The incident register (demands 25-31).

`incident` is narrow: what the list shows, sorts and filters on; the long texts stand apart, so that no list ever reads
(and decrypts) them. Derived columns are written by the store: `mand_rang` and `soort_rang` sort, `soort_bits` has one
bit for each of the 13 kinds, `kenmerken` one for each Kenmerk, `actie_op` is the day of the first action (9),
`leerlingen` and `groepen` are the names as they were on the day.
"""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from svp_desktop.kluis.tables.base import Moment, school_metadata

_LIVE = text("verwijderd_op IS NULL")
# What a filter asks, in every index of an order: ids are found, ordered and filtered without touching the table
# (`verwijderd_op` too: SQLite looks it up again although the index holds no others).
_FILTERED = ("soort_bits", "mand_rang", "twijfel", "verwijderd_op", "kenmerken")

incident = Table(
    "incident",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("jaar", Integer, nullable=False),
    Column("volgnummer", Integer, nullable=False),
    Column("versie", Integer, nullable=False),
    Column("datum", Date, nullable=False),
    Column("tijd", String(5), nullable=False),
    Column("mand", String(16), nullable=False),
    Column("mand_rang", Integer, nullable=False),
    Column("soort_bits", Integer, nullable=False),
    Column("soort_rang", Integer, nullable=False),
    Column("twijfel", Boolean, nullable=False),
    Column("leerlingen", String, nullable=False),
    Column("leerling_sleutel", String, nullable=False),
    Column("groepen", String, nullable=False),
    Column("groep_sleutel", String, nullable=False),
    Column("omschrijving", String, nullable=False),
    Column("plaats", String, nullable=False),
    Column("bereik", String(16), nullable=False),
    Column("ouders", String(16), nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Column("kenmerken", Integer, nullable=False, server_default="16"),
    Column("afgesloten_op", Date),
    Column("terugkomen_op", Date),
    Column("actie_op", Date),
    UniqueConstraint("jaar", "volgnummer"),
    Index("ix_incident_datum", "datum", "tijd", "id", *_FILTERED, "plaats", "groepen", "actie_op", sqlite_where=_LIVE),
    Index(
        "ix_incident_mand",
        "mand_rang",
        "datum",
        "tijd",
        "id",
        "soort_bits",
        "twijfel",
        "verwijderd_op",
        "kenmerken",
        sqlite_where=_LIVE,
    ),
    Index("ix_incident_soort", "soort_rang", "datum", "tijd", "id", *_FILTERED, sqlite_where=_LIVE),
    Index("ix_incident_leerling", "leerling_sleutel", "datum", "tijd", "id", *_FILTERED, sqlite_where=_LIVE),
    Index("ix_incident_groep", "groep_sleutel", "datum", "tijd", "id", *_FILTERED, sqlite_where=_LIVE),
    Index("ix_incident_terugkomen", "terugkomen_op", sqlite_where=text("terugkomen_op IS NOT NULL")),
    Index("ix_incident_prullenbak", "verwijderd_op", sqlite_where=text("verwijderd_op IS NOT NULL")),
    sqlite_autoincrement=True,
)

# `zoektekst`: the folded words of everything that can be found, each once; it is the content of `incident_zoek`.
incident_tekst = Table(
    "incident_tekst",
    school_metadata,
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True, autoincrement=False),
    Column("feiten", String, nullable=False),
    Column("kindwoorden", String, nullable=False),
    Column("directe_actie", String, nullable=False),
    Column("ouders_toelichting", String, nullable=False),
    Column("maatregel", String, nullable=False),
    Column("zoektekst", String, nullable=False),
    Column("voorkoming", String, nullable=False, server_default=""),
    Column("meer", JSON, nullable=False, server_default="{}"),
)

incident_soort = Table(
    "incident_soort",
    school_metadata,
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Column("positie", Integer, primary_key=True),
    Column("soort", String(32), nullable=False),
    Column("sub", String, nullable=False),
    sqlite_with_rowid=False,
)

incident_persoon = Table(
    "incident_persoon",
    school_metadata,
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Column("positie", Integer, primary_key=True),
    Column("persoon_id", Integer, ForeignKey("persoon.id"), nullable=False),
    Column("naam", String, nullable=False),
    Column("categorie", String(16), nullable=False),
    Column("groep", String, nullable=False),
    Column("rollen", String, nullable=False),
    Index("ix_incident_persoon_persoon", "persoon_id", "incident_id"),
    sqlite_with_rowid=False,
)
# Per child whether it stands in Esis, and whether the parents may see it (demands 22, 23).
incident_esis = Table(
    "incident_esis",
    school_metadata,
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Column("persoon_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("gezet_op", Date),
    Column("inzage", String(16), nullable=False),
    Column("inzage_reden", String, nullable=False),
    sqlite_with_rowid=False,
)
# The search index `incident_zoek` is a virtual table (FTS5), which MetaData cannot describe: see migration 0002.
