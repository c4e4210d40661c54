"""The look: contrast, the length of the style sheet, and that a change reaches what is on the screen."""

from collections.abc import Callable

import pytest
from PySide6.QtGui import QColor, QFontDatabase, QFontInfo, QFontMetrics
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionButton, QWidget

from svp_desktop import resources
from svp_desktop.ui.theme import LOOK, color, font, icons, style, tokens
from svp_desktop.ui.theme.apply import SCALES, Choice, Theme
from svp_desktop.ui.widgets.base import Label, col, holder
from svp_desktop.ui.widgets.buttons import link, primary

TEXT_PAIRS = [
    (ink, ground) for ink in ("text", "muted", "danger", "warn", "ok", "accent") for ground in ("bg", "surface")
] + [("on", "accent"), ("text", "soft"), ("text", "cell"), ("surface", "ink"), ("text", "hover")]


def luminance(name: str) -> float:
    parts = [part / 255 for part in QColor(name).getRgb()[:3]]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, two: str) -> float:
    light, dark = sorted((luminance(one), luminance(two)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("table", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_text_is_readable(table: dict[str, str]) -> None:
    weak = {pair: contrast(table[pair[0]], table[pair[1]]) for pair in TEXT_PAIRS}
    assert {pair: value for pair, value in weak.items() if value < 4.5} == {}


@pytest.mark.parametrize("table", [tokens.LIGHT, tokens.DARK], ids=["light", "dark"])
def test_outlines_of_controls_are_seen(table: dict[str, str]) -> None:
    assert min(contrast(table["control"], table[ground]) for ground in ("bg", "surface")) >= 3.0


@pytest.mark.parametrize("manden", [tokens.MANDEN_LIGHT, tokens.MANDEN_DARK], ids=["light", "dark"])
def test_words_of_manden_are_readable(manden: dict[str, tuple[str, str]]) -> None:
    assert min(contrast(ink, fill) for fill, ink in manden.values()) >= 4.5


def test_both_themes_have_the_same_tokens() -> None:
    assert tokens.LIGHT.keys() == tokens.DARK.keys()
    assert tokens.MANDEN_LIGHT.keys() == tokens.MANDEN_DARK.keys()


def test_the_style_sheet_is_short_and_complete(theme: Theme) -> None:
    assert len(style.template().splitlines()) < 60
    sheet = style.sheet()
    assert "@" not in sheet
    assert "%(" not in sheet


def test_the_shipped_font_is_in_use(theme: Theme) -> None:
    assert "Inter" in QFontDatabase.families()
    assert QFontInfo(font(10)).family() == "Inter"


def test_dark_and_back_reaches_palette_icons_and_widgets(theme: Theme, qapp: QApplication, qtbot) -> None:
    button = primary("Opslaan", "check")
    qtbot.addWidget(button)
    button.show()
    light = button.icon().pixmap(20, 16).toImage()
    theme.choose(Choice.DONKER)
    assert LOOK.dark
    assert qapp.palette().window().color() == QColor(tokens.DARK["bg"])
    assert color("text") == QColor(tokens.DARK["text"])
    assert button.icon().pixmap(20, 16).toImage() != light
    theme.choose(Choice.LICHT)
    assert button.icon().pixmap(20, 16).toImage() == light


def test_letters_grow_and_stop_at_the_ends(theme: Theme, qtbot) -> None:
    label = Label("Vandaag", "h1")
    qtbot.addWidget(label)
    label.show()
    normal = label.sizeHint().height()
    theme.zoom(1)
    assert theme.scale == SCALES[SCALES.index(1.0) + 1]
    assert label.sizeHint().height() > normal
    for _ in range(len(SCALES)):
        theme.zoom(1)
    assert theme.scale == SCALES[-1]
    theme.zoom(0)
    assert label.sizeHint().height() == normal


def test_a_pixmap_is_made_once_and_sharp_for_its_screen(theme: Theme) -> None:
    icons.forget()
    once = icons.pixmap("lock", "text", 16, 2.0)
    assert once.cacheKey() == icons.pixmap("lock", "text", 16, 2.0).cacheKey()
    assert (once.width(), once.devicePixelRatio()) == (32, 2.0)
    icons.forget()
    assert once.cacheKey() != icons.pixmap("lock", "text", 16, 2.0).cacheKey()


def test_every_icon_that_ships_can_be_drawn(theme: Theme) -> None:
    names = [path.stem for path in resources.path("icons").glob("*.svg")]
    assert len(names) > 60
    for name in names:
        image = icons.pixmap(name, "#000000", 24, 1.0).toImage()
        assert any(image.pixelColor(x, y).alpha() for x in range(24) for y in range(24)), name


@pytest.mark.parametrize("tight", [False, True])
def test_a_link_that_has_the_keyboard_keeps_its_whole_text(shown: Callable[[QWidget], QWidget], tight: bool) -> None:
    made = link("Verder gaan", tight=tight)
    page = shown(holder(col(made)))
    made.setFocus()
    assert page.focusWidget() is made
    option = QStyleOptionButton()
    option.initFrom(made)
    assert option.state & QStyle.StateFlag.State_HasFocus
    room = made.style().subElementRect(QStyle.SubElement.SE_PushButtonContents, option, made)
    text = QFontMetrics(made.font()).boundingRect(made.text())
    assert (room.width() >= text.width(), room.height() >= text.height() - 3) == (True, True)
