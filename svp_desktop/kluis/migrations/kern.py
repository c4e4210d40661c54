"""The first form of the tables that every compartment has: identity, trail, versions, drafts, state and fingerprints.

Revision 0001 of every kind calls this; it never changes again, what comes later is a migration of each kind.
"""

import sqlalchemy as sa
from alembic import op


def create_kern() -> None:
    """Make these tables in a new, empty file of any kind."""
    _identity()
    _trail()
    _records()
    _accounts()


def _identity() -> None:
    op.create_table(
        "identiteit",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kluis_id", sa.String(36), nullable=False),
        sa.Column("compartiment_id", sa.String(36), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("vingerafdruk", sa.String(64), nullable=False),
        sa.Column("volgnummer", sa.Integer(), nullable=False),
        sa.Column("gemaakt_op", sa.String(32), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("ck_identiteit_een_rij")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identiteit")),
    )


def _trail() -> None:
    op.create_table(
        "spoor",
        sa.Column("volgnummer", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("op", sa.String(32), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("actie", sa.String(64), nullable=False),
        sa.Column("object_id", sa.String(64), nullable=False),
        sa.Column("keten", sa.LargeBinary(32), nullable=False),
        sa.PrimaryKeyConstraint("volgnummer", name=op.f("pk_spoor")),
    )
    op.create_index(
        "ix_spoor_gecontroleerd", "spoor", ["volgnummer"], sqlite_where=sa.text("actie = 'spoor.gecontroleerd'")
    )
    for verb in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER spoor_geen_{verb.lower()} BEFORE {verb} ON spoor"
            " BEGIN SELECT RAISE(ABORT, 'the trail only grows'); END"
        )


def _records() -> None:
    op.create_table(
        "versie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(64), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=False),
        sa.Column("nummer", sa.Integer(), nullable=False),
        sa.Column("op", sa.String(32), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_versie")),
        sa.UniqueConstraint("soort", "object_id", "nummer", name=op.f("uq_versie_soort_object_id_nummer")),
    )
    op.create_table(
        "concept",
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("sleutel", sa.String(200), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("bewaard_op", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "sleutel", name=op.f("pk_concept")),
    )
    op.create_index("ix_concept_bewaard_op", "concept", ["bewaard_op"])


def _accounts() -> None:
    op.create_table(
        "staat",
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("sleutel", sa.String(200), nullable=False),
        sa.Column("waarde", sa.JSON(), nullable=False),
        sa.PrimaryKeyConstraint("account_id", "sleutel", name=op.f("pk_staat")),
    )
    op.create_table(
        "vertrouwd",
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vingerafdruk", sa.LargeBinary(32), nullable=False),
        sa.Column("sinds", sa.String(32), nullable=False),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_vertrouwd")),
    )
