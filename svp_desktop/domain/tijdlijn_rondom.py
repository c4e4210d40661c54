"""What else stands on the timeline of a casus: tasks that are done, and parents that were told (18, 21)."""

from collections.abc import Iterable, Iterator

from svp_desktop.domain.casus import TijdlijnRegel, TijdlijnSoort
from svp_desktop.domain.casus_mensen import OuderRegel
from svp_desktop.domain.casus_taken import CasusTaak


def taak_regels(taken: Iterable[CasusTaak]) -> Iterator[TijdlijnRegel]:
    """A task on the day that it was done; what waits stands in the list of tasks."""
    for item in taken:
        if item.gedaan_op is not None:
            words = ": ".join(filter(None, (op_een_regel(item.eigenaar), op_een_regel(item.inhoud.notitie))))
            title = op_een_regel(item.inhoud.omschrijving)
            yield TijdlijnRegel(item.gedaan_op, TijdlijnSoort.TAAK, title, words, None, "", False, item.id)


def ouder_regels(ouders: Iterable[OuderRegel]) -> Iterator[TijdlijnRegel]:
    """Each parent by themselves: told on, and the letter on; `ref_id` is the child."""
    for item in ouders:
        who = f"{item.naam}, {item.relatie or 'ouder'} van {item.kind}"
        for day, title in ((item.ingelicht_op, "Ouder ingelicht"), (item.brief_op, "Brief aan ouder")):
            if day is not None:
                yield TijdlijnRegel(day, TijdlijnSoort.OUDERS, title, who, None, "", False, item.leerling_id)


def op_een_regel(*parts: str) -> str:
    """The filled parts on one line; after a whole sentence stands no comma."""
    line = ""
    for part in (" ".join(part.split()) for part in parts if part.strip()):
        between = " " if line.endswith((".", "!", "?")) else ", "
        line += f"{between}{part}" if line else part
    return line
