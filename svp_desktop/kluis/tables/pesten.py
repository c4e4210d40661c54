"""Pestzaken (demands 92-109): one row each, and around it people, incidents, tests, signals, steps and checks.

What only the window reads is one JSON column per row (a dataclass of the domain); what lists ask for, dates and people,
has columns of its own.
"""

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

from svp_desktop.kluis.tables.base import Moment, school_metadata

# `inhoud`: what each of the six tasks records. The linked casus brings the ladder of actions (92).
pestzaak = Table(
    "pestzaak",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("versie", Integer, nullable=False),
    Column("status", String(16), nullable=False),
    Column("gemeld_op", Date, nullable=False),
    Column("melder", String, nullable=False),
    Column("coordinator_id", Integer, ForeignKey("persoon.id")),
    Column("casus_id", Integer, ForeignKey("casus.id")),
    Column("inhoud", JSON, nullable=False),
    Column("zoektekst", String, nullable=False),
    Column("afgesloten_op", Date),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    CheckConstraint("(status = 'afgesloten') = (afgesloten_op IS NOT NULL)", name="afgesloten"),
    Index("ix_pestzaak_status", "status", "gemeld_op"),
    Index("ix_pestzaak_casus", "casus_id"),
    sqlite_autoincrement=True,
)

# `rol`: gepest, pester, assistent, versterker, verdediger or omstander; adults as well (99).
pest_persoon = Table(
    "pest_persoon",
    school_metadata,
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), primary_key=True),
    Column("persoon_id", Integer, ForeignKey("persoon.id"), primary_key=True),
    Column("rol", String(16), nullable=False),
    Column("notitie", String, nullable=False),
    Index("ix_pest_persoon_persoon", "persoon_id", "pestzaak_id"),
    sqlite_with_rowid=False,
)

pest_incident = Table(
    "pest_incident",
    school_metadata,
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), primary_key=True),
    Column("incident_id", Integer, ForeignKey("incident.id"), primary_key=True),
    Index("ix_pest_incident_incident", "incident_id", "pestzaak_id"),
    sqlite_with_rowid=False,
)

# Who does what to whom, as somebody saw it (99); what incidents tell is read from the incidents.
pest_relatie = Table(
    "pest_relatie",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), nullable=False),
    Column("van_id", Integer, ForeignKey("persoon.id"), nullable=False),
    Column("naar_id", Integer, ForeignKey("persoon.id"), nullable=False),
    Column("wat", String, nullable=False),
    Column("helpt", Boolean, nullable=False),
    CheckConstraint("van_id <> naar_id", name="twee_personen"),
    Index("ix_pest_relatie_pestzaak", "pestzaak_id"),
    sqlite_autoincrement=True,
)

# `uitkomst`: plagen, ruzie, pesten or onbekend; `inhoud` holds the three criteria with their dated evidence (93-94).
pest_toets = Table(
    "pest_toets",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), nullable=False),
    Column("datum", Date, nullable=False),
    Column("uitkomst", String(16), nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("hertoets_op", Date),
    Column("account_id", String(36), nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_pest_toets_pestzaak", "pestzaak_id", "datum"),
    sqlite_autoincrement=True,
)

# One signal that one person saw on one day (96-97); `lijst`: gepest or pester, `signaal`: the words of that day.
pest_signaal = Table(
    "pest_signaal",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), nullable=False),
    Column("persoon_id", Integer, ForeignKey("persoon.id"), nullable=False),
    Column("lijst", String(16), nullable=False),
    Column("signaal", String, nullable=False),
    Column("datum", Date, nullable=False),
    Column("gezien_door", String, nullable=False),
    Column("notitie", String, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_pest_signaal_pestzaak", "pestzaak_id", "lijst", "signaal"),
    sqlite_autoincrement=True,
)

# `soort`: actie, afspraak, gesprek, advies or verwijzing; `bron`: the step of an approach that brought it, or "".
pest_stap = Table(
    "pest_stap",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("soort", String(16), nullable=False),
    Column("bron", String(32), nullable=False),
    Column("omschrijving", String, nullable=False),
    Column("met_wie", String, nullable=False),
    Column("eigenaar_id", Integer, ForeignKey("persoon.id")),
    Column("datum", Date, nullable=False),
    Column("gedaan_op", Date),
    Column("notitie", String, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_pest_stap_pestzaak", "pestzaak_id", "datum"),
    Index("ix_pest_stap_open", "datum", sqlite_where=text("gedaan_op IS NULL AND verwijderd_op IS NULL")),
    sqlite_autoincrement=True,
)

# Nazorg (108): asked of the child itself. `nagekomen` and `gestopt`: ja, deels, nee or "".
pest_check = Table(
    "pest_check",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("gepland_op", Date, nullable=False),
    Column("gehouden_op", Date),
    Column("nagekomen", String(8), nullable=False),
    Column("gestopt", String(8), nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Column("gewijzigd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_pest_check_pestzaak", "pestzaak_id", "gepland_op"),
    Index("ix_pest_check_open", "gepland_op", sqlite_where=text("gehouden_op IS NULL AND verwijderd_op IS NULL")),
    sqlite_autoincrement=True,
)

# Opened, in nazorg, closed, reopened: only added to.
pest_verloop = Table(
    "pest_verloop",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id"), nullable=False),
    Column("op", Date, nullable=False),
    Column("soort", String(16), nullable=False),
    Column("tekst", String, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Index("ix_pest_verloop_pestzaak", "pestzaak_id"),
    sqlite_autoincrement=True,
)

# A document of the school itself, such as the coordinator's own anti-pestdocument (103).
schooldocument = Table(
    "schooldocument",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("soort", String(16), nullable=False),
    Column("naam", String, nullable=False),
    Column("type", String(16), nullable=False),
    Column("grootte", Integer, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    Column("verwijderd_op", Moment),
    Index("ix_schooldocument_soort", "soort"),
    sqlite_autoincrement=True,
)

# Apart, so that no list ever reads (and decrypts) the bytes.
schooldocument_data = Table(
    "schooldocument_data",
    school_metadata,
    Column("schooldocument_id", Integer, ForeignKey("schooldocument.id"), primary_key=True, autoincrement=False),
    Column("data", LargeBinary, nullable=False),
)
