"""The Python environments: made when missing, refreshed when what we depend on changes, left alone otherwise.

A stamp inside each says what it was made for. It is written last, so that a set-up cut short is done again.
"""

import hashlib
import json
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

import system

BUILDERS = ("hatchling", "editables")
CORE_PACKAGES = ("msgspec", "pytest", "hypothesis")
"""All that the core's own tests may need. That Qt is not among them is what they are run for."""


class SetupFailed(Exception):
    """The environment could not be made. The message is for a person."""


class Environment(NamedTuple):
    """A virtual environment in `folder`, which holds pyproject.toml."""

    folder: Path
    name: str

    @property
    def path(self) -> Path:
        """Where it is."""
        return self.folder / self.name

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return self.path / "bin" / "python"

    @property
    def stamp(self) -> Path:
        """What it was made for."""
        return self.path / "steady-setup.json"


def ensure(place: Environment, extras: frozenset[str]) -> None:
    """Have Steady itself installed there, editable, with at least these extras."""
    before = _read_stamp(place)
    wanted = _stamp(place, extras | set(before.get("extras", ())))
    if before == wanted and place.python.exists():
        return
    _make(place, before, wanted)
    _pip(place, BUILDERS)
    # The builders are pinned and installed already, so nothing is fetched that constraints.txt does not name.
    wish = f"[{','.join(wanted['extras'])}]" if wanted["extras"] else ""
    _pip(place, ("--no-build-isolation", "--editable", f"{place.folder}{wish}"))
    _write_stamp(place, wanted)


def ensure_core(place: Environment) -> None:
    """Have there what the core's tests need, and nothing else."""
    before, wanted = _read_stamp(place), _stamp(place, ())
    if before == wanted and place.python.exists():
        return
    _make(place, before, wanted)
    _pip(place, CORE_PACKAGES)
    _write_stamp(place, wanted)


def _stamp(place: Environment, extras: Iterable[str]) -> dict[str, Any]:
    """Return what an environment made now is made for. Scripts in it know their folder, so a moved one is made anew."""
    with (place.folder / "pyproject.toml").open("rb") as file:
        ours = tomllib.load(file)
    needs = json.dumps([ours["build-system"], ours["project"], ours["tool"]["hatch"]], sort_keys=True)
    needs += (place.folder / "constraints.txt").read_text() + (place.folder / "hatch_build.py").read_text()
    return {
        "python": ".".join(map(str, sys.version_info[:2])),
        "folder": str(place.folder),
        "needs": hashlib.sha256(needs.encode()).hexdigest(),
        "extras": sorted(extras),
    }


def _read_stamp(place: Environment) -> dict[str, Any]:
    try:
        stamp = json.loads(place.stamp.read_text())
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def _write_stamp(place: Environment, stamp: dict[str, Any]) -> None:
    place.stamp.write_text(json.dumps(stamp, indent=1) + "\n")


def _make(place: Environment, before: dict[str, Any], wanted: dict[str, Any]) -> None:
    """Make the environment where it is missing, or was made by another Python or in another folder."""
    print(f"Setting up Steady's Python packages in {place.name} (only this once).", flush=True)
    moved = bool(before) and any(before.get(key) != wanted[key] for key in ("python", "folder"))
    if not moved and _has_pip(place):
        place.stamp.unlink(missing_ok=True)
        return
    if find_spec("ensurepip") is None:
        _install_venv()
    if place.path.exists():
        shutil.rmtree(place.path)
    made = subprocess.run([sys.executable, "-m", "venv", str(place.path)], check=False)
    if made.returncode != 0:
        raise SetupFailed(f"Python could not make the environment {place.path}; what it said is above.")


def _has_pip(place: Environment) -> bool:
    if not place.python.exists():
        return False
    asked = subprocess.run([str(place.python), "-m", "pip", "--version"], check=False, capture_output=True)
    return asked.returncode == 0


def _install_venv() -> None:
    """Debian keeps the part of Python that makes environments in a package of its own."""
    package = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    manager = system.package_manager()
    if manager is None or manager.name != "apt":
        raise SetupFailed("This Python lacks ensurepip, which makes virtual environments; please install it.")
    if not system.install(manager, [package], what="the part of Python that makes virtual environments"):
        raise SetupFailed("Then please try again.")


def _pip(place: Environment, arguments: Sequence[str]) -> None:
    """Run pip in the environment, held to the versions in constraints.txt."""
    command = [str(place.python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-input"]
    held = ["--constraint", str(place.folder / "constraints.txt")]
    done = subprocess.run([*command, *held, *arguments], check=False, stdin=subprocess.DEVNULL)
    if done.returncode != 0:
        raise SetupFailed("The Python packages could not all be installed; what pip said is above.")
