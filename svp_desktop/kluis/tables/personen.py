"""Persons: one row each, whatever their category, and the lines between them.

`sorteer` and `zoek` are folded (lower case, no diacritics) by the store, for ordering and finding. `zoek` holds every
word with a space before it, so that `' ber'` within it is the beginning of a word.
"""

from sqlalchemy import Boolean, Column, Date, ForeignKey, Index, Integer, String, Table, text

from svp_desktop.kluis.tables.base import Moment, school_metadata

# Columns that a category does not have are empty text or NULL.
persoon = Table(
    "persoon",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("soort", String(16), nullable=False),
    Column("roepnaam", String, nullable=False),
    Column("tussenvoegsel", String, nullable=False),
    Column("achternaam", String, nullable=False),
    Column("sorteer", String, nullable=False),
    Column("zoek", String, nullable=False),
    Column("nummer", String, nullable=False, server_default=""),
    Column("geboortedatum", Date),
    Column("jaargroep", Integer),
    Column("groep_id", Integer, ForeignKey("groep.id")),
    Column("aanspreekvorm", String(16), nullable=False, server_default="neutraal"),
    Column("voorletters", String, nullable=False, server_default=""),
    Column("straat", String, nullable=False, server_default=""),
    Column("postcode", String, nullable=False, server_default=""),
    Column("plaats", String, nullable=False, server_default=""),
    Column("telefoon", String, nullable=False, server_default=""),
    Column("email", String, nullable=False, server_default=""),
    Column("taal", String, nullable=False, server_default=""),
    Column("noemnaam", String, nullable=False, server_default=""),
    Column("functie", String, nullable=False, server_default=""),
    Column("organisatie", String, nullable=False, server_default=""),
    Column("vertrokken_op", Date),
    Column("verwijderd_op", Moment),
    Index("ix_persoon_soort", "soort", "sorteer", "id", sqlite_where=text("verwijderd_op IS NULL")),
    Index("ix_persoon_groep", "groep_id", "sorteer"),
    Index("ix_persoon_nummer", "soort", "nummer"),
    sqlite_autoincrement=True,
)

ouder_van = Table(
    "ouder_van",
    school_metadata,
    Column("ouder_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("leerling_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("relatie", String, nullable=False),
    Column("gezag", Boolean, nullable=False),
    Index("ix_ouder_van_leerling", "leerling_id", "ouder_id"),
)

medewerker_groep = Table(
    "medewerker_groep",
    school_metadata,
    Column("medewerker_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("groep_id", Integer, ForeignKey("groep.id"), primary_key=True),
    Index("ix_medewerker_groep_groep", "groep_id", "medewerker_id"),
)
