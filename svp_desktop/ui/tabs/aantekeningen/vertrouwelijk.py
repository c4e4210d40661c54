"""Vertrouwelijk: one's own private dossiers, and beside them those of a colleague that were taken over."""

from dataclasses import replace

from PySide6.QtCore import Slot
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.aantekeningen.tab import AantekeningenTab
from svp_desktop.ui.tabs.aantekeningen.woorden import EIGEN, Woorden
from svp_desktop.ui.widgets.base import clear, row
from svp_desktop.ui.widgets.buttons import Segmented

_OWN = EIGEN.soort


class VertrouwelijkTab(AantekeningenTab):
    """The own dossiers of a vertrouwenspersoon. As soon as that of someone else is open too, a choice stands above it;
    that one has a page of its own and nothing of it is kept with the own place."""

    def __init__(self, context: Context) -> None:
        super().__init__(context, EIGEN)
        self.keuze: Segmented | None = None
        self._others: dict[str, AantekeningenTab] = {}
        self._soort = _OWN
        self._choice = row(spacing=0, margins=(16, 10, 16, 0))
        self._choice_line = QWidget(self)
        self._choice_line.setLayout(self._choice)
        self._bodies = QStackedWidget(self)
        self._bodies.addWidget(self.stack)
        body = self.layout()
        assert isinstance(body, QVBoxLayout)
        body.addWidget(self._choice_line)
        body.addWidget(self._bodies, 1)
        self._offer_choice()

    # -- whose

    def _offer_choice(self) -> None:
        """A choice when more than one private dossier is open."""
        werkplek = self._context.werkplek
        names = {one.soort: one.naam for one in werkplek.sleutels.andere_dossiers() if one.soort in werkplek.soorten}
        if self.keuze is not None and len(self.keuze.parts()) == len(names) + 1:
            return
        clear(self._choice)
        self._choice_line.setVisible(bool(names))
        self.keuze = None
        for soort, name in names.items():
            if soort not in self._others:
                self._others[soort] = made = AantekeningenTab(self._context, _words(soort, name))
                self._bodies.addWidget(made)
        if names:
            options = [(_OWN, "Mijn dossiers"), *((soort, f"Van {name}") for soort, name in names.items())]
            self.keuze = Segmented(options, self._soort, small=True, name="Wiens dossiers")
            self.keuze.changed.connect(self.choose)
            self._choice.addWidget(self.keuze)
            self._choice.addStretch(1)

    @Slot(object)
    def choose(self, soort: str) -> None:
        """Show one's own dossiers, or those of someone else; what was being typed is kept first."""
        try:
            self.flush_draft()
        except UserFacing as error:
            self._context.bar.show_error(error)
        else:
            self._soort = soort
            self._bodies.setCurrentWidget(self._others.get(soort, self.stack))
        if self.keuze is not None:
            self.keuze.set_value(self._soort)

    def _other(self) -> AantekeningenTab | None:
        return self._others.get(self._soort)

    # -- TabPage: whatever is in front

    def shown(self) -> None:
        self._offer_choice()

    def show_record(self, record: int) -> None:
        """A dossier of one's own."""
        if self._soort != _OWN:
            self.choose(_OWN)
        super().show_record(record)

    def primary_new(self) -> None:
        other = self._other()
        if other is None:
            super().primary_new()
        else:
            other.primary_new()

    def focus_search(self) -> None:
        other = self._other()
        if other is None:
            super().focus_search()
        else:
            other.focus_search()

    def go_back(self) -> bool:
        other = self._other()
        return super().go_back() if other is None else other.go_back()

    def flush_draft(self) -> None:
        super().flush_draft()
        for other in self._others.values():
            other.flush_draft()


def _words(soort: str, name: str) -> Woorden:
    return replace(
        EIGEN,
        soort=soort,
        onder=f"Van {name}. U hebt hier ook een sleutel van.",
        leeg=f"Er staan geen dossiers van {name}.",
        wie_ziet=f"Dit komt in het bestand van {name}, niet in het uwe.",
    )
