"""How a new incident begins: now, at the place of this account's last incident."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple

from svp_desktop.domain import datums
from svp_desktop.domain.incident import IncidentDraft, PlaatsBereik

#: The key under which the place is kept for the account.
LAATSTE_PLAATS = "incident_laatste_plaats"


def five_minutes(moment: datetime) -> datetime:
    """The moment, rounded down to five minutes: what just happened is never in the future."""
    return moment.replace(second=0, microsecond=0) - timedelta(minutes=moment.minute % 5)


class LaatstePlaats(NamedTuple):
    """The place in the words of the form, and where that is as seen from school."""

    plaats: str = ""
    bereik: PlaatsBereik = PlaatsBereik.BINNEN

    @classmethod
    def van(cls, kept: Any) -> "LaatstePlaats":
        """From what was kept; nothing when nothing was."""
        return cls(str(kept["plaats"]), PlaatsBereik(kept["bereik"])) if kept else cls()

    def als_json(self) -> dict[str, str]:
        """To keep."""
        return {"plaats": self.plaats.strip(), "bereik": self.bereik.value}


def begin(moment: datetime, mine: LaatstePlaats) -> IncidentDraft:
    """The draft of a new incident; every part of it can be changed."""
    now = five_minutes(moment)
    day, at = datums.kort(now.date()), datums.tijd_kort(now.time())
    return IncidentDraft(datum=day, tijd=at, plaats=mine.plaats, bereik=mine.bereik)
