"""No other part of the program learns of a dossier: not school.db, not the window, not another account."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QWidget

from svp_desktop.domain.school import Rol
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.paths import Paths
from svp_desktop.services.toegang import Clock, Toegang
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.context import Context, TabSpec
from svp_desktop.ui.damage_page import DamagePage
from svp_desktop.ui.hub import Hub
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.places import Places
from svp_desktop.ui.tabs.aantekeningen.tab import AantekeningenTab
from svp_desktop.ui.tasks import Immediately
from svp_desktop.ui.theme.apply import Theme
from tests.ui.aantekeningen.conftest import SPECS, dossier, press, seen, type_note
from tests.ui.conftest import WACHTWOORD, Probe


def everything(werkplek: Werkplek) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table of school.db."""
    with werkplek._kluis.school.reading() as rx:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table'"
        names = rx.connection.exec_driver_sql(query).scalars().all()
        return {
            name: [tuple(row) for row in rx.connection.exec_driver_sql(f'SELECT * FROM "{name}"')] for name in names
        }


def test_a_lock_brings_back_the_note_and_school_db_does_not_know_where_the_user_was(
    window: MainWindow, tab: AantekeningenTab, werkplek: Werkplek, theme: Theme, shown: Callable[[QWidget], QWidget]
) -> None:
    dossier(tab)
    type_note(tab, "Half")
    tab.flush_draft()
    Places(window, werkplek).keep()
    rows = str(everything(werkplek))
    assert "incidenten" in rows
    assert not any(word in rows for word in ("vertrouwelijk", "meldcode", "dossier", "aantekening"))
    again = MainWindow(window.context, SPECS, theme, "De Regenboog")
    shown(again)
    Places(again, werkplek).restore("incidenten")
    page = again.page(again.current_code())
    assert isinstance(page, type(tab))
    assert page.aantekening_editor._form.tekst.text() == "Half"


def test_no_name_stands_in_the_title_the_tabs_or_the_search_and_command_field(
    window: MainWindow, tab: AantekeningenTab
) -> None:
    dossier(tab, "Zeldzame Naam")
    window.count()
    assert [window.tabs.tabText(place) for place in range(window.tabs.count())][-2:] == [
        "Meldcode-dossier",
        "Vertrouwelijk",
    ]
    assert "Zeldzame" not in window.windowTitle() + (window.window().windowTitle() or "")
    window.palette_field.setText("zeldzame")
    window.palette_field.search()
    assert window.palette_field.hits == []
    window.palette_field.setText("vertrouwelijk")
    window.palette_field.search()
    assert window.palette_field.hits == []


def test_the_program_locks_sooner_on_these_pages(window: MainWindow) -> None:
    heard: list[bool] = []
    window.page_shown.connect(heard.append)
    window.show_page("vertrouwelijk")
    window.show_page("incidenten")
    window.show_page("meldcode")
    assert heard == [True, False, True]


def test_the_page_says_how_soon_it_locks(tab: AantekeningenTab, werkplek: Werkplek) -> None:
    number = dossier(tab)
    assert "Vergrendelt na 3 minuten" in seen(tab.page)
    werkplek.instellingen.zet("vergrendel_minuten", 1)
    tab.show_record(number)
    assert "Vergrendelt na 1 minuut" in seen(tab.page)


def test_an_account_without_the_key_has_no_such_tab(
    theme: Theme, tmp_path: Path, clock: Clock, shown: Callable[[QWidget], QWidget]
) -> None:
    toegang = Toegang(Paths.under(tmp_path / "directeur"), clock, KdfPolicy.for_tests())
    werkplek = toegang.maak_school("De Regenboog", "Nijmegen", "Hanneke Vos", Rol.DIRECTEUR, WACHTWOORD)
    made = MainWindow(Context(werkplek, Hub(), Scripted(), Immediately(), clock), SPECS, theme, "De Regenboog")
    shown(made)
    assert not made.has_page("meldcode")
    assert not made.has_page("vertrouwelijk")
    werkplek.vergrendel()


def test_a_damaged_private_file_has_its_page_and_the_rest_works(
    theme: Theme, werkplek: Werkplek, toegang: Toegang, clock: Clock, shown: Callable[[QWidget], QWidget]
) -> None:
    werkplek.vergrendel()
    [file] = werkplek.folder.glob("eigen-*.db")
    file.write_bytes(bytes(byte ^ 0xFF for byte in file.read_bytes()))
    again = toegang.ontgrendel(werkplek.folder, werkplek.account.id, WACHTWOORD)
    specs = [*SPECS, TabSpec("reservekopie", "Reservekopieën", "archive", Probe, tab=False)]
    made = MainWindow(Context(again, Hub(), Scripted(), Immediately(), clock), specs, theme, "De Regenboog")
    shown(made)
    page = made.show_page("vertrouwelijk")
    assert isinstance(page, DamagePage)
    assert "is beschadigd" in seen(page)
    assert "De andere onderdelen" in seen(page)
    press(page, "Naar de reservekopieën")
    assert made.current_code() == "reservekopie"
    assert isinstance(made.show_page("meldcode"), AantekeningenTab)
    again.vergrendel()


def test_nothing_is_clipped_on_a_small_laptop(window: MainWindow, tab: AantekeningenTab) -> None:
    dossier(tab)
    for part in (tab.lijst, tab.page, tab.dossier_editor, tab.aantekening_editor):
        hint = part.minimumSizeHint()
        assert (hint.width() <= 1270, hint.height() <= 600) == (True, True)
