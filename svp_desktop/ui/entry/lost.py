"""Password and herstelblad both lost: what is gone, what still works, and what to do now."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from svp_desktop.ui.entry.frame import EntryFrame
from svp_desktop.ui.widgets.base import TOP, Icon, col, label, row, rule
from svp_desktop.ui.widgets.buttons import escapes, primary

_PARTS = (
    (
        "octagon-alert",
        "danger",
        "Wat weg is",
        (
            "Niemand kan uw wachtwoord of uw woorden terughalen, ook de maker van het programma niet.",
            "Wat alleen dit account kon openen, is dan voorgoed dicht.",
        ),
    ),
    (
        "shield-check",
        "ok",
        "Wat nog werkt",
        (
            "De andere accounts van deze school werken gewoon.",
            "De schoolgegevens en het meldcode-dossier zijn niet weg: wie er ook toegang toe heeft, kan erbij.",
        ),
    ),
    (
        "arrow-right",
        "accent",
        "Wat u nu kunt doen",
        (
            "Zoek nog een keer: de envelop ligt vaak in de kluis van de school.",
            "Vraag de directeur om een uitnodiging. U krijgt een nieuw account en daarna weer toegang.",
            "Was u vertrouwenspersoon? Uw vertrouwelijke dossier gaat open met twee van de drie enveloppen, "
            "of via de collega aan wie u ook een sleutel gaf.",
            "Weet u een ouder wachtwoord nog? Een reservekopie uit die tijd gaat daarmee open.",
        ),
    ),
)


class LostPage(EntryFrame):
    """`back_requested()` leads back to the unlock page."""

    back_requested = Signal()

    def __init__(self, school: str, who: str) -> None:
        super().__init__(school, who, 760)
        back = escapes(primary("Terug naar ontgrendelen", "arrow-left", big=True))
        back.clicked.connect(self.back_requested)
        body = QWidget()
        parts = [self._part(*part) for part in _PARTS]
        body.setLayout(
            col(
                label("Wachtwoord en herstelblad allebei kwijt", "h2"),
                rule(),
                *parts,
                6,
                row(None, back),
                spacing=10,
            )
        )
        self.set_body(body)
        self.setFocusProxy(back)
        sentences = [sentence for part in _PARTS for sentence in part[3]]
        self.setAccessibleDescription(" ".join(sentences))

    @staticmethod
    def _part(icon: str, token: str, lead: str, sentences: tuple[str, ...]) -> QWidget:
        made = QWidget()
        words = col(label(lead, "h3"), *(label(sentence, wrap=True) for sentence in sentences), spacing=3)
        made.setLayout(row((Icon(icon, token, 18), TOP), (words, 1), spacing=10))
        return made
