"""SQLAlchemy Core tables, one MetaData for each kind of compartment.

All tables of a compartment load together: a foreign key names its table, which must be known by then.
"""

from svp_desktop.kluis.tables import (
    aantekeningen,
    casussen,
    incidenten,
    kern,
    papieren,
    personen,
    pesten,
    postvak,
    rondom_casussen,
    rondom_incidenten,
    school,
    vertrouwelijk,
    zedenmelding,
)

__all__ = [
    "aantekeningen",
    "casussen",
    "incidenten",
    "kern",
    "papieren",
    "personen",
    "pesten",
    "postvak",
    "rondom_casussen",
    "rondom_incidenten",
    "school",
    "vertrouwelijk",
    "zedenmelding",
]
