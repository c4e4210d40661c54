"""What the forms of a pestzaak have in common: which pestzaak they are about."""

from typing import TypeVar

from PySide6.QtWidgets import QWidget

from svp_desktop.domain.pest_beeld import PestBeeld
from svp_desktop.ui.context import Context
from svp_desktop.ui.deel_form import DeelForm
from svp_desktop.ui.widgets.fields import Field

D = TypeVar("D")


class PestForm(DeelForm[D]):
    """A form about one pestzaak. `begin` of a subclass shows it."""

    def __init__(self, context: Context, kind: type[D], body: QWidget, fields: dict[str, Field], wat: str) -> None:
        super().__init__(context, kind, body, fields, wat)
        layout = self.layout()
        assert layout is not None
        layout.setContentsMargins(16, 6, 16, 12)
        self._service = context.werkplek.pestzaken
        self._beeld: PestBeeld | None = None

    @property
    def beeld(self) -> PestBeeld:
        """The pestzaak that the form is about."""
        assert self._beeld is not None
        return self._beeld

    def about(self, beeld: PestBeeld, title: str) -> None:
        """Set the title of the form, with the child that it is about."""
        self._beeld = beeld
        child = beeld.zaak.gepest
        self.set_record(child.naam if child else beeld.zaak.titel, title, beeld.zaak.titel)
