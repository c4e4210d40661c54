"""What stands in an opened dossier: the statements, what stands around them, the step in hand, and the log."""

from collections.abc import Callable, Iterable
from datetime import date, datetime

from PySide6.QtWidgets import QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.aantekeningen import Aantekening
from svp_desktop.domain.labels import LABELS
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.meldcode import STAP_KLASSEN, MeldcodeBlad, MeldcodeStap, MeldcodeStuk, Uitspraak
from svp_desktop.domain.meldcode_keuzes import Richting, StukSoort
from svp_desktop.domain.meldcode_logboek import logboek
from svp_desktop.domain.meldcode_stappen import STAP_VELDEN, ontbreekt
from svp_desktop.domain.meldcode_velden import in_woorden
from svp_desktop.ui.tabs.meldcode.stuk_regel import StukRegel
from svp_desktop.ui.widgets.base import ElidedLabel, Item, Label, add, col, holder, label, row, rule
from svp_desktop.ui.widgets.buttons import Kind
from svp_desktop.ui.widgets.notice import State, check_line
from svp_desktop.ui.widgets.painted import Tag

#: Makes a button: its words, icon, what it asks for, and how loud it is.
Maak = Callable[[str, str, tuple[str, object], Kind], QPushButton]
#: Makes the line of a record.
Regel = Callable[[MeldcodeStuk], StukRegel]
#: What stands around the statements; advice and talks stand with their step.
ROND = (
    StukSoort.GEVAAR, StukSoort.AFSPRAAK, StukSoort.TERMIJN, StukSoort.GEDEELD, StukSoort.VT_VRAAG,
    StukSoort.ONTERECHT,
)  # fmt: skip
#: The records that a step asks for, with the words of the button.
BIJ_STAP = {
    2: (StukSoort.ADVIES, "Advies van Veilig Thuis"),
    3: (StukSoort.GESPREK, "Gesprek vastleggen"),
    5: (StukSoort.AFSPRAAK, "Afspraak met termijn"),
}
_KOPPEN = {Richting.BEVESTIGT: "Bevestigt de zorg", Richting.ONTKRACHT: "Ontkracht de zorg"}


def uitspraken(blad: MeldcodeBlad, regel: Regel) -> list[Item]:
    """The statements that confirm, and then those that speak against it (demand 126)."""
    items: list[Item] = []
    for richting, title in _KOPPEN.items():
        found = [stuk for stuk in blad.van(StukSoort.UITSPRAAK) if _richting(stuk) is richting]
        if found:
            items.append(row(label(title, "h3"), label(str(len(found)), "muted"), (rule(), 1), spacing=8))
        for number, stuk in enumerate(found):
            items += [rule()] if number else []
            items.append(regel(stuk))
    if not items:
        text = "Nog geen uitspraken. Leg vast wat er is gezien en gezegd, ook wat de zorg tegenspreekt."
        items.append(Label(text, "muted", wrap=True))
    return items


def _richting(stuk: MeldcodeStuk) -> Richting | None:
    assert isinstance(stuk.inhoud, Uitspraak)
    return stuk.inhoud.richting


def rondom(blad: MeldcodeBlad, regel: Regel) -> list[Item]:
    """Agreements, terms, what was shared, questions of Veilig Thuis, danger."""
    items: list[Item] = []
    for stuk in (one for soort in ROND for one in blad.van(soort)):
        items += [rule()] if items else []
        items.append(regel(stuk))
    if not items:
        text = "Nog geen afspraken, termijnen of gedeelde gegevens. Met Vastleggen schrijft u ze op."
        items.append(Label(text, "muted", wrap=True))
    return items


def eerdere(blad: MeldcodeBlad) -> list[Item]:
    """Notes of before a dossier had steps, whole, with how they read before."""
    items: list[Item] = []
    for note in blad.aantekeningen:
        items += [rule()] if items else []
        items.append(_aantekening(note))
    return items


def _aantekening(note: Aantekening) -> QWidget:
    said = note.inhoud
    moment = f", {datums.tijd_kort(said.tijd)}" if said.tijd else ""
    head: list[Item] = [Tag(word(said.aard))] if said.aard else []
    head.append(
        (label(f"{datums.dag_kort(said.datum)}{moment}{', ' + said.met_wie if said.met_wie else ''}", "lead"), 1)
    )
    body = col(row(*head, spacing=8), spacing=2)
    if note.weggehaald_op is not None:
        add(body, label(f"Weggehaald op {datums.lijst(note.weggehaald_op.date())}.", "muted"))
        return holder(body)
    add(body, Label(said.tekst, wrap=True))
    add(body, label(f"{note.door}, {wanneer(note.op)}", "small"))
    for old in reversed(note.eerder):
        add(body, label(f"Eerder ({old.door}, {wanneer(old.op)}): {old.inhoud.tekst}", "small", wrap=True))
    return holder(body)


def stap(blad: MeldcodeBlad, nummer: int, uitleg: str, regel: Regel, maak: Maak, today: date) -> list[Item]:
    """A step to read: what stands in it, what it lacks, its records, what was added, and earlier rounds."""
    running = blad.schrijfbaar
    rounds = [one for one in blad.stappen if one.nummer == nummer]
    items: list[Item] = [Label(uitleg, "muted", wrap=True)]
    if rounds:
        items += _inhoud(rounds[-1])
    if running:
        items.append(row(*_werkwoorden(rounds, nummer, maak), None, spacing=8))
        items += _lacks(blad, nummer, today)
    if nummer in BIJ_STAP:
        soort, words = BIJ_STAP[nummer]
        right = [maak(words, "plus", ("stuk", soort), Kind.LINK)] if running else []
        items += [2, row(label(f"{_meervoud(soort)}", "h3"), (rule(), 1), *right, spacing=8)]
        found = blad.van(soort)
        items += [regel(one) for one in found] or [label("Nog niets vastgelegd.", "muted")]
    for early in reversed(rounds[:-1]):
        done = wanneer(early.afgerond_op) if early.afgerond_op else ""
        items += [2, row(label(f"Ronde {early.ronde}, afgerond {done}", "h3"), (rule(), 1), spacing=8)]
        items += _inhoud(early)
    return items


def _meervoud(soort: StukSoort) -> str:
    return {StukSoort.ADVIES: "Adviezen", StukSoort.GESPREK: "Gesprekken", StukSoort.AFSPRAAK: "Afspraken"}[soort]


def _werkwoorden(rounds: list[MeldcodeStap], nummer: int, maak: Maak) -> list[Item]:
    if rounds and rounds[-1].afgerond:
        return [
            maak("Aanvullen", "plus", ("regel", f"stap:{rounds[-1].id}"), Kind.PLAIN),
            maak("Stap opnieuw doen", "undo-2", ("opnieuw", nummer), Kind.PLAIN),
        ]
    return [maak("Verder invullen" if rounds else "Invullen", "pencil", ("stap", nummer), Kind.PLAIN)]


def _lacks(blad: MeldcodeBlad, nummer: int, today: date) -> list[Item]:
    """What is still to be done before the step can be finished."""
    now = blad.stap(nummer)
    if now is not None and now.afgerond:
        return []
    found = ontbreekt(blad, nummer, now.inhoud if now else STAP_KLASSEN[nummer - 1](), today)
    if not found:
        return []
    lines = [check_line(State.OPEN if one.blocks else State.LET_OP, one.message) for one in found]
    return [2, row(label("Nog nodig voor het afronden", "h3"), (rule(), 1), spacing=8), *lines]


def _inhoud(one: MeldcodeStap) -> list[Item]:
    items: list[Item] = []
    for veld in STAP_VELDEN[one.nummer]:
        value = in_woorden(veld, getattr(one.inhoud, veld.naam), LABELS)
        if value and veld.gevraagd(one.inhoud):
            items.append(col(label(veld.op_papier, "label"), Label(value, wrap=True), spacing=1))
    for more in one.aanvullingen:
        text = f"Aanvulling, {more.door}, {wanneer(more.op)}"
        items.append(col(label(text, "label"), Label(more.tekst, wrap=True), spacing=1))
    if one.afgerond_op is not None:
        items.append(label(f"Afgerond door {one.afgerond_door} op {wanneer(one.afgerond_op)}", "small"))
    return items


def log(blad: MeldcodeBlad, today: date) -> Iterable[Item]:
    """Everything that was written, the newest first."""
    for number, line in enumerate(logboek(blad)):
        if number:
            yield rule()
        head = row(label(_kort(line.op, today), "small"), None, ElidedLabel(line.door, "small"))
        yield col(head, Label(line.tekst, wrap=True), spacing=1)
    yield rule()
    yield label(f"Dossier geopend op {datums.lijst(blad.dossier.geopend_op)}", "small")


def _kort(moment: datetime, today: date) -> str:
    day = "vandaag" if moment.date() == today else datums.dag_kort(moment.date())
    return f"{day} {datums.tijd_kort(moment.time())}"


def wanneer(moment: datetime) -> str:
    """A moment in a sentence: "di 24 nov om 10.25"."""
    return f"{datums.dag_kort(moment.date())} om {datums.tijd_kort(moment.time())}"
