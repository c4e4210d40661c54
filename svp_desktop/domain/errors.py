"""Errors that a user may meet: each class carries the Dutch sentences that the user reads.

`what` says what happened, `safe` whether work is safe, `now` what to do. None of them holds a name, a path or the
text of an exception: those may not leave the kluis.
"""

from svp_desktop.domain.findings import Finding


class UserFacing(Exception):
    """Base of every error that the window shows instead of treating it as a bug."""

    what = "Er ging iets mis."
    safe = "Uw gegevens zijn niet veranderd."
    now = "Probeer het opnieuw."

    def __init__(self, what: str | None = None, *, safe: str | None = None, now: str | None = None) -> None:
        self.what = what or type(self).what
        self.safe = safe or type(self).safe
        self.now = now or type(self).now
        super().__init__(type(self).__name__)


class WachtwoordOnjuist(UserFacing):
    """The password opens no key slot; `seconds` to wait before the next try."""

    what = "Dit wachtwoord klopt niet."
    safe = "Er is niets gewist of veranderd."
    now = "Probeer het opnieuw. Let op hoofdletters."

    def __init__(self, seconds: int = 0) -> None:
        super().__init__(now=f"Over {seconds} seconden kunt u het opnieuw proberen." if seconds else None)
        self.seconds = seconds


class BladOnjuist(WachtwoordOnjuist):
    """The words of a herstelblad, an invitation or an envelope open nothing here."""

    what = "Deze woorden openen dit account niet."
    now = "Kijk of u het nieuwste blad hebt en of elk woord klopt."


class BestandBeschadigd(UserFacing):
    """A compartment or the keyring is damaged: never reported as a wrong password."""

    what = "Het gegevensbestand is beschadigd. Het programma kan het niet lezen."
    safe = "Het programma heeft niets veranderd. De bestanden op de computer zijn niet aangeraakt."
    now = "Zet een reservekopie terug. U ziet eerst wat er dan verandert."


class BestandNieuwer(UserFacing):
    """The file was written by a newer version of the program."""

    what = "Deze gegevens zijn gemaakt met een nieuwere versie van het programma."
    safe = "Er is niets veranderd. Uw gegevens zijn veilig."
    now = "Installeer de nieuwste versie van het programma en open de gegevens opnieuw."


class AlGeopend(UserFacing):
    """Another instance of the program has this kluis open."""

    what = "Het programma is al open met deze gegevens."
    safe = "Er is niets veranderd."
    now = "Ga naar het venster dat al open is, of sluit het daar en probeer het opnieuw."


class MapNietSchrijfbaar(UserFacing):
    """The data folder cannot be written."""

    what = "Het programma mag niet schrijven in de map met gegevens."
    safe = "Wat er al in stond, is niet veranderd."
    now = "Vraag uw beheerder om schrijfrechten op deze map, of kies een andere map."


class SchijfVol(UserFacing):
    """A write failed because the disk is full; what was saved before is safe."""

    what = "De schijf is vol. Opslaan is niet gelukt."
    safe = "Alles wat eerder is opgeslagen, staat er nog. Wat u nu typt, blijft op het scherm staan."
    now = "Maak ruimte vrij op de schijf en sla opnieuw op."


class MapOngeschikt(UserFacing):
    """A network path, mapped drive or synced folder may not hold live data."""

    what = "Deze map staat op een netwerk of wordt met internet gelijkgezet."
    safe = "Er is niets geschreven."
    now = "Kies een map op de schijf van deze computer."


class KluisVergrendeld(UserFacing):
    """Work was asked of a kluis that is locked."""

    what = "De gegevens zijn vergrendeld."
    now = "Ontgrendel met uw wachtwoord. Daarna gaat u verder waar u was."


class AlleenLezen(UserFacing):
    """Something was to be saved in a copy that is only being looked at (rolled back, not accepted)."""

    what = "Opslaan kan niet. U bekijkt een kopie die ouder is dan wat er was."
    now = "Vergrendel, ontgrendel opnieuw en kies wat u met deze kopie wilt doen."


class GeenToegang(UserFacing):
    """This account has no key or no right for what was asked."""

    what = "Uw account heeft hier geen toegang toe."
    now = "Vraag de directeur of een vertrouwenspersoon die wel toegang heeft."


class LaatsteHouder(UserFacing):
    """The last key of a compartment would go, and with it everything in it."""

    what = "Dit account is de laatste met een sleutel van deze gegevens. Zonder die sleutel zijn ze voorgoed weg."
    now = "Geef eerst iemand anders toegang, of laat de gegevens vernietigen met een bewijs."


class SleutelOnbekend(UserFacing):
    """The keys of an account are not the ones that were known: someone may have put them in the keyring."""

    what = "De sleutel van dit account is veranderd, en niet door de eigenaar zelf."
    safe = "Er is geen toegang gegeven."
    now = "Vergelijk de herkenningswoorden met degene om wie het gaat. Bel of ga langs; mail niet."


class NietGevonden(UserFacing):
    """The record is not there (any more)."""

    what = "Dit staat niet meer in het programma."
    now = "Ververs de lijst."


class IntussenVeranderd(UserFacing):
    """The record was changed after it was read; nothing is overwritten silently."""

    what = "Dit is intussen ergens anders veranderd."
    safe = "Uw tekst staat nog op het scherm. Er is niets overschreven."
    now = "Bekijk de nieuwe versie en sla daarna opnieuw op."


class InvoerOnjuist(UserFacing):
    """A draft has blocking findings; `findings` tells which fields."""

    what = "Nog niet alles is goed ingevuld."
    safe = "Wat u typte, is bewaard als concept."
    now = "Kijk bij de velden met een rode rand."

    def __init__(self, findings: tuple[Finding, ...]) -> None:
        super().__init__()
        self.findings = findings


class InleesFout(UserFacing):
    """A file with pupils cannot be read; nothing was taken over."""

    what = "Dit bestand kan niet worden gelezen."
    safe = "Er is niets overgenomen. Uw leerlingen zijn niet veranderd."
    now = "Maak het bestand opnieuw in uw leerlingsysteem en probeer het nog eens."


class PapierFout(UserFacing):
    """A paper cannot be laid out."""

    what = "Van deze tekst kan geen brief worden gemaakt."
    safe = "Uw tekst is bewaard."
    now = "Maak het langste blok korter en probeer het opnieuw."


class BijlageFout(UserFacing):
    """A file that is not taken in, or an attachment that cannot be shown."""

    what = "Dit bestand kan niet worden toegevoegd."
    safe = "Er is niets toegevoegd. Uw incident is niet veranderd."
    now = "Kies een foto (JPEG, PNG, WebP of GIF) of een PDF."
