"""Kill a process that commits, again and again: every save it confirmed must be there, and the kluis must open.

Arguments: folder, password, rounds. Forks after the imports; this process itself never connects. Prints a summary
line `rounds confirmed lost`, or fails.
"""

import os
import random
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from svp_desktop.kluis import state, trail
from svp_desktop.kluis.kdf import KdfPolicy
from svp_desktop.kluis.kluis import Kluis
from svp_desktop.kluis.ringfile import read_info


def unlock(folder: Path, password: str) -> Kluis:
    account = read_info(folder).accounts[0].id
    return Kluis.unlock(folder, account, password, policy=KdfPolicy.for_tests(), clock=lambda: datetime.now(UTC))


def write(folder: Path, password: str, pipe: int) -> None:
    """Commit ever higher numbers with some weight, and confirm each on the pipe only afterwards."""
    kluis = unlock(folder, password)
    with kluis.school.reading() as rx:
        number = state.get(rx, "teller", 0)
    while True:
        number += 1
        with kluis.school.transaction() as tx:
            state.put(tx, "teller", number)
            state.put(tx, f"ballast:{number % 7}", "x" * 9000)
            tx.log("proef.opslaan", number)
        os.write(pipe, f"{number}\n".encode())


def verify(folder: Path, password: str, confirmed: int) -> int:
    """The number found after the kill; the whole trail and the schema are checked on the way."""
    kluis = unlock(folder, password)
    with kluis.school.reading() as rx:
        found = int(state.get(rx, "teller", 0))
        lines = trail.read(rx, 1)
        whole = trail.verify(rx) and (lines[0].object_id if lines else "0") == str(found)
    kluis.lock()
    return 0 if whole and found >= confirmed else 1


def in_fork(work: object) -> int:
    pid = os.fork()
    if pid == 0:
        code = 1
        try:
            code = work()  # type: ignore[operator]
        finally:
            os._exit(code or 0)
    return pid


def main() -> None:
    folder, password, rounds = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    random.seed(20260302)
    confirmed = lost = 0
    for _ in range(rounds):
        reader, writer = os.pipe()
        pid = in_fork(lambda writer=writer: write(folder, password, writer))
        os.close(writer)
        seen = b"" if random.random() < 0.2 else os.read(reader, 64)
        time.sleep(random.random() * 0.02)
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)
        while piece := os.read(reader, 65536):
            seen += piece
        os.close(reader)
        numbers = [int(line) for line in seen.split()]
        confirmed = max([confirmed, *numbers])
        checker = in_fork(lambda confirmed=confirmed: verify(folder, password, confirmed))
        lost += os.waitstatus_to_exitcode(os.waitpid(checker, 0)[1]) != 0
    sys.stdout.write(f"{rounds} {confirmed} {lost}\n")


main()
