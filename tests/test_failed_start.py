"""A start that comes to no window, each in a process of its own: what is said, and that nothing is left half open."""

import os
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("PySide6")
pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="displays are named on Linux")

START = """
import signal, sys
from steady import app, cli
from steady.quick_start import import_qt
{change}
sys.exit(cli.main(["--data-dir", sys.argv[1]]))
"""
INTERRUPTED_IMPORT = """
def import_interrupted():
    signal.raise_signal(signal.{name})
    return import_qt()

app.import_qt = import_interrupted
"""
INTERRUPTED_WINDOW = """
def import_and_be_interrupted():
    application = import_qt()
    from steady.ui.window import Window
    open_window = Window.open
    def opened(*arguments):
        open_window(*arguments)
        signal.raise_signal(signal.{name})
    Window.open = opened
    return application

app.import_qt = import_and_be_interrupted
"""
BROKEN_WINDOW = """
def import_broken():
    application = import_qt()
    from steady.ui.window import Window
    Window.open = None
    return application

app.import_qt = import_broken
"""
LOST = """
def lost():
    raise ImportError({words!r}, name={name!r})

app.import_qt = lost
"""
NO_LIBRARY = LOST.format(words="libnew.so.9: cannot open shared object file: No such file", name="PySide6.QtWidgets")
NO_PYSIDE = LOST.format(words="No module named 'PySide6'", name="PySide6")
SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"]


@pytest.fixture
def data_dir(tmp_path) -> Path:
    return tmp_path / "data"


@pytest.fixture
def runtime_dir(tmp_path) -> Path:
    folder = tmp_path / "runtime"
    folder.mkdir(mode=0o700)
    return folder


def begin(change: str, data_dir: Path, runtime_dir: Path, platform: str = "offscreen") -> subprocess.Popen[str]:
    environ = os.environ | {"QT_QPA_PLATFORM": platform, "XDG_RUNTIME_DIR": str(runtime_dir)}
    for display in ("DISPLAY", "WAYLAND_DISPLAY"):
        environ.pop(display, None)
    command = [sys.executable, "-c", START.format(change=change), str(data_dir)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, text=True)


def outcomes(data_dir: Path) -> list[str | None]:
    """Return how each practice in the log ended."""
    if not (data_dir / "steady.db").exists():
        return []
    connection = sqlite3.connect(f"file:{data_dir}/steady.db?mode=ro", uri=True)
    try:
        return [outcome for (outcome,) in connection.execute("SELECT outcome FROM sessions")]
    finally:
        connection.close()


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_in_the_middle_of_importing_qt_is_not_lost_and_leaves_nothing(name, data_dir, runtime_dir):
    with begin(INTERRUPTED_IMPORT.format(name=name), data_dir, runtime_dir) as process:
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 130
    assert outcomes(data_dir) == []
    assert list(runtime_dir.iterdir()) == []


@pytest.mark.parametrize("name", SIGNALS)
def test_a_signal_before_the_first_frame_leaves_the_window(name, data_dir, runtime_dir):
    with begin(INTERRUPTED_WINDOW.format(name=name), data_dir, runtime_dir) as process:
        assert process.communicate(timeout=60) == ("", "")
    assert process.returncode == 0
    assert outcomes(data_dir) == ["stopped"]
    assert list(runtime_dir.iterdir()) == []


def test_a_bug_while_the_window_is_made_leaves_a_report_and_no_practice_that_nobody_saw(data_dir, runtime_dir):
    with begin(BROKEN_WINDOW, data_dir, runtime_dir) as process:
        out, err = process.communicate(timeout=60)
    assert (process.returncode, out, len(err.splitlines())) == (70, "", 1)
    assert outcomes(data_dir) == []
    assert list(runtime_dir.iterdir()) == []


@pytest.mark.parametrize(
    ("change", "platform", "reason"),
    [
        (NO_LIBRARY, "offscreen", "A window needs libnew.so.9, "),
        (NO_PYSIDE, "offscreen", "What draws the window can't be loaded here (No module named 'PySide6')."),
        ("", "nonsense", "The display nonsense does not let a window in."),
        ("", "nonsense;xcb", "The display nonsense does not let a window in."),
    ],
)
def test_where_no_window_can_be_it_breathes_in_the_terminal_and_that_is_the_only_practice(
    change, platform, reason, data_dir, runtime_dir
):
    with begin(change, data_dir, runtime_dir, platform) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "in 3.0\n"
        assert outcomes(data_dir) == [None]
        assert list(runtime_dir.iterdir()) == []
        process.send_signal(signal.SIGINT)
        _, err = process.communicate(timeout=60)
    assert process.returncode == 0
    assert err.startswith(reason)
    assert len(err.splitlines()) == 1
    assert outcomes(data_dir) == ["stopped"]


def test_a_name_that_no_display_has_gives_way_to_one_that_is_there(data_dir, runtime_dir):
    with begin(INTERRUPTED_WINDOW.format(name="SIGINT"), data_dir, runtime_dir, "nonsense;offscreen") as process:
        out, _ = process.communicate(timeout=60)
    assert (process.returncode, out) == (0, "")
    assert outcomes(data_dir) == ["stopped"]
