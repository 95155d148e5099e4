"""Keeps a player on the plan of a practice: whenever the plan has changed, the player is given the new one."""

from typing import TYPE_CHECKING

from steady.core.events import Stage
from steady.core.practice import Practice

if TYPE_CHECKING:
    from steady.core.cues import Mix
    from steady.core.ports import CuePlayer


class Following:
    """Asked often, tells the player seldom: the cost of a look at a practice that goes on as planned is a comparison.

    A practice that came to its length is left alone: its plan has an end, and the player says so softly by itself.
    """

    def __init__(self, player: "CuePlayer") -> None:
        self._player = player
        self._seen: object = None
        self._sounds = False

    def look(self, practice: Practice | None, mix: "Mix | None") -> None:
        """Look at the practice that is under way (None: there is none), to be sounded with that mix (None: not)."""
        if practice is None or mix is None or practice.stage in (Stage.PAUSED, Stage.ENDED):
            self.rest()
        elif practice.stage is Stage.BREATHING:
            seen = practice, practice.timeline.revision, practice.length, mix
            if seen != self._seen:
                self._seen = seen
                score = practice.score()
                if score is not None:
                    self._sounds = True
                    self._player.play(score, mix)

    def rest(self) -> None:
        """Let it be silent, softly, where it sounds."""
        if self._sounds:
            self._seen, self._sounds = None, False
            self._player.rest()
