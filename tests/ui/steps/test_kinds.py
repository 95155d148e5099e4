from typing import get_args

from tests.ui.pages.walks import Led, services

from steady.core.record import Kind
from steady.core.steps import Say, Step
from steady.ui.steps.kinds import PARTS, part_for
from steady.ui.steps.part import StepPart
from steady.ui.theme import DUSK


def test_every_kind_of_step_that_a_file_can_write_has_its_part():
    assert set(PARTS) == set(get_args(Step)) - {Say}


def test_a_thought_that_is_all_there_is_asks_for_nothing(qapp):
    led = Led((Say(say="Here you are."),), Kind.SCRIPT)
    part = part_for(DUSK, led.walk, services(led))
    assert type(part) is StepPart
    assert (tuple(part.stops), tuple(part.own_words)) == ((), ())
    assert not part.press_space()
    assert not part.press_arrow(1)
    assert not part.press_text("a")
