"""A sentence with blanks: filled in below, read as a whole above them, and said aloud if one likes. Nothing is sent."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from steady.core.steps import FillIn
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.steps.boxes import BoxesPart
from steady.ui.steps.part import StepServices
from steady.ui.theme import HEADING, SMALL, Theme
from steady.ui.widgets.pill import Pill


class FillInPart(BoxesPart):
    """The sentence as it reads now, and a box for each blank."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        self._pieces = step.pieces if isinstance(step, FillIn) else ()
        self.sentence = self.add_words("", size=HEADING)
        self.rows.removeWidget(self.sentence)
        self.rows.insertWidget(0, self.sentence)
        self.rows.insertSpacing(1, 8)
        self.rows.insertSpacing(0, 16)
        self.rows.addSpacing(8)
        self.add_words(say(ScriptText.SAY_ALOUD), size=SMALL, color="soft_ink")
        self.rows.addSpacing(6)
        self.copy = Pill(say(ScriptText.COPY), look)
        self.copy.clicked.connect(self._copy)
        self.rows.addWidget(self.copy)
        self.rows.addSpacing(6)
        self.copied = self.add_words("", size=SMALL, color="soft_ink")
        for box in self.boxes:
            box.words_changed.connect(self._read)
        self._read()

    @property
    def stops(self) -> Sequence[QWidget]:
        """The blanks, then the copy."""
        return (*super().stops, self.copy)

    def _read(self) -> None:
        words = {box.place: " ".join(box.words.split()) for box in self.boxes}
        blank = say(ScriptText.BLANK)
        parts = [text + ("" if place is None else words.get(place) or blank) for text, place in self._pieces]
        self.sentence.setText("".join(parts))
        self.copied.hide()

    def _copy(self) -> None:
        self.services.copy(self.sentence.text())
        self.copied.setText(say(ScriptText.COPIED))
        self.copied.show()
        self.told.emit(say(ScriptText.COPIED))
