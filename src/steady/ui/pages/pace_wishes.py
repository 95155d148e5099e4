"""What a person's wishes about the pace come to: the conductor does them, the narrator finds the words."""

from collections.abc import Callable

from steady.core.events import Stage
from steady.core.pacing import NUDGE
from steady.texts.narrator import Narrator
from steady.ui.conductor import Conductor


class PaceWishes:
    """Slower, faster, stay here, and the person's own pace. `said` takes the sentence that each came to."""

    def __init__(self, conductor: Conductor, narrator: Narrator, said: Callable[[str], None]) -> None:
        self._conductor = conductor
        self._narrator = narrator
        self._said = said

    def nudge(self, *, slower: bool) -> None:
        """Make breaths a little longer or shorter from the next one on."""
        result = self._conductor.nudge(NUDGE if slower else 1 / NUDGE)
        self._said(self._narrator.nudged(result, slower=slower))

    def stay(self) -> None:
        """Keep the present pace."""
        self._conductor.stay_here()
        self._said(self._narrator.stay())

    def own_pace(self) -> None:
        """Begin to take presses for in-breaths; while they are taken, this is one."""
        if self._narrator.listening:
            self.tap()
            return
        if self._conductor.stage is Stage.PAUSED:
            self._conductor.resume()
        session = self._conductor.session
        if session is not None:
            self._said(self._narrator.listen(session.now_s()))

    def tap(self) -> None:
        """Take one press for an in-breath."""
        session = self._conductor.session
        if session is None:
            return
        period_s = self._narrator.press(session.now_s(), session.practice.goal)
        if period_s is not None:
            self._conductor.follow(period_s)
        self._said("")
