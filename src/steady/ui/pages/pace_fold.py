"""The Pace button of the guide, with what it unfolds: each wish goes where it is granted."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from steady.core.row import Row
from steady.core.settings import Form
from steady.texts import say
from steady.texts.ui import Ui
from steady.ui.pages.pace_wishes import PaceWishes
from steady.ui.theme import Theme
from steady.ui.widgets.fold_pill import FoldPill
from steady.ui.widgets.guide_places import GuidePlaces


class PaceFold(FoldPill):
    """Wishes about the pace are granted here; those about the form, the holds and the way out are told."""

    folded = Signal()
    not_today = Signal()
    holds_changed = Signal(bool)
    form_chosen = Signal(object)
    """A `Form`."""
    early_rated = Signal(object)
    """How strong the distress is on the way, 0 to 10; None where that was taken back."""
    unsaved = Signal()
    """This practice is to leave no trace."""

    def __init__(
        self,
        look: Theme,
        places: GuidePlaces,
        wishes: PaceWishes,
        form: Form,
        *,
        holds: bool | None,
        row: Callable[[], Row | None],
    ) -> None:
        """`form` is drawn now. `holds`: whether optional holds are in, or None where the exercise has none.

        `row` returns the practice's row as it is, if there is one.
        """
        super().__init__(say(Ui.PACE), look)
        self._look = look
        self._places = places
        self._wishes = wishes
        self.form = form
        self._holds = holds
        self._row = row
        self.toggled.connect(self._fold)

    def fold(self) -> None:
        """Fold it away, where it is unfolded."""
        self.setChecked(False)

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        if not unfolded:
            self._places.set_panel(None)
            self.folded.emit()
            return
        from steady.ui.widgets.pace_panel import PacePanel  # noqa: PLC0415 - the first breath does not need it

        row = self._row()
        early, kept = (None, True) if row is None else (row.record.ratings.early, row.kept)
        panel = PacePanel(self._look, self.form, holds=self._holds, early=early, kept=kept, parent=self._places)
        panel.on_the_way.rated.connect(self.early_rated)
        panel.on_the_way.unsaved.connect(self.unsaved)
        panel.on_the_way.stops_changed.connect(lambda: self._places.set_stops((self, *panel.stops)))
        panel.own_pace.connect(self._wishes.own_pace)
        panel.slower.connect(lambda: self._wishes.nudge(slower=True))
        panel.faster.connect(lambda: self._wishes.nudge(slower=False))
        panel.stay.connect(self._wishes.stay)
        panel.not_today.connect(self.not_today)
        panel.holds_changed.connect(self._change_holds)
        panel.form_chosen.connect(self.form_chosen)
        self._places.set_panel(panel, (self, *panel.stops))

    def _change_holds(self, holds: bool) -> None:  # noqa: FBT001 - Qt's signal
        self._holds = holds
        self.holds_changed.emit(holds)
