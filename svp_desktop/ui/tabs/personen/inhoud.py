"""What the form of a person holds, as text: a draft that loses nothing, and the way from and to a person."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from svp_desktop.domain.datums import kort, parse_datum
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import (
    Aanspreekvorm,
    Extern,
    Leerling,
    Medewerker,
    Naam,
    Ouder,
    OuderVan,
    Persoon,
    PersoonSoort,
    soort_van,
)

#: The text fields of each kind of person, in the order of the form.
TEKSTEN: dict[PersoonSoort, tuple[str, ...]] = {
    PersoonSoort.LEERLING: ("roepnaam", "tussenvoegsel", "achternaam", "geboortedatum", "nummer"),
    PersoonSoort.OUDER: (
        "roepnaam", "tussenvoegsel", "achternaam", "voorletters", "taal", "straat", "postcode", "plaats", "telefoon",
        "email",
    ),
    PersoonSoort.MEDEWERKER: ("roepnaam", "tussenvoegsel", "achternaam", "noemnaam", "functie", "telefoon", "email"),
    PersoonSoort.EXTERN: ("roepnaam", "tussenvoegsel", "achternaam", "organisatie", "telefoon"),
}  # fmt: skip
NIEUW: dict[PersoonSoort, Persoon] = {
    PersoonSoort.LEERLING: Leerling(0, "", Naam("")),
    PersoonSoort.OUDER: Ouder(0, "", Naam("")),
    PersoonSoort.MEDEWERKER: Medewerker(0, "", Naam("")),
    PersoonSoort.EXTERN: Extern(0, "", Naam("")),
}


@dataclass(frozen=True)
class PersoonInhoud:
    """The form of one person. `basis` holds what the form does not show (id, uuid, day of leaving)."""

    soort: PersoonSoort
    teksten: dict[str, str]
    vorm: Aanspreekvorm = Aanspreekvorm.NEUTRAAL
    jaargroep: int | None = None
    groep_id: int | None = None
    groep_ids: tuple[int, ...] = ()
    kinderen: tuple[OuderVan, ...] = field(default=())


def inhoud_van(persoon: Persoon) -> PersoonInhoud:
    """The form for a person."""
    soort = soort_van(persoon)
    texts = {name: _text(persoon, name) for name in TEKSTEN[soort]}
    return PersoonInhoud(
        soort,
        texts,
        vorm=getattr(persoon, "aanspreekvorm", Aanspreekvorm.NEUTRAAL),
        jaargroep=getattr(persoon, "jaargroep", None),
        groep_id=getattr(persoon, "groep_id", None),
        groep_ids=getattr(persoon, "groep_ids", ()),
        kinderen=getattr(persoon, "kinderen", ()),
    )


def _text(persoon: Persoon, name: str) -> str:
    if name in ("roepnaam", "tussenvoegsel", "achternaam"):
        return str(getattr(persoon.naam, name))
    value = getattr(persoon, name)
    return kort(value) if isinstance(value, date) else value or ""


def persoon_van(inhoud: PersoonInhoud, basis: Persoon, today: date) -> Persoon | tuple[Finding, ...]:
    """The person that the form says, on top of `basis`; findings when a field cannot be read."""
    texts = {name: text.strip() for name, text in inhoud.teksten.items()}
    naam = Naam(texts["roepnaam"], texts["tussenvoegsel"], texts["achternaam"])
    if isinstance(basis, Leerling):
        born = parse_datum(texts["geboortedatum"], today) if texts["geboortedatum"] else None
        if isinstance(born, Finding):
            return (Finding("geboortedatum", born.message),)
        return Leerling(
            basis.id, basis.uuid, naam, texts["nummer"], born, inhoud.jaargroep, inhoud.groep_id, basis.vertrokken_op
        )
    rest = {name: text for name, text in texts.items() if name not in ("roepnaam", "tussenvoegsel", "achternaam")}
    if isinstance(basis, Ouder):
        return Ouder(basis.id, basis.uuid, naam, inhoud.vorm, kinderen=inhoud.kinderen, **rest)
    if isinstance(basis, Medewerker):
        return Medewerker(
            basis.id,
            basis.uuid,
            naam,
            inhoud.vorm,
            groep_ids=inhoud.groep_ids,
            nummer=basis.nummer,
            vertrokken_op=basis.vertrokken_op,
            **rest,
        )
    return Extern(basis.id, basis.uuid, naam, **rest)


def naar_dict(inhoud: PersoonInhoud) -> dict[str, Any]:
    """For a draft."""
    return {
        "soort": inhoud.soort.value,
        "teksten": dict(inhoud.teksten),
        "vorm": inhoud.vorm.value,
        "jaargroep": inhoud.jaargroep,
        "groep_id": inhoud.groep_id,
        "groep_ids": list(inhoud.groep_ids),
        "kinderen": [[line.leerling_id, line.relatie, line.gezag] for line in inhoud.kinderen],
    }


def van_dict(content: dict[str, Any]) -> PersoonInhoud:
    """From a draft."""
    return PersoonInhoud(
        PersoonSoort(content["soort"]),
        dict(content["teksten"]),
        Aanspreekvorm(content["vorm"]),
        content["jaargroep"],
        content["groep_id"],
        tuple(content["groep_ids"]),
        tuple(OuderVan(child, relation, bool(custody)) for child, relation, custody in content["kinderen"]),
    )
