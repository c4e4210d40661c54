"""An action as it is read back: every field that holds something, with what was weighed and what was passed."""

from svp_desktop.domain.actie_velden import leesbaar
from svp_desktop.domain.casus import CasusActie, GedeeldMet
from svp_desktop.domain.labels import label
from svp_desktop.domain.waarborgen import WAARBORG_NAMEN, Waarborg


def verslag(actie: CasusActie) -> tuple[tuple[str, str], ...]:
    """(label, words) of everything that is recorded of an action, without its day (demands 42, 43, 52, 60-79)."""
    shared = ", ".join(label(item) for item in GedeeldMet if item in actie.gedeeld_met)
    found = [("Wie", actie.wie), *leesbaar(actie.actie, actie.velden)]
    found += [("Wat gebeurde er?", actie.toelichting), ("Gedeeld met", shared), ("Afweging", actie.afweging)]
    found += [("Waarom nu", actie.waarom), ("Effect", actie.effect)]
    found += [(f"Toch verder ({_naam(item.waarborg)})", item.reden) for item in actie.overgeslagen]
    return tuple((name, words.strip()) for name, words in found if words.strip())


def _naam(code: str) -> str:
    """How a guard is called; the code itself for one that the program no longer knows."""
    known = next((item for item in Waarborg if item.value == code), None)
    return code if known is None else WAARBORG_NAMEN[known]
