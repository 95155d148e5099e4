"""What is to be so of the practice that starts next: whether it is saved, and whether it is asked about before."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator
    from steady.ui.page import Page


class NextPractice:
    """A wish holds for one practice. Nothing is asked on the way that a triggered moment takes."""

    def __init__(self, navigator: "Navigator") -> None:
        self._to = navigator
        self.kept = True

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
        exercise = to.practising.find(exercise_id)
        if to.settings.ask_before and exercise is not None:
            to.show_calm(lambda: self._ask(exercise_id, exercise.title))
        else:
            to.practising.start(exercise_id)

    def _ask(self, exercise_id: str, title: str) -> "Page":
        from steady.ui.pages.before import BeforePage  # noqa: PLC0415 - only for those who want to be asked

        page = BeforePage(self._to.look, title)
        page.start_wanted.connect(lambda before: self._to.practising.start(exercise_id, before=before))
        return page
