from PySide6.QtCore import Qt
from tests.ui.fitting import tab_stops
from tests.ui.pages.walks import page_of

from steady.core.steps import GoTo, Say, Way

WAYS = (Way("Talk to someone", "support"), Way("Look around", "five-senses"), Way("Nowhere", "gone"))
STEP = GoTo(say="Where next?", ways=WAYS)
END = Say(say="That was it.")
TITLES = {"five-senses": "Five senses"}


def test_ways_stand_in_order_and_one_that_leads_nowhere_is_left_out(qtbot):
    _led, page, _shell = page_of(qtbot, STEP, END, titles=TITLES)
    assert [stop.accessibleName() for stop in tab_stops(page)][:3] == ["Talk to someone", "Look around", "Next"]


def test_a_way_to_an_exercise_asks_for_it_and_a_way_to_support_for_people(qtbot):
    _led, page, _shell = page_of(qtbot, STEP, END, titles=TITLES)
    with qtbot.waitSignal(page.way_wanted, timeout=0) as wanted:
        qtbot.keyClick(page.body.part.pills[1], Qt.Key.Key_Return)
    assert wanted.args == ["five-senses"]
    with qtbot.waitSignal(page.support_wanted, timeout=0):
        qtbot.keyClick(page.body.part.pills[0], Qt.Key.Key_Return)


def test_going_on_without_any_of_them_is_as_good(qtbot):
    led, page, _shell = page_of(qtbot, STEP, END, titles=TITLES)
    page.main.click()
    assert led.walk.index == 1
