"""The Dutch sentences of signals and overleg."""

from datetime import date

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Rol
from svp_desktop.domain.signalen import Aanleiding, KindSignalen, Overleg, OverlegSoort, OverlegStatus, SignaalRegel

_RANG = ("Nulde", "Eerste", "Tweede", "Derde", "Vierde", "Vijfde", "Zesde", "Zevende", "Achtste", "Negende", "Tiende")


def waarom(overleg: Overleg) -> str:
    """Why it is due, in words."""
    count = overleg.signalen
    signals = f"{count} {'signaal' if count == 1 else 'signalen'}"
    since = f" sinds {datums.dag_maand(overleg.sinds)}" if overleg.sinds else ""
    if overleg.aanleiding is Aanleiding.KIND:
        return f"{signals} bij {overleg.persoon}{since}"
    if overleg.aanleiding is Aanleiding.ERNSTIG:
        return f"Ernstig incident op {datums.dag_maand(overleg.sinds)}" if overleg.sinds else "Ernstig incident"
    if overleg.aanleiding is Aanleiding.GELIJK:
        kind = label(overleg.soort_voorval) if overleg.soort_voorval else ""
        return f"{count} keer {kind.lower()}{since}"
    return "Op eigen initiatief"


def stand(overleg: Overleg, today: date) -> str:
    """How far it is, in words."""
    if overleg.status is OverlegStatus.GEHOUDEN and overleg.gehouden_op:
        word = "ingelicht" if overleg.soort is OverlegSoort.VERTROUWENSPERSOON else "gehouden"
        return f"{word} op {datums.dag_maand(overleg.gehouden_op)}"
    if overleg.status is OverlegStatus.NIET_NODIG:
        return "niet nodig"
    if overleg.gepland_op:
        return f"gepland op {datums.dag_maand(overleg.gepland_op)}"
    days = (today - overleg.gevraagd_op).days
    return "sinds vandaag" if days <= 0 else f"sinds {datums.dag_maand(overleg.gevraagd_op)}"


def met_wie(rollen: tuple[tuple[Rol, str], ...]) -> str:
    """Who takes part: role and name, and in words where a role is vacant."""
    parts = [f"{label(rol).lower()} {name}" if name else f"{label(rol).lower()} (nog niemand)" for rol, name in rollen]
    return ", ".join(parts)


def signaal(regel: SignaalRegel) -> str:
    """A signal in one line, without its text."""
    kinds = ", ".join(label(soort) for soort in regel.soorten) or "Groene mand"
    place = f", {regel.plaats}" if regel.plaats else ""
    return f"{kinds}{place}"


def bij_kind(signals: KindSignalen) -> tuple[str, str]:
    """Lead and start of the sentence in the form: "Derde signaal bij Noor sinds 1 oktober"."""
    count = signals.aantal
    word = f"{_RANG[count]} signaal" if count < len(_RANG) else f"{count} signalen"
    lead = f"{word} bij {signals.roepnaam} sinds {datums.dag_maand(signals.sinds)}"
    return lead, "Bij meer signalen hoort de interne vertrouwenspersoon het."
