"""A few breaths of another exercise, on the same shape as the guide's. At their end it says so, and waits."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from steady.core.announcing import Announcing
from steady.core.events import Event, Length, LengthReached, Paused, PhaseStarted, Stage
from steady.core.practice import Practice
from steady.core.starting import chosen_form
from steady.core.steps import Breathe
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.guide import PHASE_WORDS
from steady.texts.steps import StepText
from steady.texts.ui import Ui
from steady.ui.forms import make_form
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import HEADING, Theme
from steady.ui.widgets.pill import Pill

FORM_PX = 250
FEW = 3


class BreathePart(StepPart):
    """A practice of its own, without a row: the row is the walk's."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        self._exercise = services.breathing(step.exercise if isinstance(step, Breathe) else "")
        self._count = step.breaths if isinstance(step, Breathe) else FEW
        self.form = make_form(chosen_form(services.settings, self._exercise), look)
        self.form.setFixedHeight(FORM_PX)
        self.form.setAccessibleName(say(Ui.ORB_NAME))
        self.form.setAccessibleDescription(say(Ui.ORB_DESCRIPTION))
        self.rows.addSpacing(10)
        self.words = self.add_words("", size=HEADING, centered=True)
        self.rows.addSpacing(12)
        self.rows.addWidget(self.form)
        self.more = Pill(say(StepText.BREATHE_MORE), look)
        self.more.clicked.connect(self.breathe_more)
        self.rows.addSpacing(8)
        self.rows.addWidget(self.more, 0, Qt.AlignmentFlag.AlignHCenter)
        self.more.hide()
        self._timer = QTimer(self, interval=self.form.frame_ms)
        self._timer.timeout.connect(self.tick)
        self.practice = self._begin()
        self._paused_by_hand = False
        self._announcing = Announcing(services.settings.announce_phases)

    def _begin(self) -> Practice:
        return Practice(self._exercise.course(), Length(breaths=self._count))

    @property
    def to_see(self) -> QWidget | None:
        """The shape that breathes."""
        return self.form

    @property
    def stops(self) -> Sequence[QWidget]:
        """The way to breathe a few more, once these are over."""
        return (self.more,) if self.practice.stage is Stage.RESTING else ()

    def tick(self) -> None:
        """Read the clock once: words and shape come from that, and what is told."""
        now_s = self.services.now_s()
        self._hear(self.practice.advance(now_s))
        for line in self._announcing.told(self.words.text(), ""):
            self.told.emit(line)
        self.form.show_moment(self.practice.look(now_s), self.practice.timeline)

    def breathe_more(self) -> None:
        """Breathe the same number of breaths again."""
        if self.more.hasFocus():
            self.all_done.emit()
        self.more.hide()
        self.practice = self._begin()
        self._go_on()
        self.changed.emit()

    def press_space(self) -> bool:
        """Space pauses, and goes on; at the end it is the page's."""
        if self.practice.stage is Stage.RESTING:
            return False
        now_s = self.services.now_s()
        if self.practice.stage is Stage.PAUSED:
            self._paused_by_hand = False
            self._hear(self.practice.resume(now_s))
        else:
            self._paused_by_hand = True
            self._hear(self.practice.pause(now_s))
        self._sound()
        self.tick()
        return True

    def _go_on(self) -> None:
        now_s = self.services.now_s()
        events = self.practice.start(now_s) if self.practice.stage is Stage.READY else self.practice.resume(now_s)
        self._hear(events)
        self._announcing.told("", "")  # the step itself is told as it is shown, and no word over it
        self.form.show_moment(self.practice.look(now_s), self.practice.timeline)
        if self.practice.stage is not Stage.RESTING:
            self._timer.start()
        self._sound()

    def _sound(self) -> None:
        """Let it be heard as it is planned now; while it rests, there is no plan."""
        self.services.sound(self.practice.score(), None, self._exercise)

    def _hear(self, events: Sequence[Event]) -> None:
        for event in events:
            self._announcing.hear(event)
            self.services.cue(event)
            if isinstance(event, PhaseStarted):
                self.words.setText(event.phase.say or say(PHASE_WORDS[event.phase.act]))
            elif isinstance(event, LengthReached):
                self._timer.stop()
                done = say(StepText.BREATH_DONE) if self._count == 1 else say(StepText.BREATHS_DONE, count=self._count)
                self.words.setText(done)
                self.more.show()
                self.changed.emit()
            elif isinstance(event, Paused):
                self.words.setText(say(StepText.BREATH_PAUSED))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin, or go on with an in-breath; a pause of the person's own stays."""
        super().showEvent(event)
        if not self._paused_by_hand:
            self._go_on()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Pause while nobody sees it."""
        super().hideEvent(event)
        self._timer.stop()
        self.practice.pause(self.services.now_s())
        self.services.sound(None, None, None)
