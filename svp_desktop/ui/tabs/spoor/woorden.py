"""The Dutch sentences of the page *Wie deed wat*."""

from datetime import datetime

from svp_desktop.domain import datums
from svp_desktop.domain.spoor import Controle, KetenStand, SpoorGroep, SpoorRegel
from svp_desktop.ui.widgets.buttons import thousands

GROEPEN = {
    SpoorGroep.REGISTER: "Incidenten",
    SpoorGroep.CASUSSEN: "Casussen",
    SpoorGroep.PESTEN: "Pesten",
    SpoorGroep.PAPIEREN: "Papieren",
    SpoorGroep.PERSONEN: "Leerlingen en medewerkers",
    SpoorGroep.INSTELLINGEN: "Instellingen",
    SpoorGroep.TOEGANG: "Toegang",
    SpoorGroep.RESERVEKOPIEEN: "Reservekopieën",
    SpoorGroep.DOSSIERS: "Dossiers",
}


def wanneer(op: datetime | None) -> str:
    """Day and time in the list; what is stored may not be a moment after somebody tampered with it."""
    return f"{datums.lijst(op.date())}  {datums.tijd_kort(op.time())}" if op else "onleesbaar"


def hele_regel(regel: SpoorRegel) -> str:
    """One line in full."""
    about = f", {regel.over.titel}" if regel.over.titel else ""
    return f"Regel {thousands(regel.id)}: {regel.zin}{about}"


def door_wie(regel: SpoorRegel) -> str:
    """Who and when, and the words to lay beside a controleblad."""
    when = f"{datums.in_woorden(regel.op.date())}, {regel.op:%H.%M.%S}" if regel.op else "op een onleesbaar moment"
    words = f". Herkenning: {' '.join(regel.herkenning)}" if regel.herkenning else ""
    return f"{regel.door}, {when}{words}"


def aantal(gevonden: int, totaal: int) -> str:
    """The live count."""
    word = "regel" if totaal == 1 else "regels"
    shown = thousands(totaal) if gevonden == totaal else f"{thousands(gevonden)} van {thousands(totaal)}"
    return f"{shown} {word}"


def keten(stand: KetenStand, op: datetime) -> str:
    """What the check found, beside its icon."""
    if stand.mis_vanaf is not None:
        return f"Klopt niet vanaf regel {thousands(stand.mis_vanaf)}"
    lines = "Alle regels kloppen" if stand.regels != 1 else "De ene regel klopt"
    return f"{lines}, gecontroleerd om {datums.tijd_kort(op.time())}"


def laatste(controle: Controle) -> str:
    """The last review, under the title."""
    if controle.op is None:
        return "Nog niet eerder nagekeken"
    until = f", tot en met regel {thousands(controle.tot)}" if controle.tot else ""
    return f"Nagekeken op {datums.in_woorden(controle.op.date(), weekdag=False)} door {controle.door}{until}"
