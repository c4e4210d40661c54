"""Who gets a letter, and how the envelope and the salutation name them: one envelope an address."""

import re
from collections.abc import Iterable
from dataclasses import replace

from svp_desktop.domain.namen import aanhef, adresnaam, vouw
from svp_desktop.domain.papier import Ontvanger
from svp_desktop.domain.school import Ouder

_POSTCODE = re.compile(r"\s*(\d{4})\s*([A-Za-z]{2})\s*")


def ontvangers(ouders: Iterable[Ouder], leerling_id: int) -> tuple[Ontvanger, ...]:
    """The envelopes for the parents with gezag of a child: one for each address, in the order of the parents.

    Parents whose address is not known each get their own, with only a name.
    """
    groups: dict[object, list[Ouder]] = {}
    for ouder in ouders:
        if any(line.leerling_id == leerling_id and line.gezag for line in ouder.kinderen):
            key = (vouw(ouder.straat), _postcode(ouder.postcode), vouw(ouder.plaats)) if ouder.straat else ouder.uuid
            groups.setdefault(key, []).append(ouder)
    return tuple(_envelope(group) for group in groups.values())


def opnieuw_gelezen(oud: Iterable[Ontvanger], nieuw: Iterable[Ontvanger]) -> tuple[Ontvanger, ...]:
    """The envelopes as the register has them now: what was left out stays left out, and an address that was typed
    stays where the register has none."""
    known = {item.ouder_ids: item for item in oud}
    found = []
    for item in nieuw:
        before = known.get(item.ouder_ids, item)
        found.append(replace(item, gekozen=before.gekozen) if item.adres_bekend else before)
    return tuple(found)


def _envelope(group: list[Ouder]) -> Ontvanger:
    first = group[0]
    names = [adresnaam(ouder.naam, ouder.aanspreekvorm, ouder.voorletters) for ouder in group]
    greeting = " en ".join(aanhef(ouder.naam, ouder.aanspreekvorm) for ouder in group)
    return Ontvanger(
        ouder_ids=tuple(ouder.id for ouder in group),
        adresregels=(*names, *adresregels(first.straat, first.postcode, first.plaats)),
        aanhef=f"Beste {greeting},",
        vermelding=" en ".join(_in_sentence(name) for name in names),
        adres_bekend=bool(first.straat and first.postcode and first.plaats),
    )


def adresregels(straat: str, postcode: str, plaats: str) -> tuple[str, ...]:
    """Street, then postcode, two spaces and the town in capitals, as the post asks; empty lines are left out."""
    town = "  ".join(part for part in (_postcode(postcode), plaats.upper()) if part)
    return tuple(line for line in (straat, town) if line)


def _postcode(text: str) -> str:
    match = _POSTCODE.fullmatch(text)
    return f"{match[1]} {match[2].upper()}" if match else text.strip()


def _in_sentence(name: str) -> str:
    for title in ("Mevrouw ", "De heer "):
        if name.startswith(title):
            return title.lower() + name.removeprefix(title)
    return name
