"""A script: words to borrow, one thought at a time, and boxes that may stay empty."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QWidget

from steady.core.reading import FASTER, SLOWER, changed, reading_s
from steady.core.steps import Breathe, Say
from steady.texts import say
from steady.texts.script import ScriptText
from steady.texts.ui import Ui
from steady.ui.pages.page_turner import PageTurner
from steady.ui.pages.step_body import words_of
from steady.ui.pages.steps import StepsPage
from steady.ui.widgets.pill import Pill, PillKind


class ScriptPage(StepsPage):
    """The thoughts of a script. What is written is the page's to show and the app's to keep."""

    breathe_wanted = Signal()
    ground_wanted = Signal()
    words_wanted = Signal()
    """Back from the first thought: to all kind words."""
    reading_changed = Signal(object)
    """What the person set of how pages turn, as changes to the settings."""

    def make_foot(self) -> None:
        """Back and on, and whether pages turn by themselves; a breath and enough at the far end."""
        settings = self.services.settings
        self.turner = PageTurner(self._turn, settings.reading_percent, still=self.services.still, parent=self)
        self.back = Pill(say(Ui.BACK), self.look)
        self.back.clicked.connect(self.go_back)
        self.foot.add(self.back, stays=True)
        self.foot.add(self.main, stays=True)
        self.turn = Pill(say(ScriptText.TURN), self.look, name=say(ScriptText.TURN_NAME))
        self.turn.setCheckable(True)
        self.turn.setChecked(settings.auto_advance)
        self.turn.toggled.connect(self._switch)
        self.foot.add(self.turn)
        self.paces = []
        for words, name, factor in (
            (ScriptText.LONGER, ScriptText.LONGER_NAME, SLOWER),
            (ScriptText.SHORTER, ScriptText.SHORTER_NAME, FASTER),
        ):
            pill = Pill(say(words), self.look, PillKind.QUIET, name=say(name))
            pill.clicked.connect(lambda _checked=False, factor=factor: self._pace(factor))
            self.foot.add(pill)
            self.paces.append(pill)
        self.other = Pill(say(ScriptText.BREATHE), self.look)
        self.other.clicked.connect(self._go_elsewhere)
        self.foot.add(self.other, far=True)
        enough = Pill(say(Ui.THATS_ENOUGH), self.look)
        enough.clicked.connect(self.done)
        self.foot.add(enough, far=True)
        self.scroll.verticalScrollBar().valueChanged.connect(lambda _value: self.turner.wait_anew())
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._focus_moved)

    def name_controls(self) -> None:
        """Where one is above, what comes next on the main button, and whether this thought turns by itself."""
        walk = self.walk
        self.where.setText(say(ScriptText.WHERE, title=self.title, at=walk.index + 1, count=walk.count))
        self.main.set_words(say(Ui.DONE if walk.is_last else Ui.NEXT))
        for pill in self.paces:
            pill.setVisible(self.turn.isChecked())
        self.other.set_words(say(Ui.GROUND_ME if self._breathes else ScriptText.BREATHE))
        self._wait()

    @property
    def _breathes(self) -> bool:
        """Whether the step is breaths: from each of them, one press leads to what looks outward."""
        return isinstance(self.walk.step, Breathe)

    def _go_elsewhere(self) -> None:
        (self.ground_wanted if self._breathes else self.breathe_wanted).emit()

    def go_back(self) -> None:
        """Go to the thought before; before the first are all kind words."""
        if not self.step_by(-1):
            self.words_wanted.emit()

    def enter(self) -> None:
        """Pages turn, if they do, only while they are looked at."""
        super().enter()
        self._wait()

    def leave(self) -> None:
        """Nothing turns any more."""
        self.turner.stop()
        super().leave()

    def _wait(self) -> None:
        """Let the time for this thought begin, where there is nothing on it to do and one that follows."""
        step = self.walk.step
        is_read = type(step) is Say and not self.walk.is_last and self.body.focused is None
        if self.turn.isChecked() and is_read:
            self.turner.wait((*words_of(self.walk), *([step.guard] if step.guard else [])))
        else:
            self.turner.stop()

    def _turn(self) -> None:
        if self.window().isMinimized():
            self._wait()  # nobody reads it now: it stays, and is there on return
        elif self.isVisible():
            self.turner.fade_out(self.body, self._turned)

    def _turned(self) -> None:
        self.step_by(1)
        self.turner.fade_in(self.body)

    def _focus_moved(self, old: QWidget | None, new: QWidget | None) -> None:
        """Nothing turns under the hand: not while the keyboard is on something of this thought."""
        if any(one is not None and self.isAncestorOf(one) for one in (old, new)):
            self._wait()

    def _switch(self, on: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.name_controls()
        self.reading_changed.emit({"auto_advance": on})

    def _pace(self, factor: float) -> None:
        self.turner.percent = changed(self.turner.percent, factor)
        self.name_controls()
        seconds = round(reading_s(words_of(self.walk), self.turner.percent))
        self.where.setText(say(ScriptText.STAYS, where=self.where.text(), seconds=seconds))
        self._tell(self.where.text())
        self.reading_changed.emit({"reading_percent": self.turner.percent})
