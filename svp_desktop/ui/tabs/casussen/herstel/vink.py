"""Ticking an appointment of a herstelgesprek, from wherever it is shown, with a way back."""

from svp_desktop.domain.errors import UserFacing
from svp_desktop.ui.context import Context


def zet(context: Context, gesprek_id: int, nummer: int, *, gedaan: bool = True) -> None:
    """Write it down and tell everyone; what went wrong is said."""
    try:
        outcome = context.werkplek.herstelgesprekken.zet_afspraak(gesprek_id, nummer, gedaan=gedaan)
    except UserFacing as error:
        context.bar.show_error(error)
        return
    context.hub.publish(outcome.changes)
    words = "Afspraak gedaan." if gedaan else "Afspraak staat weer open."
    context.bar.offer_undo(words, lambda: zet(context, gesprek_id, nummer, gedaan=not gedaan))
