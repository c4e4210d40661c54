"""The tables that every compartment has: identity, trail, versions, drafts, state and fingerprints."""

from svp_desktop.kluis.migrations.kern import create_kern

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables in a new, empty file."""
    create_kern()
