"""What keys mean to a practice, and what there is to show of it. Knows no terminal: to it, a key is a name."""

import math
from collections.abc import Sequence

from steady.core.breath import Act
from steady.core.events import Length, Moment, Stage
from steady.core.exercise import Breathing
from steady.core.pacing import NUDGE
from steady.core.session import Session, Tick
from steady.terminal.canvas import STILL_STEPS, WIDEST_LINE, Scene
from steady.terminal.whispers import Whispers
from steady.texts import say
from steady.texts.announce import spoken
from steady.texts.narrator import Narrator, status_lines
from steady.texts.terminal import TerminalText

OFFER_S = 20.0
"""How long a few more breaths are offered before it ends by itself."""
SHORTEST_FRAME_S = 0.05
SETTLED = 0.999
MAIN_KEYS = ("space", "enter")
"""What the window's large button is: pause, go on, a few more breaths."""
SLOWER_KEYS = ("left", "down")
FASTER_KEYS = ("right", "up")


class Guide:
    """One practice in front of a person. `letters`: single letters are shortcuts; `still`: nothing moves."""

    def __init__(
        self,
        session: Session,
        exercise: Breathing,
        length: Length,
        whispers: Whispers,
        *,
        show_elapsed: bool = True,
        letters: bool = True,
        still: bool = False,
    ) -> None:
        self._session = session
        self._exercise = exercise
        self._whispers = whispers
        self._narrator = Narrator(exercise, length)
        self._show_elapsed = show_elapsed
        self._letters = letters
        self._still = still
        self._offered_s: float | None = None
        self._moment = session.look()
        self.over = False

    # -- living it ----------------------------------------------------------------------------------------------

    def begin(self) -> None:
        """Start with the first in-breath."""
        self._hear(self._session.begin())

    def advance(self) -> None:
        """Take in what has happened since the last time."""
        self._hear(self._session.tick())
        if self._moment.stage is Stage.RESTING:
            now_s = self._session.now_s()
            self._offered_s = now_s if self._offered_s is None else self._offered_s
            self.over = self.over or now_s - self._offered_s >= OFFER_S
        else:
            self._offered_s = None

    def pause(self) -> None:
        """Stand still, whoever asks."""
        self._hear(self._session.pause())

    def press(self, key: str) -> None:
        """Do what a key asks for. Keys that mean nothing here change nothing."""
        stage = self._session.practice.stage
        if key == "esc" or (key == "q" and (self._letters or stage is Stage.RESTING)):
            self.over = True
        elif stage is Stage.RESTING:
            self._press_at_the_end(key)
        elif self._narrator.listening:
            self._tap()
        elif key in MAIN_KEYS:
            self._hear(self._session.resume() if stage is Stage.PAUSED else self._session.pause())
        elif stage is Stage.BREATHING:
            self._press_for_pace(key)

    def _press_at_the_end(self, key: str) -> None:
        if key in MAIN_KEYS and self._may_go_on:
            self._hear(self._session.resume())
        else:
            self.over = True

    def _press_for_pace(self, key: str) -> None:
        if key in SLOWER_KEYS:
            self._narrator.nudged(self._session.nudge(NUDGE), slower=True)
        elif key in FASTER_KEYS:
            self._narrator.nudged(self._session.nudge(1 / NUDGE), slower=False)
        elif key == "s" and self._letters:
            self._session.stay_here()
            self._narrator.stay()
        elif key == "u" and self._letters:
            self._narrator.listen(self._session.now_s())

    def _tap(self) -> None:
        period_s = self._narrator.press(self._session.now_s(), self._session.practice.goal)
        if period_s is not None:
            self._hear(self._session.follow(period_s))

    def _hear(self, tick: Tick) -> None:
        for event in tick.events:
            self._narrator.hear(event)
        self._moment = tick.moment
        if tick.moment.stage is Stage.BREATHING and (sentence := self._whispers.take()) is not None:
            self._narrator.note(sentence)

    @property
    def _may_go_on(self) -> bool:
        """Whether more of the same is offered: not after breaths that are only done a few times."""
        return self._exercise.then != "rest"

    # -- showing it ---------------------------------------------------------------------------------------------

    def scene(self) -> Scene:
        """Return what there is to show now."""
        moment = self._moment
        words, more = self._narrator.words(moment, self._session.now_s())
        # Once it goes on after its length, it is as open as the practice now is.
        length = self._session.practice.length
        status = status_lines(self._exercise.title, moment, length, show_elapsed=self._show_elapsed)
        going_on = moment.stage is Stage.BREATHING
        phase = moment.fraction if going_on else None
        return Scene(moment.fullness, phase, words, more, status, self._hints(moment), still=self._still)

    def closing(self) -> str:
        """Return the one line that stays where a practice was ended from outside."""
        words, _ = self._narrator.words(self._session.look(), self._session.now_s())
        return spoken((words, say(TerminalText.CLOSING)))

    def wait_s(self, steps: float) -> float:
        """Return the seconds until there is something new to show, where a breath is drawn in that many steps."""
        wait_s = self._session.wait_s()
        if self._offered_s is not None:
            wait_s = min(wait_s, max(0.0, self._offered_s + OFFER_S - self._session.now_s()))
        frame_s = _still_frame_s(self._moment) if self._still else _frame_s(self._moment, steps)
        return min(wait_s, max(SHORTEST_FRAME_S, frame_s))

    def _hints(self, moment: Moment) -> Sequence[str]:
        if moment.stage is Stage.RESTING and self._may_go_on:
            hints = [
                TerminalText.OFFER,
                TerminalText.OFFER_SHORT,
                TerminalText.OFFER_SHORTER,
                TerminalText.OFFER_TINY,
            ]
        elif moment.stage is Stage.RESTING:
            hints = [TerminalText.ANY_KEY]
        elif moment.stage is Stage.PAUSED:
            hints = [TerminalText.KEYS_PAUSED, TerminalText.KEYS_WITHOUT_LETTERS_TINY]
        elif self._narrator.listening:
            hints = [TerminalText.KEYS_TAPPING, TerminalText.KEYS_TAPPING_SHORT]
        elif self._letters:
            hints = [TerminalText.KEYS, TerminalText.KEYS_MEDIUM, TerminalText.KEYS_SHORT, TerminalText.KEYS_TINY]
        else:
            hints = [TerminalText.KEYS_WITHOUT_LETTERS, TerminalText.KEYS_WITHOUT_LETTERS_TINY]
        return [say(hint) for hint in hints]


def _still_frame_s(moment: Moment) -> float:
    """Return the seconds until the phase's line comes to its next step, where nothing else moves."""
    if moment.stage is not Stage.BREATHING:
        return math.inf
    next_fraction = (int(moment.fraction * STILL_STEPS) + 1) / STILL_STEPS
    return (next_fraction - moment.fraction) * moment.phase.duration_s


def _frame_s(moment: Moment, steps: float) -> float:
    """Return the seconds until the shape has moved by one step of its way, or the phase's line by one cell."""
    if moment.stage is not Stage.BREATHING:
        return math.inf if moment.settled > SETTLED else SHORTEST_FRAME_S
    duration_s = moment.phase.duration_s
    line_s = duration_s / WIDEST_LINE
    if moment.phase.act is Act.HOLD:
        return line_s
    # The breath eases by half a cosine; solved for the moment at which it has gone one step further.
    turned = math.cos(math.pi * moment.fraction) - 2.0 / steps
    next_fraction = math.acos(max(-1.0, turned)) / math.pi
    return min(line_s, (next_fraction - moment.fraction) * duration_s)
