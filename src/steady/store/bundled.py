"""Finds what ships with Steady: `exercises/` and `assets/`, beside an installed package or at the root of a checkout.

An editable install must not copy them: the copy would win here, and go stale.
"""

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent.parent


def exercises_dir() -> Path | None:
    """Return the folder of the exercises that ship with Steady, or None where it is missing."""
    return find("exercises", PACKAGE)


def assets_dir() -> Path | None:
    """Return the folder of icons and other things that ship with Steady, or None where it is missing."""
    return find("assets", PACKAGE)


def find(name: str, package: Path) -> Path | None:
    """Return that folder of the package installed there: its own copy first, then the checkout it is in."""
    installed = package / "_data" / name
    if installed.is_dir():
        return installed
    root = package.parent.parent
    in_checkout = package.parent.name == "src" and (root / "pyproject.toml").is_file() and (root / name).is_dir()
    return root / name if in_checkout else None
