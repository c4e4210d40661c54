"""Tasks of a period of thuis-school, among the tasks of its casus."""

from datetime import date

from svp_desktop.domain.casus_taken import TaakInhoud
from svp_desktop.domain.errors import NietGevonden
from svp_desktop.domain.thuisschool_taken import NAZORG, ThuisTaak
from svp_desktop.kluis.stores import casus_taken
from svp_desktop.kluis.transaction import Rx, Tx


def voeg_toe(
    tx: Tx, casus_id: int, thuisschool_id: int, omschrijving: str, eigenaar_id: int | None, datum: date, bron: str = ""
) -> int:
    """Record a task and return its id."""
    return casus_taken.voeg_toe(tx, casus_id, TaakInhoud(omschrijving, eigenaar_id, datum), thuisschool_id, bron)


def van(rx: Rx, thuisschool_id: int) -> tuple[ThuisTaak, ...]:
    """The tasks of a period, by day."""
    return tuple(
        ThuisTaak(
            item.id,
            item.inhoud.omschrijving,
            item.inhoud.eigenaar_id,
            item.eigenaar,
            item.inhoud.datum,
            item.gedaan_op,
            item.bron == NAZORG,
        )
        for item in casus_taken.van_thuisschool(rx, thuisschool_id)
    )


def periode_van(rx: Rx, taak_id: int) -> int:
    """The period that a task belongs to. Raises NietGevonden."""
    found = casus_taken.lees(rx, taak_id).thuisschool_id
    if found is None:
        raise NietGevonden
    return found


def zet_gedaan(tx: Tx, taak_id: int, gedaan_op: date | None) -> None:
    """Done on this day, or open again. Raises NietGevonden."""
    casus_taken.zet_gedaan(tx, taak_id, gedaan_op)


def zet_verwijderd(tx: Tx, taak_id: int, *, verwijderd: bool) -> None:
    """Into the prullenbak or out of it. Raises NietGevonden when nothing changed."""
    casus_taken.zet_verwijderd(tx, taak_id, verwijderd=verwijderd)
