"""Persons of the register for the form: found by two letters, family and classmates of a child."""

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.incident import Betrokkene
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.incidenten.nabij import Kind
from svp_desktop.ui.widgets.suggest import Suggestion

_ICONS = {
    PersoonSoort.LEERLING: "user",
    PersoonSoort.MEDEWERKER: "contact",
    PersoonSoort.OUDER: "users",
    PersoonSoort.EXTERN: "user",
}


class Opzoeken:
    """What the form asks of the register."""

    def __init__(self, context: Context) -> None:
        self._context = context
        self._people = context.werkplek.personen

    def find(self, text: str) -> list[Suggestion]:
        """Who is called like this, pupils first."""
        return [
            Suggestion(person.id, person.naam, person.omschrijving or label(person.soort), _ICONS[person.soort])
            for person in self._people.zoek(text)
        ]

    def family(self, child_id: int) -> list[Kind]:
        """Brothers and sisters at school."""
        return [(child.id, str(child.naam)) for child in self._people.broers_zussen(child_id)]

    def classmates(self, child_id: int) -> list[Kind]:
        """The children of the same groep."""
        return [(child.id, str(child.naam)) for child in self._people.groepsgenoten(child_id)]

    def person(self, person_id: int) -> Betrokkene | None:
        """A found person as one of the incident; None, and said, when that one is gone."""
        try:
            return self._people.als_betrokkene(person_id)
        except UserFacing as error:
            self._context.bar.show_error(error)
            return None
