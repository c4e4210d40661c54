"""The voorbeeldschool: invented persons and two school years of work, the same every time relative to today.

The pupils are those of the shipped example export; staff, incidents and casussen stand in `resources/demo/voorbeeld-*`.
Days in those files count back from today (negative: still to come), so that the school always looks alive.
"""

import json
import random
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from svp_desktop import resources
from svp_desktop.domain import datums
from svp_desktop.domain.actie_velden import ActieVelden, VeldWaarde
from svp_desktop.domain.casus import (
    ActieDraft,
    AfsluitDraft,
    CasusDraft,
    Evaluatie,
    GedeeldMet,
    Overgeslagen,
    ZorgNiveau,
)
from svp_desktop.domain.incident import (
    Betrokkene,
    Betrokkenheid,
    IncidentDraft,
    Mand,
    OudersIngelicht,
    PlaatsBereik,
    Soort,
    SoortKeuze,
    SubSoort,
)
from svp_desktop.domain.platte_waarden import van_dict
from svp_desktop.domain.school import (
    Aanspreekvorm,
    Grondslag,
    Leerling,
    Medewerker,
    Naam,
    Ouder,
    OuderVan,
    PersoonSoort,
    Regio,
    Rol,
    School,
    schooljaar,
)
from svp_desktop.domain.signalen import OverlegDraft
from svp_desktop.services.voorbeeld_herstel import VoorbeeldHerstel
from svp_desktop.services.voorbeeld_mensen import VoorbeeldMensen
from svp_desktop.services.voorbeeld_pesten import VoorbeeldPesten
from svp_desktop.services.voorbeeld_taken import VoorbeeldTaken
from svp_desktop.services.voorbeeld_thuisschool import VoorbeeldThuisSchool

if TYPE_CHECKING:
    from svp_desktop.services.werkplek import Werkplek

LEERLINGEN = 180
_SEED = 1870
_PARENT_OF = "ouder van "
_MORNING = 9
_STILL_WAITING = 3

_Part = VoorbeeldMensen | VoorbeeldHerstel | VoorbeeldTaken | VoorbeeldThuisSchool


def vul(werkplek: "Werkplek", progress: Callable[[int, int], None] | None = None) -> None:
    """Fill a new, empty kluis; `progress` hears (done, total)."""
    _Maker(werkplek, progress).make()


def _read(name: str) -> Any:
    return json.loads(resources.path("demo", name).read_text(encoding="utf-8"))


class _Maker:
    """Makes the school in steps; persons are found again by the name they have in the files."""

    def __init__(self, werkplek: "Werkplek", progress: Callable[[int, int], None] | None) -> None:
        self._work, self._progress = werkplek, progress
        self._today = werkplek.today()
        self._data: dict[str, Any] = _read("voorbeeld-school.json")
        self._incidents: list[dict[str, Any]] = [
            *_read("voorbeeld-incidenten-1.json"),
            *_read("voorbeeld-incidenten-2.json"),
        ]
        self._random = random.Random(_SEED)
        self._persons: dict[str, int] = {}
        self._groups: dict[str, int] = {}
        self._made: dict[str, int] = {}
        self._opened: dict[str, int] = {}

    def make(self) -> None:
        """Everything, in an order in which each finds what it refers to."""
        steps = (
            self._school,
            self._pupils,
            self._staff,
            self._parents,
            self._roles,
            self._register,
            self._casussen,
            self._pestzaken,
            self._told,
        )
        for done, step in enumerate(steps):
            self._tell(done, len(steps))
            step()
        self._tell(len(steps), len(steps))

    def _tell(self, done: int, total: int) -> None:
        if self._progress is not None:
            self._progress(done, total)

    # -- school and persons

    def _school(self) -> None:
        values = dict(self._data["school"])
        regio, grondslag = Regio(values.pop("regio")), Grondslag(values.pop("grondslag"))
        self._work.school.bewaar(School(**values, regio=regio, grondslag=grondslag))
        self._work.kalender.vul(schooljaar(self._today), regio)

    def _pupils(self) -> None:
        named = {name.removeprefix(_PARENT_OF) for incident in self._incidents for name in incident["wie"]}
        named |= {casus["kind"] for casus in self._data["casussen"] if "kind" in casus}
        file = resources.path("demo", "leerlingen-edex.xml")
        plan = self._work.inlezen.bekijk(file.read_bytes(), file.name)
        room = LEERLINGEN - len(self._data["leerlingen"])
        pupils = [line for line in plan.regels if line.soort is PersoonSoort.LEERLING]
        pupils.sort(key=lambda line: line.naam not in named)
        staff = [line for line in plan.regels if line.soort is PersoonSoort.MEDEWERKER]
        chosen = {line.nummer for line in (*pupils[:room], *staff)}
        self._work.inlezen.neem_over(plan, chosen)
        self._groups = {group.naam: group.id for group in self._work.school.groepen()}
        self._older_facts()
        for item in self._data["leerlingen"]:
            born, group = date.fromisoformat(item["geboren"]), self._groups[item["groep"]]
            pupil = Leerling(0, "", Naam(*item["naam"]), item["nummer"], born, item["jaargroep"], group)
            self._work.personen.bewaar(pupil)
        self._remember(PersoonSoort.LEERLING)

    def _older_facts(self) -> None:
        """Some facts are of last year, so that reading the example export again has something to change."""
        people = self._work.personen
        for line in people.lijst(PersoonSoort.LEERLING):
            known = people.lees(line.id)
            older = dict(self._data["eerder"].get(known.nummer, {})) if isinstance(known, Leerling) else {}
            if not older or not isinstance(known, Leerling):
                continue
            group = self._groups[older.pop("groep")] if "groep" in older else known.groep_id
            year = older.pop("jaargroep", known.jaargroep)
            people.bewaar(replace(known, naam=replace(known.naam, **older), jaargroep=year, groep_id=group))

    def _staff(self) -> None:
        people = self._work.personen
        for line in people.lijst(PersoonSoort.MEDEWERKER):
            known = people.lees(line.id)
            if isinstance(known, Medewerker) and str(known.naam) in self._data["noemnamen"]:
                people.bewaar(replace(known, noemnaam=self._data["noemnamen"][str(known.naam)]))
        for item in self._data["medewerkers"]:
            groups = tuple(self._groups[name] for name in item["groepen"])
            form = Aanspreekvorm(item["vorm"])
            staff = Medewerker(0, "", Naam(*item["naam"]), form, item["noemnaam"], item["functie"], groep_ids=groups)
            people.bewaar(staff)
        self._remember(PersoonSoort.MEDEWERKER)

    def _remember(self, kind: PersoonSoort) -> None:
        for line in self._work.personen.lijst(kind):
            self._persons.setdefault(line.naam, line.id)

    def _parents(self) -> None:
        """One or two parents a child; now and then at two addresses, without gezag, or with another language."""
        people = self._work.personen
        for line in people.lijst(PersoonSoort.LEERLING):
            child = people.lees(line.id)
            assert isinstance(child, Leerling)
            home = self._address()
            mother = self._parent(child, "moeder", home, own_name=self._random.random() < 0.4)
            first = people.bewaar(mother).value
            self._persons[f"{_PARENT_OF}{child.naam}"] = first
            if self._random.random() < 0.85:
                apart = self._random.random() < 0.2
                father = self._parent(child, "vader", self._address() if apart else home)
                custody = not (apart and self._random.random() < 0.3)
                people.bewaar(replace(father, kinderen=(OuderVan(child.id, "vader", custody),)))

    def _address(self) -> tuple[str, str]:
        street = self._random.choice(self._data["straten"])
        letters = self._random.choice("ABCDEGHJ") + self._random.choice("BCDGHKLN")
        return f"{street} {self._random.randint(1, 180)}", f"1234 {letters}"

    def _parent(self, child: Leerling, relation: str, home: tuple[str, str], *, own_name: bool = False) -> Ouder:
        mother = relation == "moeder"
        first = self._random.choice(self._data["moeders" if mother else "vaders"])
        surname = self._random.choice(("Bos", "Meijer", "Visser", "Kaya", "Nowak", "Smeets")) if own_name else ""
        name = Naam(first, "", surname) if surname else Naam(first, child.naam.tussenvoegsel, child.naam.achternaam)
        language = self._random.choice(self._data["talen"]) if self._random.random() < 0.12 else "Nederlands"
        phone = f"06 {self._random.randint(10, 99)} 00 {self._random.randint(10, 99)} 00"
        return Ouder(
            0, "", name, Aanspreekvorm.MEVROUW if mother else Aanspreekvorm.HEER, f"{first[0]}.", home[0], home[1],
            self._data["school"]["plaats"], phone, "", language, (OuderVan(child.id, relation, True),),
        )  # fmt: skip

    def _roles(self) -> None:
        for item in self._data["rollen"]:
            person = self._persons[item["wie"]] if item["wie"] else None
            self._work.school.zet_rol(Rol(item["rol"]), person, self._day(item["dagen"]))

    # -- incidents and casussen

    def _day(self, back: int, *, school: bool = False) -> date:
        """So many days ago; a school day moves back from the weekend to Friday."""
        day = self._today - timedelta(days=back)
        return day - timedelta(days=max(0, day.weekday() - 4)) if school else day

    def _register(self) -> None:
        for item in sorted(self._incidents, key=lambda one: -int(one["dag"])):
            scope = PlaatsBereik(item.get("bereik", self._scope(item["plaats"])))
            day = self._day(item["dag"], school=scope is PlaatsBereik.BINNEN)
            draft = IncidentDraft(
                datum=datums.kort(day),
                tijd=item["tijd"],
                plaats=item["plaats"],
                bereik=scope,
                soorten=_kinds(item["soorten"]),
                mand=Mand(item["mand"]),
                betrokkenen=tuple(self._involved(name, role) for name, role in item["wie"].items()),
                feiten=item["feiten"],
                kindwoorden=item.get("kind", ""),
                twijfel=item.get("twijfel", False),
                directe_actie=item.get("actie", ""),
                ouders=OudersIngelicht(item["ouders"]),
                ouders_toelichting=item.get("toelichting", ""),
                maatregel=item.get("vervolg", ""),
            )
            self._made[item["sleutel"]] = self._work.incidenten.registreer(draft).value

    @staticmethod
    def _scope(place: str) -> str:
        online, around = ("Groepsapp", "Online spel"), ("Onderweg naar huis", "Buiten het hek")
        return "online" if place in online else "omgeving" if place in around else "binnen"

    def _involved(self, name: str, role: str) -> Betrokkene:
        return self._work.personen.als_betrokkene(self._persons[name], frozenset({Betrokkenheid(role)}))

    def _casussen(self) -> None:
        around = (self._work, lambda back: self._day(back, school=True), self._persons)
        fill = (
            VoorbeeldMensen(*around),
            VoorbeeldTaken(self._on, *around[1:]),
            VoorbeeldThuisSchool(self._work, self._on, *around[1:]),
            VoorbeeldHerstel(*around),
        )
        for item in self._data["casussen"]:
            self._casus(item, fill)

    def _casus(self, item: dict[str, Any], fill: tuple[_Part, ...]) -> None:
        incidents = tuple(number for key, number in self._made.items() if key.rstrip("0123456789") == item["sleutel"])
        draft = CasusDraft(
            leerling_id=self._persons[item["kind"]] if "kind" in item else None,
            groep_id=self._groups[item["groep"]] if "groep" in item else None,
            eigenaar_id=self._persons[item["eigenaar"]],
            aanleiding=item["aanleiding"],
            doel=item["doel"],
            incident_ids=incidents,
        )
        casus = self._opened[item["sleutel"]] = self._on(item["dagen"]).casussen.open(draft).value
        for back, level in item["zorg"]:
            self._on(back).casussen.zet_zorg(casus, ZorgNiveau(level))
        for action in item["acties"]:
            self._work.casussen.leg_vast(casus, self._action(action))
        for part in fill:
            part.vul(casus, item["sleutel"])
        if "nazorg" in item:
            self._on(item["nazorg"]).casussen.naar_nazorg(casus)
        if "gesloten" in item:
            back, reason = item["gesloten"]
            learned = van_dict(Evaluatie, item["geleerd"])
            self._on(back).casussen.afsluiten(casus, AfsluitDraft(reason, evaluatie=learned))

    def _pestzaken(self) -> None:
        days = (self._on, lambda back: self._day(back, school=True))
        VoorbeeldPesten(*days, self._persons, self._made, self._opened).vul()

    def _told(self) -> None:
        """Most signals were talked over already; a few still wait, so that Vandaag shows what it is for."""
        waiting = self._work.signalen.open()
        for one in waiting[:-_STILL_WAITING]:
            draft = OverlegDraft(aanwezig="Directeur en interne vertrouwenspersoon", besluit="Samen volgen wij dit.")
            self._work.signalen.ingelicht(one.id, draft, one.versie)

    def _action(self, item: dict[str, Any]) -> ActieDraft:
        return ActieDraft(
            actie=item["actie"],
            datum=datums.kort(self._day(item["dag"], school=True)),
            tot=datums.kort(self._day(item["tot"], school=True)) if "tot" in item else "",
            wie=item["wie"],
            gedeeld_met=frozenset(GedeeldMet(value) for value in item.get("gedeeld", ())),
            toelichting=item.get("toelichting", ""),
            waarom=item.get("waarom", ""),
            effect=item.get("effect", ""),
            gedaan=not item.get("gepland", False),
            velden=ActieVelden(tuple(self._veld(code, found) for code, found in item.get("velden", {}).items())),
            overgeslagen=tuple(Overgeslagen(code, why) for code, why in item.get("overgeslagen", {}).items()),
        )

    def _veld(self, code: str, found: str | int | list[list[str]]) -> VeldWaarde:
        """A field of an action: a text, rows, or a number of days ago."""
        if isinstance(found, list):
            return VeldWaarde(code, rijen=tuple(map(tuple, found)))
        return VeldWaarde(code, found if isinstance(found, str) else datums.kort(self._day(found, school=True)))

    def _on(self, back: int) -> "Werkplek":
        """The workplace as if it were the morning of so many days ago."""
        day = self._day(back, school=True)
        moment = datetime(day.year, day.month, day.day, _MORNING, tzinfo=self._work.clock().tzinfo)
        return self._work.met_klok(lambda: moment)


def _kinds(found: dict[str, list[str]]) -> tuple[SoortKeuze, ...]:
    return tuple(SoortKeuze(Soort(kind), tuple(SubSoort(sub) for sub in subs)) for kind, subs in found.items())
