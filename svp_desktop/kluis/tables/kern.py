"""The tables that every compartment has: who it is, what was done, earlier versions, drafts and where a user was.

They are the same in each kind, so these Table objects serve on the connection of any compartment.
"""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
    text,
)

from svp_desktop.kluis.tables.base import Moment, eigen_metadata, meldcode_metadata, school_metadata

# One row: ties the file to its kluis and its place in the keyring; `volgnummer` goes up with every commit.
identiteit = Table(
    "identiteit",
    school_metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("kluis_id", String(36), nullable=False),
    Column("compartiment_id", String(36), nullable=False),
    Column("soort", String(16), nullable=False),
    Column("vingerafdruk", String(64), nullable=False),
    Column("volgnummer", Integer, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    CheckConstraint("id = 1", name="een_rij"),
)

# The trail: no names and no free text. Triggers of the migration refuse a change of an old line. The one index holds
# the few lines of a review, which is asked for at every unlock; a list is read along the sequence, a piece at a time.
spoor = Table(
    "spoor",
    school_metadata,
    Column("volgnummer", Integer, primary_key=True, autoincrement=False),
    Column("op", Moment, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("actie", String(64), nullable=False),
    Column("object_id", String(64), nullable=False),
    Column("keten", LargeBinary(32), nullable=False),
    Index("ix_spoor_gecontroleerd", "volgnummer", sqlite_where=text("actie = 'spoor.gecontroleerd'")),
)

versie = Table(
    "versie",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("soort", String(64), nullable=False),
    Column("object_id", Integer, nullable=False),
    Column("nummer", Integer, nullable=False),
    Column("op", Moment, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("inhoud", JSON, nullable=False),
    UniqueConstraint("soort", "object_id", "nummer"),
)

# What someone is typing, per account: one user is never offered what another was writing.
concept = Table(
    "concept",
    school_metadata,
    Column("account_id", String(36), primary_key=True),
    Column("sleutel", String(200), primary_key=True),
    Column("inhoud", JSON, nullable=False),
    Column("bewaard_op", Moment, nullable=False),
    Index("ix_concept_bewaard_op", "bewaard_op"),
)

# Where someone was in the window (place, filters, column widths), per account, in the compartment it is about.
staat = Table(
    "staat",
    school_metadata,
    Column("account_id", String(36), primary_key=True),
    Column("sleutel", String(200), primary_key=True),
    Column("waarde", JSON, nullable=False),
)

# The fingerprint of each account's public key, as it was when a key of this compartment was first given to it.
vertrouwd = Table(
    "vertrouwd",
    school_metadata,
    Column("account_id", String(36), primary_key=True),
    Column("vingerafdruk", LargeBinary(32), nullable=False),
    Column("sinds", Moment, nullable=False),
)

for _metadata in (meldcode_metadata, eigen_metadata):
    for _table in (identiteit, spoor, versie, concept, staat, vertrouwd):
        _table.to_metadata(_metadata)
