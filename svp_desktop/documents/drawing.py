"""Puts a drawing on a page. One line weight on paper whatever the scale; round caps and joins; no gradients."""

from collections.abc import Iterable, Mapping
from functools import cache
from io import BytesIO
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from svp_desktop.documents import fonts, illustrations, style, text
from svp_desktop.documents.illustrations import Drawing, Group, Segment, Shape


def draw(
    canvas: Any,
    drawing: Drawing,
    x: float,
    top: float,
    width: float,
    weight: float = style.LINE_WEIGHT,
    dress: str | None = None,
) -> None:
    """Draw with the top left corner at (x, top) in points and this width; `dress` colours a person."""
    canvas.saveState()
    canvas.translate(x, top)
    # The operators of a drawing are always the same: writing them anew cost a third of the time of a letter.
    canvas._code.append(_operators(drawing, width, weight, dress))
    canvas.restoreState()


@cache
def _operators(drawing: Drawing, width: float, weight: float, dress: str | None) -> str:
    """The page operators of a drawing with its top left corner in the origin."""
    scale = width / drawing.width
    tints = illustrations.colours()
    colours = {**tints, "kleed": tints[dress]} if dress else tints
    canvas = Canvas(BytesIO(), pageCompression=0, invariant=1)
    start = len(canvas._code)
    canvas.scale(scale, -scale)
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    canvas.setStrokeColor(style.colour(colours["lijn"]))
    canvas.setLineWidth(weight / scale)
    _items(canvas, drawing.items, weight / scale, colours)
    return "\n".join(canvas._code[start:])


def draw_name(canvas: Any, drawing: Drawing, child: str, x: float, top: float, width: float) -> None:
    """Write the child's name at its place in the scene; a name too long to be read there is left out."""
    place = drawing.name
    if place is None or not child:
        return
    scale = width / drawing.width
    line, size = text.fit(child, fonts.KIND_VET, place.size, place.room * scale, 6.0)
    if line != child:
        return
    canvas.setFillColor(style.colour(illustrations.colours()["lijn"]))
    text.draw_line(
        canvas, x + place.x * scale, top - place.y * scale - size * 0.36, line, fonts.KIND_VET, size, "centre"
    )


def writing_line(canvas: Any, x: float, y: float, width: float) -> None:
    """A line to write on: round dots, so that a copy keeps it and no stroke of a pen is lost in it."""
    canvas.saveState()
    canvas.setStrokeColor(style.colour(illustrations.colours()["lijn"]))
    canvas.setLineWidth(0.9)
    canvas.setLineCap(1)
    canvas.setDash(0, 2.6)
    canvas.line(x, y, x + width, y)
    canvas.restoreState()


def _items(canvas: Any, items: Iterable[Shape | Group], weight: float, colours: Mapping[str, str]) -> None:
    for item in items:
        if isinstance(item, Shape):
            _shape(canvas, item, colours)
            continue
        canvas.saveState()
        if item.at != (0.0, 0.0):
            canvas.translate(*item.at)
        if item.scale != 1.0:
            canvas.scale(item.scale, item.scale)
            canvas.setLineWidth(weight / item.scale)
        if item.clip:
            canvas.clipPath(_path(canvas, item.clip), stroke=0, fill=0)
        _items(canvas, item.items, weight / item.scale, colours)
        canvas.restoreState()


def _shape(canvas: Any, shape: Shape, colours: Mapping[str, str]) -> None:
    if shape.fill:
        canvas.setFillColor(style.colour(colours[shape.fill]))
    if shape.dash:
        canvas.setDash(list(shape.dash))
    canvas.drawPath(_path(canvas, shape.segments), stroke=int(shape.stroke), fill=int(bool(shape.fill)))
    if shape.dash:
        canvas.setDash()


def _path(canvas: Any, segments: Iterable[Segment]) -> Any:
    path = canvas.beginPath()
    for kind, values in segments:
        if kind == "M":
            path.moveTo(*values)
        elif kind == "L":
            path.lineTo(*values)
        elif kind == "C":
            path.curveTo(*values)
        else:
            path.close()
    return path
