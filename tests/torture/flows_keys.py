"""Flows of keys: passwords, the herstelblad, people who come, grants, and a new key for a compartment."""

from flow import PASSWORD, POLICY, Session, flow

from svp_desktop.kluis import keyring, newcomers, ownkeys, ringfile, rotation
from svp_desktop.kluis.accounts import COORDINATOR, Accounts
from svp_desktop.kluis.kluis import VERTROUWENSPERSOON

_WORDS = "boom fiets lepel wolk"
_BLAD = bytes(range(16))


def _password(number: int) -> str:
    return PASSWORD if number <= 0 else f"wachtwoord nummer {number} van Ada"


# --- another password -------------------------------------------------------------------------------------------


def _changed(session: Session, confirmed: int) -> int:
    """The password of the last confirmed change opens, or the one that was under way: never neither."""
    return confirmed + session.unlock(_password(confirmed), _password(confirmed + 1))


@flow(_changed, actions=6)
def password_change(session: Session, number: int) -> None:
    """A new password, and with it a new secret and new seals on every key."""
    if not session.is_open:
        session.unlock(_password(number - 1))
    ownkeys.change_password(session.kluis, _password(number - 1), _password(number), POLICY)


# --- a herstelblad is made, and used ----------------------------------------------------------------------------


def _sheet(number: int) -> bytes:
    """The code of the sheet that is made by action `number` (odd)."""
    return _BLAD[:-2] + number.to_bytes(2, "big")


def _recovered(session: Session, confirmed: int) -> int:
    """Odd actions make a sheet, even ones use it for a new password."""
    reached = confirmed
    if confirmed % 2:
        reached += session.unlock(_password(confirmed - 1), _password(confirmed + 1))
        made = confirmed
    else:
        session.unlock(_password(confirmed))
        made = confirmed + 1
    ring, account = session.kluis.ring, session.kluis.account_id
    if confirmed % 2 and reached == confirmed:
        keyring_opens = newcomers.ways.open_by_sheet(ring, account, _sheet(made))
        keyring_opens.wipe()
    elif reached == confirmed:
        sheets = newcomers.ways.of_type(keyring.user_of(ring, account), newcomers.ways.RECOVERY)
        key = newcomers.ways.sheet_key(_sheet(made), ring["school"]["id"], account)
        reached += any(newcomers.ways.unb64(sheet["pk"]) == key.public_key() for sheet in sheets)
    return reached


@flow(_recovered, actions=4)
def recovery(session: Session, number: int) -> None:
    """Odd: a herstelblad (a new one takes a new secret); even: in with its words, and a new password."""
    if number % 2:
        if not session.is_open:
            session.unlock(_password(number - 1))
        ownkeys.put_sheet(session.kluis, _sheet(number), _sheet(number), "2026-11-24", _password(number - 1), POLICY)
        return
    folder, account = session.folder, session.toegang.scholen()[0].accounts[0].id
    session.lock()
    code, password = _sheet(number - 1), _password(number)
    session.hold(newcomers.recover(folder, account, code, password, policy=POLICY, clock=session.clock))


# --- someone is invited and comes in ----------------------------------------------------------------------------


def _came(session: Session, _confirmed: int) -> int:
    users = [user for user in ringfile.read(session.folder)["users"] if user["login"].startswith("Persoon")]
    for user in users[-2:]:
        if user["status"] == "actief":
            session.toegang.ontgrendel(session.folder, user["id"], PASSWORD).vergrendel()
    waiting = [user for user in users if user["status"] == "uitgenodigd"]
    session.unlock(PASSWORD)
    return 2 * len(users) - len(waiting)


@flow(_came, actions=2)
def newcomer(session: Session, number: int) -> None:
    """Odd: the directeur invites a vertrouwenspersoon; even: who comes in and gets a private file."""
    if number % 2:
        if not session.is_open:
            session.unlock(PASSWORD)
        Accounts(session.kluis).invite(f"Persoon {number}", VERTROUWENSPERSOON, False, _WORDS, POLICY)
        return
    session.lock()
    users = ringfile.read(session.folder)["users"]
    invited = [user["id"] for user in users if user["status"] == "uitgenodigd"]
    if not invited:
        # Broken off after the password was set: from then on it is that which opens.
        session.toegang.ontgrendel(session.folder, users[-1]["id"], PASSWORD).vergrendel()
        return
    [account] = invited
    newcomers.accept(session.folder, account, _WORDS, PASSWORD, policy=POLICY, clock=session.clock).lock()


# --- a key is given and taken -----------------------------------------------------------------------------------


def _second_person(session: Session) -> None:
    account = Accounts(session.kluis).invite("Bo Jansen", COORDINATOR, False, _WORDS, POLICY)
    folder = session.folder
    session.lock()
    newcomers.accept(folder, account, _WORDS, PASSWORD, policy=POLICY, clock=session.clock).lock()


def _other(session: Session) -> str:
    return str(next(user["id"] for user in ringfile.read(session.folder)["users"] if user["login"] == "Bo Jansen"))


def _granted(session: Session, confirmed: int) -> int:
    other = _other(session)
    opened = session.toegang.ontgrendel(session.folder, other, PASSWORD)
    has = opened._kluis.opens("school")
    assert not opened._kluis.faults
    opened.vergrendel()
    session.unlock(PASSWORD)
    return confirmed if has == bool(confirmed % 2) else confirmed + 1


@flow(_granted, prepare=_second_person, actions=6)
def grant(session: Session, number: int) -> None:
    """Odd: the key of school.db is given; even: it is taken away."""
    accounts = Accounts(session.kluis)
    if number % 2:
        accounts.grant(_other(session), "school")
    else:
        accounts.withdraw(_other(session), "school")


# --- a compartment gets a new key -------------------------------------------------------------------------------


def _renewed(session: Session, _confirmed: int) -> int:
    session.unlock(PASSWORD)
    # What was left halfway is finished, as the program does after unlocking.
    for kind in rotation.due(session.kluis):
        rotation.renew(session.kluis, kind)
    [entry] = [entry for entry in session.kluis.ring["compartments"] if entry["kind"] == "school"]
    session.assert_calm()
    assert entry["pending_dekv"] is None, "a renewal stays halfway"
    return int(entry["dekv"]) - 1


@flow(_renewed, actions=3)
def renewal(session: Session, number: int) -> None:
    """A new key, a new file in the place of the old."""
    if not session.is_open:
        session.unlock(PASSWORD)
    rotation.renew(session.kluis, "school")
