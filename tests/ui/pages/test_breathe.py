"""The guide: pace, forms, presses and words, on a clock that is moved by hand."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from tests.ui.painting import PaintLog, differing, painted

from steady.core.breath import Act
from steady.core.events import Stage
from steady.core.pacing import pace_of
from steady.core.record import Kind
from steady.core.settings import Form
from steady.texts import say
from steady.texts.guide import Guide
from steady.texts.ui import Ui
from steady.ui.forms import make_form
from steady.ui.widgets.pace_panel import PacePanel

PRESSES = ("space", "guide", "button")


def press_one(rig, how: str) -> None:
    if how == "space":
        rig.press(Qt.Key.Key_Space)
    elif how == "guide":
        rig.click_guide()
    else:
        rig.click("Use my pace")


def breathe_like(rig, how: str, period_s: float, times: int = 4) -> None:
    """Press with each in-breath."""
    for at in range(times):
        if at:
            rig.pass_by(period_s)
        press_one(rig, how)


def pattern(rig):
    return rig.session.practice.timeline.pattern(rig.session.look().elapsed_s)


@pytest.fixture
def guide(rig):
    rig.set(leave_hint_seen=True).open()
    rig.pass_by(1.0)
    return rig


@pytest.fixture
def heard(guide):
    """What a screen reader is told."""
    told: list[str] = []
    guide.page._announce = told.append
    return told


# -- use my pace ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("how", PRESSES)
def test_my_pace_takes_four_presses_and_meets_me_with_an_in_breath(guide, how):
    guide.click("Pace")
    guide.click("Use my pace")
    assert guide.words == ("Your own breath", "Press with each in-breath, four times.")
    breathe_like(guide, how, 5.0)
    moment = guide.session.look()
    assert (moment.stage, moment.phase.act, moment.fraction) == (Stage.BREATHING, Act.INHALE, 0.0)
    assert pattern(guide).period_s == pytest.approx(5.0)
    assert guide.words == ("Breathe in", say(Guide.TAP_HEARD))


def test_any_key_is_an_in_breath_but_for_the_letters_that_lead_somewhere(guide):
    guide.click("Pace")
    guide.click("Use my pace")
    for key in (Qt.Key.Key_J, Qt.Key.Key_5, Qt.Key.Key_X, Qt.Key.Key_Return):
        guide.pass_by(5.0)
        guide.press(key)
    assert pattern(guide).period_s == pytest.approx(5.0)
    guide.click("Use my pace")
    guide.press(Qt.Key.Key_G)
    assert guide.shown == "GroundPage"


def test_presses_are_counted_aloud_in_words(guide):
    guide.click("Pace")
    guide.click("Use my pace")
    lines = []
    for _ in range(3):
        guide.press(Qt.Key.Key_Space)
        lines.append(guide.words[1])
        guide.pass_by(4.0)
    assert lines == [f"And with the next in-breath. {count} of 4." for count in (1, 2, 3)]


def test_the_median_forgives_one_odd_breath(guide):
    guide.click("Pace")
    guide.click("Use my pace")
    guide.press(Qt.Key.Key_Space)
    for gap_s in (5.0, 11.0, 5.2):
        guide.pass_by(gap_s)
        guide.press(Qt.Key.Key_Space)
    assert pattern(guide).period_s == pytest.approx(5.2)


@pytest.mark.parametrize(("own_s", "met_s"), [(2.0, 3.0), (13.0, 10.0)])
def test_a_very_fast_or_slow_breath_is_met_within_six_to_twenty_a_minute(guide, own_s, met_s):
    guide.click("Pace")
    guide.click("Use my pace")
    breathe_like(guide, "space", own_s)
    assert pattern(guide).period_s == pytest.approx(met_s)


def test_from_my_pace_it_slows_by_at_most_six_percent_every_third_breath_down_to_six_a_minute(guide):
    guide.click("Pace")
    guide.click("Use my pace")
    breathe_like(guide, "space", 5.0)
    timeline, periods, ratios = guide.session.practice.timeline, [], []
    at_s = guide.session.look().elapsed_s
    for _ in range(70):
        breath = timeline.pattern(at_s + 0.01)
        periods.append(breath.period_s)
        ratios.append(pace_of(breath).ratio)
        at_s += breath.period_s
    growth = [after / before for before, after in itertools.pairwise(periods)]
    assert max(growth) <= 1.06 + 1e-9
    assert [index for index, factor in enumerate(growth) if factor > 1.0001] == [
        index for index in range(2, 69, 3) if growth[index] > 1.0001
    ]
    assert periods[-1] == pytest.approx(10.0)
    assert (ratios[0], ratios[-1]) == (pytest.approx(1.2), pytest.approx(1.5))


@pytest.mark.parametrize("how", ["space", "guide"])
def test_presses_that_are_no_breaths_change_nothing_and_are_answered_kindly(guide, how):
    before = pattern(guide)
    guide.click("Pace")
    guide.click("Use my pace")
    breathe_like(guide, how, 0.2)
    assert guide.words[1] == say(Guide.TAP_TOO_FAST)
    assert pattern(guide) == before
    assert guide.stage is Stage.BREATHING


def test_without_a_press_it_stops_listening_and_space_pauses_again(guide, heard):
    guide.click("Pace")
    guide.click("Use my pace")
    guide.pass_by(21.0)
    assert guide.words[1] == say(Guide.TAP_TOO_FEW)
    assert heard[-1] == say(Guide.TAP_TOO_FEW)
    guide.press(Qt.Key.Key_Space)
    assert guide.stage is Stage.PAUSED


def test_a_single_press_changes_nothing_and_says_so_kindly(guide, heard):
    before = pattern(guide)
    guide.click("Pace")
    guide.click("Use my pace")
    guide.press(Qt.Key.Key_Space)
    guide.pass_by(21.0)
    assert guide.words[1] == say(Guide.TAP_TOO_FEW)
    assert heard[-1] == say(Guide.TAP_TOO_FEW)
    assert pattern(guide).period_s >= before.period_s
    guide.press(Qt.Key.Key_Space)
    assert guide.stage is Stage.PAUSED


def test_folding_the_panel_ends_the_listening_and_changes_nothing(guide):
    before = pattern(guide)
    guide.click("Pace")
    guide.click("Use my pace")
    guide.press(Qt.Key.Key_Space)
    guide.click("Pace")
    assert guide.words[1] == say(Guide.TAP_TOO_FEW)
    assert pattern(guide) == before
    guide.press(Qt.Key.Key_Space)
    assert guide.stage is Stage.PAUSED


def test_a_pause_while_presses_are_awaited_forgets_them(guide):
    guide.click("Pace")
    guide.click("Use my pace")
    guide.press(Qt.Key.Key_Space)
    guide.click("Pause")
    assert guide.words[0] == "Paused"
    guide.press(Qt.Key.Key_Space)
    assert guide.stage is Stage.BREATHING


def test_my_pace_can_be_asked_for_while_paused(guide):
    guide.press(Qt.Key.Key_Space)
    guide.click("Pace")
    guide.click("Use my pace")
    assert guide.stage is Stage.BREATHING
    breathe_like(guide, "space", 6.0)
    assert pattern(guide).period_s == pytest.approx(6.0)


def test_the_orb_does_not_jump_where_my_pace_begins(guide):
    guide.click("Pace")
    guide.click("Use my pace")
    breathe_like(guide, "space", 5.3, times=3)
    guide.pass_by(5.3)
    before = guide.session.look().fullness
    guide.press(Qt.Key.Key_Space)
    assert guide.session.look().fullness == pytest.approx(before, abs=1e-9)


# -- slower, faster, stay, not today --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "key", "longer"), [("Slower", Qt.Key.Key_Left, True), ("Faster", Qt.Key.Key_Right, False)]
)
@pytest.mark.parametrize("by_key", [True, False], ids=["arrow", "button"])
def test_slower_and_faster_hold_from_the_next_breath_on(guide, name, key, longer, by_key):
    now = pattern(guide)
    following = guide.session.practice.upcoming_pattern(guide.session.now_s()).period_s
    if by_key:
        guide.press(key)
    else:
        guide.click("Pace")
        guide.click(name)
    assert pattern(guide) == now
    assert guide.words[1] == say(Guide.SLOWER if longer else Guide.FASTER)
    guide.pass_by(now.period_s)
    wanted = following * 1.1 if longer else following / 1.1
    assert pattern(guide).period_s == pytest.approx(wanted)
    guide.pass_by(60.0)
    assert pattern(guide).period_s == pytest.approx(wanted)


@pytest.mark.parametrize(("key", "sentence"), [(Qt.Key.Key_Down, Guide.SLOWEST), (Qt.Key.Key_Up, Guide.FASTEST)])
def test_at_the_limit_it_says_so(guide, key, sentence):
    for _ in range(30):
        guide.press(key)
    assert guide.words[1] == say(sentence)


def test_staying_here_ends_the_slowing(guide):
    now = pattern(guide)
    guide.click("Pace")
    guide.click("Stay here")
    assert guide.words[1] == say(Guide.STAYING)
    guide.pass_by(60.0)
    assert pattern(guide).period_s == pytest.approx(now.period_s)


def test_a_note_stands_for_two_breaths_and_goes(guide):
    guide.click("Pace")
    guide.click("Stay here")
    guide.pass_by(2 * pattern(guide).period_s)
    assert guide.words[1] != say(Guide.STAYING)


def test_not_breathing_today_leads_to_looking_outward(guide):
    guide.click("Pace")
    guide.click("Not breathing today")
    assert guide.shown == "GroundPage"
    assert guide.log.last.kind is Kind.GROUNDING


def test_holds_come_and_go_from_the_next_breath_on(rig):
    rig.set(cautions_seen=("box",), leave_hint_seen=True).open("box")
    rig.click("Pace")
    rig.click("With holds")
    assert pattern(rig).period_s == 8.0
    rig.pass_by(8.0)
    assert pattern(rig).period_s == 16.0
    rig.pass_by(5.0)
    assert rig.words[0] == "Rest here"
    rig.click("With holds")
    rig.pass_by(11.0)
    assert pattern(rig).period_s == 8.0


def test_an_exercise_without_holds_offers_none(guide):
    guide.click("Pace")
    assert "With holds" not in guide.buttons()


# -- the panel ------------------------------------------------------------------------------------------------------


def test_the_pace_folds_away_with_p_with_a_click_on_the_guide_and_with_its_button(guide):
    for fold in (lambda: guide.press(Qt.Key.Key_P), guide.click_guide, lambda: guide.click("Pace")):
        guide.press(Qt.Key.Key_P)
        assert "Slower" in guide.buttons()
        fold()
        assert "Slower" not in guide.buttons()


def test_a_click_beside_a_button_of_the_panel_folds_nothing(guide):
    guide.click("Pace")
    panel = guide.page.findChild(PacePanel)
    guide.click(panel.findChildren(QLabel)[0])
    assert "Slower" in guide.buttons()


def test_tab_goes_from_pace_through_the_panel_and_then_to_the_ways_out(guide):
    guide.click("Pace")
    guide.tab_to("Pace")
    names = []
    for _ in range(10):
        guide.press(Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert names[:5] == ["Use my pace", "Slower", "Faster", "Stay here", "Not breathing today"]
    assert names[5:] == ["Orb", "How strong is it?", "Don’t save this one", "Ground me", "Kind words"]


def test_inside_the_forms_arrows_choose_and_do_not_change_the_pace(guide):
    guide.click("Pace")
    guide.tab_to("Orb")
    planned = guide.session.practice.upcoming_pattern(guide.session.now_s())
    guide.press(Qt.Key.Key_Right)
    assert guide.settings.form is Form.WAVE
    assert QApplication.focusWidget().accessibleName() == "Wave"
    guide.press(Qt.Key.Key_Left)
    assert guide.settings.form is Form.ORB
    assert guide.session.practice.upcoming_pattern(guide.session.now_s()) == planned


def test_a_click_on_a_form_leaves_space_to_the_pause(guide):
    guide.click("Pace")
    guide.click("Wave")
    guide.press(Qt.Key.Key_Space)
    assert guide.stage is Stage.PAUSED


def test_the_keyboard_goes_back_to_pace_when_its_panel_folds(guide):
    guide.click("Pace")
    guide.tab_to("Faster")
    guide.press(Qt.Key.Key_P)
    assert QApplication.focusWidget().accessibleName() == "Pace"


def test_at_the_end_there_is_no_pace_to_change(rig):
    rig.set(leave_hint_seen=True).open("one-to-three-sighs")
    rig.click("Pace")
    rig.pass_by(31.0)
    assert rig.stage is Stage.RESTING
    assert "Slower" not in rig.buttons()
    rig.press(Qt.Key.Key_P)
    assert "Slower" not in rig.buttons()


# -- forms ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["Wave", "Square", "Still", "Orb"])
def test_another_form_keeps_the_practice_and_is_remembered(guide, form):
    session = guide.session
    guide.click("Pace")
    if form == "Orb":
        guide.click("Wave")  # the orb is taken already
    guide.click(form)
    assert type(guide.form).__name__ == f"Breath{form}"
    assert guide.session is session
    assert guide.stage is Stage.BREATHING
    assert guide.settings.form is Form[form.upper()]
    assert "Slower" in guide.buttons()
    assert guide.form.accessibleName() == say(Ui.ORB_NAME)


@pytest.mark.parametrize("form", ["Wave", "Square", "Orb", "Still"])
def test_a_form_that_is_chosen_in_a_pause_is_drawn_at_once(guide, form):
    guide.press(Qt.Key.Key_Space)
    guide.pass_by(3.0)
    guide.click("Pace")
    guide.click("Orb" if form == "Still" else "Still")
    guide.click(form)
    shown = painted(guide.form)
    fresh = make_form(Form[form.upper()], guide.page.look)
    fresh.setPalette(guide.page.look.palette())
    fresh.resize(guide.form.size())
    painted(fresh)
    assert differing(shown, painted(fresh)) > 100
    fresh.show_moment(guide.session.look(), guide.session.practice.timeline)
    assert differing(shown, painted(fresh)) == 0


@pytest.mark.parametrize("form", ["Wave", "Square", "Orb", "Still"])
def test_a_window_that_is_resized_in_a_pause_still_shows_the_breath(guide, form):
    guide.click("Pace")
    guide.click(form)
    guide.click("Pace")
    guide.press(Qt.Key.Key_Space)
    guide.pass_by(3.0)
    guide.shell.resize(700, 600)
    guide.settle()
    shown = painted(guide.form)
    fresh = make_form(Form[form.upper()], guide.page.look)
    fresh.setPalette(guide.page.look.palette())
    fresh.resize(guide.form.size())
    painted(fresh)  # its size is news to it until it is first painted
    fresh.show_moment(guide.session.look(), guide.session.practice.timeline)
    assert differing(shown, painted(fresh)) == 0


@pytest.mark.parametrize("form", ["Wave", "Square", "Orb", "Still"])
def test_a_frame_paints_the_shape_and_nothing_that_lies_behind_it(guide, form):
    """Each paint of the window and of what is between it and the shape costs as much as a small paint of the shape."""
    guide.click("Pace")
    guide.click(form)
    guide.click("Pace")
    guide.pass_by(1.0)  # words have come in
    guide.settle()
    shape, behind, above = PaintLog(guide.form), [], guide.form.parentWidget()
    while above is not None:
        behind.append(PaintLog(above))
        above = above.parentWidget()
    guide.pass_by(0.4)
    assert not shape.take().isEmpty()
    assert len(behind) > 3
    assert all(log.take().isEmpty() for log in behind)


def test_words_come_in_with_the_frames_and_wake_nothing_besides(guide):
    woken = []
    for soft in (guide.page._words, guide.page._more):
        soft._alone.timeout.connect(lambda: woken.append(True))
    before = guide.words[0]
    coming_in = 0
    for _ in range(200):
        guide.pass_by(0.04)
        coming_in += guide.page._words.is_coming_in
    assert guide.words[0] != before or coming_in > 20
    assert coming_in > 5
    assert woken == []


def test_words_come_and_go_without_a_fade_where_nothing_moves(guide):
    guide.click("Pace")
    guide.click("Still")
    assert guide.page._words.still
    guide.click("Orb")
    assert not guide.page._words.still


@pytest.mark.parametrize(("exercise", "form"), [("even-waves", "BreathWave"), ("longer-out", "BreathOrb")])
def test_an_exercise_brings_its_own_form(rig, exercise, form):
    rig.open(exercise)
    assert type(rig.form).__name__ == form


# -- steadiness -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("size", [(960, 680), (480, 800), (360, 560)])
def test_the_shape_keeps_its_place_while_words_come_and_go(guide, size):
    guide.shell.resize(*size)
    guide.settle()
    places = {guide.form.geometry().getRect()}
    for _ in range(20):
        guide.pass_by(1.0)
        places.add(guide.form.geometry().getRect())
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Space):
        guide.press(key)
        places.add(guide.form.geometry().getRect())
    assert len(places) == 1


def test_putting_a_notice_aside_does_not_move_the_shape(rig):
    rig.open()
    before = rig.form.geometry()
    rig.click("Got it")
    assert rig.form.geometry() == before


def test_words_ring_and_shape_come_from_one_reading_of_the_clock(guide):
    for _ in range(40):
        guide.pass_by(0.29)
        moment = guide.form._shown[0]
        assert guide.words[0] == {Act.INHALE: "Breathe in", Act.EXHALE: "Breathe out"}[moment.phase.act]
        reach_px = 2 * 3.1416 * guide.form._ring.radius_px
        assert abs(guide.form._ring.fraction - moment.fraction) * reach_px < 1.0
        assert guide.form._halo_px == pytest.approx(guide.form._halo_radius_px(moment.fullness), abs=0.25)


def test_a_pause_fades_and_says_that_ones_own_breath_is_fine(guide):
    guide.press(Qt.Key.Key_Space)
    assert guide.words == ("Paused", say(Guide.PAUSED_MORE))
    assert "Go on" in guide.buttons()
    assert guide.form._strength == 1.0
    guide.pass_by(2.0)
    assert guide.form._strength == pytest.approx(0.55, abs=0.02)


def test_after_the_machine_slept_it_waits_and_says_why(guide):
    guide.clock.sleep(7200.0)
    guide.pass_by(0.1)
    assert guide.words == ("Paused", say(Guide.ASLEEP_MORE))
    guide.press(Qt.Key.Key_Space)
    assert guide.stage is Stage.BREATHING


# -- a screen reader ------------------------------------------------------------------------------------------------


def test_the_first_three_breaths_are_told_and_then_only_changes(guide, heard):
    guide.pass_by(19.9)  # the fourth breath is a little slower, which is a change
    first = ["Breathe out", "soft and easy, nothing to push"]
    assert heard == [*first, "Breathe in", "Breathe out", "Breathe in", "Breathe out"]
    heard.clear()
    guide.click("Pace")
    guide.click("Stay here")
    assert heard == [say(Guide.STAYING)]
    guide.pass_by(30.0)
    guide.press(Qt.Key.Key_Space)
    assert heard[-2:] == ["Paused", say(Guide.PAUSED_MORE)]


def test_phases_that_were_switched_off_are_not_told(rig):
    rig.set(announce_phases=False).open()
    told: list[str] = []
    rig.page._announce = told.append
    rig.pass_by(20.0)
    assert told == []


# -- the quiet line -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("settings", "line"),
    [
        ({"length_minutes": 4.0}, "Longer out · 1 of 4 min · leave whenever you like"),
        ({"length_breaths": 20}, "Longer out · 8 of 20 breaths · leave whenever you like"),
        ({"length_open": True}, "Longer out · 1 min · leave whenever you like"),
        ({"show_elapsed": False}, "Longer out · leave whenever you like"),
    ],
)
def test_the_quiet_line_says_how_far_and_can_be_hidden(rig, settings, line):
    rig.set(leave_hint_seen=True, **settings).open("longer-out")
    rig.pass_by(65.0)
    assert line in rig.texts()


def test_two_faults_are_said_one_after_the_other(guide):
    guide.page.say_quietly("First.")
    guide.page.say_quietly("Second.")
    guide.settle()
    assert "First." in guide.texts()
    assert "Second." not in guide.texts()
    guide.click("Got it")
    assert "Second." in guide.texts()
    guide.click("Got it")
    assert any(text.startswith("Meet your breath ·") for text in guide.texts())


# -- letters -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("key", "page"), [(Qt.Key.Key_G, "GroundPage"), (Qt.Key.Key_K, "SoothePage"), (Qt.Key.Key_T, "SupportPage")]
)
def test_a_letter_takes_the_way_out_that_begins_with_it(guide, key, page):
    guide.press(key)
    assert guide.shown == page


def test_letters_that_were_switched_off_take_no_way_out(rig):
    rig.set(letter_keys=False).open()
    for key in (Qt.Key.Key_G, Qt.Key.Key_K, Qt.Key.Key_T, Qt.Key.Key_P, Qt.Key.Key_M):
        rig.press(key)
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
