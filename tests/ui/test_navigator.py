"""Which page is shown: calm pages let a practice wait, another practice ends it, leaving is at once."""

import gc
import weakref

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.memory_log import MemoryLog

from steady.core.breath import Act
from steady.core.errors import Fault
from steady.core.events import Outcome, Stage
from steady.core.record import Draft, Kind
from steady.core.settings import Form, Look, Motion
from steady.texts import say
from steady.texts.faults import FaultText
from steady.texts.ui import Ui
from steady.ui.desktop_wishes import DesktopWishes
from steady.ui.pages.breathe import BreathePage
from steady.ui.theme import DAWN, DUSK

OWN_FILE = """
format = 1
kind = "{kind}"
title = "My own"
summary = "Mine."
group = "settle"
minutes = 1
cautions = ["holds"]
"""
HELD = (
    OWN_FILE.format(kind="breathing")
    + """
[[phases]]
do = "in"
seconds = 4
to = 1.0
[[phases]]
do = "hold"
seconds = 4
[[phases]]
do = "out"
seconds = 6
to = 0.0
"""
)


def last_of(log: MemoryLog, exercise: str):
    return [record for record in log.puts if record.exercise == exercise][-1]


def to_boxes(rig) -> None:
    """Go to the step of the script that has boxes to write in."""
    for _ in range(3):
        rig.click("Next")


# -- the first breath -----------------------------------------------------------------------------------------------


def test_it_opens_on_the_guide_already_moving_and_asks_nothing(rig):
    rig.open()
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
    before = rig.conductor.session.look().fullness
    rig.pass_by(1.0)
    assert rig.conductor.session.look().fullness > before + 0.1
    assert rig.words == ("Breathe in", "gentle, not deep")


def test_the_ways_out_stand_beside_pause_from_the_first_frame(rig):
    rig.open()
    ways = [
        "Pause",
        "Pace",
        "Ground me",
        "Kind words",
        "Talk to someone",
        "Menu",
        "Sound is off",
        "Leave quickly: closes Steady at once",
    ]
    assert [name for name in rig.buttons() if name != "Got it"] == ways


def test_one_line_teaches_leaving_and_is_put_aside_for_good(rig):
    rig.open()
    assert say(Ui.LEAVE_HINT) in rig.texts()
    rig.click("Got it")
    assert say(Ui.LEAVE_HINT) not in rig.texts()
    assert rig.settings.leave_hint_seen


def test_a_hint_that_was_put_aside_does_not_come_back(rig):
    rig.set(leave_hint_seen=True).open()
    assert say(Ui.LEAVE_HINT) not in rig.texts()
    assert any(text.startswith("Meet your breath") for text in rig.texts())


def test_a_hint_that_was_not_put_aside_waits_through_other_pages(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Back to breathing")
    assert rig.texts().count(say(Ui.LEAVE_HINT)) == 1


# -- calm pages -----------------------------------------------------------------------------------------------------


def test_the_menu_lets_the_breath_wait_and_brings_it_back_with_an_in_breath(rig):
    rig.open()
    rig.pass_by(8.5)
    page = rig.page
    rig.click("Menu")
    assert rig.shown == "MenuPage"
    assert rig.stage is Stage.PAUSED
    rig.pass_by(120.0)
    rig.click("Back to breathing")
    assert rig.page is page
    moment = rig.conductor.session.look()
    assert (moment.stage, moment.phase.act) == (Stage.BREATHING, Act.INHALE)
    assert moment.elapsed_s == pytest.approx(8.5, abs=0.1)
    assert len({record.id for record in rig.log.puts}) == 1


def test_a_menu_that_is_opened_before_the_first_breath_lets_it_wait_too(rig):
    rig.log = MemoryLog(slow=True)
    rig.open()
    rig.click("Menu")
    rig.session.row.receipt.keep()
    rig.pass_by(30.0)
    assert rig.stage is Stage.READY
    rig.click("Back to breathing")
    assert rig.stage is Stage.BREATHING
    assert rig.session.look().elapsed_s == 0.0


def test_a_page_behind_a_page_still_leads_back_to_the_same_breath(rig):
    rig.open()
    page = rig.page
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Back")
    rig.click("About")
    rig.click("Back")
    rig.press(Qt.Key.Key_Space)
    assert rig.page is page
    assert rig.stage is Stage.BREATHING


def test_support_is_one_press_from_the_guide_and_back_goes_on(rig):
    rig.open()
    rig.click("Talk to someone")
    assert rig.shown == "SupportPage"
    assert rig.stage is Stage.PAUSED
    rig.click("Back")
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING


@pytest.mark.parametrize(
    "way", [(), ("Menu",), ("Menu", "Settings"), ("Ground me",), ("Kind words",), ("Menu", "About")]
)
def test_support_is_one_press_from_every_page(rig, way):
    rig.open()
    for name in way:
        rig.click(name)
    rig.click("Talk to someone" if "Talk to someone" in rig.buttons() else "Support")
    assert rig.shown == "SupportPage"


def test_support_from_a_script_comes_back_to_the_same_thought_with_its_words(rig):
    rig.open()
    rig.read()
    to_boxes(rig)
    rig.tab_to("What is a fact?")
    rig.type("I wrote at six")
    where = rig.page.where.text()
    rig.click(rig.button("Support"))
    assert rig.shown == "SupportPage"
    rig.click("Back")
    assert rig.shown == "ScriptPage"
    assert rig.page.where.text() == where
    assert rig.page.body.boxes[0].words == "I wrote at six"
    assert last_of(rig.log, "no-reply-yet").outcome is None


def test_support_with_nothing_waiting_goes_back_to_a_new_breath(rig):
    rig.open("one-to-three-sighs")
    rig.pass_by(31.0)
    rig.click("Done")
    rig.click("Support")
    rig.click("Back")
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING


# -- practices ------------------------------------------------------------------------------------------------------


def test_another_practice_ends_the_one_before_it(rig):
    rig.open()
    rig.pass_by(8.0)
    rig.click("Menu")
    rig.click("Longer out")
    assert rig.shown == "BreathePage"
    assert last_of(rig.log, "meet-your-breath").outcome is Outcome.STOPPED
    assert last_of(rig.log, "longer-out").outcome is None
    assert len({record.id for record in rig.log.puts}) == 2


def test_grounding_ends_the_breath_and_leads_back_to_a_new_one(rig):
    rig.open()
    rig.click("Ground me")
    assert rig.shown == "GroundPage"
    assert last_of(rig.log, "meet-your-breath").outcome is Outcome.STOPPED
    assert last_of(rig.log, "five-senses").kind is Kind.GROUNDING
    rig.click("That’s enough")
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
    assert last_of(rig.log, "five-senses").outcome is Outcome.STOPPED


def test_grounding_leads_back_to_the_exercise_that_was_breathed(rig):
    rig.open("longer-out")
    rig.click("Ground me")
    rig.click("That’s enough")
    assert rig.page.name == "Longer out"
    assert rig.stage is Stage.BREATHING
    assert len([record for record in rig.log.puts if record.exercise == "longer-out" and record.outcome is None]) == 2


@pytest.mark.parametrize("before", ["box", "one-to-three-sighs"])
def test_after_a_breath_with_a_caution_or_a_few_sighs_grounding_leads_to_the_gentlest_one(rig, before):
    rig.set(cautions_seen=("box",)).open(before)
    rig.click("Ground me")
    rig.click("That’s enough")
    assert rig.page.name == "Meet your breath"


def test_five_senses_can_be_walked_to_its_end_with_space_alone(rig):
    rig.open()
    rig.press(Qt.Key.Key_G)
    for _ in range(200):
        if rig.shown != "GroundPage":
            break
        rig.press(Qt.Key.Key_Space)
    assert rig.shown == "AfterPage"
    assert last_of(rig.log, "five-senses").outcome is Outcome.COMPLETED
    rig.press(Qt.Key.Key_Space)
    assert rig.shown == "BreathePage"


def test_a_walk_keeps_its_row_alive_also_while_it_waits_and_is_made_anew(rig):
    rig.open()
    rig.click("Ground me")
    rig.pass_by(11.0)
    assert last_of(rig.log, "five-senses").practised_s == pytest.approx(10.0, abs=0.5)
    rig.click("Menu")
    rig.navigator.change(show_elapsed=False)
    rig.settle()
    beat_at = last_of(rig.log, "five-senses").beat_at
    rig.pass_by(11.0)
    row = last_of(rig.log, "five-senses")
    assert row.beat_at > beat_at
    assert row.practised_s == pytest.approx(11.0, abs=0.5), "time behind another page is no practice"


def test_the_next_breath_draws_nothing_of_the_one_before(rig):
    rig.open("longer-out")
    rig.pass_by(3.0)
    rig.click("Menu")
    shown = []
    made = rig.navigator._maker.breathe

    def watched(breath):
        page = made(breath)
        show = page._form.take_moment
        page._form.take_moment = lambda moment, timeline: (shown.append((moment, timeline)), show(moment, timeline))
        return page

    rig.navigator._maker.breathe = watched
    rig.click("Even waves")
    rig.pass_by(1.0)
    timelines = {id(timeline) for _, timeline in shown}
    assert timelines == {id(rig.session.practice.timeline)}
    assert shown[0][0].elapsed_s == 0.0


# -- the end of a practice ------------------------------------------------------------------------------------------


def test_at_its_length_the_breath_is_finished_and_a_few_more_go_on(rig):
    rig.set(length_minutes=0.55, leave_hint_seen=True).open("even-waves")  # 33 s: inside the fourth breath
    rig.pass_by(39.9)
    assert rig.stage is Stage.BREATHING
    rig.pass_by(0.2)
    assert rig.stage is Stage.RESTING
    assert rig.words == ("That was less than a minute.", "Stopping is a good choice. So is a little more.")
    assert (rig.log.last.outcome, rig.log.last.breaths) == (Outcome.COMPLETED, 4)
    assert "Pace" not in rig.buttons()
    rig.click("A few more breaths")
    assert rig.stage is Stage.BREATHING
    assert "Pause" in rig.buttons()
    rig.shell.hide()
    rig.pass_by(65.0)
    rig.shell.show()
    rig.pass_by(0.1)
    assert rig.stage is Stage.BREATHING
    assert "Even waves · 1 min · leave whenever you like" in rig.texts()
    rig.press(Qt.Key.Key_Escape)
    assert rig.log.last.outcome is Outcome.COMPLETED


def test_a_new_length_reaches_the_breath_that_waits_where_it_is_still_ahead(rig):
    rig.set(length_minutes=5.0, leave_hint_seen=True).open("even-waves")
    rig.pass_by(25.0)
    rig.click("Menu")
    rig.click("Settings")
    rig.navigator.change(length_minutes=None, length_breaths=4)
    rig.click("Back")
    rig.click("Back to breathing")
    assert any("2 of 4 breaths" in text for text in rig.texts())
    rig.pass_by(25.0)
    assert rig.stage is Stage.RESTING
    assert rig.words[0] == "That was 4 breaths."


def test_a_new_length_that_has_passed_already_is_for_the_next_practice(rig):
    rig.set(length_minutes=5.0, leave_hint_seen=True).open("even-waves")
    rig.pass_by(65.0)
    rig.click("Menu")
    rig.navigator.change(length_minutes=1.0)
    rig.click("Back to breathing")
    rig.pass_by(30.0)
    assert rig.stage is Stage.BREATHING
    assert any("1 of 5" in text for text in rig.texts())


def test_done_leads_on_and_the_way_back_is_a_breath_that_moves(rig):
    rig.open("one-to-three-sighs")
    rig.pass_by(31.0)
    assert rig.stage is Stage.RESTING
    rig.click("Done")
    assert rig.shown == "AfterPage"
    assert rig.conductor.session is None
    rig.click("Skip")
    assert rig.shown == "MenuPage"
    rig.press(Qt.Key.Key_Space)
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
    assert rig.page.name == "Meet your breath"


def test_sighs_end_in_rest_and_offer_to_meet_the_breath(rig):
    rig.open("one-to-three-sighs")
    rig.pass_by(31.0)
    assert rig.words[0] == "Let your own breath come"
    assert "A few more breaths" not in rig.buttons()
    rig.click("Meet your breath")
    assert rig.page.name == "Meet your breath"
    assert rig.stage is Stage.BREATHING
    assert last_of(rig.log, "one-to-three-sighs").outcome is Outcome.COMPLETED


# -- cautions -------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("card", "exercise"), [("Box", "box"), ("4-7-8, gentle", "4-7-8-gentle")])
def test_a_caution_is_said_once_before_the_first_start(rig, card, exercise):
    rig.open()
    rig.click("Menu")
    rig.click(card)
    assert rig.shown == "CautionPage"
    assert not [record for record in rig.log.puts if record.exercise == exercise]
    rig.click("Start")
    assert rig.shown == "BreathePage"
    assert last_of(rig.log, exercise).outcome is None
    rig.click("Menu")
    rig.click(card)
    assert rig.shown == "BreathePage"


def test_holds_are_left_out_until_they_are_asked_for_and_then_remembered(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Box")
    rig.click("Start")
    assert rig.session.practice.timeline.pattern(0.0).period_s == 8.0
    rig.click("Pace")
    rig.click("With holds")
    assert rig.settings.holds_wanted == ("box",)
    rig.click("Menu")
    rig.click("Box")
    assert rig.session.practice.timeline.pattern(0.0).period_s == 16.0


def test_not_this_starts_nothing_and_remembers_nothing(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Box")
    rig.click("Not this")
    assert rig.shown == "MenuPage"
    assert rig.settings.cautions_seen == ()
    rig.click("Back to breathing")
    assert rig.stage is Stage.BREATHING
    assert len({record.id for record in rig.log.puts}) == 1


def test_from_a_caution_grounding_is_one_press_away(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Box")
    rig.click("Ground me")
    assert rig.shown == "GroundPage"
    assert rig.settings.cautions_seen == ()


def test_no_other_exercise_asks_before_it_starts(rig):
    rig.open()
    for card in ("Longer out", "Even waves", "Two to one", "One to three sighs", "Hum", "Through a straw"):
        rig.click("Menu")
        rig.click(card)
        assert rig.shown == "BreathePage", card


def test_a_file_of_ones_own_with_fixed_holds_never_starts_over_unread(rig):
    rig.data_dir.joinpath("exercises").mkdir(parents=True)
    rig.data_dir.joinpath("exercises", "meet-your-breath.toml").write_text(HELD, encoding="utf-8")
    rig.open(None)
    rig.navigator.start_over()
    rig.settle()
    acts = {phase.act for phase in rig.session.practice.timeline.pattern(0.0).phases}
    assert Act.HOLD not in acts
    assert rig.stage is Stage.BREATHING


def test_a_window_that_was_given_no_breath_says_what_comes_first(rig):
    rig.data_dir.joinpath("exercises").mkdir(parents=True)
    rig.data_dir.joinpath("exercises", "meet-your-breath.toml").write_text(HELD, encoding="utf-8")
    rig.open(None)
    rig.window.open(None, None)
    rig.settle()
    assert rig.shown == "CautionPage"
    rig.click("Not this")
    rig.click("Back to breathing")
    assert rig.stage is Stage.BREATHING


# -- what is missing ------------------------------------------------------------------------------------------------


def test_an_exercise_that_is_not_there_is_said_and_the_breath_goes_on(rig):
    rig.set(leave_hint_seen=True).open()
    rig.navigator.start("no-such-thing")
    rig.settle()
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
    assert FaultText.BAD_EXERCISES.value in rig.texts()


def test_a_press_that_leads_nowhere_says_so_each_time(rig):
    rig.bundled = None
    rig.set(leave_hint_seen=True).open()
    for _ in range(2):
        rig.click("Ground me")
        assert rig.stage is Stage.BREATHING
        assert rig.texts().count(FaultText.NO_EXERCISES.value) == 1
        rig.click("Got it")


# -- leaving --------------------------------------------------------------------------------------------------------


class WatchedLog(MemoryLog):
    """Notes whether the window could be seen at each write."""

    def __init__(self) -> None:
        super().__init__()
        self.visible = lambda: False
        self.writes: list[tuple[str, bool]] = []

    def put(self, record):
        self.writes.append(("row", self.visible()))
        return super().put(record)

    def keep_draft(self, draft):
        self.writes.append(("draft", self.visible()))
        return super().keep_draft(draft)


def leave(rig, how: str) -> None:
    if how == "close":
        rig.shell.close()
    elif how == "click":
        rig.click("Leave quickly: closes Steady at once")
    else:
        rig.press(Qt.Key.Key_Escape)
    rig.settle()


@pytest.mark.parametrize("how", ["esc", "click", "close"])
def test_leaving_hides_the_window_before_anything_is_written(rig, how):
    log = rig.log = WatchedLog()
    rig.open()
    log.visible = lambda: rig.shell.isVisible()
    rig.read()
    to_boxes(rig)
    rig.tab_to("What is a fact?")
    rig.type("half a thou")
    log.writes.clear()
    gone: list[bool] = []
    rig.navigator.left.connect(lambda: gone.append(rig.shell.isVisible()))
    leave(rig, how)
    assert not rig.shell.isVisible()
    assert sorted(log.writes) == [("draft", False), ("row", False)]
    assert gone == [False]
    assert last_of(log, "no-reply-yet").outcome is Outcome.STOPPED
    assert log.drafts("no-reply-yet") == [Draft("no-reply-yet", "fact", "half a thou")]


def test_leaving_from_a_calm_page_ends_the_practice_that_waits_behind_it(rig):
    rig.open()
    rig.read()
    to_boxes(rig)
    rig.tab_to("What is a fact?")
    rig.type("words")
    rig.click("Menu")
    rig.press(Qt.Key.Key_Escape)
    assert last_of(rig.log, "no-reply-yet").outcome is Outcome.STOPPED
    assert rig.log.drafts("no-reply-yet")


def test_leaving_twice_is_leaving_once(rig):
    rig.open()
    gone: list[bool] = []
    rig.navigator.left.connect(lambda: gone.append(True))
    rig.press(Qt.Key.Key_Escape)
    rig.navigator.leave()
    rig.shell.close()
    assert gone == [True]


def test_leaving_before_the_first_breath_leaves_a_row_that_was_stopped(rig):
    rig.log = MemoryLog(slow=True)
    rig.open()
    assert rig.stage is Stage.READY
    rig.press(Qt.Key.Key_Escape)
    assert (rig.log.last.outcome, rig.log.last.breaths) == (Outcome.STOPPED, 0)


def test_a_bug_on_the_way_out_does_not_keep_a_process_without_a_window(rig):
    rig.open()
    gone: list[bool] = []
    rig.navigator.left.connect(lambda: gone.append(True))

    def broken():
        raise RuntimeError("words")

    rig.page.leave = broken
    with pytest.raises(RuntimeError):
        rig.navigator.leave()
    assert gone == [True]
    assert not rig.shell.isVisible()
    rig.conductor.end()


def test_words_that_were_half_written_are_there_the_next_time(rig):
    rig.open()
    rig.read()
    to_boxes(rig)
    rig.tab_to("What is a fact?")
    rig.type("still here")
    rig.click("Breathe for a moment")
    assert rig.shown == "BreathePage"
    rig.read()
    to_boxes(rig)
    assert rig.page.body.boxes[0].words == "still here"


# -- settings -------------------------------------------------------------------------------------------------------


def test_other_colours_and_larger_text_dress_every_page_anew_and_keep_the_breath(rig):
    rig.set(look=Look.DUSK).open()
    rig.pass_by(5.0)
    session = rig.session
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Dawn")
    assert rig.page.look is DAWN
    assert rig.shell.palette().window().color() == DAWN.color("ground")
    rig.click("150 %")
    assert QApplication.font().pixelSize() == 24
    rig.click("Back")
    rig.click("Back to breathing")
    assert rig.page.look is DAWN
    assert rig.page._main.font().pixelSize() == 24
    assert rig.session is session
    assert rig.stage is Stage.BREATHING
    assert rig.session.look().elapsed_s == pytest.approx(5.0, abs=0.1)


def test_the_guide_itself_is_dressed_anew_in_the_middle_of_a_breath(rig):
    rig.set(look=Look.DUSK).open()
    rig.pass_by(1.5)
    before = rig.session.look()
    rig.navigator.change(look=Look.DAWN)
    rig.settle()
    assert rig.page.look is DAWN
    assert rig.words == ("Breathe in", "gentle, not deep")
    assert rig.session.look() == before
    rig.pass_by(1.7)
    assert rig.words[0] == "Breathe out"


def test_words_in_a_box_survive_new_colours(rig):
    rig.set(look=Look.DUSK).open()
    rig.read()
    to_boxes(rig)
    rig.tab_to("What is a fact?")
    rig.type("kept")
    rig.navigator.change(look=Look.DAWN)
    rig.settle()
    assert rig.shown == "ScriptPage"
    assert rig.page.look is DAWN
    assert rig.page.body.boxes[0].words == "kept"
    assert rig.page.is_beating


def test_the_settings_page_comes_back_where_it_was(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Settings")
    rig.tab_to("100 %")
    rig.press(Qt.Key.Key_Right)
    assert rig.settings.text_percent == 125
    assert QApplication.focusWidget().accessibleName() == "125 %"


def test_what_is_set_holds_for_the_breath_that_waits(rig):
    rig.set(leave_hint_seen=True).open()
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Wave")
    rig.click("Show how long it has been")
    rig.click("Back")
    rig.click("Back to breathing")
    assert type(rig.form).__name__ == "BreathWave"
    assert any(text == "Meet your breath · leave whenever you like" for text in rig.texts())


def test_letters_switched_off_are_off_at_once(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Single-letter keys")
    rig.press(Qt.Key.Key_M)
    assert rig.shown == "SettingsPage"


def test_settings_are_kept_in_the_data_folder_and_nowhere_else(rig, tmp_path):
    rig.open()
    rig.click("Got it")
    assert rig.preferences.flush(5.0)
    assert sorted(path.name for path in rig.data_dir.iterdir()) == ["settings.json"]
    assert list((tmp_path / "home").iterdir()) == []


# -- motion ---------------------------------------------------------------------------------------------------------


def test_a_desktop_that_asks_for_less_motion_gets_the_still_form_at_once(rig):
    rig.open()
    session = rig.session
    DesktopWishes(rig.navigator).motion_answered(reduced=True)
    rig.settle()
    assert type(rig.form).__name__ == "BreathStill"
    assert rig.session is session
    assert rig.settings.last_reduced_motion
    DesktopWishes(rig.navigator).motion_answered(reduced=False)
    rig.settle()
    assert type(rig.form).__name__ == "BreathOrb"


def test_the_answer_is_known_for_the_first_frame_of_the_next_start(rig):
    rig.set(last_reduced_motion=True).open()
    assert type(rig.form).__name__ == "BreathStill"


@pytest.mark.parametrize(
    ("own", "form"),
    [
        ({"form": Form.WAVE}, "BreathWave"),
        ({"motion": Motion.FULL}, "BreathOrb"),
        ({"motion": Motion.REDUCED}, "BreathStill"),
    ],
)
def test_what_a_person_set_outranks_the_desktop(rig, own, form):
    rig.set(**own).open()
    DesktopWishes(rig.navigator).motion_answered(reduced=True)
    rig.settle()
    assert type(rig.form).__name__ == form


def test_a_later_answer_reaches_a_guide_that_waits(rig):
    rig.open()
    rig.click("Menu")
    DesktopWishes(rig.navigator).motion_answered(reduced=True)
    rig.click("Back to breathing")
    assert type(rig.form).__name__ == "BreathStill"


# -- frames and memory ----------------------------------------------------------------------------------------------


def test_only_the_guide_is_drawn_for(rig):
    rig.open()
    rig.click("Menu")
    assert rig.clock.pass_by(4.0) == 0
    rig.click("Back to breathing")
    assert rig.clock.pass_by(1.0) >= 24


def test_pages_that_are_shown_no_more_are_freed(rig):
    rig.open()
    gone = []
    for name in (
        "Ground me",
        "That’s enough",
        "no-reply-yet",
        "Breathe for a moment",
        "Menu",
        "Settings",
        "Back",
        "Hum",
    ):
        gone.append(weakref.ref(rig.page))
        if name == "no-reply-yet":
            rig.read(name)
        else:
            rig.click(name)
    rig.pass_by(1.0)
    gc.collect()
    alive = [page() for page in gone if page() is not None and page() is not rig.page]
    assert alive == []
    assert sum(isinstance(child, BreathePage) for child in rig.shell.findChildren(BreathePage)) == 1


def test_a_fault_is_told_once_however_often_it_happens(rig):
    rig.set(leave_hint_seen=True).open()
    for _ in range(3):
        rig.navigator.quiet.tell(Fault.DISK_FULL)
    rig.settle()
    assert rig.texts().count(FaultText.DISK_FULL.value) == 1
    rig.click("Got it")
    rig.navigator.quiet.tell(Fault.DISK_FULL)
    rig.settle()
    assert FaultText.DISK_FULL.value not in rig.texts()
    assert rig.page.look in (DUSK, DAWN)


def test_a_pause_of_the_persons_own_stays_through_a_look_at_support(rig):
    rig.open()
    rig.press(Qt.Key.Key_Space)
    rig.window.navigator.open_support()
    rig.window.navigator.back()
    assert rig.window.conductor.stage is Stage.PAUSED
