"""The letter box: records sealed to the holders of another compartment by someone who cannot read that one.

A row is one record for one receiver; the receiver's next unlock moves it to where it belongs and deletes it here.
"""

from sqlalchemy import Column, Index, Integer, LargeBinary, String, Table

from svp_desktop.kluis.tables.base import Moment, school_metadata

postvak = Table(
    "postvak",
    school_metadata,
    Column("id", Integer, primary_key=True),
    Column("bericht_uuid", String(36), nullable=False),
    Column("ontvanger", String(36), nullable=False),
    Column("verzegeld", LargeBinary, nullable=False),
    Column("gemaakt_op", Moment, nullable=False),
    Index("ix_postvak_ontvanger", "ontvanger"),
)
