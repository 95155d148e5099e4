"""The guide: a shape that breathes, one short line, a smaller one, and the ways out beside Pause."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.announcing import Announcing
from steady.core.events import Event, Length, Moment, Stage
from steady.core.exercise import Breathing
from steady.core.row import Row
from steady.core.settings import Form, Settings
from steady.core.starting import chosen_form
from steady.texts import say
from steady.texts.narrator import Narrator, lines_of, status_line
from steady.texts.ui import Ui
from steady.ui.conductor import Conductor
from steady.ui.forms import make_form
from steady.ui.page import Page
from steady.ui.pages.pace_fold import PaceFold
from steady.ui.pages.pace_wishes import PaceWishes
from steady.ui.theme import SMALL, TITLE, Theme
from steady.ui.widgets.breath_form import BreathForm
from steady.ui.widgets.guide_places import GuidePlaces
from steady.ui.widgets.notice import Notice
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.soft_label import ComingIn, SoftLabel

LETTERS = frozenset("mpgkt")
"""Menu, Pace, Ground me, Kind words, Talk to someone."""


class BreathePage(Page):
    """Draws the conductor's practice and hands presses to it."""

    support_in_bar = False
    is_practice = sounds = True

    ground_wanted = Signal()
    words_wanted = Signal()
    talk_wanted = Signal()
    meet_wanted = Signal()
    done_wanted = Signal()
    form_chosen = Signal(object)
    """A `Form` that the person chose."""
    holds_changed = Signal(bool)
    notice_put_aside = Signal(str)
    notice_followed = Signal(str)
    early_rated = Signal(object)
    """How strong the distress is on the way, 0 to 10; None where that was taken back."""
    unsaved = Signal()
    """This practice is to leave no trace."""

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
        self._holds = holds if exercise.has_optional_holds else None
        self._announce = announce
        self._narrator = Narrator(exercise, length)
        self._announcing = Announcing(settings.announce_phases)
        self._wishes = PaceWishes(conductor, self._narrator, self._said)
        self._form_kind = chosen_form(settings, exercise)
        self._stage: Stage | None = None
        self._coming_in = ComingIn()
        self._build()
        conductor.happened.connect(self._hear)
        conductor.moment_read.connect(self.show_moment)

    # -- building -----------------------------------------------------------------------------------------------

    def _build(self) -> None:
        self._words = SoftLabel(self.look, size=TITLE)
        self._more = SoftLabel(self.look, color="soft_ink")
        self._status = SoftLabel(self.look, size=SMALL, color="soft_ink")
        for soft, known in zip((self._words, self._more), lines_of(self._exercise), strict=True):
            soft.keep_room_for(known)
        self._notice = Notice(self.look)
        self._notice.setVisible(False)
        self._notice.emptied.connect(self._show_status)
        self._notice.put_aside.connect(self.notice_put_aside)
        self._notice.followed.connect(self.notice_followed)
        self._form = self._make_form(self._form_kind)
        lines = self._words, self._more
        self._places = GuidePlaces(self.look, lines, self._form, self._status, self._notice)
        self._places.reordered.connect(self.stops_moved)
        self._add_buttons()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._places)

    def _make_form(self, kind: Form) -> BreathForm:
        form = make_form(kind, self.look)
        form.broke.connect(self._stand_still)
        form.setAutoFillBackground(True)  # so that Qt need not paint what lies behind; a form under a fade must not
        form.setAccessibleName(say(Ui.ORB_NAME))
        form.setAccessibleDescription(say(Ui.ORB_DESCRIPTION))
        for soft in (self._words, self._more, self._status):
            soft.still = kind is Form.STILL
        self._conductor.set_frame_ms(form.frame_ms)
        return form

    def _add_buttons(self) -> None:
        self._main = Pill(say(Ui.PAUSE), self.look, PillKind.MAIN)
        self._main.clicked.connect(self._press_main)
        self._done = Pill(say(Ui.DONE), self.look)
        self._done.clicked.connect(self.done_wanted)
        self._done.setVisible(False)
        self._pace = PaceFold(
            self.look, self._places, self._wishes, self._form_kind, holds=self._holds, row=lambda: self.row
        )
        self._pace.early_rated.connect(self.early_rated)
        self._pace.unsaved.connect(self.unsaved)
        self._pace.folded.connect(self._folded)
        self._pace.not_today.connect(self.ground_wanted)
        self._pace.holds_changed.connect(self._change_holds)
        self._pace.form_chosen.connect(self._change_form)
        talk = Pill(say(Ui.TALK), self.look, PillKind.SUPPORT)
        ways = Pill(say(Ui.GROUND_ME), self.look), Pill(say(Ui.KIND_WORDS), self.look), talk
        for pill, wanted in zip(ways, (self.ground_wanted, self.words_wanted, self.talk_wanted), strict=True):
            pill.clicked.connect(wanted)
        first = (self._main, self._done, self._pace)
        self._places.set_buttons((*first, *ways), foremost=(*first, talk))

    def _hear(self, event: Event) -> None:
        self._narrator.hear(event)
        self._announcing.hear(event)

    # -- showing ------------------------------------------------------------------------------------------------

    def show_moment(self, moment: Moment) -> None:
        """Words, ring and shape, all from the one reading of the clock in `moment`."""
        session = self._conductor.session
        if session is None:
            return
        now_s = session.now_s()
        self._places.step(now_s)
        self._form.show_moment(moment, session.practice.timeline)
        self._coming_in.step()
        listening = self._narrator.listening
        large, small = self._narrator.words(moment, now_s)
        if listening and not self._narrator.listening:
            self._announcing.note(small)
        for line in self._announcing.told(large, small):
            self._announce(line)
        if not self._status.isHidden():
            # Once it goes on after its length, it is as open as the practice now is.
            length, elapsed = session.practice.length, self._settings.show_elapsed
            self._coming_in.show(self._status, status_line(self._exercise.title, moment, length, show_elapsed=elapsed))
        if moment.stage is not self._stage:
            self._stage = moment.stage
            self._name_buttons(moment.stage)
        if (large, small) != (self._words.words, self._more.words):
            self._coming_in.show(self._words, large)
            self._coming_in.show(self._more, small)
            self._places.arrange()

    def _name_buttons(self, stage: Stage) -> None:
        over = stage in (Stage.RESTING, Stage.ENDED)
        if over:
            self._main.set_words(say(Ui.MEET_AGAIN if self._exercise.then == "rest" else Ui.MORE_BREATHS))
        else:
            self._main.set_words(say(Ui.GO_ON if stage is Stage.PAUSED else Ui.PAUSE))
        self._done.setVisible(over)
        self._pace.setVisible(not over)
        if over:
            self._pace.fold()
        self._places.arrange()

    def say_quietly(self, sentence: str, *, can_wait: bool = False, way: str = "") -> None:
        """Show one sentence where the quiet line is, until it is put aside; one that `can_wait` lets others first.

        `way`: the words of a button beside it.
        """
        self._notice.add(sentence, can_wait=can_wait, way=way)
        self._status.setVisible(False)
        self._notice.setVisible(True)
        self._places.arrange()

    def say_no_more(self, sentence: str) -> None:
        """Take back a sentence that is not so any longer."""
        self._notice.take_back(sentence)

    def _show_status(self) -> None:
        self._notice.setVisible(False)
        self._status.setVisible(True)
        self._look_again()
        self._places.arrange()

    @property
    def last_stop(self) -> QWidget | None:
        """The last of the buttons, in the order they stand in now."""
        return self._places.last_stop

    # -- pressing -----------------------------------------------------------------------------------------------

    def press_space(self) -> bool:
        """Space: an in-breath while presses are taken for it, otherwise pause and go on."""
        if self._narrator.listening:
            self._wishes.tap()
        else:
            self._press_main()
        return True

    def press_arrow(self, direction: int) -> bool:
        """Right and up are faster, left and down are slower."""
        self._wishes.nudge(slower=direction < 0)
        return True

    def press_text(self, text: str) -> bool:
        """While presses are taken for in-breaths any key is one, but for the letters that lead somewhere."""
        leads_on = self._settings.letter_keys and text.lower() in LETTERS
        if leads_on or not self._narrator.listening:
            return False
        self._wishes.tap()
        return True

    def press_letter(self, letter: str) -> bool:
        """P does what the button does; the letters of the other ways are the window's."""
        if letter == "p" and not self._pace.isHidden():
            self._pace.toggle()
            return True
        return False

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A click on the guide is an in-breath while presses are taken for it; else it folds the panel."""
        if self._narrator.listening:
            self._wishes.tap()
        else:
            self._pace.fold()
        super().mousePressEvent(event)

    def _press_main(self) -> None:
        stage = self._conductor.stage
        if stage is Stage.BREATHING:
            self._conductor.pause()
        elif stage is Stage.RESTING and self._exercise.then == "rest":
            self.meet_wanted.emit()
        else:
            self._conductor.resume()

    def _said(self, sentence: str) -> None:
        """Show what a press came to, and let a screen reader say it."""
        self._announcing.note(sentence)
        self._look_again()

    def _look_again(self) -> None:
        """Show the breath as it is now; while it rests no moment comes by itself."""
        session = self._conductor.session
        if session is not None:
            self.show_moment(session.look())

    # -- what the panel wishes -----------------------------------------------------------------------------------------

    @property
    def row(self) -> Row | None:
        """The row of the practice that is under way."""
        return None if self._conductor.session is None else self._conductor.session.row

    def _folded(self) -> None:
        self._narrator.stop_listening()
        self._look_again()

    def _change_holds(self, holds: bool) -> None:  # noqa: FBT001 - Qt's signal
        session = self._conductor.session
        if session is not None:
            session.breathe_like(self._exercise.course(holds=holds))
        self.holds_changed.emit(holds)

    def _change_form(self, kind: Form) -> None:
        self._put_form(kind)
        self.form_chosen.emit(kind)

    def _stand_still(self) -> None:
        """Draw the plainest form in place of one that cannot be drawn; what the person chose stays their choice."""
        self._put_form(Form.STILL)

    def _put_form(self, kind: Form) -> None:
        if kind is self._form_kind:
            return
        self._form_kind = self._pace.form = kind
        self._form = self._make_form(kind)
        self._places.set_form(self._form)
        self._look_again()
