import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import tab_stops
from tests.ui.pages.walks import page_of

from steady.core.holding import FASTEST_TAP_S, SLOWEST_TAP_S
from steady.core.settings import Motion, Settings
from steady.core.steps import Say, Tap

TAP = Tap(say="Left, then right.", seconds=2.0)
END = Say(say="Rest.")


def lights(led, page, seconds):
    led.clock.advance(seconds)
    page.body.part.tick()
    return [pytest.approx(side.light, abs=0.01) for side in page.body.part.sides]


def test_the_sides_are_lit_in_turn_at_the_pace_of_the_file(qtbot):
    led, page, _shell = page_of(qtbot, TAP, END)
    assert [lights(led, page, after_s) for after_s in (0.0, 1.0, 1.0, 2.0)] == [[1, 0], [0.5, 0.5], [0, 1], [1, 0]]


def test_the_light_never_jumps(qtbot):
    led, page, _shell = page_of(qtbot, TAP, END)
    left, before, largest = page.body.part.sides[0], 1.0, 0.0
    for at in range(400):
        if at in (50, 120, 210):
            page.body.part.paces[at % 2].click()
        led.clock.advance(0.04)
        page.body.part.tick()
        largest, before = max(largest, abs(left.light - before)), left.light
    assert largest < 0.12


@pytest.mark.parametrize(("pace", "end_s"), [(0, SLOWEST_TAP_S), (1, FASTEST_TAP_S)])
def test_slower_and_faster_go_to_their_ends_and_no_further(qtbot, pace, end_s):
    _led, page, _shell = page_of(qtbot, TAP, END)
    for _ in range(30):
        page.body.part.paces[pace].click()
    assert page.body.part.taps.seconds == end_s


@pytest.mark.parametrize(("key", "side"), [(Qt.Key.Key_Left, 0), (Qt.Key.Key_Right, 1)])
def test_an_arrow_taps_its_side_and_the_ring_fades_over_more_than_half_a_second(qtbot, key, side):
    led, page, shell = page_of(qtbot, TAP, END)
    sides = page.body.part.sides
    qtbot.keyClick(shell, key)
    rings = [sides[side].ring]
    for _ in range(20):
        lights(led, page, 0.05)
        rings.append(sides[side].ring)
    assert rings[0] == 1.0
    assert rings == sorted(rings, reverse=True)
    assert len({ring for ring in rings if ring > 0.0}) >= 11
    assert rings[-1] == 0.0
    assert sides[1 - side].ring == 0.0
    assert led.walk.index == 0


def test_a_click_and_enter_tap_too_and_the_keyboard_stays(qtbot):
    _led, page, _shell = page_of(qtbot, TAP, END)
    left, right = page.body.part.sides
    qtbot.mouseClick(left, Qt.MouseButton.LeftButton)
    right.setFocus()
    qtbot.keyClick(right, Qt.Key.Key_Return)
    assert (left.ring, right.ring) == (1.0, 1.0)
    assert QApplication.focusWidget() is right


def test_an_arrow_taps_also_while_a_side_has_the_keyboard(qtbot):
    led, page, _shell = page_of(qtbot, TAP, END)
    left, right = page.body.part.sides
    left.setFocus()
    qtbot.keyClick(left, Qt.Key.Key_Right)
    assert (left.ring, right.ring) == (0.0, 1.0)
    assert led.walk.index == 0


def test_nothing_counts_and_nothing_ends_it(qtbot):
    led, page, shell = page_of(qtbot, TAP, END)
    words = [one.text() for one in page.body.findChildren(type(page.where))]
    for _ in range(40):
        qtbot.keyClick(shell, Qt.Key.Key_Left)
        lights(led, page, 30.0)
    assert [one.text() for one in page.body.findChildren(type(page.where))] == words
    assert led.walk.index == 0


def test_it_rests_while_another_page_is_looked_at(qtbot):
    led, page, _shell = page_of(qtbot, TAP, END)
    lights(led, page, 0.5)
    before = page.body.part.taps.turns(led.clock.read().monotonic_s)
    page.hide()
    led.clock.advance(100.0)
    page.show()
    assert page.body.part.taps.turns(led.clock.read().monotonic_s) == before


def test_where_nothing_is_to_move_one_side_is_lit_and_then_the_other(qtbot):
    led, page, _shell = page_of(qtbot, TAP, END, settings=Settings(motion=Motion.REDUCED))
    seen = set()
    for _ in range(200):
        lights(led, page, 0.1)
        seen.add(tuple(side.light for side in page.body.part.sides))
    assert seen == {(1.0, 0.0), (0.0, 1.0)}


def test_tab_comes_to_the_sides_and_then_to_the_pace(qtbot):
    _led, page, _shell = page_of(qtbot, TAP, END)
    names = [stop.accessibleName() for stop in tab_stops(page)]
    assert names[:5] == ["Tap on the left", "Tap on the right", "Slower", "Faster", "Next"]
