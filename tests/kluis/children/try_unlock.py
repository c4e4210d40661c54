"""Try to open a kluis from another process: prints `open`, or the name of the error that the user would read.

Arguments: folder, password, and `nobody` to give up all rights first.
"""

import os
import sys
from datetime import UTC, datetime
from pathlib import Path

from svp_desktop.domain.errors import UserFacing
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.kluis.ringfile import read_info

NOBODY = 65534


def main() -> None:
    folder, password = Path(sys.argv[1]), sys.argv[2]
    if "nobody" in sys.argv[3:] and os.geteuid() == 0:
        os.setgroups([])
        os.setgid(NOBODY)
        os.setuid(NOBODY)
    try:
        if "create" in sys.argv[3:]:
            kluis = Kluis.create(
                folder,
                school_name="De Wilgenhof",
                motto="",
                account_name="Ada",
                role="directeur",
                password=password,
                policy=KdfPolicy.for_tests(),
                clock=lambda: datetime.now(UTC),
            )
        else:
            account = read_info(folder).accounts[0].id
            kluis = Kluis.unlock(
                folder, account, password, policy=KdfPolicy.for_tests(), clock=lambda: datetime.now(UTC)
            )
    except UserFacing as error:
        sys.stdout.write(type(error).__name__)
        return
    kluis.lock()
    sys.stdout.write("open")


main()
