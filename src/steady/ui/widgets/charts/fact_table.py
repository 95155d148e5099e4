"""What a chart shows, as a table: the same facts in rows and columns, for whoever reads better so."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPalette, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView, QWidget

from steady.ui import theme
from steady.ui.theme import SMALL, TARGET_PX, Theme
from steady.ui.widgets.charts.measures import em, line_px
from steady.ui.widgets.charts.table_heads import Heads
from steady.ui.widgets.scroll import Bar

Index = QModelIndex | QPersistentModelIndex
MOST_ROWS = 8
"""So many rows are in sight at once; the others are scrolled to inside the table."""
AROUND_PX = 14
"""The space around the words of a cell, both sides together."""
BETWEEN_PX = 8
"""The space between the words of one row and the next."""
SMALLEST_SHARE = 0.6
WRAPPED_ROWS = 60
"""Up to so many rows may be as tall as their words ask for; more would take too long to measure."""


class Table(NamedTuple):
    """The heads of the columns, and the rows."""

    heads: Sequence[str]
    rows: Sequence[Sequence[str]]


class _Cells(QAbstractTableModel):
    def __init__(self, table: Table, parent: QWidget) -> None:
        super().__init__(parent)
        self._table = table

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return 0 if parent.isValid() else len(self._table.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, N802 - Qt's name and default
        return 0 if parent.isValid() else len(self._table.heads)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | None:
        return self._table.rows[index.row()][index.column()] if role == Qt.ItemDataRole.DisplayRole else None

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        is_head = orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole
        return self._table.heads[section] if is_head else None


class FactTable(QTableView):
    """One stop of the keyboard; arrow keys go from cell to cell, and a screen reader reads each."""

    def __init__(self, table: Table, look: Theme, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._table, self._look = table, look
        self._wraps = len(table.rows) <= WRAPPED_ROWS
        self.heads = Heads(look, self)
        self.setHorizontalHeader(self.heads)
        self.setModel(_Cells(table, self))
        self.setAccessibleName(name)
        self.setFont(theme.font(SMALL))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBar(Bar(look))
        self.setCornerButtonEnabled(False)
        self._dress(look)
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._row_px = max(round(em(1.9)), line_px() + 8)
        rows.setDefaultSectionSize(self._row_px)
        self._fit()

    def _dress(self, look: Theme) -> None:
        palette = look.palette()
        palette.setColor(QPalette.ColorRole.Base, look.color("panel"))
        palette.setColor(QPalette.ColorRole.Button, look.color("panel"))
        palette.setColor(QPalette.ColorRole.Highlight, look.color("halo_inner"))
        palette.setColor(QPalette.ColorRole.HighlightedText, look.color("ink"))
        self.setPalette(palette)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows, Home, End and pages are the table's; what else is pressed is the page's."""
        ours = (
            Qt.Key.Key_Left,
            Qt.Key.Key_Right,
            Qt.Key.Key_Up,
            Qt.Key.Key_Down,
            Qt.Key.Key_Home,
            Qt.Key.Key_End,
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        )
        if event.key() in ours:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw a ring around the cell where the keyboard is: the style's own frame can hardly be seen at dusk."""
        super().paintEvent(event)
        at = self.currentIndex()
        if self.hasFocus() and at.isValid():
            with QPainter(self.viewport()) as painter:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(QPen(self._look.color("ink"), 2.0))
                painter.drawRoundedRect(QRectF(self.visualRect(at)).adjusted(1, 1, -1, -1), 5, 5)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """At either end, the wheel turns the page."""
        bar = self.verticalScrollBar()
        at_end = bar.value() == (bar.minimum() if event.angleDelta().y() > 0 else bar.maximum())
        if at_end:
            event.ignore()
        else:
            super().wheelEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Narrower columns make taller rows."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def _fit(self) -> None:
        self._fit_columns(self.viewport().width())
        rows = self.model().rowCount()
        if self._wraps:
            self.resizeRowsToContents()
            for row in range(rows):
                self.setRowHeight(row, max(self._row_px, self.rowHeight(row) + BETWEEN_PX))
        shown_px = sum(self.rowHeight(row) for row in range(min(rows, MOST_ROWS)))
        self.heads.fit()
        self.setFixedHeight(max(TARGET_PX, self.heads.height() + shown_px + 2))

    def _fit_columns(self, room_px: int) -> None:
        """Give each column its longest word, and what is left to those that say most; letters shrink if they must."""
        font = theme.font(SMALL)
        table, metrics = self._table, QFontMetrics(font)
        columns = list(zip(table.heads, *table.rows[:WRAPPED_ROWS], strict=True))
        words = [{word for text in column for word in text.split()} for column in columns]
        least = [max(map(metrics.horizontalAdvance, found), default=0) + AROUND_PX for found in words]
        if sum(least) > room_px > 0:
            share = max(SMALLEST_SHARE, room_px / sum(least))
            font.setPixelSize(max(1, int(font.pixelSize() * share)))
            least = [int(one * share) for one in least]
        self.setFont(font)
        self.heads.setFont(font)
        wanted = [max(len(text) for text in column) for column in columns]
        spare = max(0, room_px - sum(least))
        for column, (least_px, chars) in enumerate(zip(least, wanted, strict=True)):
            self.setColumnWidth(column, least_px + spare * chars // max(1, sum(wanted)))


MakeTable = Callable[[], Table]
"""Makes a table when it is first wanted."""
