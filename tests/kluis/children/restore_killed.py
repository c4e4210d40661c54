"""Puts the newest backup of a kluis back, again and again on a fresh copy of a laptop, each time killed one step later.

Arguments: the laptop, the kluis in it, where the copies go, account and password. Prints how each run ended.
"""

import os
import shutil
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path

from svp_desktop import paths
from svp_desktop.kluis import manifest, ways
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.restore import Restore


def restore(folder: Path, account: str, password: str, step: int) -> None:
    """One run that ends at this step, or at its end."""
    backups = folder / "backups"
    work = Restore(backups, manifest.read_all(backups)[0], folder, account)

    def opener(ring):
        return ways.open_by_password(ring, account, password, KdfPolicy.for_tests())

    work.open_backup(opener, lambda: None)
    work.open_today(opener)
    parts = work.compare(lambda: None)
    passed = iter(range(1_000_000))

    def die_at_step() -> None:
        if next(passed) == step:
            os.kill(os.getpid(), signal.SIGKILL)

    def counted(call):
        def around(*arguments, **named):
            die_at_step()
            result = call(*arguments, **named)
            die_at_step()
            return result

        return around

    Path.rename = counted(Path.rename)
    Path.replace = counted(Path.replace)
    paths.sync_folder = counted(paths.sync_folder)
    chosen = {part.compartment_id for part in parts}
    work.carry_out(folder.parent, parts, chosen, datetime(2026, 3, 9, 9, tzinfo=UTC), lambda _done, _total: None)


def main(laptop: Path, folder: str, copies: Path, account: str, password: str) -> None:
    for step in range(500):
        copy = copies / str(step)
        shutil.copytree(laptop, copy)
        child = os.fork()
        if child == 0:
            restore(copy / folder, account, password, step)
            os._exit(0)
        ended = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        sys.stdout.write(f"{ended}\n")
        if ended != -signal.SIGKILL:
            return


main(Path(sys.argv[1]), sys.argv[2], Path(sys.argv[3]), sys.argv[4], sys.argv[5])
