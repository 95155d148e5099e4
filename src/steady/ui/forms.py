"""Which drawing of the breath to use, and how to make it."""

from PySide6.QtWidgets import QWidget

from steady.core.exercise import Breathing
from steady.core.settings import Form, Motion, Settings
from steady.ui.theme import Theme
from steady.ui.widgets.breath_form import BreathForm


def chosen_form(settings: Settings, exercise: Breathing) -> Form:
    """Return the form to draw: never AUTO.

    Reduced motion is still, whoever asks for it; only a form that the person chose themselves outranks the desktop.
    """
    if settings.motion is Motion.REDUCED:
        return Form.STILL
    if settings.form is not Form.AUTO:
        return settings.form
    if settings.motion is Motion.SYSTEM and settings.last_reduced_motion:
        return Form.STILL
    return Form(exercise.form) if exercise.form is not None else Form.ORB


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
