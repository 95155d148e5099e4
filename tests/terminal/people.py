"""Parts for tests of the terminal: a breath of five seconds, a screen of text, someone who presses keys in time."""

import contextlib

from steady.core.breath import Act
from steady.core.events import Length
from steady.core.exercise import Breathing, Caution, PhaseSpec
from steady.core.starting import Starter


def an_exercise(**changes):
    """Two seconds in and three out."""
    fields = {
        "format": 1,
        "title": "Longer out",
        "summary": "A slower out-breath.",
        "group": "settle",
        "minutes": 1,
        "phases": (
            PhaseSpec(Act.INHALE, 2.0, to=1.0),
            PhaseSpec(Act.EXHALE, 3.0, to=0.0, say="Let it go", more="thin and slow"),
        ),
    }
    return Breathing(**{**fields, **changes})


def a_few_times():
    """Four breaths at most, and a hold for those who ask."""
    hold = PhaseSpec(Act.HOLD, 2.0, optional=True)
    inhale, exhale = an_exercise().phases
    return an_exercise(phases=(inhale, hold, exhale), cycles=4, then="rest", cautions=(Caution.HOLDS,))


def a_session(clock, log, exercise=None, length=None, *, holds=False):
    """A session of that exercise, not begun."""
    return Starter(clock, log, lambda: "an-id").breathe(
        "longer-out", exercise or an_exercise(), length or Length(breaths=2), holds=holds
    )


class Passing:
    """Waits as a manual clock does: the time is over at once. What is planned for a second happens then."""

    def __init__(self, clock):
        self.clock = clock
        self.start_s = clock.monotonic_s
        self.waits = []
        self._plans = []

    def at(self, second, do):
        """Do something that many seconds after the start."""
        self._plans.append((self.start_s + second, do))
        self._plans.sort(key=lambda plan: plan[0])

    def __call__(self, timeout_s):
        """Let that much time pass, or less where something happens before; return what it returned."""
        assert timeout_s > 0.0, "a wait of no time is a busy loop"
        assert len(self.waits) < 5000, "it never ends"
        until_s = self.clock.monotonic_s + timeout_s
        result = None
        if self._plans and self._plans[0][0] <= until_s:
            until_s, do = self._plans.pop(0)
            until_s = max(until_s, self.clock.monotonic_s)
            result = do
        self.waits.append(until_s - self.clock.monotonic_s)
        self.clock.advance(until_s - self.clock.monotonic_s)
        return result() if callable(result) else result


class TextScreen:
    """A screen that keeps what is written to it. Keys come from `passing`, at their second."""

    def __init__(self, passing, columns=80, rows=24):
        self.passing = passing
        self.columns, self.rows = columns, rows
        self.frames = []
        self.left = []
        self.takes = 0
        self.is_taken = False

    @contextlib.contextmanager
    def taken(self):
        self.takes += 1
        self.is_taken = True
        try:
            yield
        finally:
            self.is_taken = False

    def size(self):
        return self.columns, self.rows

    def write(self, text):
        if not self.is_taken:
            assert "\x1b" not in text, "drawn on a terminal that is not ours"
            self.left.append(text)
            return
        self.frames.append((self.passing.clock.monotonic_s - self.passing.start_s, text))

    def key(self, timeout_s):
        return self.passing(timeout_s)
