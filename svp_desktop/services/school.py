"""The school: letterhead, groups, and who holds which role from and until when (demands 5, 148)."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from svp_desktop.domain.changes import Changes, Outcome, Topic
from svp_desktop.domain.errors import InvoerOnjuist, NietGevonden
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.invoer import op_een_regel, schoon
from svp_desktop.domain.school import Bouw, Groep, Persoon, Rol, RolBezetting, School
from svp_desktop.kluis import versions
from svp_desktop.kluis.stores import personen as personen_store
from svp_desktop.kluis.stores import school as store
from svp_desktop.services.vastleggen import naar_dict

if TYPE_CHECKING:
    from svp_desktop.kluis.kluis import Kluis

_CHANGED = Changes.of(Topic.SCHOOL)
_LARGEST_LOGO = 2 * 1024 * 1024
_SCHOOL_ID = 1


class SchoolService:
    """Reads and changes the school, its groups and its roles."""

    def __init__(self, kluis: "Kluis", clock: Callable[[], datetime]) -> None:
        self._kluis = kluis
        self._clock = clock

    def lees(self) -> School:
        """The school as it is now."""
        with self._kluis.school.reading() as rx:
            return store.lees(rx)

    def bewaar(self, school: School) -> Outcome[School]:
        """Keep the school; the unlock page follows its name and motto. Raises InvoerOnjuist."""
        value = schoon(school)
        if not value.naam.strip():
            raise InvoerOnjuist((Finding("naam", "Vul de naam van de school in."),))
        if value.logo is not None and len(value.logo) > _LARGEST_LOGO:
            raise InvoerOnjuist((Finding("logo", "Dit plaatje is te groot. Kies er een van ten hoogste 2 MB."),))
        with self._kluis.school.transaction() as tx:
            store.bewaar(tx, value)
            versions.keep(tx, "school", _SCHOOL_ID, naar_dict(value))
            tx.log("school.wijzig")
        self._kluis.rename_school(value.naam, value.motto)
        return Outcome(value, _CHANGED)

    def groepen(self) -> tuple[Groep, ...]:
        """Every group, those in use first, by name."""
        with self._kluis.school.reading() as rx:
            return store.groepen(rx)

    def bewaar_groep(self, naam: str, bouw: Bouw, id: int | None = None, *, vervallen: bool = False) -> Outcome[int]:
        """A new group (no id) or a change of one; returns its id.

        Raises InvoerOnjuist for an empty name or one that is in use, NietGevonden.
        """
        name = op_een_regel(naam)
        if not name:
            raise InvoerOnjuist((Finding("naam", "Vul de naam van de groep in."),))
        with self._kluis.school.transaction() as tx:
            same = store.groep_met_naam(tx, name)
            if same is not None and same.id != id and not vervallen:
                raise InvoerOnjuist((Finding("naam", "Er is al een groep met deze naam."),))
            if id is None:
                group_id = store.voeg_groep_toe(tx, name, bouw)
                tx.log("groep.nieuw", group_id)
            else:
                group_id = id
                if not store.wijzig_groep(tx, id, name, bouw, vervallen=vervallen):
                    raise NietGevonden
                tx.log("groep.wijzig", group_id)
        return Outcome(group_id, Changes.of(Topic.SCHOOL, Topic.PERSONEN))

    def rollen(self) -> tuple[RolBezetting, ...]:
        """Every line of the roles, past ones too: by role, the newest first."""
        with self._kluis.school.reading() as rx:
            return store.rollen(rx)

    def zet_rol(
        self, rol: Rol, persoon_id: int | None, van: date, tot: date | None = None, id: int | None = None
    ) -> Outcome[int]:
        """Let a person hold a role from a day (both days included), or say that it is vacant (no person).

        Raises InvoerOnjuist when the last day lies before the first or the person is unknown, NietGevonden.
        """
        if tot is not None and tot < van:
            raise InvoerOnjuist((Finding("tot", "De laatste dag ligt vóór de eerste dag."),))
        with self._kluis.school.transaction() as tx:
            if persoon_id is not None and personen_store.lees(tx, persoon_id) is None:
                raise InvoerOnjuist((Finding("persoon_id", "Kies wie deze rol heeft, of kies vacature."),))
            line_id = store.bewaar_rol(tx, RolBezetting(id or 0, rol, persoon_id, van, tot))
            if not line_id:
                raise NietGevonden
            tx.log("rol.zet", line_id)
        return Outcome(line_id, _CHANGED)

    def verwijder_rol(self, id: int) -> Outcome[None]:
        """Take a line away that was a mistake; who stops gets a last day instead. Raises NietGevonden."""
        with self._kluis.school.transaction() as tx:
            if not store.verwijder_rol(tx, id):
                raise NietGevonden
            tx.log("rol.verwijder", id)
        return Outcome(None, _CHANGED)

    def houders(self, rol: Rol, dag: date) -> tuple[Persoon, ...]:
        """Everyone who holds this role on that day, the newest first; empty when it is vacant."""
        with self._kluis.school.reading() as rx:
            return personen_store.lees_meer(rx, store.houders(rx, rol, dag))

    def houder(self, rol: Rol, dag: date) -> Persoon | None:
        """Who holds this role on that day (the newest when there are more), or None for a vacancy."""
        found = self.houders(rol, dag)
        return found[0] if found else None
