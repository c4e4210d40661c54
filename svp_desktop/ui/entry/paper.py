"""A paper of keys and evidence, from memory to the printer. It is written to no file by this program."""

from typing import TYPE_CHECKING

from svp_desktop.ui.ask import Ask

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

#: Stands in the print queue: no name, no kind of paper.
_QUEUE = "Blad van de school"


def print_paper(ask: Ask, parent: "QWidget", pdf: bytes, *, secret: bool = True) -> bool:
    """Ask for a printer and print; False when that was cancelled or stopped.

    A `secret` one goes to paper and nowhere else. Raises AfdrukkenMislukt, PapierFout, PrinterNodig.
    """
    from svp_desktop.services.bladbeeld import pagina, paginas
    from svp_desktop.ui.printing import print_pdf

    pages = paginas(pdf)
    printer = ask.printer(parent, _QUEUE, pages, 1, paper_only=secret)
    if printer is None:
        return False
    return bool(print_pdf(printer, pdf, pages, pagina, parent))
