"""Casussen: one row each, their incidents, their actions, and what happened to the casus itself (demands 18, 35-43)."""

from sqlalchemy import JSON, Boolean, CheckConstraint, Column, Date, ForeignKey, Index, Integer, String, Table, text

from svp_desktop.kluis.tables.base import Moment, school_metadata

casus = Table(
    "casus",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("versie", Integer, nullable=False),
    Column("leerling_id", Integer, ForeignKey("persoon.id")),
    Column("groep_id", Integer, ForeignKey("groep.id")),
    Column("eigenaar_id", Integer, ForeignKey("persoon.id")),
    Column("aanleiding", String, nullable=False),
    Column("doel", String, nullable=False),
    Column("zorg", String(16), nullable=False),
    Column("status", String(16), nullable=False),
    Column("geopend_op", Date, nullable=False),
    Column("afgesloten_op", Date),
    Column("afsluitreden", String, nullable=False),
    # to be put before the adviser of Verbindend Gezag (demand 80), and what was learned at the end (79)
    Column("spreekuur", Boolean, nullable=False, server_default="0"),
    Column("evaluatie", JSON, nullable=False, server_default="{}"),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    CheckConstraint("(leerling_id IS NULL) <> (groep_id IS NULL)", name="kind_of_groep"),
    CheckConstraint("(status = 'afgesloten') = (afgesloten_op IS NOT NULL)", name="afgesloten"),
    Index("ix_casus_status", "status"),
    Index("ix_casus_leerling", "leerling_id"),
    Index("ix_casus_groep", "groep_id"),
    sqlite_autoincrement=True,
)

casus_incident = Table(
    "casus_incident",
    school_metadata,
    Column("casus_id", Integer, ForeignKey("casus.id"), primary_key=True),
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Index("ix_casus_incident_incident", "incident_id", "casus_id"),
    sqlite_with_rowid=False,
)

# `gedeeld_met`: codes with a space between them.
casus_actie = Table(
    "casus_actie",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("actie", String(32), nullable=False),
    Column("datum", Date, nullable=False),
    Column("tot", Date),
    Column("gedaan", Boolean, nullable=False),
    Column("wie", String, nullable=False),
    Column("gedeeld_met", String, nullable=False),
    Column("toelichting", String, nullable=False),
    Column("waarom", String, nullable=False),
    Column("effect", String, nullable=False),
    # what was weighed (demand 43), the fields of its kind (60-76), and the guards that were passed with their reasons
    Column("afweging", String, nullable=False, server_default=""),
    Column("velden", JSON, nullable=False, server_default="{}"),
    Column("overgeslagen", JSON, nullable=False, server_default="{}"),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    CheckConstraint("tot IS NULL OR tot >= datum", name="volgorde"),
    Index("ix_casus_actie_casus", "casus_id", "datum"),
    Index("ix_casus_actie_gepland", "datum", sqlite_where=text("gedaan = 0 AND verwijderd_op IS NULL")),
    sqlite_autoincrement=True,
)

# Opened, closed, reopened, level of waakzame zorg: only added to, so that the course of a casus can be read back.
casus_verloop = Table(
    "casus_verloop",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id"), nullable=False),
    Column("op", Date, nullable=False),
    Column("soort", String(16), nullable=False),
    Column("waarde", String, nullable=False),
    Column("toelichting", String, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Index("ix_casus_verloop_casus", "casus_id", "op", "id"),
)
