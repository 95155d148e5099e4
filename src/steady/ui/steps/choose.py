"""A few things of which one may be chosen, or none; what is said to the choice stands below."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from steady.core.steps import Choose
from steady.core.walk import Walk
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill


class ChoosePart(StepPart):
    """Pills; a second press on the one that is chosen takes the choice back."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        self._step = step if isinstance(step, Choose) else None
        self.pills: list[Pill] = []
        row = SnugFlow(centered=False, gap_px=10)
        for at, option in enumerate(self._step.options if self._step is not None else ()):
            pill = Pill(option.label, look)
            pill.setCheckable(True)
            # Not `clicked`: a screen reader turns it without a click.
            pill.toggled.connect(lambda taken, at=at: self._turned(at, taken=taken))
            row.addWidget(pill)
            self.pills.append(pill)
        self.rows.addSpacing(14)
        self.rows.addLayout(row)
        self.rows.addSpacing(14)
        self.reply = self.add_words("", color="soft_ink")
        self._show()

    @property
    def stops(self) -> Sequence[QWidget]:
        """The choices."""
        return tuple(self.pills)

    def _turned(self, at: int, *, taken: bool) -> None:
        chosen = None if self._step is None else self.walk.chosen.get(self._step.id)
        if taken != (at == chosen):  # else it only shows what is chosen
            self._choose(at if taken else None)

    def _choose(self, at: int | None) -> None:
        self.walk.choose(at)
        self._show()
        if self.reply.text():
            self.told.emit(self.reply.text())

    def _show(self) -> None:
        chosen = None if self._step is None else self.walk.chosen.get(self._step.id)
        for at, pill in enumerate(self.pills):
            pill.setChecked(at == chosen)
        reply = "" if self._step is None or chosen is None else self._step.options[chosen].reply
        self.reply.setText(reply)
        self.reply.setVisible(bool(reply))
