"""What gets into a wheel, what must not get beside an editable install, and versions that fit together."""

import re
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder
from packaging.requirements import Requirement

from steady import __version__
from tests.source import ROOT, SRC

CONTENT = ("exercises", "assets")


def committed(folder: str) -> set[str]:
    """Return the files of the checkout's folder."""
    return {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def build(tmp_path_factory):
    """Return a function that builds a wheel of that version, "standard" or "editable", and returns its names."""

    def built(version: str) -> tuple[Path, set[str]]:
        folder = tmp_path_factory.mktemp(version)
        wheel = Path(next(WheelBuilder(str(ROOT)).build(directory=str(folder), versions=[version])))
        with zipfile.ZipFile(wheel) as opened:
            return wheel, set(opened.namelist())

    return built


@pytest.fixture(scope="module")
def wheel(build):
    return build("standard")


def test_the_wheel_holds_every_exercise_and_asset(wheel):
    _, names = wheel
    held = {name.removeprefix("steady/_data/") for name in names if name.startswith("steady/_data/")}
    assert held == set().union(*map(committed, CONTENT))
    assert "exercises/meet-your-breath.toml" in held


def test_the_wheel_holds_every_source_file(wheel):
    _, names = wheel
    assert {path.relative_to(SRC).as_posix() for path in SRC.rglob("*.py")} <= names


def test_the_wheel_holds_nothing_else(wheel):
    _, names = wheel
    assert {name.partition("/")[0] for name in names} == {"steady", f"steady-{__version__}.dist-info"}
    assert [name for name in names if "test" in Path(name).name or name.endswith(".pyc")] == []


def test_an_editable_install_gets_no_copy_that_could_go_stale(build):
    _, names = build("editable")
    assert [name for name in names if "_data" in name] == []


def test_the_checkout_has_no_copy_of_its_content_in_the_package():
    assert not (SRC / "steady" / "_data").exists()


def test_an_unpacked_wheel_finds_its_own_content_and_breathes_without_the_checkout(wheel, tmp_path):
    path, _ = wheel
    with zipfile.ZipFile(path) as opened:
        opened.extractall(tmp_path)
    script = (
        f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n"
        "from steady.store.bundled import assets_dir, exercises_dir\n"
        "print(exercises_dir()); print(assets_dir())"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, cwd=tmp_path)
    assert done.stdout.split("\n")[:2] == [str(tmp_path / "steady" / "_data" / name) for name in CONTENT]


def test_the_version_is_written_once():
    with (ROOT / "pyproject.toml").open("rb") as file:
        assert "version" in tomllib.load(file)["project"]["dynamic"]


def requirements() -> list[Requirement]:
    """Return all that pyproject.toml asks for, extras included."""
    with (ROOT / "pyproject.toml").open("rb") as file:
        ours = tomllib.load(file)
    project = ours["project"]
    lines = [*project["dependencies"], *ours["build-system"]["requires"]]
    return [Requirement(line) for line in sum(project["optional-dependencies"].values(), lines)]


def constraints() -> list[Requirement]:
    """Return the versions in constraints.txt."""
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    return [Requirement(line) for line in lines if line and not line.startswith("#")]


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_each_constraint_is_one_version_by_name_and_names_no_address():
    for line in constraints():
        assert line.url is None
        assert [specifier.operator for specifier in line.specifier] == ["=="]


@pytest.mark.parametrize("required", requirements(), ids=str)
def test_each_requirement_is_held_to_a_version_within_its_range(required):
    for environment in ({"python_version": "3.11"}, {"python_version": "3.13"}):
        if required.marker and not required.marker.evaluate(environment):
            continue
        held = [c for c in constraints() if plain(c.name) == plain(required.name)]
        held = [c for c in held if not c.marker or c.marker.evaluate(environment)]
        assert len(held) == 1
        assert required.specifier.contains(next(iter(held[0].specifier)).version)


def test_the_constraints_are_the_versions_these_tests_run_with():
    different = {}
    for line in constraints():
        if line.marker and not line.marker.evaluate():
            continue
        try:
            installed = distribution(line.name).version
        except PackageNotFoundError:
            continue  # of the checks' extra, which the tests do without
        if not line.specifier.contains(installed):
            different[line.name] = installed
    assert different == {}


def test_below_python_3_12_the_pyside_that_loses_references_is_never_chosen():
    qt = [required for required in requirements() if required.name == "PySide6-Essentials"]
    for python, fits in (("3.11", False), ("3.12", True), ("3.14", True)):
        chosen = [required for required in qt if required.marker.evaluate({"python_version": python})]
        assert [required.specifier.contains("6.12.0") for required in chosen] == [fits]
