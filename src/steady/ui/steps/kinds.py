"""Which part shows which kind of step. A kind whose thought is all there is has none."""

from steady.core.steps import Breathe, Choose, Facts, FillIn, GoTo, HoldFor, Name, Pause, Tap, Unsent, WriteHere
from steady.core.walk import Walk
from steady.ui.steps.boxes import BoxesPart
from steady.ui.steps.breathe import BreathePart
from steady.ui.steps.choose import ChoosePart
from steady.ui.steps.fill_in import FillInPart
from steady.ui.steps.go_to import GoToPart
from steady.ui.steps.hold_for import HoldForPart
from steady.ui.steps.name import NamePart
from steady.ui.steps.part import StepPart, StepServices
from steady.ui.steps.pause import PausePart
from steady.ui.steps.tap import TapPart
from steady.ui.steps.unsent import UnsentPart
from steady.ui.theme import Theme

PARTS: dict[type, type[StepPart]] = {
    Name: NamePart,
    Choose: ChoosePart,
    HoldFor: HoldForPart,
    Tap: TapPart,
    WriteHere: BoxesPart,
    Breathe: BreathePart,
    GoTo: GoToPart,
    Facts: BoxesPart,
    Pause: PausePart,
    Unsent: UnsentPart,
    FillIn: FillInPart,
}


def part_for(look: Theme, walk: Walk, services: StepServices) -> StepPart:
    """Return the part for the step that the walk is at."""
    return PARTS.get(type(walk.step), StepPart)(look, walk, services)
