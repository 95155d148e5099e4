"""The guide as a person runs it: a real process at a real pipe or terminal, and its row in a real log."""

import fcntl
import os
import pty
import re
import select
import signal
import subprocess
import sys
import termios
import time
from pathlib import Path

import pytest

from steady.core.errors import Fault
from steady.store.paths import Paths
from steady.store.transfer import read
from steady.terminal.painter import END_FRAME
from steady.texts.faults import fault_text

PATIENCE_S = 20.0
QUICK = """format = 1
kind = "breathing"
title = "Quick"
summary = "Three seconds."
group = "settle"
minutes = 1
phases = [{ do = "in", seconds = 1.5, to = 1.0 }, { do = "out", seconds = 1.5, to = 0.0 }]
"""
HANGS = """
import atexit, sys, time

class PortAudioError(Exception):
    pass

class OutputStream:
    latency, write_available = 0.1, 4800
    def __init__(self, **form):
        atexit.register(time.sleep, 3600)  # PortAudio waits for its streams
    def start(self):
        pass
    def write(self, data):
        sys.__stderr__.write("hangs\\n")
        sys.__stderr__.flush()
        time.sleep(3600)

CARD = {"name": "Card", "index": 0, "max_output_channels": 2, "default_samplerate": 48000.0}

def query_devices(device=None, kind=None):
    return CARD if kind else [CARD]
"""
CHATTERS = """
import os

class PortAudioError(Exception):
    pass

class OutputStream:
    latency, write_available = 0.1, 4800
    def __init__(self, **form):
        pass
    def start(self):
        pass
    def write(self, data):
        os.write(2, b"Expression failed")
        raise PortAudioError
    abort = close = start

CARD = {"name": "Card", "index": 0, "max_output_channels": 2, "default_samplerate": 48000.0}

def query_devices(device=None, kind=None):
    return CARD if kind else [CARD]

def _terminate():
    pass

_initialize = _terminate
"""
HELD = QUICK.replace('"Quick"', '"Held"').replace('group = "settle"', 'group = "holds"\ncautions = ["holds"]')


@pytest.fixture
def paths():
    found = Paths.find(None, os.environ)
    found.exercises_dir.mkdir(parents=True)
    (found.exercises_dir / "quick.toml").write_text(QUICK)
    (found.exercises_dir / "held.toml").write_text(HELD)
    return found


def command(*arguments):
    return [sys.executable, "-m", "steady", "breathe", *arguments]


def rows(paths):
    return [(row["exercise"], row["outcome"], row["breaths"]) for row in read(paths.log_file).sessions]


def test_a_pipe_gets_a_whole_breath_and_the_log_a_whole_row(paths):
    done = subprocess.run(
        command("quick", "--minutes", "0.05"), capture_output=True, text=True, timeout=PATIENCE_S, check=False
    )
    assert (done.stdout, done.stderr, done.returncode) == ("in 1.5\nout 1.5\n", "", 0)
    assert rows(paths) == [("quick", "completed", 1)]
    session = read(paths.log_file).sessions[0]
    assert session["practised_s"] == pytest.approx(3.0, abs=0.05)
    assert session["kind"] == "breathing"


def test_a_sound_that_cannot_be_played_is_said_once_and_breathed_through(paths, tmp_path):
    environ = {**os.environ, "ALSA_CONFIG_PATH": str(tmp_path / "none"), "PULSE_SERVER": "unix:/nowhere"}
    asked = command("quick", "--breaths", "1", "--sound", "tide", "--bed", "rain")
    done = subprocess.run(asked, capture_output=True, text=True, timeout=PATIENCE_S, check=True, env=environ)
    assert done.stdout == "in 1.5\nout 1.5\n"
    silent = Fault.SOUND_NO_DEVICE, Fault.SOUND_MISSING, Fault.SOUND_BUSY
    assert done.stderr in [fault_text(fault) + "\n" for fault in silent]


def test_a_sound_card_that_hangs_keeps_no_process(paths, tmp_path):
    (tmp_path / "sounddevice.py").write_text(HANGS)
    process = started("quick", "--open", "--sound", "silence", environ={**os.environ, "PYTHONPATH": str(tmp_path)})
    assert process.stdout.readline() == "out 1.5\n"
    assert process.stderr.readline() == "hangs\n"
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert (out, err, process.returncode) == ("", "", 0)
    assert rows(paths) == [("quick", "stopped", 0)]


def started(*arguments, first="in 1.5\n", environ=None):
    """Start it to a pipe and return it once it has written its first line."""
    pipe = subprocess.PIPE
    process = subprocess.Popen(command(*arguments), stdout=pipe, stderr=pipe, text=True, env=environ)
    assert process.stdout.readline() == first
    return process


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_ends_it_gently_and_is_logged(paths, number):
    process = started("quick", "--open")
    assert rows(paths) == [("quick", None, 0)], "the row is there before the first line"
    process.send_signal(number)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert (out, err, process.returncode) == ("", "", 0)
    assert rows(paths) == [("quick", "stopped", 0)]


def test_a_reader_that_goes_away_ends_it_at_once_and_is_logged(paths):
    process = started("quick", "--open")
    process.stdout.close()
    assert process.wait(timeout=PATIENCE_S) == 0
    assert process.stderr.read() == ""
    process.stderr.close()
    assert rows(paths) == [("quick", "stopped", 0)]


def test_a_kill_leaves_the_row_open_for_the_next_start_to_call_interrupted(paths):
    process = started("quick", "--open")
    process.kill()
    process.communicate(timeout=PATIENCE_S)
    subprocess.run(command("quick", "--breaths", "1"), capture_output=True, timeout=PATIENCE_S, check=True)
    assert rows(paths) == [("quick", "interrupted", 0), ("quick", "completed", 1)]


def test_a_caution_goes_to_the_side_of_a_pipe(paths):
    process = started("held", "--open")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert out == ""
    assert err.startswith("Held\n\nA hold can feel tight")


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_takes_no_log_is_said_once_and_breathed_through(paths):
    paths.data_dir.chmod(0o500)
    process = started("quick", "--open")
    process.send_signal(signal.SIGINT)
    _, err = process.communicate(timeout=PATIENCE_S)
    paths.data_dir.chmod(0o700)
    assert err.strip() == fault_text(Fault.READ_ONLY)


def test_a_data_folder_that_is_a_file_is_said_once_and_breathed_through(tmp_path, paths):
    nowhere = tmp_path / "file"
    nowhere.write_text("")
    process = started("--data-dir", str(nowhere), first="in 3.0\n")
    process.send_signal(signal.SIGINT)
    out, err = process.communicate(timeout=PATIENCE_S)
    assert (out, len(err.splitlines()), process.returncode) == ("", 1, 0)
    assert err.startswith("You can go on breathing.")


# -- a terminal -------------------------------------------------------------------------------------------------------


class Terminal:
    """A real pseudo-terminal with Steady in it."""

    def __init__(self, *arguments, size=(24, 80), **environ):
        self._ours, self._theirs = pty.openpty()
        termios.tcsetwinsize(self._theirs, size)
        self.before = termios.tcgetattr(self._theirs)
        self.seen = ""
        environ = {**os.environ, "TERM": "xterm-256color", "LANG": "C.UTF-8", **environ}
        self.process = subprocess.Popen(
            command(*arguments),
            stdin=self._theirs,
            stdout=self._theirs,
            stderr=self._theirs,
            env=environ,
            start_new_session=True,
            preexec_fn=self._make_it_theirs,  # noqa: PLW1509 - no other thread runs here
        )

    def _make_it_theirs(self):
        """Ctrl-C is a signal only where the terminal belongs to the session."""
        fcntl.ioctl(0, termios.TIOCSCTTY, 0)

    def wait_for(self, words):
        """Read until these words have come."""
        until_s = time.monotonic() + PATIENCE_S
        while words not in self.seen:
            assert time.monotonic() < until_s, f"{words!r} never came: {self.seen!r}"
            if select.select([self._ours], [], [], 0.1)[0]:
                self.seen += os.read(self._ours, 65536).decode(errors="replace")
        return self

    def press(self, keys):
        os.write(self._ours, keys.encode())
        return self

    def resize(self, columns, rows):
        termios.tcsetwinsize(self._theirs, (rows, columns))
        self.process.send_signal(signal.SIGWINCH)
        return self

    def end(self):
        """Read what is left and return the exit code."""
        until_s = time.monotonic() + PATIENCE_S
        while self.process.poll() is None:
            assert time.monotonic() < until_s, f"it never ended: {self.seen[-300:]!r}"
            if select.select([self._ours], [], [], 0.05)[0]:
                self.seen += os.read(self._ours, 65536).decode(errors="replace")
        while select.select([self._ours], [], [], 0)[0]:
            self.seen += os.read(self._ours, 65536).decode(errors="replace")
        return self.process.returncode

    def after(self):
        return termios.tcgetattr(self._theirs)

    def vanish(self):
        """Go away, as a window that is closed does."""
        for descriptor in (self._ours, self._theirs):
            os.close(descriptor)
        self._ours = self._theirs = None
        return self.process.wait(PATIENCE_S)

    def close(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        if self._ours is not None:
            self.vanish()


@pytest.fixture
def terminal():
    opened = []

    def start(*arguments, **options):
        opened.append(Terminal(*arguments, **options))
        return opened[-1]

    yield start
    for each in opened:
        each.close()


LEFT = "\x1b[?1049l"


def test_what_a_card_that_goes_away_makes_the_libraries_print_is_not_on_the_drawing(paths, terminal, tmp_path):
    (tmp_path / "sounddevice.py").write_text(CHATTERS)
    shown = terminal("quick", "--open", "--sound", "silence", PYTHONPATH=str(tmp_path))
    shown.wait_for("The sound output went away").press("q")
    assert shown.end() == 0
    assert "Expression" not in shown.seen


@pytest.mark.parametrize("keys", ["q", "\x1b", "\x03"])
def test_a_terminal_is_drawn_on_and_given_back(paths, terminal, keys):
    shown = terminal("quick", "--open")
    shown.wait_for("Breathe in").wait_for("▀").press(keys)
    assert shown.end() == 0
    assert "\x1b[?1049h" in shown.seen
    left = re.sub(r"\x1b\[[0-9;?>]*[A-Za-z]", "", shown.seen.rpartition(LEFT)[2])
    # A key to leave leaves nothing behind; Ctrl-C leaves one line.
    assert left == ("That was less than a minute. Come back whenever you like.\r\n" if keys == "\x03" else "")
    assert shown.after() == shown.before
    assert rows(paths) == [("quick", "stopped", 0)]
    assert "Traceback" not in shown.seen


def test_whoever_wants_no_motion_gets_none(paths, terminal):
    paths.settings_file.write_text('{"motion": "reduced"}')
    shown = terminal("quick", "--open")
    shown.wait_for("▀").wait_for("Breathe out").press("q")
    assert shown.end() == 0
    _first, *later = shown.seen.partition(LEFT)[0].split(END_FRAME)
    drawn_on = {int(row) for frame in later for row in re.findall(r"\x1b\[(\d+);\d+H", frame)}
    assert drawn_on
    assert drawn_on <= {1, 2, 3, 22, 23, 24}, "only the words and the lines below the shape change"


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_a_signal_gives_the_terminal_back_too(paths, terminal, number):
    shown = terminal("quick", "--open")
    shown.wait_for("Breathe in")
    shown.process.send_signal(number)
    assert shown.end() == 0
    assert LEFT in shown.seen
    assert shown.after() == shown.before
    assert rows(paths) == [("quick", "stopped", 0)]


@pytest.mark.parametrize("paused", [False, True])
def test_a_terminal_that_is_closed_ends_it_gently_and_is_logged(paths, terminal, paused):
    shown = terminal("quick", "--open")
    shown.wait_for("Breathe in")
    if paused:
        shown.press(" ").wait_for("Paused")
    assert shown.vanish() == 0
    assert rows(paths) == [("quick", "stopped", 0)]
    assert not paths.reports_dir.exists()


def test_a_terminal_that_does_not_know_its_size_gets_a_usual_one(paths, terminal):
    shown = terminal("quick", "--open", size=(0, 0))
    shown.wait_for("leave whenever you like").press("q")
    assert shown.end() == 0


def test_a_resize_is_followed_while_it_is_paused(paths, terminal):
    shown = terminal("quick", "--open")
    shown.wait_for("Breathe in").press(" ").wait_for("Paused")
    shown.seen = ""
    shown.resize(20, 5).wait_for("Space · Esc").press("q")
    assert shown.end() == 0


def test_whoever_wants_no_colour_sees_it_move_without_any(paths, terminal):
    shown = terminal("quick", "--open", NO_COLOR="1")
    shown.wait_for("Breathe in").wait_for("█").press("q")
    assert shown.end() == 0
    assert "38;" not in shown.seen
    assert "48;" not in shown.seen


def test_a_plain_locale_gets_ascii(paths, terminal):
    shown = terminal("quick", "--open", LC_ALL="C")
    shown.wait_for("Breathe in").wait_for("==").press("q")
    assert shown.end() == 0
    assert shown.seen.isascii()


def test_a_dumb_terminal_gets_sentences_and_no_escape_codes(paths, terminal):
    shown = terminal("quick", "--open", TERM="dumb")
    shown.wait_for("Quick. Ctrl-C ends it whenever you like.\r\nBreathe in, 1.5 seconds.\r\n").press("\x03")
    assert shown.end() == 0
    assert shown.seen.endswith("\r\nThat was less than a minute. Come back whenever you like.\r\n")
    assert "\x1b" not in shown.seen
    assert rows(paths) == [("quick", "stopped", 0)]


def test_a_terminal_that_has_no_character_for_a_word_still_breathes(paths, terminal):
    (paths.exercises_dir / "held.toml").write_text(HELD.replace('"Held"', '"It’s Größe"'))
    shown = terminal("held", "--open", TERM="dumb", PYTHONIOENCODING="ascii")
    shown.wait_for("It's Gr??e\r\n").press("\r").wait_for("It's Gr??e. Ctrl-C ends it whenever you like.")
    shown.wait_for("Breathe in, 1.5 seconds.\r\n").press("\x03")
    assert shown.end() == 0
    assert rows(paths) == [("held", "stopped", 0)]


def test_a_caution_is_read_once_and_not_again(paths, terminal):
    shown = terminal("held", "--open")
    shown.wait_for("press Enter")
    assert rows(paths) == []
    shown.press("\r").wait_for("Breathe in").press("q")
    assert shown.end() == 0
    again = terminal("held", "--open")
    again.wait_for("Breathe in").press("q")
    assert again.end() == 0
    assert "press Enter" not in again.seen
    assert rows(paths) == [("held", "stopped", 0)] * 2


def test_whoever_leaves_at_the_caution_leaves_no_row(paths, terminal):
    shown = terminal("held", "--open")
    shown.wait_for("press Enter").press("\x03")
    assert shown.end() == 0
    assert rows(paths) == []
    assert not Path(paths.settings_file).exists()
