"""Begin a transaction larger than the cache, so that pages reach the file, and die. Arguments: folder, password."""

import os
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from svp_desktop.kluis import state
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.kluis.ringfile import read_info

folder = Path(sys.argv[1])
kluis = Kluis.unlock(
    folder,
    read_info(folder).accounts[0].id,
    sys.argv[2],
    policy=KdfPolicy.for_tests(),
    clock=lambda: datetime.now(UTC),
)
with kluis.school.transaction() as tx:
    for number in range(30):
        state.put(tx, f"ballast:{number}", "x" * 1_000_000)
    os.kill(os.getpid(), signal.SIGKILL)
