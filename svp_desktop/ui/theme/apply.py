"""Bring a look into force: Fusion, palette, style sheet, fonts and icons, light or dark, at the user's scale."""

from enum import Enum

from PySide6.QtCore import QDir, QLocale, QObject, Qt, Signal, Slot
from PySide6.QtGui import QColor, QFontDatabase, QPalette
from PySide6.QtWidgets import QApplication

from svp_desktop import resources
from svp_desktop.ui.theme import icons, style, tokens
from svp_desktop.ui.theme.look import LOOK, font

SCALES = (0.9, 1.0, 1.1, 1.25, 1.4)
_FACES = ("Inter-Regular", "Inter-SemiBold", "Inter-Medium", "Inter-Bold")


class Choice(Enum):
    """What the user chose: follow the system, or always light or dark."""

    SYSTEEM = "systeem"
    LICHT = "licht"
    DONKER = "donker"


def palette() -> QPalette:
    """The palette of the look in force."""
    role, made = QPalette.ColorRole, QPalette()
    pairs = (
        (role.Window, "bg"), (role.Base, "surface"), (role.AlternateBase, "hover"), (role.Button, "surface"),
        (role.WindowText, "text"), (role.Text, "text"), (role.ButtonText, "text"), (role.BrightText, "danger"),
        (role.Highlight, "accent"), (role.HighlightedText, "on"), (role.PlaceholderText, "muted"),
        (role.Mid, "line"), (role.Accent, "accent"), (role.Link, "accent"), (role.LinkVisited, "accent"),
        (role.ToolTipBase, "surface"), (role.ToolTipText, "text"), (role.Light, "surface"), (role.Dark, "control"),
    )  # fmt: skip
    for name, token in pairs:
        made.setColor(name, QColor(LOOK.tokens[token]))
    for name in (role.WindowText, role.Text, role.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, name, QColor(LOOK.tokens["muted"]))
    return made


def load_fonts() -> None:
    """Register the shipped interface fonts; about 17 ms a face, so after the first window is painted."""
    for face in _FACES:
        QFontDatabase.addApplicationFont(str(resources.path("fonts", f"{face}.ttf")))


class Theme(QObject):
    """The theme of one application: follows the system's dark mode unless the user chose, and holds the scale."""

    changed = Signal()

    def __init__(self, app: QApplication, choice: Choice = Choice.SYSTEEM, scale: float = 1.0) -> None:
        super().__init__(app)
        self._app = app
        self._hints = app.styleHints()
        self._hints.colorSchemeChanged.connect(self._follow)
        self._choice = choice
        LOOK.scale = scale if scale in SCALES else 1.0
        QDir.setSearchPaths("icons", [str(resources.path("icons"))])
        QLocale.setDefault(QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands))
        app.setStyle("Fusion")
        self._apply()

    @property
    def choice(self) -> Choice:
        """The user's choice, not what the system makes of it."""
        return self._choice

    @property
    def scale(self) -> float:
        """The font scale, 1.0 is the normal size."""
        return LOOK.scale

    def choose(self, choice: Choice) -> None:
        """Follow the system or not, at once."""
        self._choice = choice
        self._apply()

    def zoom(self, steps: int) -> None:
        """Larger (+1), smaller (-1) or back to normal (0)."""
        position = SCALES.index(LOOK.scale) + steps if steps else SCALES.index(1.0)
        LOOK.scale = SCALES[max(0, min(len(SCALES) - 1, position))]
        self._apply()

    def load_fonts(self) -> None:
        """Register the shipped fonts and lay out again with them."""
        load_fonts()
        self._apply()

    @Slot()
    def refresh_icons(self) -> None:
        """The window moved to a screen of another pixel ratio."""
        icons.forget()
        icons.retint()

    @Slot()
    def _follow(self) -> None:
        if self._choice is Choice.SYSTEEM:
            self._apply()

    def _apply(self) -> None:
        system = self._hints.colorScheme() == Qt.ColorScheme.Dark
        LOOK.dark = self._choice is Choice.DONKER or (self._choice is Choice.SYSTEEM and system)
        LOOK.tokens = dict(tokens.DARK if LOOK.dark else tokens.LIGHT)
        LOOK.manden = dict(tokens.MANDEN_DARK if LOOK.dark else tokens.MANDEN_LIGHT)
        icons.forget()
        self._app.setFont(font())
        self._app.setPalette(palette())
        self._app.setStyleSheet(style.sheet())
        icons.retint()
        self.changed.emit()
