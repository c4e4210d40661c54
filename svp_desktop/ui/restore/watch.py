"""After unlocking, behind everything that the user asks: the newest backup is proven to be good."""

from PySide6.QtCore import QObject, QTimer, Slot

from svp_desktop.domain.changes import Changes, Topic
from svp_desktop.domain.errors import KluisVergrendeld, UserFacing
from svp_desktop.ui.context import Context
from svp_desktop.ui.tasks import Progress

_AFTER = 3000


class ReservekopieNietGoed(UserFacing):
    """The newest backup cannot be put back as it is."""

    what = "De nieuwste reservekopie is niet goed."
    safe = "Wat u hebt opgeslagen, staat er nog. Oudere reservekopieën blijven bewaard."
    now = "Ga naar Reservekopieën en maak een nieuwe."


class BackupWatch(QObject):
    """Proves the newest backup once, some seconds after the workplace is shown."""

    def __init__(self, parent: QObject, context: Context) -> None:
        super().__init__(parent)
        self._context = context
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.check)
        if not context.werkplek.demo:
            self._timer.start(_AFTER)

    @Slot()
    def stop(self) -> None:
        """The kluis is being locked."""
        self._timer.stop()

    @Slot()
    def check(self) -> None:
        """Prove it now, in the background."""
        work = self._context.werkplek.reservekopieen

        def prove(progress: Progress) -> bool:
            return work.controleer(progress.check)

        self._context.tasks.run(prove, self._proven, self._failed, self)

    def _proven(self, good: bool) -> None:
        self._context.hub.publish(Changes.of(Topic.RESERVEKOPIEEN))
        if not good:
            self._context.bar.show_error(ReservekopieNietGoed())

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, KluisVergrendeld):
            self._context.bar.show_error(error)
