"""The voorbeeldschool is looked at as each of the roles, without a password to know."""

from svp_desktop import app
from svp_desktop.domain.school import Rol
from svp_desktop.ui.look_as import LookAsMenu


def test_from_the_directeur_to_the_desk_of_the_vertrouwenspersoon_and_back(running) -> None:
    running.pages = app.pages
    program = running.again()
    program.gate.open_demo()
    assert not program.window.has_page("meldcode")
    [menu] = program.window.findChildren(LookAsMenu)
    assert [action.text() for action in menu.actions() if not action.isEnabled()] == ["Directeur"]
    menu.actions()[2].trigger()
    assert running.restarts == 1
    other = running.again()
    assert other.window.context.werkplek.account.rol is Rol.INTERNE_VERTROUWENSPERSOON
    assert other.window.has_page("meldcode")
    [dossier] = other.window.context.werkplek.meldcode.lijst()
    assert (dossier.naam, dossier.stap) == ("Isa Koster", 4)
    # once only: the next start begins as every other
    other.quit()
    assert running.again().window is None
