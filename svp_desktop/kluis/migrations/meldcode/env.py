"""Alembic's entry for `meldcode.db`: runs inside the transaction that `kluis.maintenance` opened, never by itself."""

from alembic import context

from svp_desktop.kluis.tables.base import meldcode_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=meldcode_metadata,
    render_as_batch=True,
)
context.run_migrations()
