"""What can be said while a practice goes on, folded and quiet: how strong it is, and that it is not to be saved."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.texts import say
from steady.texts.after import AfterText, BeforeText
from steady.ui.announce import announce
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.fold_pill import FoldPill
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.scale import Scale
from steady.ui.widgets.whole_words import keep_words_whole


class OnTheWay(QWidget):
    """Two quiet buttons. The first unfolds the scale; the second lets the practice leave no trace."""

    rated = Signal(object)
    """A number from 0 to 10; None where it was taken back."""
    unsaved = Signal()
    stops_changed = Signal()

    def __init__(
        self,
        look: Theme,
        *,
        early: int | None = None,
        kept: bool = True,
        centered: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._early, self._centered = look, early, centered
        rows = QVBoxLayout(self)
        rows.setContentsMargins(0, 0, 0, 0)
        rows.setSpacing(0)
        row = SnugFlow(centered=centered, gap_px=6)
        self.strong = FoldPill(say(BeforeText.EARLY), look, PillKind.QUIET)
        self.strong.setAccessibleDescription(say(BeforeText.EARLY_NAME))
        self.strong.toggled.connect(self._fold)
        self.dont_save = Pill(say(AfterText.DONT_SAVE), look, PillKind.QUIET)
        self.dont_save.clicked.connect(self._unsave)
        for pill in (self.strong, self.dont_save):
            row.addWidget(pill)
        rows.addLayout(row)
        self.told = keep_words_whole(label("", look, size=SMALL, color="soft_ink", centered=centered), SMALL)
        rows.addWidget(self.told)
        self.scale: Scale | None = None
        self._rows = rows
        self._show_kept(kept=kept)

    @property
    def stops(self) -> list[QWidget]:
        """What Tab stops at, in order."""
        scale = [] if self.scale is None or self.scale.isHidden() else self.scale.stops
        return [self.strong, *([] if self.dont_save.isHidden() else [self.dont_save]), *scale]

    def _fold(self, unfolded: bool) -> None:  # noqa: FBT001 - Qt's signal
        if self.scale is None:
            self.scale = Scale(self._look, self._early, centered=self._centered)
            self.scale.rated.connect(self._rate)
            self._rows.addSpacing(4)
            self._rows.addWidget(self.scale)
        self.scale.setVisible(unfolded)
        self.stops_changed.emit()

    def _rate(self, early: int | None) -> None:
        self._early = early
        self._tell("" if early is None else say(BeforeText.EARLY_TOLD, rating=early))
        self.rated.emit(early)

    def _unsave(self) -> None:
        self.unsaved.emit()
        if self.dont_save.hasFocus():
            self.strong.setFocus()  # Qt would pass the keyboard on to whatever comes next
        self._show_kept(kept=False)
        announce(self, self.told.text())
        self.stops_changed.emit()

    def _show_kept(self, *, kept: bool) -> None:
        self.dont_save.setVisible(kept)
        self._tell("" if kept else say(BeforeText.UNSAVED_TOLD))

    def _tell(self, sentence: str) -> None:
        self.told.setText(sentence)
        self.told.setVisible(bool(sentence))
