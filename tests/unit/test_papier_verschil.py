"""Versions of a paper: which belong together, and what a reader is told about the difference."""

from dataclasses import replace
from datetime import date

from svp_desktop.domain.papier import Blok, Ondertekenaar, PapierDraft, PapierSoort, alinea
from svp_desktop.domain.papier_verschil import WoordenStand, vergelijk, woorden
from svp_desktop.domain.school import Bouw
from svp_desktop.domain.uitreiken import PapierRegel, Wijze, versies_van

BLOKKEN = (
    Blok("grens", "Dit kan niet", alineas=(alinea("Schelden en duwen kan niet. <b>Niemand</b> hoeft bang te zijn."),)),
    Blok("hulp", "Wat wij doen", alineas=(alinea("Wij zijn elke pauze bij je."),)),
    Blok("noot", "Noot", alineas=(alinea("Alleen voor ons."),), aan=False),
)
EERST = PapierDraft(
    1,
    PapierSoort.AANKONDIGING_KIND,
    Bouw.BOVENBOUW,
    "Mees",
    "Beste Mees,",
    BLOKKEN,
    (Ondertekenaar("juf Marit"),),
    datum=date(2026, 11, 24),
)


def test_each_part_that_changed_is_told_with_its_old_and_new_words() -> None:
    words = alinea("Schelden en schoppen kan niet. <b>Niemand</b> hoeft bang te zijn.")
    now = replace(
        EERST,
        blokken=(replace(BLOKKEN[0], alineas=(words,)), *BLOKKEN[1:]),
        ondertekenaars=(Ondertekenaar("juf Marit"), Ondertekenaar("juf Ilse")),
    )
    block, signed = vergelijk(EERST, now)
    assert (block.titel, block.wat, signed.titel) == ("Dit kan niet", "anders", "Ondertekening")
    assert [(part.tekst, part.stand) for part in block.woorden if part.stand is not WoordenStand.GELIJK] == [
        ("duwen", WoordenStand.WEG),
        ("schoppen", WoordenStand.NIEUW),
    ]
    assert vergelijk(EERST, EERST) == ()


def test_blocks_that_came_went_or_moved_are_told_as_a_reader_sees_them() -> None:
    grens, hulp, noot = BLOKKEN
    left_out = replace(EERST, blokken=(grens, replace(hulp, aan=False), noot))
    assert [(item.titel, item.wat) for item in vergelijk(EERST, left_out)] == [("Wat wij doen", "weggelaten")]
    shown = replace(EERST, blokken=(grens, hulp, replace(noot, aan=True)))
    assert [(item.titel, item.wat) for item in vergelijk(EERST, shown)] == [("Noot", "nieuw")]
    moved = replace(EERST, blokken=(hulp, grens, noot))
    assert [item.titel for item in vergelijk(EERST, moved)] == ["Volgorde"]


def test_long_stretches_that_stayed_are_cut_but_not_next_to_a_change() -> None:
    text = " ".join(f"woord{number}" for number in range(60))
    parts = woorden(text, text.replace("woord30", "anders"))
    assert [part.tekst for part in parts if part.stand is not WoordenStand.GELIJK] == ["woord30", "anders"]
    assert parts[0].tekst.startswith("… woord22")
    assert parts[-1].tekst.endswith("woord38 …")


def line(number: int, previous: int | None, version: int) -> PapierRegel:
    day = date(2026, 11, number)
    return PapierRegel(number, 1, "aankondiging_kind", "Aankondiging", version, previous, day, Wijze.ANDERS, "", 1, "")


def test_a_paper_and_its_corrections_belong_together_from_any_of_them() -> None:
    rows = (line(1, None, 1), line(2, None, 1), line(3, 1, 2), line(4, 3, 3), line(5, 2, 2))
    for number in (1, 3, 4):
        assert [item.id for item in versies_van(rows, number)] == [4, 3, 1]
    assert [item.id for item in versies_van(rows, 2)] == [5, 2]
    assert versies_van(rows, 9) == ()
