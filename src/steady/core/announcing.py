"""What a screen reader is told while a person breathes: enough to follow by ear, never a stream of words."""

from steady.core.breath import Act, Phase
from steady.core.events import Event, LengthReached, Paused, PhaseStarted, Resumed

BREATHS_TOLD = 3
"""The phases of this many first breaths are told; after that only changes are."""
SAME_S = 1e-3
"""Phases that differ by less than this are as long as before."""


class Announcing:
    """Decides what to tell, and tells each thing once.

    Phases are told for the first three breaths, and then for one breath whenever the breath has changed: after a
    pause, or at another pace. A pause, the length reached and notes are always told. `phases` is the person's switch;
    switched off, no phase is told, but the changes still are: without eyes there is no other way to know them.
    """

    def __init__(self, phases: bool) -> None:  # noqa: FBT001 - the one switch there is
        self._phases = phases
        self._told_until = BREATHS_TOLD
        self._breath = -1
        self._before: list[Phase] = []
        self._now: list[Phase] = []
        self._large_due = self._small_due = False
        self._note = ""

    def hear(self, event: Event) -> None:
        """Take in what happened in the practice."""
        if isinstance(event, PhaseStarted):
            self._hear_phase(event)
        elif isinstance(event, Paused | LengthReached):
            self._large_due = self._small_due = True
        elif isinstance(event, Resumed):
            self._large_due = self._small_due = False
            self._told_until = max(self._told_until, self._breath + 1)
            self._now = []

    def note(self, sentence: str) -> None:
        """Take in a passing note, such as what a change of pace came to."""
        self._note = sentence

    def told(self, large: str, small: str) -> tuple[str, ...]:
        """Return what to tell now, in order, given the two lines on screen; most of the time that is nothing."""
        if not (self._large_due or self._note):
            return ()
        lines = (large if self._large_due else "", small if self._small_due else "", self._note)
        self._large_due = self._small_due = False
        self._note = ""
        return tuple(line for at, line in enumerate(lines) if line and line not in lines[:at])

    def _hear_phase(self, event: PhaseStarted) -> None:
        self._turn_breath(event)
        at = len(self._now)
        self._now.append(event.phase)
        if at < len(self._before) and abs(event.phase.duration_s - self._before[at].duration_s) > SAME_S:
            self._told_until = max(self._told_until, event.breath + 1)
        self._large_due = self._phases and event.breath < self._told_until
        self._small_due = self._large_due and event.breath == 0

    def _turn_breath(self, event: PhaseStarted) -> None:
        """Start a new list of phases where a new breath begins, be it in the middle of one."""
        anew = event.phase.act is Act.INHALE and bool(self._now) and self._now[-1].act is not Act.INHALE
        if event.breath != self._breath or anew:
            self._breath = event.breath
            self._before, self._now = self._now or self._before, []
