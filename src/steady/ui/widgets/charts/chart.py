"""A chart: shapes by pyqtgraph, words by us, and a list of marks over both."""

from typing import Any, Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QGraphicsView, QSizePolicy, QWidget

from steady.ui.announce import announce
from steady.ui.theme import Theme
from steady.ui.widgets.charts.canvas import Canvas
from steady.ui.widgets.charts.mark_list import MarkList


class Drawing(Protocol):
    """Draws one kind of chart at any size."""

    def height_px(self, width_px: int) -> int:
        """Return how tall it is at that width."""
        ...

    def draw(self, canvas: Canvas, width_px: int, height_px: int) -> None:
        """Draw it."""
        ...

    @property
    def can_go_back(self) -> bool:
        """Whether there is more before what is drawn."""
        ...

    @property
    def can_come_back(self) -> bool:
        """Whether there is more after it."""
        ...

    def shift(self, step: int) -> bool:
        """Look further back (-1) or nearer (1) where there is more than is drawn; return whether there was."""
        ...


class Whole:
    """What all drawings share that always show everything."""

    can_go_back = False
    can_come_back = False

    def shift(self, step: int) -> bool:  # noqa: ARG002 - the Protocol's
        """There is never more than is drawn."""
        return False


class Chart(QWidget):
    """Draws a `Drawing` at whatever width it is given. `sentence` says to a screen reader what it shows."""

    read = Signal(str)
    """The words of the mark that is pointed at, or that the keyboard is on; empty where there is none."""
    drawn = Signal()
    """It was drawn anew: what there is before and after it may have changed."""

    def __init__(self, drawing: Drawing, look: Theme, name: str, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.drawing = drawing
        view, self._box = plot_view(self)
        self._view: QWidget = view
        self.canvas = Canvas(self._box, look, self)
        self.marks = MarkList(look, name, sentence, self)
        self.marks.read.connect(self._tell)
        self.marks.beyond.connect(self.shift)
        see_through(self.marks)
        self.setFocusProxy(self.marks)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 - Qt's name
        """Its height comes from its width."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 - Qt's name
        """Return the height of the drawing."""
        return self.drawing.height_px(max(1, width))

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as it is."""
        return QSize(self.width(), self.drawing.height_px(max(1, self.width())))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """It draws itself in whatever room there is."""
        return QSize(1, 1)

    def shift(self, step: int) -> bool:
        """Look further back (-1) or nearer (1); return whether that showed anything else."""
        if not self.drawing.shift(step):
            return False
        had_focus = self.marks.hasFocus() and self.marks.at >= 0
        self.redraw()
        if had_focus:
            self.marks.go_to(len(self.marks.marks) - 1 if step < 0 else 0)
        return True

    def redraw(self) -> None:
        """Draw everything anew, at the size of now."""
        width_px, height_px = self.width(), self.height()
        self.canvas.clear()
        self._box.setRange(xRange=(0, width_px), yRange=(0, height_px), padding=0, disableAutoRange=True)
        self.drawing.draw(self.canvas, width_px, height_px)
        self.marks.take(self.canvas.marks)
        self.update()
        self.drawn.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A new width is a new drawing."""
        super().resizeEvent(event)
        self.setMinimumHeight(self.drawing.height_px(max(1, self.width())))  # a layout may squeeze what only has hints
        self._view.setGeometry(self.rect())
        self.marks.setGeometry(self.rect())
        self.redraw()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the words, under the shapes."""
        with QPainter(self) as painter:
            self.canvas.paint_words(painter)

    def _tell(self, words: str) -> None:
        self.read.emit(words)
        if words and self.marks.hasFocus():
            announce(self.marks, words)


def plot_view(parent: QWidget) -> tuple[Any, Any]:
    """Return pyqtgraph's view, clear and deaf to mouse and keys, and the box in it whose units are pixels."""
    import pyqtgraph

    view = pyqtgraph.GraphicsView(parent, background=None)
    for one in (view, view.viewport()):
        one.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    view.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    view.setAntialiasing(True)  # its own items ask for it; a bar's round ends are a plain path
    view.setCacheMode(QGraphicsView.CacheModeFlag.CacheNone)  # what it keeps of a ground is not clear
    see_through(view)
    box = pyqtgraph.ViewBox(enableMouse=False, enableMenu=False, invertY=True, defaultPadding=0.0)
    view.setCentralItem(box)
    return view, box


def see_through(area: QAbstractScrollArea) -> None:
    """Let what lies below be seen through a view: its own ground is clear."""
    palette = area.palette()
    palette.setColor(QPalette.ColorRole.Base, QColor(0, 0, 0, 0))
    area.setPalette(palette)
    area.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
