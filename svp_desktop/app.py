"""Composition root: options, folders, the application, and what the program gets handed in.

Nothing but Qt is loaded before the first window is painted; the rest loads in a thread while the user types.
"""

import builtins
import gc
import importlib
import os
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse

    from PySide6.QtWidgets import QApplication

    from svp_desktop.paths import Paths
    from svp_desktop.services.toegang import Toegang
    from svp_desktop.services.werkplek import Werkplek
    from svp_desktop.settings import Settings
    from svp_desktop.ui.context import Context, TabPage, TabSpec
    from svp_desktop.ui.program import Program
    from svp_desktop.ui.theme.apply import Theme

#: Code, title, icon, module, class, in the tab bar or behind Meer, reached from which tab, about which kind of
#: compartment: the pages that work.
PAGES = (
    ("vandaag", "Vandaag", "calendar", "vandaag.tab", "VandaagTab", True, "", "school"),
    ("incidenten", "Incidentregistratie", "flag", "incidenten.tab", "IncidentenTab", True, "", "school"),
    ("casussen", "Lopende casussen", "footprints", "casussen.tab", "CasussenTab", True, "", "school"),
    ("meldcode", "Meldcode-dossier", "shield-check", "meldcode.tab", "MeldcodeTab", True, "", "meldcode"),
    ("vertrouwelijk", "Vertrouwelijk", "lock", "vertrouwelijk.tab", "VertrouwelijkTab", True, "", "eigen"),
    ("pesten", "Pestcoördinatie", "heart-handshake", "pesten.tab", "PestenTab", True, "", "school"),
    ("papier", "Papier", "file-text", "papier.tab", "PapierTab", False, "casussen", "school"),
    ("teksten", "Brieven en papieren", "quote", "papier.teksten.tab", "TekstenTab", False, "instellingen", "school"),
    ("signalen", "Signalen en overleg", "ear", "signalen.tab", "SignalenTab", False, "", "school"),
    ("inzicht", "Inzicht", "list-ordered", "inzicht.tab", "InzichtTab", False, "", "school"),
    ("esis", "Nog niet in Esis", "send", "esis.tab", "EsisTab", False, "", "school"),
    ("meldwijzer", "Meldwijzer", "life-buoy", "meldwijzer.tab", "MeldwijzerTab", False, "", "school"),
    ("zeden", "Zedenmisdrijf", "octagon-alert", "zeden.tab", "ZedenTab", False, "", "school"),
    ("personen", "Leerlingen en medewerkers", "users", "personen.tab", "PersonenTab", False, "", "school"),
    ("verloop", "Verloop van een kind", "list-ordered", "verloop.tab", "VerloopTab", False, "personen", "school"),
    ("spoor", "Wie deed wat", "history", "spoor.tab", "SpoorTab", False, "", "school"),
    ("reservekopie", "Reservekopieën", "archive", "reservekopie.tab", "ReservekopieTab", False, "", "school"),
    ("toegang", "Accounts en toegang", "lock-open", "toegang.tab", "ToegangTab", False, "", "school"),
    ("account", "Mijn account", "user", "account.tab", "AccountTab", False, "", "school"),
    ("instellingen", "Instellingen", "school", "instellingen.tab", "InstellingenTab", False, "", "school"),
)
#: Pages that also work when the school's own file would not open.
_ALWAYS = ("spoor", "reservekopie", "account")
#: Pages that not everyone gets, and who does.
_MAY: "dict[str, Callable[[Werkplek], bool]]" = {
    "spoor": lambda werkplek: bool(werkplek.spoor.soorten()),
    "reservekopie": lambda werkplek: not werkplek.demo,
}
#: Loaded in a thread after the first window is painted.
PRELOAD = (
    *(f"svp_desktop.kluis.{name}" for name in ("kluis", "state", "drafts")),
    *(f"svp_desktop.services.{name}" for name in ("werkplek", "school", "instellingen", "personen", "incidenten")),
    *(f"svp_desktop.services.{name}" for name in ("casussen", "concepten", "zoeken", "spoor")),
    *(f"svp_desktop.services.{name}" for name in ("accounts", "sleutels", "meldingen", "reservekopie_werk")),
    *(
        f"svp_desktop.ui.{name}"
        for name in ("main_window", "lock", "guard", "places", "help", "notices", "restore.watch")
    ),
)
_TABS = "svp_desktop.ui.tabs"
_PR_SET_DUMPABLE = 4
_FAIL_CRITICAL_ERRORS, _NO_FAULT_BOX = 0x0001, 0x0002


def options(arguments: Sequence[str]) -> "argparse.Namespace":
    """What may be said on the command line."""
    import argparse

    parser = argparse.ArgumentParser(prog="svp-desktop", description="Sociale veiligheid op een basisschool")
    parser.add_argument("--profile", type=Path, metavar="MAP", help="een eigen map voor alle gegevens, om te proberen")
    # How the program starts itself to bring backups to the second place; not for people.
    parser.add_argument("--kopieer", nargs=2, type=Path, metavar=("MAP", "DOEL"), help=argparse.SUPPRESS)
    parser.add_argument("--nieuwe-plek", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--theme", choices=("systeem", "licht", "donker"), help="licht of donker venster")
    return parser.parse_args(arguments)


def paths_of(profile: Path | None) -> "Paths":
    """The folders of the user, or all of them under one folder."""
    from svp_desktop.paths import Paths

    return Paths.under(profile.resolve()) if profile else Paths.standard()


def now() -> datetime:
    """The one clock: local, with its offset."""
    return datetime.now().astimezone()


def import_qt() -> None:
    """Load Qt and take its import hook away again: it reads the source of every later import (100 ms, 17 MB)."""
    plain = builtins.__import__
    for module in ("QtCore", "QtGui", "QtWidgets", "QtSvg"):
        importlib.import_module(f"PySide6.{module}")
    builtins.__import__ = plain


def pages() -> "list[TabSpec]":
    """The table of pages; a page's module is imported when it is first visited."""
    from svp_desktop.ui.context import TabSpec

    def factory(module: str, name: str) -> "Callable[[Context], TabPage]":
        def build(context: "Context") -> "TabPage":
            made: TabPage = getattr(importlib.import_module(f"{_TABS}.{module}"), name)(context)
            return made

        return build

    return [
        TabSpec(code, title, icon, factory(module, name), tab, under, soort, _MAY.get(code), code in _ALWAYS)
        for code, title, icon, module, name, tab, under, soort in PAGES
    ]


def preload(afterwards: Callable[[], None]) -> None:
    """Load what the workplace needs, in the background, and then do what can wait for it."""
    modules = (*PRELOAD, *(f"{_TABS}.{page[3]}" for page in PAGES))

    def load() -> None:
        for module in modules:
            importlib.import_module(module)
        afterwards()

    threading.Thread(target=load, name="preload", daemon=True).start()


def copy_backups(folder: Path, place: Path, *, new: bool) -> int:
    """Bring the backups of a kluis to its second place: what a process without a window does."""
    from svp_desktop.services.tweede_plek import kopieer

    if hasattr(os, "nice"):
        os.nice(10)
    kopieer(folder, place, now(), nieuw=new)
    return 0


def warm_qt() -> None:
    """Let Qt for Python make the classes that it makes at the first look for a widget's real class (5 ms and more)."""
    from PySide6.QtWidgets import QScrollArea

    QScrollArea().viewport()


def leave_no_dumps() -> None:
    """A crash writes no memory to the disk: no core file, and on Windows no error report with a piece of memory."""
    if sys.platform == "win32":
        import ctypes

        ctypes.windll.kernel32.SetErrorMode(_FAIL_CRITICAL_ERRORS | _NO_FAULT_BOX)
        return
    import resource

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def close_memory() -> None:
    """Linux: from now on no other program of this user may read our memory, and no crash reporter gets a copy of it
    (one that the kernel starts does not look at the limit on core files).

    Later than `leave_no_dumps`, before anything secret is typed: the desktop's portal may ask once who we are before it
    answers about light and dark and about file dialogs, and it cannot any more after this.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(_PR_SET_DUMPABLE, 0, 0, 0, 0)


def command_line() -> list[str]:
    """How this process was started, to start it again."""
    if getattr(sys, "frozen", False):
        return [sys.executable, *sys.argv[1:]]
    return [sys.executable, "-m", "svp_desktop", *sys.argv[1:]]


def restart() -> None:
    """Leave nothing of the unlocked program in memory: a new process takes its place at the unlock page."""
    command = command_line()
    if sys.platform == "win32":
        import subprocess

        subprocess.Popen(command, close_fds=True)
        os._exit(0)
    os.execv(command[0], command)


def make_application() -> "QApplication":
    """The application object, with the Dutch words of Qt's own buttons."""
    from PySide6.QtCore import QLibraryInfo, QTranslator
    from PySide6.QtWidgets import QApplication

    from svp_desktop.ui.qt_woorden import QtWoorden
    from svp_desktop.ui.shell import TITLE

    app = QApplication(sys.argv[:1])
    app.setApplicationName("svp-desktop")
    app.setApplicationDisplayName(TITLE)
    app.setQuitOnLastWindowClosed(True)
    words = QTranslator(app)
    if words.load("qtbase_nl", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(words)
    app.installTranslator(QtWoorden(app))
    return app


def compose(app: "QApplication", toegang: "Toegang", theme: "Theme", settings: "Settings") -> "Program":
    """The program with its real surroundings."""
    from svp_desktop.ui.ask import Dialogs
    from svp_desktop.ui.program import Outside, Program
    from svp_desktop.ui.tasks import Background

    outside = Outside(toegang, settings, Dialogs(), Background(app), now, restart, pages)
    return Program(app, theme, outside)


def main(arguments: Sequence[str] | None = None) -> int:
    """Open the program and stay until it is closed."""
    chosen = options(sys.argv[1:] if arguments is None else arguments)
    os.umask(0o077)
    if chosen.kopieer:
        return copy_backups(*chosen.kopieer, new=chosen.nieuwe_plek)
    leave_no_dumps()
    # thousands of Qt's enum members are made before the first window; collecting between them finds nothing
    gc.disable()
    import_qt()
    from svp_desktop.services.toegang import Toegang
    from svp_desktop.settings import Settings
    from svp_desktop.ui.faults import Faults
    from svp_desktop.ui.theme.apply import Choice, Theme

    paths = paths_of(chosen.profile)
    settings = Settings.of(paths)
    app = make_application()
    theme = Theme(app, Choice(chosen.theme or settings.get("thema")), float(settings.get("letterschaal")))
    toegang = Toegang(paths, now, settings=settings)
    program = compose(app, toegang, theme, settings)
    Faults(paths.logs, now, program.show_fault).install()
    program.shell.first_painted.connect(close_memory)
    program.shell.first_painted.connect(gc.enable)
    program.shell.first_painted.connect(theme.load_fonts)
    # found only when it is called: backups are no part of the first window
    program.shell.first_painted.connect(partial(preload, lambda: toegang.reservekopieen.begin()))
    program.shell.first_painted.connect(warm_qt)
    program.start()
    code = int(app.exec())
    # the window is gone: what was done since the last backup is copied before the process ends
    toegang.reservekopieen.sluit_af()
    return code
