"""The practice for a program that reads: one line for each phase, flushed as it starts, such as `in 3.0`."""

from typing import TextIO

from steady.core.breath import Phase
from steady.core.events import PhaseStarted
from steady.core.session import Tick
from steady.terminal.plain import write_line
from steady.terminal.whispers import Whispers


def line(phase: Phase) -> str:
    """Return what is written for a phase: what the breath does, and for how many seconds."""
    return f"{phase.act.value} {phase.duration_s:.1f}\n"


class Lines:
    """Writes phases to `out`, and nothing else there; what the machine did goes to `aside`."""

    def __init__(self, out: TextIO, aside: TextIO, whispers: Whispers) -> None:
        self._out = out
        self._aside = aside
        self._whispers = whispers

    def open(self) -> None:
        """Write nothing: the first line is the first phase."""

    def phase(self, event: PhaseStarted) -> None:
        """Write the phase, at once."""
        self._out.write(line(event.phase))
        self._out.flush()

    def reached(self, tick: Tick) -> None:
        """Write nothing: the end of the lines is the end."""

    def left(self, tick: Tick) -> None:
        """Write nothing, as above."""

    def whisper(self) -> None:
        """Write what the machine did to us on the side."""
        while (sentence := self._whispers.take()) is not None:
            write_line(self._aside, sentence)
