"""What the window asks of every page."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from steady.core.record import Draft
from steady.ui.theme import Theme

if TYPE_CHECKING:
    from steady.core.row import Row


class Page(QWidget):
    """One idea, one main control. A page is made for one theme and text size, and made anew when those change.

    `support_in_bar`: whether the bar at the top offers Support; a page that has its own large way there says no.
    `menu_in_bar`: whether it offers the menu; not where there is to be nothing else.
    """

    renamed = Signal(str)
    """What is shown on the page has another name now."""

    stops_moved = Signal()
    """Tab comes to what is on the page in another order now, or to something new."""

    support_in_bar = True
    menu_in_bar = True
    letters = True
    """Whether single letters are shortcuts here; not where the page invites a person to name things."""
    name = ""
    """What the page is called, to a screen reader."""
    sounds = False
    """Whether something on the page may sound, so that the bar offers the switch for it."""
    is_practice = False
    """Whether the page is a practice, which waits while a calm page is looked at."""

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = look

    @property
    def heard(self) -> str:
        """What a screen reader says when the page opens."""
        return self.name

    @property
    def last_stop(self) -> QWidget | None:
        """What Tab comes to last on the page."""
        return None

    @property
    def place_in_steps(self) -> tuple[str, int] | None:
        """The exercise and the number of the step that is shown, where that is what the page shows."""
        return None

    @property
    def row(self) -> "Row | None":
        """The row in the log of what is practised on the page, if anything is."""
        return None

    def enter(self) -> None:
        """It is now the page that is shown, for the first time or again."""

    def leave(self) -> None:
        """It is shown no more and will not come back. End here what the page began."""

    def press_space(self) -> bool:
        """Space, while no control has the focus. Return whether it was of use."""
        return False

    def press_arrow(self, direction: int) -> bool:  # noqa: ARG002 - of use to some pages only
        """An arrow: 1 for right or up, -1 for left or down. Return whether it was of use."""
        return False

    def press_text(self, text: str) -> bool:  # noqa: ARG002 - as above
        """A character, where nothing that takes words has the keyboard. Return whether it was of use."""
        return False

    def press_letter(self, letter: str) -> bool:  # noqa: ARG002 - as above
        """A single letter, lower case, only where the person left letter keys on."""
        return False

    def drafts(self) -> Sequence[Draft]:
        """Return words that are half written, to be kept when the person leaves at once."""
        return ()

    def place(self) -> object:
        """Return where on the page the person is, for the page that is made in place of this one."""
        return None

    def come_back(self, place: object) -> None:
        """Go to where the person was on the page that this one is made in place of."""
