"""Tap left and right in turn, slowly; or only watch. No score, and no end but enough."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steady.core.cues import Voice
from steady.core.holding import FASTEST_TAP_S, TAP_FACTOR, Taps
from steady.core.steps import Tap
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.steps import StepText
from steady.texts.ui import Ui
from steady.ui import theme
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import STRONG, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.tap_side import TapSide

FRAME_MS = 40
STILL_MS = 100


class TapPart(StepPart):
    """Two soft sides that are lit in turn. Arrow keys, clicks and touches tap; nothing counts them."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        self.taps = Taps(step.seconds if isinstance(step, Tap) else FASTEST_TAP_S)
        self.sides: list[TapSide] = []
        sides = QHBoxLayout()
        sides.setSpacing(24)
        for text in (StepText.LEFT, StepText.RIGHT):
            side = TapSide(say(text), say(StepText.TAPPED, side=say(text).lower()), look)
            side.setFont(theme.font(STRONG))
            side.clicked.connect(lambda _checked=False, side=side: side.answer(services.now_s()))
            sides.addWidget(side)
            self.sides.append(side)
        self.rows.addSpacing(12)
        self.rows.addLayout(sides)
        self.rows.addSpacing(10)
        self.add_words(say(StepText.TAPS), color="soft_ink")
        paces = SnugFlow(centered=False, gap_px=10)
        self.paces: list[Pill] = []
        for words, factor in ((Ui.SLOWER, TAP_FACTOR), (Ui.FASTER, 1 / TAP_FACTOR)):
            pill = Pill(say(words), look)
            pill.clicked.connect(lambda _checked=False, factor=factor: self._change(factor))
            paces.addWidget(pill)
            self.paces.append(pill)
        self.rows.addSpacing(10)
        self.rows.addLayout(paces)
        self._timer = QTimer(self, interval=STILL_MS if services.still else FRAME_MS)
        self._timer.timeout.connect(self.tick)

    @property
    def to_see(self) -> QWidget | None:
        """The sides, which stand side by side."""
        return self.sides[0]

    @property
    def stops(self) -> Sequence[QWidget]:
        """The sides, then slower and faster."""
        return (*self.sides, *self.paces)

    def tick(self) -> None:
        """Light the sides as they are now; where nothing is to move, one of them is lit and then the other."""
        now_s = self.services.now_s()
        right = float(self.taps.on_right(now_s)) if self.services.still else self.taps.right_light(now_s)
        self.sides[0].show_light(1.0 - right, now_s)
        self.sides[1].show_light(right, now_s)

    def _change(self, factor: float) -> None:
        self.taps.change(self.services.now_s(), factor)
        self._sound()

    def _sound(self) -> None:
        self.services.sound(self.taps.beats(), Voice.PULSE, None)

    def press_arrow(self, direction: int) -> bool:
        """Left and right tap."""
        self.sides[1 if direction > 0 else 0].answer(self.services.now_s())
        return True

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Begin, or go on."""
        super().showEvent(event)
        self.taps.go_on(self.services.now_s())
        self._timer.start()
        self.tick()
        self._sound()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Rest while nobody sees it."""
        super().hideEvent(event)
        self.taps.rest(self.services.now_s())
        self._timer.stop()
        self._sound()
