"""The practice in plain sentences, one for each phase: for terminals that can only write forward, and for speech."""

from typing import TextIO

from steady.core.events import PhaseStarted
from steady.core.session import Tick
from steady.terminal.plain import write_line
from steady.terminal.whispers import Whispers
from steady.texts import say
from steady.texts.announce import spoken
from steady.texts.guide import PHASE_WORDS
from steady.texts.narrator import Narrator
from steady.texts.terminal import TerminalText


class Sentences:
    """Writes sentences to `out`, without a single escape code. `title` is the exercise's."""

    def __init__(self, out: TextIO, title: str, narrator: Narrator, whispers: Whispers) -> None:
        self._out = out
        self._title = title
        self._narrator = narrator
        self._whispers = whispers

    def open(self) -> None:
        """Say what this is, and how it ends."""
        self._write(say(TerminalText.OPENING, title=self._title))

    def phase(self, event: PhaseStarted) -> None:
        """Say what to do now, and for how long."""
        phase = event.phase
        seconds = f"{phase.duration_s:.1f}".removesuffix(".0")
        sentence = TerminalText.PHASE_ONE_SECOND if seconds == "1" else TerminalText.PHASE
        self._write(say(sentence, words=phase.say or say(PHASE_WORDS[phase.act]), seconds=seconds))

    def reached(self, tick: Tick) -> None:
        """Say, softly, that this was it."""
        self._write(spoken(self._narrator.words(tick.moment, 0.0)))

    def left(self, tick: Tick) -> None:
        """Say how long it was. A terminal shows Ctrl-C as it is pressed, so this comes on a line of its own."""
        words, _ = self._narrator.words(tick.moment, 0.0)
        self._write("\n" + spoken((words, say(TerminalText.CLOSING))))

    def whisper(self) -> None:
        """Say what the machine did to us."""
        while (sentence := self._whispers.take()) is not None:
            self._write(sentence)

    def _write(self, sentence: str) -> None:
        write_line(self._out, sentence)
