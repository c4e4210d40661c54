"""The dialogs of Qt itself, where a desktop has none, speak Dutch."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLibraryInfo, QTranslator
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QAbstractButton, QApplication, QFileDialog, QGroupBox, QLabel, QWidget

from svp_desktop.ui.qt_woorden import QtWoorden


@pytest.fixture
def dutch(qapp: QApplication) -> Iterator[None]:
    words, own = QTranslator(), QtWoorden()
    assert words.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
    qapp.installTranslator(words)
    qapp.installTranslator(own)
    yield
    qapp.removeTranslator(own)
    qapp.removeTranslator(words)


def _words(dialog: QWidget) -> set[str]:
    found = {item.text().replace("&", "") for kind in (QLabel, QAbstractButton) for item in dialog.findChildren(kind)}
    found |= {item.title() for item in dialog.findChildren(QGroupBox)}
    dialog.deleteLater()
    return found


@pytest.mark.usefixtures("dutch")
def test_the_file_dialog_of_qt_is_dutch() -> None:
    dialog = QFileDialog()
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    dialog.show()
    words = _words(dialog)
    assert {"Zoeken in:", "Bestandstype:", "Annuleren"} <= words
    assert not {"Look in:", "Files of type:", "File name:"} & words


@pytest.mark.usefixtures("dutch")
def test_the_print_dialog_of_qt_is_dutch() -> None:
    words = _words(QPrintDialog(QPrinter()))
    assert {"Dubbelzijdig", "Omslaan over de lange kant"} <= words
    assert not {"Double Sided Printing", "Off", "Page Set:"} & words
