"""Begin a transaction larger than the cache, so that pages reach the file, say `halfway` and wait to be killed.

Arguments: folder and password.
"""

import sys
import time
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
    state.put(tx, "a", "half")
    for number in range(30):
        state.put(tx, f"ballast:{number}", "x" * 1_000_000)
    sys.stdout.write("halfway\n")
    sys.stdout.flush()
    time.sleep(60)
