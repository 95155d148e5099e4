"""What `make` does first: packaging/setup. Programs of the system are scripts that note how they were called."""

import importlib.util
import json
import os
import shutil
import sys
from pathlib import Path

import pytest

from tests.source import ROOT

SETUP = ROOT / "packaging" / "setup"
PACKAGES = ["libegl1", "libxcb-cursor0"]

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no make; the README sets up with pip")


@pytest.fixture(autouse=True)
def _setup_on_path(monkeypatch):
    monkeypatch.syspath_prepend(str(SETUP))
    yield
    for name in ("environment", "libraries", "system", "targets"):
        sys.modules.pop(name, None)


@pytest.fixture
def programs(tmp_path, monkeypatch):
    """Return a function that puts a program on the PATH, and another that returns how all were called."""
    folder, calls = tmp_path / "programs", tmp_path / "calls"
    folder.mkdir()
    calls.touch()
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")

    def put(name: str, then: str = "exit 0") -> None:
        program = folder / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >> "{calls}"\n{then}\n')
        program.chmod(0o755)

    return put, lambda: calls.read_text().splitlines()


@pytest.fixture
def system(monkeypatch):
    import system

    monkeypatch.setattr(system.shutil, "which", _which)
    return system


def _which(name: str) -> str | None:
    """Find a program among ours only: the machine that runs the tests has its own package manager."""
    path = Path(os.environ["PATH"].partition(os.pathsep)[0]) / name
    return str(path) if path.exists() else None


@pytest.mark.parametrize(
    ("program", "command"),
    [
        ("apt-get", "sudo apt-get install --no-install-recommends libegl1 libxcb-cursor0"),
        ("dnf", "sudo dnf install libegl1 libxcb-cursor0"),
        ("pacman", "sudo pacman -S --needed libegl1 libxcb-cursor0"),
        ("zypper", "sudo zypper install libegl1 libxcb-cursor0"),
    ],
)
def test_without_the_right_to_install_the_exact_command_is_said(
    system, programs, monkeypatch, capsys, program, command
):
    put, calls = programs
    put(program)
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert not system.install(system.package_manager(), PACKAGES, what="libraries")
    assert command in capsys.readouterr().err
    assert calls() == []


def test_as_root_apt_installs_after_saying_so_and_asks_nothing(system, programs, monkeypatch, capsys):
    put, calls = programs
    put("apt-get")
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    assert system.install(system.package_manager(), PACKAGES, what="libraries")
    assert "libegl1 libxcb-cursor0" in capsys.readouterr().out
    (call,) = calls()
    assert call.startswith("apt-get -qq -y ")
    assert call.endswith(" install --no-install-recommends libegl1 libxcb-cursor0")


def test_through_a_sudo_that_asks_nothing_apt_installs_too(system, programs, monkeypatch):
    put, calls = programs
    put("apt-get")
    put("sudo", 'shift; exec "$@"')
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert system.install(system.package_manager(), PACKAGES, what="libraries")
    assert [call.split()[0] for call in calls()] == ["sudo", "sudo", "apt-get"]


def test_a_sudo_that_asks_for_a_password_is_not_used(system, programs, monkeypatch, capsys):
    put, calls = programs
    put("apt-get")
    put("sudo", "exit 1")
    monkeypatch.setattr(system.os, "geteuid", lambda: 1000)
    assert not system.install(system.package_manager(), PACKAGES, what="libraries")
    assert calls() == ["sudo -n true"]
    assert "sudo apt-get install" in capsys.readouterr().err


def test_old_package_lists_are_brought_up_to_date_once(system, programs, monkeypatch, tmp_path):
    put, calls = programs
    put("apt-get", f'case "$*" in *update*) touch "{tmp_path}/new";; *) test -e "{tmp_path}/new";; esac')
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    assert system.install(system.package_manager(), PACKAGES, what="libraries")
    assert ["update" in call for call in calls()] == [False, True, False]


def test_an_apt_that_fails_is_not_hidden(system, programs, monkeypatch, capsys):
    put, _ = programs
    put("apt-get", "echo no such package; exit 100")
    monkeypatch.setattr(system.os, "geteuid", lambda: 0)
    assert not system.install(system.package_manager(), PACKAGES, what="libraries")
    said = capsys.readouterr().err
    assert "no such package" in said
    assert "sudo apt-get install" in said


@pytest.fixture
def checkout(tmp_path):
    """Return a folder with an environment whose Python notes how it is called, and stands for pip."""
    from environment import PYTHON, Environment

    folder = tmp_path / "a folder"
    (folder / ".venv" / "bin").mkdir(parents=True)
    for name in ("pyproject.toml", "constraints.txt", "hatch_build.py"):
        shutil.copy(ROOT / name, folder)
    place = Environment(folder, ".venv")
    place.python.write_text(
        '#!/bin/sh\ncase "$*" in *--version*) echo "pip 23 from here (python ' + PYTHON + ')"; exit;; esac\n'
        f'echo "$*" >> "{folder}/pip-calls"\n'
    )
    place.python.chmod(0o755)
    return place


def pip_calls(place) -> list[str]:
    """Return what pip was asked since the last time."""
    calls = place.folder / "pip-calls"
    lines = [line for line in calls.read_text().splitlines() if "pip" in line.split()] if calls.exists() else []
    calls.unlink(missing_ok=True)
    return lines


def test_what_is_set_up_already_needs_no_pip_and_so_no_network(checkout):
    import environment

    environment.ensure(checkout, frozenset({"test"}))
    first = pip_calls(checkout)
    assert all("--constraint constraints.txt" in call for call in first)
    assert first[-1].endswith("--no-build-isolation --editable .[test]")
    environment.ensure(checkout, frozenset({"test"}))
    environment.ensure(checkout, frozenset())
    assert pip_calls(checkout) == []


def test_extras_add_up(checkout):
    import environment

    environment.ensure(checkout, frozenset({"test"}))
    environment.ensure(checkout, frozenset({"check"}))
    assert pip_calls(checkout)[-1].endswith("--editable .[check,test]")


@pytest.mark.parametrize(
    ("file", "line"),
    [("constraints.txt", "\nanother==1.0\n"), ("pyproject.toml", "\n[project.urls]\nHome = 'here'\n")],
)
def test_a_change_of_what_is_needed_sets_up_again(checkout, file, line):
    import environment

    environment.ensure(checkout, frozenset())
    pip_calls(checkout)
    with (checkout.folder / file).open("a") as opened:
        opened.write(line)
    environment.ensure(checkout, frozenset())
    assert pip_calls(checkout) != []


def test_a_change_of_how_code_is_checked_does_not(checkout):
    import environment

    environment.ensure(checkout, frozenset())
    pip_calls(checkout)
    with (checkout.folder / "pyproject.toml").open("a") as opened:
        opened.write("\n[tool.another]\nrule = 1\n")
    environment.ensure(checkout, frozenset())
    assert pip_calls(checkout) == []


def test_a_set_up_that_was_cut_short_is_done_again(checkout):
    import environment

    environment.ensure(checkout, frozenset())
    checkout.python.write_text(checkout.python.read_text() + "exit 1\n")
    (checkout.folder / "constraints.txt").write_text("")
    for _ in range(2):
        with pytest.raises(environment.SetupFailed, match="what pip said"):
            environment.ensure(checkout, frozenset())
        assert not checkout.stamp.exists()


def test_a_folder_that_was_moved_is_set_up_again_in_place(checkout):
    import environment

    environment.ensure(checkout, frozenset({"test"}))
    pip_calls(checkout)
    stamp = json.loads(checkout.stamp.read_text())
    checkout.stamp.write_text(json.dumps({**stamp, "folder": "/elsewhere"}))
    environment.ensure(checkout, frozenset())
    assert pip_calls(checkout)[-1].endswith("--editable .[test]")


def test_the_environment_of_the_core_never_holds_qt(checkout):
    import environment

    environment.ensure_core(checkout)
    (call,) = pip_calls(checkout)
    assert call.split("constraints.txt ")[1].split() == ["msgspec", "pytest", "hypothesis"]


@pytest.mark.parametrize(
    ("target", "variables", "uses"),
    [
        ("run", {}, ["sound"]),
        ("run", {"DISPLAY": ":0"}, ["x11", "sound"]),
        ("run", {"WAYLAND_DISPLAY": "wayland-0"}, ["wayland", "sound"]),
        ("test", {"DISPLAY": ":0"}, ["draw"]),
        ("bench", {"DISPLAY": ":0"}, ["draw", "x11", "sound"]),
    ],
)
def test_libraries_are_looked_for_where_something_is_drawn(monkeypatch, target, variables, uses):
    import targets

    for name in ("DISPLAY", "WAYLAND_DISPLAY"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert [use.value for use in targets._uses(target)] == uses


def test_ctrl_c_stops_the_set_up_in_one_sentence(monkeypatch, capsys):
    import targets

    def interrupted(*_args) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(targets.environment, "ensure", interrupted)
    assert targets.prepare(["run"]) == 130
    assert capsys.readouterr().err == "Stopped. What is missing is set up the next time.\n"


def test_without_a_window_only_the_sound_is_looked_for(monkeypatch):
    import libraries
    from steady.display_libraries import Use

    monkeypatch.setattr(libraries, "_missing_files", lambda use: ["libportaudio.so.2"] if use is Use.SOUND else [])
    monkeypatch.setattr(libraries, "_has_font", lambda: False)
    assert [library.apt for library in libraries._lacking([Use.SOUND])] == ["libportaudio2"]


def test_a_system_without_any_font_lacks_one(monkeypatch, tmp_path):
    import libraries

    monkeypatch.setattr(libraries, "FONT_FOLDERS", (str(tmp_path),))
    assert not libraries._has_font()
    assert libraries.A_FONT in libraries._lacking([])
    (tmp_path / "dejavu").mkdir()
    (tmp_path / "dejavu" / "DejaVuSans.ttf").touch()
    assert libraries._has_font()


def test_a_python_that_is_too_old_says_which_one_is_needed(monkeypatch):
    spec = importlib.util.spec_from_file_location("setup_main", SETUP / "__main__.py")
    main = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(main)
    main.leave_old_python()
    monkeypatch.setattr(main.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(main.shutil, "which", lambda name: None)
    with pytest.raises(SystemExit, match=r"needs Python 3\.11 or later; this one \(.+\) is 3\.9\."):
        main.leave_old_python()


def test_a_newer_python_beside_it_is_used_instead(monkeypatch):
    spec = importlib.util.spec_from_file_location("setup_main", SETUP / "__main__.py")
    main = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(main)
    went_to = []
    monkeypatch.setattr(main.sys, "version_info", (3, 9, 2))
    monkeypatch.setattr(main.shutil, "which", lambda name: f"/opt/{name}" if name == "python3.12" else None)
    monkeypatch.setattr(main.os, "execv", lambda path, arguments: went_to.append((path, arguments[0])))
    main.leave_old_python()
    assert went_to == [("/opt/python3.12", "/opt/python3.12")]
