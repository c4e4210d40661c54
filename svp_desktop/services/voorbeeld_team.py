"""Colleagues of the voorbeeldschool with a way in of their own, made when somebody wants to look as one of them."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from svp_desktop.domain.school import PersoonSoort, Rol
from svp_desktop.domain.toegang import AccountStatus

if TYPE_CHECKING:
    from svp_desktop.services.toegang import Toegang
    from svp_desktop.services.werkplek import Werkplek

#: Role -> the colleague of the register who has it; the kwaliteitscoördinator is pestcoördinator too.
COLLEGAS: Mapping[Rol, str] = {
    Rol.KWALITEITSCOORDINATOR: "Farid Aydin",
    Rol.INTERNE_VERTROUWENSPERSOON: "Ilse Bruins",
}
_STEPS = 4


def kom_binnen_als(
    toegang: "Toegang", directeur: "Werkplek", rol: Rol, wachtwoord: str, progress: Callable[[int, int], None]
) -> "Werkplek":
    """Lock the directeur and come in as the colleague with this role, who is invited first when nobody has it yet.

    `progress` hears (done, total). Raises what unlocking raises.
    """
    folder, own = directeur.folder, directeur.account.id
    known = [line.id for line in directeur.accounts.alle() if line.rol is rol and line.status is AccountStatus.ACTIEF]
    if known:
        directeur.vergrendel()
        return toegang.ontgrendel(folder, known[0], wachtwoord)
    persons = {line.naam: line.id for line in directeur.personen.lijst(PersoonSoort.MEDEWERKER)}
    invitation = directeur.accounts.nodig_uit(COLLEGAS[rol], rol, rol is Rol.KWALITEITSCOORDINATOR)
    directeur.vergrendel()
    progress(1, _STEPS)
    toegang.aanvaard(folder, invitation.account_id, " ".join(invitation.woorden), wachtwoord).vergrendel()
    progress(2, _STEPS)
    again = toegang.ontgrendel(folder, own, wachtwoord)
    again.accounts.geef_toegang(invitation.account_id, "school")
    again.vergrendel()
    progress(3, _STEPS)
    made = toegang.ontgrendel(folder, invitation.account_id, wachtwoord)
    made.koppel_persoon(persons[COLLEGAS[rol]])
    if rol is Rol.INTERNE_VERTROUWENSPERSOON:
        from svp_desktop.services.voorbeeld_meldcode import vul

        vul(made)
    progress(_STEPS, _STEPS)
    return made
