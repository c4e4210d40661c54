"""The meldcode dossier around table `dossier`: head, records, steps, answers, additions, papers and wording (121-131).

Meldcode only: a private file has none of these. What only the window reads is one JSON column (a dataclass of the
domain); what lists and reminders ask for has a column. Answers and additions are only ever inserted.
"""

from sqlalchemy import JSON, Column, Date, ForeignKey, Index, Integer, LargeBinary, String, Table, UniqueConstraint

from svp_desktop.kluis.tables import aantekeningen
from svp_desktop.kluis.tables.base import Moment, meldcode_metadata

_DOSSIER = aantekeningen.dossier.c.id

# One row a dossier; one that was begun before it has none until it is written. `afloop`: why it was closed.
meldcode_kop = Table(
    "meldcode_kop",
    meldcode_metadata,
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), primary_key=True, autoincrement=False),
    Column("versie", Integer, nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("afloop", String(16)),
    Column("zoektekst", String, nullable=False),
)

# Statements, advice, talks, agreements and the rest: `soort` tells which. `tot` is a term; `klaar_op` empty while it
# waits. A correction goes to table `versie` first; what is taken away stays.
meldcode_stuk = Table(
    "meldcode_stuk",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), nullable=False),
    Column("soort", String(16), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("datum", Date, nullable=False),
    Column("tot", Date),
    Column("klaar_op", Date),
    Column("inhoud", JSON, nullable=False),
    Column("zoektekst", String, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("begonnen_op", Moment, nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_meldcode_stuk_dossier", "dossier_id", "datum", "id"),
    Index("ix_meldcode_stuk_wacht", "klaar_op", "soort"),
    sqlite_autoincrement=True,
)

# A round of a step; open until `afgerond_op`.
meldcode_stap = Table(
    "meldcode_stap",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), nullable=False),
    Column("stap", Integer, nullable=False),
    Column("ronde", Integer, nullable=False),
    Column("versie", Integer, nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("zoektekst", String, nullable=False),
    Column("geopend_op", Moment, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Column("afgerond_op", Moment),
    Column("afgerond_door", String(36)),
    UniqueConstraint("dossier_id", "stap", "ronde"),
    sqlite_autoincrement=True,
)

meldcode_antwoord = Table(
    "meldcode_antwoord",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), nullable=False),
    Column("vraag", String(16), nullable=False),
    Column("keuze", String(16), nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Index("ix_meldcode_antwoord_dossier", "dossier_id", "id"),
    sqlite_autoincrement=True,
)

# `soort`: stuk or stap; `object_id` its id.
meldcode_aanvulling = Table(
    "meldcode_aanvulling",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), nullable=False),
    Column("soort", String(16), nullable=False),
    Column("object_id", Integer, nullable=False),
    Column("tekst", String, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Index("ix_meldcode_aanvulling_dossier", "dossier_id", "id"),
    sqlite_autoincrement=True,
)

# Papers as they left the program; `wijze` printed or saved.
meldcode_papier = Table(
    "meldcode_papier",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey(_DOSSIER), nullable=False),
    Column("soort", String(32), nullable=False),
    Column("wijze", String(16), nullable=False),
    Column("pdf", LargeBinary, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Index("ix_meldcode_papier_dossier", "dossier_id", "id"),
    sqlite_autoincrement=True,
)

# The school's own wording; earlier ones stay in table `versie`.
meldcode_tekst = Table(
    "meldcode_tekst",
    meldcode_metadata,
    Column("code", String(64), primary_key=True),
    Column("tekst", String, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
)
