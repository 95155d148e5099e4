"""A chart on its card: what it is called, a sentence that says the same, the drawing, and what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steady.texts import Text, say
from steady.texts.announce import spoken
from steady.texts.progress import ProgressText
from steady.ui.announce import announce
from steady.ui.theme import BODY, SMALL, STRONG, Size, Theme
from steady.ui.widgets.charts.card_foot import CardFoot, ReadingLine
from steady.ui.widgets.charts.chart import Chart, Drawing
from steady.ui.widgets.charts.fact_table import FactTable, MakeTable
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.label import label
from steady.ui.widgets.panel import Panel
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.whole_words import keep_words_whole

INSIDE_PX = 20


class ChartCard(Panel):
    """Without a drawing it says its sentence and no more: there is nothing yet to draw."""

    hide_wanted = Signal()

    def __init__(
        self,
        look: Theme,
        title: Text,
        sentence: str,
        drawing: Drawing | None = None,
        table: MakeTable | None = None,
        *,
        can_hide: bool = False,
        heard: str = "",
        parent: QWidget | None = None,
    ) -> None:
        """`heard`: what only a screen reader is told of the drawing, beside the sentence."""
        super().__init__(look, parent=parent)
        self._look, self._heard = look, heard
        self.title = say(title)
        self.sentence = sentence
        self.chart: Chart | None = None
        self.table: FactTable | None = None
        self._make_table = table
        self.stops: list[QWidget] = []
        """What Tab stops at, in order."""
        rows = QVBoxLayout(self)
        rows.setContentsMargins(INSIDE_PX, 16, INSIDE_PX, 14 if drawing is not None or can_hide else 18)
        rows.setSpacing(0)
        rows.addWidget(keep_words_whole(Heading(self.title, look, size=STRONG), STRONG))
        rows.addSpacing(2)
        rows.addWidget(self._label(sentence, SMALL, "soft_ink"))
        self._rows = rows
        self.reading = ReadingLine(look) if drawing is not None else None
        self.foot = CardFoot(self.reading)
        if drawing is not None:
            self._add_chart(drawing)
        if can_hide:
            self._button(ProgressText.HIDE).clicked.connect(self.hide_wanted)
        if drawing is not None or can_hide:
            rows.addSpacing(6)
            rows.addStretch(1)
            rows.addWidget(self.foot)

    def _add_chart(self, drawing: Drawing) -> None:
        described = spoken((self.sentence, self._heard, say(ProgressText.HOW_TO_READ)))
        self.chart = Chart(drawing, self._look, self.title, described)
        self._rows.addSpacing(12)
        self._rows.addWidget(self.chart)
        if self.reading is not None:
            self.chart.read.connect(self.reading.setText)
        self.stops.append(self.chart.marks)
        self._earlier = self._button(ProgressText.EARLIER)
        self._later = self._button(ProgressText.LATER)
        self._earlier.clicked.connect(lambda: self._shift(-1))
        self._later.clicked.connect(lambda: self._shift(1))
        self.chart.drawn.connect(self._drawn)
        self._offer_ways()
        if self._make_table is not None:
            self._turn = self._button(ProgressText.AS_TABLE)
            self._turn.clicked.connect(self.turn)

    def add_way(self, words: Text) -> Pill:
        """Add a button that leads elsewhere; it says where, and not whose it is."""
        pill = Pill(say(words), self._look, PillKind.QUIET)
        self.foot.add(pill)
        self.stops.append(pill)
        return pill

    @property
    def shows_table(self) -> bool:
        """Whether the table stands in the drawing's place."""
        return self.table is not None and not self.table.isHidden()

    def turn(self) -> None:
        """Show the table in place of the drawing, or the drawing again."""
        if self.chart is None or self._make_table is None:
            return
        if self.table is None:
            self.table = FactTable(self._make_table(), self._look, self.title)
            self._rows.insertWidget(self._rows.indexOf(self.chart) + 1, self.table)
            self.table.hide()
            QWidget.setTabOrder(self.chart.marks, self.table)
            self.stops.insert(1, self.table)
        as_table = self.table.isHidden()
        self.chart.setVisible(not as_table)
        self.table.setVisible(as_table)
        words = ProgressText.AS_CHART if as_table else ProgressText.AS_TABLE
        self._turn.set_words(say(words), self._name(words))
        self._keep_reading_room()
        self._offer_ways()
        announce(self, say(ProgressText.OF_CHART, what=self._words_now(as_table=as_table), title=self.title))

    @staticmethod
    def _words_now(*, as_table: bool) -> str:
        return say(ProgressText.AS_TABLE if as_table else ProgressText.AS_CHART)

    def _shift(self, step: int) -> None:
        if self.chart is not None:
            self.chart.shift(step)

    def _drawn(self) -> None:
        self._keep_reading_room()
        self._offer_ways()

    def _keep_reading_room(self) -> None:
        """Keep room below a drawing for what is read of it; a table needs none."""
        if self.reading is not None and self.chart is not None:
            if self.shows_table:
                self.reading.setText("")
            self.reading.keep_room_for([] if self.shows_table else [mark.words for mark in self.chart.marks.marks])

    def _offer_ways(self) -> None:
        """Offer to look further back, or nearer, where there is more."""
        drawing = self.chart.drawing if self.chart is not None else None
        if drawing is None:
            return
        back, nearer = drawing.can_go_back, drawing.can_come_back
        focus = self.focusWidget()
        for pill, leads in ((self._earlier, back), (self._later, nearer)):
            pill.setVisible(leads and not self.shows_table)
        if focus in (self._earlier, self._later) and focus.isHidden():  # where it led to an end, the other leads on
            (self._later if focus is self._earlier else self._earlier).setFocus()
        self.foot.arrange()

    def _button(self, words: Text) -> Pill:
        pill = Pill(say(words), self._look, PillKind.QUIET, name=self._name(words))
        self.foot.add(pill)
        self.stops.append(pill)
        return pill

    def _name(self, words: Text) -> str:
        return say(ProgressText.OF_CHART, what=say(words), title=self.title)

    def _label(self, text: str, size: Size = BODY, color: str = "ink") -> QLabel:
        return keep_words_whole(label(text, self._look, size=size, color=color), size)
