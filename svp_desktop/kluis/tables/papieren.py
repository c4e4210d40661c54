"""Papers as they were handed out: the very bytes, the text they were made from, and who got them when and how.

`vorige_id` points from a correction to the paper that it replaces; no paper is ever changed or thrown away.
"""

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    String,
    Table,
    UniqueConstraint,
)

from svp_desktop.kluis.tables.base import Moment, school_metadata

papier = Table(
    "papier",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("casus_id", Integer, ForeignKey("casus.id")),
    Column("pestzaak_id", Integer, ForeignKey("pestzaak.id")),
    Column("soort", String(32), nullable=False),
    Column("titel", String, nullable=False),
    Column("nummer", Integer, nullable=False),
    Column("vorige_id", Integer, ForeignKey("papier.id")),
    Column("actie_id", Integer, ForeignKey("casus_actie.id")),
    Column("uitgereikt_op", Date, nullable=False),
    Column("wijze", String(16), nullable=False),
    Column("aan", String, nullable=False),
    Column("paginas", Integer, nullable=False),
    Column("sha256", String(64), nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    CheckConstraint("casus_id IS NOT NULL OR pestzaak_id IS NOT NULL", name="dossier"),
    Index("ix_papier_casus", "casus_id", "uitgereikt_op"),
    Index("ix_papier_pestzaak", "pestzaak_id", "uitgereikt_op"),
    sqlite_autoincrement=True,
)

# Apart, so that no list ever reads (and decrypts) the bytes.
papier_pdf = Table(
    "papier_pdf",
    school_metadata,
    Column("papier_id", Integer, ForeignKey("papier.id"), primary_key=True, autoincrement=False),
    Column("pdf", LargeBinary, nullable=False),
)

# The school's own text of a paper for one bouw ("" for adults); an empty `inhoud` is back to the standard text. The
# newest version counts, the older ones can be read back.
brieftekst = Table(
    "brieftekst",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("soort", String(32), nullable=False),
    Column("bouw", String(16), nullable=False),
    Column("versie", Integer, nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("account_id", String(36), nullable=False),
    Column("vastgelegd_op", Moment, nullable=False),
    UniqueConstraint("soort", "bouw", "versie"),
    sqlite_autoincrement=True,
)
