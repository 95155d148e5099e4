"""What a screen reader takes our own widgets for, where Qt would only say that something is there.

Loaded when a screen reader first asks. A shape that breathes is an animation and no progress bar: screen readers read a
progress bar out again and again, and a stream of numbers is the last thing to hear here. (Nor could it have a value:
with PySide6 6.11.3 any `interface_cast` in Python ends the process.)
"""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

from steady.ui.widgets.fold_pill import FoldPill

PRESS = "Press"
"""Qt's own name for it, which desktops translate."""


def interface_of(widget: QObject | None) -> QAccessibleInterface | None:
    """Return what a screen reader is to know of it; None where Qt knows best.

    A widget says itself what it is, by the name of a role in `heard_as`: a reader that listens from the start asks
    before the first frame, which has no time for the modules of widgets that are not there yet.
    """
    if isinstance(widget, FoldPill):
        return _Fold(widget)
    role = getattr(widget, "heard_as", None)
    if role is None or not isinstance(widget, QWidget):
        return None
    return QAccessibleWidget(widget, QAccessible.Role[role])


class _Fold(QAccessibleWidget):
    """A button that is expanded or collapsed, where Qt would say a check box."""

    def __init__(self, pill: FoldPill) -> None:
        super().__init__(pill, QAccessible.Role.Button)
        self._pill = pill

    def state(self) -> QAccessible.State:
        """Return a button's state, and whether what it unfolds is there."""
        state = super().state()
        state.expandable = True
        state.expanded = self._pill.isChecked()
        state.collapsed = not state.expanded
        return state

    def actionNames(self) -> list[str]:  # noqa: N802 - Qt's name
        """It can be pressed."""
        return [PRESS, *super().actionNames()]

    def doAction(self, action_name: str) -> None:  # noqa: N802 - Qt's name
        """Press it."""
        if action_name == PRESS:
            self._pill.click()
        else:
            super().doAction(action_name)
