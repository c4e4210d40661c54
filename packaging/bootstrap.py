"""Make the project's environment and use it: `bootstrap.py [install | run | test | check | torture | python] [...]`.

Standard library only, and readable by Python versions that are too old for the program, because telling such a
Python what is needed is part of the work. What people read is Dutch: a school's volunteer may be the one who
starts this. Exit codes: 0 in order, 2 wrong use or wrong Python, 3 system packages are missing, 4 installing failed;
a verb that runs a tool ends with that tool's own code.
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib.util
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "packaging" / "requirements.txt"
VENV = ROOT / ".venv"
STAMP = VENV / "svp-stamp.json"
WINDOWS = sys.platform == "win32"
VENV_PYTHON = VENV / ("Scripts/python.exe" if WINDOWS else "bin/python")

# The lock has wheels for these; the first one found is taken when python3 itself is another.
PYTHONS = ((3, 13), (3, 12), (3, 11), (3, 14))
OLDEST, NEWEST = min(PYTHONS), max(PYTHONS)

EXIT_USE, EXIT_SYSTEM, EXIT_INSTALL = 2, 3, 4

# Library that Qt loads -> names of its Debian package, newest first (releases from 2024 renamed some to ...t64).
WINDOW_LIBRARIES = {
    "libGL.so.1": ("libgl1",),
    "libEGL.so.1": ("libegl1",),
    "libxkbcommon.so.0": ("libxkbcommon0",),
    "libdbus-1.so.3": ("libdbus-1-3",),
    "libglib-2.0.so.0": ("libglib2.0-0t64", "libglib2.0-0"),
    "libfontconfig.so.1": ("libfontconfig1",),
}
# Only for a window on an X screen, and for real printers: without these the tests and an offscreen run still work.
SCREEN_LIBRARIES = {
    "libxcb-cursor.so.0": ("libxcb-cursor0",),
    "libxkbcommon-x11.so.0": ("libxkbcommon-x11-0",),
    "libxcb-icccm.so.4": ("libxcb-icccm4",),
    "libxcb-keysyms.so.1": ("libxcb-keysyms1",),
    "libxcb-shape.so.0": ("libxcb-shape0",),
    "libcups.so.2": ("libcups2t64", "libcups2"),
}

USAGE = """Gebruik: bootstrap.py WAT [extra]

  install   omgeving maken in .venv (gebeurt vanzelf bij de andere)
  run       het programma openen; zonder beeldscherm: een rondgang, resultaat in build/demo
  test      alle tests draaien; extra woorden gaan naar pytest
  check     opmaak, fouten, typen en lagen controleren
  torture   het programma op alle manieren afbreken; installeert wat daarvoor nodig is (alleen Linux)
  python    python uit de omgeving; extra woorden gaan naar python
"""


class Stop(Exception):
    """Ends the run with a sentence for the user and an exit code."""

    def __init__(self, code: int, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code


def say(sentence: str) -> None:
    """Tell the user what happens now."""
    print(sentence, flush=True)


# --- Python -----------------------------------------------------------------------------------------------------


def python_fits(version: tuple[int, int]) -> bool:
    """Whether the lock has packages for this Python."""
    return OLDEST <= version <= NEWEST


def use_fitting_python() -> None:
    """Go on in a Python that fits when this one does not; explains what to install when there is none."""
    here = (sys.version_info[0], sys.version_info[1])
    if python_fits(here):
        return
    for version in PYTHONS:
        other = shutil.which(f"python{version[0]}.{version[1]}")
        if other and reports_version(other) == version:
            sys.exit(subprocess.call([other, str(Path(__file__).resolve()), *sys.argv[1:]]))
    raise Stop(
        EXIT_USE,
        f"SVP Desktop heeft Python 3.{OLDEST[1]} tot 3.{NEWEST[1]} nodig. Hier staat Python {here[0]}.{here[1]}.\n"
        "Installeer een Python die past en probeer het opnieuw.",
    )


def reports_version(python: str) -> tuple[int, int] | None:
    """Ask an interpreter for its version; None when it does not run (a pyenv shim of a removed Python)."""
    try:
        answer = subprocess.run(
            [python, "-c", "import sys; print(sys.version_info[0], sys.version_info[1])"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
    except OSError:
        return None
    parts = answer.stdout.split()
    return (int(parts[0]), int(parts[1])) if answer.returncode == 0 and len(parts) == 2 else None


# --- System packages --------------------------------------------------------------------------------------------


def missing_libraries(libraries: dict[str, tuple[str, ...]]) -> list[tuple[str, ...]]:
    """The packages of those libraries that the system's loader cannot find."""
    return [packages for soname, packages in libraries.items() if not loads(soname)]


def loads(soname: str) -> bool:
    """Whether the loader finds this library: the same question that Qt will ask, on any distribution."""
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def missing_venv() -> list[tuple[str, ...]]:
    """Debian's python3 comes without the modules that make an environment."""
    if importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        return []
    return [(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv", "python3-venv")]


def known_package(names: tuple[str, ...]) -> str:
    """The name that this release uses; the last one when apt knows none of them."""
    for name in names:
        found = subprocess.run(
            ["apt-cache", "show", "--no-all-versions", name],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
        )
        if found.returncode == 0 and found.stdout.strip():
            return name
    return names[-1]


def root_prefix() -> list[str] | None:
    """What to put before a command so that it runs as root; None when that would need a password."""
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    if sudo and subprocess.call([sudo, "-n", "true"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) == 0:
        return [sudo, "-n", "env"]
    return None


def apt_install(prefix: list[str], wanted: list[tuple[str, ...]]) -> bool:
    """Fetch the package lists and install; False when apt says no."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    frontend = ["DEBIAN_FRONTEND=noninteractive"] if prefix else []
    update = [*prefix, *frontend, "apt-get", "-q", "update"]
    if subprocess.call(update, env=environment, stdout=subprocess.DEVNULL) != 0:
        say("  De lijst met systeempakketten ophalen lukte niet helemaal. Verder met de lijst die er is.")
    names = [known_package(alternatives) for alternatives in wanted]
    say("  Systeempakketten installeren: " + " ".join(names))
    install = [
        *prefix,
        *frontend,
        "apt-get",
        "-qq",
        "-o=Dpkg::Use-Pty=0",
        "install",
        "-y",
        "--no-install-recommends",
        *names,
    ]
    return subprocess.call(install, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL) == 0


def apt_line(wanted: list[tuple[str, ...]]) -> str:
    """The one line that an administrator can paste."""
    names = " ".join(known_package(alternatives) for alternatives in wanted)
    return "sudo apt-get update && sudo apt-get install -y --no-install-recommends " + names


def ensure_system(needs_venv: bool) -> None:
    """See that Python can make an environment and that Qt finds its libraries; installs them where it may."""
    hard = missing_venv() if needs_venv else []
    soft: list[tuple[str, ...]] = []
    if sys.platform.startswith("linux"):
        hard += missing_libraries(WINDOW_LIBRARIES)
        soft = missing_libraries(SCREEN_LIBRARIES)
    if not hard and not soft:
        return
    if not shutil.which("apt-get"):
        names = " ".join(alternatives[-1] for alternatives in hard + soft)
        message = "Op dit systeem ontbreken bibliotheken. Installeer wat op Debian zo heet: " + names
        if hard:
            raise Stop(EXIT_SYSTEM, message)
        say(message)
        return
    prefix = root_prefix()
    if prefix is not None and apt_install(prefix, hard + soft):
        return
    if hard:
        raise Stop(
            EXIT_SYSTEM,
            "Er ontbreken systeempakketten en die mag of kan dit programma niet zelf installeren.\n"
            "Vraag uw beheerder om deze regel uit te voeren, en probeer het daarna opnieuw:\n\n  "
            + apt_line(hard + soft),
        )
    say("Let op: voor een venster en een printer is nog dit nodig:\n\n  " + apt_line(soft) + "\n")


def ensure_programs(programs: dict[str, tuple[str, ...]]) -> None:
    """See that these programs are there; installs their packages where it may."""
    wanted = [packages for program, packages in programs.items() if not shutil.which(program)]
    if not wanted:
        return
    prefix = root_prefix() if shutil.which("apt-get") else None
    if prefix is None or not apt_install(prefix, wanted):
        raise Stop(EXIT_SYSTEM, "Installeer eerst wat hiervoor nodig is:\n\n  " + apt_line(wanted))


# --- The environment --------------------------------------------------------------------------------------------


def fingerprint() -> dict[str, str]:
    """What the environment depends on: the lock, the project's metadata, this Python and the place."""
    return {
        "lock": hashlib.sha256(LOCK.read_bytes()).hexdigest(),
        "project": hashlib.sha256((ROOT / "pyproject.toml").read_bytes()).hexdigest(),
        "place": str(VENV),
    }


def read_stamp() -> dict[str, str] | None:
    """The fingerprint of the last complete install; None when there was none or it was interrupted."""
    try:
        stamp = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return stamp if isinstance(stamp, dict) else None


def venv_works() -> bool:
    """Whether the environment's Python runs, is of a fitting version and believes to be in this place."""
    question = "import sys, pip; print(sys.version_info[0], sys.version_info[1]); print(sys.prefix)"
    try:
        answer = subprocess.run(
            [str(VENV_PYTHON), "-c", question],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            check=False,
            text=True,
        )
    except OSError:
        return False
    lines = answer.stdout.splitlines()
    if answer.returncode != 0 or len(lines) != 2:
        return False
    major, minor = lines[0].split()
    return python_fits((int(major), int(minor))) and Path(lines[1]).resolve() == VENV.resolve()


def install() -> None:
    """Bring .venv in the state that lock and project ask for; does nothing, offline too, when it is."""
    wanted = fingerprint()
    stamp = read_stamp()
    usable = VENV.exists() and venv_works()
    ensure_system(needs_venv=not usable)
    if usable and stamp == wanted:
        return
    moved = stamp is not None and stamp.get("place") != wanted["place"]
    if not usable or moved:
        make_venv()
    STAMP.unlink(missing_ok=True)
    install_packages(first=stamp is None)
    # Written last: an interrupted install leaves no stamp, and the next run does it again.
    STAMP.write_text(json.dumps(wanted, indent=1) + "\n", encoding="utf-8")
    say("De omgeving is klaar.")


def make_venv() -> None:
    """A fresh environment in place of one that is absent, half made, moved or of a Python that is gone."""
    if VENV.exists():
        say("De omgeving in .venv past niet meer bij deze computer en wordt opnieuw gemaakt.")
        shutil.rmtree(VENV)
    say(f"Omgeving maken in .venv met Python {sys.version_info[0]}.{sys.version_info[1]}.")
    if subprocess.call([sys.executable, "-m", "venv", str(VENV)]) != 0:
        raise Stop(EXIT_INSTALL, "De omgeving maken lukte niet. Is er nog ruimte op de schijf?")


def install_packages(first: bool) -> None:
    """Install exactly the lock, checked by hash, and then the project itself by reference."""
    say("Pakketten installeren" + (" (de eerste keer ongeveer 150 MB ophalen)." if first else "."))
    pip = [str(VENV_PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input", "install"]
    if not first or not sys.stdout.isatty():
        pip.append("-qq")
    # Wheels only: nothing is compiled here, so no compiler is needed and no package's code runs while installing.
    locked = [*pip, "--require-hashes", "--no-deps", "--only-binary=:all:", "-r", str(LOCK)]
    if subprocess.call(locked) != 0:
        raise Stop(
            EXIT_INSTALL,
            "Pakketten installeren lukte niet. De eerste keer is internet nodig: controleer de verbinding.\n"
            "Er is niets stuk: start dezelfde opdracht gewoon opnieuw.",
        )
    project = [*pip, "--no-deps", "--no-build-isolation", "--editable", str(ROOT)]
    if subprocess.call(project) != 0:
        raise Stop(EXIT_INSTALL, "Het programma zelf aanmelden in de omgeving lukte niet.")


# --- Verbs ------------------------------------------------------------------------------------------------------


def has_screen() -> bool:
    """Qt ends the process when there is no screen, so this must be known before it starts."""
    if WINDOWS or sys.platform == "darwin":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def run(arguments: list[str]) -> int:
    """Open the program; without a screen do its main work in an offscreen window and leave pictures and papers."""
    if has_screen():
        return call("-m", "svp_desktop", *arguments)
    say("Er is geen beeldscherm. Het programma laat zijn werk zien in build/demo.")
    return call("-m", "svp_desktop.demo", *(arguments or [str(Path("build") / "demo")]), offscreen=True)


def test(arguments: list[str]) -> int:
    """The whole test suite, divided over the cores, or the part that the arguments name."""
    return call("-m", "tests.divided", *arguments, offscreen=True)


def check(_: list[str]) -> int:
    """Format, lint, types and layers; all four are shown, and any of them fails the whole."""
    tools = (
        ("opmaak", ["-m", "ruff", "format", "--check"]),
        ("fouten", ["-m", "ruff", "check"]),
        ("typen", ["-m", "mypy"]),
        ("lagen", ["-c", "import sys; from importlinter.cli import lint_imports_command; lint_imports_command()"]),
    )
    failed = []
    for name, command in tools:
        say("== " + name)
        if call(*command) != 0:
            failed.append(name)
    say("Niet in orde: " + ", ".join(failed) if failed else "Alles in orde.")
    return 1 if failed else 0


def torture(arguments: list[str]) -> int:
    """The slow proofs, after seeing that there is a tracer of system calls."""
    if not sys.platform.startswith("linux"):
        raise Stop(EXIT_SYSTEM, "Deze proeven volgen systeemaanroepen en kunnen alleen op Linux.")
    ensure_programs({"strace": ("strace",)})
    return call(str(Path("tests") / "torture" / "torture.py"), *arguments, offscreen=True)


def python(arguments: list[str]) -> int:
    """The environment's Python, for a developer without make."""
    return call(*arguments)


def call(*command: str, offscreen: bool = False) -> int:
    """Run the environment's Python in the root of the project."""
    environment = dict(os.environ)
    if offscreen:
        environment["QT_QPA_PLATFORM"] = "offscreen"
    return subprocess.call([str(VENV_PYTHON), *command], cwd=str(ROOT), env=environment)


def main(arguments: list[str]) -> int:
    """Do one verb; see USAGE."""
    verbs = {"run": run, "test": test, "check": check, "torture": torture, "python": python}
    verb, rest = (arguments[0], arguments[1:]) if arguments else ("install", [])
    if verb not in verbs and verb != "install":
        say(USAGE)
        return 0 if verb in {"help", "-h", "--help"} else EXIT_USE
    use_fitting_python()
    install()
    return verbs[verb](rest) if verb in verbs else 0


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except Stop as stop:
        print("\n" + str(stop), file=sys.stderr)
        sys.exit(stop.code)
    except KeyboardInterrupt:
        print("\nAfgebroken. Dezelfde opdracht gaat verder waar het nodig is.", file=sys.stderr)
        sys.exit(130)
