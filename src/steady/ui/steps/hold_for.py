"""Stay with something for a while, beside a soft ring. Going on early is always possible."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from steady.core.holding import Held
from steady.core.steps import HoldFor
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.steps import StepText
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import Theme
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.soft_ring import SoftRing

FRAME_MS = 50


class HoldForPart(StepPart):
    """The ring fills while it is seen; then a few words are said, and nothing moves on by itself."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        is_hold = isinstance(step, HoldFor)
        self._held = Held(step.seconds if isinstance(step, HoldFor) else 1.0)
        self._then = step.then if is_hold and isinstance(step, HoldFor) and step.then else say(StepText.RING_FULL)
        self._full = False
        self.ring = SoftRing(look, still=services.still)
        self.ring.setAccessibleName(say(StepText.RING))
        self.rows.addSpacing(14)
        self.rows.addWidget(self.ring)
        self.rows.addSpacing(10)
        self.after = self.add_words("", color="soft_ink", centered=True)
        self.after.hide()
        self.again = Pill(say(StepText.RING_AGAIN), look)
        self.again.clicked.connect(self.begin_again)
        self.rows.addSpacing(8)
        self.rows.addWidget(self.again, 0, Qt.AlignmentFlag.AlignHCenter)
        self.again.hide()
        self._timer = QTimer(self, interval=FRAME_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def to_see(self) -> QWidget | None:
        """The ring."""
        return self.ring

    @property
    def stops(self) -> Sequence[QWidget]:
        """The way to do it once more, once it is over."""
        return (self.again,) if self._full else ()

    def tick(self) -> None:
        """Show how far it has come; say so once it is full."""
        fraction = self._held.fraction(self.services.now_s())
        self.ring.show_fraction(fraction)
        if fraction >= 1.0 and not self._full:
            self._full = True
            self._timer.stop()
            self.after.setText(self._then)
            self.after.show()
            self.again.show()
            self.told.emit(self._then)
            self.changed.emit()

    def begin_again(self) -> None:
        """Fill the ring once more."""
        if self.again.hasFocus():
            self.all_done.emit()
        self._full = False
        self.after.setText("")
        self.after.hide()
        self.again.hide()
        self._held.begin_again(self.services.now_s())
        self._timer.start()
        self.tick()
        self.changed.emit()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin, or go on."""
        super().showEvent(event)
        if not self._full:
            self._held.go_on(self.services.now_s())
            self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self._held.rest(self.services.now_s())
        self._timer.stop()
