"""Beside the notes of a dossier: the consent with its stamp, who came and about what, the child and its parents."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.domain import datums
from svp_desktop.domain.labels import label as word
from svp_desktop.domain.vertrouwelijk import Klager, OudersWeten, Stempel, Zaak, ZaakInhoud
from svp_desktop.ui.widgets.base import Icon, Item, Label, card, clear, col, label, row
from svp_desktop.ui.widgets.buttons import link

_NONE = "Dit dossier is van voordat het programma om toestemming vroeg. Vul aan wie en wat, met de toestemming."


class ZaakKaarten(QWidget):
    """`withdraw_wanted` when the klager takes the consent back; `edit_wanted` to fill in what is missing."""

    withdraw_wanted = Signal()
    edit_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._cards = col(spacing=10)
        self.setLayout(col(self._cards, None))

    def show_zaak(self, zaak: Zaak) -> None:
        """Show this matter."""
        self.forget()
        if zaak.inhoud is None or zaak.stempel is None:
            parts: list[Item] = [label(_NONE, "muted", wrap=True)]
            if not zaak.alleen_lezen:
                fill_in = link("Aanvullen", "pencil")
                fill_in.clicked.connect(self.edit_wanted)
                parts.append(row(fill_in, None))
            self._cards.addWidget(card(*parts, title="Toestemming"))
            return
        self._cards.addWidget(self._consent(zaak, zaak.inhoud, zaak.stempel))
        self._cards.addWidget(_matter(zaak.inhoud))
        if zaak.inhoud.klager is Klager.KIND:
            self._cards.addWidget(_child(zaak.inhoud))

    def forget(self) -> None:
        """Nothing of the matter stays here."""
        clear(self._cards)

    def _consent(self, zaak: Zaak, inhoud: ZaakInhoud, stempel: Stempel) -> QWidget:
        given = f"{inhoud.instemming_van}, {datums.in_woorden(inhoud.instemming_op, weekdag=False)}"
        how = f"{word(inhoud.instemming_hoe)} gegeven. Vastgelegd {_stamp(stempel)}."
        items: list[Item] = [
            row(Icon("check", "ok", 16), (Label(given, wrap=True), 1), spacing=8),
            label(how, "small", wrap=True),
        ]
        if zaak.ingetrokken is not None:
            gone = row(Icon("octagon-alert", "danger", 16), (label("Ingetrokken", "danger"), 1), spacing=8)
            items += [gone, label(f"Vastgelegd {_stamp(zaak.ingetrokken)}.", "small", wrap=True)]
        elif not zaak.alleen_lezen:
            back = link("Toestemming ingetrokken…", tight=True)
            back.clicked.connect(self.withdraw_wanted)
            items.append(row(back, None))
        return card(*items, title="Toestemming", spacing=6)


def _stamp(stempel: Stempel) -> str:
    by = f" door {stempel.door}" if stempel.door else ""
    return f"op {datums.lijst(stempel.op.date())} om {datums.tijd_kort(stempel.op.time())}{by}"


def _matter(inhoud: ZaakInhoud) -> QWidget:
    tried = ", ".join(word(one).lower() for one in inhoud.geprobeerd_bij) or "nog met niemand"
    return _facts(
        "Wie en wat",
        (
            ("Wie kwam", word(inhoud.klager)),
            ("Onderwerp", word(inhoud.onderwerp)),
            ("In het kort", inhoud.waarover),
            ("Over wie", inhoud.over_wie),
            ("Eerder geprobeerd", f"Met: {tried}"),
            ("", inhoud.geprobeerd),
        ),
    )


def _child(inhoud: ZaakInhoud) -> QWidget:
    child = word(inhoud.kind_instemming) if inhoud.kind_instemming else ""
    return _facts(
        "Het kind en zijn ouders",
        (
            ("Leeftijd", f"{inhoud.leeftijd} jaar"),
            ("Mogen de ouders het weten, vindt het kind?", child),
            ("", inhoud.kind_uitleg),
            ("Ouders ingelicht", _parents(inhoud)),
        ),
    )


def _parents(inhoud: ZaakInhoud) -> str:
    if inhoud.ouders is OudersWeten.JA and inhoud.ouders_op is not None:
        return f"Ja, {datums.in_woorden(inhoud.ouders_op, weekdag=False)}"
    if inhoud.ouders is OudersWeten.NEE:
        return f"Nee, om een zwaarwegend belang: {inhoud.ouders_reden}"
    return word(inhoud.ouders) if inhoud.ouders else ""


def _facts(title: str, facts: tuple[tuple[str, str], ...]) -> QWidget:
    items: list[Item] = []
    for name, value in facts:
        if value:
            items += [label(name, "label")] if name else []
            items += [label(value, wrap=True), 3]
    return card(*items, title=title, spacing=2)
