"""Dutch for the few words of Qt's own dialogs that its translation lacks. They are seen where a desktop has none."""

from PySide6.QtCore import QTranslator

_BIJ = ("QPrint", "QPage", "QCups", "QFileDialog", "QAbstractFileIconProvider")
_WOORDEN = {
    "Folder": "Map",
    "File": "Bestand",
    "Drive": "Schijf",
    "&Look in:": "&Zoeken in:",
    "Files of &type:": "Bestands&type:",
    "Double Sided Printing": "Dubbelzijdig",
    "Off": "Nee",
    "Long side binding": "Omslaan over de lange kant",
    "Short side binding": "Omslaan over de korte kant",
    "Page &Set:": "&Bladzijden:",
    "Page size:": "Papierformaat:",
    "Pages &per sheet:": "Bladzijden &per vel:",
    "Page &order:": "&Volgorde:",
    "Scheduled &printing:": "&Wanneer:",
    "Job &priority:": "&Voorrang:",
}


class QtWoorden(QTranslator):
    """Only what stands in the table; everything else is left to the next translation."""

    def translate(
        self,
        context: str,
        sourceText: str,  # noqa: N803  # Qt's name
        disambiguation: str | None = None,
        n: int = -1,
    ) -> str | None:
        return _WOORDEN.get(sourceText) if context.startswith(_BIJ) else None

    def isEmpty(self) -> bool:
        return False
