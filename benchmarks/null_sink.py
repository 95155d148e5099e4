"""A sound card of our own that plays into nothing and can be recorded: PulseAudio's null sink, in a folder of its own.

Used by `sound.py` and by the long tests. Nothing of the user's own sound is touched.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import numpy as np

PROGRAMS = ("pulseaudio", "parec", "pactl")
PING = (shutil.which("pactl") or "pactl", "info")
PLUGIN = "libasound_module_pcm_pulse.so"
PLUGIN_FOLDERS = ("/usr/lib", "/usr/lib64", "/usr/local/lib")
SINK = "steady"
RATE_HZ = 48_000
PATIENCE_S = 15.0
RECORDER_LATENCY_MS = 10
GAP_S = 0.001
"""Silence this long, in the middle of sound, is a gap."""
STALL_S = 0.05
"""Where no chunk comes for so long, half of what is queued, the server or the whole machine stood still."""


def missing() -> Sequence[str]:
    """Return what is not there of all that this needs."""
    lacking = [program for program in PROGRAMS if shutil.which(program) is None]
    folders = (Path(folder) for folder in PLUGIN_FOLDERS)
    if not any(next(folder.rglob(f"alsa-lib/{PLUGIN}"), None) for folder in folders if folder.is_dir()):
        lacking.append(f"ALSA's plugin for PulseAudio ({PLUGIN})")
    return lacking


class Recorded(NamedTuple):
    """What was recorded: samples of shape (n, 2), and the second of `time.monotonic` at which the first was heard.

    `stalls` are the times, from and to in the same seconds, in which the server sent nothing: it stood still, or the
    machine did, and no player could have done anything about that.
    """

    sound: np.ndarray
    begins_s: float
    stalls: Sequence[tuple[float, float]] = ()


def silences(sound: np.ndarray) -> list[tuple[int, int]]:
    """Return each silence of more than `GAP_S`: its first sample, and the one after its last."""
    inside = sound.any(axis=1)
    edges = np.flatnonzero(np.diff(np.concatenate(([True], inside, [True])).astype(np.int8)))
    return [(int(first), int(end)) for first, end in edges.reshape(-1, 2) if end - first > GAP_S * RATE_HZ]


class Recording:
    """Records the sink's monitor from now on; each chunk that arrives is timed."""

    def __init__(self, environment: dict[str, str]) -> None:
        form = ("--raw", "--format=float32le", f"--rate={RATE_HZ}", "--channels=2")
        command = ["parec", f"--latency-msec={RECORDER_LATENCY_MS}", "-d", f"{SINK}.monitor", *form]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        self._chunks: list[bytes] = []
        self._earliest_s = self._last_s = float("inf")
        self._stalls: list[tuple[float, float]] = []
        self._heard = threading.Condition()
        self._loud_frames = 0
        self._begun = threading.Event()
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()
        if not self._begun.wait(PATIENCE_S):
            raise RuntimeError("The null sink could not be recorded.")

    def _read(self) -> None:
        assert self._process.stdout is not None
        descriptor, count = self._process.stdout.fileno(), 0
        while chunk := os.read(descriptor, 65_536):
            arrived_s = time.monotonic()
            self._chunks.append(chunk)
            count += len(chunk)
            if arrived_s - self._last_s > STALL_S:
                self._stalls.append((self._last_s, arrived_s))
            self._last_s = arrived_s
            # No sample arrives before it was heard, so the earliest of all is the nearest to when it was.
            self._earliest_s = min(self._earliest_s, arrived_s - count / 8 / RATE_HZ)
            self._begun.set()
            with self._heard:
                self._loud_frames += len(chunk) // 8 if any(chunk) else 0
                self._heard.notify_all()

    def wait_for(self, seconds: float) -> None:
        """Wait until so many seconds of something, and not of silence, have been recorded."""
        with self._heard:
            if not self._heard.wait_for(lambda: self._loud_frames >= seconds * RATE_HZ, seconds + PATIENCE_S):
                raise RuntimeError("Nothing is played.")

    def stop(self) -> Recorded:
        """End, and return what was recorded."""
        self._process.terminate()
        self._reader.join(PATIENCE_S)
        self._process.wait(PATIENCE_S)
        assert self._process.stdout is not None
        self._process.stdout.close()
        whole = b"".join(self._chunks)
        sound = np.frombuffer(whole[: len(whole) // 8 * 8], np.float32).reshape(-1, 2)
        return Recorded(sound, self._earliest_s, tuple(self._stalls))


class NullSink:
    """A running sound server with one sink. `environment` makes a program play there."""

    def __init__(self, folder: Path, sink: str = "") -> None:
        (folder / "alsa.conf").write_text(
            "</usr/share/alsa/alsa.conf>\npcm.!default { type pulse }\nctl.!default { type pulse }\n", encoding="utf-8"
        )
        self._socket = folder / "socket"
        own = {"XDG_RUNTIME_DIR": str(folder), "PULSE_RUNTIME_PATH": str(folder / "pulse"), "HOME": str(folder)}
        self.environment = {
            **os.environ,
            **own,
            "PULSE_SERVER": f"unix:{self._socket}",
            "ALSA_CONFIG_PATH": str(folder / "alsa.conf"),
        }
        modules = (
            f"module-null-sink sink_name={SINK} {sink}",
            f"module-native-protocol-unix socket={self._socket} auth-anonymous=1",
        )
        loads = [f"--load={module}" for module in modules]
        command = ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", *loads]
        server = {name: value for name, value in self.environment.items() if name != "PULSE_SERVER"}
        self._log = (folder / "log").open("wb")
        self._server = subprocess.Popen(command, env=server, stdout=self._log, stderr=self._log)
        self._wait_until_it_answers()

    def _wait_until_it_answers(self) -> None:
        until_s = time.monotonic() + PATIENCE_S
        while time.monotonic() < until_s:
            asked = subprocess.run(PING, check=False, env=self.environment, capture_output=True)
            if asked.returncode == 0:
                return
            if self._server.poll() is not None:
                break
        raise RuntimeError("PulseAudio does not start here.")

    def record(self) -> Recording:
        """Record from now on."""
        return Recording(self.environment)

    def stand_still(self, seconds: float) -> None:
        """Stop the server for so long, as a machine does that has no time for it."""
        self._server.send_signal(signal.SIGSTOP)
        threading.Event().wait(seconds)
        self._server.send_signal(signal.SIGCONT)

    def close(self) -> None:
        """End the server."""
        self._server.terminate()
        self._server.wait(PATIENCE_S)
        self._log.close()


@contextmanager
def null_sink(sink: str = "") -> Iterator[NullSink]:
    """Lend a null sink. `sink` has more arguments for PulseAudio's module, such as `rate=44100 channels=6`."""
    with tempfile.TemporaryDirectory(prefix="steady-sink-", ignore_cleanup_errors=True) as folder:
        Path(folder).chmod(0o700)
        made = NullSink(Path(folder), sink)
        try:
            yield made
        finally:
            made.close()
