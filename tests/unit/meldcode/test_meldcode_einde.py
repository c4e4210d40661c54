"""The end of a dossier, and the wording of the school: what may not be missing, and when it is looked at again."""

from datetime import date

import pytest

from svp_desktop.domain.meldcode_keuzes import JaNee, Weegvraag
from svp_desktop.domain.meldcode_sluiten import nakijken_op
from svp_desktop.domain.meldcode_weging import VRAGEN, antwoord_velden, antwoord_woord, waarheen
from svp_desktop.domain.meldcode_woorden import TEKSTEN, check_tekst


def test_a_dossier_that_was_closed_on_a_leap_day_is_looked_at_too() -> None:
    assert nakijken_op(date(2028, 2, 29), 2) == date(2030, 2, 28)
    assert nakijken_op(date(2028, 2, 29), 4) == date(2032, 2, 29)


@pytest.mark.parametrize("typed", ["5", " 12 ", "60"])
def test_a_term_is_a_whole_number(typed: str) -> None:
    assert check_tekst("vt.werkdagen", typed) == ()


@pytest.mark.parametrize("typed", ["", "0", "61", "vijf", "-1", "2,5", "\u0665"])
def test_a_term_is_nothing_else(typed: str) -> None:
    assert check_tekst("vt.werkdagen", typed) != ()


def test_every_standard_text_passes_its_own_check() -> None:
    assert [item.code for item in TEKSTEN if check_tekst(item.code, item.standaard)] == []


def test_where_the_answers_lead_is_that_of_the_afwegingskader() -> None:
    # law 3.2, line by line: no, and yes
    ways = {vraag: tuple(waarheen(vraag, keuze) for keuze in (JaNee.NEE, JaNee.JA)) for vraag in VRAGEN}
    assert ways == {
        Weegvraag.VERMOEDEN: ("sluiten", "vraag 2"),
        Weegvraag.VEILIGHEID: ("vraag 3", "melden"),
        Weegvraag.HULP: ("melden", "vraag 4"),
        Weegvraag.AANVAARD: ("melden", "vraag 5"),
        Weegvraag.RESULTAAT: ("melden", "volgen"),
    }
    assert antwoord_woord(Weegvraag.VEILIGHEID, JaNee.JA) == "Ja of twijfel"
    asked = {veld.naam for veld in antwoord_velden(Weegvraag.AANVAARD)}
    assert {"tot", "door", "casemanager", "doel"} <= asked
