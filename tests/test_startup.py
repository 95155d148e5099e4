"""The way to the first breath: what is shown, what is not yet imported, and what a second start costs."""

import json
import os
import re
import subprocess
import sys

import pytest

from steady.handover import Request, enter_at, find_address

NEVER = ("numpy", "pyqtgraph", "sounddevice", "asyncio", "ssl", "urllib.request", "http.client")
"""Slow to import, or of no use without a network: none is loaded in a whole start."""
QT_UNUSED = ("QtNetwork", "QtSvg", "QtDBus", "QtPrintSupport", "QtTest")
"""Parts of Qt that the moving guide does without."""
IMPORTED = re.compile(r"^import time:.*\|\s+(\S+)$", re.MULTILINE)


def steady(*arguments: str) -> tuple[subprocess.CompletedProcess[str], set[str]]:
    """Run Steady in a process of its own; return how that went and the modules it imported."""
    command = [sys.executable, "-X", "importtime", "-m", "steady", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60, stdin=subprocess.DEVNULL)
    return done, set(IMPORTED.findall(done.stderr))


@pytest.fixture(scope="module")
def first_start(tmp_path_factory):
    """Open the guide in a new home, up to its first painted frame."""
    folder = tmp_path_factory.mktemp("home")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(folder))
        patch.setenv("STEADY_DATA_DIR", str(folder / "data"))
        patch.setenv("QT_QPA_PLATFORM", "offscreen")
        return *steady("--time-startup"), folder


def test_a_timed_start_says_when_the_moving_guide_was_first_painted(first_start):
    done, _, _ = first_start
    assert done.returncode == 0
    (line,) = done.stdout.splitlines()
    assert 0 < json.loads(line)["first_frame_ms"] < 30_000


def test_sound_that_was_left_on_waits_until_after_the_first_breath(tmp_path, monkeypatch):
    data = tmp_path / "data"
    data.mkdir()
    (data / "settings.json").write_text('{"sound": true, "sound_voice": "tide"}', encoding="utf-8")
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    done, imported = steady("--data-dir", str(data), "--time-startup")
    assert done.returncode == 0
    late = {"numpy", "sounddevice", "steady.sound.player", "steady.ui.sounding", "PySide6.QtDBus"}
    assert not late & imported


def test_its_milestones_come_one_after_the_other(first_start):
    done, _, _ = first_start
    times_ms = list(json.loads(done.stdout).values())
    assert times_ms == sorted(times_ms)


def test_nothing_slow_and_nothing_of_a_network_is_imported_before_the_first_frame(first_start):
    _, imported, _ = first_start
    assert "PySide6.QtWidgets" in imported
    assert imported & {*NEVER, *(f"PySide6.{part}" for part in QT_UNUSED)} == set()


def test_walks_and_what_is_said_of_files_at_fault_wait_until_they_are_wanted(first_start):
    _, imported, _ = first_start
    assert "steady.core.practice" in imported
    later = {"steady.core.walk", "steady.core.walk_session", "steady.texts.limits", "steady.store.exercise_faults"}
    assert not later & imported


def test_a_start_writes_nothing_outside_the_data_folder(first_start):
    _, _, home = first_start
    assert [path.name for path in home.iterdir()] == ["data"]


def test_a_timed_start_leaves_no_practice_half_open(first_start):
    _, _, home = first_start
    assert (home / "data" / "steady.db").is_file()
    assert not [path.name for path in (home / "data").iterdir() if path.name.endswith("-wal")]


@pytest.fixture
def running(tmp_path):
    """Be the first Steady of this test's data folder, and listen as its window would."""
    address = find_address(os.environ["STEADY_DATA_DIR"], os.environ)
    assert address is not None
    instance = enter_at(address, Request("open"))
    assert instance.doorbell is not None
    yield instance.doorbell
    instance.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows answers through a pipe")
@pytest.mark.parametrize(
    ("arguments", "asked"),
    [((), Request("open")), (("start", "longer-out"), Request("start", "longer-out"))],
    ids=["steady", "steady start ID"],
)
def test_a_second_start_hands_over_and_loads_no_qt(running, monkeypatch, arguments, asked):
    for variable in ("XDG_ACTIVATION_TOKEN", "DESKTOP_STARTUP_ID"):
        monkeypatch.delenv(variable, raising=False)
    done, imported = steady(*arguments)
    assert done.returncode == 0
    assert [name for name in imported if name.startswith(("PySide6", "shiboken6", "msgspec", "sqlite3"))] == []
    running.fileno()
    assert running.answer() == asked


def test_asking_for_the_version_loads_no_qt_and_no_database():
    done, imported = steady("--version")
    assert done.returncode == 0
    assert [name for name in imported if name.startswith(("PySide6", "sqlite3"))] == []
