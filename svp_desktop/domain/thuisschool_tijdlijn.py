"""What of a thuis-school stands on the timeline of its casus: the period, and each contact (demands 18, 83)."""

from collections.abc import Iterable

from svp_desktop.domain.casus import TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.datums import dag_maand
from svp_desktop.domain.labels import label
from svp_desktop.domain.thuisschool import ThuisSchool, ThuisSchoolStatus
from svp_desktop.domain.thuisschool_contact import Contact, ContactMet


def thuisschool_regels(periode: ThuisSchool, contacten: Iterable[Contact]) -> tuple[TijdlijnRegel, ...]:
    """One line for the period, from the day on which its first day is known, and one for each contact."""
    first, last = periode.inhoud.momenten.vanaf, periode.inhoud.momenten.tot
    found = [_contact(item) for item in contacten]
    if first is not None:
        until = f"tot en met {dag_maand(last)}, " if last is not None and last != first else ""
        words = f"{until}{label(periode.status)}"
        planned = periode.status is ThuisSchoolStatus.VOORBEREIDING
        kind = TijdlijnSoort.THUISSCHOOL
        found.append(TijdlijnRegel(first, kind, "Thuis-school", words, None, "", planned, periode.id))
    return tuple(found)


def _contact(item: Contact) -> TijdlijnRegel:
    who = " en ".join(label(met) for met in ContactMet if met in item.met)
    held = ", ".join(part for part in (f"{item.tijd} uur", item.door) if part)
    words = f"{held}: {item.notitie}" if item.notitie else held
    kind, title = TijdlijnSoort.THUISSCHOOL, f"Contact met {who}"
    return TijdlijnRegel(item.datum, kind, title, " ".join(words.split()), None, "", False, item.thuisschool_id)
