"""Flows of copies: backups after a lock and while working, a second place, and putting one back."""

from datetime import timedelta

from flow import PASSWORD, START, Session, flow

from svp_desktop.kluis import backup, manifest, secondplace, state, swap
from svp_desktop.services.reservekopie_lijst import backups_of


def _nothing(_done: int, _total: int) -> None:
    """Nobody looks at the progress."""


def _count(session: Session, number: int) -> None:
    """Something to save."""
    with session.kluis.school.transaction() as tx:
        state.put(tx, "teller", number)


def _counted(session: Session) -> int:
    with session.kluis.school.reading() as rx:
        return int(state.get(rx, "teller", 0))


def _action(made: manifest.Manifest) -> int:
    """The action that made this backup: each is an hour after the one before."""
    return round((made.made_at - START) / timedelta(hours=1))


# --- backups ----------------------------------------------------------------------------------------------------


def _complete(session: Session) -> manifest.Manifest | None:
    """The newest backup of which every copy is there."""
    backups = backups_of(session.folder)
    return next((made for made in manifest.read_all(backups) if manifest.is_complete(backups, made)), None)


def _backed_up(session: Session, confirmed: int) -> int:
    """The action of the newest complete backup, after it was proven by opening it."""
    newest = _complete(session)
    assert confirmed <= _counted(session) <= confirmed + 1, "the save before the backup is gone"
    assert session.work.reservekopieen.controleer(lambda: None), "a complete backup is not good"
    return _action(newest) if newest is not None else 0


@flow(_backed_up, actions=4)
def backup_made(session: Session, number: int) -> None:
    """A save, and a backup of it: odd after a lock, even while working."""
    _count(session, number)
    if number % 2:
        folder = session.folder
        session.lock()
        backup.make(folder, session.now, _nothing)
    else:
        session.work.reservekopieen.maak(_nothing)


# --- a second place ---------------------------------------------------------------------------------------------


def _brought(session: Session, _confirmed: int) -> int:
    target = secondplace.folder_of(session.root / "stick", session.folder.name)
    whole = [made for made in manifest.read_all(target) if manifest.is_complete(target, made)]
    assert session.work is not None
    return _action(whole[0]) if whole else 0


def _stick(session: Session) -> None:
    secondplace.prepare(session.root / "stick", session.folder.name)


@flow(_brought, prepare=_stick, actions=3)
def second_place(session: Session, number: int) -> None:
    """A save, a backup, and that backup on a stick."""
    _count(session, number)
    folder = session.folder
    session.lock()
    backup.make(folder, session.now, _nothing)
    secondplace.bring(backups_of(folder), secondplace.folder_of(session.root / "stick", folder.name), lambda _: None)


# --- a backup is put back ---------------------------------------------------------------------------------------


def _one_backup(session: Session) -> None:
    backup_made(session, 1)
    _count(session, 2)


def _put_back(session: Session, _confirmed: int) -> int:
    """The old kluis is kept at each restore, so the old ones count them; the kluis itself is the old or the new."""
    session.unlock(PASSWORD)
    count = len(swap.old_ones(session.folder))
    assert _counted(session) == (2 if count == 0 else 1), "neither as it was nor as it was put back"
    return count


@flow(_put_back, prepare=_one_backup, actions=4)
def put_back(session: Session, number: int) -> None:
    """The first backup, in the place of the kluis."""
    session.lock()
    wizard = session.toegang.terugzetten
    point = wizard.punten(session.folder)[-1]
    work = wizard.begin(point, session.toegang.scholen()[0].accounts[0].id)
    try:
        work.open(PASSWORD)
        if work.vraagt_vandaag:
            work.open_vandaag(PASSWORD)
        compared = work.vergelijk(lambda: None)
        work.zet_terug({part.id for part in compared.delen}, _nothing)
    finally:
        work.sluit()
