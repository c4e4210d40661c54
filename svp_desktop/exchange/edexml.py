"""Reading EDEXML, the exchange format of Dutch pupil systems: pupils, groups and teachers, and nothing else of it."""

import re
from dataclasses import dataclass, field
from datetime import date
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import DefusedExpatParser

from svp_desktop.domain.errors import InleesFout
from svp_desktop.domain.inlezen import InleesBestand, InleesGroep, InleesLeerling, InleesMedewerker, Onleesbaar, sleutel
from svp_desktop.domain.school import Naam
from svp_desktop.exchange import velden
from svp_desktop.exchange.tekst import controleer_omvang, lees_tekst
from svp_desktop.exchange.velden import MAX_PERSONEN, OnleesbaarVeld

_FIELDS = frozenset({"achternaam", "voorvoegsel", "roepnaam", "geboortedatum", "jaargroep", "naam"})
_MAX_DEPTH = 40
_PROLOG = re.compile(r"\s*<\?xml.*?\?>", re.DOTALL)
_CUT_OFF = ("no element found", "unclosed token", "unclosed CDATA section", "partial character")
_NIEUW_BESTAND = "Maak het bestand opnieuw in uw leerlingsysteem en kies het daarna hier."


@dataclass(slots=True)
class _Record:
    """The wanted parts of one element, as text, with its line in the file."""

    regel: int
    key: str
    velden: dict[str, str] = field(default_factory=dict)
    groepen: list[str] = field(default_factory=list)

    def tekst(self, name: str) -> str:
        return self.velden.get(name, "")


class _Handler(ContentHandler):
    """Collects the records that are needed while the file streams by; everything else is dropped at once."""

    def __init__(self) -> None:
        super().__init__()
        self.records: dict[str, list[_Record]] = {"groep": [], "leerling": [], "leerkracht": []}
        self._path: list[str] = []
        self._record: _Record | None = None
        self._text: list[str] | None = None
        self._parser: DefusedExpatParser | None = None

    def setDocumentLocator(self, locator: DefusedExpatParser) -> None:
        self._parser = locator

    def startElement(self, name: str, attrs: AttributesImpl) -> None:
        local = name.rpartition(":")[2].lower()
        self._path.append(local)
        depth = len(self._path)
        if depth == 1 and local not in ("edex", "edexml"):
            raise InleesFout(
                "Dit is een XML-bestand, maar geen EDEXML: er staat geen leerlingenlijst in.",
                now="Kies in uw leerlingsysteem bij exporteren voor EDEXML.",
            )
        if depth > _MAX_DEPTH:
            raise InleesFout("Dit bestand is niet opgebouwd als EDEXML.", now=_NIEUW_BESTAND)
        if depth == 3 and local in self.records and self._path[1] in ("groepen", "leerlingen", "leerkrachten"):
            self._begin(local, str(attrs.get("key", "")))
        elif self._record is not None:
            if local == "groep" and "key" in attrs:
                self._record.groepen.append(str(attrs["key"]))
            elif depth == 4 and local in _FIELDS:
                self._text = []

    def _begin(self, kind: str, key: str) -> None:
        line = (self._parser.getLineNumber() or 0) if self._parser else 0
        self._record = _Record(line, key)
        self.records[kind].append(self._record)
        if len(self.records[kind]) > MAX_PERSONEN:
            count = f"{MAX_PERSONEN:,}".replace(",", ".")
            raise InleesFout(f"In dit bestand staan meer dan {count} personen. Dat is te veel voor één school.")

    def characters(self, content: str) -> None:
        if self._text is not None:
            self._text.append(content)

    def endElement(self, name: str) -> None:
        local = self._path.pop()
        if self._text is not None and self._record is not None:
            self._record.velden.setdefault(local, "".join(self._text))
            self._text = None
        if len(self._path) == 2:
            self._record = None


def lees_edexml(data: bytes, naam: str, today: date) -> InleesBestand:
    """Pupils, groups and teachers of an EDEXML file; a record that cannot be read becomes an Onleesbaar.

    Raises InleesFout when the file as a whole cannot be read.
    """
    controleer_omvang(data)
    handler = _Handler()
    _parse(lees_tekst(data), handler)
    groups = _Groepen(handler.records["groep"])
    pupils: list[InleesLeerling] = []
    staff: list[InleesMedewerker] = []
    unreadable: list[Onleesbaar] = []
    seen: dict[str, int] = {}
    for record in handler.records["leerling"]:
        try:
            pupils.append(_leerling(record, groups, seen, today))
        except OnleesbaarVeld as problem:
            unreadable.append(_onleesbaar(record, groups, problem))
    for record in handler.records["leerkracht"]:
        try:
            staff.append(_medewerker(record, groups))
        except OnleesbaarVeld as problem:
            unreadable.append(_onleesbaar(record, groups, problem))
    if not handler.records["leerling"]:
        raise InleesFout("In dit bestand staan geen leerlingen.", now=_NIEUW_BESTAND)
    return InleesBestand(naam, groups.alle(), tuple(pupils), tuple(staff), tuple(unreadable))


def _parse(text: str, handler: _Handler) -> None:
    if not text.lstrip().startswith("<"):
        raise InleesFout(
            "Dit is geen EDEXML-bestand.",
            now="Kies een EDEXML-bestand (.xml) of een CSV-bestand uit uw leerlingsysteem.",
        )
    # The text is already decoded: the declaration would name an encoding that no longer holds. Its lines stay.
    text = _PROLOG.sub(lambda match: "\n" * match[0].count("\n"), text, count=1)
    parser = DefusedExpatParser(forbid_dtd=True, forbid_entities=True, forbid_external=True)
    parser.setContentHandler(handler)
    handler.setDocumentLocator(parser)
    try:
        parser.feed(text.lstrip("\x00 \t").encode("utf-8", errors="replace"))
        parser.close()
    except DefusedXmlException:
        raise InleesFout(
            "In dit bestand staan opdrachten die niet in een leerlingenlijst horen. Het programma leest het niet.",
            now="Gebruik alleen een bestand dat rechtstreeks uit uw leerlingsysteem komt.",
        ) from None
    except SAXParseException as problem:
        raise _beschadigd(problem) from None


def _beschadigd(problem: SAXParseException) -> InleesFout:
    line = problem.getLineNumber() or 1
    if any(problem.getMessage().startswith(message) for message in _CUT_OFF):
        return InleesFout(
            f"Dit bestand is niet compleet: het houdt op bij regel {line}, midden in de gegevens.",
            now="Haal het bestand opnieuw op uit uw leerlingsysteem. Misschien is het kopiëren afgebroken.",
        )
    return InleesFout(f"Dit bestand is beschadigd: regel {line} is niet te lezen.", now=_NIEUW_BESTAND)


class _Groepen:
    """The groups of the file: several keys (one for each jaargroep) are one group by name."""

    def __init__(self, records: list[_Record]) -> None:
        self._name: dict[str, str] = {}
        self._years: dict[str, set[int]] = {}
        full = {record.key: velden.schoon(record.tekst("naam")) or record.key for record in records}
        short: dict[str, set[str]] = {}
        for name in full.values():
            short.setdefault(velden.groepsnaam(name), set()).add(name)
        for record in records:
            name = velden.groepsnaam(full[record.key])
            # "1-3 Zon" and "4-6 Zon" are two groups: without their years they would become one.
            name = name if len(short[name]) == 1 else full[record.key][: velden.MAX_TEKENS]
            self._name[record.key] = name
            year = record.tekst("jaargroep").strip()
            self._years.setdefault(name, set()).update({int(year)} if year in tuple("12345678") else ())

    def naam(self, key: str) -> str:
        """The name of a group. Raises OnleesbaarVeld when the file does not have it."""
        if key not in self._name:
            raise OnleesbaarVeld(f"Groep “{key[:30]}” staat niet in het bestand", "Kies zelf een groep")
        return self._name[key]

    def naam_of_leeg(self, keys: list[str]) -> str:
        return self._name.get(keys[0], "") if keys else ""

    def alle(self) -> tuple[InleesGroep, ...]:
        return tuple(InleesGroep(name, velden.bouw(name, frozenset(years))) for name, years in self._years.items())


def _naam(record: _Record) -> Naam:
    family = velden.verplicht(record.tekst("achternaam"), "achternaam")
    first = velden.verplicht(record.tekst("roepnaam"), "roepnaam")
    return Naam(first, velden.naamdeel(record.tekst("voorvoegsel"), "voorvoegsel"), family)


def _leerling(record: _Record, groups: _Groepen, seen: dict[str, int], today: date) -> InleesLeerling:
    number = velden.nummer(record.key)
    name = _naam(record)
    pupil = InleesLeerling(
        regel=record.regel,
        naam=name,
        nummer=number,
        geboortedatum=velden.geboortedatum(record.tekst("geboortedatum"), today),
        jaargroep=velden.jaargroep(record.tekst("jaargroep")),
        groep=groups.naam(record.groepen[0]) if record.groepen else "",
    )
    if number and number in seen:
        raise OnleesbaarVeld(f"Nummer {number[:30]} staat ook op regel {seen[number]}")
    seen[number] = record.regel
    return pupil


def _medewerker(record: _Record, groups: _Groepen) -> InleesMedewerker:
    names = dict.fromkeys(groups.naam(key) for key in record.groepen)
    return InleesMedewerker(record.regel, _naam(record), velden.nummer(record.key), tuple(names))


def _onleesbaar(record: _Record, groups: _Groepen, problem: OnleesbaarVeld) -> Onleesbaar:
    parts = (velden.schoon(record.tekst(part)) for part in ("roepnaam", "voorvoegsel", "achternaam"))
    name = " ".join(part for part in parts if part)[: velden.MAX_TEKENS]
    group = groups.naam_of_leeg(record.groepen)
    number = sleutel(record.key[: velden.MAX_TEKENS])
    return Onleesbaar(record.regel, problem.reden, problem.doen, name, group, number)
