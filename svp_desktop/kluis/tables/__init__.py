"""SQLAlchemy Core tables, one MetaData for each kind of compartment."""
