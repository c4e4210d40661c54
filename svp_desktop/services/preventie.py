"""Actions that prevent, each with a pattern of the register and whether that changed (demand 29)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import IntussenVeranderd, InvoerOnjuist, NietGevonden
from svp_desktop.domain.invoer import schoon
from svp_desktop.domain.inzicht import Periode
from svp_desktop.domain.preventie import Preventie, PreventieInhoud, Verandering, check, perioden
from svp_desktop.kluis import versions
from svp_desktop.kluis.stores import preventie as store
from svp_desktop.services.vastleggen import naar_dict

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis
    from svp_desktop.kluis.transaction import Tx

_SOORT = "preventie"
_CHANGED = Changes.of(Topic.INZICHT)


class PreventieService:
    """Reads and changes them."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def alle(self) -> tuple[tuple[Preventie, Verandering], ...]:
        """Every action with what its pattern did: until today, or until it stopped."""
        with self._kluis.school.reading() as rx:
            found = []
            for one in store.alle(rx):
                stretches = self.stroken(one)
                if stretches is None:
                    found.append((one, Verandering(0, 0, 0)))
                    continue
                before, after = (store.tel(rx, one.inhoud.patroon, stretch) for stretch in stretches)
                weeks = ((stretches[1].tot - stretches[1].vanaf).days + 1) // 7
                found.append((one, Verandering(weeks, before, after)))
        return tuple(found)

    def stroken(self, one: Preventie) -> tuple[Periode, Periode] | None:
        """The days before and since that are compared; None before a week has passed."""
        today = self._clock().date()
        last = min(today, one.gestopt_op or today)
        return perioden(one.inhoud.vanaf, last) if one.inhoud.vanaf else None

    def te_evalueren(self, today: date) -> tuple[Preventie, ...]:
        """Running actions whose day of evaluation has come and that have no outcome yet."""
        with self._kluis.school.reading() as rx:
            every = store.alle(rx)
        return tuple(
            one
            for one in every
            if one.gestopt_op is None
            and not one.inhoud.uitkomst
            and one.inhoud.evalueren_op is not None
            and one.inhoud.evalueren_op <= today
        )

    def bewaar(self, inhoud: PreventieInhoud, id: int | None = None, versie: int = 0) -> Outcome[int]:
        """A new action, or a change of one that was read at `versie`; returns its id.

        Raises InvoerOnjuist, IntussenVeranderd, NietGevonden.
        """
        value = schoon(inhoud)
        findings = check(value)
        if findings:
            raise InvoerOnjuist(findings)
        with self._kluis.school.transaction() as tx:
            if id is None:
                made = store.voeg_toe(tx, value)
            elif store.lees(tx, id) is None:
                raise NietGevonden
            elif store.wijzig(tx, id, value, versie):
                made = id
            else:
                raise IntussenVeranderd
            self._finish(tx, made, value, "preventie.nieuw" if id is None else "preventie.wijzig")
        return Outcome(made, _CHANGED)

    def stop(self, id: int) -> Outcome[int]:
        """Over from today. Raises NietGevonden."""
        today = self._clock().date()
        return self._change(id, "preventie.stop", lambda tx: store.zet_gestopt(tx, id, today))

    def hervat(self, id: int) -> Outcome[int]:
        """Running again. Raises NietGevonden."""
        return self._change(id, "preventie.hervat", lambda tx: store.zet_gestopt(tx, id, None))

    def verwijder(self, id: int) -> Outcome[int]:
        """Into the prullenbak. Raises NietGevonden."""
        return self._change(id, "preventie.verwijder", lambda tx: store.zet_verwijderd(tx, id, tx.now))

    def herstel(self, id: int) -> Outcome[int]:
        """Out of the prullenbak. Raises NietGevonden."""
        return self._change(id, "preventie.herstel", lambda tx: store.zet_verwijderd(tx, id, None))

    def _change(self, id: int, action: str, change: Callable[["Tx"], bool]) -> Outcome[int]:
        with self._kluis.school.transaction() as tx:
            if not change(tx):
                raise NietGevonden
            tx.log(action, id)
        return Outcome(id, _CHANGED)

    @staticmethod
    def _finish(tx: "Tx", id: int, value: PreventieInhoud, action: str) -> None:
        versions.keep(tx, _SOORT, id, naar_dict(value))
        tx.log(action, id)
