"""How to make the drawing of a breath."""

from PySide6.QtWidgets import QWidget

from steady.core.settings import Form
from steady.ui.theme import Theme
from steady.ui.widgets.breath_form import BreathForm


def make_form(form: Form, look: Theme, parent: QWidget | None = None) -> BreathForm:
    """Return the widget for a form; only the one that is used is imported."""
    if form is Form.WAVE:
        from steady.ui.widgets.breath_wave import BreathWave  # noqa: PLC0415 - see above

        return BreathWave(look, parent)
    if form is Form.SQUARE:
        from steady.ui.widgets.breath_square import BreathSquare  # noqa: PLC0415 - see above

        return BreathSquare(look, parent)
    if form is Form.STILL:
        from steady.ui.widgets.breath_still import BreathStill  # noqa: PLC0415 - see above

        return BreathStill(look, parent)
    from steady.ui.widgets.breath_orb import BreathOrb  # noqa: PLC0415 - see above

    return BreathOrb(look, parent)
