"""The ways out of the program: to the printer in one job, or to a file that the user chooses."""

from collections.abc import Callable, Sequence
from itertools import count
from pathlib import Path
from typing import NamedTuple

from PySide6.QtWidgets import QWidget

from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.uitreiken import per_papier
from svp_desktop.ui.context import Context
from svp_desktop.ui.preview import Render

#: Stands in the print queue: no name, no kind of paper.
_QUEUE = "Brief van de school"
NIET_VERSLEUTELD = (
    "Dit bestand is niet versleuteld. Zet het op een veilige plek en gooi het weg als u het niet meer nodig hebt."
)


NIETS_VERSLEUTELD = (
    "Deze bestanden zijn niet versleuteld. Zet ze op een veilige plek en gooi ze weg als u ze niet meer nodig hebt."
)


class PdfNietOpgeslagen(UserFacing):
    """The chosen place cannot be written."""

    what = "De PDF is niet opgeslagen."
    safe = "De brief staat nog op het scherm en is bewaard als concept."
    now = "Kies een andere map, of kijk of de schijf vol is."


class Vel(NamedTuple):
    """One finished paper and its number of pages."""

    pdf: bytes
    paginas: int


def druk_af(context: Context, parent: QWidget, papieren: Sequence[Vel], exemplaren: int) -> tuple[range, ...]:
    """Print these papers as one job; returns which pages of each were printed, nothing when the user cancelled or
    stopped it. Raises AfdrukkenMislukt."""
    from svp_desktop.ui.printing import print_pdf

    pages = sum(papier.paginas for papier in papieren)
    printer = context.ask.printer(parent, _QUEUE, pages, exemplaren)
    if printer is None:
        return ()
    printed = print_pdf(printer, b"", pages, achter_elkaar(context.werkplek.papieren.pagina, papieren), parent)
    return per_papier(printed, [papier.paginas for papier in papieren]) if printed else ()


def bewaard_zin(delen: Sequence[str]) -> str:
    """What is said of papers that were printed and kept; `delen` are the pages of those that were not whole."""
    if delen:
        return f"Afgedrukt en bewaard: {delen[0]}. Zo staat het ook in het dossier."
    return "Afgedrukt, en bewaard in het dossier zoals uitgereikt."


def achter_elkaar(render: Render, papieren: Sequence[Vel]) -> Render:
    """Draws the pages of several papers as if they were one."""

    def draw(_pdf: bytes, page: int, dpi: float) -> tuple[bytearray, int, int, int]:
        for papier in papieren:
            if page <= papier.paginas:
                return render(papier.pdf, page, dpi)
            page -= papier.paginas
        raise IndexError(page)

    return draw


def bewaar_pdf(context: Context, parent: QWidget, pdf: bytes, naam: str) -> Path | None:
    """Write the very bytes where the user chooses; None when it was cancelled. Raises PdfNietOpgeslagen."""
    path = context.ask.save_file(parent, "PDF opslaan", naam, (("PDF", "*.pdf"),))
    if path is None:
        return None
    if path.suffix.lower() != ".pdf":
        path = path.with_name(f"{path.name}.pdf")
    try:
        path.write_bytes(pdf)
    except OSError as error:
        raise PdfNietOpgeslagen from error
    return path


def bewaar_pdfs(context: Context, parent: QWidget, pdfs: Sequence[bytes], naam: Callable[[int], str]) -> int:
    """Write each in the folder that the user chooses, under the first free numbers: no file is overwritten.

    Returns how many; 0 when it was cancelled. Raises PdfNietOpgeslagen, which says how many there are.
    """
    folder = context.ask.open_folder(parent, "Map kiezen voor de PDF’s")
    numbers = count(1)
    for done, pdf in enumerate(pdfs if folder is not None else ()):
        assert folder is not None
        try:
            _write_free(folder, numbers, naam, pdf)
        except OSError as error:
            raise PdfNietOpgeslagen(
                what=f"{done} van de {len(pdfs)} PDF’s zijn opgeslagen, de rest niet.",
                safe="De papieren staan nog op het scherm.",
            ) from error
    return len(pdfs) if folder is not None else 0


def _write_free(folder: Path, numbers: "count[int]", naam: Callable[[int], str], pdf: bytes) -> None:
    for number in numbers:
        try:
            with (folder / naam(number)).open("xb") as file:
                file.write(pdf)
        except FileExistsError:
            continue
        return
