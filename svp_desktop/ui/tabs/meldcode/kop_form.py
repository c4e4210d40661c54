"""The form of the head of a dossier: about whom, who else is in it, who does the steps and who watches over them."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QWidget

from svp_desktop.domain.aantekeningen import DossierDraft, check_dossier
from svp_desktop.domain.changes import Outcome
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.meldcode import MeldcodeBlad, MeldcodeHoofd, MeldcodeKind
from svp_desktop.domain.meldcode_keuzes import DossierSoort
from svp_desktop.domain.school import PersoonRegel
from svp_desktop.services.meldcode import MeldcodeService
from svp_desktop.services.meldcode_sleutels import CONCEPT_DOSSIER, kop_sleutel
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.tabs.meldcode.vak import kop
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import Segmented, button, tool
from svp_desktop.ui.widgets.fields import Area, Field, edit
from svp_desktop.ui.widgets.suggest import PersonPicker, Suggestion

_MOST = 8
_WIE_ZIET = "Alleen wie een sleutel van dit onderdeel heeft, kan zien dat dit dossier er is."


class _Ander(QWidget):
    """One more person of the dossier."""

    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.naam, self.wie = edit(placeholder="Naam"), edit(placeholder="Wie is dit? Bijvoorbeeld: broertje, groep 2")
        self.geboren = edit(placeholder="Geboren op", width=scaled(130))
        self.weg = tool("x", "Uit de lijst")
        self._uuid: str | None = None
        self.setLayout(row((self.naam, 2), (self.wie, 3), self.geboren, self.weg, spacing=6))
        for part in (self.naam, self.wie, self.geboren):
            part.textEdited.connect(self.edited)
        self.weg.clicked.connect(self._clear)

    def value(self) -> MeldcodeKind:
        """The person, empty when nothing was filled in."""
        return MeldcodeKind(self.naam.text(), self.wie.text(), self.geboren.text(), self._uuid)

    def show_person(self, person: MeldcodeKind) -> None:
        """Show this person, without telling."""
        self._uuid = person.persoon_uuid
        for part, text in ((self.naam, person.naam), (self.wie, person.wie), (self.geboren, person.geboren)):
            part.setText(text)
            part.setCursorPosition(0)

    @Slot()
    def _clear(self) -> None:
        self.show_person(MeldcodeKind())
        self.hide()
        self.edited.emit()


class KopForm(DeelForm[MeldcodeHoofd]):
    """Form <-> MeldcodeHoofd. `dossier_id` is the dossier that was saved last, also a new one."""

    def __init__(self, context: Context, service: MeldcodeService) -> None:
        self.soort = Segmented([(one, kop(one)) for one in DossierSoort], name="Waarover")
        self.naam = PersonPicker(self._hits, placeholder="Naam of omschrijving", icon="search", keep=True)
        self.groep, self.geboren = edit(name="Groep"), edit(placeholder="dag-maand-jaar", width=scaled(150))
        self.eigenaar, self.rol = edit(), edit()
        self.toezicht, self.aanleiding = edit(), Area(height=scaled(84))
        self.anderen = [_Ander() for _ in range(_MOST)]
        self.erbij = button("Nog iemand", "user-plus", small=True)
        super().__init__(context, MeldcodeHoofd, self._body(), self._fields, "een meldcode-dossier", service.concepten)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(16, 6, 16, 12)
        self._service, self._whole, self._versie = service, MeldcodeHoofd(), 0
        self.dossier_id = 0
        self._blad: MeldcodeBlad | None = None
        self._uuid: str | None = None
        self._connect()

    def _body(self) -> QWidget:
        hint = "Twee letters is genoeg. De naam en de groep van vandaag komen in het dossier."
        self._fields = {
            "naam": Field("Over welk kind?", self.naam, hint=hint),
            "groep": Field("Groep (mag leeg)", self.groep),
            "geboren": Field("Geboren op (mag leeg)", self.geboren),
            "eigenaar": Field("Wie zorgt dat de stappen worden gezet?", self.eigenaar),
            "eigenaar_rol": Field("Rol", self.rol),
            "toezicht": Field(
                "Welke vertrouwenspersoon houdt toezicht?",
                self.toezicht,
                hint="Een eigen dossier van de vertrouwenspersoon blijft hier buiten.",
            ),
            "aanleiding": Field("Wat is de aanleiding? (mag leeg)", self.aanleiding),
        }
        whom = card(
            row(self.soort, None),
            self._fields["naam"],
            row((self._fields["groep"], 1), self._fields["geboren"], spacing=12),
            Label("Wie horen er nog bij? (mag leeg)", "label"),
            *self.anderen,
            row(self.erbij, None),
            title="Over wie",
            spacing=10,
        )
        who = card(
            row((self._fields["eigenaar"], 3), (self._fields["eigenaar_rol"], 2), spacing=12),
            self._fields["toezicht"],
            self._fields["aanleiding"],
            title="Wie doet de stappen",
            spacing=10,
        )
        closed = Label(_WIE_ZIET, "muted", wrap=True)
        return holder(row((col(whom, None), 1), (col(who, closed, None, spacing=10), 1), spacing=12))

    def _connect(self) -> None:
        self.soort.changed.connect(self._kind_chosen)
        self.naam.chosen.connect(self._choose)
        self.naam.textEdited.connect(self._own_words)
        self.erbij.clicked.connect(self._one_more)
        for line in (self.groep, self.geboren, self.eigenaar, self.rol, self.toezicht):
            line.textEdited.connect(self.touched)
        self.aanleiding.textChanged.connect(self.touched)
        for other in self.anderen:
            other.edited.connect(self._others_changed)

    def begin(self, blad: MeldcodeBlad | None = None) -> None:
        """A new dossier, or the head of this one."""
        self._blad, self._versie = blad, blad.versie if blad else 0
        if blad is None:
            account, words = self._context.werkplek.account, self._service.woorden()
            head = replace(MeldcodeHoofd().kop, eigenaar_rol=words.tekst("rol.2"), toezicht=account.naam)
            self.set_record("Meldcode-dossiers", "Nieuw dossier")
            self.opslaan.setText("Dossier openen")
            self.start(CONCEPT_DOSSIER, MeldcodeHoofd(kop=head), new=True, open_for_change=True)
        else:
            self.set_record(f"Dossier {blad.dossier.nummer}", "Wie en wat", "Wat er stond, blijft bewaard.")
            self.opslaan.setText("Opslaan")
            key = kop_sleutel(blad.dossier.id)
            self.start(key, hoofd_van(blad), new=False, open_for_change=blad.schrijfbaar)
        self.naam.setFocus(Qt.FocusReason.OtherFocusReason)

    def empty(self) -> None:
        """Nothing of the dossier stays in the form; a draft that was kept stays kept."""
        self._keeper.rest()
        self._blad = None
        self.set_record("", "")
        self.fill(MeldcodeHoofd())

    def draft(self) -> MeldcodeHoofd:
        others = tuple(person for one in self.anderen if (person := one.value()) != MeldcodeKind())
        kind = self.soort.value()
        head = replace(
            self._whole.kop,
            soort=kind if isinstance(kind, DossierSoort) else DossierSoort.KIND,
            personen=(MeldcodeKind(self.naam.text(), self.groep.text(), self.geboren.text(), self._uuid), *others),
            eigenaar=self.eigenaar.text(),
            eigenaar_rol=self.rol.text(),
            toezicht=self.toezicht.text(),
            aanleiding=self.aanleiding.text(),
        )
        return MeldcodeHoofd(DossierDraft(self.naam.text(), self.groep.text(), self._uuid), head)

    def fill(self, draft: MeldcodeHoofd) -> None:
        self._whole = draft
        head, subject = draft.kop, draft.dossier
        first, *others = head.personen or (MeldcodeKind(),)
        self._uuid = subject.persoon_uuid
        self.naam.forget()
        lines = (
            (self.naam, subject.naam), (self.groep, subject.groep), (self.geboren, first.geboren),
            (self.eigenaar, head.eigenaar), (self.rol, head.eigenaar_rol), (self.toezicht, head.toezicht),
        )  # fmt: skip
        for line, text in lines:
            line.setText(text)
            line.setCursorPosition(0)
        self.aanleiding.setText(head.aanleiding)
        self.soort.set_value(head.soort)
        for number, one in enumerate(self.anderen):
            one.show_person(others[number] if number < len(others) else MeldcodeKind())
            one.setVisible(number < len(others))
        self._name_whom()

    def _name_whom(self) -> None:
        family = self.soort.value() is DossierSoort.GEZIN
        self._fields["naam"].set_label("Om welk kind ging het eerst?" if family else "Over welk kind?")

    # -- what the user did

    @Slot(object)
    def _kind_chosen(self, _kind: object) -> None:
        self._name_whom()
        self.touched()

    @Slot(object)
    def _choose(self, person: PersoonRegel) -> None:
        try:
            self._uuid = self._context.werkplek.personen.lees(person.id).uuid
        except UserFacing:
            # gone from the register meanwhile: the name that was chosen stays
            self._uuid = None
        self.groep.setText(person.omschrijving)
        self.groep.setCursorPosition(0)
        self.touched()

    @Slot()
    def _own_words(self) -> None:
        """Another text is no longer the person that was chosen."""
        self._uuid = None
        self.touched()

    @Slot()
    def _one_more(self) -> None:
        hidden = [one for one in self.anderen if one.isHidden()]
        if hidden:
            hidden[0].show()
            hidden[0].naam.setFocus()
        self.erbij.setVisible(len(hidden) > 1)

    @Slot()
    def _others_changed(self) -> None:
        self.erbij.setVisible(any(one.isHidden() for one in self.anderen))
        self.touched()

    def _hits(self, text: str) -> list[Suggestion]:
        work = self._context.werkplek
        # without the register a name is typed whole
        found: Sequence[PersoonRegel] = work.personen.zoek(text) if "school" in work.soorten else ()
        return [Suggestion(person, person.naam, person.omschrijving) for person in found]

    def check(self, draft: MeldcodeHoofd) -> tuple[Finding, ...]:
        return check_dossier(draft.dossier)

    def put(self, draft: MeldcodeHoofd) -> Outcome[Any]:
        if self._blad is None:
            outcome = self._service.open(draft.dossier, draft.kop)
        else:
            outcome = self._service.wijzig(self._blad.dossier.id, draft.dossier, draft.kop, self._versie)
        self.dossier_id = outcome.value
        return outcome

    @property
    def nieuw(self) -> bool:
        """Whether the form is about a dossier that is not there yet."""
        return self._blad is None

    def reread(self) -> MeldcodeHoofd | None:
        if self._blad is None:
            return None
        now = self._service.lees(self._blad.dossier.id)
        self._versie = now.versie
        return hoofd_van(now)


def hoofd_van(blad: MeldcodeBlad) -> MeldcodeHoofd:
    """The form for a recorded head; of a dossier of before there were heads the one child that it is about."""
    dossier = blad.dossier
    subject = DossierDraft(dossier.naam, dossier.groep, dossier.persoon_uuid)
    people = blad.kop.personen or (MeldcodeKind(dossier.naam, dossier.groep, "", dossier.persoon_uuid),)
    return MeldcodeHoofd(subject, replace(blad.kop, personen=people))
