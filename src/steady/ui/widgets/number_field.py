"""A number to set: a field that can be typed in, between a button for less and one for more."""

from PySide6.QtCore import QEvent, QObject, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractSpinBox, QDoubleSpinBox, QHBoxLayout, QWidget

from steady.texts import say
from steady.texts.settings import SettingsText
from steady.ui import theme
from steady.ui.theme import BODY, TARGET_PX, Theme
from steady.ui.widgets.pill import Pill


class _Spin(QDoubleSpinBox):
    """Steps over whole numbers and shows no more digits than it must. The frame is drawn by `NumberField`."""

    def __init__(self, low: float, high: float, *, whole: bool, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setDecimals(0 if whole else 1)
        self.setRange(low, high)
        self.setAccessibleName(name)
        self.setButtonSymbols(QAbstractSpinBox.ButtonSymbols.NoButtons)
        self.setFrame(False)
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setKeyboardTracking(False)
        self.setFont(theme.font(BODY))
        metrics = QFontMetrics(self.font())
        self.setFixedSize(metrics.horizontalAdvance("0000") + 24, max(TARGET_PX, metrics.height() + 20) - 12)
        self.lineEdit().setAutoFillBackground(False)
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def textFromValue(self, value: float) -> str:  # noqa: N802 - Qt's name
        """Return 5 rather than 5.0."""
        return self.locale().toString(value, "f", 0 if value == round(value) else self.decimals())

    def stepBy(self, steps: int) -> None:  # noqa: N802 - Qt's name
        """Go to the next whole number."""
        base = self.value()
        self.setValue(int(base) + steps if steps > 0 or base == int(base) else int(base) + steps + 1)


class NumberField(QWidget):
    """Less, the number, more. `changed` comes when the number does."""

    changed = Signal(float)

    def __init__(
        self,
        low: float,
        high: float,
        value: float,
        look: Theme,
        *,
        whole: bool,
        name: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.spin = _Spin(low, high, whole=whole, name=name, parent=self)
        self.spin.setValue(value)
        self.spin.installEventFilter(self)
        self.spin.valueChanged.connect(self.changed)
        self.less = Pill("−", look, name=say(SettingsText.LESS, what=name))  # noqa: RUF001 - a minus is what it means
        self.more = Pill("+", look, name=say(SettingsText.MORE, what=name))
        self.less.clicked.connect(lambda: self.spin.stepBy(-1))
        self.more.clicked.connect(lambda: self.spin.stepBy(1))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        for part in (self.less, self.spin, self.more):
            row.addWidget(part)
        row.addStretch(1)
        self.setTabOrder(self.less, self.spin)
        self.setTabOrder(self.spin, self.more)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The frame says whether the keyboard is in the number."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return False

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame around the number, stronger where the keyboard is."""
        focus = self.spin.hasFocus()
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("ink" if focus else "edge"), 2.0 if focus else 1.2))
            painter.setBrush(self._look.color("panel"))
            box = QRectF(self.spin.geometry()).adjusted(1.5, -4.5, -1.5, 4.5)
            painter.drawRoundedRect(box, 12, 12)
