"""Who did what: a Dutch sentence for every code in the trail, and the values of the page *Wie deed wat*.

The trail itself holds codes and ids only; the words stand here, so that they can change without touching a line.
"""

from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum
from typing import NamedTuple


class SpoorGroep(Enum):
    """What an action belongs to: the filter of the page."""

    REGISTER = "register"
    CASUSSEN = "casussen"
    PESTEN = "pesten"
    PAPIEREN = "papieren"
    PERSONEN = "personen"
    INSTELLINGEN = "instellingen"
    TOEGANG = "toegang"
    RESERVEKOPIEEN = "reservekopieen"
    DOSSIERS = "dossiers"


class Onderwerp(Enum):
    """What the id of a line is the id of."""

    INCIDENT = "incident"
    CASUS = "casus"
    PESTZAAK = "pestzaak"
    ACTIE = "actie"
    PAPIER = "papier"
    PERSOON = "persoon"
    GROEP = "groep"
    INSTELLING = "instelling"
    DOSSIER = "dossier"
    AANTEKENING = "aantekening"
    ACCOUNT = "account"
    LEERLINGEN = "leerlingen"  # how many
    INCIDENTEN = "incidenten"  # how many
    REGEL = "regel"  # a sequence number of the trail itself
    NIETS = ""


class Handeling(NamedTuple):
    """What a code means: the sentence, its group, and what the id beside it stands for."""

    zin: str
    groep: SpoorGroep
    onderwerp: Onderwerp = Onderwerp.NIETS


_R, _C, _P = SpoorGroep.REGISTER, SpoorGroep.CASUSSEN, SpoorGroep.PERSONEN
_B = SpoorGroep.PESTEN
_I, _D, _T = SpoorGroep.INSTELLINGEN, SpoorGroep.DOSSIERS, SpoorGroep.TOEGANG

HANDELINGEN: dict[str, Handeling] = {
    "incident.registreer": Handeling("Incident vastgelegd", _R, Onderwerp.INCIDENT),
    "incident.wijzig": Handeling("Incident gewijzigd", _R, Onderwerp.INCIDENT),
    "incident.sluit_af": Handeling("Incident afgesloten", _R, Onderwerp.INCIDENT),
    "incident.heropen": Handeling("Incident heropend", _R, Onderwerp.INCIDENT),
    "incident.esis": Handeling("Gemerkt dat een alinea in Esis staat", _R, Onderwerp.INCIDENT),
    "incident.esis_terug": Handeling("Merk dat een alinea in Esis staat weggehaald", _R, Onderwerp.INCIDENT),
    "incident.inzage": Handeling("Inzage voor ouders vastgelegd", _R, Onderwerp.INCIDENT),
    "bijlage.toegevoegd": Handeling("Bijlage toegevoegd", _R, Onderwerp.INCIDENT),
    "bijlage.weggegooid": Handeling("Bijlage weggegooid", _R, Onderwerp.INCIDENT),
    "bijlage.teruggehaald": Handeling("Bijlage teruggezet", _R, Onderwerp.INCIDENT),
    "bijlage.kopie": Handeling("Kopie van een bijlage buiten het programma", _R, Onderwerp.INCIDENT),
    "bijlage.afgedrukt": Handeling("Bijlage afgedrukt", _R, Onderwerp.INCIDENT),
    "incident.verwijder": Handeling("Incident naar de prullenbak", _R, Onderwerp.INCIDENT),
    "incident.herstel": Handeling("Incident teruggezet", _R, Onderwerp.INCIDENT),
    "inzage.eerder": Handeling("Eerdere schooljaren bekeken, met reden", _R),
    "overleg.gevraagd": Handeling("Overleg over signalen gevraagd", _R),
    "overleg.gewijzigd": Handeling("Overleg over signalen bijgewerkt", _R),
    "overleg.niet_nodig": Handeling("Overleg over signalen niet nodig", _R),
    "afspraak.nieuw": Handeling("Afspraak gemaakt", _R),
    "afspraak.gedaan": Handeling("Afspraak gedaan", _R),
    "afspraak.niet_gedaan": Handeling("Afspraak weer open", _R),
    "afspraak.verwijderd": Handeling("Afspraak verwijderd", _R),
    "afspraak.hersteld": Handeling("Afspraak teruggezet", _R),
    "bespreekpunt.nieuw": Handeling("Bespreekpunt toegevoegd", _R),
    "bespreekpunt.besproken": Handeling("Bespreekpunt besproken", _R),
    "bespreekpunt.open": Handeling("Bespreekpunt weer open", _R),
    "bespreekpunt.verwijderd": Handeling("Bespreekpunt verwijderd", _R),
    "bespreekpunt.hersteld": Handeling("Bespreekpunt teruggezet", _R),
    "uitvoer.lijst": Handeling("Lijst met namen als bestand opgeslagen", _R, Onderwerp.INCIDENTEN),
    "uitvoer.lijst_anoniem": Handeling("Lijst zonder namen als bestand opgeslagen", _R, Onderwerp.INCIDENTEN),
    "uitvoer.lijst_druk": Handeling("Lijst met namen afgedrukt", _R, Onderwerp.INCIDENTEN),
    "uitvoer.lijst_druk_anoniem": Handeling("Lijst zonder namen afgedrukt", _R, Onderwerp.INCIDENTEN),
    "uitvoer.formulier": Handeling("Meldingsformulier opgeslagen", _R, Onderwerp.INCIDENT),
    "uitvoer.formulier_anoniem": Handeling("Meldingsformulier zonder namen opgeslagen", _R, Onderwerp.INCIDENT),
    "uitvoer.formulier_druk": Handeling("Meldingsformulier afgedrukt", _R, Onderwerp.INCIDENT),
    "uitvoer.formulier_druk_anoniem": Handeling("Meldingsformulier zonder namen afgedrukt", _R, Onderwerp.INCIDENT),
    "verloop.opgeslagen": Handeling("Verloop van een kind opgeslagen", _R, Onderwerp.PERSOON),
    "verloop.afgedrukt": Handeling("Verloop van een kind afgedrukt", _R, Onderwerp.PERSOON),
    "agenda.opgeslagen": Handeling("Agenda van bespreking opgeslagen", _R),
    "agenda.afgedrukt": Handeling("Agenda van bespreking afgedrukt", _R),
    "turf.erbij": Handeling("Gele mand geturfd", _R),
    "turf.terug": Handeling("Turfje van de gele mand teruggehaald", _R),
    "inzicht.papier": Handeling("Rapport Inzicht gemaakt", _R),
    "preventie.nieuw": Handeling("Preventie-actie gemaakt", _R),
    "preventie.wijzig": Handeling("Preventie-actie gewijzigd", _R),
    "preventie.stop": Handeling("Preventie-actie gestopt", _R),
    "preventie.hervat": Handeling("Preventie-actie hervat", _R),
    "preventie.verwijder": Handeling("Preventie-actie naar de prullenbak", _R),
    "preventie.herstel": Handeling("Preventie-actie teruggezet", _R),
    "pest.nieuw": Handeling("Pestzaak begonnen", _B, Onderwerp.PESTZAAK),
    "pest.gemeld": Handeling("Pesten gemeld", _B, Onderwerp.PESTZAAK),
    "pest.taak": Handeling("Pestzaak bijgewerkt", _B, Onderwerp.PESTZAAK),
    "pest.mensen": Handeling("Betrokkenen van pestzaak gewijzigd", _B, Onderwerp.PESTZAAK),
    "pest.gekoppeld": Handeling("Incident aan pestzaak gekoppeld", _B, Onderwerp.PESTZAAK),
    "pest.ontkoppeld": Handeling("Incident van pestzaak losgemaakt", _B, Onderwerp.PESTZAAK),
    "pest.casus": Handeling("Casus aan pestzaak gekoppeld", _B, Onderwerp.PESTZAAK),
    "pest.casus_los": Handeling("Casus van pestzaak losgemaakt", _B, Onderwerp.PESTZAAK),
    "pest.toets": Handeling("Plagen of pesten getoetst", _B, Onderwerp.PESTZAAK),
    "pest.toets_weg": Handeling("Toets verwijderd", _B, Onderwerp.PESTZAAK),
    "pest.toets_terug": Handeling("Toets teruggezet", _B, Onderwerp.PESTZAAK),
    "pest.signaal": Handeling("Signaal in pestzaak vastgelegd", _B, Onderwerp.PESTZAAK),
    "pest.signaal_weg": Handeling("Signaal in pestzaak verwijderd", _B, Onderwerp.PESTZAAK),
    "pest.signaal_terug": Handeling("Signaal in pestzaak teruggezet", _B, Onderwerp.PESTZAAK),
    "pest.aanpak": Handeling("Aanpak in pestzaak begonnen", _B, Onderwerp.PESTZAAK),
    "pest.stap_nieuw": Handeling("Stap in pestzaak gemaakt", _B, Onderwerp.PESTZAAK),
    "pest.stap": Handeling("Stap in pestzaak gewijzigd", _B, Onderwerp.PESTZAAK),
    "pest.stap_gedaan": Handeling("Stap in pestzaak gedaan", _B, Onderwerp.PESTZAAK),
    "pest.stap_open": Handeling("Stap in pestzaak weer open", _B, Onderwerp.PESTZAAK),
    "pest.stap_weg": Handeling("Stap in pestzaak verwijderd", _B, Onderwerp.PESTZAAK),
    "pest.stap_terug": Handeling("Stap in pestzaak teruggezet", _B, Onderwerp.PESTZAAK),
    "pest.nazorg": Handeling("Nazorg in pestzaak gepland", _B, Onderwerp.PESTZAAK),
    "pest.check": Handeling("Check met het kind vastgelegd", _B, Onderwerp.PESTZAAK),
    "pest.check_weg": Handeling("Check verwijderd", _B, Onderwerp.PESTZAAK),
    "pest.check_terug": Handeling("Check teruggezet", _B, Onderwerp.PESTZAAK),
    "pest.afgesloten": Handeling("Pestzaak afgesloten", _B, Onderwerp.PESTZAAK),
    "pest.heropend": Handeling("Pestzaak heropend", _B, Onderwerp.PESTZAAK),
    "pest.papier_uit": Handeling("Papier van pestzaak uitgereikt", _B, Onderwerp.PESTZAAK),
    "pest.papier_print": Handeling("Papier van pestzaak afgedrukt", _B, Onderwerp.PESTZAAK),
    "pest.papier_pdf": Handeling("Papier van pestzaak opgeslagen als PDF", _B, Onderwerp.PESTZAAK),
    "pest.cijfers_uit": Handeling("Blad over pesten in de school gemaakt", _B),
    "pest.document": Handeling("Anti-pestdocument toegevoegd", _B),
    "pest.document_uit": Handeling("Anti-pestdocument afgedrukt of opgeslagen", _B),
    "pest.document_weg": Handeling("Anti-pestdocument verwijderd", _B),
    "pest.document_terug": Handeling("Anti-pestdocument teruggezet", _B),
    "casus.nieuw": Handeling("Casus geopend", _C, Onderwerp.CASUS),
    "casus.gewijzigd": Handeling("Casus gewijzigd", _C, Onderwerp.CASUS),
    "casus.zorg": Handeling("Waakzame zorg gewijzigd", _C, Onderwerp.CASUS),
    "casus.gekoppeld": Handeling("Incident aan casus gekoppeld", _C, Onderwerp.CASUS),
    "casus.ontkoppeld": Handeling("Incident van casus losgemaakt", _C, Onderwerp.CASUS),
    "casus.nazorg": Handeling("Nazorg begonnen", _C, Onderwerp.CASUS),
    "casus.loopt": Handeling("Casus loopt weer, zonder nazorg", _C, Onderwerp.CASUS),
    "casus.afgesloten": Handeling("Casus afgesloten", _C, Onderwerp.CASUS),
    "casus.heropend": Handeling("Casus heropend", _C, Onderwerp.CASUS),
    "casus.spreekuur": Handeling("Casus op de lijst voor spreekuur", _C, Onderwerp.CASUS),
    "casus.spreekuur_af": Handeling("Casus van de lijst voor spreekuur", _C, Onderwerp.CASUS),
    "casus.persoon_bij": Handeling("Persoon aan casus toegevoegd", _C, Onderwerp.CASUS),
    "casus.persoon_weg": Handeling("Persoon uit casus gehaald", _C, Onderwerp.CASUS),
    "casus.ouder": Handeling("Ouder in casus bijgewerkt", _C, Onderwerp.CASUS),
    "steunfiguur.nieuw": Handeling("Steunfiguur toegevoegd", _C, Onderwerp.CASUS),
    "steunfiguur.gewijzigd": Handeling("Steunfiguur gewijzigd", _C, Onderwerp.CASUS),
    "steunfiguur.verwijderd": Handeling("Steunfiguur verwijderd", _C, Onderwerp.CASUS),
    "steunfiguur.hersteld": Handeling("Steunfiguur teruggezet", _C, Onderwerp.CASUS),
    "gesprek.nieuw": Handeling("Gesprek vastgelegd", _C, Onderwerp.CASUS),
    "gesprek.gewijzigd": Handeling("Gesprek gewijzigd", _C, Onderwerp.CASUS),
    "gesprek.verwijderd": Handeling("Gesprek verwijderd", _C, Onderwerp.CASUS),
    "gesprek.hersteld": Handeling("Gesprek teruggezet", _C, Onderwerp.CASUS),
    "herstelgesprek.nieuw": Handeling("Herstelgesprek voorbereid", _C, Onderwerp.CASUS),
    "herstelgesprek.gewijzigd": Handeling("Herstelgesprek gewijzigd", _C, Onderwerp.CASUS),
    "herstelgesprek.gehouden": Handeling("Herstelgesprek gehouden", _C, Onderwerp.CASUS),
    "herstelgesprek.toch_verder": Handeling("Herstelgesprek: toch verder, met een reden", _C, Onderwerp.CASUS),
    "herstelgesprek.afspraak": Handeling("Afspraak van een herstelgesprek gedaan", _C, Onderwerp.CASUS),
    "herstelgesprek.afspraak_open": Handeling("Afspraak weer opengezet", _C, Onderwerp.CASUS),
    "herstelgesprek.verwijderd": Handeling("Herstelgesprek verwijderd", _C, Onderwerp.CASUS),
    "herstelgesprek.hersteld": Handeling("Herstelgesprek teruggezet", _C, Onderwerp.CASUS),
    "tijdlijn.opgeslagen": Handeling("Tijdlijn van casus opgeslagen", _C, Onderwerp.CASUS),
    "tijdlijn.afgedrukt": Handeling("Tijdlijn van casus afgedrukt", _C, Onderwerp.CASUS),
    "casus.agenda": Handeling("Dagen van casus als agendabestand", _C, Onderwerp.CASUS),
    "inzage.opgeslagen": Handeling("Dossier voor inzage opgeslagen", _C, Onderwerp.CASUS),
    "inzage.afgedrukt": Handeling("Dossier voor inzage afgedrukt", _C, Onderwerp.CASUS),
    "inzage.gegeven": Handeling("Inzage gegeven aan ouder", _C, Onderwerp.CASUS),
    "casussen.agenda": Handeling("Dagen van alle casussen als agendabestand", _C),
    "teamblad.opgeslagen": Handeling("Blad voor het teamoverleg opgeslagen", _C),
    "teamblad.afgedrukt": Handeling("Blad voor het teamoverleg afgedrukt", _C),
    "taak.nieuw": Handeling("Taak gegeven", _C, Onderwerp.CASUS),
    "taak.gewijzigd": Handeling("Taak gewijzigd", _C, Onderwerp.CASUS),
    "taak.gedaan": Handeling("Taak gedaan", _C, Onderwerp.CASUS),
    "taak.open": Handeling("Taak weer open", _C, Onderwerp.CASUS),
    "taak.verwijderd": Handeling("Taak verwijderd", _C, Onderwerp.CASUS),
    "taak.hersteld": Handeling("Taak teruggezet", _C, Onderwerp.CASUS),
    "actie.nieuw": Handeling("Actie vastgelegd", _C, Onderwerp.ACTIE),
    "actie.gewijzigd": Handeling("Actie gewijzigd", _C, Onderwerp.ACTIE),
    "actie.waarborg": Handeling("Actie: toch verder, met een reden", _C, Onderwerp.ACTIE),
    "actie.gedaan": Handeling("Actie afgerond", _C, Onderwerp.ACTIE),
    "actie.verwijderd": Handeling("Actie verwijderd", _C, Onderwerp.ACTIE),
    "actie.hersteld": Handeling("Actie teruggezet", _C, Onderwerp.ACTIE),
    "thuisschool.nieuw": Handeling("Thuis-school voorbereid", _C, Onderwerp.CASUS),
    "thuisschool.gewijzigd": Handeling("Thuis-school gewijzigd", _C, Onderwerp.CASUS),
    "thuisschool.definitief": Handeling("Besluit thuis-school definitief", _C, Onderwerp.CASUS),
    "thuisschool.open": Handeling("Besluit thuis-school weer open", _C, Onderwerp.CASUS),
    "thuisschool.afgerond": Handeling("Thuis-school afgerond", _C, Onderwerp.CASUS),
    "thuisschool.verwijderd": Handeling("Thuis-school verwijderd", _C, Onderwerp.CASUS),
    "thuisschool.hersteld": Handeling("Thuis-school teruggezet", _C, Onderwerp.CASUS),
    "thuisschool.contact": Handeling("Contact tijdens thuis-school vastgelegd", _C, Onderwerp.CASUS),
    "thuisschool.contact_weg": Handeling("Contact tijdens thuis-school weggehaald", _C, Onderwerp.CASUS),
    "thuisschool.contact_terug": Handeling("Contact tijdens thuis-school teruggezet", _C, Onderwerp.CASUS),
    "thuisschool.taak": Handeling("Taak bij thuis-school verdeeld", _C, Onderwerp.CASUS),
    "thuisschool.taak_gedaan": Handeling("Taak bij thuis-school gedaan", _C, Onderwerp.CASUS),
    "thuisschool.taak_open": Handeling("Taak bij thuis-school weer open", _C, Onderwerp.CASUS),
    "thuisschool.taak_weg": Handeling("Taak bij thuis-school verwijderd", _C, Onderwerp.CASUS),
    "thuisschool.taak_terug": Handeling("Taak bij thuis-school teruggezet", _C, Onderwerp.CASUS),
    "thuisschool.nazorg": Handeling("Weken nazorg na thuis-school gepland", _C, Onderwerp.CASUS),
    "papier.uitgereikt": Handeling("Papier uitgereikt", SpoorGroep.PAPIEREN, Onderwerp.PAPIER),
    "papier.afgedrukt": Handeling("Papier afgedrukt", SpoorGroep.PAPIEREN, Onderwerp.CASUS),
    "papier.pdf_opgeslagen": Handeling("Papier opgeslagen als PDF", SpoorGroep.PAPIEREN, Onderwerp.CASUS),
    "persoon.nieuw": Handeling("Persoon toegevoegd", _P, Onderwerp.PERSOON),
    "persoon.wijzig": Handeling("Persoon gewijzigd", _P, Onderwerp.PERSOON),
    "persoon.verwijder": Handeling("Persoon verwijderd", _P, Onderwerp.PERSOON),
    "persoon.herstel": Handeling("Persoon teruggezet", _P, Onderwerp.PERSOON),
    "leerlingen.inlezen": Handeling("Leerlingen ingelezen", _P, Onderwerp.LEERLINGEN),
    "leerlingen.inlezen.ongedaan": Handeling("Inlezen ongedaan gemaakt", _P, Onderwerp.LEERLINGEN),
    "school.wijzig": Handeling("Gegevens van de school gewijzigd", _I),
    "groep.nieuw": Handeling("Groep toegevoegd", _I, Onderwerp.GROEP),
    "groep.wijzig": Handeling("Groep gewijzigd", _I, Onderwerp.GROEP),
    "rol.zet": Handeling("Rol ingevuld", _I),
    "rol.verwijder": Handeling("Rol leeggemaakt", _I),
    "instelling.zet": Handeling("Instelling gewijzigd", _I, Onderwerp.INSTELLING),
    "instelling.standaard": Handeling("Instelling terug naar standaard", _I, Onderwerp.INSTELLING),
    "kalender.gevuld": Handeling("Schoolkalender gevuld", _I),
    "kalender.gewijzigd": Handeling("Schoolkalender gewijzigd", _I),
    "kalender.nagekeken": Handeling("Schoolkalender nagekeken", _I),
    "brieftekst.zet": Handeling("Brieftekst gewijzigd", _I),
    "brieftekst.standaard": Handeling("Brieftekst terug naar standaard", _I),
    "zeden.vastgelegd": Handeling("Zedenmelding ontvangen", _D),
    "zeden.aangevuld": Handeling("Zedenmelding aangevuld", _D),
    "zeden.gelezen": Handeling("Zedenmelding gelezen", _D),
    "dossier.nieuw": Handeling("Dossier begonnen", _D, Onderwerp.DOSSIER),
    "dossier.geopend": Handeling("Dossier gelezen", _D, Onderwerp.DOSSIER),
    "dossier.gewijzigd": Handeling("Naam of groep van dossier gewijzigd", _D, Onderwerp.DOSSIER),
    "dossier.ingetrokken": Handeling("Leeg dossier weggehaald", _D, Onderwerp.DOSSIER),
    "dossier.gesloten": Handeling("Dossier gesloten", _D, Onderwerp.DOSSIER),
    "dossier.heropend": Handeling("Dossier heropend", _D, Onderwerp.DOSSIER),
    "dossier.instemming_weg": Handeling("Toestemming voor dossier ingetrokken", _D, Onderwerp.DOSSIER),
    "dossier.vernietigd": Handeling("Dossiers vernietigd", _D),
    "meldcode.vernietigd": Handeling("Meldcode-dossier vernietigd", _D, Onderwerp.DOSSIER),
    "meldcode.niet_vernietigd": Handeling("Verzoek om vernietiging afgewezen", _D, Onderwerp.DOSSIER),
    "werk.nieuw": Handeling("Eigen werk vastgelegd", _D),
    "werk.gewijzigd": Handeling("Eigen werk gewijzigd", _D),
    "werk.weggehaald": Handeling("Eigen werk weggehaald", _D),
    "werk.teruggezet": Handeling("Eigen werk teruggezet", _D),
    "jaarverslag.tekst": Handeling("Tekst van jaarverslag gewijzigd", _D),
    "jaarverslag.vastgesteld": Handeling("Jaarverslag vastgesteld", _D),
    "jaarverslag.opgeslagen": Handeling("Jaarverslag opgeslagen", _D),
    "jaarverslag.afgedrukt": Handeling("Jaarverslag afgedrukt", _D),
    "overdracht.genoteerd": Handeling("Bericht voor opvolger geschreven", _D),
    "meldcode.vastgelegd": Handeling("Meldcode: iets vastgelegd", _D, Onderwerp.DOSSIER),
    "meldcode.verbeterd": Handeling("Meldcode: tekst verbeterd", _D, Onderwerp.DOSSIER),
    "meldcode.weggehaald": Handeling("Meldcode: iets weggehaald", _D, Onderwerp.DOSSIER),
    "meldcode.teruggezet": Handeling("Meldcode: iets teruggezet", _D, Onderwerp.DOSSIER),
    "meldcode.aanvulling": Handeling("Meldcode: aanvulling geschreven", _D, Onderwerp.DOSSIER),
    "meldcode.stap": Handeling("Meldcode: stap bijgewerkt", _D, Onderwerp.DOSSIER),
    "meldcode.stap_afgerond": Handeling("Meldcode: stap afgerond", _D, Onderwerp.DOSSIER),
    "meldcode.stap_opnieuw": Handeling("Meldcode: stap opnieuw begonnen", _D, Onderwerp.DOSSIER),
    "meldcode.antwoord": Handeling("Meldcode: afwegingsvraag beantwoord", _D, Onderwerp.DOSSIER),
    "meldcode.papier": Handeling("Meldcode: papier afgedrukt of opgeslagen", _D, Onderwerp.DOSSIER),
    "meldcode.tekst": Handeling("Meldcode: tekst van de school gewijzigd", _D),
    "aantekening.nieuw": Handeling("Aantekening vastgelegd", _D, Onderwerp.AANTEKENING),
    "aantekening.gewijzigd": Handeling("Aantekening gewijzigd", _D, Onderwerp.AANTEKENING),
    "aantekening.weggehaald": Handeling("Aantekening weggehaald", _D, Onderwerp.AANTEKENING),
    "aantekening.teruggezet": Handeling("Aantekening teruggezet", _D, Onderwerp.AANTEKENING),
    "account.uitgenodigd": Handeling("Account uitgenodigd", _T, Onderwerp.ACCOUNT),
    "account.hernoemd": Handeling("Naam van account gewijzigd", _T, Onderwerp.ACCOUNT),
    "account.pest_aan": Handeling("Pesttaak gegeven", _T, Onderwerp.ACCOUNT),
    "account.pest_uit": Handeling("Pesttaak weggehaald", _T, Onderwerp.ACCOUNT),
    "account.uitgezet": Handeling("Account uitgezet", _T, Onderwerp.ACCOUNT),
    "account.aangezet": Handeling("Account weer aangezet", _T, Onderwerp.ACCOUNT),
    "account.verwijderd": Handeling("Account verwijderd", _T, Onderwerp.ACCOUNT),
    "toegang.gegeven": Handeling("Toegang gegeven", _T, Onderwerp.ACCOUNT),
    "toegang.ingetrokken": Handeling("Toegang ingetrokken", _T, Onderwerp.ACCOUNT),
    "wachtwoord.gewijzigd": Handeling("Wachtwoord gewijzigd", _T, Onderwerp.ACCOUNT),
    "herstelblad.gemaakt": Handeling("Herstelblad gemaakt", _T, Onderwerp.ACCOUNT),
    "enveloppen.gemaakt": Handeling("Enveloppen gemaakt", _T),
    "sleutel.vernieuwd": Handeling("Sleutel vernieuwd", _T),
    "compartiment.geopend": Handeling("Vertrouwelijk deel geopend", _T),
    "compartiment.bekeken": Handeling("Oudere kopie alleen bekeken", _T),
    "compartiment.vernietigd": Handeling("Vertrouwelijk deel vernietigd", _T),
    "kopie.ouder_aanvaard": Handeling("Verder gegaan met een oudere kopie", SpoorGroep.RESERVEKOPIEEN),
    "spoor.gecontroleerd": Handeling("Lijst nagekeken", _T, Onderwerp.REGEL),
    "spoor.controleblad": Handeling("Controleblad afgedrukt", _T),
}

#: The code of a monthly review; its id is the sequence number that was looked at.
GECONTROLEERD = "spoor.gecontroleerd"
CONTROLEBLAD = "spoor.controleblad"


def zin(code: str) -> str:
    """The sentence of a code; one of a later version of the program is shown as it is."""
    known = HANDELINGEN.get(code)
    return known.zin if known else f"{code} (onbekende handeling)"


def onderwerp(code: str) -> Onderwerp:
    """What the id beside this code stands for."""
    known = HANDELINGEN.get(code)
    return known.onderwerp if known else Onderwerp.NIETS


def codes(groepen: frozenset[SpoorGroep]) -> frozenset[str]:
    """The codes of these groups."""
    return frozenset(code for code, known in HANDELINGEN.items() if known.groep in groepen)


def codes_over(soort: Onderwerp) -> frozenset[str]:
    """The codes whose id stands for a record of this kind."""
    return frozenset(code for code, known in HANDELINGEN.items() if known.onderwerp is soort)


class Waarover(NamedTuple):
    """What a line is about, by its name of today; `pagina` and `record` say where it is still found ("" when not)."""

    titel: str = ""
    pagina: str = ""
    record: int = 0


class SpoorRegel(NamedTuple):
    """One line: `id` is its sequence number, `op` the local moment (None when what is stored is not a moment).

    `herkenning` says in six words how the chain is after this line: the same as on a controleblad of that line.
    """

    id: int
    op: datetime | None
    door: str
    actie: str
    object_id: str
    over: Waarover
    herkenning: tuple[str, ...]

    @property
    def zin(self) -> str:
        """What was done."""
        return zin(self.actie)

    @property
    def onderwerp(self) -> Onderwerp:
        """What kind of record `object_id` is the id of."""
        return onderwerp(self.actie)


class SpoorAccount(NamedTuple):
    """Someone who may stand in a line."""

    id: str
    naam: str


@dataclass(frozen=True, slots=True)
class SpoorFilter:
    """What the page shows. Days are local and may be open; no account or group means all; `over` is one incident,
    casus (with its actions and papers), person or dossier (with its notes)."""

    van: date | None = None
    tot_en_met: date | None = None
    account_id: str = ""
    groepen: frozenset[SpoorGroep] = frozenset()
    over: tuple[Onderwerp, str] | None = None


class KetenStand(NamedTuple):
    """How far the chain of lines holds: `mis_vanaf` is the first line that does not follow, None when all do."""

    regels: int
    mis_vanaf: int | None = None


class Controle(NamedTuple):
    """The last monthly review: when, by whom, up to which line (0: never), and whether the next one is due."""

    op: datetime | None
    door: str
    tot: int
    te_laat: bool
