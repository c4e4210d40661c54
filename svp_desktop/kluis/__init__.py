"""The vault: everything that knows keys, SQLCipher, SQLAlchemy and Alembic."""
