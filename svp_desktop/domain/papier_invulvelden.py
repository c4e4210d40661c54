"""What a paper can ask: for every fact the question as it stands in the open place, and why the paper needs it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Invulveld:
    """A fact that a paper asks for: the question as it stands in the open place, and why the paper needs it."""

    code: str
    vraag: str
    waarom: str


INVULVELDEN: dict[str, Invulveld] = {
    veld.code: veld
    for veld in (
        Invulveld("roepnaam", "de roepnaam van het kind", "De brief is aan het kind zelf."),
        Invulveld("groep", "de groep", "Zo weten de ouders om welke groep het gaat."),
        Invulveld(
            "sterke_kanten",
            "drie dingen die goed gaan, heel precies",
            "Een kind luistert pas wanneer het zich gezien voelt.",
        ),
        Invulveld(
            "gedragingen",
            "één tot drie dingen die gebeurden, zoals op een film",
            "Feiten zonder oordeel: daar hoeft niemand over te twisten.",
        ),
        Invulveld(
            "geraakt",
            "wat anderen daarvan merkten",
            "Het kind leest wat het gedrag met anderen deed.",
        ),
        Invulveld("grens", "het gedrag dat stopt", "Het kind moet precies weten wat niet langer kan."),
        Invulveld(
            "stappen",
            "wat de volwassenen vanaf nu doen",
            "De brief zegt wat wíj doen. Dat is te beloven, en te controleren.",
        ),
        Invulveld("steunfiguren", "wie het weten en helpen", "Niets is geheim: het kind weet wie ernaast staan."),
        Invulveld("leerkracht", "de naam van de leerkracht", "Het kind weet naar wie het toe kan."),
        Invulveld(
            "ouderwoorden",
            "wat de ouder in het gesprek zei",
            "Wat de ouder zei, komt eerst: u doet dit samen.",
        ),
        Invulveld("contact", "wie de ouders belt, en wanneer", "Ouders rekenen op een dag, niet op ‘binnenkort’."),
        Invulveld("leesdatum", "de dag van het voorlezen", "Ouders en steunfiguren willen erbij zijn."),
        Invulveld("leestijd", "de tijd van het voorlezen", "Ouders en steunfiguren willen erbij zijn."),
        Invulveld("leesplaats", "de plaats van het voorlezen", "Ouders en steunfiguren willen erbij zijn."),
        Invulveld(
            "hersteldatum",
            "de dag waarop het kind een voorstel doet",
            "Een kind telt op een dag die u noemt.",
        ),
        Invulveld("school", "de naam van de school", "De brief komt van de school."),
        Invulveld("telefoon", "het telefoonnummer van de school", "Zo kunnen ouders reageren vóór het voorlezen."),
    )
}
