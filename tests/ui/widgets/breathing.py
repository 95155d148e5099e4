"""Breaths for a form to draw, at any second, and a window for it to be drawn in."""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from steady.core.breath import Act, Course, Pattern, Phase, Step
from steady.core.practice import Practice
from steady.ui.theme import DUSK
from steady.ui.widgets.breath_form import BreathForm

FOUR_SIX = Pattern((Phase(Act.INHALE, 4.0, 1.0), Phase(Act.EXHALE, 6.0, 0.0)))
BOX = Pattern(
    (Phase(Act.INHALE, 4.0, 1.0), Phase(Act.HOLD, 4.0, 1.0), Phase(Act.EXHALE, 4.0, 0.0), Phase(Act.HOLD, 4.0, 0.0))
)
SIGH = Pattern((Phase(Act.INHALE, 2.0, 0.75), Phase(Act.INHALE, 1.0, 1.0), Phase(Act.EXHALE, 7.0, 0.0)))


class Shown:
    """A form in a window, on a practice that is looked at whenever a test likes."""

    def __init__(self, qtbot, make, pattern: Pattern = FOUR_SIX, *, size=(400, 300), steps=None, look=DUSK) -> None:
        self.practice = Practice(Course(steps) if steps else Course.steady(pattern))
        self.practice.start(0.0)
        self.window = QWidget()
        self.window.setPalette(DUSK.palette())
        self.window.resize(*size)
        self.form: BreathForm = make(look, self.window)
        self.form.setGeometry(0, 0, *size)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window):
            self.window.show()

    def at(self, now_s: float):
        """Show the breath as it is at that second; return the moment."""
        self.practice.advance(now_s)
        moment = self.practice.look(now_s)
        self.form.show_moment(moment, self.practice.timeline)
        return moment


def frames(until_s: float, every_s: float = 0.033, *, start_s: float = 0.0) -> Iterator[float]:
    """Yield the seconds at which frames come."""
    count = int((until_s - start_s) / every_s)
    for at in range(count + 1):
        yield start_s + at * every_s


__all__ = ["BOX", "FOUR_SIX", "SIGH", "Act", "Phase", "Shown", "Step", "frames"]
