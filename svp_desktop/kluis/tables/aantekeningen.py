"""Dossiers with notes, in `meldcode.db` and in each private file (demands 110-131).

The same tables in both kinds: the Table objects of meldcode serve on a private file too. A dossier keeps the uuid of
its person and its own snapshot of name and group, so that the file reads alone. `zoektekst`: folded words, each with a
space before it.
"""

from sqlalchemy import Column, Date, ForeignKey, Index, Integer, String, Table, UniqueConstraint

from svp_desktop.kluis.tables.base import Moment, eigen_metadata, meldcode_metadata

dossier = Table(
    "dossier",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("jaar", Integer, nullable=False),
    Column("volgnummer", Integer, nullable=False),
    Column("persoon_uuid", String(36)),
    Column("naam", String, nullable=False),
    Column("groep", String, nullable=False),
    Column("zoektekst", String, nullable=False),
    Column("geopend_op", Date, nullable=False),
    Column("gesloten_op", Date),
    Column("account_id", String(36), nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    UniqueConstraint("jaar", "volgnummer"),
    sqlite_autoincrement=True,
)

# `aard`: feit, mening or vermoeden; empty in a private file. A correction goes to table `versie` first.
aantekening = Table(
    "aantekening",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("datum", Date, nullable=False),
    Column("tijd", String(5), nullable=False),
    Column("met_wie", String, nullable=False),
    Column("aard", String(16), nullable=False),
    Column("tekst", String, nullable=False),
    Column("zoektekst", String, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_aantekening_dossier", "dossier_id", "datum", "tijd", "id"),
    sqlite_autoincrement=True,
)

for _table in (dossier, aantekening):
    _table.to_metadata(eigen_metadata)
