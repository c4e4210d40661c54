"""The only finder of shipped files: beside the package when installed, in the checkout otherwise."""

from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    package = Path(__file__).resolve().parent
    installed = package / "_resources"
    return installed if installed.is_dir() else package.parent / "resources"


def path(*parts: str) -> Path:
    """The path of a shipped file or folder, such as `path("icons", "lock.svg")`."""
    return _root().joinpath(*parts)
