from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QGraphicsOpacityEffect
from tests.ui.fitting import tab_stops
from tests.ui.pages.walks import page_of

from steady.core.breath import Act
from steady.core.events import PhaseStarted, Stage
from steady.core.settings import Form, Motion, Settings
from steady.core.steps import Breathe, Say
from steady.texts import say
from steady.texts.steps import StepText
from steady.texts.ui import Ui
from steady.ui.forms import make_form
from steady.ui.theme import DUSK

BREATHE = Breathe(say="Two breaths, if you like.", exercise="meet-your-breath", breaths=2)
END = Say(say="That was it.")
PERIOD_S = 7.0
"""In for 3 s, out for 4 s."""


def let_pass(led, page, seconds, step_s=0.25):
    for _ in range(round(seconds / step_s)):
        led.clock.advance(step_s)
        page.body.part.tick()


def test_it_breathes_at_once_on_the_same_shape_as_the_guide(qtbot):
    _led, page, _shell = page_of(qtbot, BREATHE, END)
    part = page.body.part
    assert part.practice.stage is Stage.BREATHING
    assert part.words.text() == "Breathe in"
    assert type(part.form) is type(make_form(Form.ORB, DUSK))


def test_it_wears_the_form_that_the_person_chose_for_the_guide(qtbot):
    _led, page, _shell = page_of(qtbot, BREATHE, END, settings=Settings(form=Form.WAVE))
    assert type(page.body.part.form) is type(make_form(Form.WAVE, DUSK))


def test_where_nothing_is_to_move_nothing_does(qtbot):
    _led, page, _shell = page_of(qtbot, BREATHE, END, settings=Settings(motion=Motion.REDUCED))
    assert type(page.body.part.form) is type(make_form(Form.STILL, DUSK))


def test_its_turns_can_be_spoken(qtbot):
    led, page, _shell = page_of(qtbot, BREATHE, END)
    let_pass(led, page, PERIOD_S + 1.0)
    acts = [event.phase.act for event in led.turns if isinstance(event, PhaseStarted)]
    assert acts == [Act.INHALE, Act.EXHALE, Act.INHALE]


def test_words_follow_the_breath(qtbot):
    led, page, _shell = page_of(qtbot, BREATHE, END)
    heard = []
    for _ in range(14):
        let_pass(led, page, 1.0)
        heard.append(page.body.part.words.text())
    assert heard[1].startswith("Breathe in")
    assert heard[4].startswith("Breathe out")
    assert heard[8].startswith("Breathe in")


def test_after_its_breaths_it_says_so_once_and_waits(qtbot):
    led, page, _shell = page_of(qtbot, BREATHE, END)
    told = []
    page.body.part.told.connect(told.append)
    let_pass(led, page, 2 * PERIOD_S + 60.0)
    assert page.body.part.practice.stage is Stage.RESTING
    done = say(StepText.BREATHS_DONE, count=2)
    assert (told[-1], told.count(done)) == (done, 1)
    assert page.body.part.words.text() == done
    assert led.walk.index == 0


def test_one_breath_is_said_as_one(qtbot):
    led, page, _shell = page_of(qtbot, Breathe(say="One.", exercise="meet-your-breath", breaths=1), END)
    let_pass(led, page, PERIOD_S + 1.0)
    assert page.body.part.words.text() == say(StepText.BREATH_DONE)


def test_a_few_more_is_the_same_number_again_and_tab_comes_to_it(qtbot):
    led, page, _shell = page_of(qtbot, BREATHE, END)
    part = page.body.part
    assert not part.more.isVisible()
    let_pass(led, page, 2 * PERIOD_S + 1.0)
    assert tab_stops(page)[0] is part.more
    part.more.click()
    assert not part.more.isVisible()
    let_pass(led, page, PERIOD_S)
    assert part.practice.stage is Stage.BREATHING
    let_pass(led, page, PERIOD_S + 1.0)
    assert part.practice.stage is Stage.RESTING


def test_space_pauses_goes_on_with_an_in_breath_and_at_the_end_leads_on(qtbot):
    led, page, shell = page_of(qtbot, BREATHE, END)
    part = page.body.part
    let_pass(led, page, 4.0)
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert (part.practice.stage, part.words.text()) == (Stage.PAUSED, say(StepText.BREATH_PAUSED))
    let_pass(led, page, 30.0)
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert (part.practice.stage, part.words.text()) == (Stage.BREATHING, "Breathe in")
    let_pass(led, page, 2 * PERIOD_S + 1.0)
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert led.walk.index == 1


def test_one_may_go_on_in_the_middle_of_a_breath(qtbot):
    led, page, _shell = page_of(qtbot, BREATHE, END)
    let_pass(led, page, 1.0)
    page.main.click()
    assert led.walk.index == 1


def test_it_pauses_while_another_page_is_looked_at_and_comes_back_with_an_in_breath(qtbot):
    led, page, _shell = page_of(qtbot, BREATHE, END)
    let_pass(led, page, 5.0)
    page.hide()
    assert page.body.part.practice.stage is Stage.PAUSED
    led.clock.advance(300.0)
    page.show()
    assert page.body.part.words.text() == "Breathe in"


def test_what_was_left_at_a_pause_of_ones_own_still_pauses_when_one_comes_back(qtbot):
    led, page, shell = page_of(qtbot, BREATHE, END)
    let_pass(led, page, 4.0)
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    page.hide()
    page.show()
    assert page.body.part.practice.stage is Stage.PAUSED


def test_it_asks_to_sound_while_it_breathes_and_for_silence_while_it_rests(qtbot):
    led, page, shell = page_of(qtbot, BREATHE, END)
    assert led.sounded[0] is not None
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    assert led.sounded[0] is None
    page.hide()
    assert led.sounded == (None, None, None)


def test_the_first_breaths_can_be_followed_by_ear_and_then_it_is_quiet(qtbot):
    led, page, _shell = page_of(qtbot, Breathe(say="Six.", exercise="meet-your-breath", breaths=6), END)
    told = []
    page.body.part.told.connect(told.append)
    let_pass(led, page, 6 * PERIOD_S + 10.0)
    assert told[:7] == ["Breathe out", *["Breathe in", "Breathe out"] * 3]  # the fourth is longer, and told for that
    assert told[7:] == [say(StepText.BREATHS_DONE, count=6)]


def test_whoever_wants_no_phases_told_hears_only_pauses_and_the_end(qtbot):
    led, page, shell = page_of(qtbot, BREATHE, END, settings=Settings(announce_phases=False))
    told = []
    page.body.part.told.connect(told.append)
    let_pass(led, page, PERIOD_S)
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    qtbot.keyClick(shell, Qt.Key.Key_Space)
    let_pass(led, page, 3 * PERIOD_S)
    assert told == [say(StepText.BREATH_PAUSED), say(StepText.BREATHS_DONE, count=2)]


def test_to_a_screen_reader_the_shape_is_the_guides(qtbot):
    _led, page, _shell = page_of(qtbot, BREATHE, END)
    assert page.body.part.form.accessibleName() == say(Ui.ORB_NAME)
    assert page.body.part.form.accessibleDescription() == say(Ui.ORB_DESCRIPTION)


def test_while_the_step_comes_in_there_is_no_block_where_its_shape_will_be(qtbot):
    """A shape that fills its own ground hides from Qt that what it lies in is not there in full yet."""
    _led, page, shell = page_of(qtbot, BREATHE, END)
    part = page.body.part
    effect = QGraphicsOpacityEffect(page.body)
    page.body.setGraphicsEffect(effect)
    effect.setOpacity(0.0)
    box = QRect(part.form.mapTo(shell, QPoint()), part.form.size())
    image = shell.grab(box).toImage()
    ground = page.look.color("ground")
    assert {image.pixelColor(x, y).name() for x in range(0, box.width(), 7) for y in range(0, box.height(), 7)} == {
        ground.name()
    }
