"""What is to be so of the practice that starts next: whether it is saved, and how strong it was before."""

from typing import TYPE_CHECKING

from steady.core.record import Ratings
from steady.core.row import Row

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator
    from steady.ui.page import Page


class NextPractice:
    """Each wish holds for one practice. Nothing is asked on the way that a triggered moment takes."""

    def __init__(self, navigator: "Navigator") -> None:
        self._to = navigator
        self.kept = True
        self._before: tuple[str, int] | None = None

    def leave_unsaved(self, unsaved: bool) -> None:  # noqa: FBT001 - Qt's signal
        """Let the next practice leave no trace, or be kept as usual."""
        self.kept = not unsaved

    def take_kept(self) -> bool:
        """Return whether the practice that starts now is kept; the one after it is, unless that is said again."""
        kept, self.kept = self.kept, True
        return kept

    def start_calmly(self, exercise_id: str) -> None:
        """Start an exercise that was chosen in peace: those who want it so are asked first how strong it is."""
        to = self._to
        exercise = to.find(exercise_id)
        if to.settings.ask_before and exercise is not None:
            to.show_calm(lambda: self._ask(exercise_id, exercise.title))
        else:
            to.start(exercise_id)

    def _ask(self, exercise_id: str, title: str) -> "Page":
        from steady.ui.pages.before import BeforePage  # noqa: PLC0415 - only for those who want to be asked

        page = BeforePage(self._to.look, title)
        page.start_wanted.connect(lambda before: self.start_rated(exercise_id, before))
        return page

    def start_rated(self, exercise_id: str, before: int | None) -> None:
        """Start an exercise, with how strong it was before."""
        self._before = None if before is None else (exercise_id, before)
        self._to.start(exercise_id)

    def say_before(self, row: Row) -> None:
        """Say how strong it was before this practice, where that was said of it and not of another."""
        before, self._before = self._before, None
        if before is not None and before[0] == row.record.exercise:
            row.amend(ratings=Ratings(before=before[1]))
