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
    """The choice of minutes; while the pause is on, when it will be over; and then what the step says after it."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        self._at = walk.index  # where this is, also once the walk has gone on
        self._minutes = step.minutes if isinstance(step, Pause) else ()
        self._after = step.after if isinstance(step, Pause) else ""
        self._asking = QWidget()
        rows = QVBoxLayout(self._asking)
        rows.setContentsMargins(0, 12, 0, 0)
        row = SnugFlow(centered=False, gap_px=10)
        rows.addLayout(row)
        self.choices: list[Pill] = []
        for minutes in self._minutes:
            pill = Pill(say(ScriptText.PAUSE_MINUTES, minutes=minutes), look)
            pill.clicked.connect(lambda _checked=False, minutes=minutes: self.begin(minutes))
            row.addWidget(pill)
            self.choices.append(pill)
        self.rows.addWidget(self._asking)
        self.line = self.add_words("", size=TITLE)
        self.rows.addSpacing(12)
        self.more = self.add_words("", color="soft_ink")
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
    def stops(self) -> Sequence[QWidget]:
        """The minutes, or the way to end it."""
        pause = self.pause
        if pause is None:
            return tuple(self.choices)
        return () if is_over(pause, self.services.now()) else (self.enough,)

    @property
    def own_words(self) -> Sequence[str]:
        """While there is a pause, what it says: the page is quiet, and asks no more how long."""
        return () if self.pause is None else (self.line.text(), self.more.text())

    def begin(self, minutes: int) -> None:
        """Begin a pause of that many minutes."""
        services = self.services
        services.keep_pause(begin(services.exercise_id, self._at, minutes, services.now()))
        self._show()
        self.told.emit(self.line.text())
        self.changed.emit()

    def end(self) -> None:
        """It was enough."""
        self.passed()
        self._show()
        self.changed.emit()

    def passed(self) -> None:
        """Going on ends the pause: nothing of it is kept."""
        if self.pause is not None:
            self.services.keep_pause(None)

    def tick(self) -> None:
        """Say so once it is over."""
        pause = self.pause
        over = pause is not None and is_over(pause, self.services.now())
        if over and not self._was_over:
            self._show()
            self.told.emit(self.line.text())
            self.changed.emit()

    def _show(self) -> None:
        pause = self.pause
        over = pause is not None and is_over(pause, self.services.now())
        self._was_over = over
        self._asking.setVisible(pause is None)
        for words in (self.line, self.more):
            words.setVisible(pause is not None)
        self.before.setVisible(not over)
        self.enough.setVisible(pause is not None and not over)
        if pause is None:
            self.line.setText("")
            self.more.setText("")
        elif over:
            self.line.setText(say(ScriptText.PAUSE_OVER))
            self.more.setText(self._after)
        else:
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


def time_words(pause: PauseKept) -> str:
    """Return when it is over, as a clock on the wall here says it."""
    ends = pause.ends_at.astimezone()
    return QLocale().toString(QTime(ends.hour, ends.minute), QLocale.FormatType.ShortFormat)
