"""Opening a dossier with its consent, and changing what it is about."""

from collections.abc import Sequence
from typing import Any

from svp_desktop.domain.datums import kort
from svp_desktop.domain.errors import UserFacing
from svp_desktop.domain.findings import Finding
from svp_desktop.domain.school import Leerling, PersoonRegel
from svp_desktop.domain.vertrouwelijk import Zaak, ZaakDraft, check_zaak, zaak_draft_of
from svp_desktop.services.vertrouwelijk import CONCEPT_DOSSIER, VertrouwelijkService, zaak_van_concept
from svp_desktop.ui.context import Context
from svp_desktop.ui.tabs.vertrouwelijk.bewerken import Bewerken
from svp_desktop.ui.tabs.vertrouwelijk.zaak_form import GekozenPersoon, ZaakForm


class ZaakEditor(Bewerken[ZaakDraft]):
    """Persons are only looked up in the register: nothing is written there."""

    def __init__(self, context: Context, service: VertrouwelijkService) -> None:
        self._context, self._service = context, service
        self._zaak: Zaak | None = None
        self.form_velden = ZaakForm(context.today, self._find, self._read)
        super().__init__(self.form_velden, service.concepten, context.clock, "dossier")

    def begin(self, zaak: Zaak | None = None, *, resume: bool = False) -> None:
        """A new dossier, or this one; `resume` goes straight on with a kept draft."""
        self._zaak = zaak
        self.opslaan.setText("Dossier openen" if zaak is None else "Opslaan")
        if zaak is None:
            self.set_record("Vertrouwelijk", "Nieuw dossier")
            fresh = ZaakDraft(instemming_op=kort(self._context.today()))
            self.show_draft(CONCEPT_DOSSIER, fresh, resume=resume)
        else:
            self.set_record(f"Dossier {zaak.dossier.nummer}", "Wie en wat", "Wat er stond, blijft bewaard.")
            self.show_draft(f"dossier:{zaak.dossier.id}", zaak_draft_of(zaak), resume=resume)
        first = self.form_velden.klager.parts()[0] if zaak is None else self.form_velden.waarover
        self.begin_at(first)

    def is_new(self) -> bool:
        """Whether the dossier is not there yet."""
        return self._zaak is None

    def van_concept(self, content: dict[str, Any]) -> ZaakDraft:
        return zaak_van_concept(content)

    def check(self, draft: ZaakDraft) -> tuple[Finding, ...]:
        return check_zaak(draft, self._context.today())

    def put(self, draft: ZaakDraft) -> int:
        if self._zaak is None:
            return self._service.open_zaak(draft).value
        return self._service.wijzig_zaak(self._zaak.dossier.id, draft, self._zaak.versie).value

    def _find(self, text: str) -> Sequence[PersoonRegel]:
        werkplek = self._context.werkplek
        # without the register a name is typed whole
        return werkplek.personen.zoek(text) if "school" in werkplek.soorten else ()

    def _read(self, person: int) -> GekozenPersoon:
        try:
            found = self._context.werkplek.personen.lees(person)
        except UserFacing:
            # gone from the register meanwhile: the name that was chosen stays
            return GekozenPersoon(None, None)
        return GekozenPersoon(found.uuid, found.geboortedatum if isinstance(found, Leerling) else None)
