"""A pause before acting: it goes on while Steady is closed, and a clock that was changed meanwhile breaks nothing."""

from datetime import datetime, timedelta

from steady.core.settings import PauseKept


def begin(exercise_id: str, step: int, minutes: int, now: datetime) -> PauseKept:
    """Return a pause that begins now."""
    return PauseKept(exercise_id, step, minutes, now + timedelta(minutes=minutes))


def left_s(pause: PauseKept, now: datetime) -> float:
    """Return the seconds until it is over, 0 where it is.

    Where the wall clock was set back, more would be left than was chosen: such a pause is over, as nobody can say how
    long it has been.
    """
    left = (pause.ends_at - now).total_seconds()
    return 0.0 if left > pause.minutes * 60 + 1 else max(0.0, left)


def is_over(pause: PauseKept, now: datetime) -> bool:
    """Whether it is over."""
    return left_s(pause, now) <= 0.0
