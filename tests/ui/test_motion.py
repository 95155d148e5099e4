"""The desktop is asked for reduced motion without waiting; where it says nothing, nothing is answered."""

import os
import selectors
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from tests.ui.rig import PATIENCE_MS

from steady.ui.motion import ask_program, session_bus_is_there

PATIENCE_S = 20.0
SILENCE_S = 1.0
HERE = Path(__file__).parent
SOURCE = HERE.parents[1] / "src"
on_linux = pytest.mark.skipif(
    sys.platform != "linux" or shutil.which("dbus-daemon") is None, reason="asks a session bus of its own"
)


class Lines:
    """The lines that a process prints, waited for with patience."""

    def __init__(self, process: subprocess.Popen[bytes]) -> None:
        assert process.stdout is not None
        self._descriptor = process.stdout.fileno()
        self._read = b""

    def next(self, patience_s: float = PATIENCE_S) -> str:
        """Return the next line, or an empty one where none comes."""
        with selectors.DefaultSelector() as selector:
            selector.register(self._descriptor, selectors.EVENT_READ)
            while b"\n" not in self._read and selector.select(patience_s):
                more = os.read(self._descriptor, 4096)
                if not more:
                    break
                self._read += more
        line, _, self._read = self._read.partition(b"\n")
        return line.decode()


class Desktop:
    """A session bus of its own, with processes on it that end when it does."""

    def __init__(self, address: str) -> None:
        self._environment = {**os.environ, "DBUS_SESSION_BUS_ADDRESS": address, "PYTHONPATH": str(SOURCE)}
        self.processes: list[subprocess.Popen[bytes]] = []

    def start(self, script: str, *arguments: str) -> subprocess.Popen[bytes]:
        process = subprocess.Popen(
            [sys.executable, str(HERE / script), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=self._environment,
        )
        self.processes.append(process)
        return process

    def portal(self, version: int, *settings: str) -> subprocess.Popen[bytes]:
        process = self.start("settings_portal.py", str(version), *settings)
        assert Lines(process).next() == "here"
        return process

    def ask(self) -> Lines:
        """Ask from another process; return its answers."""
        answers = Lines(self.start("motion_asker.py"))
        assert answers.next() == "asked True"
        return answers


@pytest.fixture
def desktop() -> Iterator[Desktop]:
    daemon = subprocess.Popen(
        ["dbus-daemon", "--session", "--nofork", "--print-address=1"],  # noqa: S607 - where it is, differs
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    )
    made = Desktop(Lines(daemon).next())
    yield made
    for process in made.processes:
        process.stdin.close()
        process.wait(PATIENCE_S)
        process.stdout.close()
    daemon.terminate()
    daemon.wait(PATIENCE_S)
    daemon.stdout.close()


@on_linux
@pytest.mark.parametrize("version", [1, 2])
@pytest.mark.parametrize(
    ("settings", "answer"),
    [
        (["reduced-motion=1"], "reduced"),
        (["reduced-motion=0"], "full"),
        (["enable-animations=false"], "reduced"),
        (["enable-animations=true"], "full"),
        (["reduced-motion=0", "enable-animations=false"], "reduced"),
        (["reduced-motion=0", "enable-animations=true"], "full"),
    ],
)
def test_the_settings_portal_is_asked_in_both_its_versions(desktop, version, settings, answer):
    desktop.portal(version, *settings)
    assert desktop.ask().next() == answer


@on_linux
def test_a_change_is_answered_and_what_changes_nothing_is_not(desktop):
    portal = desktop.portal(2, "reduced-motion=0")
    answers = desktop.ask()
    assert answers.next() == "full"
    for line in ("reduced-motion=0", "reduced-motion=1", "reduced-motion=0"):
        portal.stdin.write(f"{line}\n".encode())
        portal.stdin.flush()
    assert [answers.next(), answers.next()] == ["reduced", "full"]


@on_linux
def test_a_desktop_without_a_portal_gives_no_answer(desktop):
    assert desktop.ask().next(SILENCE_S) == ""


@on_linux
def test_a_portal_that_knows_neither_setting_gives_no_answer(desktop):
    desktop.portal(2)
    assert desktop.ask().next(SILENCE_S) == ""


@pytest.mark.parametrize(("printed", "answers"), [("1", [True]), ("0", [False]), ("", []), ("no such key", [])])
def test_a_program_that_prints_one_asks_for_less_motion(qtbot, printed, answers):
    parent, heard = QObject(), []
    ask_program([sys.executable, "-c", f"print({printed!r})"], heard.append, parent)
    (process,) = parent.children()
    qtbot.waitSignal(process.destroyed, timeout=20_000).wait()
    assert heard == answers


def test_a_program_that_is_not_there_gives_no_answer(qtbot):
    parent, heard = QObject(), []
    ask_program(["/nowhere/defaults"], heard.append, parent)
    qtbot.waitUntil(lambda: not parent.children(), timeout=PATIENCE_MS)
    assert heard == []


def test_a_bus_is_looked_for_before_it_is_asked(tmp_path):
    assert session_bus_is_there({"DBUS_SESSION_BUS_ADDRESS": "unix:path=/somewhere"})
    assert not session_bus_is_there({})
    assert not session_bus_is_there({"XDG_RUNTIME_DIR": str(tmp_path)})
    (tmp_path / "bus").touch()
    assert session_bus_is_there({"XDG_RUNTIME_DIR": str(tmp_path)})
