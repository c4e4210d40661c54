"""Records of a possible sexual offence by someone with a task for the school, in `meldcode.db` (WPO art. 4a).

Only added to: `soort` is melding or aanvulling, the latter with the `bij_uuid` of its melding. `afzender` is the
account that wrote it; whoever took it out of the letter box only carried it.
"""

from sqlalchemy import JSON, Column, Index, Integer, String, Table

from svp_desktop.kluis.tables.base import Moment, meldcode_metadata

zedenmelding = Table(
    "zedenmelding",
    meldcode_metadata,
    Column("id", Integer, primary_key=True),
    Column("uuid", String(36), nullable=False, unique=True),
    Column("soort", String(16), nullable=False),
    Column("bij_uuid", String(36)),
    Column("afzender", String(36), nullable=False),
    Column("op", Moment, nullable=False),
    Column("inhoud", JSON, nullable=False),
    Column("ontvangen_op", Moment, nullable=False),
    Index("ix_zedenmelding_bij", "bij_uuid"),
    sqlite_autoincrement=True,
)
