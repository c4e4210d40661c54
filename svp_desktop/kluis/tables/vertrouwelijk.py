"""What a private file holds around table `dossier`: matters, steps, own work, jaarverslagen, destruction, hand-over.

Private files only: no other kind has these (demands 110-120). What only the window reads is one
JSON column (a dataclass of the domain); what lists and counts ask for has a column.
"""

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Integer, String, Table

from svp_desktop.kluis.tables import aantekeningen
from svp_desktop.kluis.tables.base import Moment, eigen_metadata

_DOSSIER = eigen_metadata.tables[aantekeningen.dossier.name].c.id
_AANTEKENING = eigen_metadata.tables[aantekeningen.aantekening.name].c.id

# One row a dossier; one of before there were matters has none until it is written. `gestempeld_*`: when and by whom the
# consent was recorded; `afloop`: why it was closed.
zaak = Table(
    "zaak",
    eigen_metadata,
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), primary_key=True, autoincrement=False),
    Column("versie", Integer, nullable=False),
    Column("klager", String(16), nullable=False),
    Column("onderwerp", String(16), nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("zoektekst", String, nullable=False),
    Column("gestempeld_op", Moment, nullable=False),
    Column("gestempeld_door", String(36), nullable=False),
    Column("ingetrokken_op", Moment),
    Column("ingetrokken_door", String(36)),
)

# Why a dossier was closed; a row only while it is.
afloop = Table(
    "afloop",
    eigen_metadata,
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), primary_key=True, autoincrement=False),
    Column("afloop", String(16), nullable=False),
)

# What a note was, and the time it took; a note without a row is a talk.
zaakstap = Table(
    "zaakstap",
    eigen_metadata,
    Column("aantekening_id", Integer, ForeignKey(_AANTEKENING), primary_key=True, autoincrement=False),
    Column("soort", String(16), nullable=False),
    Column("minuten", Integer, nullable=False),
    Column("inhoud", JSON, nullable=False),
)

# Work that belongs to no matter. A correction goes to table `versie` first; what is taken away stays.
werk = Table(
    "werk",
    eigen_metadata,
    Column("id", Integer, primary_key=True),
    Column("soort", String(16), nullable=False),
    Column("datum", Date, nullable=False),
    Column("minuten", Integer, nullable=False),
    Column("versie", Integer, nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_werk_datum", "datum", "id"),
    sqlite_autoincrement=True,
)

# The anonymous report of a school year (its first calendar year), with the counts as they were when it was made up.
jaarverslag = Table(
    "jaarverslag",
    eigen_metadata,
    Column("schooljaar", Integer, primary_key=True, autoincrement=False),
    Column("inhoud", JSON, nullable=False),
    Column("vastgesteld_op", Moment),
    Column("account_id", String(36), nullable=False),
)

# How many dossiers were destroyed, when, by whom and why; nothing of what was in them.
vernietiging = Table(
    "vernietiging",
    eigen_metadata,
    Column("id", Integer, primary_key=True),
    Column("op", Moment, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("inhoud", JSON, nullable=False),
    sqlite_autoincrement=True,
)

# A note for who takes over; `aan` is the account that got a key with it.
overdracht = Table(
    "overdracht",
    eigen_metadata,
    Column("id", Integer, primary_key=True),
    Column("op", Moment, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("aan", String(36)),
    Column("tekst", String, nullable=False),
    sqlite_autoincrement=True,
)
