"""SQLAlchemy Core tables, one MetaData for each kind of compartment.

All tables of a compartment load together: a foreign key names its table, which must be known by then.
"""

from svp_desktop.kluis.tables import casussen, incidenten, kern, papieren, personen, school

__all__ = ["casussen", "incidenten", "kern", "papieren", "personen", "school"]
