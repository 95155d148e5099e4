"""The practice drawn on a terminal: a frame when there is something new to see, and nothing in between."""

import contextlib
from collections.abc import Callable

from steady.core.session import COMMIT_GRACE_S, Session
from steady.terminal.canvas import Canvas
from steady.terminal.guide import Guide
from steady.terminal.painter import Painter
from steady.terminal.screen import Screen
from steady.terminal.signals import Signals


class Drawn:
    """Lives one practice in front of a person, from its first breath to its last.

    `sound` is called whenever something may have changed, and lets it be heard.
    """

    def __init__(
        self,
        session: Session,
        guide: Guide,
        screen: Screen,
        canvas: Canvas,
        painter: Painter,
        signals: Signals,
        sound: Callable[[], None],
    ) -> None:
        self._session = session
        self._guide = guide
        self._screen = screen
        self._canvas = canvas
        self._painter = painter
        self._signals = signals
        self._sound = sound

    def run(self) -> bool:
        """Breathe until it is over or someone wants to leave. False where the terminal went away first."""
        try:
            self._session.row.receipt.wait(COMMIT_GRACE_S)
            while not self._is_over:
                with self._screen.taken():
                    self._breathe()
                if self._signals.suspending:
                    self._signals.suspend()
        except OSError:
            return False  # the log has a thread of its own, so this came from the terminal
        finally:
            self._session.end()
        if self._signals.leaving:
            # Whoever presses Q or Esc wants nothing left behind. Ctrl-C means this program, not what it showed.
            with contextlib.suppress(OSError):  # nobody reads it where the terminal is gone
                self._screen.write(self._guide.closing() + "\n")
        return True

    @property
    def _is_over(self) -> bool:
        return self._guide.over or self._signals.leaving

    def _breathe(self) -> None:
        """Draw, wait and listen until it is over, or until the terminal is wanted back for a while."""
        self._painter.forget()
        self._guide.begin()
        self._guide.advance()
        self._sound()
        while not self._is_over:
            if self._signals.suspending:
                self._guide.pause()
                self._sound()
                return
            columns, rows = self._screen.size()
            frame = self._painter.paint(self._canvas.compose(self._guide.scene(), columns, rows))
            if frame:
                self._screen.write(frame)
            wait_s = self._guide.wait_s(self._canvas.steps(columns, rows))
            key = self._signals.wait(lambda wait_s=wait_s: self._screen.key(wait_s))  # type: ignore[misc]  # a default is not inferred
            if key is not None:
                self._guide.press(key)
            self._guide.advance()
            self._sound()
