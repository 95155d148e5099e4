"""What is wanted of the player just now: written by the window's thread, read by the player's between two blocks."""

import math
import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from steady.core.cues import Mix
from steady.core.score import Plan

if TYPE_CHECKING:
    from steady.sound.renderer import Renderer

Answer = Callable[[Sequence[str]], None]


class Wishes:
    """Every wish takes the place of the one before it. No call here waits for a sound card."""

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._version = 0
        self._wanted: tuple[Plan, Mix] | None = None
        self._hushed = False
        self._questions: list[Answer] = []
        self.ducked_until_s = -math.inf
        self.closing = False

    # -- wishing ------------------------------------------------------------------------------------------------

    def play(self, plan: Plan, mix: Mix) -> None:
        """Sound along that plan."""
        self._want((plan, mix), hushed=False)

    def rest(self) -> None:
        """Fade out; after `hush` it stays silent."""
        self._want(None, hushed=self._hushed)

    def hush(self) -> None:
        """Be silent at once."""
        self._want(None, hushed=True)

    def duck(self, until_s: float) -> None:
        """Be quieter until that second of the clock."""
        self.ducked_until_s = max(self.ducked_until_s, until_s)

    def ask(self, answer: Answer) -> None:
        """Ask for the outputs there are."""
        with self._changed:
            self._questions.append(answer)
            self._changed.notify_all()

    def close(self) -> None:
        """Be silent at once, and want nothing any more."""
        self.closing = True
        self.hush()

    def _want(self, wanted: tuple[Plan, Mix] | None, *, hushed: bool) -> None:
        with self._changed:
            self._wanted, self._hushed = wanted, hushed
            self._version += 1
            self._changed.notify_all()

    # -- reading, on the player's thread ------------------------------------------------------------------------

    @property
    def wanted(self) -> tuple[Plan, Mix] | None:
        """What is to sound, if anything."""
        return self._wanted

    def wait(self) -> bool:
        """Wait until something is wanted. Returns False where it is the end."""
        with self._changed:
            self._changed.wait_for(lambda: self.closing or self._wanted is not None or bool(self._questions))
            return not self.closing

    def wait_to_retry(self, seconds: float) -> None:
        """Wait so long, or until nothing is wanted any more."""
        with self._changed:
            self._changed.wait_for(lambda: self.closing or self._wanted is None or bool(self._questions), seconds)

    def is_done(self, version: int, device: str) -> None:
        """All that was wanted in that version, on that output, has been heard: want nothing until the next wish."""
        with self._changed:
            if self._version == version and self._wanted is not None and self._wanted[1].device == device:
                self._wanted = None

    def take_questions(self) -> list[Answer]:
        """Return the questions that wait for an answer, once."""
        with self._changed:
            questions, self._questions = self._questions, []
            return questions

    def follow(self, renderer: "Renderer", device: str, seen: int | None) -> int:
        """Tell a renderer what is wanted, where that changed since version `seen`; return the version it has now.

        Where another output is wanted it is told to be silent: what is wanted then begins anew over there.
        """
        with self._changed:
            version, wanted, hushed = self._version, self._wanted, self._hushed
        if version == seen:
            return version
        if wanted is not None and wanted[1].device == device:
            renderer.play(*wanted)
        elif hushed or wanted is not None:
            renderer.hush()
        else:
            renderer.rest()
        return version
