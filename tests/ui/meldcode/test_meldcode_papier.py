"""The papers of a dossier from its own page: seen first, kept when they left, and there again afterwards."""

from pathlib import Path

from svp_desktop.domain.labels import label
from svp_desktop.domain.meldcode_keuzes import MeldcodeAfloop
from svp_desktop.domain.meldcode_papieren import MeldcodePapier
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.tabs.meldcode.tab import MeldcodeTab
from tests.documents.papers import flat
from tests.ui.meldcode.conftest import dossier
from tests.ui.screen import press, seen


def pick(tab: MeldcodeTab, words: str) -> None:
    """Choose from the menu Papieren."""
    [action] = [one for one in tab.detail.papieren.menu().actions() if one.text().startswith(words)]
    action.trigger()


def test_a_saved_draft_is_kept_in_the_dossier_and_can_be_read_again(
    tab: MeldcodeTab, ask: Scripted, tmp_path: Path
) -> None:
    dossier(tab)
    pick(tab, label(MeldcodePapier.MELDING))
    assert "Er is niets verstuurd, en het programma verstuurt nooit iets." in seen(tab)
    ask.add("save_file", tmp_path / "weg.pdf")
    press(tab, "PDF opslaan")
    saved = (tmp_path / "weg.pdf").read_bytes()
    assert "Blauwe plek op de arm." in flat(saved)
    assert tab.go_back()
    assert "Concept voor Veilig Thuis als bestand opgeslagen." in seen(tab.detail)
    pick(tab, "Concept voor Veilig Thuis, opgeslagen")
    assert tab.papier.blad().pdf == saved
    assert "PDF opslaan" not in seen(tab)


def test_a_closed_dossier_still_gives_its_papers(tab: MeldcodeTab) -> None:
    made = dossier(tab)
    tab._service.sluit(made, MeldcodeAfloop.ANDERS, "Verhuisd.")
    tab.show_record(made)
    pick(tab, label(MeldcodePapier.DOSSIER))
    assert "een andere reden" in flat(tab.papier.blad().pdf)
