"""Which file operations a program does, in order, from a trace of its system calls."""

import re
import shutil
import subprocess
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

_CALLS = (
    "open,openat,creat,close,dup,dup2,dup3,fcntl,lseek,write,pwrite64,writev,pwritev,pwritev2,ftruncate,truncate,"
    "fallocate,fsync,fdatasync,sync,syncfs,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,mkdirat,"
    "rmdir,link,linkat,symlink,symlinkat,sendfile,copy_file_range,mmap,clone,clone3,fork,vfork"
)
_LINE = re.compile(r"(?P<pid>\d+) +(?P<call>\w+)\((?P<arguments>.*)\) += (?P<result>-?\d+|0x[0-9a-f]+|\?)(?P<rest>.*)")
_UNFINISHED = re.compile(r"(\d+) +(.*) <unfinished \.\.\.>")
_RESUMED = re.compile(r"(\d+) +<\.\.\. \w+ resumed>(.*)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?')
_FD = re.compile(r"(\d+|AT_FDCWD)<((?:\\x[0-9a-f]{2})*)>(\(deleted\))?")


class Event(NamedTuple):
    """One operation: what (write, truncate, sync, open, rename, unlink, mkdir, rmdir, confirm), on which path, and with
    what: offset and bytes, size, the new name, or the number that was confirmed."""

    what: str
    path: str
    offset: int = 0
    data: bytes = b""
    other: str = ""


def record(
    command: Sequence[str], root: Path, log: Path, confirmations: Path, environment: dict[str, str]
) -> list[Event]:
    """Run `command` and return what it did under `root`, and what it wrote to `confirmations`.

    Raises RuntimeError when it fails, or does something to a file that this recorder does not know how to replay.
    """
    strace = shutil.which("strace")
    assert strace is not None
    tracing = [strace, "-f", "--seccomp-bpf", "-y", "-xx", "-s", str(1 << 24), "-o", str(log), "-e", f"trace={_CALLS}"]
    ended = subprocess.run([*tracing, "-e", "signal=none", *command], env=environment, capture_output=True, text=True)
    if ended.returncode:
        raise RuntimeError(f"the recorded program failed\n{ended.stderr[-3000:]}")
    with log.open(encoding="ascii", errors="strict") as lines:
        return list(_Reader(str(root), str(confirmations)).events(lines))


def _bytes(text: str) -> bytes:
    return bytes.fromhex(text.replace("\\x", ""))


class _Reader:
    """Follows descriptors, so that a plain write has an offset."""

    def __init__(self, root: str, confirmations: str) -> None:
        self._root = root + "/"
        self._confirmations = confirmations
        #: process -> descriptor -> [offset, appends]; threads share the table of their process.
        self._tables: dict[str, dict[int, list[int]]] = {}

    def events(self, lines: Iterator[str]) -> Iterator[Event]:
        waiting: dict[str, str] = {}
        for line in lines:
            if half := _UNFINISHED.match(line):
                waiting[half[1]] = half[2]
                continue
            if rest := _RESUMED.match(line):
                line = f"{rest[1]} {waiting.pop(rest[1])}{rest[2]}"
            call = _LINE.match(line)
            if call and call["result"] != "?" and not call["result"].startswith("-"):
                yield from self._call(
                    call["pid"], call["call"], call["arguments"], int(call["result"], 0), call["rest"]
                )

    def _call(self, pid: str, call: str, arguments: str, result: int, rest: str) -> Iterator[Event]:
        table = self._tables.setdefault(pid, {})
        if call in ("clone", "clone3", "fork", "vfork"):
            self._tables[str(result)] = table if "CLONE_FILES" in arguments else {fd: [*at] for fd, at in table.items()}
        elif call in ("open", "openat", "creat"):
            appends = int("O_APPEND" in arguments)
            table[result] = [0, appends]
            yield from self._opened(call, arguments, rest)
        elif call in ("dup", "dup2", "dup3") or (call == "fcntl" and "F_DUPFD" in arguments):
            fd = int(arguments.split("<")[0])
            table[result] = table.setdefault(fd, [0, 0])
        elif call == "lseek":
            table[int(arguments.split("<")[0])] = [result, 0]
        elif call in ("close", "fcntl"):
            return
        else:
            yield from self._changed(table, call, arguments, result)

    def _opened(self, call: str, arguments: str, rest: str) -> Iterator[Event]:
        path = _FD.search("0" + rest) if rest.startswith("<") else None
        if path is None:
            return
        name = _bytes(path[2]).decode()
        if self._ours(name) and ("O_CREAT" in arguments or call == "creat"):
            yield Event("create", name)
        if self._ours(name) and ("O_TRUNC" in arguments or call == "creat"):
            yield Event("truncate", name, 0)

    def _changed(self, table: dict[int, list[int]], call: str, arguments: str, result: int) -> Iterator[Event]:
        paths = [_bytes(found[2]).decode() for found in _FD.finditer(arguments)]
        texts = [_bytes(found[1]) for found in _TEXT.finditer(arguments)]
        if call in ("rename", "renameat", "renameat2", "link", "linkat", "symlink", "symlinkat"):
            names = self._names(paths, texts)
            if any(map(self._ours, names)):
                if not call.startswith("rename"):
                    raise RuntimeError(f"{call} is not replayed")
                yield Event("rename", names[0], other=names[1])
        elif call in ("unlink", "unlinkat", "mkdir", "mkdirat", "rmdir", "truncate"):
            [name] = self._names(paths[:1], texts[:1])
            if self._ours(name):
                if call == "truncate":
                    raise RuntimeError("truncate by name is not replayed")
                what = "rmdir" if "AT_REMOVEDIR" in arguments else call.removesuffix("at")
                yield Event(what, name)
        elif paths and "(deleted)" not in arguments:
            yield from self._by_descriptor(table, call, arguments, result, paths[0], texts)

    def _by_descriptor(
        self, table: dict[int, list[int]], call: str, arguments: str, result: int, path: str, texts: list[bytes]
    ) -> Iterator[Event]:
        if path == self._confirmations:
            yield from (Event("confirm", "", int(number)) for number in texts[0].split())
        elif not self._ours(path) and path + "/" != self._root:
            return
        elif call in ("write", "writev"):
            place = table.setdefault(int(arguments.split("<")[0]), [0, 0])
            yield Event("write", path, -1 if place[1] else place[0], b"".join(texts)[:result])
            place[0] += result
        elif call == "pwrite64":
            yield Event("write", path, int(arguments.rsplit(", ", 1)[1]), texts[0][:result])
        elif call == "ftruncate":
            yield Event("truncate", path, int(arguments.rsplit(", ", 1)[1]))
        elif call in ("fsync", "fdatasync"):
            yield Event("sync", path)
        elif call == "mmap":
            if "PROT_WRITE" in arguments and "MAP_SHARED" in arguments:
                raise RuntimeError("a shared memory map is not replayed")
        else:
            raise RuntimeError(f"{call} is not replayed")

    def _names(self, folders: list[str], texts: list[bytes]) -> list[str]:
        """Absolute names; a relative one is of the folder that stands before it."""
        names = [text.decode() for text in texts]
        return [
            name if name.startswith("/") else f"{folders[min(place, len(folders) - 1)]}/{name}"
            for place, name in enumerate(names)
        ]

    def _ours(self, path: str) -> bool:
        return path.startswith(self._root)
