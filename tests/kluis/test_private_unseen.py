"""Two schools that differ only in a private file are the same in everything that another than its holder can see."""

import io
import json
import logging
import re

import pytest
from PIL import Image
from pypdf import PdfReader

from svp_desktop.domain.aantekeningen import AantekeningDraft, DossierDraft
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.instellingen import INSTELLING_VAN_CODE
from svp_desktop.domain.school import Rol
from svp_desktop.domain.spoor import SpoorFilter
from svp_desktop.domain.vertrouwelijk import HoeInstemming, Klager, ZaakAfloop, ZaakDraft, ZaakOnderwerp
from svp_desktop.domain.vertrouwenswerk import WerkDraft, WerkSoort, ZaakNotitie, ZaakStapDraft, ZaakStapSoort
from svp_desktop.kluis import backup, ringfile
from tests.kluis.team import make_team

MARK = "Zonnebloemkwartier"
#: What is drawn at random or sealed, and so differs between any two schools.
_RANDOM = re.compile(
    r'(?<="crc32":")[0-9a-f]{8}|'
    r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{16,64}|[A-Za-z0-9+/]{15,}={0,2}"
)


def plain(value: object, team) -> str:
    """Text of a value, without what is random: ids of accounts become names, the rest its length."""
    text = value if isinstance(value, str) else repr(value)
    for who, account_id in team.ids.items():
        text = text.replace(account_id, f"<{who}>")
    return _RANDOM.sub(lambda found: f"<{len(found[0])}>", text.replace(str(team.root), "<root>"))


def as_seen_by(team, who: str) -> dict[str, object]:
    """Everything that someone else can get at: rows, models, search, counts, trail, papers, messages, backups."""
    werkplek = team.enter(who)
    shared = [kind for kind in ("school", "meldcode") if werkplek._kluis.opens(kind)]
    return {
        "soorten": sorted(werkplek.soorten - {"eigen"}),
        "rijen": {kind: rows_of(werkplek, kind, team) for kind in shared},
        "accounts": [plain(tuple(line[1:5]), team) + plain(line.toegang, team) for line in werkplek.accounts.alle()],
        "verlies": [plain(item[1:], team) for item in werkplek.accounts.verlies(team.ids["eerste"])],
        "zoeken": [werkplek.zoeken(word) for word in (MARK, "Carla", "dossier")],
        "tellingen": werkplek.tellingen(),
        "vandaag": werkplek.vandaag(),
        "incidenten": werkplek.incidenten.aantal(IncidentFilter()),
        "concepten": werkplek.concepten.alle(),
        "plek": werkplek.plek(),
        "sporen": {kind: trail_of(werkplek, kind, team) for kind in werkplek.spoor.soorten() if kind in shared},
        "meldingen": [plain(tuple(message), team) for message in werkplek.meldingen()],
        "papier": text_of(werkplek.spoor.controleblad()) if werkplek.spoor.soorten() else "",
        "kaart": text_of(werkplek.vertrouwenskaart.kaart()),
        "schoolgids": werkplek.vertrouwenskaart.schoolgids(),
        "reservekopieen": plain(werkplek.reservekopieen.overzicht(), team),
        "andere dossiers": [plain(one[1:2] + one[3:], team) for one in werkplek.sleutels.andere_dossiers()],
        "waarden": [plain(werkplek.waarden().waarde(code), team) for code in INSTELLING_VAN_CODE],
    }


def rows_of(werkplek, kind: str, team) -> dict[str, list[str]]:
    """Every row of a file; what is sealed only by its length."""
    rows = {}
    with werkplek._kluis.compartment(kind).reading() as rx:
        run = rx.connection.exec_driver_sql
        tables = run("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name").scalars().all()
        for name in tables:
            found = run(f'SELECT * FROM "{name}"').all()
            rows[name] = [plain([f"<{len(v)}>" if isinstance(v, bytes) else v for v in row], team) for row in found]
    return rows


def trail_of(werkplek, kind: str, team) -> list[str]:
    """The lines that this account may read of a file: who, when and what."""
    return [
        plain((line.op, line.door, line.actie, line.object_id), team)
        for line in werkplek.spoor.regels(kind, werkplek.spoor.ids(kind, SpoorFilter()))
    ]


def text_of(pdf: bytes) -> str:
    """The words of a paper, without the codes on it."""
    text = "".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return "\n".join(line for line in text.splitlines() if line[:1].isupper())


def on_disk(team) -> dict[str, object]:
    """What lies in the folder and beside it: names and sizes, the keyring, the settings, the list of a backup."""
    team.leave()
    manifest = backup.make(team.folder, team.clock(), lambda _done, _total: None)
    assert manifest is not None
    names = sorted(
        (path.name.startswith("eigen") and "eigen" or path.name, path.stat().st_size) for path in files(team)
    )
    lists = [plain(path.read_text(), team) for path in sorted((team.folder / "backups").glob("*.json"))]
    settings = [plain(path.read_text(), team) for path in sorted(team.root.rglob("*.json")) if "config" in str(path)]
    return {
        "bestanden": names,
        "sleutelring": plain(json.dumps(ringfile.read(team.folder) | {"crc32": ""}, sort_keys=True), team),
        "reservekopie": lists,
        "instellingen": settings,
    }


def files(team):
    return [path for path in team.folder.iterdir() if path.is_file()]


def write_private(werkplek) -> None:
    """Whatever a private file can hold: ten matters with thirty notes, work, a report, what was destroyed, a note for
    the successor, drafts, a place, papers that were made."""
    service, around = werkplek.vertrouwelijk("eigen"), werkplek.vertrouwelijk_jaar("eigen")
    made = [service.open_zaak(matter(number)).value for number in range(10)]
    for dossier in made:
        for line in range(3):
            note = AantekeningDraft(datum="1-3-2026", met_wie=MARK, tekst=f"{MARK} {line} " * 40)
            service.leg_stap_vast(dossier, ZaakNotitie(note, ZaakStapDraft(ZaakStapSoort.OPVANG, "45")))
    service.lees(made[0])
    for dossier in made[:2]:
        service.sluit_zaak(dossier, ZaakAfloop.OPGELOST)
    around.leg_werk_vast(WerkDraft(WerkSoort.ADVIES, "1-3-2026", "30", None, True, MARK))
    around.bewaar_jaarverslag(2024, MARK, MARK)
    around.stel_vast(2024)
    around.papier(2024)
    around.afgedrukt(2024)
    service.trek_instemming_in(made[2])
    around.vernietig([made[2]], MARK)
    around.verklaring(around.vernietigingen()[0])
    around.draag_over(MARK)
    service.zaken(service.lijst())
    werkplek.vertrouwenskaart.kaart({werkplek.account.naam: PHOTO})
    service.concepten.bewaar("dossier:nieuw", {"dossier": {"naam": MARK}}, "Dossier")
    werkplek.bewaar_plek({"pagina": MARK}, "eigen")


def _photo() -> bytes:
    kept = io.BytesIO()
    Image.new("RGB", (30, 40), "red").save(kept, "PNG")
    return kept.getvalue()


PHOTO = _photo()


def matter(number: int) -> ZaakDraft:
    return ZaakDraft(
        DossierDraft(naam=f"{MARK} {number}", groep="7a"),
        klager=Klager.OUDER,
        onderwerp=ZaakOnderwerp.PESTEN,
        waarover=MARK,
        instemming=True,
        instemming_van=MARK,
        instemming_op="1-3-2026",
        instemming_hoe=HoeInstemming.SCHRIFTELIJK,
    )


@pytest.fixture
def pair(tmp_path, clock):
    """The same school twice; in the second one the first vertrouwenspersoon wrote in her private dossier."""
    made = []
    for name in ("zonder", "met"):
        made.append(make_team(tmp_path / name, clock, "coordinator", "eerste", "tweede"))
    yield made
    for team in made:
        team.leave()


OTHERS = ("directeur", "coordinator", "tweede")


def test_nothing_of_a_private_dossier_shows_to_another(pair, caplog):
    caplog.set_level(logging.DEBUG)
    seen = []
    for team, writes in zip(pair, (False, True), strict=True):
        team.ids["nieuw"] = team.enter("directeur").accounts.nodig_uit("Nieuw Iemand", Rol.DIRECTEUR).account_id
        first = on_disk(team)
        werkplek = team.enter("eerste")
        if writes:
            write_private(werkplek)
        team.leave()
        # a second backup, after the private file changed: what is shown of it may not tell that it did
        backup.make(team.folder, team.clock(), lambda _done, _total: None)
        others = {f"{who}: {what}": value for who in OTHERS for what, value in as_seen_by(team, who).items()}
        seen.append({f"eerst: {what}": value for what, value in first.items()} | others | on_disk(team))
    without, with_private = seen
    for what in without:
        assert without[what] == with_private[what], what
    assert MARK not in repr(seen)
    assert MARK not in caplog.text


def test_a_file_that_only_its_holder_opens_names_nothing_outside_itself(pair):
    """No name of it in any file of the school, whoever looks with whatever tool: bytes on the disk, not rows."""
    team = pair[1]
    write_private(team.enter("eerste"))
    team.leave()
    backup.make(team.folder, team.clock(), lambda _done, _total: None)
    for path in team.root.rglob("*"):
        assert not path.is_file() or MARK.encode() not in path.read_bytes(), path.name


def test_the_holder_herself_does_see_it(pair):
    team = pair[1]
    write_private(team.enter("eerste"))
    work = team.enter("eerste")
    assert len(work.vertrouwelijk("eigen").lijst()) == 7
    assert len(work.vertrouwelijk("eigen").lijst(gesloten=True)) == 2
    assert work.vertrouwelijk_jaar("eigen").jaarverslag(2024).opvallend == MARK
    other = team.enter("tweede")
    assert other.vertrouwelijk("eigen").lijst() == ()
    assert other.vertrouwelijk_jaar("eigen").overdrachten() == ()
