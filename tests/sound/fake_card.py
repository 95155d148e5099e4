"""A stand-in for the library that speaks to sound cards, on a clock that a test lets run.

It does what the real one does as far as `cards.py` uses it: a list of devices that stays as it was until it is looked
at anew, streams that refuse some forms, writes that wait for room, errors when a device has gone.
"""

import threading
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

PATIENCE_S = 20.0
"""How long a test waits for the player's thread before it fails; none is ever waited for in full."""


class FakeError(Exception):
    """What the library raises where a card fails."""


class FakeTime:
    """Seconds that pass as they are written to a card, and no faster than the test lets them."""

    def __init__(self, now_s: float = 1000.0) -> None:
        self._changed = threading.Condition()
        self.s = self._until_s = now_s
        self._free = False
        self._waiting = False

    def now_s(self) -> float:
        """Return the second it is."""
        return self.s

    def spend(self, seconds: float) -> None:
        """Let so much pass, once the test lets it. Called by the card."""
        with self._changed:
            self._waiting = self.s + seconds > self._until_s
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._free or self.s + seconds <= self._until_s, PATIENCE_S)
            self._waiting = False
            self.s += seconds
            self._changed.notify_all()

    def let(self, seconds: float) -> None:
        """Let so much pass; return once the card has played it."""
        with self._changed:
            self._until_s += seconds
            self._changed.notify_all()
            done = self._changed.wait_for(lambda: self._waiting and self.s + 0.04 > self._until_s, PATIENCE_S)
            assert done, "the card did not play"

    def allow(self, seconds: float) -> None:
        """Let so much pass, whoever needs it."""
        with self._changed:
            self._until_s += seconds
            self._changed.notify_all()

    def wait_for(self, what: Callable[[], bool]) -> None:
        """Wait for something that the player's thread does, while time stands still or runs as it is let."""
        with self._changed:
            assert self._changed.wait_for(what, PATIENCE_S), "it never happened"

    def tell(self) -> None:
        """Something happened."""
        with self._changed:
            self._changed.notify_all()

    def pass_by(self, seconds: float) -> None:
        """Let so much pass while no card is open."""
        with self._changed:
            self.s += seconds
            self._until_s = max(self._until_s, self.s)

    def free(self) -> None:
        """Let everything pass from now on."""
        with self._changed:
            self._free = True
            self._changed.notify_all()


class FakeStream:
    """A stream that keeps what is written to it."""

    def __init__(self, library: "FakeLibrary", name: str, rate_hz: int, channels: int) -> None:
        self._library = library
        self._queued = 0
        self.name, self.rate_hz, self.channels = name, rate_hz, channels
        self.latency = library.latency_s
        self.written: list[np.ndarray] = []
        self.heard_s: list[float] = []
        self.dry = False
        self.open = True
        self.ended = ""

    @property
    def write_available(self) -> int:
        """How many samples can be written without waiting."""
        return round(self.latency * self.rate_hz) - self._queued

    def start(self) -> None:
        if self._library.busy:
            raise FakeError("Device unavailable")

    def write(self, data: np.ndarray) -> bool:
        assert self.open
        assert data.dtype == np.float32
        assert data.flags["C_CONTIGUOUS"]
        assert data.shape[1] == self.channels
        self._gone()
        self.heard_s.append(self._library.time.s + self._queued / self.rate_hz)
        room = self.write_available
        if len(data) > room:
            self._library.time.spend((len(data) - max(0, room)) / self.rate_hz)
            self._queued = round(self.latency * self.rate_hz)
        else:
            self._queued += len(data)
        self._gone()
        self.written.append(data.copy())
        dry, self.dry = self.dry, False
        return dry

    def _gone(self) -> None:
        if self.name not in self._library.plugged:
            raise FakeError("Unanticipated host error")

    def stop(self) -> None:
        self._gone()
        self.ended = "played out"

    def abort(self) -> None:
        self.ended = self.ended or "dropped"

    def close(self) -> None:
        self.open = False
        self._library.time.tell()

    @property
    def sound(self) -> np.ndarray:
        """All that was written, shape (n, channels)."""
        return np.concatenate(self.written)


class FakeLibrary:
    """The library. `plugged` is what there is by name; `seen` what the library believes there is."""

    PortAudioError = FakeError

    def __init__(self, time: FakeTime, *, channels: int = 2, rate_hz: float = 48_000.0, latency_s: float = 0.1) -> None:
        self.time = time
        self.plugged: dict[str, tuple[int, float]] = {"Speakers": (channels, rate_hz)}
        self.default = "Speakers"
        self.latency_s = latency_s
        self.busy = False
        self.takes: Callable[[int, int], bool] = lambda channels, rate_hz: True
        self.streams: list[FakeStream] = []
        self.looked = 0
        self._initialize()

    def _initialize(self) -> None:
        self._seen, self._usual = dict(self.plugged), self.default
        self.looked += 1
        self.time.tell()

    def _terminate(self) -> None:
        assert not any(stream.open for stream in self.streams), "streams are closed before the library is let go"
        self._seen = {}

    def query_devices(self, device: int | None = None, kind: str | None = None) -> Any:
        found = [
            {"name": name, "index": index, "max_output_channels": channels, "default_samplerate": rate_hz}
            for index, (name, (channels, rate_hz)) in enumerate(self._seen.items())
        ]
        if kind is None:
            return [*found, {"name": "Microphone", "index": 99, "max_output_channels": 0, "default_samplerate": 8000.0}]
        usual = [one for one in found if one["name"] == self._usual]
        if not usual:
            raise FakeError("Error querying device -1")
        return usual[0]

    def OutputStream(self, *, device: int, samplerate: int, channels: int, dtype: str, latency: float) -> FakeStream:  # noqa: N802 - the library's name
        name = list(self._seen)[device]
        assert dtype == "float32"
        assert latency > 0.0
        if name not in self.plugged or not self.takes(channels, samplerate):
            raise FakeError("Invalid number of channels")
        stream = FakeStream(self, name, samplerate, channels)
        self.streams.append(stream)
        self.time.tell()
        return stream

    # -- for tests ----------------------------------------------------------------------------------------------

    def unplug(self, name: str = "Speakers") -> None:
        """Take a device away."""
        self.plugged.pop(name)
        self.default = next(iter(self.plugged), "")

    def plug(self, name: str, channels: int = 2, rate_hz: float = 48_000.0) -> None:
        """Plug a device in, and make it what the system uses."""
        self.plugged[name] = (channels, rate_hz)
        self.default = name

    @property
    def stream(self) -> FakeStream:
        """The last stream that was opened."""
        return self.streams[-1]


def names(streams: Sequence[FakeStream]) -> list[str]:
    """Return where each of them plays."""
    return [stream.name for stream in streams]
