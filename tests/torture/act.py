"""Do the actions of one flow in an existing profile, and confirm each in a file outside of it.

Arguments: flow, profile, number of actions, file for the confirmations, and for a control `pragma=value` to break.
"""

import os
import sys
from dataclasses import replace
from pathlib import Path

from flows import FLOWS, Session

from svp_desktop.kluis import pragmas


def break_pragma(setting: str) -> None:
    """Change one line of the product's own table of settings; what it answers is then not asked."""
    name, value = setting.split("=")
    pragmas.CONNECTION = tuple(
        replace(line, value=value, answer={"OFF": 0, "NORMAL": 1}[value]) if line.name == name else line
        for line in pragmas.CONNECTION
    )
    assert any(line.name == name and line.value == value for line in pragmas.CONNECTION)


def main() -> None:
    flow, root, actions, confirmations = FLOWS[sys.argv[1]], Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    if len(sys.argv) > 5:
        break_pragma(sys.argv[5])
    said = os.open(confirmations, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
    session = Session(root)
    for number in range(1, actions + 1):
        flow.do(session, number)
        os.write(said, b"%d\n" % number)
    session.lock()


main()
