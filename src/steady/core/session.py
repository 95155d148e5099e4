"""One practice as it is lived: a state machine, the clock it is read by, and its row in the log.

Both front ends drive this: they call `tick` when something is due and draw the moment it returns.
"""

from typing import NamedTuple

from steady.core.breath import Course
from steady.core.clock import Reading, SleepWatch
from steady.core.events import Ended, Event, Length, LengthReached, Moment, Nudge, Outcome, Stage
from steady.core.ports import Clock, PracticeLog
from steady.core.practice import Practice
from steady.core.record import SessionRecord
from steady.core.row import HEARTBEAT_S, Row

COMMIT_GRACE_S = 0.75
"""How long the first phase waits for its row to be on disk. After that a person breathes, and the row follows."""


class Tick(NamedTuple):
    """One reading of the clock: what there is to show, and what has happened since the last one."""

    moment: Moment
    events: list[Event]


class Session:
    """A practice that reads its own clock and keeps its own row."""

    def __init__(
        self, practice: Practice, clock: Clock, log: PracticeLog, record: SessionRecord, *, kept: bool = True
    ) -> None:
        self.practice = practice
        self.row = Row(clock, log, record, kept=kept)
        self._clock = clock
        first = clock.read()
        self._opened_s = first.monotonic_s
        self._sleep = SleepWatch(first)

    @property
    def may_begin(self) -> bool:
        """Whether the row is on disk, or has been waited for long enough."""
        return self.row.receipt.done or self._clock.read().monotonic_s - self._opened_s >= COMMIT_GRACE_S

    @property
    def has_begun(self) -> bool:
        """Whether its first in-breath has begun."""
        return self.practice.stage is not Stage.READY

    def now_s(self) -> float:
        """Return the time now on the clock the practice is read by."""
        return self._clock.read().monotonic_s

    def begin(self) -> Tick:
        """Start with the first in-breath. Call it once `may_begin`."""
        reading = self._clock.read()
        self._sleep.slept(reading)
        return self._did(reading, self.practice.start(reading.monotonic_s))

    def tick(self) -> Tick:
        """Read the clock once; return what has happened and what there is to show."""
        reading = self._clock.read()
        now_s = reading.monotonic_s
        asleep = self._sleep.slept(reading)
        events = self.practice.pause(now_s, asleep=True) if asleep else self.practice.advance(now_s)
        if self.practice.stage is not Stage.ENDED and self.row.wait_s(now_s) <= 0.0:
            self._write(reading)
        return self._did(reading, events)

    def look(self) -> Moment:
        """Read the clock once and return what there is to show; nothing is moved on."""
        return self.practice.look(self._clock.read().monotonic_s)

    def wait_s(self) -> float:
        """Return the seconds until the next turn or heartbeat, whichever comes first. Nothing comes after the end."""
        if self.practice.stage is Stage.ENDED:
            return HEARTBEAT_S
        now_s = self._clock.read().monotonic_s
        beat_s, turn_s = self.row.wait_s(now_s), self.practice.wait_s(now_s)
        return beat_s if turn_s is None else min(beat_s, turn_s)

    def pause(self) -> Tick:
        """Stand still."""
        reading = self._clock.read()
        return self._did(reading, self.practice.pause(reading.monotonic_s, asleep=self._sleep.slept(reading)))

    def resume(self) -> Tick:
        """Go on with an in-breath, after a pause or after the length was reached."""
        reading = self._clock.read()
        self._sleep.slept(reading)  # whoever asks to go on is awake: a sleep before this pauses nothing after it
        now_s = reading.monotonic_s
        resting = self.practice.stage is Stage.RESTING
        return self._did(reading, self.practice.go_on(now_s) if resting else self.practice.resume(now_s))

    def nudge(self, factor: float) -> Nudge:
        """Make breaths longer or shorter from the next one on."""
        return self.practice.nudge(self._clock.read().monotonic_s, factor)

    def breathe_like(self, course: Course) -> None:
        """Follow another course from the next breath on."""
        self.practice.plan(self._clock.read().monotonic_s, course)

    def aim_for(self, length: Length) -> bool:
        """Take another length where it is still ahead; return whether that is so."""
        return self.practice.aim_for(self._clock.read().monotonic_s, length)

    def stay_here(self) -> None:
        """Keep the present pace."""
        self.practice.stay_here(self._clock.read().monotonic_s)

    def follow(self, period_s: float) -> Tick:
        """Meet the person's own breath, with an in-breath now."""
        reading = self._clock.read()
        self._sleep.slept(reading)
        return self._did(reading, self.practice.follow(reading.monotonic_s, period_s))

    def end(self) -> Tick:
        """End it and write its last state."""
        reading = self._clock.read()
        resting = self.practice.stage is Stage.RESTING
        return self._did(reading, self.practice.end(reading.monotonic_s), still_over=resting)

    def _did(self, reading: Reading, events: list[Event], *, still_over: bool = False) -> Tick:
        for event in events:
            if isinstance(event, LengthReached):
                self._write(reading, Outcome.COMPLETED)
            elif isinstance(event, Ended):
                self._write(reading, event.outcome, still_over=still_over)
        return Tick(self.practice.look(reading.monotonic_s), events)

    def _write(self, reading: Reading, outcome: Outcome | None = None, *, still_over: bool = False) -> None:
        practice, now_s = self.practice, reading.monotonic_s
        resting = practice.stage is Stage.RESTING
        self.row.write(
            now_s,
            practised_s=practice.elapsed_s(now_s),
            breaths=practice.breaths(now_s),
            outcome=outcome,
            still_over=still_over or resting,
        )
