"""A page to print: the person chooses which days and what goes in. Nothing is chosen before they do."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.progress.ranges import Range
from steady.core.summary import Part, Wish
from steady.texts import say
from steady.texts.progress import range_words
from steady.texts.summary import PrintText, SummaryText, part_words
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import BODY, SMALL, STRONG, Theme
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.date_field import DateField
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.panel import Panel
from steady.ui.widgets.path_text import PathText
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.switch_row import SwitchRow

INSIDE_PX = 20
OTHER = "other"
NAME = "summary-{day}.pdf"
"""What the file is called unless the person says otherwise: nothing in it tells whose it is, or what of."""
AskWhere = Callable[[QWidget, str, str, str], Path | None]


class SummaryPage(ScrolledPage):
    """Emits what is wanted; is told how it went by `kept`, `not_kept` and `unreadable`."""

    wanted = Signal(object, object)
    """A `Wish`, and the path to put it at."""
    back_wanted = Signal()

    def __init__(self, look: Theme, today: date, ask_where: AskWhere, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name = say(SummaryText.TITLE)
        self._today, self._ask_where = today, ask_where
        self._chosen: object = None
        self._where: PathText | None = None
        rows = self.column.rows
        rows.addWidget(self.heading(say(SummaryText.TITLE)))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(SummaryText.LEAD), BODY, "soft_ink"))
        rows.addSpacing(20)
        choices: list[tuple[object, str]] = [(one, range_words(one)) for one in Range]
        self.days = ChoiceRow(say(SummaryText.RANGE), [*choices, (OTHER, say(SummaryText.OTHER))], None, look)
        self.days.chosen.connect(self._choose)
        rows.addWidget(self.days)
        self._add_dates()
        self._add_parts()
        rows.addSpacing(16)
        for line in (PrintText.NOT_A_TEST, SummaryText.OPEN_TO_OTHERS):
            rows.addWidget(self.label(say(line), SMALL, "soft_ink"))
            rows.addSpacing(4)
        rows.addSpacing(8)
        self.told = self.label("", BODY)
        rows.addWidget(self.told)
        rows.addSpacing(12)
        rows.addStretch(1)
        self.make = self.foot.add(Pill(say(SummaryText.MAKE), look, PillKind.MAIN), stays=True)
        self.make.clicked.connect(self._make)
        back = self.foot.add(Pill(say(Ui.BACK), look), far=True)
        back.clicked.connect(self.back_wanted)

    def _add_dates(self) -> None:
        rows = self.column.rows
        self.first = DateField(self._today - timedelta(days=30), self.look, say(SummaryText.FROM))
        self.last = DateField(self._today, self.look, say(SummaryText.TO))
        self._dates = QWidget()
        flow = SnugFlow(self._dates, centered=False)
        for text, field in ((SummaryText.FROM, self.first), (SummaryText.TO, self.last)):
            both = QWidget()
            below = QVBoxLayout(both)
            below.setContentsMargins(0, 10, 16, 0)
            below.setSpacing(4)
            below.addWidget(self.label(say(text), SMALL, "soft_ink"))
            below.addWidget(field)
            flow.addWidget(both)
        self._dates.hide()
        rows.addWidget(self._dates)

    def _add_parts(self) -> None:
        rows = self.column.rows
        rows.addSpacing(22)
        rows.addWidget(self.heading(say(SummaryText.WHAT), STRONG))
        rows.addSpacing(8)
        panel = Panel(self.look)
        group = QVBoxLayout(panel)
        group.setContentsMargins(INSIDE_PX, 10, INSIDE_PX, 10)
        group.setSpacing(0)
        self.parts: dict[Part, SwitchRow] = {}
        for part in Part:
            row = SwitchRow(part_words(part), "", self.look, on=False)
            group.addWidget(row)
            self.parts[part] = row
        rows.addWidget(panel)

    def _choose(self, chosen: object) -> None:
        self._chosen = chosen
        self._dates.setVisible(chosen == OTHER)

    @property
    def wish(self) -> Wish | None:
        """What is chosen; None where the days or what goes in are not, or the days are turned round."""
        parts = frozenset(part for part, row in self.parts.items() if row.isChecked())
        if self._chosen is None or not parts:
            return None
        if isinstance(self._chosen, Range):
            return Wish(self._chosen.first_day(self._today), self._today, parts)
        return Wish(self.first.day, self.last.day, parts) if self.first.day <= self.last.day else None

    def _make(self) -> None:
        wish = self.wish
        if wish is None:
            turned = self._chosen == OTHER and self.first.day > self.last.day
            self._tell(say(SummaryText.TURNED if turned else SummaryText.NOTHING))
            return
        path = self._ask_where(self, say(SummaryText.WHERE), NAME.format(day=self._today.isoformat()), "pdf")
        if path is not None:
            self._tell(say(SummaryText.MAKING))
            self.wanted.emit(wish, path)

    def kept(self, path: Path) -> None:
        """The file is on the disk."""
        self._put_path_away()
        self._where = PathText(str(path), self.look, name=say(SummaryText.KEPT_NAME))
        rows = self.column.rows
        grown = self.scroll.verticalScrollBar().rangeChanged
        grown.connect(self._show_where, Qt.ConnectionType.SingleShotConnection)
        rows.insertWidget(rows.indexOf(self.told) + 1, self._where)
        self._tell(say(SummaryText.KEPT))

    def not_kept(self) -> None:
        """The disk would not have it."""
        self._tell(say(SummaryText.NOT_KEPT))

    def unreadable(self) -> None:
        """The log could not be read."""
        self._tell(say(SummaryText.UNREADABLE))

    def _tell(self, words: str) -> None:
        if words != say(SummaryText.KEPT):
            self._put_path_away()
        self.told.setText(words)
        announce(self, words)
        self.scroll.keep_in_sight(self.told)

    def _show_where(self) -> None:
        """Once the page has made room for it."""
        if self._where is not None:
            self.scroll.keep_in_sight(self._where)

    def _put_path_away(self) -> None:
        if self._where is not None:
            self._where.hide()
            self._where.deleteLater()
            self._where = None

    def press_space(self) -> bool:
        """Space turns to what is below."""
        return self.scroll.turn(1)

    def press_arrow(self, direction: int) -> bool:
        """Arrows scroll a little."""
        return self.scroll.turn(-direction / 4)
