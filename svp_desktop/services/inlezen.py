"""Taking over pupils and teachers from a file: look first, then all chosen lines or none, and back if need be."""

import uuid
from collections.abc import Callable, Set
from dataclasses import replace
from datetime import date, datetime
from typing import TYPE_CHECKING, cast

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import IntussenVeranderd
from svp_desktop.domain.inlezen import (
    InleesBestand,
    InleesLeerling,
    InleesMedewerker,
    InleesRegel,
    InleesVerslag,
    InleesVoorstel,
    Kolommen,
    OngedaanStap,
    Register,
    Teruggezet,
    Wat,
    sleutel,
)
from svp_desktop.domain.namen import vouw
from svp_desktop.domain.personen import netjes
from svp_desktop.domain.school import Leerling, Medewerker, PersoonSoort
from svp_desktop.domain.vergelijken import vergelijk
from svp_desktop.exchange import inleesverslag, leerlingen
from svp_desktop.kluis.stores import inlezen as store
from svp_desktop.kluis.stores import personen as personen_store
from svp_desktop.kluis.stores import school as school_store
from svp_desktop.services.vastleggen import persoon_naar_dict

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Rx, Tx

_CHANGED = Changes.of(Topic.PERSONEN, Topic.SCHOOL, Topic.INCIDENTEN, Topic.CASUSSEN)
_Persoon = Leerling | Medewerker


class InleesService:
    """Reads a file with pupils, shows what it would change, and changes it."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def kolommen(self, data: bytes) -> Kolommen | None:
        """The columns of a CSV file, for the user to check; None for EDEXML. Raises InleesFout."""
        return leerlingen.kolommen_van(data)

    def bekijk(self, data: bytes, naam: str, kolommen: Kolommen | None = None) -> InleesVoorstel:
        """What taking over this file would do; writes nothing. Raises InleesFout."""
        bestand = leerlingen.lees(data, naam, self._clock().date(), kolommen)
        return self._vergelijk(bestand)

    def neem_over(self, voorstel: InleesVoorstel, gekozen: Set[int]) -> Outcome[InleesVerslag]:
        """Take over the lines with these numbers, all or none; without lines nothing at all is written.

        Raises IntussenVeranderd when the register changed after the user looked.
        """
        lines = tuple(line for line in voorstel.regels if line.te_kiezen and line.nummer in gekozen)
        skipped = tuple(line for line in voorstel.regels if line not in lines and line.wat is not Wat.GELIJK)
        if not lines:
            return Outcome(InleesVerslag(voorstel.bestand.naam, self._clock(), (), skipped))
        with self._kluis.school.transaction() as tx:
            register = _register(tx)
            if vergelijk(voorstel.bestand, register).regels != voorstel.regels:
                raise IntussenVeranderd
            writing = _Overname(tx, register, self._clock().date())
            groups = writing.maak_groepen(voorstel, lines)
            steps = writing.schrijf(lines)
            tx.log("leerlingen.inlezen", len(lines))
        new = tuple(groups)
        verslag = InleesVerslag(
            voorstel.bestand.naam, self._clock(), lines, skipped, new, steps, tuple(groups[name] for name in new)
        )
        return Outcome(verslag, _CHANGED)

    def maak_ongedaan(self, verslag: InleesVerslag) -> Outcome[Teruggezet]:
        """Bring everyone back to before the import, but not whoever was changed or used after it."""
        if not verslag.stappen:
            return Outcome(Teruggezet(0, 0))
        ids = tuple(step.persoon_id for step in verslag.stappen)
        with self._kluis.school.transaction() as tx:
            current = store.versies(tx, ids)
            ours = [step for step in verslag.stappen if current[step.persoon_id] == step.versie]
            gone = store.wis_personen(tx, [step.persoon_id for step in ours if step.voor is None])
            restored = {}
            for step in ours:
                if step.voor is not None:
                    personen_store.wijzig(tx, step.voor)
                    personen_store.zet_verwijderd(tx, step.persoon_id, tx.now if step.verwijderd else None)
                    restored[step.persoon_id] = persoon_naar_dict(step.voor)
            store.bewaar_versies(tx, restored)
            store.wis_groepen(tx, verslag.groep_ids)
            tx.log("leerlingen.inlezen.ongedaan", len(gone) + len(restored))
        count = len(gone) + len(restored)
        return Outcome(Teruggezet(count, len(ids) - count), _CHANGED)

    def verslag_csv(self, verslag: InleesVerslag) -> bytes:
        """The report as a CSV file that Excel opens: each line with what was done and why not."""
        return inleesverslag.als_csv(verslag)

    def _vergelijk(self, bestand: InleesBestand) -> InleesVoorstel:
        with self._kluis.school.reading() as rx:
            register = _register(rx)
        return vergelijk(bestand, register)


def _register(rx: "Rx") -> Register:
    pupils = cast("tuple[Leerling, ...]", store.iedereen(rx, PersoonSoort.LEERLING))
    staff = cast("tuple[Medewerker, ...]", store.iedereen(rx, PersoonSoort.MEDEWERKER))
    return Register(school_store.groepen(rx), pupils, staff, store.met_lopende_casus(rx), store.in_prullenbak(rx))


class _Overname:
    """One take-over, inside its transaction."""

    def __init__(self, tx: "Tx", register: Register, today: date) -> None:
        self._tx = tx
        self._register = register
        self._today = today
        self._known: dict[int, _Persoon] = {pupil.id: pupil for pupil in register.leerlingen}
        self._known.update({person.id: person for person in register.medewerkers})
        self._group_ids = {vouw(group.naam): group.id for group in reversed(register.groepen)}

    def maak_groepen(self, voorstel: InleesVoorstel, lines: tuple[InleesRegel, ...]) -> dict[str, int]:
        """Make the groups that the chosen lines need and that are not there; returns the new ones by name."""
        wanted = {vouw(name) for line in lines for name in _groepsnamen(line)}
        for group in self._register.groepen:
            if group.vervallen and vouw(group.naam) in wanted and self._group_ids[vouw(group.naam)] == group.id:
                school_store.wijzig_groep(self._tx, group.id, group.naam, group.bouw, vervallen=False)
        made = {}
        for new in voorstel.nieuwe_groepen:
            if vouw(new.naam) in wanted:
                made[new.naam] = school_store.voeg_groep_toe(self._tx, new.naam, new.bouw)
                self._group_ids[vouw(new.naam)] = made[new.naam]
        return made

    def schrijf(self, lines: tuple[InleesRegel, ...]) -> tuple[OngedaanStap, ...]:
        """Write every line and its version; returns what an undo needs."""
        number = store.volgend_id(self._tx)
        added: list[_Persoon] = []
        changed: list[_Persoon] = []
        for line in lines:
            if line.wat is Wat.NIEUW:
                added.append(cast("_Persoon", netjes(self._nieuw(line, number + len(added)))))
            else:
                changed.append(cast("_Persoon", netjes(self._gewijzigd(line, self._known[line.persoon_id]))))
        # One statement a category: their columns differ.
        for kind in (Leerling, Medewerker):
            personen_store.voeg_meer_toe(self._tx, [person for person in added if isinstance(person, kind)])
        for person in changed:
            personen_store.wijzig(self._tx, person)
            if person.id in self._register.in_prullenbak:
                personen_store.zet_verwijderd(self._tx, person.id, None)
        everyone = [*added, *changed]
        versions = store.bewaar_versies(self._tx, {person.id: persoon_naar_dict(person) for person in everyone})
        return tuple(
            OngedaanStap(id_, self._known.get(id_), version, id_ in self._register.in_prullenbak)
            for id_, version in versions.items()
        )

    def _nieuw(self, line: InleesRegel, number: int) -> _Persoon:
        content = line.inhoud
        if isinstance(content, InleesMedewerker):
            return Medewerker(
                number, str(uuid.uuid4()), content.naam, functie="leerkracht",
                groep_ids=self._groepen(content), nummer=content.nummer,
            )  # fmt: skip
        assert isinstance(content, InleesLeerling)
        return Leerling(
            number, str(uuid.uuid4()), content.naam, content.nummer, content.geboortedatum, content.jaargroep,
            self._group_ids.get(vouw(content.groep)),
        )  # fmt: skip

    def _gewijzigd(self, line: InleesRegel, known: _Persoon) -> _Persoon:
        """The known person with the facts of the file; what the file does not say stays."""
        content = line.inhoud
        if isinstance(known, Leerling) and isinstance(content, InleesLeerling):
            return replace(
                known,
                naam=content.naam,
                nummer=_nummer(content.nummer, known.nummer),
                geboortedatum=content.geboortedatum or known.geboortedatum,
                jaargroep=content.jaargroep or known.jaargroep,
                groep_id=self._group_ids.get(vouw(content.groep), known.groep_id),
                vertrokken_op=None,
            )
        if isinstance(known, Medewerker) and isinstance(content, InleesMedewerker):
            return replace(
                known,
                naam=content.naam,
                nummer=_nummer(content.nummer, known.nummer),
                groep_ids=self._groepen(content) or known.groep_ids,
                vertrokken_op=None,
            )
        assert isinstance(known, Leerling)
        return replace(known, vertrokken_op=self._today)

    def _groepen(self, content: InleesMedewerker) -> tuple[int, ...]:
        return tuple(sorted({self._group_ids[vouw(name)] for name in content.groepen}))


def _groepsnamen(line: InleesRegel) -> tuple[str, ...]:
    if isinstance(line.inhoud, InleesMedewerker):
        return line.inhoud.groepen
    return (line.inhoud.groep,) if line.inhoud and line.inhoud.groep else ()


def _nummer(new: str, old: str) -> str:
    """The number of the file, unless the register already has the same one in another spelling."""
    return new if new and new != sleutel(old) else old
