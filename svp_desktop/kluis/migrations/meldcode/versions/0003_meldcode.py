"""The meldcode dossier around table dossier: head, records, steps, answers, additions, papers, wording."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the tables to a file of the revision before; what stood there is kept."""
    _kop()
    _stuk()
    _stap()
    _antwoord()
    _aanvulling()
    _papier()
    _tekst()


def _dossier(table: str) -> sa.ForeignKeyConstraint:
    name = op.f(f"fk_{table}_dossier_id_dossier")
    return sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=name)


def _key(table: str, column: str = "id") -> sa.PrimaryKeyConstraint:
    return sa.PrimaryKeyConstraint(column, name=op.f(f"pk_{table}"))


def _kop() -> None:
    op.create_table(
        "meldcode_kop",
        sa.Column("dossier_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("afloop", sa.String(16)),
        sa.Column("zoektekst", sa.String(), nullable=False),
        _dossier("meldcode_kop"),
        _key("meldcode_kop", "dossier_id"),
    )


def _stuk() -> None:
    op.create_table(
        "meldcode_stuk",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("datum", sa.Date(), nullable=False),
        sa.Column("tot", sa.Date()),
        sa.Column("klaar_op", sa.Date()),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("zoektekst", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("begonnen_op", sa.String(32), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.Column("verwijderd_op", sa.String(32)),
        _dossier("meldcode_stuk"),
        _key("meldcode_stuk"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meldcode_stuk_dossier", "meldcode_stuk", ["dossier_id", "datum", "id"])
    op.create_index("ix_meldcode_stuk_wacht", "meldcode_stuk", ["klaar_op", "soort"])


def _stap() -> None:
    op.create_table(
        "meldcode_stap",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("stap", sa.Integer(), nullable=False),
        sa.Column("ronde", sa.Integer(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("zoektekst", sa.String(), nullable=False),
        sa.Column("geopend_op", sa.String(32), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        sa.Column("afgerond_op", sa.String(32)),
        sa.Column("afgerond_door", sa.String(36)),
        _dossier("meldcode_stap"),
        sa.UniqueConstraint("dossier_id", "stap", "ronde", name=op.f("uq_meldcode_stap_dossier_id_stap_ronde")),
        _key("meldcode_stap"),
        sqlite_autoincrement=True,
    )


def _antwoord() -> None:
    op.create_table(
        "meldcode_antwoord",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("vraag", sa.String(16), nullable=False),
        sa.Column("keuze", sa.String(16), nullable=False),
        sa.Column("inhoud", sa.JSON(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        _dossier("meldcode_antwoord"),
        _key("meldcode_antwoord"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meldcode_antwoord_dossier", "meldcode_antwoord", ["dossier_id", "id"])


def _aanvulling() -> None:
    op.create_table(
        "meldcode_aanvulling",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(16), nullable=False),
        sa.Column("object_id", sa.Integer(), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        _dossier("meldcode_aanvulling"),
        _key("meldcode_aanvulling"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meldcode_aanvulling_dossier", "meldcode_aanvulling", ["dossier_id", "id"])


def _papier() -> None:
    op.create_table(
        "meldcode_papier",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("soort", sa.String(32), nullable=False),
        sa.Column("wijze", sa.String(16), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("vastgelegd_op", sa.String(32), nullable=False),
        _dossier("meldcode_papier"),
        _key("meldcode_papier"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_meldcode_papier_dossier", "meldcode_papier", ["dossier_id", "id"])


def _tekst() -> None:
    op.create_table(
        "meldcode_tekst",
        sa.Column("code", sa.String(64), nullable=False),
        sa.Column("tekst", sa.String(), nullable=False),
        sa.Column("account_id", sa.String(36), nullable=False),
        sa.Column("gewijzigd_op", sa.String(32), nullable=False),
        _key("meldcode_tekst", "code"),
    )
