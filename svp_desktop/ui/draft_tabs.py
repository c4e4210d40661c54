"""Where a draft is gone on with: the first part of its key, and the code of the page."""

DRAFT_TABS = {
    "incident": "incidenten",
    "casus": "casussen",
    "actie": "casussen",
    "verloop": "casussen",
    "mensen": "casussen",
    "gesprek": "casussen",
    "taak": "casussen",
    "thuisschool": "casussen",
    "herstelgesprek": "casussen",
    "casusdossier": "casussen",
    "papier": "papier",
    "brieftekst": "teksten",
    "persoon": "personen",
    "preventie": "inzicht",
    "overleg": "signalen",
    "bespreekpunt": "signalen",
    "inzage": "incidenten",
    "kindinzage": "verloop",
    "zeden": "zeden",
}
