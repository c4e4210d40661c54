"""The papers of a private file: each lives in memory, and becomes a file only when its holder asks for one."""

from collections.abc import Callable
from pathlib import Path

from svp_desktop.services.uitvoer import Blad
from svp_desktop.ui.tasks import Progress
from svp_desktop.ui.uitvoer_page import PDF, Vorm


class Papier:
    """One paper without names. `bewaar` writes it to a file, None: paper only; `gedrukt` hears that it was printed."""

    keuze = False
    persoonlijk = False

    def __init__(
        self,
        terug: str,
        titel: str,
        zin: str,
        maak: Callable[[], bytes],
        *,
        naam: str = "",
        bewaar: Callable[[bytes, Path], None] | None = None,
        gedrukt: Callable[[], None] | None = None,
    ) -> None:
        self.terug, self.titel, self.zin = terug, titel, zin
        self._make, self._write, self._note = maak, bewaar, gedrukt
        self.vormen: tuple[Vorm, ...] = (Vorm(PDF, "Opslaan als PDF…", naam, "PDF"),) if bewaar else ()

    def maak(self, progress: Progress, *, zonder_namen: bool) -> Blad:
        """The paper. Raises UserFacing."""
        return Blad(self._make())

    def bewaar(self, vorm: str, path: Path, blad: Blad, progress: Progress, *, zonder_namen: bool) -> tuple[str, ...]:
        """Save it. Raises BestandNietBewaard."""
        assert self._write is not None
        self._write(blad.pdf, path)
        return ()

    def gedrukt(self, blad: Blad, *, zonder_namen: bool) -> None:
        """Note that it went to the printer."""
        if self._note is not None:
            self._note()
