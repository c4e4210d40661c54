"""Which of the plan's help sentences belongs beside an action (demands 78, 79).

The school edits the sentences, so they are found by a word that carries them; when it is gone, another sentence of the
school takes its place.
"""

from collections.abc import Sequence

from svp_desktop.domain.acties import ACTIE_VAN_CODE
from svp_desktop.domain.namen import vouw

_WOORD = {
    "dagstart": "goed gaat", "relatiegebaar": "eerst connectie", "bookmark": "ijzer", "stil_protest": "winnen",
    "steun": "transparant", "herstelactie": "herstel", "oplossingsverzoek": "eerste stap",
    "weigeren": "logisch gevolg", "aankondiging": "transparant", "gastklas": "anker", "telefoonronde": "dichtbij",
    "sit_in": "snelle oplossing", "gesprek": "ijzer", "netwerkactie": "dichtbij", "thuis_school": "eerst connectie",
    "verzet_steunronde": "andere manier", "waakzaamheid": "waakzame",
}  # fmt: skip


def zin_bij(actie: str, zinnen: Sequence[str]) -> str:
    """One sentence for this action; an empty text when there is no action or the school has no sentences."""
    if actie not in ACTIE_VAN_CODE or not zinnen:
        return ""
    wanted = vouw(_WOORD[actie])
    return next((zin for zin in zinnen if wanted in vouw(zin)), zinnen[ACTIE_VAN_CODE[actie].nummer % len(zinnen)])
