"""The card with the button: copies, large type, keeping, printing, PDF; and the panel that records a handing out."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.uitreiken import UitreikDraft, Wijze
from svp_desktop.ui.widgets.base import TOP, Label, card, col, holder, row
from svp_desktop.ui.widgets.buttons import Kind, Segmented, button, primary
from svp_desktop.ui.widgets.dates import DateEdit
from svp_desktop.ui.widgets.fields import CountEdit, Field, edit, show_findings
from svp_desktop.ui.widgets.flow import Flow


def tick(box: QCheckBox, said: Label) -> QHBoxLayout:
    """A tick whose words may wrap: the card is narrow and the type may be large."""
    box.setFixedWidth(18)
    box.setAccessibleName(said.text())
    said.setBuddy(box)
    return row((box, TOP), (said, 1), spacing=8)


class AfdrukPaneel(QWidget):
    """Copies, large type, keep, print, PDF, hand out."""

    def __init__(self) -> None:
        super().__init__()
        self.exemplaren = CountEdit(1, 1, 99, name="Aantal exemplaren")
        self.groot = QCheckBox("Grote letters")
        self.groot.setToolTip("Om voor te lezen")
        self.bewaren = QCheckBox()
        self.bewaren.setChecked(True)
        self.bewaren.setToolTip("Zoals het is uitgereikt, met de dag en aan wie")
        self.afdrukken = primary("Afdrukken", "printer", big=True, tip="Afdrukken (Ctrl+P)")
        self.pdf = button("PDF opslaan…", "download")
        self.uitreiken = button("Uitreiken…", "send")
        words = Label("exemplaren")
        words.setBuddy(self.exemplaren)
        self.setLayout(
            col(
                Flow(holder(row(self.exemplaren, words)), self.groot, gap=14),
                tick(self.bewaren, Label("Bewaren in het dossier")),
                self.afdrukken,
                Flow(self.pdf, self.uitreiken, gap=8),
                spacing=9,
            )
        )

    def begin(self) -> None:
        """Another paper: one copy, and kept."""
        self.exemplaren.setText("1")
        self.bewaren.setChecked(True)

    def copies(self) -> int:
        """How many times each page is printed."""
        return self.exemplaren.count()


class UitreikPaneel(QWidget):
    """Day, to whom, how, and whether the action is recorded in the casus too."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self._vorige_id: int | None = None
        self.datum = DateEdit(today, name="Dag van uitreiken")
        self.aan = edit(name="Aan wie?")
        self.wijze = Segmented(
            [(Wijze.OP_PAPIER, "op papier"), (Wijze.ANDERS, "anders")], Wijze.OP_PAPIER, small=True, name="Hoe?"
        )
        self.reden = edit(name="Toch verder, omdat")
        self.met_actie = QCheckBox()
        self._actie = Label("", wrap=True)
        self.vastleggen = primary("Uitreiken vastleggen", "check")
        self.terug = button("Terug", kind=Kind.FLAT)
        self.fields = {
            "datum": Field("Dag", self.datum),
            "aan": Field("Aan wie?", self.aan),
            "reden": Field("Toch verder, omdat", self.reden),
        }
        self._action_row = holder(tick(self.met_actie, self._actie))
        self.setLayout(
            col(
                self.fields["datum"],
                self.fields["aan"],
                Field("Hoe?", self.wijze),
                2,
                self._action_row,
                self.fields["reden"],
                Flow(self.vastleggen, self.terug, gap=8),
                spacing=7,
            )
        )

    def show_action(self, naam: str) -> None:
        """The action of the ladder that this paper belongs to; "" when it has none."""
        words = f"Leg de actie {naam[:1].lower()}{naam[1:]} vast in de casus"
        self._actie.setText(words)
        self.met_actie.setAccessibleName(words)
        self._action_row.setVisible(bool(naam))

    def begin(self, draft: UitreikDraft) -> None:
        """Show what is proposed."""
        self._vorige_id = draft.vorige_id
        self.datum.setText(draft.datum)
        self.datum.finish()
        self.aan.setText(draft.aan)
        self.wijze.set_value(draft.wijze)
        self.met_actie.setChecked(draft.met_actie)
        self.reden.setText(draft.reden)
        self.show_findings(())

    def draft(self) -> UitreikDraft:
        """What is typed."""
        wijze = self.wijze.value()
        return UitreikDraft(
            datum=self.datum.text(),
            aan=self.aan.text(),
            wijze=wijze if isinstance(wijze, Wijze) else Wijze.OP_PAPIER,
            met_actie=self.met_actie.isChecked(),
            vorige_id=self._vorige_id,
            reden=self.reden.text(),
        )

    def show_findings(self, findings: tuple[Finding, ...]) -> None:
        """Each sentence under its field; a reason is only asked when a guard of the action wants one."""
        asked = any(finding.field == "reden" for finding in findings)
        self.fields["reden"].setVisible(asked or bool(self.reden.text()))
        show_findings(self.fields, findings)


class AfdrukKaart(QWidget):
    """One of the two panels in one card, so that button and guards stay one glance apart."""

    print_wanted = Signal()
    pdf_wanted = Signal()
    hand_out_wanted = Signal()
    record_wanted = Signal()

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__()
        self.paneel = AfdrukPaneel()
        self.uitreik = UitreikPaneel(today)
        self._title = Label("Uitreiken", "h2")
        # two widgets and not a stack: the card is as high as what it shows, the guards get the rest
        self.setLayout(col(card(self._title, self.paneel, self.uitreik, margins=(16, 12, 16, 14), spacing=6)))
        self._title.hide()
        self.uitreik.hide()
        self.paneel.afdrukken.clicked.connect(self.print_wanted)
        self.paneel.pdf.clicked.connect(self.pdf_wanted)
        self.paneel.uitreiken.clicked.connect(self.hand_out_wanted)
        self.uitreik.terug.clicked.connect(self.show_print)
        self.uitreik.vastleggen.clicked.connect(self.record_wanted)

    def in_hand_out(self) -> bool:
        """True while the panel of the handing out is shown."""
        return self.paneel.isHidden()

    @Slot()
    def show_print(self) -> None:
        """The buttons."""
        had_keyboard = self.uitreik.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        self._title.hide()
        self.uitreik.hide()
        self.paneel.show()
        if had_keyboard:
            self.paneel.afdrukken.setFocus()

    def show_hand_out(self, draft: UitreikDraft) -> None:
        """The fields of the handing out."""
        self.uitreik.begin(draft)
        self.paneel.hide()
        self._title.show()
        self.uitreik.show()
        self.uitreik.aan.setFocus()
        self.uitreik.aan.selectAll()
