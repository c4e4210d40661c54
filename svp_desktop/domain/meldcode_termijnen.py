"""What a dossier asks for on a day, told without a name (demands 38, 121): only who holds the key hears of it."""

from datetime import date, timedelta
from typing import NamedTuple

from svp_desktop.domain.meldcode import BesluitStap, MeldcodeBlad
from svp_desktop.domain.meldcode_keuzes import JaNee, StukSoort
from svp_desktop.domain.meldcode_stukken import klaar
from svp_desktop.domain.meldcode_velden import dag

_WORDS = {
    StukSoort.AFSPRAAK: "een afspraak loopt af",
    StukSoort.TERMIJN: "u zou hierop terugkomen",
    StukSoort.VT_VRAAG: "een vraag van Veilig Thuis wacht op antwoord",
    StukSoort.GEVAAR: "direct gevaar is nog niet helemaal vastgelegd",
}
_TERUG = "terugkoppeling van Veilig Thuis verwacht"
NAKIJKEN = "gesloten: kijk of het dossier bewaard moet blijven"


class MeldcodeHerinnering(NamedTuple):
    """Something that waits: in which dossier, by its number only, what kind of thing, and on which day."""

    dossier_id: int
    nummer: str
    zin: str
    datum: date

    @property
    def gesloten(self) -> bool:
        """Whether it is about a closed dossier, of which nothing is done before its day."""
        return self.zin == NAKIJKEN


class OpenStuk(NamedTuple):
    """A record that waits, as the list knows it."""

    dossier_id: int
    nummer: str
    soort: StukSoort
    datum: date
    tot: date | None


def herinnering(stuk: OpenStuk) -> MeldcodeHerinnering:
    """The reminder of a record that waits; without a term it waits from its own day."""
    return MeldcodeHerinnering(stuk.dossier_id, stuk.nummer, _WORDS[stuk.soort], stuk.tot or stuk.datum)


def wachtend(blad: MeldcodeBlad) -> tuple[MeldcodeHerinnering, ...]:
    """What waits in one dossier, the first day first."""
    number = blad.dossier.nummer
    waiting = [
        herinnering(OpenStuk(blad.dossier.id, number, one.soort, one.datum, one.tot))
        for one in blad.stukken
        if one.soort in _WORDS and one.staat_er and not klaar(one.inhoud)
    ]
    return tuple(sorted(waiting, key=lambda reminder: reminder.datum))


def terugkoppeling(dossier_id: int, nummer: str, besluit: BesluitStap, werkdagen: int) -> MeldcodeHerinnering | None:
    """After a melding Veilig Thuis weighs within so many working days and tells what came of it."""
    told = dag(besluit.gemeld_op)
    if besluit.melden is not JaNee.JA or told is None or besluit.terug_op:
        return None
    return MeldcodeHerinnering(dossier_id, nummer, _TERUG, na_werkdagen(told, werkdagen))


def na_werkdagen(day: date, count: int) -> date:
    """So many working days later; holidays are not known here."""
    while count > 0:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day
