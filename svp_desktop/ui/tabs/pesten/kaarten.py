"""The cards of a pestzaak: what is recorded, each with the buttons that lead to its forms."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_nazorg import SCHAAL_WOORDEN, Check
from svp_desktop.domain.pest_netwerk import in_woorden
from svp_desktop.domain.pest_signalen import Opgeteld, Signaallijst
from svp_desktop.domain.pest_toets import Oordeel, uitleg
from svp_desktop.ui.tabs.pesten.netwerk import LEGENDA, NetwerkBeeld
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Icon, Item, Label, card, col, row, rule
from svp_desktop.ui.widgets.buttons import Kind
from svp_desktop.ui.widgets.painted import Pill

#: Makes a button that asks for a form: text, icon, part of the pestzaak, record, how loud.
Maak = Callable[[str, str, str, int, Kind], QPushButton]
_TEKEN = {
    Oordeel.JA: ("check", "ink"),
    Oordeel.NEE: ("x", "muted"),
    Oordeel.ONBEKEND: ("circle-question-mark", "muted"),
}
_MEER_TOEZICHT = "hier is minder toezicht"


def toets_kaart(beeld: PestBeeld, maak: Maak) -> QFrame:
    """The three criteria with their evidence, and what follows (93, 94)."""
    toets = beeld.toets
    items: list[Item] = []
    for item in toets.inhoud.bewijzen if toets else ():
        icon, token = _TEKEN[item.oordeel]
        day = datums.dag_maand(item.datum) if item.datum else ""
        source = ", ".join(filter(None, (item.bron, day)))
        words: list[Item] = [Label(word(item.criterium), "h3")]
        words += [Label(item.tekst, wrap=True)] if item.tekst else []
        words += [Label(source, "small", wrap=True)] if source else []
        items += [row((Pill(word(item.oordeel), icon, token), TOP), (col(*words, spacing=1), 1), spacing=10), rule()]
    if toets is None:
        items.append(
            Label(
                "Nog niet getoetst. Drie criteria bepalen samen of dit plagen, ruzie of pesten is.", "muted", wrap=True
            )
        )
    else:
        who = f", samen met {toets.inhoud.samen_met}" if toets.inhoud.samen_met else ""
        again = f" Opnieuw kijken op {datums.dag_maand(toets.hertoets_op)}." if toets.hertoets_op else ""
        found = col(
            Label(uitleg(toets.inhoud.bewijzen), "h3", wrap=True),
            Label(f"Vastgesteld op {datums.dag_maand(toets.datum)}{who}.{again}", "small", wrap=True),
            spacing=1,
        )
        items.append(card(row((Icon("flag", "ink", 16), TOP), (found, 1), spacing=8), sub=True, margins=(12, 8, 12, 9)))
    text = "Opnieuw toetsen" if toets else "Toetsen"
    right = [maak(text, "scale", "toets", 0, Kind.LINK)] if beeld.zaak.open else []
    return card(*items, title="Plagen of pesten?", right=right)


def waar_kaart(beeld: PestBeeld) -> QFrame:
    """Places with their incidents, how long, functions of the behaviour and points of attention (95, 98)."""
    items: list[Item] = []
    for place in beeld.plaatsen:
        note = [Label(_MEER_TOEZICHT, "small")] if place.minder_toezicht else []
        items.append(
            row(
                (ElidedLabel(place.plaats), 2),
                (Label("■" * min(place.aantal, 12)), 2),
                Label(str(place.aantal), "h3"),
                *note,
            )
        )
    known = beeld.zaak.inhoud
    facts = (
        ("Ook op", known.plaatsen), ("Online", known.online), ("Hoe lang al", known.hoe_lang),
        ("Functie van het gedrag", word(known.functie) if known.functie else ""),
        ("Wat heeft het kind dat pest nodig", known.functie_hulp), ("Minder toezicht", known.toezicht),
        ("Ouders en andere volwassenen", known.bescherming), ("De groep als geheel", known.dynamiek),
    )  # fmt: skip
    for name, value in facts:
        if value:
            items.append(col(Label(name, "label"), Label(value, wrap=True), spacing=1))
    if not items:
        items.append(
            Label("Nog niets over de plek. Leg dit vast bij In kaart, of koppel een incident.", "muted", wrap=True)
        )
    count = len(beeld.incidenten)
    right = [Label(f"{count} incident" if count == 1 else f"{count} incidenten", "muted")]
    return card(*items, title="Waar gebeurt het?", right=right)


def signaal_regels(beeld: PestBeeld, lijst: Signaallijst) -> list[Item]:
    """Every line of a list with who saw it and when, added up over adults (96, 97)."""
    return [_signaal(beeld, item) for item in beeld.opgeteld[lijst]]


def _signaal(beeld: PestBeeld, item: Opgeteld) -> Item:
    seen = bool(item.door)
    icon = Icon("check" if seen else "circle", "ink" if seen else "control", 14, "gezien" if seen else "niet gezien")
    name = ElidedLabel(item.regel.kort, None if seen else "muted")
    name.setToolTip(f"{item.regel.kort}: {item.regel.uitleg}" if item.regel.uitleg else item.regel.kort)
    signs = [Pill(beeld.tekens[one], "", "ink") for one in item.door]
    for sign, who in zip(signs, item.door, strict=True):
        sign.setToolTip(who)
    day = [Label(datums.dag_maand(item.laatst), "muted")] if item.laatst else []
    return row(icon, (name, 1), *signs, *day, spacing=6)


def waarnemers(beeld: PestBeeld) -> str:
    """What the short signs stand for."""
    return ", ".join(f"{sign} {name}" for name, sign in beeld.tekens.items())


def mensen_kaart(beeld: PestBeeld, maak: Maak) -> QFrame:
    """Who is in it with which role, and who does what to whom (99)."""
    items: list[Item] = []
    for person in beeld.zaak.personen:
        more = ", ".join(filter(None, (person.groep, person.notitie)))
        items.append(row(Pill(word(person.rol), "", "ink"), Label(person.naam, "h3"), (ElidedLabel(more, "muted"), 1)))
    names = {person.persoon_id: person.roepnaam or person.naam for person in beeld.zaak.personen}
    lines = in_woorden(beeld.netwerk, names)
    if len(beeld.netwerk.knopen) > 1:
        items = [NetwerkBeeld(beeld.netwerk), Label(LEGENDA, "small", wrap=True), rule(), *items]
    items += [rule(), *(Label(line, wrap=True) for line in lines)] if lines else []
    if beeld.netwerk.meer:
        items.append(Label(f"{beeld.netwerk.meer} passen er niet bij in het beeld.", "muted"))
    right = [maak("Aanpassen", "pencil", "mensen", 0, Kind.LINK)] if beeld.zaak.open else []
    return card(*items, title="Wie doet wat bij wie", right=right, spacing=6)


def nazorg_kaart(beeld: PestBeeld, maak: Maak) -> QFrame:
    """The checks with the child, in order, and what it said (108)."""
    items: list[Item] = [_check(item, beeld, maak) for item in beeld.checks]
    if not items:
        text = "Nog geen check gepland. Begin een aanpak: de checks na 1, 2 en 6 weken komen er dan vanzelf bij."
        items.append(Label(text, "muted", wrap=True))
    right: Sequence[QWidget] = ()
    if beeld.zaak.open:
        waiting = beeld.volgende_check
        text = "Check vastleggen" if waiting else "Extra check"
        right = [maak(text, "ear", "check", waiting.id if waiting else 0, Kind.PLAIN)]
    return card(*items, title="Nazorg", right=right)


def _check(item: Check, beeld: PestBeeld, maak: Maak) -> Item:
    day = item.gehouden_op or item.gepland_op
    name = maak(f"{item.naam()}, {datums.dag_maand(day)}", "", "check", item.id, Kind.LINK)
    if item.gehouden_op is None or item.nagekomen is None or item.gestopt is None:
        late = item.gepland_op < beeld.today
        mark = Pill("te laat", "triangle-alert", "danger") if late else Pill("gepland", "clock", "muted")
        return row(name, None, mark)
    said = item.inhoud.woorden + (f" ({SCHAAL_WOORDEN[item.inhoud.schaal]})" if item.inhoud.schaal else "")
    answers = f"nagekomen: {word(item.nagekomen)}, gestopt: {word(item.gestopt)}"
    mark = Pill(answers, "circle-check" if item.goed else "triangle-alert", "ok" if item.goed else "warn")
    return col(row(name, None), row(mark, None), Label(f"“{said}”", "muted", wrap=True), spacing=1)
