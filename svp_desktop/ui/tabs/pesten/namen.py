"""What the people of a pestzaak are called where they stand beside each other."""

from collections import Counter
from collections.abc import Iterable

from svp_desktop.domain.labels import label
from svp_desktop.domain.pestzaak import PestRol


def uit_elkaar(mensen: Iterable[tuple[int, str, PestRol]]) -> dict[int, str]:
    """The name of each (id, name, role); two with one name are told apart by their role."""
    people = tuple(mensen)
    times = Counter(name for _, name, _ in people)
    return {id_: f"{name}, {label(role)}" if times[name] > 1 else name for id_, name, role in people}
