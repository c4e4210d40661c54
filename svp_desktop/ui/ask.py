"""The one place that asks something outside the page: a short question, a file, the print dialog.

The window and its tabs get an `Ask` handed in. `Dialogs` is the real one; `Scripted` answers from a list, for tests
and for the run without a screen: an unexpected question raises, and `all_used` tells whether every answer was needed.
"""

from collections import deque
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    # dialogs and the print library are loaded when something is asked, not before the first window
    from PySide6.QtPrintSupport import QPrinter
    from PySide6.QtWidgets import QWidget

#: A short file filter for dialogs, such as ("PDF", "*.pdf").
Filter = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """A short confirmation: the question, what follows from it, and the words on the two buttons."""

    title: str
    text: str
    yes: str
    no: str = "Annuleren"
    danger: bool = False


class Ask(Protocol):
    """What a page may ask."""

    def question(self, parent: "QWidget", question: Question) -> bool:
        """True when the user chose `yes`."""
        ...

    def open_file(self, parent: "QWidget", title: str, filters: tuple[Filter, ...]) -> Path | None:
        """An existing file, or None."""
        ...

    def open_files(self, parent: "QWidget", title: str, filters: tuple[Filter, ...]) -> tuple[Path, ...]:
        """Existing files; none when it was cancelled."""
        ...

    def open_folder(self, parent: "QWidget", title: str) -> Path | None:
        """An existing folder, or None."""
        ...

    def save_file(self, parent: "QWidget", title: str, name: str, filters: tuple[Filter, ...]) -> Path | None:
        """Where to write; `name` is a neutral suggestion without a person in it. None when it was cancelled."""
        ...

    def printer(
        self, parent: "QWidget", title: str, pages: int, copies: int, *, paper_only: bool = False
    ) -> "QPrinter | None":
        """A printer that is set up for A4, or None when it was cancelled. With `paper_only` the paper may not become a
        file: raises PrinterNodig when there is no printer for it."""
        ...


def a4_printer(title: str, copies: int = 1) -> "QPrinter":
    """A printer at 300 dpi for A4 without margins of its own; `title` stands in the print queue and is neutral."""
    from PySide6.QtPrintSupport import QPrinter

    made = QPrinter(QPrinter.PrinterMode.HighResolution)
    made.setResolution(300)
    made.setDocName(title)
    made.setCopyCount(copies)
    to_a4(made)
    return made


def to_a4(printer: "QPrinter") -> None:
    """Every paper is a whole A4. Said again after the dialog: a driver may hand back the size that it has by itself."""
    from PySide6.QtCore import QMarginsF
    from PySide6.QtGui import QPageLayout, QPageSize

    whole = QPageLayout(QPageSize(QPageSize.PageSizeId.A4), QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0))
    # otherwise a printer with margins of its own refuses the layout
    whole.setMode(QPageLayout.Mode.FullPageMode)
    printer.setPageLayout(whole)


def _native(filters: tuple[Filter, ...]) -> str:
    return ";;".join(f"{name} ({pattern})" for name, pattern in filters)


def _back_to(parent: "QWidget") -> None:
    """Give the keyboard back to the window after a dialog. A desktop does that itself; where there is none (a bare X
    screen, a remote session) no window would have it any more, and no key would work, Ctrl+L neither."""
    from PySide6.QtWidgets import QApplication

    if QApplication.activeWindow() is None:
        parent.window().activateWindow()


class Dialogs:
    """The real dialogs. File dialogs are native and remember nothing of their own."""

    def question(self, parent: "QWidget", question: Question) -> bool:
        """A box with the two words of the question; Escape and Enter are the safe answer when `danger` is set."""
        from PySide6.QtCore import Qt
        from PySide6.QtWidgets import QMessageBox

        from svp_desktop.ui.shell import TITLE

        box = QMessageBox(parent)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, False)
        # the title bar and the task bar show no question: there may be a name in it
        box.setWindowTitle(TITLE)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question.title)
        box.setInformativeText(question.text)
        yes = box.addButton(question.yes, QMessageBox.ButtonRole.AcceptRole)
        no = box.addButton(question.no, QMessageBox.ButtonRole.RejectRole)
        box.setDefaultButton(no if question.danger else yes)
        box.setEscapeButton(no)
        box.exec()
        chosen = box.clickedButton() is yes
        box.deleteLater()
        _back_to(parent)
        return chosen

    def open_file(self, parent: "QWidget", title: str, filters: tuple[Filter, ...]) -> Path | None:
        """The native dialog for an existing file."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getOpenFileName(parent, title, str(Path.home()), _native(filters))
        _back_to(parent)
        return Path(name) if name else None

    def open_files(self, parent: "QWidget", title: str, filters: tuple[Filter, ...]) -> tuple[Path, ...]:
        """The native dialog for one or more existing files."""
        from PySide6.QtWidgets import QFileDialog

        names, _ = QFileDialog.getOpenFileNames(parent, title, str(Path.home()), _native(filters))
        _back_to(parent)
        return tuple(map(Path, names))

    def open_folder(self, parent: "QWidget", title: str) -> Path | None:
        """The native dialog for an existing folder."""
        from PySide6.QtWidgets import QFileDialog

        name = QFileDialog.getExistingDirectory(parent, title, str(Path.home()))
        _back_to(parent)
        return Path(name) if name else None

    def save_file(self, parent: "QWidget", title: str, name: str, filters: tuple[Filter, ...]) -> Path | None:
        """The native dialog for a new file, starting in the home folder."""
        from PySide6.QtWidgets import QFileDialog

        chosen, _ = QFileDialog.getSaveFileName(parent, title, str(Path.home() / name), _native(filters))
        _back_to(parent)
        return Path(chosen) if chosen else None

    def printer(
        self, parent: "QWidget", title: str, pages: int, copies: int, *, paper_only: bool = False
    ) -> "QPrinter | None":
        """The print dialog of the system, with the number of pages filled in. Raises PrinterNodig."""
        from PySide6.QtPrintSupport import QAbstractPrintDialog, QPrintDialog, QPrinter, QPrinterInfo
        from PySide6.QtWidgets import QWidget

        from svp_desktop.ui.printing import PrinterNodig

        if paper_only and not QPrinterInfo.availablePrinterNames():
            raise PrinterNodig
        made = a4_printer(title, copies)
        dialog = QPrintDialog(made, parent)
        dialog.setWindowTitle("Afdrukken")
        dialog.setMinMax(1, pages)
        for name in ("pagesRadioButton", "pagesLineEdit"):
            # these pages are picked by the print system, unseen: what is kept would say that all were printed
            hidden = dialog.findChild(QWidget, name)
            if isinstance(hidden, QWidget):
                hidden.hide()
        dialog.setOption(QAbstractPrintDialog.PrintDialogOption.PrintToFile, not paper_only)
        accepted = dialog.exec() == QPrintDialog.DialogCode.Accepted
        dialog.deleteLater()
        _back_to(parent)
        if accepted and paper_only and made.outputFormat() != QPrinter.OutputFormat.NativeFormat:
            raise PrinterNodig
        if accepted:
            to_a4(made)
        return made if accepted else None


class UnexpectedQuestion(AssertionError):
    """The program asked something that the script did not foresee."""


class Scripted:
    """Answers in order: `("question", True)`, `("open_file", path)`, `("save_file", path)`, `("printer", printer)`."""

    def __init__(self, *answers: tuple[str, Any]) -> None:
        self._answers = deque(answers)
        #: What was asked, in order: the kind and the title.
        self.asked: list[tuple[str, str]] = []

    def add(self, kind: str, answer: Any) -> None:
        """Foresee one more question."""
        self._answers.append((kind, answer))

    def all_used(self) -> bool:
        """False while an answer waits for a question that did not come."""
        return not self._answers

    def _take(self, kind: str, title: str) -> Any:
        self.asked.append((kind, title))
        if not self._answers or self._answers[0][0] != kind:
            raise UnexpectedQuestion(f"unexpected {kind}: {title}")
        return self._answers.popleft()[1]

    def question(self, parent: "QWidget", question: Question) -> bool:
        """The next answer, which must be one for a question."""
        return bool(self._take("question", question.title))

    def open_file(self, parent: "QWidget", title: str, filters: tuple[Filter, ...]) -> Path | None:
        """The next answer, which must be one for a file to open."""
        found: Path | None = self._take("open_file", title)
        return found

    def open_files(self, parent: "QWidget", title: str, filters: tuple[Filter, ...]) -> tuple[Path, ...]:
        """The next answer, which must be one for files to open."""
        found: tuple[Path, ...] = self._take("open_files", title)
        return found

    def open_folder(self, parent: "QWidget", title: str) -> Path | None:
        """The next answer, which must be one for a folder."""
        found: Path | None = self._take("open_folder", title)
        return found

    def save_file(self, parent: "QWidget", title: str, name: str, filters: tuple[Filter, ...]) -> Path | None:
        """The next answer, which must be one for a file to write."""
        found: Path | None = self._take("save_file", title)
        return found

    def printer(
        self, parent: "QWidget", title: str, pages: int, copies: int, *, paper_only: bool = False
    ) -> "QPrinter | None":
        """The next answer, which must be one for a printer."""
        found: QPrinter | None = self._take("printer", title)
        return found
