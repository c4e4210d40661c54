"""The keys under which what is being typed in a meldcode dossier is kept, in the compartment of the meldcode itself."""

from svp_desktop.domain.meldcode_keuzes import StukSoort, Weegvraag

CONCEPT_DOSSIER = "dossier:nieuw"


def kop_sleutel(dossier_id: int) -> str:
    """The key of the draft of the head of a dossier."""
    return f"dossier:{dossier_id}"


def stuk_sleutel(dossier_id: int, soort: StukSoort, stuk_id: int | None = None) -> str:
    """The key of the draft of a new record, or of the correction of one."""
    return f"stuk:{dossier_id}:{soort.value}" + (f":{stuk_id}" if stuk_id else "")


def stap_sleutel(dossier_id: int, nummer: int) -> str:
    """The key of the draft of a step."""
    return f"stap:{dossier_id}:{nummer}"


def antwoord_sleutel(dossier_id: int, vraag: Weegvraag) -> str:
    """The key of the draft of an answer."""
    return f"antwoord:{dossier_id}:{vraag.value}"


def regel_sleutel(dossier_id: int, waar: str = "") -> str:
    """The key of the draft of a line of the log, or of an addition (`stuk:7`, `stap:3`)."""
    return f"regel:{dossier_id}" + (f":{waar}" if waar else "")


def sluit_sleutel(dossier_id: int) -> str:
    """The key of the draft of the end of a dossier."""
    return f"sluiten:{dossier_id}"


def vernietig_sleutel(dossier_id: int) -> str:
    """The key of the draft of the answer to a request to destroy a dossier."""
    return f"vernietigen:{dossier_id}"


def tekst_sleutel(code: str) -> str:
    """The key of the draft of a wording."""
    return f"tekst:{code}"


def is_van(sleutel: str, dossier_id: int) -> bool:
    """Whether a draft is about this dossier."""
    return sleutel.split(":")[1] == str(dossier_id)
