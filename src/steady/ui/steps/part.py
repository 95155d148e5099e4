"""What every kind of step has in common: a part of the page, made for the step that its walk is at."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from steady.core.exercise import Breathing
from steady.core.settings import PauseKept, Settings
from steady.core.walk import Walk
from steady.ui.theme import BODY, Size, Theme
from steady.ui.widgets.label import label
from steady.ui.widgets.whole_words import keep_words_whole

if TYPE_CHECKING:
    from steady.core.cues import Voice
    from steady.core.events import Event
    from steady.core.exercise import Exercise
    from steady.core.score import Plan


class StepServices(NamedTuple):
    """What parts need from outside. None of it waits for anything.

    `now_s` is the time on a clock that only runs forward, in seconds; `now` the wall time. `breathing` returns the
    breathing exercise with an id, or one that can always be breathed. `title_of` returns an exercise's title, or None
    where there is none. `kept_pause` returns the pause that was begun and not left, `keep_pause` keeps another or none.
    `copy` copies words, until the person leaves. `sound` sounds along a plan of the step's own (None: it rests), in a
    voice or the one that goes with the exercise. `cue` says what happened in a breath, where that is wanted.
    """

    exercise_id: str
    settings: Settings
    now_s: Callable[[], float]
    now: Callable[[], datetime]
    breathing: Callable[[str], Breathing]
    title_of: Callable[[str], str | None]
    kept_pause: Callable[[], PauseKept | None]
    keep_pause: Callable[[PauseKept | None], None]
    copy: Callable[[str], None]
    sound: "Callable[[Plan | None, Voice | None, Exercise | None], None]"
    cue: "Callable[[Event], None]"

    @property
    def still(self) -> bool:
        """Whether nothing is to move."""
        return self.settings.moves_less


class StepPart(QWidget):
    """Shows what a step asks for, if it asks for anything. Those that move begin when shown and rest when hidden."""

    all_done = Signal()
    """Nothing is left to do here: the keyboard may go to what leads on."""
    words_changed = Signal(str, str)
    """The place of what was written, and the words in it."""
    words_kept = Signal()
    """Words that were in memory only are to be kept now."""
    way_wanted = Signal(str)
    """Where the person wants to go: "support", or the id of an exercise."""
    changed = Signal()
    """Tab comes to other things now, or the step says something else."""
    step_changed = Signal()
    """The step is another one now: it is to be shown anew."""
    told = Signal(str)
    """A sentence for those who do not see the page."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look
        self.walk = walk
        self.services = services
        self.rows = QVBoxLayout(self)
        self.rows.setContentsMargins(0, 0, 0, 0)
        self.rows.setSpacing(0)

    @property
    def stops(self) -> Sequence[QWidget]:
        """What Tab stops at, in order."""
        return ()

    @property
    def own_words(self) -> Sequence[str]:
        """What is read here in place of the step's thought and smaller lines; nothing where those are read."""
        return ()

    @property
    def to_see(self) -> QWidget | None:
        """What moves here, and is to be seen from the start where a short window has no room for all of the step."""
        return None

    def passed(self) -> None:
        """The person goes on from this step, rather than back, or to another page for a while."""

    def saving_changed(self) -> None:
        """The practice is not saved any more: what is said of words that are written here may be another thing."""

    def press_space(self) -> bool:
        """Space, while no control has the focus. Return whether it was of use."""
        return False

    def press_arrow(self, direction: int) -> bool:  # noqa: ARG002 - of use to some parts only
        """An arrow: 1 for right or up, -1 for left or down. Return whether it was of use."""
        return False

    def press_text(self, text: str) -> bool:  # noqa: ARG002 - as above
        """A character, while the keyboard is nowhere where words are written. Return whether it was of use."""
        return False

    def take_back(self) -> None:
        """Backspace, where no words are written: let the last thing that was done here be undone."""

    def add_words(
        self,
        text: str,
        size: Size = BODY,
        color: str = "ink",
        *,
        centered: bool = False,
        to: QVBoxLayout | None = None,
    ) -> QLabel:
        """Add a label whose words stay whole however narrow the window is; return it."""
        made = keep_words_whole(label(text, self.look, size=size, color=color, centered=centered), size)
        (to or self.rows).addWidget(made)
        return made
