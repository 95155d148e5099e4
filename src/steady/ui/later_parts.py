"""What belongs to the navigator and is made only when it is first wanted: nothing of it is for the first breath."""

from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject

from steady.ui.shell import Shell
from steady.ui.world import World

if TYPE_CHECKING:
    from steady.ui.afterwards import Afterwards
    from steady.ui.navigator import Navigator
    from steady.ui.next_practice import NextPractice
    from steady.ui.own_exercises import OwnExercises
    from steady.ui.page import Page
    from steady.ui.pauses import Pauses
    from steady.ui.remembering import Remembering
    from steady.ui.warming import Warming

# Each part is imported where it is made.
# ruff: noqa: PLC0415


class LaterParts(QObject):
    """The parts, each made once. Whoever derives from it is the navigator that they are given."""

    def __init__(self, world: World, shell: Shell) -> None:
        super().__init__(shell)
        self._world = world
        self._shell = shell
        self._pauses: Pauses | None = None
        self._own: OwnExercises | None = None
        self._next: NextPractice | None = None
        self._remembering: Remembering | None = None
        self._afterwards: Afterwards | None = None
        self._warming: Warming | None = None

    @property
    def _navigator(self) -> "Navigator":
        return cast("Navigator", self)

    @property
    def pauses(self) -> "Pauses":
        """What keeps a pause that goes on while other pages are looked at, or while Steady is closed."""
        if self._pauses is None:
            from steady.ui.pauses import Pauses

            self._pauses = Pauses(self._world.starter, self._shell, self._navigator)
        return self._pauses

    @property
    def own(self) -> "OwnExercises":
        """What reads the library beside the window, and opens the person's own files."""
        if self._own is None:
            from steady.ui.own_exercises import OwnExercises

            self._own = OwnExercises(self._world, self._navigator)
        return self._own

    @property
    def next(self) -> "NextPractice":
        """What is to be so of the practice that starts next."""
        if self._next is None:
            from steady.ui.next_practice import NextPractice

            self._next = NextPractice(self._navigator)
        return self._next

    @property
    def remembering(self) -> "Remembering":
        """What leads to the journal, the weeks and the person's things, and counts what is counted."""
        if self._remembering is None:
            from steady.ui.remembering import Remembering

            self._remembering = Remembering(self._world, self._navigator)
        return self._remembering

    @property
    def afterwards(self) -> "Afterwards":
        """What leads on from a practice that is over."""
        if self._afterwards is None:
            from steady.ui.afterwards import Afterwards

            self._afterwards = Afterwards(self._world, self._navigator)
        return self._afterwards

    def entered(self, page: "Page") -> None:
        """A page is shown: it is told what waits to be said; what a calm one leads to is imported meanwhile."""
        self._navigator.quiet.entered(page)
        if self._warming is None and not page.is_practice:
            from steady.ui.warming import Warming

            self._warming = Warming(self._world.memories, self)
        if self._warming is not None:
            self._warming.entered(page)

    @property
    def is_warm(self) -> bool:
        """Whether all that a calm page leads to has been imported."""
        return self._warming is not None and self._warming.is_over

    def close_parts(self) -> None:
        """The person leaves: end what the parts have begun."""
        if self._warming is not None:
            self._warming.stop()
        for part in (self._own, self._remembering):
            if part is not None:
                part.close()
