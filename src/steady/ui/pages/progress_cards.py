"""The cards of the page of progress, made from facts one after the other; what has nothing to draw yet comes last."""

from collections.abc import Iterator
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.progress.facts import Facts, Totals
from steady.core.progress.hours import by_hour, moments
from steady.core.progress.pairs import used
from steady.core.progress.ranges import Range
from steady.core.progress.runs import calm_runs, longest_run, present_run
from steady.core.progress.signs import lines
from steady.core.summary import Names
from steady.texts import Text, say
from steady.texts import progress_sentences as words
from steady.texts.announce import spoken
from steady.texts.progress import ChartTitle, ProgressText, closing_lines
from steady.texts.progress_charts import latest_words, used_words
from steady.texts.progress_sentences import SignsText, UsedText
from steady.ui.pages import progress_tables as tables
from steady.ui.theme import SMALL, STRONG, Size, Theme
from steady.ui.widgets.charts.calendar import Calendar
from steady.ui.widgets.charts.chart_card import INSIDE_PX, ChartCard
from steady.ui.widgets.charts.hour_map import HourMap
from steady.ui.widgets.charts.pair_marks import PairMarks
from steady.ui.widgets.charts.run_bars import RunBars
from steady.ui.widgets.charts.sign_lines import SignLines
from steady.ui.widgets.charts.used_dots import UsedDots, UsedRow
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.heading import Heading
from steady.ui.widgets.label import label
from steady.ui.widgets.panel import Panel
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.whole_words import keep_words_whole

MOST_HEARD = 6
"""So many rows are told to a screen reader at once; it comes to the others one by one, or in the table."""


class ProgressCards(QObject):
    """Makes the cards of one set of facts."""

    hide_runs = Signal(bool)
    week_wanted = Signal()
    practices_wanted = Signal()

    def __init__(
        self, look: Theme, facts: Facts, chosen: Range, today: date, names: Names, *, hides_runs: bool
    ) -> None:
        super().__init__()
        self._look, self._facts, self._today, self._names = look, facts, today, names
        self._hides_runs = hides_runs
        first = min((one.day for one in facts.days), default=today)
        self._first = chosen.first_day(today) or min(first, today)
        self.narrow: set[QWidget] = set()
        """The cards that may stand beside each other."""
        self.runs: ChartCard | QuietCard | None = None
        """The chart of calm runs, or what stands where it is hidden, with the way to show it again."""
        self.made: list[ChartCard | QuietCard] = []
        self._later: list[tuple[Text, str]] = []

    def make(self) -> Iterator[QWidget]:
        """Make each card when it is asked for."""
        for make in (self._days, self._runs, self._pairs, self._used, self._signs, self._hours, self._counted):
            card = make()
            if card is not None:
                self.made.append(card)
                yield card
        if self._later:
            yield self._growing()
        yield QuietCard(self._look, "", closing_lines(self._facts, self._today), framed=False)

    def _growing(self) -> "QuietCard":
        """Say what has nothing to draw yet, with the way to the signs where they are among it."""
        button = ProgressText.THIS_WEEK if any(title is ChartTitle.SIGNS for title, _sentence in self._later) else None
        lines_of = [_named(*one) for one in self._later]
        card = QuietCard(self._look, say(ProgressText.CAN_GROW), lines_of, button=button)
        card.pressed.connect(self.week_wanted)
        self.made.append(card)
        return card

    def turn_runs(self, *, hides: bool) -> "tuple[ChartCard | QuietCard, ChartCard | QuietCard] | None":
        """Make what stands in the place of the runs, now that they are hidden or shown; return what stood there too."""
        old = self.runs
        self._hides_runs = hides
        new = self._runs()
        if old is None or new is None:
            return None
        self.made[self.made.index(old)] = new
        return old, new

    def stops(self) -> list[QWidget]:
        """Return what Tab stops at, in order."""
        return [stop for card in self.made for stop in card.stops]

    # -- one card each ------------------------------------------------------------------------------------------

    def _days(self) -> ChartCard | None:
        if not self._facts.days:
            self._later.append((ChartTitle.DAYS, words.days_sentence(self._facts)))
            return None
        times = {one.day: one.times for one in self._facts.days}
        card = ChartCard(
            self._look,
            ChartTitle.DAYS,
            words.days_sentence(self._facts),
            Calendar(times, self._today),
            lambda: tables.days(self._facts),
        )
        card.add_way(ProgressText.PRACTICES).clicked.connect(self.practices_wanted)
        return card

    def _runs(self) -> "ChartCard | QuietCard | None":
        if not self._facts.days:
            self._later.append((ChartTitle.RUNS, words.runs_sentence(None, None)))
            return None
        if self._hides_runs:
            hidden = QuietCard(self._look, "", [say(ProgressText.HIDDEN)], framed=False, button=ProgressText.SHOW_AGAIN)
            self.runs = hidden
            hidden.pressed.connect(lambda: self.hide_runs.emit(False))
            return hidden
        runs = calm_runs(one.day for one in self._facts.days)
        card = ChartCard(
            self._look,
            ChartTitle.RUNS,
            words.runs_sentence(present_run(runs, self._today), longest_run(runs)),
            RunBars(runs, self._first, self._today),
            lambda: tables.runs(runs),
            can_hide=True,
        )
        card.hide_wanted.connect(lambda: self.hide_runs.emit(True))
        self.runs = card
        return card

    def _pairs(self) -> ChartCard | None:
        sentence = words.pairs_sentence(self._facts)
        if not self._facts.pairs:
            self._later.append((ChartTitle.PAIRS, sentence))
            return None
        pairs = self._facts.pairs
        titles = [self._names.exercise(pair.exercise) for pair in pairs]
        drawing = PairMarks(pairs, titles)
        return ChartCard(self._look, ChartTitle.PAIRS, sentence, drawing, lambda: tables.pairs(pairs, titles))

    def _signs(self) -> ChartCard | None:
        weeks = self._facts.weeks
        sentence, six = words.signs_sentence(len(weeks)), lines(weeks)
        if not any(line.answers for line in six):
            self._later.append((ChartTitle.SIGNS, sentence))
            return None
        sentence = spoken((sentence, say(SignsText.DRAWN)))
        card = ChartCard(
            self._look,
            ChartTitle.SIGNS,
            sentence,
            SignLines(six),
            lambda: tables.signs(weeks),
            heard=spoken(latest_words(line.sign, line.latest) for line in six if line.latest is not None),
        )
        return self._beside(card)

    def _used(self) -> ChartCard | None:
        rows: list[UsedRow] = []
        for heading, counts, name_of in (
            (UsedText.EXERCISES, self._facts.by_exercise, self._names.exercise),
            (UsedText.TRIGGERS, self._facts.by_trigger, self._names.trigger),
        ):
            found = used(counts)
            if found:
                rows += [UsedRow(say(heading)), *(UsedRow(name_of(one.name), one.summary) for one in found)]
        if not rows:
            self._later.append((ChartTitle.USED, say(UsedText.NONE)))
            return None
        found_rows = [used_words(row.name, row.summary) for row in rows if row.summary is not None]
        return ChartCard(
            self._look,
            ChartTitle.USED,
            say(UsedText.SHOWN),
            UsedDots(rows),
            lambda: tables.used(rows),
            heard=spoken(found_rows[:MOST_HEARD]),
        )

    def _hours(self) -> ChartCard | None:
        sentence = words.hours_sentence(self._facts)
        if moments(self._facts.hours) == 0:
            self._later.append((ChartTitle.HOURS, sentence))
            return None
        drawing = HourMap(by_hour(self._facts.hours))
        hours = self._facts.hours
        return self._beside(ChartCard(self._look, ChartTitle.HOURS, sentence, drawing, lambda: tables.hours(hours)))

    def _counted(self) -> "QuietCard | None":
        totals = self._facts.totals
        if totals == Totals(totals.practices):
            return None
        lines_of = [*words.counted_so_far(totals), say(words.CountedText.MORE)]
        return QuietCard(self._look, say(ChartTitle.COUNTED), lines_of)

    # -- inside -------------------------------------------------------------------------------------------------

    def _beside(self, card: ChartCard) -> ChartCard:
        self.narrow.add(card)
        return card


def _named(title: Text, sentence: str) -> str:
    return say(ProgressText.TITLE_AND, title=say(title), sentence=sentence)


class QuietCard(QWidget):
    """A heading and a few lines, with a quiet button or without."""

    pressed = Signal()

    def __init__(
        self, look: Theme, title: str, lines_of: list[str], *, framed: bool = True, button: Text | None = None
    ) -> None:
        super().__init__()
        self.stops: list[QWidget] = []
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        ground: QWidget = Panel(look) if framed else QWidget()
        outer.addWidget(ground)
        rows = QVBoxLayout(ground)
        rows.setContentsMargins(*((INSIDE_PX, 16, INSIDE_PX, 18) if framed else (2, 4, 2, 4)))
        rows.setSpacing(6)
        if title:
            rows.addWidget(keep_words_whole(Heading(title, look, size=STRONG), STRONG))
        for line in lines_of:
            rows.addWidget(_label(line, look, SMALL, "soft_ink"))
        if button is not None:
            pill = Pill(say(button), look, PillKind.QUIET)
            pill.clicked.connect(self.pressed)
            flow = SnugFlow(centered=False)
            flow.addWidget(pill)
            rows.addLayout(flow)
            self.stops.append(pill)
        rows.addStretch(1)


def _label(text: str, look: Theme, size: Size, color: str) -> QWidget:
    return keep_words_whole(label(text, look, size=size, color=color), size)
