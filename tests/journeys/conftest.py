"""A message bus for one program, played by the process of a test: it answers what a real one would, and tells what the
program asked."""

import os
import select
from pathlib import Path

import pytest
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusServer, QDBusUnixFileDescriptor, QDBusVirtualObject


class _Answers(QDBusVirtualObject):
    """Bus and logind in one. A name has no owner, so that what comes from here counts as coming from it."""

    def __init__(self, asked: list[str]) -> None:
        super().__init__()
        self._asked = asked
        #: Ends of pipes whose other end was handed out as a delay of the sleep.
        self.delays: list[int] = []

    def introspect(self, path: str) -> str:
        return ""

    def handleMessage(self, message: QDBusMessage, connection: QDBusConnection) -> bool:
        member = message.member()
        self._asked.append(" ".join([member, *map(str, message.arguments())]))
        if member == "Hello":
            connection.send(message.createReply(":1.7"))
        elif member == "GetNameOwner":
            connection.send(message.createErrorReply("org.freedesktop.DBus.Error.NameHasNoOwner", ""))
        elif member == "Inhibit":
            mine, theirs = os.pipe()
            self.delays.append(mine)
            connection.send(message.createReply(QDBusUnixFileDescriptor(theirs)))
            os.close(theirs)
        else:
            connection.send(message.createReply())
        return True


class Bus:
    """A bus at an own socket. `asked` is what programs asked of it."""

    def __init__(self, socket: Path) -> None:
        self.address = f"unix:path={socket}"
        self.asked: list[str] = []
        self._answers = _Answers(self.asked)
        self._programs: list[QDBusConnection] = []
        self._server = QDBusServer(self.address)
        self._server.newConnection.connect(self._greet)

    def _greet(self, connection: QDBusConnection) -> None:
        kept = QDBusConnection(connection)
        self._programs.append(kept)
        kept.registerVirtualObject("/", self._answers, QDBusConnection.VirtualObjectRegisterOption.SubPath)

    def listens_to(self, member: str) -> bool:
        """Whether a program asked for this signal."""
        return any(line.startswith("AddMatch") and f"member='{member}'" in line for line in self.asked)

    def say(self, path: str, interface: str, member: str, *values: object) -> None:
        """Send a signal to every program."""
        message = QDBusMessage.createSignal(path, interface, member)
        message.setArguments(list(values))
        for program in self._programs:
            program.send(message)

    def delay_held(self) -> bool:
        """Whether a program holds the sleep back now."""
        ends = self._answers.delays
        return len(select.select(ends, [], [], 0)[0]) < len(ends)


@pytest.fixture
def bus(tmp_path: Path, qapp: object) -> Bus:
    """A bus to which nobody is connected yet."""
    return Bus(tmp_path / "bus")
