"""What stands around a casus (demands 18-22, 64, 69-71, 82-88) and the school's calendar of school-free days.

People, talks, thuis-school with its contacts, herstelgesprekken and tasks. What only the window reads is one JSON
column per row (a dataclass of the domain); what is asked for in lists, dates and people, has columns of its own.
"""

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, text

from svp_desktop.kluis.tables.base import Moment, school_metadata

_LIVE = text("verwijderd_op IS NULL")

# `rol`: team, betrokken or geraakt.
casus_persoon = Table(
    "casus_persoon",
    school_metadata,
    Column("casus_id", Integer, ForeignKey("casus.id"), primary_key=True),
    Column("persoon_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("rol", String(16), primary_key=True),
    Index("ix_casus_persoon_persoon", "persoon_id", "casus_id"),
    sqlite_with_rowid=False,
)

# One line for each parent of each child in the casus: both gezaghebbenden are told, each by themselves.
casus_ouder = Table(
    "casus_ouder",
    school_metadata,
    Column("casus_id", Integer, ForeignKey("casus.id"), primary_key=True),
    Column("leerling_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("ouder_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("ingelicht_op", Date),
    Column("brief_op", Date),
    Column("inbreng", String, nullable=False),
    sqlite_with_rowid=False,
)

# Someone who helps; not everyone is in the register, so the name stands here.
steunfiguur = Table(
    "steunfiguur",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id"), nullable=False),
    Column("persoon_id", Integer, ForeignKey("persoon.id")),
    Column("naam", String, nullable=False),
    Column("relatie", String, nullable=False),
    Column("telefoon", String, nullable=False),
    Column("toestemming_op", Date),
    Column("toestemming_van", String, nullable=False),
    Column("notitie", String, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_steunfiguur_casus", "casus_id"),
    sqlite_autoincrement=True,
)

gesprek = Table(
    "gesprek",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("soort", String(16), nullable=False),
    Column("persoon_id", Integer, ForeignKey("persoon.id")),
    Column("gevraagd_op", Date),
    Column("gepland_op", Date),
    Column("gehouden_op", Date),
    Column("inhoud", JSON, nullable=False),
    Column("esis_op", Date),
    Column("inzage", String(16), nullable=False),
    Column("inzage_reden", String, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_gesprek_casus", "casus_id"),
    Index("ix_gesprek_persoon", "persoon_id", "gehouden_op", sqlite_where=_LIVE),
    Index("ix_gesprek_gepland", "gepland_op", sqlite_where=text("gehouden_op IS NULL AND verwijderd_op IS NULL")),
    sqlite_autoincrement=True,
)

# `status`: voorbereiding, definitief or afgerond; a final one has its days.
thuisschool = Table(
    "thuisschool",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    Column("vanaf", Date),
    Column("tot", Date),
    Column("inhoud", JSON, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    CheckConstraint("status = 'voorbereiding' OR (vanaf IS NOT NULL AND tot IS NOT NULL)", name="dagen"),
    CheckConstraint("tot IS NULL OR vanaf IS NULL OR tot >= vanaf", name="volgorde"),
    Index("ix_thuisschool_casus", "casus_id"),
    Index("ix_thuisschool_status", "status", "tot", sqlite_where=_LIVE),
    sqlite_autoincrement=True,
)

# `met`: codes (kind, ouders) with a space between them.
thuisschool_contact = Table(
    "thuisschool_contact",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("thuisschool_id", Integer, ForeignKey("thuisschool.id"), nullable=False),
    Column("datum", Date, nullable=False),
    Column("tijd", String(5), nullable=False),
    Column("met", String, nullable=False),
    Column("hoe", String(16), nullable=False),
    Column("door", String, nullable=False),
    Column("notitie", String, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_thuisschool_contact_periode", "thuisschool_id", "datum"),
    sqlite_autoincrement=True,
)

herstelgesprek = Table(
    "herstelgesprek",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id"), nullable=False),
    Column("thuisschool_id", Integer, ForeignKey("thuisschool.id")),
    Column("incident_id", Integer, ForeignKey("incident.id")),
    Column("versie", Integer, nullable=False),
    Column("gepland_op", Date),
    Column("gehouden_op", Date),
    Column("inhoud", JSON, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_herstelgesprek_casus", "casus_id"),
    Index(
        "ix_herstelgesprek_gepland", "gepland_op", sqlite_where=text("gehouden_op IS NULL AND verwijderd_op IS NULL")
    ),
    sqlite_autoincrement=True,
)

# `bron`: what made the task ("nazorg", "checkin", "" for one that somebody typed).
casus_taak = Table(
    "casus_taak",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id"), nullable=False),
    Column("thuisschool_id", Integer, ForeignKey("thuisschool.id")),
    Column("versie", Integer, nullable=False),
    Column("bron", String(16), nullable=False),
    Column("omschrijving", String, nullable=False),
    Column("eigenaar_id", Integer, ForeignKey("persoon.id")),
    Column("datum", Date, nullable=False),
    Column("gedaan_op", Date),
    Column("notitie", String, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_casus_taak_casus", "casus_id"),
    Index("ix_casus_taak_open", "datum", sqlite_where=text("gedaan_op IS NULL AND verwijderd_op IS NULL")),
    sqlite_autoincrement=True,
)

# `soort`: vakantie, feestdag or eigen (a day of the school itself).
schoolvrij = Table(
    "schoolvrij",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("schooljaar", String(9), nullable=False),
    Column("soort", String(16), nullable=False),
    Column("naam", String, nullable=False),
    Column("vanaf", Date, nullable=False),
    Column("tot", Date, nullable=False),
    CheckConstraint("tot >= vanaf", name="volgorde"),
    Index("ix_schoolvrij_schooljaar", "schooljaar", "vanaf"),
    sqlite_autoincrement=True,
)

# The school years that are filled in; in any other nothing is counted.
schoolkalender = Table(
    "schoolkalender",
    school_metadata,
    Column("schooljaar", String(9), primary_key=True),
    Column("nagekeken", Boolean, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
)
