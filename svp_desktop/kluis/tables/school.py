"""The school itself: letterhead, own settings, groups, and who holds which role."""

from sqlalchemy import (
    JSON,
    Boolean,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    text,
)

from svp_desktop.kluis.tables.base import school_metadata

# One row: everything that letterhead and law need to know.
school = Table(
    "school",
    school_metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("naam", String, nullable=False),
    Column("straat", String, nullable=False),
    Column("postcode", String, nullable=False),
    Column("plaats", String, nullable=False),
    Column("telefoon", String, nullable=False),
    Column("email", String, nullable=False),
    Column("motto", String, nullable=False),
    Column("brin", String, nullable=False),
    Column("regio", String(16)),
    Column("grondslag", String(16)),
    Column("bestuur", String, nullable=False),
    Column("logo", LargeBinary),
    CheckConstraint("id = 1", name="een_rij"),
)

# Only what the school changed; the plan's own values are code. A later version may drop a code: the row then rests.
instelling = Table(
    "instelling",
    school_metadata,
    Column("code", String(64), primary_key=True),
    Column("waarde", JSON, nullable=False),
)

# What was in force up to and including an earlier school year; NULL is the plan's own value.
instelling_eerder = Table(
    "instelling_eerder",
    school_metadata,
    Column("code", String(64), primary_key=True),
    Column("schooljaar", String(9), primary_key=True),
    Column("waarde", JSON(none_as_null=True)),
)

groep = Table(
    "groep",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("naam", String, nullable=False),
    Column("zoek", String, nullable=False),
    Column("bouw", String(16), nullable=False),
    Column("vervallen", Boolean, nullable=False),
    Index("uq_groep_zoek", "zoek", unique=True, sqlite_where=text("vervallen = 0")),
)

# persoon_id NULL is a vacancy.
rolbezetting = Table(
    "rolbezetting",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("rol", String(32), nullable=False),
    Column("persoon_id", Integer, ForeignKey("persoon.id")),
    Column("van", Date, nullable=False),
    Column("tot", Date),
    CheckConstraint("tot IS NULL OR tot >= van", name="volgorde"),
    Index("ix_rolbezetting_rol", "rol", "van"),
    Index("ix_rolbezetting_persoon", "persoon_id"),
)
