"""Each form has its drawing, and only the one that is used is imported."""

import subprocess
import sys

import pytest

from steady.core.settings import Form
from steady.ui.forms import make_form
from steady.ui.theme import DUSK


@pytest.mark.parametrize("form", [Form.ORB, Form.WAVE, Form.SQUARE, Form.STILL])
def test_each_form_has_its_own_drawing(qtbot, form):
    made = make_form(form, DUSK)
    qtbot.addWidget(made)
    assert type(made).__name__ == f"Breath{form.value.capitalize()}"


def test_only_the_drawing_that_is_used_is_imported():
    asked = "import sys; from steady.ui.forms import make_form; print(*[n for n in sys.modules if '.breath_' in n])"
    done = subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["steady.ui.widgets.breath_form"]
