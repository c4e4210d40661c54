"""The style sheet: a template in resources, computed from the look in force.

In the template `@20` is 20 px that grow with the user's font scale and `%(token)s` a colour or a point size; plain
`px` do not follow the font, which is why the sheet is computed anew when the scale changes.
"""

import re
from functools import cache

from svp_desktop import resources
from svp_desktop.ui.theme.look import LOOK

_GROWS = re.compile(r"@(\d+)")


@cache
def template() -> str:
    """The shipped template."""
    return resources.path("style", "app.qss").read_text(encoding="ascii")


def sheet() -> str:
    """The style sheet of the look in force."""
    scale = LOOK.scale
    inner = round(20 * scale)
    values = LOOK.tokens | {
        "pt9": f"{9 * scale:g}",
        "pt12": f"{12 * scale:g}",
        "pt18": f"{18 * scale:g}",
        "chipin": str(inner),
        # a radius above half the outer height turns the corners square
        "chip": str((inner + 6) // 2),
    }
    return _GROWS.sub(lambda match: f"{round(int(match[1]) * scale)}px", template()) % values
