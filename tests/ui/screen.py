"""What is on the screen, and pressing what is there: for every test that works as a user does."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget


def seen(widget: QWidget) -> str:
    """Everything that is on the screen now, a line for each label, button and field."""
    QCoreApplication.processEvents()  # a widget in a layout shows itself a turn later
    kinds = (QLabel, QPushButton, QLineEdit)
    parts = [part for kind in kinds for part in widget.findChildren(kind) if part.isVisible()]
    return "\n".join(part.text() for part in parts)


def press(widget: QWidget, words: str) -> None:
    """Press the first visible button with these words."""
    QCoreApplication.processEvents()
    [found, *_] = [part for part in widget.findChildren(QPushButton) if part.text() == words and part.isVisible()]
    QTest.mouseClick(found, Qt.MouseButton.LeftButton)
