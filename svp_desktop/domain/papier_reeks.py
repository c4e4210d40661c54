"""One paper for several at once: for whom it can be made too, and what was made of it (demand 68)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from svp_desktop.domain.papier import Ontvanger, Opmaak, PapierDraft
from svp_desktop.domain.papier_controle import PapierBevinding
from svp_desktop.domain.papier_soorten import PapierSpec, Vorm


@dataclass(frozen=True, slots=True)
class ReeksKeuze:
    """Somebody for whom the paper can be made: a child with a casus (and the source in it), or an envelope.

    `naam` is what the list shows and `bij` what stands behind it. The papers of a child are filled from that child's
    own casus; an envelope gets the same letter with its own address.
    """

    naam: str
    bij: str
    casus_id: int
    bron_id: int | None = None
    ontvanger: Ontvanger | None = None


@dataclass(frozen=True, slots=True)
class ReeksVel:
    """One paper of the series: laid out, or held back with what holds it (`houdt_tegen`, a sentence each).

    `vorige_id` is the kept paper of which this is a new version; `bladzijden` says which pages went out (empty: all).
    """

    keuze: ReeksKeuze
    draft: PapierDraft
    aan: str
    opmaak: Opmaak | None = None
    houdt_tegen: tuple[str, ...] = ()
    vorige_id: int | None = None
    bladzijden: str = ""

    @property
    def klaar(self) -> bool:
        """Whether it can go out."""
        return self.opmaak is not None


def in_reeks(spec: PapierSpec) -> bool:
    """Whether a paper can be made for several at once: not one about a whole group."""
    return not spec.groep


def per_adres(spec: PapierSpec) -> bool:
    """Whether the series is one letter for the parents of many children, so that it names no child."""
    return spec.zonder_naam and spec.vorm is Vorm.BRIEF


def samengevat(bevindingen: Iterable[PapierBevinding]) -> tuple[str, ...]:
    """What holds a paper back, a sentence a guard: in a list of many papers there is no room for each place."""
    counted = Counter(item.lead for item in bevindingen)
    return tuple(f"{lead}." if count == 1 else f"{lead} ({count} keer)." for lead, count in counted.items())


def unieke_enveloppen(enveloppen: Iterable[Ontvanger]) -> tuple[Ontvanger, ...]:
    """Parents of two children of a group get one letter."""
    found: dict[tuple[int, ...], Ontvanger] = {}
    for item in enveloppen:
        found.setdefault(item.ouder_ids, item)
    return tuple(found.values())
