"""Sound cards as PortAudio shows them: which there are, opening one in a form that it takes, writing to it.

`library` is the module that speaks to PortAudio, or a test's stand-in for it.
"""

import contextlib
import os
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from steady.core.errors import Fault, MachineError

if TYPE_CHECKING:
    from steady.sound.envelope import Stereo

LATENCY_S = 0.1
"""How much sound is asked to be queued: enough for a busy machine, and no more than a gentle pause takes anyway."""
USUAL_RATES_HZ = (48_000, 44_100)
STEREO = 2
MOST_CHANNELS = 32


class NoSound(MachineError):
    """No sound can be made just now; the fault says why."""


class Stream(Protocol):
    """An output stream with blocking writes, as PortAudio's are."""

    latency: float
    write_available: int

    def start(self) -> None:
        """Begin."""
        ...

    def write(self, data: Any) -> bool:
        """Wait for room and queue the samples; return whether it ran dry before them."""
        ...

    def stop(self) -> None:
        """Play what is queued, and end."""
        ...

    def abort(self) -> None:
        """End at once."""
        ...

    def close(self) -> None:
        """Let go of the card."""
        ...


class Library(Protocol):
    """What is used of the module that speaks to PortAudio."""

    PortAudioError: type[Exception]

    def query_devices(self, device: int | None = None, kind: str | None = None) -> Any:
        """Return a dict for one device, or a sequence of dicts for all."""
        ...

    def OutputStream(self, **form: Any) -> Stream:  # noqa: N802 - the library's name
        """Open a stream of that form."""
        ...

    def _terminate(self) -> None: ...

    def _initialize(self) -> None: ...


class Card:
    """A sound card that is open and takes stereo, whatever it has."""

    def __init__(self, stream: Stream, rate_hz: int, channels: int) -> None:
        self._stream = stream
        self.rate_hz = rate_hz
        self.channels = channels
        # PortAudio leaves one period of ALSA's buffer out of the latency that it reports; an empty one has it all.
        self.latency_s = max(stream.latency, stream.write_available / rate_hz)

    def queued_s(self) -> float:
        """Return how long what is written now waits before it is heard, by what the card reports, in seconds."""
        return max(0.0, self.latency_s - self._stream.write_available / self.rate_hz)

    def write(self, samples: "Stereo") -> bool:
        """Wait for room and queue the samples, shape (n, 2). Returns whether the card ran dry before them."""
        return self._stream.write(_spread(samples, self.channels))

    def close(self) -> None:
        """Let what is queued be heard, and let go of the card.

        Silence is queued behind it: some systems drop what is still queued when a stream is stopped, which clicks.
        """
        import numpy as np  # noqa: PLC0415 - loaded with the first sound

        silence = np.zeros((round(self.latency_s * self.rate_hz), self.channels), np.float32)
        try:
            self._stream.write(silence)
            self._stream.stop()
        finally:
            self._stream.close()

    def drop(self) -> None:
        """Let go of a card that is not there any more."""
        with contextlib.suppress(Exception):  # it failed already: there is nothing left to save
            self._stream.abort()
        with contextlib.suppress(Exception):  # as above
            self._stream.close()


def _spread(samples: "Stereo", channels: int) -> Any:
    """Return stereo as so many channels: both sides in one, or the first two of many."""
    import numpy as np  # noqa: PLC0415 - loaded with the first sound

    if channels == STEREO:
        return np.ascontiguousarray(samples)
    if channels == 1:
        return samples.mean(axis=1, keepdims=True, dtype=np.float32)
    spread = np.zeros((len(samples), channels), np.float32)
    spread[:, :STEREO] = samples
    return spread


class Cards:
    """The cards that one library knows."""

    def __init__(self, library: Library) -> None:
        self._library = library

    @property
    def error(self) -> type[Exception]:
        """What the library raises where a card fails."""
        return self._library.PortAudioError

    def names(self) -> Sequence[str]:
        """Return the names of all outputs, each once, in the system's order."""
        return tuple(dict.fromkeys(str(one["name"]) for one in self._outputs()))

    def look_again(self) -> None:
        """Look for cards that came and went; the library keeps its first list otherwise. No stream may be open."""
        with without_chatter():
            self._library._terminate()  # noqa: SLF001 - there is no other way to be shown new devices
            self._library._initialize()  # noqa: SLF001 - as above

    def close(self) -> None:
        """Let go of the library."""
        with without_chatter():
            self._library._terminate()  # noqa: SLF001 - as above

    def open(self, device: str) -> Card:
        """Open that output, or the one that the system uses where there is none of that name. Raises `NoSound`."""
        found = self._find(device)
        if found is None:
            raise NoSound(Fault.SOUND_NO_DEVICE)
        most = min(MOST_CHANNELS, int(found["max_output_channels"]))
        channels = dict.fromkeys(count for count in (STEREO, most, 1) if count <= most)
        rates = dict.fromkeys((round(float(found["default_samplerate"])), *USUAL_RATES_HZ))
        for count in channels:
            for rate_hz in rates:
                card = self._try(int(found["index"]), rate_hz, count)
                if card is not None:
                    return card
        raise NoSound(Fault.SOUND_BUSY)

    def _try(self, index: int, rate_hz: int, channels: int) -> Card | None:
        form = {"samplerate": rate_hz, "channels": channels, "dtype": "float32", "latency": LATENCY_S}
        stream = None
        try:
            with without_chatter():
                stream = self._library.OutputStream(device=index, **form)
                stream.start()
        except self._library.PortAudioError:
            if stream is not None:
                stream.close()
            return None
        return Card(stream, rate_hz, channels)

    def _outputs(self) -> list[dict[str, Any]]:
        try:
            return [one for one in self._library.query_devices() if int(one["max_output_channels"]) > 0]
        except self._library.PortAudioError:
            return []

    def _find(self, device: str) -> dict[str, Any] | None:
        outputs = self._outputs()
        chosen = next((one for one in outputs if device and one["name"] == device), None)
        if chosen is not None:
            return chosen
        try:
            usual: dict[str, Any] = self._library.query_devices(kind="output")
        except (self._library.PortAudioError, ValueError):  # there is no default
            return outputs[0] if outputs else None
        return usual


@contextlib.contextmanager
def without_chatter() -> Iterator[None]:
    """Keep what the system's sound libraries print as they look around out of the terminal."""
    try:
        kept = os.dup(2)
    except OSError:  # a window that was started without a console
        yield
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, 2)
        yield
    finally:
        os.dup2(kept, 2)
        os.close(kept)
        os.close(nowhere)
