"""What the desktop asks of every program: light or dark, less motion. Followed where the person left it so."""

from steady.core.settings import Form, Look
from steady.ui.navigator import Navigator


class DesktopWishes:
    """Takes the desktop's answers, and keeps them for the first frame of the next start."""

    def __init__(self, navigator: Navigator) -> None:
        self._navigator = navigator

    def light_answered(self, light: bool) -> None:  # noqa: FBT001 - a callback's one answer
        """Follow the desktop from dark to light, or back, where the person left the colours to it."""
        navigator = self._navigator
        navigator.change(last_light=light)
        if navigator.settings.look is Look.SYSTEM:
            navigator.restyle()

    def motion_answered(self, reduced: bool) -> None:  # noqa: FBT001 - a callback's one answer
        """Take the desktop's answer on reduced motion; the guide follows it at once where it changes anything."""
        navigator = self._navigator
        if reduced != navigator.settings.last_reduced_motion:
            navigator.change(last_reduced_motion=reduced)
            if navigator.settings.form is Form.AUTO:
                navigator.remake_guide()
