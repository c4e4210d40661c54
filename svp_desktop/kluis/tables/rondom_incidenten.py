"""What stands around the incidents (demands 29, 35-38, 54).

Attachments, quick ticks, overleg and its actions, points for the agenda, prevention, and when someone looked further
back than last school year.
"""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table

from svp_desktop.kluis.tables.base import Moment, school_metadata

# An attachment without an incident belongs to a new incident that this account is still typing.
bijlage = Table(
    "bijlage",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("incident_id", Integer, ForeignKey("incident.id")),
    Column("account_id", String(36), nullable=False),
    Column("naam", String, nullable=False),
    Column("type", String(16), nullable=False),
    Column("grootte", Integer, nullable=False),
    Column("compleet", Boolean, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_bijlage_incident", "incident_id"),
    sqlite_autoincrement=True,
)

# The bytes in pieces of 1 MiB, each its own commit.
bijlage_deel = Table(
    "bijlage_deel",
    school_metadata,
    Column("bijlage_id", Integer, ForeignKey("bijlage.id"), primary_key=True),
    Column("nummer", Integer, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

# One tick of the gele mand: a day, a time and a place, no names (54).
turf = Table(
    "turf",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("datum", Date, nullable=False),
    Column("tijd", String(5), nullable=False),
    Column("plaats", String, nullable=False),
    Column("groep_id", Integer, ForeignKey("groep.id")),
    Index("ix_turf_datum", "datum"),
)

overleg = Table(
    "overleg",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("versie", Integer, nullable=False),
    Column("soort", String(24), nullable=False),
    Column("aanleiding", String(16), nullable=False),
    Column("persoon_id", Integer, ForeignKey("persoon.id")),
    Column("soort_voorval", String(32), nullable=False),
    Column("gevraagd_op", Date, nullable=False),
    Column("status", String(16), nullable=False),
    Column("gepland_op", Date),
    Column("gehouden_op", Date),
    Column("aanwezig", String, nullable=False),
    Column("besluit", String, nullable=False),
    Column("reden", String, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Index("ix_overleg_persoon", "persoon_id"),
    Index("ix_overleg_status", "status"),
)

overleg_incident = Table(
    "overleg_incident",
    school_metadata,
    Column("overleg_id", Integer, ForeignKey("overleg.id"), primary_key=True),
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Index("ix_overleg_incident_incident", "incident_id"),
    sqlite_with_rowid=False,
)

afspraak = Table(
    "afspraak",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("overleg_id", Integer, ForeignKey("overleg.id")),
    Column("omschrijving", String, nullable=False),
    Column("eigenaar_id", Integer, ForeignKey("persoon.id")),
    Column("datum", Date, nullable=False),
    Column("gedaan_op", Date),
    Column("gemaakt_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_afspraak_overleg", "overleg_id"),
)

bespreekpunt = Table(
    "bespreekpunt",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("soort", String(16), nullable=False),
    Column("groep_id", Integer, ForeignKey("groep.id")),
    Column("persoon_id", Integer, ForeignKey("persoon.id")),
    Column("incident_id", Integer, ForeignKey("incident.id")),
    Column("tekst", String, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("besproken_op", Date),
    Column("verslag", String, nullable=False),
    Column("verwijderd_op", Moment),
)

# An action that prevents, tied to a pattern of the register: a filter as JSON (29).
preventie = Table(
    "preventie",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("versie", Integer, nullable=False),
    Column("omschrijving", String, nullable=False),
    Column("patroon", JSON, nullable=False),
    Column("vanaf", Date, nullable=False),
    Column("evalueren_op", Date),
    Column("eigenaar_id", Integer, ForeignKey("persoon.id")),
    Column("uitkomst", String, nullable=False),
    Column("gestopt_op", Date),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
)

# Someone looked further back than last school year, and why.
inzage_eerder = Table(
    "inzage_eerder",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("op", Moment, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("persoon_id", Integer, ForeignKey("persoon.id")),
    Column("reden", String, nullable=False),
)
