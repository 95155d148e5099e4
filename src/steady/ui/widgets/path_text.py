"""A path to read and to copy: selectable by mouse and keyboard, in as many lines as it needs."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFocusEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QTextOption
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QSizePolicy, QWidget

from steady.ui import theme
from steady.ui.theme import SMALL, TARGET_PX, Theme
from steady.ui.widgets.wrapped import Wrapped

AROUND_PX = 12


class PathText(QPlainTextEdit):
    """Read-only; Tab leaves it, and Page Up and Page Down stay with the page."""

    def __init__(self, text: str, look: Theme, *, name: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setFont(theme.font(SMALL))
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setFrameShape(QFrame.Shape.NoFrame)
        for bar in (self.setHorizontalScrollBarPolicy, self.setVerticalScrollBarPolicy):
            bar(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(AROUND_PX)
        self._look = look
        self.viewport().setAutoFillBackground(False)
        palette = look.palette()
        palette.setColor(palette.ColorRole.Base, Qt.GlobalColor.transparent)
        palette.setColor(palette.ColorRole.HighlightedText, look.color("on_accent"))
        self.setPalette(palette)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of all its lines at that width."""
        tall = Wrapped(self.toPlainText(), self.font(), width - 2 * AROUND_PX - 2).height_px
        return max(TARGET_PX, round(tall) + 2 * AROUND_PX)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as there is room."""
        return QSize(240, self.heightForWidth(240))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Narrow is fine: it breaks anywhere."""
        return QSize(80, TARGET_PX)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a quiet ground with a border, stronger where the keyboard is, and the words on it."""
        focus = self.hasFocus()
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("ink" if focus else "line"), 2.0 if focus else 1.2))
            painter.setBrush(self._look.color("ground"))
            painter.drawRoundedRect(QRectF(self.viewport().rect()).adjusted(1.5, 1.5, -1.5, -1.5), 10, 10)
        super().paintEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """The border is drawn anew, all of it."""
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """As above."""
        super().focusOutEvent(event)
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """All of it is always in sight."""
        super().resizeEvent(event)
        self.verticalScrollBar().setValue(0)
