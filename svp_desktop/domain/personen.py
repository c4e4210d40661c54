"""Checks and small rules of the register of persons (demands 5, 7)."""

import re
from dataclasses import replace
from datetime import date

from svp_desktop.domain.findings import Finding, Severity
from svp_desktop.domain.invoer import op_een_regel, schoon
from svp_desktop.domain.school import Extern, Leerling, Medewerker, Naam, Ouder, Persoon

_POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_LONGEST_NAME = 300
_OLDEST_PUPIL = 20


def naam_uit_tekst(text: str) -> Naam:
    """A name that was typed in one field, in its three parts: "Marit van den Berg"."""
    words = op_een_regel(text).split(" ")
    if len(words) == 1:
        return Naam(words[0])
    prefix = 1
    while prefix < len(words) - 1 and words[prefix][:1].islower():
        prefix += 1
    return Naam(words[0], " ".join(words[1:prefix]), " ".join(words[prefix:]))


def netjes(persoon: Persoon) -> Persoon:
    """The person as it is kept: clean text, names on one line, a Dutch postcode as "1234 AB"."""
    cleaned = schoon(persoon)
    naam = cleaned.naam
    parts = (op_een_regel(part) for part in (naam.roepnaam, naam.tussenvoegsel, naam.achternaam))
    cleaned = replace(cleaned, naam=Naam(*parts))
    if isinstance(cleaned, Ouder):
        match = _POSTCODE.fullmatch(cleaned.postcode.strip())
        if match:
            cleaned = replace(cleaned, postcode=f"{match[1]} {match[2].upper()}")
    return cleaned


def check_persoon(persoon: Persoon, today: date) -> tuple[Finding, ...]:
    """Findings of a person, in the order of the form. Field names are those of the dataclass."""
    findings = _check_naam(persoon)
    if isinstance(persoon, Leerling):
        findings += _check_leerling(persoon, today)
    if isinstance(persoon, Ouder):
        findings += _check_ouder(persoon)
    if isinstance(persoon, Ouder | Medewerker) and persoon.email and not _EMAIL.fullmatch(persoon.email.strip()):
        findings.append(Finding("email", "Dit lijkt geen e-mailadres. Klopt het?", Severity.LET_OP))
    return tuple(findings)


def _check_naam(persoon: Persoon) -> list[Finding]:
    naam = persoon.naam
    if max(len(part) for part in (naam.roepnaam, naam.tussenvoegsel, naam.achternaam)) > _LONGEST_NAME:
        return [Finding("naam", f"Een naam heeft ten hoogste {_LONGEST_NAME} letters.")]
    if isinstance(persoon, Leerling) and not naam.roepnaam.strip():
        return [Finding("roepnaam", "Vul de roepnaam in.")]
    if isinstance(persoon, Extern) and persoon.organisatie.strip():
        return []
    if not naam.roepnaam.strip() and not naam.achternaam.strip():
        return [Finding("naam", "Vul een naam in.")]
    if not isinstance(persoon, Extern) and not naam.achternaam.strip():
        return [Finding("achternaam", "De achternaam ontbreekt. Dit mag later.", Severity.LET_OP)]
    return []


def _check_leerling(persoon: Leerling, today: date) -> list[Finding]:
    findings = []
    born = persoon.geboortedatum
    if born is not None and born > today:
        findings.append(Finding("geboortedatum", "Deze dag is nog niet geweest. Klopt het jaar?"))
    elif born is not None and today.year - born.year > _OLDEST_PUPIL:
        text = f"Deze leerling zou ouder dan {_OLDEST_PUPIL} zijn. Klopt het jaar?"
        findings.append(Finding("geboortedatum", text, Severity.LET_OP))
    if persoon.jaargroep is not None and not 1 <= persoon.jaargroep <= 8:
        findings.append(Finding("jaargroep", "Kies een jaargroep van 1 tot en met 8."))
    if persoon.groep_id is None and persoon.vertrokken_op is None:
        findings.append(Finding("groep_id", "Deze leerling zit nog in geen groep.", Severity.LET_OP))
    return findings


def _check_ouder(persoon: Ouder) -> list[Finding]:
    findings = []
    if persoon.postcode.strip() and not _POSTCODE.fullmatch(persoon.postcode.strip()):
        findings.append(Finding("postcode", "Dit is geen Nederlandse postcode. Klopt het?", Severity.LET_OP))
    if not persoon.kinderen:
        findings.append(Finding("kinderen", "Bij deze ouder staat nog geen kind.", Severity.LET_OP))
    return findings
