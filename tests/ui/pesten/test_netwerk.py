"""The picture of who does what to whom: readable in black and white, by keyboard, and for who cannot see it."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRectF, QSizeF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from svp_desktop.domain.pest_netwerk import Netwerk, Relatie, UitIncident, met_groep, netwerk
from svp_desktop.domain.pestzaak import PestPersoon, PestRol
from svp_desktop.ui.tabs.pesten.netwerk import NetwerkBeeld
from svp_desktop.ui.tabs.pesten.netwerk_plaats import lijnen, vakken

ROLLEN = (PestRol.GEPEST, PestRol.PESTER, PestRol.VERSTERKER, PestRol.VERDEDIGER, PestRol.OMSTANDER)
NAMEN = ("Noor", "Tygo", "Mila", "Saar", "Maximiliaan")


def beeld(count: int) -> Netwerk:
    people = [
        PestPersoon(at + 1, ROLLEN[at % 5], NAMEN[at % 5], NAMEN[at % 5], "Rivier 6") for at in range(count)
    ]  # fmt: skip
    drawn = [Relatie(at, at, 1, "lacht uit", at % 5 == 4) for at in range(2, count + 1)]
    return netwerk(people, [*drawn, Relatie(99, 1, 2, "slaat terug", False)], [UitIncident(7, 2, 1, "schelden")])


@pytest.mark.parametrize("wide", [240, 360, 620])
def test_nobody_stands_on_another_and_no_words_cover_a_person(wide: int) -> None:
    found, room = beeld(8), QRectF(0, 0, wide, 316)
    boxes = vakken(found, [QSizeF(70, 38)] * len(found.knopen), room)
    assert all(room.contains(one.vak) for one in boxes)
    assert not any(one.vak.intersects(other.vak) for one, other in combinations(boxes, 2))
    lines = lijnen(found, boxes, [QSizeF(60, 14)] * len(found.verbindingen), room)
    words = [line.woorden for line in lines if not line.woorden.isEmpty()]
    assert not any(word.intersects(one.vak) for word in words for one in boxes)
    assert not any(one.intersects(other) for one, other in combinations(words, 2))
    back = [(line.van, line.naar) for line in lines if {line.verbinding.van_id, line.verbinding.naar_id} == {1, 2}]
    assert len(back) == 2
    # there and back are two lines, each seen
    assert abs(back[0][0].y() - back[1][1].y()) + abs(back[0][0].x() - back[1][1].x()) > 5


def test_by_keyboard_each_person_tells_what_goes_on_around_him(qtbot: QtBot) -> None:
    made = NetwerkBeeld(beeld(3))
    qtbot.addWidget(made)
    made.resize(360, 240)
    made.show()
    assert "Noor (gepest)" in made.accessibleDescription()
    assert "Tygo doet bij Noor: lacht uit, schelden (1 incident)" in made.accessibleDescription()
    heard = []
    made.chosen.connect(heard.append)
    QTest.keyClick(made, Qt.Key.Key_Right)
    QTest.keyClick(made, Qt.Key.Key_Right)
    assert heard == [1, 2]
    assert made.accessibleDescription().startswith("Tygo, pester. ")
    assert "Mila" not in made.accessibleDescription()
    before = made.grab().toImage()
    QTest.keyClick(made, Qt.Key.Key_Left)
    assert made.grab().toImage() != before


def test_the_rest_of_the_group_is_in_the_picture_without_a_name(qtbot: QtBot) -> None:
    made = NetwerkBeeld(met_groep(beeld(3), 14))
    qtbot.addWidget(made)
    assert "Groep (14 andere kinderen)" in made.accessibleDescription()
    QTest.keyClick(made, Qt.Key.Key_Left)
    assert made.accessibleDescription() == "Groep: 14 andere kinderen. Iedereen kan een omstander zijn"
    assert met_groep(beeld(3), 0) == beeld(3)
