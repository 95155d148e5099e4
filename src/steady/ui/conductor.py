"""Clock to practice to signals: a single-shot timer to the next turn always, a frame timer only while seen and moving.

Hidden or minimised, the practice still turns and ends on time; only the frames stop.
"""

import math

from PySide6.QtCore import QObject, QTimer, Signal

from steady.core.events import Moment, Nudge, Stage
from steady.core.session import Session, Tick
from steady.ui.numbers import PRECISE_TIMER

WAITING_MS = 5
"""How often the log is asked whether the row is on disk, before the first breath."""
AFTER_A_BUG_MS = 500
"""How long after a frame that failed the next one is tried."""
SETTLING = 0.999


class Conductor(QObject):
    """Drives one session at a time for the window. Each signal carries what one reading of the clock gave."""

    moment_read = Signal(object)
    """A `Moment` to draw."""
    happened = Signal(object)
    """An `Event` of the practice, in order, before the moment it belongs to."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.session: Session | None = None
        self._seen = False
        self._frame_ms = 33
        # What the timers do, kept here: to ask Qt in every frame costs more than all else that is done here.
        self._row_waits = self._turn_waits = False
        self._framing_ms = 0
        self._begins_s = 0.0
        self._turn = QTimer(self, singleShot=True)
        self._turn.timeout.connect(self._turn_came)
        self._frame = QTimer(self)
        self._frame.timeout.connect(self._tick)
        for timer in (self._turn, self._frame):
            timer.setProperty("timerType", PRECISE_TIMER)
        self._wait = QTimer(self, interval=WAITING_MS)
        self._wait.timeout.connect(self._look_for_row)

    def take(self, session: Session, settle_s: float = 0.0) -> None:
        """Make this the session that is driven; one that was driven before is ended.

        `settle_s`: how long it waits, still, before its first breath.
        """
        self.end()
        self.session = session
        self._begins_s = session.now_s() + settle_s
        self._begin_once_saved(session)

    def set_seen(self, seen: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters take it
        """Say whether anyone can see the guide: without eyes on it there are no frames."""
        if seen != self._seen:
            self._seen = seen
            if seen and self.session is not None:
                self._tick()
            self._schedule()

    def set_frame_ms(self, frame_ms: int) -> None:
        """Set how often the drawing in use wants a moment."""
        self._frame_ms = frame_ms
        self._schedule()

    @property
    def stage(self) -> Stage:
        """What the session is doing; ENDED where there is none."""
        return Stage.ENDED if self.session is None else self.session.practice.stage

    def pause(self) -> None:
        """Stand still; before the first breath, do not begin."""
        self._wait_no_more()
        if self.session is not None:
            self._deliver(self.session.pause())

    def resume(self) -> None:
        """Go on with an in-breath, be it the first."""
        if self.session is None:
            return
        if self.session.has_begun:
            self._deliver(self.session.resume())
        else:
            self._begin_once_saved(self.session)

    def follow(self, period_s: float) -> None:
        """Meet the person's own breath."""
        if self.session is not None:
            self._deliver(self.session.follow(period_s))

    def nudge(self, factor: float) -> Nudge:
        """Make breaths longer or shorter from the next one on."""
        if self.session is None:
            return Nudge.AT_LIMIT
        result = self.session.nudge(factor)
        self._schedule()
        return result

    def stay_here(self) -> None:
        """Keep the present pace."""
        if self.session is not None:
            self.session.stay_here()
            self._schedule()

    def end(self) -> None:
        """End the session, if there is one, and let it go."""
        session, self.session = self.session, None
        for timer in (self._turn, self._frame, self._wait):
            timer.stop()
        self._row_waits, self._turn_waits, self._framing_ms = False, False, 0
        if session is not None:
            for event in session.end().events:
                self.happened.emit(event)

    def _begin_once_saved(self, session: Session) -> None:
        if session.may_begin and session.now_s() >= self._begins_s:
            self._wait_no_more()
            self._deliver(session.begin())
        elif not self._row_waits:
            self.moment_read.emit(session.look())
            self._row_waits = True
            self._wait.start()

    def _wait_no_more(self) -> None:
        self._row_waits = False
        self._wait.stop()

    def _look_for_row(self) -> None:
        if self.session is not None:
            self._begin_once_saved(self.session)

    def _turn_came(self) -> None:
        self._turn_waits = False
        self._tick()

    def _tick(self) -> None:
        if self.session is None or self._row_waits:
            return
        try:
            self._deliver(self.session.tick())
        finally:
            if self.session is not None and not self._turn_waits:  # a bug in one frame must not be the last one
                self._start_turn(AFTER_A_BUG_MS)

    def _deliver(self, tick: Tick) -> None:
        for event in tick.events:
            self.happened.emit(event)
        self.moment_read.emit(tick.moment)
        # A frame in which nothing happened leaves the turn where it was: the timer that waits for it goes on.
        self._schedule(tick.moment, turn_moved=bool(tick.events))

    def _schedule(self, moment: Moment | None = None, *, turn_moved: bool = True) -> None:
        session = self.session
        if session is None or self._row_waits:
            return
        if turn_moved or not self._turn_waits:
            self._start_turn(max(1, math.ceil(session.wait_s() * 1000)))
        moment = moment or session.look()
        moving = moment.stage is Stage.BREATHING or moment.settled < SETTLING
        wanted_ms = self._frame_ms if self._seen and moving else 0
        if wanted_ms != self._framing_ms:
            self._framing_ms = wanted_ms
            if wanted_ms:
                self._frame.start(wanted_ms)
            else:
                self._frame.stop()

    def _start_turn(self, wait_ms: int) -> None:
        self._turn_waits = True
        self._turn.start(wait_ms)
