"""Tokens, fonts, icons and the style sheet. `color`, `font`, `icon` and `draw_icon` read the look in force."""

from svp_desktop.ui.theme.icons import draw_icon, icon, pixmap, set_icon, set_icon_token
from svp_desktop.ui.theme.look import LOOK, color, font, mand_colors, scaled

__all__ = [
    "LOOK",
    "color",
    "draw_icon",
    "font",
    "icon",
    "mand_colors",
    "pixmap",
    "scaled",
    "set_icon",
    "set_icon_token",
]
