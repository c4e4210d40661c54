"""Dutch words for the roles, part of the table in `labels`: apart, because the unlock page needs nothing else of it."""

from enum import Enum

from svp_desktop.domain.school import Rol

ROLNAMEN: dict[Enum, str] = {
    Rol.DIRECTEUR: "Directeur",
    Rol.KWALITEITSCOORDINATOR: "Kwaliteitscoördinator",
    Rol.INTERN_BEGELEIDER: "Intern begeleider",
    Rol.BOUWCOORDINATOR: "Bouwcoördinator",
    Rol.INTERNE_VERTROUWENSPERSOON: "Interne vertrouwenspersoon",
    Rol.EXTERNE_VERTROUWENSPERSOON: "Externe vertrouwenspersoon",
    Rol.PESTCOORDINATOR: "Pestcoördinator",
    Rol.GROEPSLEERKRACHT: "Groepsleerkracht",
    Rol.AMBULANTE_KRACHT: "Ambulante kracht",
    Rol.BHV: "BHV’er",
    Rol.EXPERTTEAM: "Expertteam School als Leefgemeenschap",
    Rol.ONDERWIJSTEAM: "Onderwijsteam",
    Rol.ONDERSTEUNINGSTEAM: "Schoolondersteuningsteam",
    Rol.MR: "Medezeggenschapsraad",
    Rol.BESTUURDER: "Bestuurder",
    Rol.ADVISEUR: "Adviseur Verbindend Gezag",
    Rol.NEUTRALE_DERDE: "Neutrale derde",
    Rol.KLACHTENCOMMISSIE: "Landelijke klachtencommissie",
    Rol.INSPECTIE: "Inspectie",
    Rol.EXTERNE_PARTNER: "Externe partner",
    Rol.LEERLINGMEDIATOR: "Leerlingmediator",
    Rol.KLASSENVERTEGENWOORDIGER: "Klassenvertegenwoordiger",
}
