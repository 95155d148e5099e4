"""Words in the system's own voice, through Qt's speech part where that is installed. It never talks over itself."""

from importlib.util import find_spec
from typing import Any, Protocol

from PySide6.QtCore import QObject

MODULE = "PySide6.QtTextToSpeech"
COMMAND = 'pip install "steady[voice]"'
"""What brings Qt's speech part."""
SLOWEST, FASTEST = -0.6, 0.4
"""The rates that a reader's pace leads to; 0 is the voice's own."""


class Engine(Protocol):
    """What is used of QTextToSpeech."""

    stateChanged: Any  # noqa: N815 - Qt's name

    def state(self) -> Any:
        """Return what it is doing."""
        ...

    def say(self, text: str) -> None:
        """Begin to speak."""
        ...

    def stop(self) -> None:
        """Stop speaking."""
        ...

    def setRate(self, rate: float) -> None:  # noqa: N802 - Qt's name
        """Set how fast it speaks, -1 to 1."""
        ...


class Speech:
    """Speaks cues, which come on time or not at all, and lines, which wait for each other."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._next: tuple[str, float] | None = None
        engine.stateChanged.connect(self._go_on)

    @property
    def _is_speaking(self) -> bool:
        return self._engine.state().name in ("Speaking", "Synthesizing", "Paused")

    def cue(self, word: str) -> None:
        """Say a word now; where something is being said it is left out, as it would come late."""
        if not self._is_speaking and self._next is None:
            self._engine.setRate(0.0)
            self._engine.say(word)

    def line(self, words: str, reading_percent: int) -> None:
        """Say a line, after the one that is being said; of those that wait, only the last is said."""
        self._next = words, rate_for(reading_percent)
        if not self._is_speaking:
            self._go_on()

    def hush(self) -> None:
        """Say nothing more."""
        self._next = None
        self._engine.stop()

    def _go_on(self, _state: object = None) -> None:
        if self._next is not None and not self._is_speaking:
            (words, rate), self._next = self._next, None
            self._engine.setRate(rate)
            self._engine.say(words)


def rate_for(reading_percent: int) -> float:
    """Return how fast to speak for a reader who takes that much of the usual time: longer is slower."""
    return min(FASTEST, max(SLOWEST, (100.0 - reading_percent) / 150.0))


def is_installed() -> bool:
    """Whether Qt's speech part is there, without loading it."""
    return find_spec(MODULE) is not None


def find_speech(parent: QObject) -> Speech | None:
    """Return the system's voice, or None where Qt's speech part or a voice is missing."""
    if not is_installed():
        return None
    from importlib import import_module  # noqa: PLC0415 - an extra: only where it is installed and wanted

    module = import_module(MODULE)
    engines = [name for name in module.QTextToSpeech.availableEngines() if name != "mock"]
    if not engines:
        return None
    engine = module.QTextToSpeech(parent)
    return None if engine.state().name == "Error" else Speech(engine)
