"""What must be known right after unlocking: a herstelblad was used, a copy put back or is older, someone waits."""

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from svp_desktop.domain.datums import dag_maand, tijd_kort
from svp_desktop.domain.toegang import AccountStatus, Ernst, Melding, Stand
from svp_desktop.kluis import events, keyring

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.services.werkplek import Werkplek

#: A compartment as it is called in a sentence, by kind.
WAT = {"school": "de schoolgegevens", "meldcode": "het meldcode-dossier", "eigen": "uw vertrouwelijke dossier"}

#: The page of a kind that would not open, where it says what to do.
_PAGES = {"meldcode": "meldcode", "eigen": "vertrouwelijk"}

_LATELY = timedelta(days=30)


def meldingen(kluis: "Kluis", werkplek: "Werkplek") -> tuple[Melding, ...]:
    """Everything that this account has not been shown yet, and what still holds, the heaviest first."""
    found = [
        *_older(kluis),
        *_ring_older(kluis),
        *_faults(kluis),
        *_strangers(kluis),
        *_events(kluis),
        *_zeden(kluis, werkplek),
        *_waiting(werkplek),
        *_chores(werkplek),
    ]
    order = [Ernst.HOUDT_TEGEN, Ernst.LET_OP, Ernst.IN_ORDE]
    return tuple(sorted(found, key=lambda message: order.index(message.ernst)))


def _older(kluis: "Kluis") -> list[Melding]:
    return [
        Melding(
            f"ouder:{kind}",
            f"Deze kopie van {WAT[kind.split(':')[0]]} is ouder dan wat er was",
            f"{_since(older.at, older.missing)} Nu kunt u alleen lezen. Zet de nieuwste reservekopie terug, "
            "of ga bewust verder met deze kopie.",
            Ernst.HOUDT_TEGEN,
            "reservekopie",
        )
        for kind, older in kluis.older.items()
    ]


def _ring_older(kluis: "Kluis") -> list[Melding]:
    if not kluis.ring_older:
        return []
    text = (
        "Is er net een reservekopie teruggezet? Dan klopt het. Zo niet: kijk na wie er een account heeft, "
        "en of uw gegevens volledig zijn."
    )
    return [Melding("ring", "De lijst met accounts en sleutels is ouder dan wat er was", text, Ernst.LET_OP, "toegang")]


def _since(at: str, missing: int) -> str:
    if not at:
        return "Op deze computer is al verder gewerkt dan in deze kopie staat."
    lines = f" Er {'ontbreekt 1 handeling' if missing == 1 else f'ontbreken {missing} handelingen'}." if missing else ""
    return f"U vergrendelde {_moment(at)} met nieuwere gegevens.{lines}"


def _faults(kluis: "Kluis") -> list[Melding]:
    return [
        Melding(
            f"fout:{kind}",
            f"{WAT[kind].capitalize()} {'kunnen' if kind == 'school' else 'kan'} niet open",
            f"{fault.what} {fault.safe}",
            Ernst.HOUDT_TEGEN,
            _PAGES.get(kind, ""),
        )
        for kind, fault in kluis.faults.items()
    ]


def _strangers(kluis: "Kluis") -> list[Melding]:
    return [
        Melding(
            f"vreemd:{user_id}:{keyring.fingerprint(keyring.user_of(kluis.ring, user_id)).hex()[:16]}",
            f"De sleutel van {_name(kluis, user_id)} is veranderd",
            "Dat is niet door de eigenaar zelf gedaan. Vergelijk samen de herkenningswoorden voordat u iets geeft.",
            Ernst.HOUDT_TEGEN,
            "toegang",
        )
        for user_id in sorted(kluis.strangers)
    ]


def _events(kluis: "Kluis") -> list[Melding]:
    seen = set(kluis.own_state().seen)
    found = []
    for event in kluis.ring["events"]:
        key = f"voorval:{events.digest(kluis.ring, event)}"
        if key in seen or not events.genuine(kluis.ring, event) or not _concerns(kluis, event):
            continue
        own = event["user"] == kluis.account_id
        who, when = ("U hebt" if own else f"{_name(kluis, event['user'])} heeft"), _moment(event["at"])
        found.append(
            Melding(key, f"{who} {_words(kluis, event)}", f"Dat was {when}. {_AFTER[event['kind']]}", Ernst.LET_OP)
        )
    return found


_AFTER = {
    events.SHEET_USED: "Klopt dat niet? Ga dan na wie het herstelblad had.",
    events.ENVELOPES_USED: "Klopt dat niet? Ga dan na wie de enveloppen had.",
    events.RESTORED: "Wat na die kopie is vastgelegd, staat er niet meer in.",
    events.OLDER_ACCEPTED: "Wat daarna was vastgelegd, staat er niet meer in.",
}


def _words(kluis: "Kluis", event: events.Event) -> str:
    if event["kind"] == events.SHEET_USED:
        return "een herstelblad gebruikt"
    what = "een vertrouwelijk dossier"
    for entry in kluis.ring["compartments"]:
        if entry["id"] == event["compartment"] and entry["kind"] != "eigen":
            what = WAT[entry["kind"]]
    if event["kind"] == events.ENVELOPES_USED:
        return f"{what} geopend met twee enveloppen"
    if event["kind"] == events.RESTORED:
        return f"een reservekopie van {what} teruggezet"
    return f"een oudere kopie van {what} aanvaard"


def _concerns(kluis: "Kluis", event: events.Event) -> bool:
    """Use of a sheet or of envelopes concerns everyone; a copy only who holds that compartment."""
    if event["kind"] not in _AFTER:
        return False
    if event["kind"] in (events.SHEET_USED, events.ENVELOPES_USED):
        return True
    return any(
        entry["id"] == event["compartment"] and kluis.account_id in keyring.holders(entry)
        for entry in kluis.ring["compartments"]
    )


def _zeden(kluis: "Kluis", werkplek: "Werkplek") -> list[Melding]:
    """Records of a possible sexual offence that came in for this account and were not pointed out yet."""
    if not kluis.opens("school"):
        return []
    werkplek.zedenmeldingen.haal_op()
    seen, since = set(kluis.own_state().seen), werkplek.clock() - _LATELY
    new = [line for line in werkplek.zedenmeldingen.lijst() if line.op >= since and not line.eigen]
    text = "Lees het nu. Is het bestuur nog niet ingelicht? Doe dat dan meteen."
    return [
        Melding(
            f"zeden:{line.uuid}", "Er is een vermoeden van een zedenmisdrijf vastgelegd", text, Ernst.LET_OP, "zeden"
        )
        for line in new
        if f"zeden:{line.uuid}" not in seen
    ]


def _waiting(werkplek: "Werkplek") -> list[Melding]:
    waiting = [
        line.naam
        for line in werkplek.accounts.alle()
        if line.status is AccountStatus.ACTIEF
        and any(standing is Stand.WACHT and werkplek.accounts.geeft(kind) for kind, standing in line.toegang.items())
    ]
    if not waiting:
        return []
    verb = "wacht" if len(waiting) == 1 else "wachten"
    text = "Vergelijk eerst samen de herkenningswoorden, en geef dan toegang."
    return [Melding("wacht", f"{' en '.join(waiting)} {verb} op toegang", text, Ernst.LET_OP, "toegang")]


def _chores(werkplek: "Werkplek") -> list[Melding]:
    found = []
    reminder = werkplek.reservekopieen.herinnering() if werkplek.soorten else ""
    if reminder and not werkplek.demo:
        found.append(Melding("reservekopie", "Denk aan een reservekopie", reminder, Ernst.LET_OP, "reservekopie"))
    if werkplek.sleutels.herstelblad_op is None and not werkplek.demo:
        text = "Zonder herstelblad zijn uw gegevens weg als u het wachtwoord vergeet."
        found.append(Melding("herstelblad", "U hebt nog geen herstelblad", text, Ernst.LET_OP, "account"))
    if not werkplek.demo and werkplek.spoor.te_controleren():
        text = "Kijk of u alle handelingen herkent, en bevestig dat."
        found.append(Melding("controle", "Het is tijd om Wie deed wat na te kijken", text, Ernst.LET_OP, "spoor"))
    return found


def _moment(at: str) -> str:
    moment = datetime.fromisoformat(at).astimezone()
    return f"op {dag_maand(moment.date())} om {tijd_kort(moment.time())}"


def _name(kluis: "Kluis", user_id: str) -> str:
    return str(keyring.user_of(kluis.ring, user_id)["login"])
