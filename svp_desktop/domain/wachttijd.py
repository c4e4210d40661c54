"""How long it took until something was done about an incident (demand 9)."""

from enum import Enum


class Wachttijd(Enum):
    """How long it took from the incident to the first action, in calendar days (demand 9)."""

    ZELFDE_DAG = "zelfde_dag"
    EEN_DAG = "een_dag"
    TWEE_TOT_VIJF = "twee_tot_vijf"
    LATER = "later"
    NOG_NIET = "nog_niet"


WACHTTIJDEN = {
    Wachttijd.ZELFDE_DAG: "dezelfde dag",
    Wachttijd.EEN_DAG: "een dag later",
    Wachttijd.TWEE_TOT_VIJF: "na 2 tot en met 5 dagen",
    Wachttijd.LATER: "na meer dan 5 dagen",
    Wachttijd.NOG_NIET: "nog niet opgeschreven",
}
