"""Line icons, tinted from the tokens, sharp on every screen; a cache by name, colour, size and pixel ratio."""

from PySide6.QtCore import QByteArray, QObject, QRectF, QSize, Qt
from PySide6.QtGui import QAction, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication

from svp_desktop import resources
from svp_desktop.ui.theme.look import LOOK

_CACHE: dict[tuple[str, str, float, float, int], QPixmap] = {}
_SPEC = "svp_icon"


def pixmap(name: str, token: str, size: float = 16, ratio: float = 0.0, pad: int = 0) -> QPixmap:
    """The icon as a pixmap of `size` logical pixels; `pad` adds air at the right (left when negative)."""
    ratio = ratio or _ratio()
    tint = LOOK.tokens.get(token, token)
    key = (name, tint, size, ratio, pad)
    found = _CACHE.get(key)
    if found is None:
        found = _CACHE[key] = _render(name, tint, size, ratio, pad)
    return found


def _ratio() -> float:
    app = QGuiApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QGuiApplication) else 1.0


def _render(name: str, tint: str, size: float, ratio: float, pad: int) -> QPixmap:
    source = resources.path("icons", f"{name}.svg").read_text(encoding="ascii")
    stroke = ' stroke-width="1.9"' if size <= 18 else ' stroke-width="2"'
    source = source.replace("currentColor", tint).replace(' stroke-width="2"', stroke)
    image = QPixmap(QSize(round((size + abs(pad)) * ratio), round(size * ratio)))
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(source.encode())).render(painter, QRectF(max(0, -pad), 0, size, size))
    painter.end()
    return image


def icon(name: str, token: str = "text", size: float = 16, pad: int = 0) -> QIcon:
    """The icon for a button; `pad` because a styled button puts icon and text 4 px apart."""
    made = QIcon(pixmap(name, token, size, pad=pad))
    made.addPixmap(pixmap(name, "control", size, pad=pad), QIcon.Mode.Disabled)
    return made


def set_icon(target: QAbstractButton | QAction, name: str, token: str, size: float = 16, pad: int = 0) -> None:
    """Give a button or action an icon that follows the theme."""
    target.setProperty(_SPEC, [name, token, size, pad])
    target.setIcon(icon(name, token, size, pad))
    if isinstance(target, QAbstractButton):
        target.setIconSize(QSize(round(size) + abs(pad), round(size)))


def set_icon_token(target: QAbstractButton, token: str) -> None:
    """Another colour for the icon that a button has; nothing for one without."""
    spec = target.property(_SPEC)
    if spec:
        name, _, size, pad = spec
        set_icon(target, name, token, size, int(pad))


def draw_icon(painter: QPainter, name: str, token: str, x: float, y: float, size: float = 16) -> None:
    """Draw an icon at a whole pixel, from a painted widget or a delegate."""
    ratio = painter.device().devicePixelRatio()
    painter.drawPixmap(round(x), round(y), pixmap(name, token, size, ratio))


def forget() -> None:
    """Drop all pixmaps: after a change of theme or screen."""
    _CACHE.clear()


def retint() -> None:
    """Give every button and action that got its icon from here the colours of the theme in force."""
    for widget in QApplication.allWidgets():
        _retint_one(widget)
        for action in widget.actions():
            _retint_one(action)


def _retint_one(target: QObject) -> None:
    spec = target.property(_SPEC)
    if spec and isinstance(target, QAbstractButton | QAction):
        name, token, size, pad = spec
        target.setIcon(icon(name, token, size, int(pad)))
