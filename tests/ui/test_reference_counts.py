"""PySide6 6.12.0 on Python 3.11 loses a reference to None with every call that returns nothing.

An animation that makes a dozen such calls a frame ends the process within seconds (docs/adr/0001). The pin in
pyproject.toml keeps that release away; this notices when another one does the same.
"""

import gc
import itertools
import sys

import pytest
from PySide6.QtGui import QColor, QImage, QPainter

from steady.core.breath import Act, Course, Pattern, Phase
from steady.core.practice import Practice
from steady.core.settings import Form
from steady.core.steps import Box
from steady.ui.forms import make_form
from steady.ui.theme import DUSK
from steady.ui.widgets.dots import Dots
from steady.ui.widgets.exercise_card import ExerciseCard
from steady.ui.widgets.sense_card import SenseCard
from steady.ui.widgets.soft_ring import SoftRing
from steady.ui.widgets.star import Star
from steady.ui.widgets.tap_side import TapSide
from steady.ui.widgets.thought_box import ThoughtBox

FRAME_S = 1 / 30
SIDE_PX = 160
DRIFT = 100
"""What Python's own caches may hold or let go of meanwhile. The fault loses one for each call: thousands."""
FORMS = (Form.ORB, Form.WAVE, Form.SQUARE, Form.STILL)

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: it has no count to lose"
)


@pytest.fixture(autouse=True, scope="module")
def _what_others_left_is_not_looked_through_again():
    """Tidying up looks at what the tests before this one still hold once, and not at each count."""
    gc.collect()
    gc.freeze()


def drift_of_none(paint_frame, frames: int) -> int:
    """Return how many references to None were won or lost while that many frames were painted."""
    for _ in range(10):  # what is made once, is made here
        paint_frame()
    gc.collect()  # what earlier tests left in circles has references to None, too
    before = sys.getrefcount(None)
    for _ in range(frames):
        paint_frame()
    gc.collect()
    return sys.getrefcount(None) - before


def frames_of(form: Form):
    """Return a function that moves the breath on by one frame and paints it."""
    practice = Practice(Course.steady(Pattern((Phase(Act.INHALE, 4.0, 1.0), Phase(Act.EXHALE, 6.0, 0.0)))))
    practice.start(0.0)
    widget = make_form(form, DUSK)
    widget.resize(SIDE_PX, SIDE_PX)
    image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB32)
    times_s = itertools.count()

    def paint() -> None:
        widget.show_moment(practice.look(next(times_s) * FRAME_S), practice.timeline)
        widget.render(image)

    return paint


def paint_plainly():
    """Return a function that makes the calls of a frame, and nothing of ours."""
    image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB32)

    def paint() -> None:
        with QPainter(image) as painter:
            painter.setPen(QColor("black"))
            painter.fillRect(0, 0, SIDE_PX, SIDE_PX, QColor("white"))
            painter.drawEllipse(10, 10, 40, 40)

    return paint


def test_calls_that_return_nothing_cost_no_reference(qapp):
    assert abs(drift_of_none(paint_plainly(), 2_000)) < DRIFT


@pytest.mark.parametrize("form", FORMS)
def test_two_thousand_frames_of_each_form_cost_no_reference(qapp, form):
    assert abs(drift_of_none(frames_of(form), 2_000)) < DRIFT


def ring_frames(*, still: bool):
    """Return a function that fills the ring, or the bar, a little more and paints it."""
    ring, steps = SoftRing(DUSK, still=still), itertools.count()
    return painting(ring, lambda: ring.show_fraction(next(steps) % 100 / 100))


def tap_frames():
    """Return a function that lights a side a little more, taps it now and then, and paints it."""
    side, steps = TapSide("Left", "Tap on the left", DUSK), itertools.count()

    def move() -> None:
        at = next(steps)
        if at % 50 == 0:
            side.answer(at * FRAME_S)
        side.show_light(at % 30 / 30, at * FRAME_S)

    return painting(side, move)


def card_frames():
    """Return a function that notes a thing on a card and takes it back, and paints the card."""
    card, turns = SenseCard(DUSK, 1, 3, "press Space when you have one"), itertools.cycle(("a lamp", ""))
    return painting(card, lambda: card.show_noticed(next(turns)))


def painting(widget, move):
    """Return a function that moves the widget and paints it."""
    widget.resize(SIDE_PX, SIDE_PX)
    image = QImage(SIDE_PX, SIDE_PX, QImage.Format.Format_RGB32)

    def paint() -> None:
        move()
        widget.render(image)

    return paint


def dots_frames():
    dots, places = Dots(DUSK, 6), itertools.cycle(range(6))
    return painting(dots, lambda: dots.show_place(next(places)))


def star_frames():
    star, turns = Star(DUSK, ("Keep near", "Kept near"), on=False), itertools.cycle((True, False))
    return painting(star, lambda: star.setChecked(next(turns)))


def exercise_frames():
    return painting(ExerciseCard("No reply yet", "For the wait.", "5 min", DUSK, name="No reply yet"), lambda: None)


def box_frames():
    box, turns = ThoughtBox(DUSK, Box("fact", "What is a fact?")), itertools.cycle(("a word", ""))
    return painting(box, lambda: box.field.setPlainText(next(turns)))


PAINTED = {
    "soft ring": lambda: ring_frames(still=False),
    "still bar": lambda: ring_frames(still=True),
    "tap side": tap_frames,
    "sense card": card_frames,
    "dots": dots_frames,
    "star": star_frames,
    "exercise card": exercise_frames,
    "thought box": box_frames,
}


@pytest.mark.parametrize("frames", PAINTED.values(), ids=PAINTED)
def test_a_thousand_paintings_of_what_grounding_and_scripts_are_made_of_cost_no_reference(qapp, frames):
    assert abs(drift_of_none(frames(), 1_000)) < DRIFT


@pytest.mark.long
@pytest.mark.parametrize(("form", "frames"), [(Form.ORB, 100_000), (Form.SQUARE, 50_000), (Form.WAVE, 20_000)])
def test_an_hour_of_breathing_costs_no_reference(qapp, form, frames):
    assert abs(drift_of_none(frames_of(form), frames)) < DRIFT
