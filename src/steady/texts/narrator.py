"""Which words stand under a breath right now: the phase's own, a passing note, or what a pause and an end say."""

from collections.abc import Sequence

from steady.core.breath import Act, Pattern
from steady.core.events import Event, Length, LengthReached, Moment, Nudge, Paused, PhaseStarted, Resumed, Stage
from steady.core.exercise import Breathing
from steady.core.pacing import TAPS_NEEDED, Met, Taps, TapState, how_met
from steady.texts import say
from steady.texts.guide import PHASE_WORDS, Guide
from steady.texts.ui import Ui

LEAST_MINUTES = 0.95
TWO_DIGITS = 10
NOTE_BREATHS = 2
"""A passing note stands until this many more breaths have begun."""


WHILE_BREATHING = (
    Guide.GENTLE,
    Guide.PAUSED_MORE,
    Guide.ASLEEP_MORE,
    Guide.SLOWER,
    Guide.FASTER,
    Guide.SLOWEST,
    Guide.FASTEST,
    Guide.STAYING,
    Guide.TAP_FIRST,
    Guide.TAP_HEARD,
    Guide.TAP_HEARD_STAYS,
    Guide.TAP_NEAR,
    Guide.TAP_NEAR_STAYS,
    Guide.TAP_TOO_FAST,
    Guide.TAP_TOO_SLOW,
    Guide.TAP_UNEVEN,
    Guide.TAP_TOO_FEW,
)
"""The smaller lines that come and go while a person breathes."""
MET = {
    Met(as_it_is=True, slows=True): Guide.TAP_HEARD,
    Met(as_it_is=True, slows=False): Guide.TAP_HEARD_STAYS,
    Met(as_it_is=False, slows=True): Guide.TAP_NEAR,
    Met(as_it_is=False, slows=False): Guide.TAP_NEAR_STAYS,
}
"""What is said to a rhythm that was heard."""
NO_RHYTHM = {
    TapState.TOO_FAST: Guide.TAP_TOO_FAST,
    TapState.TOO_SLOW: Guide.TAP_TOO_SLOW,
    TapState.UNEVEN: Guide.TAP_UNEVEN,
}
"""What is said to four presses that are no rhythm of breaths."""


class Narrator:
    """Keeps track of what has happened and says it, one short line and a smaller one. Knows no front end."""

    def __init__(self, exercise: Breathing, length: Length) -> None:
        self._exercise = exercise
        self._length = length
        self._note = ""
        self._note_until = 0
        self._breath = 0
        self._asleep = False
        self._taps: Taps | None = None
        self._reached = False

    @property
    def listening(self) -> bool:
        """Whether presses are taken for in-breaths."""
        return self._taps is not None

    def hear(self, event: Event) -> None:
        """Take in what happened in the practice."""
        if isinstance(event, PhaseStarted):
            self._breath = event.breath
        elif isinstance(event, Paused):
            self._asleep = event.asleep
            self._taps, self._note = None, ""
        elif isinstance(event, Resumed | LengthReached):
            self._taps, self._note = None, ""
            self._reached = isinstance(event, LengthReached)

    def note(self, sentence: str) -> str:
        """Show this as the second line for a while; returns it."""
        self._note, self._note_until = sentence, self._breath + NOTE_BREATHS
        return sentence

    def nudged(self, result: Nudge, *, slower: bool) -> str:
        """Note what a change of pace came to; returns the sentence."""
        if result is Nudge.CHANGED:
            return self.note(say(Guide.SLOWER if slower else Guide.FASTER))
        return self.note(say(Guide.SLOWEST if slower else Guide.FASTEST))

    def stay(self) -> str:
        """Note that the pace stays; returns the sentence."""
        return self.note(say(Guide.STAYING))

    def listen(self, now_s: float) -> str:
        """Begin to take presses for in-breaths; returns what to do."""
        self._taps = Taps(now_s)
        return say(Guide.TAP_FIRST)

    def press(self, now_s: float, goal: Pattern) -> float | None:
        """Take one press. Returns the person's own period in seconds once there are enough of them.

        `goal` is what the practice slows to from there.
        """
        if self._taps is None:
            return None
        state, period_s = self._taps.press(now_s), self._taps.period_s
        if period_s is not None:
            self._taps = None
            self.note(say(MET[how_met(goal, period_s)]))
        elif state in NO_RHYTHM:
            self._taps = None
            self.note(say(NO_RHYTHM[state]))
        return period_s

    def stop_listening(self) -> None:
        """Take no more presses; what was pressed so far changes nothing."""
        if self._taps is not None:
            self._taps = None
            self.note(say(Guide.TAP_TOO_FEW))

    def words(self, moment: Moment, now_s: float) -> tuple[str, str]:
        """Return the short line and the smaller one for this moment."""
        if moment.stage is Stage.READY:
            return say(Guide.READY), say(Guide.GENTLE)
        if moment.stage is Stage.PAUSED:
            return say(Guide.PAUSED), say(Guide.ASLEEP_MORE if self._asleep else Guide.PAUSED_MORE)
        if moment.stage in (Stage.RESTING, Stage.ENDED):
            return self._words_at_the_end(moment)
        if self._taps is not None and self._taps.wait(now_s) is TapState.TOO_FEW:
            self.stop_listening()
        if self._taps is not None:
            return say(Guide.TAP_TITLE), self._tap_line(self._taps)
        large = moment.phase.say or say(PHASE_WORDS[moment.phase.act])
        if self._note and self._breath < self._note_until:
            return large, self._note
        self._note = ""
        return large, moment.phase.more or (say(Guide.GENTLE) if moment.phase.act is Act.INHALE else "")

    def _tap_line(self, taps: Taps) -> str:
        if taps.count == 0:
            return say(Guide.TAP_FIRST)
        return say(Guide.TAP_NEXT, count=taps.count, needed=TAPS_NEEDED)

    def _words_at_the_end(self, moment: Moment) -> tuple[str, str]:
        length = self._length
        if moment.stage is not Stage.RESTING and not self._reached:
            return self._stopped(moment.elapsed_s / 60.0), say(Guide.REACHED_MORE)
        if self._exercise.then == "rest" and length.breaths == self._exercise.cycles:
            return say(Guide.REST), say(Guide.REST_MORE)
        breathed = breaths_words(length.breaths) if length.breaths is not None else minutes_words(length.minutes or 0.0)
        return say(Guide.REACHED, length=breathed), say(Guide.REACHED_MORE)

    def _stopped(self, minutes: float) -> str:
        """Say how long it was where it was stopped elsewhere than at its length."""
        if minutes < LEAST_MINUTES:
            return say(Guide.REACHED, length=minutes_words(minutes))
        return say(Guide.REACHED_ABOUT, length=minutes_words(round(minutes)))


def lines_of(exercise: Breathing) -> tuple[Sequence[str], Sequence[str]]:
    """Return all short lines and all smaller ones that can stand while it is breathed: for room to be kept for them."""
    large = [phase.say or say(PHASE_WORDS[phase.do]) for phase in exercise.phases]
    small = [phase.more for phase in exercise.phases if phase.more]
    taps = say(Guide.TAP_NEXT, count=TAPS_NEEDED, needed=TAPS_NEEDED)
    return (
        [*large, say(Guide.READY), say(Guide.PAUSED), say(Guide.TAP_TITLE)],
        [*small, taps, *map(say, WHILE_BREATHING)],
    )


def minutes_words(minutes: float) -> str:
    """Return "less than a minute", "one minute", "3 minutes", "2.5 minutes"."""
    if minutes < LEAST_MINUTES:
        return say(Ui.MINUTES_LESS)
    number = f"{minutes:.2g}" if minutes < TWO_DIGITS else f"{minutes:.0f}"
    return say(Ui.MINUTES_ONE) if number == "1" else say(Ui.MINUTES_MANY, minutes=number)


def breaths_words(breaths: int) -> str:
    """Return "one breath" or "4 breaths"."""
    return say(Ui.BREATHS_ONE) if breaths == 1 else say(Ui.BREATHS_MANY, breaths=breaths)


def status_line(title: str, moment: Moment, length: Length, *, show_elapsed: bool) -> str:
    """Return the quiet line: which exercise, how far if that is wanted, and that leaving is always fine."""
    return status_lines(title, moment, length, show_elapsed=show_elapsed)[0]


def status_lines(title: str, moment: Moment, length: Length, *, show_elapsed: bool) -> Sequence[str]:
    """Return the quiet line, and after it shorter ones for where it has no room.

    At its end, the large words say how long it was.
    """
    if not show_elapsed or moment.stage in (Stage.RESTING, Stage.ENDED):
        return say(Ui.NO_ELAPSED, title=title), title
    minutes = int(moment.elapsed_s // 60)
    if length.breaths is not None:
        counted = Ui.ELAPSED_ONE_BREATH if length.breaths == 1 else Ui.ELAPSED_BREATHS
        elapsed = say(counted, breaths=min(moment.breath, length.breaths), total=length.breaths)
    elif length.minutes is not None:
        elapsed = say(Ui.ELAPSED_OF, minutes=minutes, total=f"{length.minutes:g}")
    else:
        elapsed = say(Ui.ELAPSED_MINUTES, minutes=minutes)
    return say(Ui.ELAPSED, title=title, elapsed=elapsed), say(Ui.ELAPSED_SHORT, title=title, elapsed=elapsed), elapsed
