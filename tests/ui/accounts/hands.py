"""What a hand does on the pages of accounts."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton


def press(button: QPushButton) -> None:
    """With the keyboard."""
    assert button.isVisible(), button.text()
    assert button.isEnabled(), button.text()
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
