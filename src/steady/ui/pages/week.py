"""A look back at one week by six lines, each on its own; and the weeks before, to look at or to change."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.remembered import DIDNT_COME_UP, SIGNS, Answer, Answers, Checkin
from steady.core.weekly import NOTHING_SAID, with_answer
from steady.texts import say
from steady.texts.signs import DEGREES, SignsText, answer_words, short_date, sign_words
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.theme import BODY, SMALL, STRONG, Theme
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill, PillKind


class WeekPage(ScrolledPage):
    """Six questions for the week that begins on `week`. What is answered is told at once; nothing has to be."""

    answered = Signal(object)
    """The `Answers` as they are now."""
    week_wanted = Signal(object)
    """The Monday of another week."""
    back_wanted = Signal()

    def __init__(self, look: Theme, week: date, this_week: date, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._week, self._this_week = week, this_week
        self.answers: Answers = NOTHING_SAID
        now = week == this_week
        title = say(SignsText.TITLE) if now else say(SignsText.TITLE_WEEK, date=short_date(week))
        self.name = title
        rows = self.column.rows
        rows.addWidget(self.heading(title))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(SignsText.LEAD if now else SignsText.LEAD_WEEK), BODY, "soft_ink"))
        rows.addWidget(self.label(say(SignsText.NO_TEST), SMALL, "soft_ink"))
        self.told = self.label(say(SignsText.READING), SMALL, "soft_ink")
        rows.addSpacing(8)
        self.questions: list[ChoiceRow] = []
        self._choices: list[tuple[object, str]] = [(degree, answer_words(degree)) for degree in range(DEGREES)]
        self._choices.append((DIDNT_COME_UP, answer_words(DIDNT_COME_UP)))
        for sign in range(SIGNS):
            rows.addSpacing(12)
            question = self._question(sign, None)
            rows.addWidget(question)
            self.questions.append(question)
        rows.addSpacing(10)
        rows.addWidget(self.told)
        rows.addSpacing(22)
        rows.addWidget(self.heading(say(SignsText.WEEKS), STRONG))
        rows.addSpacing(6)
        self._note = self.label("", SMALL, "soft_ink")
        rows.addWidget(self._note)
        self._weeks = SnugFlow(centered=False, gap_px=8)
        rows.addLayout(self._weeks)
        self.weeks: list[Pill] = []
        rows.addSpacing(14)
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look, PillKind.MAIN), stays=True)
        back.clicked.connect(self.back_wanted)

    def take(self, checkins: Sequence[Checkin] | None) -> None:
        """Show what was answered, and the other weeks; None where the log cannot be read."""
        self._tell(say(SignsText.UNREADABLE) if checkins is None else "")
        mine = next((one for one in checkins or () if one.week == self._week), None)
        if mine is not None and self.answers == NOTHING_SAID:
            self._show(mine.answers)
        others = [one for one in checkins or () if one.week != self._week]
        for one in others:
            self._add_week(one.week, sum(answer is not None for answer in one.answers))
        if self._week != self._this_week and all(one.week != self._this_week for one in others):
            self._add_week(self._this_week, 0)
        self._note.setText("" if others else say(SignsText.NO_WEEKS))
        self._note.setVisible(not others)
        self._order()

    def saving(self) -> None:
        """It is on its way to the disk."""
        self._tell(say(SignsText.SAVING))

    def saved(self, *, on_disk: bool) -> None:
        """It is on the disk, or could not be."""
        self._tell(say(SignsText.SAVED if on_disk else SignsText.FAILED), aloud=not on_disk)

    def place(self) -> object:
        """What is answered: it may not be on the disk yet."""
        return self.answers

    def come_back(self, place: object) -> None:
        """Show it again."""
        if isinstance(place, tuple) and place != NOTHING_SAID:
            self._show(place)

    def _show(self, answers: Answers) -> None:
        self.answers = answers
        for sign, answer in enumerate(answers):
            old, new = self.questions[sign], self._question(sign, answer)
            self.column.rows.replaceWidget(old, new)
            new.show()
            old.hide()
            old.deleteLater()
            self.questions[sign] = new
        self._order()

    def _question(self, sign: int, answer: object) -> ChoiceRow:
        words = say(SignsText.LINE, number=sign + 1, line=sign_words(sign))
        row = ChoiceRow(words, self._choices, answer, self.look, can_be_cleared=True)
        row.chosen.connect(lambda chosen: self._answer(sign, chosen))
        return row

    def _answer(self, sign: int, answer: object) -> None:
        known: Answer = answer if isinstance(answer, int) else DIDNT_COME_UP if answer == DIDNT_COME_UP else None
        self.answers = with_answer(self.answers, sign, known)
        self.answered.emit(self.answers)

    def _add_week(self, week: date, count: int) -> None:
        words = say(SignsText.WEEK, date=short_date(week))
        pill = Pill(words, self.look, name=f"{words}, {say(SignsText.WEEK_ANSWERED, count=count)}")
        pill.clicked.connect(lambda: self.week_wanted.emit(week))
        self._weeks.addWidget(pill)
        self.weeks.append(pill)

    def _order(self) -> None:
        stops: list[QWidget] = [pill for question in self.questions for pill in question.pills]
        self.order_tabs([*stops, *self.weeks])

    def _tell(self, sentence: str, *, aloud: bool = False) -> None:
        self.told.setText(sentence)
        if aloud:
            announce(self, sentence)
