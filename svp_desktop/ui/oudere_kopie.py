"""What a page with private dossiers says while an older copy is only being looked at."""

from svp_desktop.ui.widgets.notice import Notice, State

LEAD = "U bekijkt een oudere kopie."
TEXT = "U kunt alles lezen. Schrijven en papier maken kan hier niet. Bovenaan het venster leest u wat u kunt doen."


class OudereKopie(Notice):
    """The sentence, hidden until it is true. Above it in the window stands how one goes on."""

    def __init__(self) -> None:
        super().__init__(State.INFO, LEAD, TEXT, compact=True)
        self.hide()
