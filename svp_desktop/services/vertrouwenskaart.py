"""What the school tells about its vertrouwenspersonen: the card for the classrooms and the text for the schoolgids.

Nothing of a private file is in it: names come from the roles of the school, words from its settings.
"""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import Rol
from svp_desktop.domain.vertrouwenskaart import Vertrouwenskaart, Vertrouwensplekken, schoolgids
from svp_desktop.kluis.stores import personen as people_store
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.services import bestand

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis


class VertrouwenskaartService:
    """Makes them, with who holds the role today."""

    def __init__(
        self,
        kluis: "Kluis",
        clock: Callable[[], datetime],
        hoofd: Callable[[], Briefhoofd],
        waarden: Callable[[], Instellingen],
    ) -> None:
        self._kluis, self._clock, self._hoofd, self._waarden = kluis, clock, hoofd, waarden

    def namen(self) -> tuple[str, ...]:
        """Who is interne vertrouwenspersoon today; without the school's file only the own name is known."""
        if not self._kluis.opens("school"):
            return (self._kluis.account.name,)
        with self._kluis.school.reading() as rx:
            ids = school_store.houders(rx, Rol.INTERNE_VERTROUWENSPERSOON, self._clock().date())
            return tuple(str(one.naam) for one in people_store.lees_meer(rx, ids))

    def plekken(self) -> Vertrouwensplekken:
        """How many of the places that the plan asks for are filled (110)."""
        return Vertrouwensplekken(len(self.namen()), self._waarden().getal("vertrouwenspersonen"))

    def kaart(self, fotos: Mapping[str, bytes] | None = None) -> bytes:
        """The card on paper, with the photos that the holder chose for it, by name; they are kept nowhere.

        Raises PapierFout.
        """
        from svp_desktop.documents.bladen.vertrouwenskaart import vertrouwenskaart

        words = self._waarden()
        values = Vertrouwenskaart(
            self._hoofd(),
            self.namen(),
            words.lijst("vertrouwen_kaart"),
            words.lijst("vertrouwen_kaart_waar"),
            fotos or {},
        )
        return vertrouwenskaart(values)

    def schoolgids(self) -> str:
        """The text for the schoolgids."""
        words = self._waarden()
        return schoolgids(
            words.lijst("vertrouwen_schoolgids"),
            self.namen(),
            words.lijst("vertrouwen_bereikbaar"),
            words.tekst("vertrouwen_extern"),
        )

    @staticmethod
    def bewaar(pdf: bytes, path: Path) -> None:
        """Save the card that was looked at: there is nothing personal in it. Raises BestandNietBewaard."""
        bestand.schrijf(path, lambda stream: stream.write(pdf), lambda _size: None)
