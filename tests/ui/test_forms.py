"""Which drawing is used: reduced motion is still, and a person's own choice outranks the desktop's."""

import subprocess
import sys

import msgspec
import pytest

from steady.core.breath import Act
from steady.core.exercise import Breathing, PhaseSpec
from steady.core.settings import Form, Motion, Settings
from steady.ui.forms import chosen_form, make_form
from steady.ui.theme import DUSK

PLAIN = Breathing(
    format=1,
    title="x",
    summary="y",
    group="settle",
    minutes=5,
    phases=(PhaseSpec(Act.INHALE, 4.0, 1.0), PhaseSpec(Act.EXHALE, 6.0, 0.0)),
)
WAVE = msgspec.structs.replace(PLAIN, form="wave")


@pytest.mark.parametrize(
    ("settings", "exercise", "form"),
    [
        (Settings(), PLAIN, Form.ORB),
        (Settings(), WAVE, Form.WAVE),
        (Settings(form=Form.SQUARE), WAVE, Form.SQUARE),
        (Settings(last_reduced_motion=True), PLAIN, Form.STILL),
        (Settings(last_reduced_motion=True), WAVE, Form.STILL),
        (Settings(last_reduced_motion=True, form=Form.ORB), PLAIN, Form.ORB),
        (Settings(last_reduced_motion=True, motion=Motion.FULL), WAVE, Form.WAVE),
        (Settings(motion=Motion.REDUCED), PLAIN, Form.STILL),
        (Settings(motion=Motion.REDUCED, form=Form.ORB), PLAIN, Form.STILL),
        (Settings(motion=Motion.FULL, form=Form.STILL), PLAIN, Form.STILL),
    ],
)
def test_the_form_is_the_persons_the_desktops_or_the_exercises_in_that_order(settings, exercise, form):
    assert chosen_form(settings, exercise) is form


@pytest.mark.parametrize("form", [Form.ORB, Form.WAVE, Form.SQUARE, Form.STILL])
def test_each_form_has_its_own_drawing(qtbot, form):
    made = make_form(form, DUSK)
    qtbot.addWidget(made)
    assert type(made).__name__ == f"Breath{form.value.capitalize()}"


def test_only_the_drawing_that_is_used_is_imported():
    asked = "import sys; from steady.ui.forms import make_form; print(*[n for n in sys.modules if '.breath_' in n])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["steady.ui.widgets.breath_form"]
