"""The checks with the child in a pestzaak: three moments, two questions (108)."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.domain.pest_nazorg import SCHAAL_WOORDEN, Check, CheckAntwoord
from svp_desktop.ui.tabs.pesten.kaarten import Maak
from svp_desktop.ui.widgets.base import TOP, Item, Label, card, col, rule
from svp_desktop.ui.widgets.buttons import Kind
from svp_desktop.ui.widgets.painted import Pill, Verdict

_GEEN = "Nog geen check gepland. Begin een aanpak: de checks met het kind komen er dan vanzelf bij."
_ERVOOR = "Vóór het heropenen"
_VRAGEN = ("nagekomen?", "gestopt?")
#: A mark stands beside the middle of a link, which has room around its words.
_NAAST_LINK = (0, 5, 0, 0)


def nazorg_kaart(beeld: PestBeeld, maak: Maak) -> QFrame:
    """The checks with the child, in order, and what it said (108)."""
    child = beeld.zaak.gepest
    items: list[Item] = []
    if beeld.checks:
        asked = f"gevraagd aan {child.roepnaam or child.naam}" if child else "gevraagd aan het kind"
        counting = {item.id for item in beeld.tellende_checks}
        before = [item for item in beeld.checks if item.id not in counting]
        items.append(_checks([item for item in beeld.checks if item.id in counting], beeld, asked, maak))
        if before:
            items += [rule(), _checks(before, beeld, _ERVOOR, maak)]
    else:
        items.append(Label(_GEEN, "muted", wrap=True))
    right: Sequence[QWidget] = ()
    if beeld.zaak.open:
        right = [
            maak("Plannen", "calendar", "plannen", 0, Kind.LINK), maak("Extra check", "plus", "check", 0, Kind.LINK),
        ]  # fmt: skip
    return card(*items, title="Nazorg", right=right)


def _checks(checks: Sequence[Check], beeld: PestBeeld, kop: str, maak: Maak) -> QGridLayout:
    """The first day first, under what they have in common."""
    grid = QGridLayout()
    grid.setHorizontalSpacing(8)
    grid.setVerticalSpacing(6)
    grid.setColumnStretch(0, 1)
    grid.addWidget(Label(kop, "small", wrap=True), 0, 0)
    for column, question in enumerate(_VRAGEN, 1):
        grid.addWidget(Label(question, "small"), 0, column)
    ordered = sorted(checks, key=lambda item: (item.gehouden_op or item.gepland_op, item.id))
    for line, item in enumerate(ordered, 1):
        name = maak(f"{item.naam()}, {datums.dag_kort(item.gehouden_op or item.gepland_op)}", "", "check", item.id,
                    Kind.LINK)  # fmt: skip
        # without an alignment: only so the words get the height that they need
        grid.addLayout(col(name, *_said(item), spacing=1), line, 0)
        if item.wacht:
            grid.addLayout(col(_waits(item, beeld), margins=_NAAST_LINK), line, 1, 1, 2, TOP)
        else:
            for column, answer in enumerate((item.nagekomen, item.gestopt), 1):
                mark = Verdict(word(answer or CheckAntwoord.NEE))
                grid.addLayout(col(mark, margins=_NAAST_LINK), line, column, TOP)
    return grid


def _waits(item: Check, beeld: PestBeeld) -> Pill:
    if not beeld.zaak.open or item not in beeld.tellende_checks:
        return Pill("niet gehouden", "minus", "muted")
    if item.gepland_op < beeld.today:
        return Pill("te laat", "triangle-alert", "danger")
    if item.gepland_op == beeld.today:
        return Pill("vandaag vragen", "ear", "accent")
    return Pill("later", "clock", "muted")


def _said(item: Check) -> list[Item]:
    if item.wacht:
        return []
    scale = f" ({SCHAAL_WOORDEN[item.inhoud.schaal]})" if item.inhoud.schaal else ""
    found: list[Item] = [Label(f"“{item.inhoud.woorden}”{scale}", "muted", wrap=True)]
    if item.inhoud.volgende:
        found.append(Label(f"Nu anders: {item.inhoud.volgende}", "small", wrap=True))
    return found
