"""A person that was changed elsewhere while the form was open: what stands there now, and what of it is taken along."""

from collections.abc import Mapping
from dataclasses import replace

from svp_desktop.ui.tabs.personen.inhoud import PersoonInhoud


def samen(before: PersoonInhoud, now: PersoonInhoud, typed: PersoonInhoud) -> PersoonInhoud:
    """What was typed, with what is recorded now wherever the user left it alone."""
    texts = {name: now.teksten[name] if text == before.teksten[name] else text for name, text in typed.teksten.items()}
    others = {
        name: getattr(now if getattr(typed, name) == getattr(before, name) else typed, name)
        for name in ("vorm", "jaargroep", "groep_id", "groep_ids", "kinderen")
    }
    return replace(typed, teksten=texts, **others)


def verschillen(before: PersoonInhoud, now: PersoonInhoud, labels: Mapping[str, str]) -> str:
    """What stands there now and is another than before, in one line: "Telefoon: 06 12; Groepen"."""
    found = [
        f"{labels[name]}: {text or 'niets'}" for name, text in now.teksten.items() if text != before.teksten.get(name)
    ]
    found += [
        labels[name]
        for name in ("jaargroep", "groep_id", "groep_ids", "kinderen")
        if getattr(now, name) != getattr(before, name)
    ]
    found += [labels["aanspreekvorm"]] if now.vorm is not before.vorm else []
    return "; ".join(found)
