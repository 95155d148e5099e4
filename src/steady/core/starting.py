"""How a practice begins: from an exercise and the person's settings to a session with its row."""

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING

from steady.core.breath import MAX_PERIOD_S
from steady.core.days import lived_day
from steady.core.events import OPEN, Length
from steady.core.exercise import Breathing, Grounding, Script
from steady.core.pacing import SLOWEST_PERIOD_S
from steady.core.ports import Clock, PracticeLog
from steady.core.practice import Practice
from steady.core.record import Kind, SessionRecord
from steady.core.session import Session
from steady.core.settings import Form, Motion, Settings

if TYPE_CHECKING:
    from steady.core.walk_session import WalkSession


def chosen_length(exercise: Breathing, settings: Settings) -> Length:
    """Return how long to practise: the person's own length, except for breaths that are only done a few times."""
    if exercise.cycles is not None:
        return exercise.length
    if settings.length_open:
        return OPEN
    if settings.length_breaths is not None:
        return Length(breaths=settings.length_breaths)
    if settings.length_minutes is not None:
        return Length(minutes=settings.length_minutes)
    return exercise.length


def chosen_form(settings: Settings, exercise: Breathing) -> Form:
    """Return the form to draw: never AUTO.

    Reduced motion is still, whoever asks for it; only a form that the person chose themselves outranks the desktop.
    """
    if settings.motion is Motion.REDUCED:
        return Form.STILL
    if settings.form is not Form.AUTO:
        return settings.form
    if settings.motion is Motion.SYSTEM and settings.last_reduced_motion:
        return Form.STILL
    return Form(exercise.form) if exercise.form is not None else Form.ORB


class Starter:
    """Starts sessions. Each one's row is on its way to the log before this returns."""

    def __init__(
        self, clock: Clock, log: PracticeLog, new_id: Callable[[], str], day_ends_hour: Callable[[], int] = lambda: 0
    ) -> None:
        """`day_ends_hour` is asked for at each start: the person may change it."""
        self._clock = clock
        self._log = log
        self._day_ends_hour = day_ends_hour
        self.new_id = new_id

    def now_s(self) -> float:
        """Return the time now on the clock that sessions are read by, in seconds."""
        return self._clock.read().monotonic_s

    def now(self) -> datetime:
        """Return the wall time."""
        return self._clock.now()

    def today(self) -> date:
        """Return the day that is lived now."""
        return lived_day(self._clock.now(), self._day_ends_hour())

    def breathe(
        self, exercise_id: str, exercise: Breathing, length: Length, *, holds: bool = False, kept: bool = True
    ) -> Session:
        """Return a session of breathing, not begun. One that is not `kept` never reaches the log."""
        slowest_s = SLOWEST_PERIOD_S if exercise.pace is not None else MAX_PERIOD_S
        practice = Practice(exercise.course(holds=holds), length, slowest_period_s=slowest_s)
        record = self._record(exercise_id, Kind.BREATHING, breaths=0)
        return Session(practice, self._clock, self._log, record, kept=kept)

    def walk(self, exercise_id: str, exercise: Grounding | Script, *, kept: bool = True) -> "WalkSession":
        """Return a walk through an exercise's steps. One that is not `kept` never reaches the log."""
        from steady.core.walk import Walk  # noqa: PLC0415 - the first breath is no walk
        from steady.core.walk_session import WalkSession  # noqa: PLC0415 - as above

        kind = Kind.GROUNDING if isinstance(exercise, Grounding) else Kind.SCRIPT
        record = self._record(exercise_id, kind)
        return WalkSession(Walk(exercise.steps), self._clock, self._log, record, kept=kept)

    def _record(self, exercise_id: str, kind: Kind, breaths: int | None = None) -> SessionRecord:
        now = self._clock.now()
        day = lived_day(now, self._day_ends_hour())
        return SessionRecord(self.new_id(), now, exercise_id, kind, beat_at=now, breaths=breaths, day=day)
