"""A practice told in lines, as it happens: for pipes, files and terminals that can only write forward."""

import contextlib
import math
import select
import time
from collections.abc import Callable
from typing import Protocol, TextIO

from steady.core.events import LengthReached, Paused, PhaseStarted, Stage
from steady.core.session import COMMIT_GRACE_S, Session, Tick
from steady.terminal.signals import Signals


class Teller(Protocol):
    """Says what happens, in its own way. Raises OSError where nobody reads any more."""

    def open(self) -> None:
        """Say what comes before the first breath."""
        ...

    def phase(self, event: PhaseStarted) -> None:
        """Say that a phase begins now."""
        ...

    def reached(self, tick: Tick) -> None:
        """Say that the practice has come to its length."""
        ...

    def left(self, tick: Tick) -> None:
        """Say that someone has left before that."""
        ...

    def whisper(self) -> None:
        """Say what the machine did to us, if anything."""
        ...


class Telling:
    """Lives one practice from its first breath to its last, and tells it.

    `wait` waits that many seconds, or less where something came up; `leaving` says whether to end. `sound` is called
    whenever something may have changed, and lets it be heard.
    """

    def __init__(
        self,
        session: Session,
        teller: Teller,
        wait: Callable[[float], None],
        leaving: Callable[[], bool],
        sound: Callable[[], None],
    ) -> None:
        self._session = session
        self._teller = teller
        self._wait = wait
        self._leaving = leaving
        self._sound = sound
        self._reached = False

    def run(self) -> bool:
        """Breathe until the length, or until someone wants to leave. False where the reader left first."""
        try:
            self._session.row.receipt.wait(COMMIT_GRACE_S)
            self._teller.open()
            tick = self._session.begin()
            while self._tell(tick):
                self._wait(self._session.wait_s())
                tick = self._session.tick()
        except OSError:
            return False  # the log has a thread of its own, so this came from writing a line
        finally:
            ended = self._session.end()
        if not self._reached:
            with contextlib.suppress(OSError):  # nobody reads it where the terminal is gone
                self._teller.left(ended)
        return True

    def _tell(self, tick: Tick) -> bool:
        """Say what has happened; return whether it goes on."""
        self._teller.whisper()
        if any(isinstance(event, LengthReached) for event in tick.events):
            self._reached = True
            self._teller.reached(tick)
            return False
        if self._leaving():
            return False
        if any(isinstance(event, Paused) for event in tick.events):
            # The machine slept. Nobody is here to press a key, so it goes on by itself, with an in-breath.
            tick = self._session.resume()
        self._sound()
        begun = [event for event in tick.events if isinstance(event, PhaseStarted)]
        if begun and tick.moment.stage is Stage.BREATHING:
            # After a stall (a reader that did not read, a stopped process) only the present phase is worth a line.
            self._teller.phase(begun[-1])
        return True


class Waiting:
    """Waits for a while, or until a signal comes or the reader of `stream` goes away (which raises OSError)."""

    def __init__(self, signals: Signals, stream: TextIO) -> None:
        self._signals = signals
        self._poll: select.poll | None = None
        if hasattr(select, "poll") and not stream.isatty():
            self._poll = select.poll()
            self._poll.register(stream.fileno(), 0)  # nothing but errors and hang-ups

    def __call__(self, timeout_s: float) -> None:
        """Wait at most that long."""
        gone = self._signals.wait(lambda: self._wait(timeout_s))
        if gone:
            raise BrokenPipeError

    def _wait(self, timeout_s: float) -> bool:
        if self._poll is None:
            time.sleep(timeout_s)
            return False
        return bool(self._poll.poll(math.ceil(timeout_s * 1000)))
