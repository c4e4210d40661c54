"""The tour and the forced errors under a trace of system calls: which files were written, which sockets were made."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from tests.journeys.markers import CHILDREN, MARKERS, files, found_in, settle

_CALLS = (
    "open,openat,openat2,creat,rename,renameat,renameat2,mkdir,mkdirat,link,linkat,symlink,symlinkat,truncate,mknod,"
    "mknodat,memfd_create,shmget,socket,connect,bind,sendto"
)
_UUID = r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
_KLUIS = (
    r"(school|meldcode|eigen-[0-9a-f]{16})\.(db|db-journal|nieuw|nieuw-journal)|instance\.lock|tweede-plek\.json(\.part)?"
    r"|(sleutelring|sleutelring\.vorige|pogingen)\.json(\.part)?|schrijfproef\.part"
    r"|backups(/([0-9a-f]{64}\.(db|sleutelring)|\d{8}-\d{6}-\d{6}\.json|gecontroleerd\.json|[a-z0-9-]+)(\.part(-journal)?)?)?"
)
#: Under the home of the tour, and what the system gives every program.
_ALLOWED = re.compile(
    rf"profiel|profiel/(config|logs)|profiel/config/voorkeuren\.json(\.part)?|profiel/logs/fouten\.log(\.part)?"
    rf"|profiel/data(/instance\.lock|/voorbeeld(/{_UUID}(/({_KLUIS}))?|/gemaakt-met\.txt(\.part)?)?)?"
    rf"|profiel/data/{_UUID}(/({_KLUIS}))?|cache/fontconfig(/.*)?"
)
_DEVICES = re.compile(r"/dev/(null|tty|ptmx|pts/\d+|shm)|pipe:\[\d+\]|/proc/self/\S+")
_LINE = re.compile(r"\d+ +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+)")
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')


class Outcome(NamedTuple):
    """The figures of one program under the trace."""

    name: str
    written: set[str]
    strange: list[str]
    network: list[str]
    marked: list[tuple[str, str]]

    def line(self) -> str:
        """As the user reads it."""
        told = "".join(f"\n    {what}" for what in [*self.strange, *self.network, *map(str, self.marked)][:12])
        return (
            f"trace, {self.name}: {len(self.written)} names written, {len(self.strange)} not on the list,"
            f" {len(self.network)} network sockets, {len(self.marked)} marked texts in {len(MARKERS)} sought{told}"
        )

    @property
    def good(self) -> bool:
        """Nothing was found, and there was something to find."""
        return bool(self.written) and not (self.strange or self.network or self.marked)


def follow(name: str, scratch: Path) -> Outcome:
    """Run one of the programs of the journeys (`tour`, `every_error`) under the trace."""
    environment, arguments = settle(scratch)
    if name == "every_error":
        arguments.append(str(scratch / "buiten" / "sleutels.json"))
    log = scratch / "spoor"
    strace = shutil.which("strace")
    assert strace is not None
    tracing = [
        strace,
        "-f",
        "--seccomp-bpf",
        "-s",
        "4096",
        "-o",
        str(log),
        "-e",
        f"trace={_CALLS}",
        "-e",
        "signal=none",
    ]
    ended = subprocess.run(
        [*tracing, sys.executable, str(CHILDREN / f"{name}.py"), *arguments],
        capture_output=True,
        env=environment,
        check=False,
    )
    if ended.returncode:
        raise RuntimeError(ended.stderr.decode(errors="replace")[-2000:])
    lines = log.read_text(encoding="utf-8", errors="replace").splitlines()
    written = set(_written(lines))
    home = scratch / "thuis"
    given = {str(scratch / "buiten" / "sleutels.json")} if name == "every_error" else set()
    strange = sorted(path for path in written - given if not _allowed(path, f"{home}/"))
    said = scratch / "gezegd"
    said.write_bytes(ended.stdout + ended.stderr)
    return Outcome(name, written, strange, _network(lines), found_in([*files(home), said], MARKERS))


def _written(lines: list[str]) -> list[str]:
    """Every name that was opened to be written, made or renamed to."""
    found = []
    for call in filter(None, map(_LINE.match, lines)):
        names = _TEXT.findall(call["arguments"])
        if int(call["result"]) < 0 or not names:
            continue
        if call["call"].startswith("open"):
            if re.search(r"O_WRONLY|O_RDWR|O_CREAT|O_TRUNC|O_TMPFILE", call["arguments"]):
                found.append(names[0])
        elif call["call"] not in ("socket", "connect", "bind", "sendto"):
            found.append(f"memory:{names[0]}" if call["call"] == "memfd_create" else names[-1])
    return found


def _allowed(path: str, home: str) -> bool:
    if path.startswith(home):
        return _ALLOWED.fullmatch(path.removeprefix(home)) is not None
    return _DEVICES.fullmatch(path) is not None


def _network(lines: list[str]) -> list[str]:
    """Sockets of the network; those of the machine itself (AF_UNIX) are none."""
    return [line for line in lines if re.search(r"(socket|connect|bind|sendto)\(.*AF_(INET|INET6|PACKET)", line)]
