"""A pause before acting: how long, and then a quiet page. It goes on while Steady is closed, and says so beforehand."""

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QTime, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.pausing import begin, is_over
from steady.core.settings import PauseKept
from steady.core.steps import Pause
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import SMALL, TITLE, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill

LOOK_MS = 2000
"""How often the wall clock is looked at: a machine that slept meanwhile is soon noticed."""


class PausePart(StepPart):
    """The choice of minutes; while the pause is on, when it will be over; and then what the step says after it.

    Whoever has waited enough comes to the same words as whoever has waited for all of it, and may choose some more.
    """

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        self._at = walk.index  # where this is, also once the walk has gone on
        self._minutes = step.minutes if isinstance(step, Pause) else ()
        self._after = step.after if isinstance(step, Pause) else ""
        self._told = QWidget()
        told = _rows(self._told)
        self.line = self.add_words("", size=TITLE, to=told)
        told.addSpacing(12)
        self.more = self.add_words("", color="soft_ink", to=told)
        self.rows.addWidget(self._told)
        self._asking = QWidget()
        asking = _rows(self._asking)
        asking.addSpacing(16)
        self.again = self.add_words(say(ScriptText.PAUSE_MORE), size=SMALL, color="soft_ink", to=asking)
        asking.addSpacing(4)
        row = SnugFlow(centered=False, gap_px=10)
        asking.addLayout(row)
        self.choices: list[Pill] = []
        for minutes in self._minutes:
            pill = Pill(say(ScriptText.PAUSE_MINUTES, minutes=minutes), look)
            pill.clicked.connect(lambda _checked=False, minutes=minutes: self.begin(minutes))
            row.addWidget(pill)
            self.choices.append(pill)
        self.rows.addWidget(self._asking)
        self.enough = Pill(say(ScriptText.PAUSE_ENOUGH), look)
        self.enough.clicked.connect(self.end)
        self.rows.addSpacing(14)
        ends = SnugFlow(centered=False)  # in a narrow window the words stand in two lines
        ends.addWidget(self.enough)
        self.rows.addLayout(ends)
        self.rows.addSpacing(10)
        self.before = self.add_words(say(ScriptText.PAUSE_BEFORE), size=SMALL, color="soft_ink")
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.tick)
        self._was_over = False
        self._show()

    @property
    def pause(self) -> PauseKept | None:
        """The pause of this step, on or over; None before one is chosen."""
        kept = self.services.kept_pause()
        here = kept is not None and (kept.exercise, kept.step) == (self.services.exercise_id, self._at)
        return kept if here else None

    @property
    def is_over(self) -> bool:
        """Whether there was a pause here, and its time has passed or was enough."""
        pause = self.pause
        return self._at in self.walk.waited if pause is None else is_over(pause, self.services.now())

    @property
    def stops(self) -> Sequence[QWidget]:
        """The minutes; while a pause is on, the way to end it."""
        return tuple(self.choices) if self.pause is None or self.is_over else (self.enough,)

    @property
    def own_words(self) -> Sequence[str]:
        """From its beginning on, what a pause says: the page is quiet, and asks no more how long."""
        return () if self.pause is None and not self.is_over else (self.line.text(), self.more.text())

    def begin(self, minutes: int) -> None:
        """Begin a pause of that many minutes."""
        services = self.services
        if any(pill.hasFocus() for pill in self.choices):
            self.enough.show()
            self.enough.setFocus()
        self.walk.waited.discard(self._at)
        services.keep_pause(begin(services.exercise_id, self._at, minutes, services.now()))
        self._turn()

    def end(self) -> None:
        """It was enough: what follows a pause follows now."""
        self.services.keep_pause(None)
        self.walk.waited.add(self._at)
        self._turn()

    def passed(self) -> None:
        """Going on ends the pause: nothing of it is kept."""
        self.walk.waited.discard(self._at)
        if self.pause is not None:
            self.services.keep_pause(None)

    def tick(self) -> None:
        """Say so once it is over."""
        if self.is_over and not self._was_over:
            self._turn()

    def _turn(self) -> None:
        """Show what is so now, and say it to those who do not see the page.

        The keyboard is never left on what goes: it was enough, or its time is over, and what leads on has it.
        """
        if self.is_over and self.enough.hasFocus():
            self.all_done.emit()
        self._show()
        self.told.emit(self.line.text())
        self.changed.emit()

    def _show(self) -> None:
        pause, over = self.pause, self.is_over
        self._was_over = over
        on = pause is not None and not over
        self._told.setVisible(on or over)
        self._asking.setVisible(not on)
        self.again.setVisible(over)
        self.before.setVisible(not over)
        self.enough.setVisible(on)
        if over:
            self.line.setText(say(ScriptText.PAUSE_OVER))
            self.more.setText(self._after)
        elif pause is not None:
            self.line.setText(say(ScriptText.PAUSE_UNTIL, minutes=pause.minutes, time=time_words(pause)))
            self.more.setText(say(ScriptText.PAUSE_MEANWHILE))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Look at the clock from time to time."""
        super().showEvent(event)
        self.tick()
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nobody sees it: whoever watches over the pause says so elsewhere."""
        super().hideEvent(event)
        self._timer.stop()


def _rows(host: QWidget) -> QVBoxLayout:
    rows = QVBoxLayout(host)
    rows.setContentsMargins(0, 0, 0, 0)
    rows.setSpacing(0)
    return rows


def time_words(pause: PauseKept) -> str:
    """Return when it is over, as a clock on the wall here says it."""
    ends = pause.ends_at.astimezone()
    return QLocale().toString(QTime(ends.hour, ends.minute), QLocale.FormatType.ShortFormat)
