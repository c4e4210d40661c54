"""What is done behind the user's back: new keys after someone's key was taken away, and a sweep after unlocking."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from svp_desktop.domain.errors import KluisVergrendeld, UserFacing
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress

#: A compartment at the beginning of a sentence, by kind; "eigen:<id>" is the dossier of someone else.
NAMEN = {"school": "De schoolgegevens", "meldcode": "Het meldcode-dossier", "eigen": "Uw vertrouwelijke dossier"}
_OTHERS = "Een vertrouwelijk dossier"
_LATER = "Dat gebeurt bij de volgende keer ontgrendelen."


class SleutelLater(UserFacing):
    """A key could not be renewed now; it stays due."""

    what = "De sleutel is nog niet vernieuwd."
    safe = "Wat u deed, geldt al."
    now = _LATER


def renew_keys(
    context: Context, owner: QObject, *, said: Callable[[str], None], failed: Callable[[SleutelLater], None]
) -> None:
    """Renew in the background; `said` hears a sentence for what got a new key, `failed` that it comes later."""
    werkplek = context.werkplek

    def work(_progress: Progress) -> tuple[str, ...]:
        return werkplek.vernieuw_sleutels()

    def done(kinds: tuple[str, ...]) -> None:
        if kinds:
            said(in_words(kinds))

    def not_done(error: Exception) -> None:
        if not isinstance(error, KluisVergrendeld):
            reason = error.what if isinstance(error, UserFacing) else ""
            failed(SleutelLater(now=f"{reason} {_LATER}".strip()))
        if not isinstance(error, UserFacing):
            raise error

    context.tasks.run(work, done, not_done, owner)


def sweep_files(context: Context, owner: QObject) -> None:
    """Take away in the background what an addition of a file left halfway, or a draft that is gone. What does not
    succeed (a full disk, a lock) is tried again at the next unlocking."""
    bijlagen = context.werkplek.bijlagen

    def work(progress: Progress) -> int:
        return bijlagen.ruim_op(progress.check)

    def not_done(error: Exception) -> None:
        if not isinstance(error, UserFacing):
            raise error

    context.tasks.run(work, _swept, not_done, owner)


def _swept(_count: int) -> None:
    """Nobody saw it before, nobody misses it now."""


def renew_and_say(context: Context, owner: QObject, first: str, failed: Callable[[SleutelLater], None]) -> None:
    """Say in the bar what was done, give a new key to what the other could open, and add that when it is there."""
    context.bar.say(first)
    renew_keys(context, owner, said=lambda sentence: context.bar.say(f"{first} {sentence}"), failed=failed)


def in_words(kinds: tuple[str, ...]) -> str:
    """The sentence that these have a new key."""
    names = [NAMEN.get(kind, _OTHERS) for kind in kinds]
    names = names[:1] + [name[0].lower() + name[1:] for name in names[1:]]
    one = len(kinds) == 1 and kinds[0] != "school"
    return f"{' en '.join(names)} {'heeft' if one else 'hebben'} een nieuwe sleutel. De oude werkt niet meer."
