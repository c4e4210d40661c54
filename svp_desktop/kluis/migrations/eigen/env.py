"""Alembic's entry for a private file: runs inside the transaction that `kluis.maintenance` opened, never by itself."""

from alembic import context

from svp_desktop.kluis.tables.base import eigen_metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=eigen_metadata,
    render_as_batch=True,
)
context.run_migrations()
