"""Comparing a file with the register: who is new, changed, left, equal. Pure; nothing is written here."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from svp_desktop.domain.datums import kort
from svp_desktop.domain.inlezen import (
    InleesBestand,
    InleesGroep,
    InleesLeerling,
    InleesMedewerker,
    InleesRegel,
    InleesVoorstel,
    Onleesbaar,
    Register,
    Verschil,
    Wat,
    sleutel,
)
from svp_desktop.domain.namen import sorteersleutel, vouw
from svp_desktop.domain.school import Groep, Leerling, Medewerker, Naam, PersoonSoort

HEEFT_CASUS = "Heeft een lopende casus"
ANDER_KIND = "Misschien een ander kind"
_VOLGORDE = {wat: index for index, wat in enumerate(Wat)}


@dataclass(slots=True)
class _Koppeling:
    """Which pupil of the file (by its place, from 0) is which pupil of the register.

    `onzeker` holds the places that were matched by number alone.
    """

    leerling_van: dict[int, Leerling] = field(default_factory=dict)
    onzeker: set[int] = field(default_factory=set)
    _bezet: set[int] = field(default_factory=set)

    def leg(self, place: int, found: Leerling | None) -> bool:
        """Join the two unless one of them is joined already."""
        if found is None or found.id in self._bezet or place in self.leerling_van:
            return False
        self._bezet.add(found.id)
        self.leerling_van[place] = found
        return True


def vergelijk(bestand: InleesBestand, register: Register) -> InleesVoorstel:
    """What taking over this file would do to this register; the same file a second time gives only GELIJK."""
    groups = {group.id: group for group in register.groepen}
    links = _koppel(bestand.leerlingen, register)
    lines = [_onleesbaar(item) for item in bestand.onleesbaar]
    for place, pupil in enumerate(bestand.leerlingen):
        known = links.leerling_van.get(place)
        if known is None:
            lines.append(_nieuw(pupil))
        else:
            lines.append(_bekend(pupil, known, groups, register, place in links.onzeker))
    lines += _vertrokken(bestand, register, links, groups)
    lines += _medewerkers(bestand, register, groups)
    lines.sort(key=lambda line: (_VOLGORDE[line.wat], line.bestandsregel if line.wat is Wat.ONLEESBAAR else 0))
    numbered = tuple(replace(line, nummer=number) for number, line in enumerate(lines, 1))
    return InleesVoorstel(bestand, numbered, _nieuwe_groepen(bestand, register), _waarschuwing(numbered, register))


def _koppel(pupils: Sequence[InleesLeerling], register: Register) -> _Koppeling:
    """By number when name or birth date agrees too, then by name and birth date, then by number alone.

    A school that changes its pupil system gives out numbers anew: a number alone may be another child.
    """
    links = _Koppeling()
    # Whoever is at school now goes before those who left or were deleted, also when they share a number or a name.
    known = sorted(register.leerlingen, key=lambda item: not _weg(item, register))
    by_number = {sleutel(item.nummer): item for item in known if item.nummer}
    for place, pupil in enumerate(pupils):
        found = by_number.get(pupil.nummer) if pupil.nummer else None
        if found is not None and _lijkt_op(pupil, found):
            links.leg(place, found)
    present = [item for item in known if not _weg(item, register)]
    for pool in (present, known):
        _koppel_op_naam(links, pupils, pool)
    for place, pupil in enumerate(pupils):
        if pupil.nummer and links.leg(place, by_number.get(pupil.nummer)):
            links.onzeker.add(place)
    return links


def _weg(pupil: Leerling, register: Register) -> bool:
    return pupil.vertrokken_op is not None or pupil.id in register.in_prullenbak


def _koppel_op_naam(links: _Koppeling, pupils: Sequence[InleesLeerling], known: Sequence[Leerling]) -> None:
    """Join by name and birth date, and by name alone where one side has no date; never where two would fit."""
    by_both = _eenmalig((sorteersleutel(item.naam), item.geboortedatum, item) for item in known)
    by_name = _eenmalig((sorteersleutel(item.naam), None, item) for item in known)
    count = Counter((sorteersleutel(pupil.naam), pupil.geboortedatum) for pupil in pupils)
    for place, pupil in enumerate(pupils):
        name = sorteersleutel(pupil.naam)
        if count[name, pupil.geboortedatum] > 1 or links.leg(place, by_both.get((name, pupil.geboortedatum))):
            continue
        found = by_name.get((name, None))
        if found is not None and (found.geboortedatum is None or pupil.geboortedatum is None):
            links.leg(place, found)


def _eenmalig(keyed: Iterable[tuple[str, date | None, Leerling]]) -> dict[tuple[str, date | None], Leerling]:
    """By key, without the keys that two pupils share."""
    pairs = [((name, born), pupil) for name, born, pupil in keyed]
    count = Counter(key for key, _ in pairs)
    return {key: pupil for key, pupil in pairs if count[key] == 1}


def _lijkt_op(pupil: InleesLeerling, known: Leerling) -> bool:
    """True when, with the same number, it can be the same child: birth date (if known) or first name agrees.

    A surname alone proves nothing: brothers and sisters share it.
    """
    if pupil.geboortedatum is None or known.geboortedatum is None or pupil.geboortedatum == known.geboortedatum:
        return True
    return vouw(pupil.naam.roepnaam) == vouw(known.naam.roepnaam)


def _onleesbaar(item: Onleesbaar) -> InleesRegel:
    name = f"Regel {item.regel}: {item.naam}" if item.naam else f"Regel {item.regel}"
    return InleesRegel(
        0, Wat.ONLEESBAAR, PersoonSoort.LEERLING, name, item.groep, (), item.reden, item.doen,
        bestandsregel=item.regel,
    )  # fmt: skip


def _groep_kort(groep: str, jaargroep: int | None) -> str:
    return " ".join(part for part in (groep, str(jaargroep or "")) if part)


def _nieuw(pupil: InleesLeerling) -> InleesRegel:
    return InleesRegel(
        0, Wat.NIEUW, PersoonSoort.LEERLING, str(pupil.naam), _groep_kort(pupil.groep, pupil.jaargroep),
        reden="Staat nog niet in het register", let_op="" if pupil.groep else "Nog geen groep",
        standaard_gekozen=True, bestandsregel=pupil.regel, inhoud=pupil,
    )  # fmt: skip


def _bekend(
    pupil: InleesLeerling, known: Leerling, groups: dict[int, Groep], register: Register, doubtful: bool
) -> InleesRegel:
    differences = _verschillen(pupil, known, groups)
    deleted = known.id in register.in_prullenbak
    warning = ""
    if deleted:
        differences = (Verschil("Register", "in de prullenbak", "terug in de lijst"), *differences)
        warning = "U heeft dit kind verwijderd"
    elif known.vertrokken_op:
        back = Verschil("Inschrijving", f"vertrokken {kort(known.vertrokken_op)}", "weer leerling")
        differences = (back, *differences)
    if doubtful and differences:
        warning = ANDER_KIND
    return InleesRegel(
        0, Wat.GEWIJZIGD if differences else Wat.GELIJK, PersoonSoort.LEERLING, str(pupil.naam),
        _groep_kort(pupil.groep, pupil.jaargroep), differences, let_op=warning,
        standaard_gekozen=bool(differences) and not warning,
        bestandsregel=pupil.regel, persoon_id=known.id, inhoud=pupil,
    )  # fmt: skip


def _verschillen(pupil: InleesLeerling, known: Leerling, groups: dict[int, Groep]) -> tuple[Verschil, ...]:
    """The facts that the file has otherwise; what the file does not say stays as it is."""
    found = _naamverschillen(pupil.naam, known.naam)
    if pupil.nummer and pupil.nummer != sleutel(known.nummer):
        found.append(Verschil("Leerlingnummer", known.nummer, pupil.nummer))
    if pupil.geboortedatum and pupil.geboortedatum != known.geboortedatum:
        old = kort(known.geboortedatum) if known.geboortedatum else ""
        found.append(Verschil("Geboortedatum", old, kort(pupil.geboortedatum)))
    if pupil.jaargroep and pupil.jaargroep != known.jaargroep:
        found.append(Verschil("Jaargroep", str(known.jaargroep or ""), str(pupil.jaargroep)))
    group = groups.get(known.groep_id or 0)
    if pupil.groep and (group is None or vouw(pupil.groep) != vouw(group.naam)):
        found.append(Verschil("Groep", group.naam if group else "", pupil.groep))
    return tuple(found)


def _naamverschillen(new: Naam, old: Naam) -> list[Verschil]:
    pairs = (
        ("Roepnaam", old.roepnaam, new.roepnaam),
        ("Tussenvoegsel", old.tussenvoegsel, new.tussenvoegsel),
        ("Achternaam", old.achternaam, new.achternaam),
    )
    return [Verschil(field, before, after) for field, before, after in pairs if before != after]


def _vertrokken(
    bestand: InleesBestand, register: Register, links: _Koppeling, groups: dict[int, Groep]
) -> list[InleesRegel]:
    """Pupils of the register whom the file does not name; the ones on an unreadable line have not left."""
    matched = {pupil.id for pupil in links.leerling_van.values()}
    numbers = {item.nummer for item in bestand.onleesbaar if item.nummer}
    names = {vouw(item.naam) for item in bestand.onleesbaar if item.naam}
    nameless = any(not item.nummer and not item.naam for item in bestand.onleesbaar)
    lines = []
    for pupil in register.leerlingen:
        unreadable = (sleutel(pupil.nummer) in numbers if pupil.nummer else False) or vouw(str(pupil.naam)) in names
        if pupil.id in matched or _weg(pupil, register) or unreadable:
            continue
        warning = ""
        if pupil.id in register.met_casus:
            warning = HEEFT_CASUS
        elif nameless:
            warning = "Staat misschien op een onleesbare regel"
        group = groups.get(pupil.groep_id or 0)
        lines.append(
            InleesRegel(
                0, Wat.VERTROKKEN, PersoonSoort.LEERLING, str(pupil.naam),
                _groep_kort(group.naam if group else "", pupil.jaargroep), reden="Staat niet meer in het bestand",
                let_op=warning, standaard_gekozen=not warning, persoon_id=pupil.id,
            )
        )  # fmt: skip
    return lines


def _medewerkers(bestand: InleesBestand, register: Register, groups: dict[int, Groep]) -> list[InleesRegel]:
    """Teachers of the file; whoever of the staff it does not name stays, since EDEXML holds only group teachers."""
    by_number = {sleutel(person.nummer): person for person in register.medewerkers if person.nummer}
    by_name = {sorteersleutel(person.naam): person for person in register.medewerkers}
    lines = []
    for teacher in bestand.medewerkers:
        known = by_number.get(teacher.nummer) if teacher.nummer else None
        if known is None or vouw(known.naam.roepnaam) != vouw(teacher.naam.roepnaam):
            known = by_name.get(sorteersleutel(teacher.naam), known)
        lines.append(_medewerker(teacher, known, groups, register))
    return lines


def _medewerker(
    teacher: InleesMedewerker, known: Medewerker | None, groups: dict[int, Groep], register: Register
) -> InleesRegel:
    text = ", ".join(teacher.groepen)
    if known is None:
        return InleesRegel(
            0, Wat.NIEUW, PersoonSoort.MEDEWERKER, str(teacher.naam), text, reden="Staat nog niet in het register",
            standaard_gekozen=True, bestandsregel=teacher.regel, inhoud=teacher,
        )  # fmt: skip
    found = _naamverschillen(teacher.naam, known.naam)
    if teacher.nummer and teacher.nummer != sleutel(known.nummer):
        found.append(Verschil("Personeelsnummer", known.nummer, teacher.nummer))
    names = [groups[key].naam for key in known.groep_ids if key in groups]
    if teacher.groepen and {vouw(name) for name in names} != {vouw(name) for name in teacher.groepen}:
        found.append(Verschil("Groepen", ", ".join(names), text))
    if known.vertrokken_op:
        found.insert(0, Verschil("In dienst", f"vertrokken {kort(known.vertrokken_op)}", "weer in dienst"))
    deleted = known.id in register.in_prullenbak
    if deleted:
        found.insert(0, Verschil("Register", "in de prullenbak", "terug in de lijst"))
    return InleesRegel(
        0, Wat.GEWIJZIGD if found else Wat.GELIJK, PersoonSoort.MEDEWERKER, str(teacher.naam), text, tuple(found),
        reden="Leerkracht", let_op="U heeft deze leerkracht verwijderd" if deleted else "",
        standaard_gekozen=bool(found) and not deleted,
        bestandsregel=teacher.regel, persoon_id=known.id, inhoud=teacher,
    )  # fmt: skip


def _nieuwe_groepen(bestand: InleesBestand, register: Register) -> tuple[InleesGroep, ...]:
    known = {vouw(group.naam) for group in register.groepen}
    return tuple(group for group in bestand.groepen if vouw(group.naam) not in known)


def _waarschuwing(lines: Iterable[InleesRegel], register: Register) -> str:
    """A sentence when the file is probably not the whole school: more than half of the pupils would leave."""
    leaving = sum(line.wat is Wat.VERTROKKEN for line in lines)
    present = sum(not _weg(pupil, register) for pupil in register.leerlingen)
    if present >= 10 and leaving * 2 > present:
        return (
            f"{leaving} van uw {present} leerlingen staan niet in dit bestand. Is dit het goede bestand, "
            "en staat de hele school erin?"
        )
    return ""
