"""How a version of a text is named in a menu."""

from svp_desktop.domain import datums
from svp_desktop.domain.briefteksten import TekstVersie


def versie_woorden(versie: TekstVersie) -> str:
    """ "Versie 2, 24 november 2026 om 15.10, Hanneke Vos"."""
    moment = versie.vastgelegd_op
    when = f"{datums.dag_maand(moment.date())} {moment.year} om {datums.tijd_kort(moment.time())}"
    what = ", terug naar standaard" if versie.standaard else ""
    return f"Versie {versie.nummer}, {when}, {versie.door}{what}".replace("&", "&&")
