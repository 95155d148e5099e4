"""Keeps a pause that was begun: says quietly that it is on, or over, and leads back to it. No sound, no window."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from steady.core.exercise import Breathing
from steady.core.pausing import is_over, left_s
from steady.core.settings import PauseKept
from steady.core.starting import Starter
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.shell import Shell
from steady.ui.steps.pause import time_words

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator

LONGEST_MS = 60_000
"""The wall clock is looked at this often at least: it may be set, and the machine may sleep."""


class Pauses(QObject):
    """One line on the guide for as long as there is a pause, with a way back to its step."""

    def __init__(self, starter: Starter, shell: Shell, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._starter = starter
        self._shell = shell
        self._navigator = navigator
        self._line = ""
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.look)

    def keep(self, pause: PauseKept | None) -> None:
        """Keep a pause until it is left, over or not; or none."""
        self._navigator.change(pause=pause)
        self.look()

    def look(self) -> None:
        """Look at the clock; have the line say what is so now."""
        pause = self._navigator.settings.pause
        if pause is None:
            self._timer.stop()
            self._have("")
            return
        left = left_s(pause, self._starter.now())
        if left > 0.0:
            self._timer.start(min(LONGEST_MS, round(left * 1000) + 50))
            self._have(say(ScriptText.PAUSE_STILL_ON, time=time_words(pause)))
        else:
            self._have(say(ScriptText.PAUSE_OVER), aloud=not self._is_looked_at(pause))

    def go_back(self) -> None:
        """Go to the step of the pause; a pause of an exercise that is there no more is let go."""
        pause = self._navigator.settings.pause
        exercise = None if pause is None else self._navigator.practising.find(pause.exercise)
        if pause is None or exercise is None or isinstance(exercise, Breathing):
            self.keep(None)
        else:
            self._navigator.practising.start(pause.exercise, pause.step)
            # The line led here and is gone from the guide; it is there again for as long as the pause is.
            self._line = ""
            self.look()

    def _put_aside(self) -> None:
        """The line has been read: a pause that is over needs no other, one that is on goes on without it."""
        pause = self._navigator.settings.pause
        if pause is not None and is_over(pause, self._starter.now()):
            self.keep(None)

    def _is_looked_at(self, pause: PauseKept) -> bool:
        page = self._shell.page
        return page is not None and page.place_in_steps == (pause.exercise, pause.step)

    def _have(self, line: str, *, aloud: bool = False) -> None:
        if line == self._line:
            return
        quiet = self._navigator.quiet
        quiet.unsay(self._line)
        self._line = line
        if line:
            quiet.say(line, (say(ScriptText.PAUSE_SHOW), self.go_back), aside=self._put_aside, aloud=aloud)
