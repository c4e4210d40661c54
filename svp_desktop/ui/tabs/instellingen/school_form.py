"""The school itself: what stands on every letter, and what law and holidays need."""

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt, Signal, Slot
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QComboBox, QLabel, QWidget

from svp_desktop.domain.findings import Finding
from svp_desktop.domain.labels import label
from svp_desktop.domain.school import Grondslag, Regio, School
from svp_desktop.ui.forms.ui_school_form import Ui_SchoolForm
from svp_desktop.ui.theme import scaled
from svp_desktop.ui.widgets.base import MIDDLE, Label, col, row
from svp_desktop.ui.widgets.buttons import Segmented, button, link
from svp_desktop.ui.widgets.dates import guard_wheel
from svp_desktop.ui.widgets.fields import Field, edit, show_findings

_LOGO_PIXELS = 600
_TEXTS = (
    ("naam", "Naam van de school", ""),
    ("motto", "Motto", "Komt onder aan elke brief."),
    ("straat", "Straat en huisnummer", ""),
    ("postcode", "Postcode", ""),
    ("plaats", "Plaats", ""),
    ("telefoon", "Telefoon", ""),
    ("email", "E-mailadres", ""),
    ("bestuur", "Bestuur", "De naam van de stichting of vereniging."),
    ("brin", "BRIN-code", ""),
)


class SchoolForm(QWidget):
    """Form <-> School. `edited` after every change by the user, `logo_wanted` to choose a picture."""

    edited = Signal()
    logo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._ui = Ui_SchoolForm()
        self._ui.setupUi(self)  # type: ignore[no-untyped-call]  # generated code carries no types
        self._logo: bytes | None = None
        self.texts = {name: edit(name=text) for name, text, _ in _TEXTS}
        self.fields = {name: Field(text, self.texts[name], hint=hint) for name, text, hint in _TEXTS}
        self.regio = QComboBox()
        guard_wheel(self.regio)
        self.regio.addItem("Nog niet gekozen", None)
        for regio in Regio:
            self.regio.addItem(label(regio), regio.value)
        self.grondslag = Segmented(
            [(kind, label(kind)) for kind in Grondslag], small=True, name="Openbaar of bijzonder"
        )
        self._picture = QLabel()
        self._picture.setFixedSize(QSize(scaled(96), scaled(96)))
        self._picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._picture.setAccessibleName("Logo van de school")
        self._no_logo = Label("Nog geen logo. Op brieven staat dan een kleine vuurtoren.", "small", wrap=True)
        choose, self._remove = button("Logo kiezen…", "upload"), link("Weghalen", tip="Logo weghalen")
        choose.clicked.connect(self.logo_wanted)
        self._remove.clicked.connect(self._drop_logo)
        for name, field in self.fields.items():
            getattr(self._ui, f"plek_{name}").addWidget(field)
        self._ui.plek_regio.addWidget(Field("Regio van de schoolvakanties", self.regio))
        hint = "Bepaalt hoe ouders bezwaar maken tegen een besluit."
        self._ui.plek_grondslag.addWidget(Field("Openbaar of bijzonder", self.grondslag, hint=hint))
        buttons = col(self._no_logo, row(choose, self._remove, None), spacing=6)
        self._ui.plek_logo.addLayout(row((self._picture, MIDDLE), (buttons, 1), spacing=12))
        for line in self.texts.values():
            line.textEdited.connect(self._touched)
        self.regio.activated.connect(self._touched)
        self.grondslag.changed.connect(self._touched)
        self.loaded = School("")
        self.load(self.loaded)

    def school(self) -> School:
        """What the form holds now."""
        kind, regio = self.grondslag.value(), self.regio.currentData()
        return School(
            **{name: line.text().strip() for name, line in self.texts.items()},
            regio=Regio(regio) if regio else None,
            grondslag=kind if isinstance(kind, Grondslag) else None,
            logo=self._logo,
        )

    def load(self, school: School) -> None:
        """Show this school."""
        for name, line in self.texts.items():
            line.setText(getattr(school, name))
            line.setCursorPosition(0)
        self.regio.setCurrentIndex(self.regio.findData(school.regio.value if school.regio else None))
        self.grondslag.set_value(school.grondslag)
        self._logo = school.logo
        self._show_logo()
        self.show_findings(())
        self.loaded = self.school()

    def typed(self) -> dict[str, str]:
        """What is typed and chosen, as JSON values; a logo is a file of the user and can be chosen again."""
        kind = self.grondslag.value()
        choices = {
            "regio": self.regio.currentData() or "",
            "grondslag": kind.value if isinstance(kind, Grondslag) else "",
        }
        return {name: line.text() for name, line in self.texts.items()} | choices

    def show_typed(self, typed: dict[str, str]) -> None:
        """Show what was typed before and could not be saved; the form is dirty then."""
        for name, line in self.texts.items():
            line.setText(typed[name])
        self.regio.setCurrentIndex(self.regio.findData(typed["regio"] or None))
        self.grondslag.set_value(Grondslag(typed["grondslag"]) if typed["grondslag"] else None)
        self.edited.emit()

    def dirty(self) -> bool:
        """True when the form differs from what was loaded."""
        return self.school() != self.loaded

    def set_logo(self, data: bytes) -> bool:
        """Take a picture as logo, scaled and as PNG; False when it is no picture."""
        image = QImage.fromData(data)
        if image.isNull():
            return False
        size = QSize(_LOGO_PIXELS, _LOGO_PIXELS)
        if image.width() > _LOGO_PIXELS or image.height() > _LOGO_PIXELS:
            image = image.scaled(size, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stubs lack the device with a str format
        self._logo = bytes(buffer.data().data())
        self._show_logo()
        self.edited.emit()
        return True

    def show_findings(self, findings: tuple[Finding, ...]) -> tuple[Finding, ...]:
        """Each sentence under its field; returns what has no field."""
        return show_findings(self.fields, findings)

    @Slot()
    def _drop_logo(self) -> None:
        self._logo = None
        self._show_logo()
        self.edited.emit()

    def _show_logo(self) -> None:
        picture = QPixmap()
        if self._logo:
            picture.loadFromData(self._logo)
            size = self._picture.size()
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            picture = picture.scaled(size, keep, smooth)
        self._picture.setPixmap(picture)
        self._picture.setVisible(self._logo is not None)
        self._no_logo.setVisible(self._logo is None)
        self._remove.setVisible(self._logo is not None)

    @Slot()
    def _touched(self) -> None:
        self.edited.emit()
