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

PYTHON = ".".join(map(str, sys.version_info[:2]))
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
    wanted = _stamp(place, extras | set(_read_stamp(place).get("extras", ())))
    wish = f".[{','.join(wanted['extras'])}]" if wanted["extras"] else "."
    # The builders are pinned and installed first, so nothing is fetched that constraints.txt does not name.
    if _fill(place, wanted, BUILDERS, ("--no-build-isolation", "--editable", wish)):
        _compile(place)


def ensure_core(place: Environment) -> None:
    """Have there what the core's tests need, and nothing else."""
    _fill(place, _stamp(place, ()), CORE_PACKAGES)


def _compile(place: Environment) -> None:
    """Compile Steady itself, so that the first start is as quick as the later ones; pip did it for the packages."""
    command = [str(place.python), "-m", "compileall", "-q", "src/steady"]
    subprocess.run(command, check=False, cwd=place.folder)


def _fill(place: Environment, wanted: dict[str, Any], *installs: Sequence[str]) -> bool:
    """Return whether there was anything to do."""
    if _read_stamp(place) == wanted and place.python.exists():
        return False
    print(f"Fetching Python packages for Steady into {place.name}; later starts need no network.", flush=True)
    place.stamp.unlink(missing_ok=True)
    if not _is_ours(place):
        _make(place)
    for arguments in installs:
        _pip(place, arguments)
    place.stamp.write_text(json.dumps(wanted, indent=1) + "\n")
    return True


def _stamp(place: Environment, extras: Iterable[str]) -> dict[str, Any]:
    """Return what an environment made now is made for. What is installed in it knows its folder."""
    with (place.folder / "pyproject.toml").open("rb") as file:
        ours = tomllib.load(file)
    needs = json.dumps([ours["build-system"], ours["project"], ours["tool"]["hatch"]], sort_keys=True)
    needs += (place.folder / "constraints.txt").read_text() + (place.folder / "hatch_build.py").read_text()
    return {
        "python": PYTHON,
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


def _make(place: Environment) -> None:
    if find_spec("ensurepip") is None:
        _install_venv()
    if place.path.exists():
        shutil.rmtree(place.path)
    made = subprocess.run([sys.executable, "-m", "venv", str(place.path)], check=False)
    if made.returncode != 0:
        raise SetupFailed(f"Python could not make the environment {place.path}; what it said is above.")


def _is_ours(place: Environment) -> bool:
    """Whether there is an environment that works, of the Python that runs this."""
    if not place.python.exists():
        return False
    command = [str(place.python), "-m", "pip", "--version"]
    answer = subprocess.run(command, check=False, capture_output=True, text=True)
    return answer.stdout.strip().endswith(f"(python {PYTHON})")


def _install_venv() -> None:
    """Debian keeps the part of Python that makes environments in a package of its own."""
    package = f"python{PYTHON}-venv"
    manager = system.package_manager()
    if manager is None or manager.name != "apt":
        raise SetupFailed("This Python lacks ensurepip, which makes virtual environments; please install it.")
    if not system.install(manager, [package], what="the part of Python that makes virtual environments"):
        raise SetupFailed("Then please try again.")


def _pip(place: Environment, arguments: Sequence[str]) -> None:
    """Run pip in the environment, held to the versions in constraints.txt."""
    command = [str(place.python), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "--no-input"]
    held = [*command, "--constraint", "constraints.txt", *arguments]
    done = subprocess.run(held, check=False, stdin=subprocess.DEVNULL, cwd=place.folder)
    if done.returncode != 0:
        raise SetupFailed("The Python packages could not all be installed; what pip said is above.")
