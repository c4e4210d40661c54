"""Two schools that differ only in a private dossier are the same in everything that another than its holder can see."""

import io
import json
import logging
import re
from datetime import date

import pytest
from pypdf import PdfReader

from svp_desktop.domain.aantekeningen import AantekeningDraft, DossierDraft
from svp_desktop.domain.incident import IncidentFilter
from svp_desktop.domain.school import Rol
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


def as_directeur(team) -> dict[str, object]:
    """Everything that the directeur can get at: rows, models, search, counts, trail, papers, messages."""
    werkplek = team.enter("directeur")
    rows = {}
    with werkplek._kluis.school.reading() as rx:
        tables = rx.connection.exec_driver_sql("SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name")
        for (name,) in tables.all():
            found = rx.connection.exec_driver_sql(f'SELECT * FROM "{name}"').all()
            rows[name] = [plain([f"<{len(v)}>" if isinstance(v, bytes) else v for v in row], team) for row in found]
    return {
        "rijen": rows,
        "accounts": [plain(tuple(line[1:5]), team) + plain(line.toegang, team) for line in werkplek.accounts.alle()],
        "verlies": [plain(item[1:], team) for item in werkplek.accounts.verlies(team.ids["eerste"])],
        "zoeken": [werkplek.zoeken(word) for word in (MARK, "Carla", "dossier")],
        "tellingen": werkplek.tellingen(),
        "incidenten": werkplek.incidenten.aantal(IncidentFilter()),
        "concepten": werkplek.concepten.alle(),
        "plek": werkplek.plek(),
        "spoor": werkplek.spoor.aantal("school"),
        "meldingen": [plain(tuple(message), team) for message in werkplek.meldingen()],
        "papier": text_of(werkplek.spoor.controleblad()),
    }


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
    """Ten dossiers with thirty notes, a draft, a place, a correction, one closed."""
    service = werkplek.aantekeningen("eigen")
    for number in range(10):
        dossier = service.open(DossierDraft(naam=f"{MARK} {number}", groep="7a")).value
        for line in range(3):
            service.leg_vast(dossier, AantekeningDraft(datum="1-3-2026", met_wie=MARK, tekst=f"{MARK} {line} " * 40))
    service.sluit(dossier)
    werkplek.bewaar_plek({"pagina": MARK}, "eigen")


@pytest.fixture
def pair(tmp_path, clock):
    """The same school twice; in the second one the first vertrouwenspersoon wrote in her private dossier."""
    made = []
    for name in ("zonder", "met"):
        made.append(make_team(tmp_path / name, clock, "coordinator", "eerste", "tweede"))
    yield made
    for team in made:
        team.leave()


def test_nothing_of_a_private_dossier_shows_to_another(pair, caplog):
    caplog.set_level(logging.DEBUG)
    seen = []
    for team, writes in zip(pair, (False, True), strict=True):
        team.ids["nieuw"] = team.enter("directeur").accounts.nodig_uit("Nieuw Iemand", Rol.DIRECTEUR).account_id
        werkplek = team.enter("eerste")
        if writes:
            write_private(werkplek)
        team.leave()
        seen.append(as_directeur(team) | on_disk(team))
    without, with_private = seen
    for what in without:
        assert without[what] == with_private[what], what
    assert MARK not in repr(seen)
    assert MARK not in caplog.text
    assert date(2026, 3, 1).isoformat() not in repr(seen[1]["rijen"]["concept"])


def test_the_holder_herself_does_see_it(pair):
    team = pair[1]
    write_private(team.enter("eerste"))
    assert len(team.enter("eerste").aantekeningen("eigen").lijst()) == 9
    assert team.enter("tweede").aantekeningen("eigen").lijst() == ()
