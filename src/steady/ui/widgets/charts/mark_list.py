"""The marks of a chart as a list: what a pointer rests on, what arrow keys go through, what a screen reader reads.

It lies over the drawing and paints only where the keyboard is. Qt knows how to tell a screen reader about a list; of
pyqtgraph's view it would only say that it is there.
"""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from steady.ui.theme import Theme
from steady.ui.widgets.charts.canvas import Mark

Index = QModelIndex | QPersistentModelIndex
REACH_PX = 22
"""How far from a mark a pointer still reads it."""
SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
UPWARD = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class _Marks(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.marks: Sequence[Mark] = ()

    def take(self, marks: Sequence[Mark]) -> None:
        self.beginResetModel()
        self.marks = marks
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return 0 if parent.isValid() else len(self.marks)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self.marks[index.row()].words if role == Qt.ItemDataRole.DisplayRole else None


class MarkList(QListView):
    """One stop of the keyboard. Arrow keys move from mark to mark; Home and End go to the first and the last."""

    read = Signal(str)
    """What is pointed at, or where the keyboard is; empty where nothing is."""
    beyond = Signal(int)
    """An arrow key leads past the first mark (-1) or the last (1), where there may be more."""

    def __init__(self, look: Theme, name: str, description: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._model = _Marks(self)
        self._read = ""
        self.setModel(self._model)
        self.setAccessibleName(name)
        self.setAccessibleDescription(description)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def marks(self) -> Sequence[Mark]:
        """The marks there are."""
        return self._model.marks

    @property
    def at(self) -> int:
        """Which mark the keyboard is on; -1 on none."""
        return self.currentIndex().row()

    def take(self, marks: Sequence[Mark]) -> None:
        """Take the marks of a new drawing. Where the keyboard was it is no more."""
        self._model.take(tuple(marks))
        self._say("")

    def go_to(self, place: int) -> None:
        """Put the keyboard on a mark."""
        if 0 <= place < len(self.marks):
            self.setCurrentIndex(self._model.index(place, 0))

    # -- keys and pointer ---------------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Go from mark to mark; whatever else is pressed is the page's."""
        key, last = event.key(), len(self.marks) - 1
        if key not in (*SIDEWAYS, *UPWARD, Qt.Key.Key_Home, Qt.Key.Key_End) or last < 0:
            event.ignore()
        elif key == Qt.Key.Key_Home:
            self.go_to(0)
        elif key == Qt.Key.Key_End or self.at < 0:
            self.go_to(last)
        elif key in SIDEWAYS:
            self._go_sideways(SIDEWAYS[Qt.Key(key)])
        else:
            self._go_upward(UPWARD[Qt.Key(key)])

    def _go_sideways(self, step: int) -> None:
        """Go to the next mark of the row; past its end to the next mark there is."""
        here, at = self.marks[self.at], self.at
        x = here.place.center().x()
        same = [
            place
            for place, mark in enumerate(self.marks)
            if mark.row == here.row and (mark.place.center().x() - x) * step > 0
        ]
        if same:
            self.go_to(min(same, key=lambda place: abs(self.marks[place].place.center().x() - x)))
        elif 0 <= at + step < len(self.marks) and all(mark.row != here.row for mark in self._others(at)):
            self.go_to(at + step)
        else:
            self.beyond.emit(step)

    def _others(self, at: int) -> list[Mark]:
        return [mark for place, mark in enumerate(self.marks) if place != at]

    def _go_upward(self, step: int) -> None:
        """Go to the nearest mark of the next row that has one."""
        here = self.marks[self.at]
        rows = {mark.row for mark in self.marks if (mark.row - here.row) * step > 0}
        if rows:
            row = min(rows, key=lambda one: abs(one - here.row))
            x = here.place.center().x()
            places = [place for place, mark in enumerate(self.marks) if mark.row == row]
            self.go_to(min(places, key=lambda place: abs(self.marks[place].place.center().x() - x)))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        """Read the mark that the keyboard came to."""
        super().currentChanged(current, previous)
        self._say(self.marks[current.row()].words if current.isValid() else "")
        self.viewport().update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Read the mark under the pointer."""
        found = self.nearest(event.position())
        self._say(self.marks[found].words if found is not None else "")

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press goes to the mark, so that arrow keys go on from there."""
        found = self.nearest(event.position())
        if found is not None:
            self.go_to(found)

    def leaveEvent(self, event: object) -> None:  # noqa: N802 - Qt's name
        """The pointer is gone: read where the keyboard is."""
        super().leaveEvent(event)  # type: ignore[arg-type]  # PySide's stub asks for QEvent, which it is
        self._say(self.marks[self.at].words if self.at >= 0 and self.hasFocus() else "")

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """The wheel turns the page, not the chart."""
        event.ignore()

    def nearest(self, point: QPointF) -> int | None:
        """Return the mark at a point, or the nearest one within reach."""
        best, best_px = None, float(REACH_PX)
        for place, mark in enumerate(self.marks):
            across = max(mark.place.left() - point.x(), 0.0, point.x() - mark.place.right())
            down = max(mark.place.top() - point.y(), 0.0, point.y() - mark.place.bottom())
            if (away := across + down) < best_px:
                best, best_px = place, away
        return best

    def _say(self, words: str) -> None:
        if words != self._read:
            self._read = words
            self.read.emit(words)

    # -- what Qt asks of a list ---------------------------------------------------------------------------------

    def moveCursor(self, _action: object, _modifiers: object) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return where the keyboard comes in: at the newest mark."""
        return self._model.index(len(self.marks) - 1, 0)

    def doItemsLayout(self) -> None:  # noqa: N802 - Qt's name
        """The drawing has laid them out already."""

    def visualRect(self, index: Index) -> QRect:  # noqa: N802 - Qt's name
        """Return where a mark is."""
        return self.marks[index.row()].place.toAlignedRect() if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:  # noqa: N802 - Qt's name
        """Return the mark at a point."""
        found = self.nearest(QPointF(point))
        return self._model.index(found, 0) if found is not None else QModelIndex()

    def scrollTo(self, index: Index, hint: object = None) -> None:  # noqa: N802 - Qt's name
        """All marks of a drawing are in sight."""

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a ring where the keyboard is: around the mark, and around the chart before it is on any."""
        if not self.hasFocus():
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(self._look.color("ink"), 2.0))
            if 0 <= self.at < len(self.marks):
                painter.drawRoundedRect(self.marks[self.at].place.adjusted(-2, -2, 2, 2), 5, 5)
            else:
                painter.drawRoundedRect(self.viewport().rect().adjusted(1, 1, -1, -1), 8, 8)
