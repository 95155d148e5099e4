"""What grounding and scripts have in common: one step at a time, and a row in the log that is kept alive."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from steady.core.record import Draft
from steady.core.row import Row
from steady.core.steps import SUPPORT, Breathe, Tap
from steady.core.walk_session import WalkSession
from steady.texts.announce import spoken
from steady.ui.announce import announce
from steady.ui.pages.heartbeat import Heartbeat
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.pages.step_body import StepBody
from steady.ui.steps.go_to import with_titles
from steady.ui.steps.name import NamePart
from steady.ui.steps.part import StepServices
from steady.ui.theme import Theme
from steady.ui.widgets.on_the_way import OnTheWay
from steady.ui.widgets.pill import Pill, PillKind


class StepsPage(ScrolledPage):
    """Shows the step that the session's walk is at. The walk remembers, words in boxes included; the page shows.

    `kept` are words from an earlier time; they are put back into the boxes that they came from. `kept_now` returns
    those that are known by now: a page that Steady starts with is there before the log has been read.
    """

    is_practice = True
    swaps_below = False
    """Whether what is below the step has the way to another sense; else the step has it itself."""

    done = Signal()
    """It was enough, or it came to its end."""
    support_wanted = Signal()
    way_wanted = Signal(str)
    """The id of an exercise that the person wants to go on to."""
    drafts_kept = Signal()
    """Half-written words are to be kept at once, rather than when the person leaves."""
    line_shown = Signal(str)
    """The words of a step, for a voice to say them."""
    early_rated = Signal(object)
    """How strong the distress is on the way, 0 to 10; None where that was taken back."""
    unsaved = Signal()
    """This practice is to leave no trace."""
    draft_forgotten = Signal(str, str)
    """The exercise and the place of a box whose words the person let go."""

    def __init__(
        self,
        look: Theme,
        title: str,
        exercise_id: str,
        session: WalkSession,
        services: StepServices,
        *,
        ways_out: Sequence[str] = (),
        kept: Sequence[Draft] = (),
        kept_now: Callable[[], Sequence[Draft]] = tuple,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(look, parent)
        self.title = title
        self.session = session
        self.walk = session.walk
        self._exercise_id = exercise_id
        self.sounds = any(isinstance(step, Breathe | Tap) for step in session.walk.steps)
        self.services = services
        self._ways_out = with_titles(ways_out, services)
        self._kept_now = kept_now
        self._put_back((*kept, *kept_now()))
        self._heartbeat = Heartbeat(session, self)
        self._laid_out = QTimer(self, singleShot=True, interval=0)
        self._laid_out.timeout.connect(self._show_what_moves)
        self.where = self.label("", color="soft_ink")
        self.column.rows.addSpacing(14)
        self.body = self._make_body()
        self.name = self._name_now()
        self.column.rows.addWidget(self.body, 1)
        self.on_the_way = self._make_on_the_way()
        self.main = Pill("", look, PillKind.MAIN)
        self.main.clicked.connect(self.go_on)
        self.make_foot()
        self.column.rows.insertWidget(0, self.make_head())
        self.name_controls()
        self._reorder()
        QShortcut(QKeySequence(Qt.Key.Key_Backspace), self, autoRepeat=False).activated.connect(self.take_back)

    def make_head(self) -> QWidget:
        """Return what stands above the step: where one is, and perhaps more."""
        return self.where

    def _make_on_the_way(self) -> OnTheWay:
        """Add what can be said on the way, folded, below the step."""
        row = self.session.row
        made = OnTheWay(self.look, early=row.record.ratings.early, kept=row.kept)
        made.rated.connect(self.early_rated)
        made.unsaved.connect(self.unsaved)
        made.unsaved.connect(self.session.heed_row)
        made.unsaved.connect(lambda: self.body.saving_changed())
        made.stops_changed.connect(self._reorder)
        self.column.rows.addSpacing(10)
        self.column.rows.addWidget(made)
        return made

    def make_foot(self) -> None:
        """Put the buttons into the foot, `main` among them."""
        raise NotImplementedError

    def name_controls(self) -> None:
        """Give the line above and the buttons the words of this step."""
        raise NotImplementedError

    @property
    def place_in_steps(self) -> tuple[str, int] | None:
        """Where the walk is."""
        return self._exercise_id, self.walk.index

    @property
    def heard(self) -> str:
        """Its title, and all that is read at the step."""
        return spoken((self.title, *self.body.told))

    @property
    def row(self) -> Row:
        """The row of this walk."""
        return self.session.row

    # -- living -------------------------------------------------------------------------------------------------

    def enter(self) -> None:
        """Keep the row alive from now on."""
        self._heartbeat.start()
        self.line_shown.emit(spoken(self.body.words))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Time counts while it is looked at."""
        super().showEvent(event)
        self.session.go_on()
        self._laid_out.start()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Time behind another page is not practised."""
        super().hideEvent(event)
        self.session.rest()

    def leave(self) -> None:
        """End the practice's row."""
        self._heartbeat.stop()
        self.session.end()

    @property
    def is_beating(self) -> bool:
        """Whether the row is being kept alive."""
        return self._heartbeat.is_beating

    def drafts(self) -> Sequence[Draft]:
        """Return what is written in boxes, of all steps; nothing of a practice that is not saved."""
        self.session.heed_row()
        return tuple(Draft(self._exercise_id, place, words) for place, words in self.walk.to_keep.items())

    # -- pressing -----------------------------------------------------------------------------------------------

    def press_space(self) -> bool:
        """Do what the step has for it: note the next thing, pause a breath; go on where there is nothing left to do."""
        if not self.body.part.press_space():
            self.go_on()
        return True

    def press_arrow(self, direction: int) -> bool:
        """Right goes on, left goes back, unless the step has a use for them. Neither leaves: that is for a button."""
        return self.body.part.press_arrow(direction) or self.step_by(direction)

    def press_text(self, text: str) -> bool:
        """A character begins to name a thing, where things are named."""
        return self.body.part.press_text(text)

    def step_by(self, direction: int) -> bool:
        """Go to the next step, or to the one before. False at both ends."""
        passed = self.body.part
        moved = self.walk.forward() if direction > 0 else self.walk.back()
        if moved:
            if direction > 0:
                passed.passed()
            self._show_step()
        return moved

    def go_on(self) -> None:
        """Go to the next step, or be done after the last."""
        if not self.step_by(1):
            self.done.emit()

    def take_back(self) -> None:
        """Take the last noted thing back, where things are noted."""
        self.body.part.take_back()

    # -- showing ------------------------------------------------------------------------------------------------

    def _make_body(self) -> StepBody:
        body = StepBody(self.look, self.walk, self.services, self._ways_out)
        part = body.part
        if isinstance(part, NamePart) and not self.swaps_below:
            part.offer_instead()
        part.all_done.connect(self._go_to_main)
        part.words_changed.connect(self._write)
        part.way_wanted.connect(self._go)
        part.words_kept.connect(self.drafts_kept)
        part.told.connect(self._tell)
        part.changed.connect(self._part_changed)
        part.step_changed.connect(self._show_step)
        body.support_wanted.connect(self.support_wanted)
        return body

    def _go(self, target: str) -> None:
        if target == SUPPORT:
            self.support_wanted.emit()
        else:
            self.way_wanted.emit(target)

    def _show_what_moves(self) -> None:
        """Once a step has its place: what moves there is in sight, also in a short window or beside large text."""
        if self.body.part.to_see is not None and self.body.focused is None:
            self.scroll.keep_in_sight(self.body.part.to_see)

    def _go_to_main(self) -> None:
        self.main.setFocus()

    def _part_changed(self) -> None:
        self._reorder()
        if (name := self._name_now()) != self.name:
            self.name = name
            self.renamed.emit(name)

    def _reorder(self) -> None:
        self.order_tabs(self.body.stops)

    @property
    def stops_at_the_end(self) -> Sequence[QWidget]:
        """What can be said on the way: it delays nobody who only wants to go on."""
        return self.on_the_way.stops

    def _show_step(self) -> None:
        """Show the step the walk has come to. The keyboard, if it was on the way here, goes to the first open card."""
        old, on_the_way = self.body, self.main.hasFocus() or self.body.focused is not None
        self._put_back(self._kept_now())
        self.body = self._make_body()
        self.column.rows.replaceWidget(old, self.body)
        self.body.show()
        self._reorder()
        self.name_controls()
        if on_the_way:
            (self.body.first_stop or self.main).setFocus()
        old.hide()
        old.deleteLater()
        self.scroll.to_top()
        self._laid_out.start()
        self.name = self._name_now()
        self.renamed.emit(self.name)
        self._tell(spoken(self.body.told))
        self.line_shown.emit(spoken(self.body.words))

    def _put_back(self, kept: Sequence[Draft]) -> None:
        for draft in kept:
            self.walk.put_back(draft.place, draft.text)

    def _name_now(self) -> str:
        return spoken((self.title, self.body.words[0]))

    def _tell(self, sentence: str) -> None:
        announce(self, sentence)

    # -- words in boxes -----------------------------------------------------------------------------------------

    def _write(self, place: str, words: str) -> None:
        if self.walk.write(place, words):
            self.draft_forgotten.emit(self._exercise_id, place)
        focused = self.body.focused
        if focused is not None:
            self.scroll.keep_in_sight(focused)
