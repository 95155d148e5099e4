import pytest
from PySide6.QtCore import Qt
from tests.ui.fitting import tab_stops
from tests.ui.pages.walks import page_of

from steady.core.settings import Motion, Settings
from steady.core.steps import HoldFor, Say
from steady.texts import say
from steady.texts.steps import StepText

HOLD = HoldFor(say="Press your feet down a little.", seconds=6.0, then="Now let go.")
BARE = HoldFor(say="Feel it for a while.", seconds=10.0)
END = Say(say="That was it.")


def after(led, page, seconds):
    led.clock.advance(seconds)
    page.body.part.tick()
    return page.body.part.ring.fraction


def test_it_begins_by_itself_and_takes_as_long_as_the_file_says(qtbot):
    led, page, _shell = page_of(qtbot, HOLD, END)
    assert [round(after(led, page, 1.5), 2) for _ in range(4)] == [0.25, 0.5, 0.75, 1.0]


def test_at_its_end_the_words_are_said_once_and_nothing_goes_on(qtbot):
    led, page, _shell = page_of(qtbot, HOLD, END)
    told = []
    page.body.part.told.connect(told.append)
    for _ in range(20):
        after(led, page, 1.0)
    assert told == ["Now let go."]
    assert page.body.part.after.text() == "Now let go."
    assert led.walk.index == 0


def test_where_the_file_says_nothing_at_its_end_we_do(qtbot):
    led, page, _shell = page_of(qtbot, BARE, END)
    after(led, page, 11.0)
    assert page.body.part.after.text() == say(StepText.RING_FULL)


def test_no_number_is_shown_anywhere(qtbot):
    led, page, _shell = page_of(qtbot, HOLD, END)
    after(led, page, 3.0)
    shown = [one.text() for one in page.body.findChildren(type(page.where))]
    assert not any(letter.isdigit() for text in shown for letter in text)
    assert page.body.part.ring.accessibleName() == say(StepText.RING)


def test_once_more_is_offered_only_once_it_is_over_and_tab_comes_to_it(qtbot):
    led, page, _shell = page_of(qtbot, HOLD, END)
    part = page.body.part
    assert not part.again.isVisible()
    after(led, page, 6.0)
    assert part.again.isVisible()
    assert tab_stops(page)[0] is part.again
    qtbot.keyClick(part.again, Qt.Key.Key_Return)
    assert (part.again.isVisible(), part.after.text()) == (False, "")
    assert after(led, page, 3.0) == pytest.approx(0.5)


def test_it_rests_while_another_page_is_looked_at_and_goes_on_from_there(qtbot):
    led, page, _shell = page_of(qtbot, HOLD, END)
    after(led, page, 3.0)
    page.hide()
    led.clock.advance(600.0)
    page.show()
    assert after(led, page, 0.0) == pytest.approx(0.5)


def test_a_full_ring_stays_full_when_one_comes_back_to_the_page(qtbot):
    led, page, _shell = page_of(qtbot, HOLD, END)
    after(led, page, 6.0)
    page.hide()
    page.show()
    assert after(led, page, 5.0) == 1.0
    assert page.body.part.after.text() == "Now let go."


def test_where_nothing_is_to_move_a_bar_grows_in_few_steps(qtbot):
    led, page, _shell = page_of(qtbot, HOLD, END, settings=Settings(motion=Motion.REDUCED))
    seen = {after(led, page, 0.05) for _ in range(130)}
    assert 2 < len(seen) <= 9
    assert max(seen) == 1.0
