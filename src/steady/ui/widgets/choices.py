"""Pills of which one is taken: radio buttons to a screen reader. Tab enters once, arrow keys move inside."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.pill import Pill

ONWARD = (Qt.Key.Key_Down, Qt.Key.Key_Right)
BACKWARD = (Qt.Key.Key_Up, Qt.Key.Key_Left)
DOT_PX, DOT_AT_PX = 7.0, 13.0
SIDEWAYS = (Qt.Key.Key_Right, Qt.Key.Key_Left)


class Choice(Pill):
    """One of the choices: filled and with a dot where it is taken."""

    moved = Signal(int)
    """An arrow key asks for the next choice (1) or the one before (-1)."""

    def __init__(self, words: str, look: Theme, group: str) -> None:
        super().__init__(words, look)
        self.setAccessibleDescription(group)
        self.setCheckable(True)
        self.setAutoExclusive(True)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows choose; the rest is a button's."""
        key = event.key()
        if key not in ONWARD + BACKWARD:
            super().keyPressEvent(event)
            return
        step = 1 if key in ONWARD else -1
        if key in SIDEWAYS and self.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            step = -step
        self.moved.emit(step)

    def _colors(self) -> tuple[QColor, QColor, QColor]:
        if self.isChecked():
            return self._look.color("halo_inner"), self._look.color("accent"), self._look.color("ink")
        return super()._colors()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the pill, and a dot before the words where it is taken."""
        super().paintEvent(event)
        if not self.isChecked():
            return
        rtl = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._look.color("accent"))
            x = self.width() - DOT_AT_PX if rtl else DOT_AT_PX
            painter.drawEllipse(QPointF(x, self.height() / 2), DOT_PX / 2, DOT_PX / 2)


class Choices(QObject):
    """The pills of one question, for whoever lays them out. None is taken where `value` is not among them.

    With `by_click` False a click leaves the keyboard where it was, as on the guide, where Space goes on to pause.
    Where it `can_be_cleared`, a press on the choice that is taken takes it back. `make` makes the pills.
    """

    chosen = Signal(object)
    """The value that the person chose; None where they took it back."""

    def __init__(
        self,
        question: str,
        choices: Sequence[tuple[object, str]],
        value: object,
        look: Theme,
        parent: QWidget,
        *,
        by_click: bool = True,
        can_be_cleared: bool = False,
        make: type[Choice] = Choice,
    ) -> None:
        super().__init__(parent)
        self._fresh: object = None
        self._reached_by = Qt.FocusPolicy.StrongFocus if by_click else Qt.FocusPolicy.TabFocus
        self._pills: dict[object, Choice] = {}
        for one, words in choices:
            pill = make(words, look, question)
            pill.setChecked(one == value)
            # Not `clicked`: a screen reader turns a radio button without a click.
            pill.toggled.connect(lambda taken, one=one: self._choose(one) if taken else None)
            pill.moved.connect(self._move)
            if can_be_cleared:
                pill.clicked.connect(lambda _checked=False, one=one: self._press(one))
            self._pills[one] = pill
        self._value = value
        self._rove()

    @property
    def value(self) -> object:
        """The value that is taken."""
        return self._value

    @property
    def pills(self) -> Sequence[Choice]:
        """The controls, in order."""
        return tuple(self._pills.values())

    def pill(self, value: object) -> Choice:
        """Return the control of one value."""
        return self._pills[value]

    def take_focus(self) -> None:
        """Put the keyboard on the choice that is taken, or on the first."""
        self._entrance().setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose(self, value: object) -> None:
        if value == self._value:
            return
        self._value = self._fresh = value
        self._pills[value].setChecked(True)
        self._rove()
        self.chosen.emit(value)

    def _press(self, value: object) -> None:
        """Take a choice back that was taken before this press."""
        if value == self._fresh or value != self._value:
            self._fresh = None
            return
        self.clear()
        self.chosen.emit(None)

    def clear(self) -> None:
        """Let none be taken."""
        taken = self._pills.get(self._value)
        self._value = self._fresh = None
        if taken is not None:
            taken.setAutoExclusive(False)  # Qt lets none of an exclusive group go otherwise
            taken.setChecked(False)
            taken.setAutoExclusive(True)
        self._rove()

    def _move(self, step: int) -> None:
        values = list(self._pills)
        at = next(place for place, pill in enumerate(self._pills.values()) if pill.hasFocus())
        value = values[(at + step) % len(values)]
        self._pills[value].setFocus(Qt.FocusReason.TabFocusReason)
        self._choose(value)
        self._fresh = None

    def _entrance(self) -> Choice:
        return self._pills.get(self._value) or next(iter(self._pills.values()))

    def _rove(self) -> None:
        """Let Tab stop at one choice only: the one that is taken."""
        entrance = self._entrance()
        for pill in self._pills.values():
            others = self._reached_by & ~Qt.FocusPolicy.TabFocus
            pill.setFocusPolicy(self._reached_by if pill is entrance else Qt.FocusPolicy(others))
