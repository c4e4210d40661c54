"""Around the dossiers: own work, the jaarverslag, destroying with a certificate, the card and the hand-over."""

import io
from pathlib import Path

import pytest
from PIL import Image
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.vertrouwelijk import Klager, ZaakAfloop, ZaakOnderwerp
from svp_desktop.domain.vertrouwenswerk import Geleding, WerkDraft, WerkSoort
from svp_desktop.services.werkplek import Werkplek
from svp_desktop.ui.ask import Scripted
from svp_desktop.ui.main_window import MainWindow
from svp_desktop.ui.tabs.vertrouwelijk.overdracht import OverdrachtPage
from svp_desktop.ui.tabs.vertrouwelijk.tab import VertrouwelijkTab
from svp_desktop.ui.theme.apply import Theme
from tests.conftest import FrozenClock
from tests.ui.screen import press, seen
from tests.zaken import notitie, zaak

#: Buttons that write in the file.
WRITES = {
    "Nieuw dossier", "Dossier sluiten", "Nieuwe aantekening", "Verbeteren", "Weghalen", "Vastleggen",
    "Toestemming ingetrokken…", "Werk vastleggen", "Tekst opslaan", "Vaststellen", "Alleen bericht bewaren",
}  # fmt: skip
CTRL = Qt.KeyboardModifier.ControlModifier


def words_of(pdf: bytes) -> str:
    """The words of a paper."""
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)


@pytest.fixture
def last_year(werkplek: Werkplek, clock: FrozenClock) -> list[int]:
    """Twelve dossiers of last school year, of which one about something that nobody may recognise; six are closed."""
    today, service = clock(), werkplek.vertrouwelijk("eigen")
    clock.now = today.replace(month=3, day=2)
    made = []
    for number in range(12):
        about = ZaakOnderwerp.SEKSUEEL if number == 11 else ZaakOnderwerp.PESTEN
        who = Klager.OUDER if number < 6 else Klager.LEERKRACHT
        draft = zaak(f"Zonnebloem {number}", klager=who, onderwerp=about, instemming_op="1-3-2026")
        made.append(service.open_zaak(draft).value)
    for one in made[:6]:
        service.sluit_zaak(one, ZaakAfloop.OPGELOST)
    clock.now = today
    return made


def test_work_without_a_dossier_counts_its_time_and_who_was_informed(tab: VertrouwelijkTab) -> None:
    press(tab, "Mijn werk")
    page = tab.eigen.page("werk")
    press(page, "Vastleggen")
    form = page.editor.form_velden  # type: ignore[attr-defined]
    assert form.geleding.value() is Geleding.KINDEREN
    QTest.keyClicks(form.minuten, "90")
    tab.flush_draft()
    QTest.keyClick(tab, Qt.Key.Key_Escape)
    tab.go_back()
    assert "U was bezig met een regel werk" in seen(page)
    press(page, "Verder gaan")
    assert form.minuten.text() == "90"
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    words = seen(page)
    assert "1 uur en 30 minuten" in words
    assert "24 november 2026" in words
    tab.primary_new()
    press(form, "Intervisie")
    QTest.keyClick(tab, Qt.Key.Key_S, CTRL)
    assert "een paar woorden" in form.fields["tekst"].message()


def test_the_jaarverslag_tells_no_small_number_on_screen_or_paper(
    tab: VertrouwelijkTab, ask: Scripted, last_year: list[int], tmp_path: Path, window: MainWindow
) -> None:
    press(tab, "Jaarverslag")
    page = tab.eigen.page("jaarverslag")
    page.shown()
    QTest.keyClicks(page.advies, "Hang de kaart op.")  # type: ignore[attr-defined]
    ask.add("question", True)
    press(page, "Vaststellen")
    told = seen(page)
    assert "Vastgesteld op 24 november 2026." in told
    assert "minder dan 5" in told
    ask.add("save_file", tmp_path / "verslag.pdf")
    page.print_current()
    press(page, "Opslaan als PDF…")
    paper = words_of((tmp_path / "verslag.pdf").read_bytes())
    assert "Hang de kaart op." in paper
    assert "Zonnebloem" not in paper
    lines = paper.splitlines()
    small, none = (lines[lines.index(word) + 1] for word in ("Seksuele intimidatie", "Discriminatie"))
    assert small == none == "minder dan 5", "one is told no other than none at all"


def test_a_year_that_runs_is_shown_and_not_made_up(tab: VertrouwelijkTab) -> None:
    press(tab, "Jaarverslag")
    page = tab.eigen.page("jaarverslag")
    press(page, "2026-2027")
    assert "Dit schooljaar loopt nog." in seen(page)
    assert "Vaststellen" not in seen(page).split("\n")


def test_closed_dossiers_go_after_the_jaarverslag_and_the_term_with_a_certificate(
    tab: VertrouwelijkTab, werkplek: Werkplek, ask: Scripted, last_year: list[int], clock: FrozenClock
) -> None:
    service, around = werkplek.vertrouwelijk("eigen"), werkplek.vertrouwelijk_jaar("eigen")
    press(tab, "Bewaren")
    page = tab.eigen.page("bewaren")
    page.shown()
    assert "Wacht op het jaarverslag van 2025-2026." in seen(page)
    around.stel_vast(2025)
    page.shown()
    assert "Kan weg vanaf 22 december 2026." in seen(page)
    assert "Vernietigen met verklaring…" not in seen(page)
    clock.now = clock().replace(month=12, day=23)
    page.shown()
    boxes = page.vakjes  # type: ignore[attr-defined]
    assert sorted(boxes) == sorted(last_year[:6])
    for one in last_year[:2]:
        boxes[one].setChecked(True)
    ask.add("question", True)
    press(page, "Vernietigen met verklaring…")
    [made] = around.vernietigingen()
    assert (made.dossiers, made.door) == (2, "Ilse Bruins")
    paper = words_of(around.verklaring(made))
    assert "Zonnebloem" not in paper
    assert "23 december 2026" in paper
    assert len(service.lijst(gesloten=True)) == 4
    assert around.jaarverslag(2025).tellingen.zaken == 12, "what was counted stays counted"
    tab.go_back()
    press(tab, "Dossiers")
    assert "4 dossiers kunnen weg." in seen(tab)


def test_consent_taken_back_lets_a_dossier_go_at_once(tab: VertrouwelijkTab, ask: Scripted) -> None:
    service = tab.eigen.dossiers._service
    number = service.open_zaak(zaak("Zonnebloem")).value
    service.leg_stap_vast(number, notitie())
    service.trek_instemming_in(number)
    press(tab, "Bewaren")
    page = tab.eigen.page("bewaren")
    page.vakjes[number].setChecked(True)  # type: ignore[attr-defined]
    assert page.reden.text() == "De toestemming is ingetrokken."  # type: ignore[attr-defined]
    page.reden.setText("")  # type: ignore[attr-defined]
    ask.add("question", True)
    press(page, "Vernietigen met verklaring…")
    assert "Schrijf kort op waarom." in seen(page)
    page.reden.setText("De toestemming is ingetrokken.")  # type: ignore[attr-defined]
    ask.add("question", True)
    press(page, "Vernietigen met verklaring…")
    assert service.lijst() == ()


def test_the_card_and_the_schoolgids_say_who_they_are(tab: VertrouwelijkTab, werkplek: Werkplek) -> None:
    press(tab, "Kaart en overdracht")
    page = tab.eigen.page("overdracht")
    assert "Er is 1 plek open" in seen(page)
    werkplek.instellingen.zet("vertrouwen_extern", "mevrouw Ster, 024 000 00 00")
    page.shown()
    press(page, "Tekst kopiëren")
    text = QGuiApplication.clipboard().text()
    assert "Ilse Bruins" in text
    assert "mevrouw Ster, 024 000 00 00" in text
    assert "{" not in text
    card = words_of(werkplek.vertrouwenskaart.kaart())
    assert "Zit je ergens mee?" in card
    assert "Ilse Bruins" in card


def test_a_photo_is_on_the_card_only_and_is_kept_nowhere(
    tab: VertrouwelijkTab, werkplek: Werkplek, ask: Scripted, tmp_path: Path
) -> None:
    Image.new("RGB", (300, 200), "red").save(tmp_path / "ik.png")
    (tmp_path / "geen.png").write_bytes(b"niets")
    press(tab, "Kaart en overdracht")
    page = tab.eigen.page("overdracht")
    assert isinstance(page, OverdrachtPage)
    before = werkplek.vertrouwenskaart.kaart()
    assert "foto" not in words_of(before)
    assert not PdfReader(io.BytesIO(before)).pages[0].images
    QTest.keyClicks(page.bericht, "Half")
    for name, has in (("geen.png", False), ("ik.png", True)):
        ask.add("open_file", tmp_path / name)
        press(page, "Foto kiezen")
        assert ("Foto weghalen" in seen(page)) is has
    assert page.bericht.text() == "Half"
    press(page, "Kaart bekijken")
    [photo] = PdfReader(io.BytesIO(page.papier.blad().pdf)).pages[0].images
    assert photo.image is not None
    assert photo.image.getpixel((5, 5))[0] > 200
    page.go_back()
    press(page, "Foto weghalen")
    assert page.fotos == {}


def test_without_a_message_nothing_is_handed_over(tab: VertrouwelijkTab) -> None:
    press(tab, "Kaart en overdracht")
    page = tab.eigen.page("overdracht")
    press(page, "Alleen bericht bewaren")
    assert "Schrijf op wat" in seen(page)
    QTest.keyClicks(page.bericht, "Dossier 2026-01 loopt nog.")  # type: ignore[attr-defined]
    tab.flush_draft()
    press(tab, "Mijn werk")
    press(tab, "Kaart en overdracht")
    press(page, "Alleen bericht bewaren")
    assert "Dossier 2026-01 loopt nog." in seen(page)
    assert page.bericht.text() == ""  # type: ignore[attr-defined]


@pytest.mark.parametrize("larger", [0, 2])
def test_every_page_fits_a_small_laptop(tab: VertrouwelijkTab, theme: Theme, larger: int) -> None:
    theme.zoom(larger)
    for code in ("werk", "jaarverslag", "bewaren", "overdracht"):
        hint = tab.eigen.page(code).minimumSizeHint()
        assert (hint.width() <= 1270, hint.height() <= 560) == (True, True), code


def test_in_an_older_copy_everything_is_read_and_nothing_is_offered_to_write(
    window: MainWindow, tab: VertrouwelijkTab, werkplek: Werkplek
) -> None:
    dossiers = tab.eigen.dossiers
    number = dossiers._service.open_zaak(zaak("Zonnebloem")).value
    dossiers._service.leg_stap_vast(number, notitie())
    werkplek.vertrouwelijk_jaar("eigen").leg_werk_vast(
        WerkDraft(WerkSoort.INTERVISIE, "gisteren", tekst="Over grenzen")
    )
    dossiers.reload()
    written = {}
    for only_read in (True, False):
        werkplek._kluis.compartment("eigen").set_read_only(only_read)
        window.context.hub.publish(Changes.of(Topic.ACCOUNTS))
        tab.eigen.choose("dossiers")
        told = [seen(tab)]
        dossiers.show_record(number)
        told.append(seen(tab))
        assert "Zonnebloem" in told[-1]
        dossiers.show_list()
        for code in ("werk", "jaarverslag", "bewaren", "overdracht"):
            tab.eigen.choose(code)
            told.append(seen(tab))
            tab.primary_new()
            assert ("U bekijkt een oudere kopie." in told[-1]) is only_read
            tab.go_back()
        written[only_read] = set("\n".join(told).split("\n")) & WRITES
    assert written == {True: set(), False: WRITES}
