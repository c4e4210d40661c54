"""The cards of a pestzaak: what is recorded, each with the buttons that lead to its forms."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QPushButton

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.papier_namen import zin
from svp_desktop.domain.pest_beeld import PestBeeld, Plaatstelling
from svp_desktop.domain.pest_netwerk import in_woorden
from svp_desktop.domain.pest_signalen import Opgeteld, Signaallijst
from svp_desktop.domain.pest_toets import uitleg
from svp_desktop.domain.pestzaak import PestVerloop, PestVerloopRegel
from svp_desktop.ui.tabs.pesten.blokjes import Blokjes
from svp_desktop.ui.tabs.pesten.namen import uit_elkaar
from svp_desktop.ui.tabs.pesten.netwerk import LEGENDA, NetwerkBeeld
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import TOP, ElidedLabel, Icon, Item, Label, card, col, holder, row, rule
from svp_desktop.ui.widgets.buttons import Kind
from svp_desktop.ui.widgets.painted import Pill, Verdict

#: Makes a button that asks for a form: text, icon, part of the pestzaak, record, how loud.
Maak = Callable[[str, str, str, int, Kind], QPushButton]
#: The part that a press asks for when a test was put down wrongly.
TOETS_WEG = "toets_weg"
_GEEN_BEELD = "Nog geen beeld. Zet bij Aanpassen wie wat doet bij wie, of koppel een incident."
VAN_SCHOOL = "van school"
_GEEN_KIND = "Nog niet bekend wie er gepest wordt. Weet u het? Kies dan Aanpassen bij het beeld hierboven."
_MEER_TOEZICHT = "hier is minder toezicht"


def toets_kaart(beeld: PestBeeld, maak: Maak) -> QFrame:
    """The three criteria with their evidence, and what follows (93, 94)."""
    toets = beeld.toets
    items: list[Item] = []
    for item in toets.inhoud.bewijzen if toets else ():
        day = datums.dag_maand(item.datum) if item.datum else ""
        source = ", ".join(filter(None, (item.bron, day)))
        words: list[Item] = [Label(word(item.criterium), "h3")]
        words += [Label(item.tekst, wrap=True)] if item.tekst else []
        words += [Label(source, "small", wrap=True)] if source else []
        items += [row((Verdict(word(item.oordeel)), TOP), (col(*words, spacing=1), 1), spacing=10), rule()]
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
        away: list[Item] = []
        if beeld.zaak.open:
            wrong = maak("Weghalen", "", TOETS_WEG, toets.id, Kind.LINK)
            wrong.setAccessibleName(f"Weghalen: toets van {datums.dag_maand(toets.datum)}")
            away.append((wrong, TOP))
        line = row((Icon("flag", "ink", 16), TOP), (found, 1), *away, spacing=8)
        items.append(card(line, sub=True, margins=(12, 8, 12, 9)))
    for before in reversed(beeld.toetsen[:-1]):
        items.append(Label(f"Eerder, {datums.dag_kort(before.datum)}: {word(before.uitkomst)}.", "small"))
    text = "Opnieuw toetsen" if toets else "Toetsen"
    right = [maak(text, "scale", "toets", 0, Kind.LINK)] if beeld.zaak.open else []
    return card(*items, title="Plagen of pesten?", right=right)


def waar_kaart(beeld: PestBeeld) -> QFrame:
    """Places with their incidents, how long, functions of the behaviour and points of attention (95, 98)."""
    items: list[Item] = [_plaatsen(beeld.plaatsen)] if beeld.plaatsen else []
    known = beeld.zaak.inhoud
    counted = {place.plaats.casefold() for place in beeld.plaatsen}
    also = "" if known.plaatsen.strip().casefold() in counted else known.plaatsen
    facts = (
        ("Ook op" if beeld.plaatsen else "Waar", also), ("Online", known.online),
        ("Hoe lang al", known.hoe_lang),
        ("Functie van het gedrag", word(known.functie) if known.functie else ""),
        ("Wat heeft het kind dat pest nodig", known.functie_hulp), ("Minder toezicht", known.toezicht),
        ("Ouders en andere volwassenen", known.bescherming), ("De groep als geheel", known.dynamiek),
    )  # fmt: skip
    for name, value in facts:
        if value:
            items.append(col(Label(name, "label"), Label(value, wrap=True), spacing=1))
    told = [place for place in beeld.minder_toezicht if place.casefold() not in counted]
    if told:
        items.append(Label(f"{', '.join(told)}: {_MEER_TOEZICHT}", "small", wrap=True))
    if not items:
        items.append(
            Label("Nog niets over de plek. Leg dit vast bij In kaart, of koppel een incident.", "muted", wrap=True)
        )
    count = len(beeld.incidenten)
    right = [Label(f"{count} incident" if count == 1 else f"{count} incidenten", "muted")]
    return card(*items, title="Waar gebeurt het?", right=right)


def _plaatsen(plaatsen: Sequence[Plaatstelling]) -> QGridLayout:
    """Each place with a square for every incident; where fewer adults look on is said under its name."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(5)
    grid.setColumnStretch(0, 1)
    for line, place in enumerate(plaatsen):
        note = [Label(_MEER_TOEZICHT, "small", wrap=True)] if place.minder_toezicht else []
        number = Label(str(place.aantal), "h3")
        grid.addLayout(col(Label(place.plaats, wrap=True), *note, spacing=0), line, 0)
        grid.addWidget(Blokjes(place.aantal, f"{place.plaats}: {place.aantal}"), line, 1, TOP)
        grid.addWidget(number, line, 2, TOP)
    return grid


def verloop_zin(regel: PestVerloopRegel) -> str:
    """ "28 november: Heropend. Moeder belt: het is weer begonnen." """
    text = f"{datums.dag_maand(regel.op)}: {word(regel.soort)}"
    if not regel.tekst:
        return f"{text}."
    between = " " if regel.soort is PestVerloop.GEMELD else ". "
    return zin(f"{text}{between}{regel.tekst}")


def signaal_regels(beeld: PestBeeld, lijst: Signaallijst) -> list[Item]:
    """Every line of a list with who saw it and when, added up over adults (96, 97)."""
    return [_signaal(beeld, item) for item in beeld.opgeteld[lijst]]


def _signaal(beeld: PestBeeld, item: Opgeteld) -> Item:
    seen = bool(item.door)
    # not a circle: it would ask to be ticked
    icon = Icon("check" if seen else "minus", "ink" if seen else "control", 14, "gezien" if seen else "niet gezien")
    name = ElidedLabel(item.regel.kort, None if seen else "muted")
    name.setToolTip(f"{item.regel.kort}: {item.regel.uitleg}" if item.regel.uitleg else item.regel.kort)
    signs = [Pill(beeld.tekens[one], "", "ink") for one in item.door]
    for sign, who in zip(signs, item.door, strict=True):
        sign.setToolTip(who)
    day = [Label(datums.dag_kort(item.laatst), "muted")] if item.laatst else []
    made = holder(row(icon, (name, 1), *signs, *day, spacing=6))
    made.setMinimumHeight(scaled(24))
    return made


def waarnemers(beeld: PestBeeld, lijst: Signaallijst) -> str:
    """What the short signs of this list stand for."""
    there = {one.gezien_door for one in beeld.signalen if one.lijst is lijst}
    return ", ".join(f"{sign} {name}" for name, sign in beeld.tekens.items() if name in there)


def netwerk_kaart(beeld: PestBeeld, maak: Maak) -> QFrame:
    """The picture of who does what to whom (99)."""
    items: list[Item] = []
    if len(beeld.netwerk.knopen) > 1:
        items += [NetwerkBeeld(beeld.netwerk), Label(LEGENDA, "small", wrap=True)]
    else:
        items.append(Label(_GEEN_BEELD, "muted", wrap=True))
    if beeld.netwerk.meer:
        items.append(Label(f"{beeld.netwerk.meer} passen er niet bij in het beeld.", "muted"))
    right = [maak("Aanpassen", "pencil", "mensen", 0, Kind.LINK)] if beeld.zaak.open else []
    return card(*items, title="Wie doet wat bij wie", right=right, spacing=6)


def mensen_kaart(beeld: PestBeeld, maak: Maak) -> QFrame:
    """Who is in it with which role, and the picture in words (99)."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(10)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(1, 1)
    for line, person in enumerate(beeld.zaak.personen):
        more = ", ".join(filter(None, (person.groep, VAN_SCHOOL if person.vertrokken else "", person.notitie)))
        note = [Label(more, "small", wrap=True)] if more else []
        grid.addWidget(Pill(word(person.rol), "", "ink"), line, 0, TOP)
        grid.addLayout(col(Label(person.naam, "h3", wrap=True), *note, spacing=0), line, 1, TOP)
    items: list[Item] = [grid] if beeld.zaak.personen else []
    if beeld.zaak.gepest is None:
        items.append(Label(_GEEN_KIND, "muted", wrap=True))
    names = uit_elkaar((one.persoon_id, one.naam, one.rol) for one in beeld.netwerk.knopen)
    lines = in_woorden(beeld.netwerk, names)
    if lines:
        items += [rule(), *(Label(line, wrap=True) for line in lines)]
    right = [maak("Coördinator kiezen", "user", "coordinator", 0, Kind.LINK)] if beeld.zaak.open else []
    return card(*items, title="Wie zijn erbij", right=right, spacing=6)
