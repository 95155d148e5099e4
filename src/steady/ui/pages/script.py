"""A script: words to borrow, one thought at a time, and boxes that may stay empty."""

from PySide6.QtCore import Signal

from steady.texts import say
from steady.texts.script import ScriptText
from steady.texts.ui import Ui
from steady.ui.pages.steps import StepsPage
from steady.ui.widgets.pill import Pill


class ScriptPage(StepsPage):
    """The thoughts of a script. What is written is the page's to show and the app's to keep."""

    breathe_wanted = Signal()

    def press_letter(self, letter: str) -> bool:
        """K is for kind words, which are here: they do not begin again."""
        return letter == "k"

    def make_foot(self) -> None:
        """Back and on; a breath and enough at the far end."""
        self.back = Pill(say(Ui.BACK), self.look)
        self.back.clicked.connect(self.go_back)
        self.foot.add(self.back, stays=True)
        self.foot.add(self.main, stays=True)
        breathe = Pill(say(ScriptText.BREATHE), self.look)
        breathe.clicked.connect(self.breathe_wanted)
        self.foot.add(breathe, far=True)
        enough = Pill(say(Ui.THATS_ENOUGH), self.look)
        enough.clicked.connect(self.done)
        self.foot.add(enough, far=True)

    def name_controls(self) -> None:
        """Where one is above, and what comes next on the main button."""
        walk = self.walk
        self.where.setText(say(ScriptText.WHERE, title=self.title, at=walk.index + 1, count=walk.count))
        self.main.set_words(say(Ui.DONE if walk.is_last else Ui.NEXT))

    def go_back(self) -> None:
        """Go to the thought before; before the first is where the person came from."""
        if not self.step_by(-1):
            self.done.emit()
