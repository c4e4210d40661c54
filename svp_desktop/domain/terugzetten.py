"""What putting a backup back would change, before it is done: per part of the school, then and now, in plain words."""

from dataclasses import dataclass
from datetime import datetime

#: Of each counted kind of record: one, more.
_WOORDEN = {
    "incidenten": ("incident", "incidenten"),
    "casussen": ("casus", "casussen"),
    "papieren": ("brief", "brieven"),
    "personen": ("persoon", "personen"),
    "dossiers": ("dossier", "dossiers"),
    "aantekeningen": ("aantekening", "aantekeningen"),
}


@dataclass(frozen=True, slots=True)
class Telling:
    """Records of one kind in the backup and now; `nu` is None when today's file cannot be read."""

    code: str
    toen: int
    nu: int | None

    def zin(self) -> str:
        """12 incidenten, nu 15."""
        words = f"{self.toen} {_WOORDEN[self.code][self.toen != 1]}"
        return words if self.nu is None or self.nu == self.toen else f"{words}, nu {self.nu}"


@dataclass(frozen=True, slots=True)
class TerugDeel:
    """One part (compartment) of a school in a restore.

    `terug`: it can be put back; `te_kiezen`: the user may leave it as it is now; `mee`: it comes along unopened, as the
    keyring of now is gone; `ontbreekt`: it is neither here nor in the backup. `regels_sinds`: lines of the trail that
    were written after the backup, None when unknown. `kapot`: today's file is missing or damaged.
    """

    id: str
    titel: str
    terug: bool
    te_kiezen: bool
    mee: bool
    ontbreekt: bool
    kapot: bool
    laatste_toen: datetime | None
    regels_sinds: int | None
    tellingen: tuple[Telling, ...]

    def gevolg(self) -> str:
        """What happens with this part when it is not chosen, or cannot be."""
        if self.ontbreekt:
            return "Dit deel staat niet in de reservekopie en niet op deze computer."
        if self.mee:
            return "Komt mee uit de reservekopie. Alleen wie er toegang toe heeft, kan het openen."
        return "Blijft zoals het nu is." if not self.terug or self.te_kiezen else ""

    def sinds(self) -> str:
        """What was done since and would be gone."""
        if self.kapot:
            return "Het bestand van nu is beschadigd of weg."
        if self.regels_sinds is None:
            return ""
        if self.regels_sinds == 0:
            return "Sinds deze reservekopie is hier niets vastgelegd."
        if self.regels_sinds == 1:
            return "Sinds deze reservekopie: 1 handeling. Die gaat verloren."
        return f"Sinds deze reservekopie: {self.regels_sinds} handelingen. Die gaan verloren."


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Everything that a restore would change; `sleutelring_blijft`: passwords and accounts stay those of now."""

    delen: tuple[TerugDeel, ...]
    sleutelring_blijft: bool

    def voorstel(self) -> frozenset[str]:
        """Which parts to put back: the damaged ones when there are any, otherwise all that can be."""
        kan = [deel for deel in self.delen if deel.terug]
        stuk = [deel for deel in kan if deel.kapot or not deel.te_kiezen]
        return frozenset(deel.id for deel in (stuk or kan))
