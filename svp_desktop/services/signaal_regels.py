"""What is due after an incident was recorded, changed, thrown away or taken back (demands 36, 37).

It happens in the transaction of that save, never stops it, and can be done again without making anything twice.
"""

from collections.abc import Collection
from datetime import date
from typing import TYPE_CHECKING

from svp_desktop.domain.incident import Soort
from svp_desktop.domain.instellingen import Instellingen
from svp_desktop.domain.signalen import Aanleiding, OverlegSoort, gelijk_vanaf, kind_vanaf
from svp_desktop.kluis.stores import instellingen as settings_store
from svp_desktop.kluis.stores import signalen as store

if TYPE_CHECKING:
    from svp_desktop.kluis.transaction import Tx


def bij_incident(tx: "Tx", incident_id: int, today: date) -> None:
    """Ask for, keep up, or take back every overleg that this incident bears on, as it stands in the register now."""
    values = Instellingen(settings_store.lees(tx))
    known = store.over_incident(tx, incident_id)
    children = store.kinderen(tx, incident_id) | {item.persoon_id for item in known if item.persoon_id is not None}
    for child in sorted(children):
        found = store.van_kind(tx, child, kind_vanaf(today))
        _keep_up(tx, today, Aanleiding.KIND, found, values.getal("signalen_kind"), persoon_id=child)
    now, serious = store.soorten_en_ernst(tx, incident_id)
    kinds = now | {item.soort_voorval for item in known if item.soort_voorval is not None}
    since = gelijk_vanaf(today, values.getal("signalen_weken"))
    for kind in sorted(kinds, key=lambda soort: soort.value):
        found = store.van_soort(tx, kind, since, today)
        _keep_up(tx, today, Aanleiding.GELIJK, found, values.getal("signalen_gelijk"), soort=kind)
    _serious(tx, incident_id, today, serious, [item for item in known if item.aanleiding is Aanleiding.ERNSTIG])


def _keep_up(
    tx: "Tx",
    today: date,
    aanleiding: Aanleiding,
    found: Collection[store.Signaal],
    threshold: int,
    *,
    persoon_id: int | None = None,
    soort: Soort | None = None,
) -> None:
    there, known = store.lopend_met(tx, aanleiding, persoon_id, soort)
    ids = [id_ for id_, _ in found]
    if len(ids) < threshold:
        if there is not None and not store.trek_in(tx, there):
            # somebody planned it or wrote in it: it stays, and shows how few are left
            store.zet_signalen(tx, there, known, ids)
        return
    if there is not None:
        store.zet_signalen(tx, there, known, ids)
        return
    kind = OverlegSoort.VERTROUWENSPERSOON if aanleiding is Aanleiding.KIND else OverlegSoort.OVERLEG
    made = store.voeg_toe(tx, kind, aanleiding, today, persoon_id=persoon_id, soort_voorval=soort)
    store.zet_signalen(tx, made, (), ids)
    tx.log("overleg.gevraagd", made)


def _serious(tx: "Tx", incident_id: int, today: date, serious: bool, there: Collection[store.Bekend]) -> None:
    if serious:
        if not there:
            made = store.voeg_toe(tx, OverlegSoort.OVERLEG, Aanleiding.ERNSTIG, today)
            store.zet_signalen(tx, made, (), [incident_id])
            tx.log("overleg.gevraagd", made)
        return
    for item in there:
        if not item.klaar:
            store.trek_in(tx, item.id)
