"""Every kind of step on a page: what it shows, what its keys do, and that nothing moves on by itself."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from tests.ui.fitting import SIZES_PX, settle
from tests.ui.pages.walks import BOXES, GUARD, Led, faults_on_the_way, in_window, services

from steady.core.events import Stage
from steady.core.record import Kind
from steady.core.settings import Motion, Settings
from steady.core.steps import Breathe, Choose, GoTo, HoldFor, Name, Option, Say, Tap, Way, WriteHere
from steady.ui import theme
from steady.ui.pages.ground import GroundPage
from steady.ui.pages.script import ScriptPage
from steady.ui.theme import DAWN, DUSK

OPTIONS = (Option("Animals", "Big or small, near or far."), Option("Foods"))
KINDS = (
    Choose(say="Pick a kind of thing.", id="what", options=OPTIONS),
    Name(say="Name three of them.", count=3),
    HoldFor(say="Press your feet down a little.", seconds=5.0, then="And let go."),
    Tap(say="Left, then right.", seconds=1.0),
    Breathe(say="Two breaths, if you like.", exercise="meet-your-breath", breaths=2),
    WriteHere(say="A few words, or none.", boxes=BOXES[:1]),
    GoTo(say="Where next?", guard=GUARD, ways=(Way("Talk to someone", "support"), Way("Nowhere", "gone"))),
    Say(say="That was it.", guard=GUARD),
)
TITLES = {"five-senses": "Five senses"}


def page_of(qtbot, *steps, page_class=GroundPage, settings=None, ways_out=()):
    led = Led(steps, Kind.GROUNDING)
    page = page_class(
        DUSK,
        "An exercise",
        "an-exercise",
        led.session,
        services(led, settings=settings, titles=TITLES),
        ways_out=ways_out,
    )
    return led, page, in_window(qtbot, page, DUSK)


def test_a_choice_is_answered_can_be_changed_and_stands_above_what_follows(qtbot):
    led, page, _shell = page_of(qtbot, *KINDS[:2])
    pills = page.body.part.pills

    pills[0].click()
    assert page.body.part.reply.text() == "Big or small, near or far."
    pills[1].click()
    assert [pill.isChecked() for pill in pills] == [False, True]
    assert page.body.part.reply.text() == ""

    page.go_on()
    assert led.walk.choices == ("Foods",)
    page.step_by(-1)
    assert [pill.isChecked() for pill in page.body.part.pills] == [False, True]
    page.body.part.pills[1].click()
    assert led.walk.chosen == {}


def test_going_on_without_choosing_is_fine(qtbot):
    led, _page, shell = page_of(qtbot, *KINDS[:2])
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert led.walk.index == 1
    assert led.walk.choices == ()


def test_the_ring_fills_by_the_clock_says_its_words_and_goes_nowhere(qtbot):
    led, page, _shell = page_of(qtbot, KINDS[2], KINDS[7])
    part = page.body.part
    led.clock.advance(2.5)
    part.tick()
    assert part.ring.fraction == pytest.approx(0.5)
    assert part.after.text() == ""

    led.clock.advance(3.0)
    part.tick()
    assert part.ring.fraction == 1.0
    assert part.after.text() == "And let go."
    assert led.walk.index == 0

    part.again.click()
    assert part.ring.fraction == 0.0
    assert part.after.text() == ""


def test_the_ring_rests_while_another_page_is_looked_at(qtbot):
    led, page, _shell = page_of(qtbot, KINDS[2], KINDS[7])
    page.hide()
    led.clock.advance(60.0)
    page.show()
    page.body.part.tick()
    assert page.body.part.ring.fraction < 0.1


def test_one_can_go_on_before_the_ring_is_full(qtbot):
    led, _page, shell = page_of(qtbot, KINDS[2], KINDS[7])
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert led.walk.index == 1


def test_reduced_motion_fills_in_few_steps(qtbot):
    led, page, _shell = page_of(qtbot, KINDS[2], KINDS[7], settings=Settings(motion=Motion.REDUCED))
    seen = set()
    for _ in range(100):
        led.clock.advance(0.05)
        page.body.part.tick()
        seen.add(page.body.part.ring.fraction)
    assert len(seen) <= 9


def test_taps_light_one_side_and_then_the_other_slower_and_faster(qtbot):
    led, page, _shell = page_of(qtbot, KINDS[3], KINDS[7])
    part = page.body.part
    part.tick()
    assert part.sides[0].light == pytest.approx(1.0)
    led.clock.advance(1.0)
    part.tick()
    assert part.sides[1].light == pytest.approx(1.0)
    before_s = part.taps.seconds
    part.paces[0].click()
    assert part.taps.seconds > before_s


def test_arrows_tap_at_a_step_of_taps_and_lead_on_elsewhere(qtbot):
    led, _page, shell = page_of(qtbot, KINDS[3], KINDS[7])
    qtbot.keyClick(shell, Qt.Key.Key_Right)
    assert led.walk.index == 0
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert led.walk.index == 1
    qtbot.keyClick(shell, Qt.Key.Key_Left)
    assert led.walk.index == 0


def test_breaths_move_with_the_clock_end_at_the_end_of_a_breath_and_wait(qtbot):
    led, page, _shell = page_of(qtbot, KINDS[4], KINDS[7])
    part = page.body.part
    assert part.words.text() == "Breathe in"
    period_s = part.practice.timeline.pattern(0.0).period_s
    led.clock.advance(period_s * 1.5)
    part.tick()
    assert part.practice.stage is Stage.BREATHING
    led.clock.advance(period_s)
    part.tick()
    assert part.practice.stage is Stage.RESTING
    assert part.words.text() == "That was 2 breaths. There is no hurry."
    assert led.walk.index == 0
    part.more.click()
    assert part.practice.stage is Stage.BREATHING


def test_space_pauses_a_breath_and_goes_on_with_it(qtbot):
    led, page, shell = page_of(qtbot, KINDS[4], KINDS[7])
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert page.body.part.practice.stage is Stage.PAUSED
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert page.body.part.practice.stage is Stage.BREATHING
    assert led.walk.index == 0


def test_words_written_here_are_half_written_words_like_any_others(qtbot):
    _led, page, _shell = page_of(qtbot, KINDS[5], KINDS[7])
    page.body.boxes[0].field.setPlainText("a thought")
    assert [(draft.place, draft.text) for draft in page.drafts()] == [(BOXES[0].id, "a thought")]


def test_ways_lead_where_they_say_and_one_that_leads_nowhere_is_left_out(qtbot):
    _led, page, _shell = page_of(qtbot, KINDS[6], KINDS[7])
    assert [pill.words for pill in page.body.part.pills] == ["Talk to someone"]
    with qtbot.waitSignal(page.support_wanted, timeout=0, raising=False) as wanted:
        page.body.part.pills[0].click()
    assert wanted.signal_triggered


def test_the_last_step_shows_the_ways_out_by_their_titles(qtbot):
    _led, page, _shell = page_of(qtbot, Say(say="Here."), KINDS[7], ways_out=("support", "five-senses", "gone"))
    assert page.body.ways == []
    page.go_on()
    assert [pill.words for pill in page.body.ways] == ["Support", "Five senses"]
    with qtbot.waitSignal(page.way_wanted, timeout=0, raising=False) as wanted:
        page.body.ways[1].click()
    assert wanted.args == ["five-senses"]


def test_every_kind_of_step_can_have_a_guard_that_leads_to_support(qtbot):
    _led, page, _shell = page_of(qtbot, KINDS[7], KINDS[7])
    with qtbot.waitSignal(page.support_wanted, timeout=0, raising=False) as wanted:
        page.body.guard.button.click()
    assert wanted.signal_triggered


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
@pytest.mark.parametrize("page_class", [GroundPage, ScriptPage])
def test_nothing_is_cut_at_any_kind_of_step(qtbot, page_class, size_px, percent, look):
    theme.set_text_percent(percent)
    led = Led(KINDS, Kind.GROUNDING)
    page = page_class(look, "An exercise", "an-exercise", led.session, services(led, titles=TITLES))
    assert faults_on_the_way(qtbot, page, size_px) == []


@pytest.mark.parametrize("kind", [2, 3, 4], ids=["ring", "taps", "breath"])
def test_what_moves_is_in_sight_from_the_start_in_a_short_window_with_large_text(qtbot, kind):
    theme.set_text_percent(200)
    led, page, shell = page_of(qtbot, KINDS[7], KINDS[kind], KINDS[7], page_class=ScriptPage)
    shell.resize(960, 680)
    settle()
    page.go_on()
    qtbot.waitUntil(lambda: not page._laid_out.isActive(), timeout=20_000)
    settle()

    seen, moving = page.scroll.viewport(), page.body.part.to_see
    top = moving.mapTo(page.column, moving.rect().topLeft()).y() - page.scroll.verticalScrollBar().value()
    assert led.walk.index == 1
    assert top >= 0
    assert top + moving.height() <= seen.height()


def test_a_step_without_anything_that_moves_begins_at_its_first_word(qtbot):
    theme.set_text_percent(200)
    _led, page, shell = page_of(qtbot, KINDS[7], KINDS[5], KINDS[7], page_class=ScriptPage)
    shell.resize(480, 500)
    settle()
    page.go_on()
    qtbot.waitUntil(lambda: not page._laid_out.isActive(), timeout=20_000)
    settle()
    assert page.scroll.verticalScrollBar().value() == 0


def heard_in_order(page) -> list[str]:
    """Return what a screen reader comes to in the column, from its first child on."""
    found, waiting = [], [QAccessible.queryAccessibleInterface(page.column)]
    while waiting:
        at = waiting.pop()
        if not at.state().invisible and at.text(QAccessible.Text.Name):
            found.append(at.text(QAccessible.Text.Name))
        waiting += [at.child(number) for number in reversed(range(at.childCount()))]
    return found


@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
@pytest.mark.parametrize("page_class", [GroundPage, ScriptPage])
def test_a_screen_reader_comes_to_each_step_from_the_top_down(qtbot, page_class, size_px):
    _led, page, shell = page_of(qtbot, KINDS[0], KINDS[5], KINDS[7], page_class=page_class)
    shell.resize(*size_px)
    settle()
    for _ in range(3):
        heard = heard_in_order(page)
        where, thought, aside = map(heard.index, (page.where.text(), page.body.thought.text(), "How strong is it?"))
        enough = heard.index("That’s enough") if "That’s enough" in heard else len(heard)
        assert where < thought < aside < enough
        page.go_on()
        settle()
