"""The sheet for the team meeting: what changed in the casussen since the last one (demands 78, 80, 141)."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from svp_desktop.domain import datums, teamblad
from svp_desktop.domain.casus import Casus, CasusStatus, TijdlijnRegel
from svp_desktop.domain.casus_taken import te_doen
from svp_desktop.domain.errors import InvoerOnjuist
from svp_desktop.domain.findings import blocking
from svp_desktop.domain.incident import IncidentFilter, IncidentRegel, IncidentVolgorde, Mand
from svp_desktop.domain.initialen import Ander, Namen, initialen
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.labels import label
from svp_desktop.domain.papier import Briefhoofd
from svp_desktop.domain.school import PersoonSoort
from svp_desktop.domain.teamblad import Gehouden, Teamblad, TeamCasus, Teamoverleg
from svp_desktop.kluis.stores import (
    bespreken,
    casus_acties,
    casus_taken,
    casussen,
    esis,
    herstelgesprekken,
    incidenten_lijst,
    instellingen,
    personen,
)
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.kluis.stores import teamblad as store
from svp_desktop.kluis.transaction import Rx
from svp_desktop.services import bestand

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.services.casussen import CasussenService

NAMEN_VOLUIT = "teamblad_namen"
_VOORUIT = timedelta(days=21)
# so that the sheet of a school with many casussen stays two pages
_NIEUWS, _TAKEN, _INCIDENTEN, _ZIN = 3, 3, 6, 70
_ZWAAR = (Mand.ROOD, Mand.ORANJE)


class Overlegdagen(NamedTuple):
    """The two days of a sheet, whether a meeting was remembered before, and whether names stand there in full."""

    overleg: Teamoverleg
    eerste: bool
    namen: bool


class TeambladService:
    """Makes the sheet, and remembers the meeting when it was handed out."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime], casussen_: "CasussenService") -> None:
        self._kluis, self._clock, self._casussen = kluis, clock, casussen_

    def voorstel(self) -> Overlegdagen:
        """Where the next sheet begins."""
        today = self._clock().date()
        with self._kluis.school.reading() as rx:
            last = store.laatste(rx)
            names = Instellingen(instellingen.lees(rx)).aan(NAMEN_VOLUIT)
        days = last.volgende(today) if last else Teamoverleg(today - teamblad.EERSTE_KEER, today)
        return Overlegdagen(days, last is None, names)

    def lees(self, overleg: Teamoverleg, *, namen: bool) -> Teamblad:
        """What stands on the sheet; without `namen` children by initials, and no parent by name.

        Raises InvoerOnjuist when the days are not right.
        """
        if findings := blocking(teamblad.check_overleg(overleg, self._clock().date())):
            raise InvoerOnjuist(findings)
        with self._kluis.school.reading() as rx:
            return _Lezing(rx, self._clock().date(), overleg, self._casussen.tijdlijn, namen=namen).blad()

    def papier(self, overleg: Teamoverleg, *, namen: bool) -> bytes:
        """The sheet as PDF. Raises InvoerOnjuist, PapierFout."""
        from svp_desktop.documents.reports.teamblad import teamblad_pdf

        made = self.lees(overleg, namen=namen)
        with self._kluis.school.reading() as rx:
            head = Briefhoofd.van(school_store.lees(rx))
        return teamblad_pdf(head, made, namen=namen)

    def bewaar(self, overleg: Teamoverleg, pdf: bytes, path: Path) -> None:
        """Save the sheet that was looked at, and remember the meeting. Raises BestandNietBewaard."""
        bestand.schrijf(path, lambda stream: stream.write(pdf), lambda _size: self._uit("teamblad.opgeslagen", overleg))

    def afgedrukt(self, overleg: Teamoverleg) -> None:
        """Note that it went to the printer, and remember the meeting."""
        self._uit("teamblad.afgedrukt", overleg)

    def _uit(self, code: str, overleg: Teamoverleg) -> None:
        with self._kluis.school.transaction() as tx:
            store.bewaar(tx, Gehouden(overleg.overleg, overleg.vorig, self._clock().date()))
            tx.log(code)


class _Lezing:
    """One reading of the school for one sheet."""

    def __init__(
        self,
        rx: Rx,
        today: date,
        overleg: Teamoverleg,
        tijdlijn: Callable[[int], tuple[TijdlijnRegel, ...]],
        *,
        namen: bool,
    ) -> None:
        self._rx, self._today, self._overleg, self._tijdlijn = rx, today, overleg, tijdlijn
        self._settings = Instellingen(instellingen.lees(rx))
        closed = [one for one in casussen.alle(rx, (CasusStatus.AFGESLOTEN,)) if self._recent(one.afgesloten_op)]
        self._casussen = (*casussen.alle(rx, casussen.LOPENDE), *closed)
        self._names = None if namen else self._register()

    def blad(self) -> Teamblad:
        """Everything on the sheet."""
        told = [(one, self._casus(one)) for one in self._casussen]
        lines = self._settings.lijst("oneliners")
        counted, heavy = self._incidenten()
        return Teamblad(
            self._overleg,
            tuple(self._punten()),
            tuple(found for _, found in told if found.nieuws or found.taken),
            tuple(found.titel for _, found in told if not (found.nieuws or found.taken)),
            counted,
            heavy,
            tuple(self._afspraken()),
            lines[self._overleg.overleg.toordinal() % len(lines)] if lines else "",
        )

    def _recent(self, day: date | None) -> bool:
        return day is not None and self._overleg.vorig <= day <= self._today

    def _register(self) -> Namen:
        children = [one.leerling_id for one in self._casussen if one.leerling_id is not None]
        pupils = personen.lees_meer(self._rx, list(dict.fromkeys(children)))
        letters = initialen([one.naam for one in pupils])
        return Namen(
            (),
            [Ander(one.naam, door, one.id) for one, door in zip(pupils, letters, strict=True)],
            [one.naam for one in personen.alle(self._rx, PersoonSoort.MEDEWERKER)],
            [one.naam for one in personen.alle(self._rx, PersoonSoort.OUDER)],
            esis.leerlingnamen(self._rx),
        )

    def _zonder(self, text: str) -> str:
        words = " ".join(text.split())
        return words if self._names is None else self._names.vervang(words).tekst

    def _kort(self, text: str) -> str:
        """No more of a text than fits beside the others; names are taken out before it is cut."""
        words = self._zonder(text)
        return words if len(words) <= _ZIN else f"{words[:_ZIN].rsplit(' ', 1)[0].rstrip('.,;:')}…"

    def _titel(self, casus: Casus) -> str:
        if self._names is None or casus.leerling_id is None:
            who = casus.titel
        else:
            who = self._names.letters(casus.leerling_id)
        return f"{who} ({casus.groep})" if casus.groep and casus.leerling_id is not None else who

    def _casus(self, casus: Casus) -> TeamCasus:
        found = teamblad.nieuws(self._tijdlijn(casus.id), self._overleg.vorig, self._today)
        shown = found[-_NIEUWS:]
        closed = casus.status is CasusStatus.AFGESLOTEN
        state = [label(casus.status).capitalize(), f"waakzame zorg {label(casus.zorg).lower()}" if not closed else ""]
        state += [f"leidt: {casus.eigenaar}" if casus.eigenaar else ""]
        state += ["voorleggen op spreekuur" if casus.spreekuur and not closed else ""]
        return TeamCasus(
            self._titel(casus),
            ", ".join(filter(None, state)) + ".",
            tuple(self._regel(one) for one in shown),
            len(found) - len(shown),
            () if closed else tuple(self._taken(casus.id)),
        )

    def _regel(self, one: TijdlijnRegel) -> str:
        mand = f" ({label(one.mand).lower()})" if one.mand else ""
        # the words of who told of an incident are not for the whole team
        words = self._kort(one.zin) if one.zin and one.mand is None else ""
        line = f"{datums.dag_kort(one.datum)}: {self._zonder(one.titel)}{mand}"
        return f"{line}. {words[0].upper()}{words[1:]}{'' if words[-1] in '.!?…' else '.'}" if words else f"{line}."

    def _taken(self, casus_id: int) -> Iterator[str]:
        waiting = te_doen(
            casus_taken.van_casus(self._rx, casus_id),
            casus_acties.van_casus(self._rx, casus_id),
            self._today,
            herstelgesprekken.van_casus(self._rx, casus_id),
        )
        due = [one for one in waiting if one.datum <= self._overleg.overleg + _VOORUIT]
        for one in due[:_TAKEN]:
            late = " (te laat)" if one.te_laat else ""
            yield self._taak(one.datum, one.tekst, one.wie or "nog niemand") + late
        if len(due) > _TAKEN:
            yield f"{datums.dag_kort(due[_TAKEN].datum)} en later: nog {len(due) - _TAKEN}, zie de casus"

    def _taak(self, day: date, text: str, who: str) -> str:
        return f"{datums.dag_kort(day)}: {self._kort(text).rstrip('.')}. Wie: {self._zonder(who)}"

    def _punten(self) -> Iterable[str]:
        for one in bespreken.punten(self._rx, besproken=False):
            about = f"{self._zonder(one.over)}: " if one.over else ""
            yield f"{about}{self._kort(one.tekst)}"
        for casus in self._casussen:
            if casus.spreekuur and casus.status is not CasusStatus.AFGESLOTEN:
                yield f"{self._titel(casus)}: wat leggen wij voor op het spreekuur?"

    def _afspraken(self) -> Iterable[str]:
        for one in bespreken.te_doen(self._rx):
            late = " (te laat)" if one.datum < self._today else ""
            yield self._taak(one.datum, one.omschrijving, one.eigenaar or "nog niemand") + late

    def _incidenten(self) -> tuple[tuple[tuple[Mand, int], ...], tuple[str, ...]]:
        asked = incidenten_lijst.asked(IncidentFilter(vanaf=self._overleg.vorig, tot=self._today))
        rows = incidenten_lijst.first_rows(self._rx, asked, IncidentVolgorde.DATUM, True, 1000)
        counted = Counter(one.mand for one in rows)
        heavy = [one for one in rows if one.mand in _ZWAAR]
        heavy.sort(key=lambda one: _ZWAAR.index(one.mand))
        lines = [self._incident(one) for one in heavy[:_INCIDENTEN]]
        if len(heavy) > _INCIDENTEN:
            lines.append(f"En nog {len(heavy) - _INCIDENTEN}.")
        return tuple((mand, counted[mand]) for mand in Mand if counted[mand]), tuple(lines)

    def _incident(self, one: IncidentRegel) -> str:
        kinds = ", ".join(map(self._settings.soort_label, one.soorten))
        where = f", {self._zonder(one.plaats)}" if one.plaats else ""
        return f"{datums.dag_kort(one.datum)}, {one.nummer}: {kinds} ({label(one.mand).lower()}){where}."
