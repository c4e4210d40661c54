"""The choices of a meldcode dossier: short codes, of which the words stand in the table of labels."""

from enum import Enum


class DossierSoort(Enum):
    """Whether a dossier is about one child or about the children of a family."""

    KIND = "kind"
    GEZIN = "gezin"


class Richting(Enum):
    """Whether a statement confirms the concern or speaks against it (demand 126)."""

    BEVESTIGT = "bevestigt"
    ONTKRACHT = "ontkracht"


class Herkomst(Enum):
    """Whether a statement is the school's own finding or what another found or told."""

    EIGEN = "eigen"
    ANDER = "ander"


class MishandelVorm(Enum):
    """The six forms of kindermishandeling, as a help to look at what was seen."""

    LICHAMELIJK = "lichamelijk"
    LICHAMELIJK_VERWAARLOOSD = "lichamelijk_verwaarloosd"
    PSYCHISCH = "psychisch"
    PSYCHISCH_VERWAARLOOSD = "psychisch_verwaarloosd"
    SEKSUEEL = "seksueel"
    GETUIGE = "getuige"


class DirectContact(Enum):
    """Situations in which Veilig Thuis is called at once, before anyone talks at home (demand 127)."""

    EER = "eer"
    HUWELIJKSDWANG = "huwelijksdwang"
    VERMINKING = "verminking"


class Meldnorm(Enum):
    """When the school reports in any case."""

    ACUUT = "acuut"
    STRUCTUREEL = "structureel"
    ONTHULLING = "onthulling"
    HULP_TEKORT = "hulp_tekort"


class JaNee(Enum):
    """An answer that must be given."""

    JA = "ja"
    NEE = "nee"


class GesprekMet(Enum):
    """With whom a talk of step 3 was."""

    OUDERS = "ouders"
    KIND = "kind"
    SAMEN = "samen"
    ANDER = "ander"


class DeelGrond(Enum):
    """On which ground something of the dossier was shared (demand 123)."""

    TOESTEMMING_OUDERS = "toestemming_ouders"
    TOESTEMMING_KIND = "toestemming_kind"
    MELDRECHT = "meldrecht"
    VRAAG_VT = "vraag_vt"
    GEVAAR = "gevaar"
    ANDERS = "anders"


class NietOpen(Enum):
    """The three reasons not to tell parents of a melding beforehand."""

    KIND = "kind"
    MELDER = "melder"
    VERTROUWEN = "vertrouwen"


class MeldWijze(Enum):
    """How a melding reached Veilig Thuis."""

    TELEFOON = "telefoon"
    FORMULIER = "formulier"
    BEIDE = "beide"


class MeldcodeAfloop(Enum):
    """Why a dossier is closed."""

    ONTERECHT = "onterecht"
    HULP = "hulp"
    GEMELD = "gemeld"
    ANDERS = "anders"


class StukSoort(Enum):
    """A kind of record in a dossier."""

    UITSPRAAK = "uitspraak"
    ADVIES = "advies"
    GESPREK = "gesprek"
    AFSPRAAK = "afspraak"
    GEDEELD = "gedeeld"
    VT_VRAAG = "vt_vraag"
    GEVAAR = "gevaar"
    TERMIJN = "termijn"
    ONTERECHT = "onterecht"


class Weegvraag(Enum):
    """The five weighing questions, in order."""

    VERMOEDEN = "vermoeden"
    VEILIGHEID = "veiligheid"
    HULP = "hulp"
    AANVAARD = "aanvaard"
    RESULTAAT = "resultaat"
