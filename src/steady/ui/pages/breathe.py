"""The guide: a shape that breathes, one short line, a smaller one, and the ways out beside Pause."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from steady.core.announcing import Announcing
from steady.core.exercise import Breathing
from steady.core.pacing import NUDGE
from steady.core.practice import Event, Length, Moment, Stage
from steady.core.settings import Form, Settings
from steady.texts import say
from steady.texts.narrator import Narrator, status_line
from steady.texts.ui import Ui
from steady.ui.conductor import Conductor
from steady.ui.forms import chosen_form, make_form
from steady.ui.page import Page
from steady.ui.theme import SMALL, TITLE, Theme
from steady.ui.widgets.breath_form import BreathForm
from steady.ui.widgets.flow import Flow
from steady.ui.widgets.notice import Notice
from steady.ui.widgets.pace_panel import PacePanel
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.soft_label import SoftLabel

MARGIN_PX = 24


class BreathePage(Page):
    """Draws the conductor's practice and hands presses to it."""

    support_in_bar = False
    is_practice = True

    ground_wanted = Signal()
    words_wanted = Signal()
    talk_wanted = Signal()
    meet_wanted = Signal()
    done_wanted = Signal()
    form_chosen = Signal(object)
    """A `Form` that the person chose."""
    holds_changed = Signal(bool)
    notice_put_aside = Signal(str)

    def __init__(
        self,
        look: Theme,
        settings: Settings,
        conductor: Conductor,
        exercise: Breathing,
        length: Length,
        *,
        holds: bool,
        announce: Callable[[str], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.name = exercise.title
        self._settings = settings
        self._conductor = conductor
        self._exercise = exercise
        self._length = length
        self._holds = holds if exercise.has_optional_holds else None
        self._announce = announce
        self._narrator = Narrator(exercise, length)
        self._announcing = Announcing(settings.announce_phases)
        self._form_kind = chosen_form(settings, exercise)
        self._panel: PacePanel | None = None
        self._stage: Stage | None = None
        self._build()
        conductor.happened.connect(self._hear)
        conductor.moment_read.connect(self.show_moment)

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        still = self._form_kind is Form.STILL
        self._words = SoftLabel(self.look, size=TITLE)
        self._more = SoftLabel(self.look, color="soft_ink")
        self._status = SoftLabel(self.look, size=SMALL, color="soft_ink")
        for soft in (self._words, self._more, self._status):
            soft.still = still
        self._form = self._make_form(self._form_kind)
        self._notice = Notice(self.look)
        self._notice.setVisible(False)
        self._notice.emptied.connect(self._show_status)
        self._notice.put_aside.connect(self.notice_put_aside)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 22)
        column.setSpacing(6)
        column.addLayout(_within_margins(self._words, self._more))
        column.addWidget(self._form, 1)  # the one thing that may reach the window's edges
        column.addLayout(_within_margins(self._status, self._notice))
        column.addSpacing(14)
        column.addLayout(_within_margins(self._buttons()))
        self._column = column

    def _make_form(self, kind: Form) -> BreathForm:
        form = make_form(kind, self.look)
        form.setAccessibleName(say(Ui.ORB_NAME))
        form.setAccessibleDescription(say(Ui.ORB_DESCRIPTION))
        self._conductor.set_frame_ms(form.frame_ms)
        return form

    def _buttons(self) -> Flow:
        row = Flow()
        self._main = Pill(say(Ui.PAUSE), self.look, PillKind.MAIN)
        self._main.clicked.connect(self._press_main)
        self._done = Pill(say(Ui.DONE), self.look)
        self._done.clicked.connect(self.done_wanted)
        self._done.setVisible(False)
        self._pace = Pill(say(Ui.PACE), self.look)
        self._pace.setCheckable(True)
        self._pace.toggled.connect(self._fold)
        row.addWidget(self._main)
        row.addWidget(self._done)
        row.addWidget(self._pace)
        for words, kind, signal in (
            (Ui.GROUND_ME, PillKind.PLAIN, self.ground_wanted),
            (Ui.KIND_WORDS, PillKind.PLAIN, self.words_wanted),
            (Ui.TALK, PillKind.SUPPORT, self.talk_wanted),
        ):
            pill = Pill(say(words), self.look, kind)
            pill.clicked.connect(signal)
            row.addWidget(pill)
        return row

    def _hear(self, event: Event) -> None:
        self._narrator.hear(event)
        self._announcing.hear(event)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_moment(self, moment: Moment) -> None:
        """Words, ring and shape, all from the one reading of the clock in `moment`."""
        session = self._conductor.session
        if session is None:
            return
        self._form.show_moment(moment, session.practice.timeline)
        large, small = self._narrator.words(moment, session.now_s())
        self._words.set_words(large)
        self._more.set_words(small)
        for line in self._announcing.told(large, small):
            self._announce(line)
        if not self._status.isHidden():
            line = status_line(self._exercise.title, moment, self._length, show_elapsed=self._settings.show_elapsed)
            self._status.set_words(line)
        if moment.stage is not self._stage:
            self._stage = moment.stage
            self._name_buttons(moment.stage)

    def _name_buttons(self, stage: Stage) -> None:
        over = stage in (Stage.RESTING, Stage.ENDED)
        if over:
            self._main.set_words(say(Ui.MEET_AGAIN if self._exercise.then == "rest" else Ui.MORE_BREATHS))
        else:
            self._main.set_words(say(Ui.GO_ON if stage is Stage.PAUSED else Ui.PAUSE))
        self._done.setVisible(over)
        self._pace.setVisible(not over)
        if over:
            self._pace.setChecked(False)

    def say_quietly(self, sentence: str) -> None:
        """Show one sentence where the quiet line is, until it is put aside."""
        self._notice.add(sentence)
        self._status.setVisible(False)
        self._notice.setVisible(True)

    def _show_status(self) -> None:
        self._notice.setVisible(False)
        self._status.setVisible(True)

    # -- pressing -----------------------------------------------------------------------------------------------

    def press_space(self) -> bool:
        """Space: an in-breath while presses are taken for it, otherwise pause and go on."""
        if self._narrator.listening:
            self._tap()
        else:
            self._press_main()
        return True

    def press_arrow(self, direction: int) -> bool:
        """Right and up are faster, left and down are slower."""
        self._nudge(slower=direction < 0)
        return True

    def press_letter(self, letter: str) -> bool:
        """P, G, K and T do what the buttons do."""
        if letter == "p":
            self._pace.toggle()
            return True
        signal = {"g": self.ground_wanted, "k": self.words_wanted, "t": self.talk_wanted}.get(letter)
        if signal is not None:
            signal.emit()
        return signal is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the guide is an in-breath while presses are taken for it; else it folds the panel."""
        if self._narrator.listening:
            self._tap()
        elif self._panel is not None:
            self._pace.setChecked(False)
        super().mousePressEvent(event)

    def _press_main(self) -> None:
        stage = self._conductor.stage
        if stage is Stage.BREATHING:
            self._conductor.pause()
        elif stage is Stage.RESTING and self._exercise.then == "rest":
            self.meet_wanted.emit()
        else:
            self._conductor.resume()

    def _nudge(self, *, slower: bool) -> None:
        result = self._conductor.nudge(NUDGE if slower else 1 / NUDGE)
        self._said(self._narrator.nudged(result, slower=slower))

    def _stay(self) -> None:
        self._conductor.stay_here()
        self._said(self._narrator.stay())

    def _own_pace(self) -> None:
        if self._narrator.listening:
            self._tap()
            return
        if self._conductor.stage is Stage.PAUSED:
            self._conductor.resume()
        self._said(self._narrator.listen())

    def _tap(self) -> None:
        session = self._conductor.session
        if session is None:
            return
        period_s = self._narrator.press(session.now_s())
        if period_s is not None:
            self._conductor.follow(period_s)
        self._said("")

    def _said(self, sentence: str) -> None:
        """Show what a press came to, and let a screen reader say it."""
        self._announcing.note(sentence)
        session = self._conductor.session
        if session is not None:
            self.show_moment(session.look())

    # -- the panel ----------------------------------------------------------------------------------------------

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self._panel is not None:
            self._panel.deleteLater()
            self._panel = None
        if not unfolded:
            self._narrator.stop_listening()
            return
        panel = PacePanel(self.look, self._form_kind, holds=self._holds, parent=self)
        panel.own_pace.connect(self._own_pace)
        panel.slower.connect(lambda: self._nudge(slower=True))
        panel.faster.connect(lambda: self._nudge(slower=False))
        panel.stay.connect(self._stay)
        panel.not_today.connect(self.ground_wanted)
        panel.holds_changed.connect(self._change_holds)
        panel.form_chosen.connect(self._change_form)
        self._panel = panel
        self._place_panel()
        panel.show()
        self.setTabOrder(self._pace, panel.own_pace_button)

    def _place_panel(self) -> None:
        if self._panel is None:
            return
        layout = self._panel.layout()
        width = min(self.width() - 24, max(layout.sizeHint().width(), 420) + 8) if layout is not None else self.width()
        height = layout.heightForWidth(width) if layout is not None else 0
        bottom = self._main.geometry().top() - 10
        self._panel.setGeometry(QRect((self.width() - width) // 2, bottom - height, width, height))

    def _change_holds(self, holds: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._holds = holds
        session = self._conductor.session
        if session is not None:
            session.breathe_like(self._exercise.course(holds=holds))
        self.holds_changed.emit(holds)

    def _change_form(self, kind: Form) -> None:
        if kind is not self._form_kind:
            self._form_kind = kind
            old, self._form = self._form, self._make_form(kind)
            self._column.replaceWidget(old, self._form)
            old.deleteLater()
            if self._panel is not None:
                self._panel.raise_()
        self.form_chosen.emit(kind)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Keep the panel above the buttons."""
        super().resizeEvent(event)
        self._place_panel()


def _within_margins(*items: QWidget | QLayout) -> QVBoxLayout:
    inner = QVBoxLayout()
    inner.setContentsMargins(MARGIN_PX, 0, MARGIN_PX, 0)
    inner.setSpacing(6)
    for item in items:
        if isinstance(item, QLayout):
            inner.addLayout(item)
        else:
            inner.addWidget(item)
    return inner
