"""A sound card of our own that plays into nothing and can be recorded: PulseAudio's null sink, in a folder of its own.

Used by `sound.py` and by the long tests. Nothing of the user's own sound is touched.
"""

import os
import shutil
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


def missing() -> Sequence[str]:
    """Return what is not there of all that this needs."""
    lacking = [program for program in PROGRAMS if shutil.which(program) is None]
    folders = (Path(folder) for folder in PLUGIN_FOLDERS)
    if not any(next(folder.rglob(f"alsa-lib/{PLUGIN}"), None) for folder in folders if folder.is_dir()):
        lacking.append(f"ALSA's plugin for PulseAudio ({PLUGIN})")
    return lacking


class Recorded(NamedTuple):
    """What was recorded: samples of shape (n, 2), and the second of `time.monotonic` at which the first was heard."""

    sound: np.ndarray
    begins_s: float


class Recording:
    """Records the sink's monitor from now on; each chunk that arrives is timed."""

    def __init__(self, environment: dict[str, str]) -> None:
        form = ("--raw", "--format=float32le", f"--rate={RATE_HZ}", "--channels=2")
        command = ["parec", f"--latency-msec={RECORDER_LATENCY_MS}", "-d", f"{SINK}.monitor", *form]
        self._process = subprocess.Popen(command, stdout=subprocess.PIPE, env=environment)
        self._chunks: list[bytes] = []
        self._earliest_s = float("inf")
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
            # No sample arrives before it was heard, so the earliest of all is the nearest to when it was.
            self._earliest_s = min(self._earliest_s, arrived_s - count / 8 / RATE_HZ)
            self._begun.set()

    def stop(self) -> Recorded:
        """End, and return what was recorded."""
        self._process.terminate()
        self._reader.join(PATIENCE_S)
        self._process.wait(PATIENCE_S)
        assert self._process.stdout is not None
        self._process.stdout.close()
        whole = b"".join(self._chunks)
        sound = np.frombuffer(whole[: len(whole) // 8 * 8], np.float32).reshape(-1, 2)
        return Recorded(sound, self._earliest_s)


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
