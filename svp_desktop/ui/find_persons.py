"""How the fields for a name find somebody of the register."""

from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.widgets.suggest import Find, Suggestion


def persons(context: Context, *soorten: PersoonSoort) -> Find:
    """Finds persons of these kinds by what is typed of a name; of every kind without."""
    wanted = frozenset(soorten)

    def find(text: str) -> list[Suggestion]:
        found = context.werkplek.personen.zoek(text, soorten=wanted)
        return [Suggestion(item.id, item.naam, item.omschrijving) for item in found]

    return find
