"""Ways to Support or to another exercise."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from steady.core.steps import SUPPORT, GoTo
from steady.core.walk import Walk
from steady.texts import say
from steady.texts.ui import Ui
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.theme import Theme
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.pill import Pill, PillKind


def ways(look: Theme, targets: Sequence[tuple[str, str]], part: StepPart) -> tuple[SnugFlow, list[Pill]]:
    """Return a row of pills for (words, target), each of which asks the part's page to go there."""
    row, pills = SnugFlow(centered=False, gap_px=10), []
    for words, target in targets:
        pill = Pill(words, look, PillKind.SUPPORT if target == SUPPORT else PillKind.PLAIN)
        pill.clicked.connect(lambda _checked=False, target=target: part.way_wanted.emit(target))
        row.addWidget(pill)
        pills.append(pill)
    return row, pills


class GoToPart(StepPart):
    """The ways that the step names; one that leads to an exercise nobody has is left out."""

    def __init__(self, look: Theme, walk: Walk, services: StepServices, parent: QWidget | None = None) -> None:
        super().__init__(look, walk, services, parent)
        step = walk.step
        named = step.ways if isinstance(step, GoTo) else ()
        there = [way for way in named if way.to == SUPPORT or services.title_of(way.to) is not None]
        row, self.pills = ways(look, [(way.label, way.to) for way in there], self)
        self.rows.addSpacing(14)
        self.rows.addLayout(row)

    @property
    def stops(self) -> Sequence[QWidget]:
        """The ways."""
        return tuple(self.pills)


def with_titles(targets: Sequence[str], services: StepServices) -> list[tuple[str, str]]:
    """Return each way out with the words on it; those that lead nowhere are left out."""
    titles = [(say(Ui.SUPPORT) if target == SUPPORT else services.title_of(target), target) for target in targets]
    return [(title, target) for title, target in titles if title is not None]
