"""Pieces of a sheet on which a child writes and draws: a question with a picture, a frame, faces to circle."""

from collections.abc import Sequence
from typing import Any

from reportlab.lib.colors import black

from svp_desktop.documents import drawing, fonts, illustrations, style, text
from svp_desktop.documents.flowables import Piece
from svp_desktop.documents.page import Record
from svp_desktop.documents.style import MM

LEFT = style.CHILD_LEFT - style.CHILD_TEXT_X
_WORD_SIZE, _ROW_SIZE = 12.0, 14.0


class KindVraag(Piece):
    """A picture at the left, the question and what helps beside it, in the middle of the picture's height."""

    PICTURE = 30 * MM

    def __init__(self, record: Record, code: str, picture: str, question: str, look: Any, helps: Sequence[Any]) -> None:
        super().__init__(record, code)
        self.picture = illustrations.vignette(picture) if picture else None
        self.words = question
        self.parts = [text.paragraph(question, look), *helps]
        self.spaceAfter = 5 * MM

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """As high as the picture, or as the words."""
        self.width = avail_width
        self.text_height = sum(part.wrap(avail_width, avail_height)[1] for part in self.parts)
        self.height = max(self.text_height, self.PICTURE if self.picture else 0.0)
        return avail_width, self.height

    def draw(self) -> None:
        if self.picture:
            drawing.draw(self.canv, self.picture, LEFT, self.height, self.PICTURE)
        y = self.height - (self.height - self.text_height) / 2
        for part in self.parts:
            y -= part.height
            part.drawOn(self.canv, 0, y)
        self.record.heading(self.canv, self.words, self.height)
        self.note(LEFT, 0, self.width - LEFT, self.height)


class Tekenvak(Piece):
    """A frame to draw in, over the whole width; `room` (points) is how high it is."""

    def __init__(self, record: Record, code: str, room: float) -> None:
        super().__init__(record, code)
        self.room = room

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """Its own height."""
        self.height = self.room
        return avail_width, self.height

    def draw(self) -> None:
        self.canv.setStrokeColor(style.colour(illustrations.colours()["lijn"]))
        self.canv.setLineWidth(0.8)
        self.canv.roundRect(LEFT, 0, style.CHILD_WIDTH, self.height, 5 * MM, stroke=1, fill=0)
        self.note(LEFT, 0, style.CHILD_WIDTH, self.height)


class Gezichten(Piece):
    """A row of five faces for each line, to put a ring around one, with the words under the last row."""

    ROW, WORDS, FACE = 18 * MM, 7 * MM, 15 * MM

    def __init__(self, record: Record, code: str, rows: Sequence[str]) -> None:
        super().__init__(record, code)
        self.rows = list(rows) or [""]
        self.spaceAfter = 0

    def wrap(self, avail_width: float, avail_height: float) -> tuple[float, float]:
        """18 mm a row, and the words."""
        self.width, self.height = avail_width, len(self.rows) * self.ROW + self.WORDS
        return avail_width, self.height

    def draw(self) -> None:
        canvas, faces = self.canv, illustrations.faces()
        step = self.width / len(faces)
        for at, row in enumerate(self.rows):
            top = self.height - at * self.ROW
            canvas.setFillColor(black)
            line, size = text.fit(row, fonts.KIND, _ROW_SIZE, -LEFT - 2 * MM, 9)
            text.draw_line(canvas, LEFT, top - 9.4 * MM, line, fonts.KIND, size)
            for place, face in enumerate(faces):
                drawing.draw(canvas, face, (place + 0.5) * step - self.FACE / 2, top, self.FACE)
        canvas.setFillColor(black)
        for place, face in enumerate(faces):
            text.draw_line(canvas, (place + 0.5) * step, 3 * MM, face.title, fonts.KIND, _WORD_SIZE, "centre")
        self.note(LEFT, 0, self.width - LEFT, self.height)
