"""The look in force: tokens, font family and font scale. Painted widgets read it while they paint."""

from dataclasses import dataclass, field

from PySide6.QtGui import QColor, QFont

from svp_desktop.ui.theme import tokens


@dataclass(slots=True)
class Look:
    """What the theme module last applied; changed by `theme.apply` only."""

    dark: bool = False
    scale: float = 1.0
    tokens: dict[str, str] = field(default_factory=lambda: dict(tokens.LIGHT))
    manden: dict[str, tuple[str, str]] = field(default_factory=lambda: dict(tokens.MANDEN_LIGHT))


LOOK = Look()
FAMILY = "Inter"


def color(token: str) -> QColor:
    """The colour of a token in the theme in force; also takes a `#RRGGBB`."""
    return QColor(LOOK.tokens.get(token, token))


def mand_colors(mand: str) -> tuple[QColor, QColor]:
    """(fill, ink) of a mand, by the stored code."""
    fill, ink = LOOK.manden[mand]
    return QColor(fill), QColor(ink)


def font(points: float = 10.0, weight: int = 400) -> QFont:
    """The interface font at this size (before the user's scale), with figures of equal width."""
    found = QFont(FAMILY)
    found.setPointSizeF(points * LOOK.scale)
    found.setWeight(QFont.Weight(weight))
    found.setFeature(QFont.Tag("tnum"), 1)
    return found


def scaled(pixels: float) -> int:
    """Pixels that must grow with the user's font scale."""
    return round(pixels * LOOK.scale)
