"""A practice is started, comes back and ends; a caution that has not been read comes first."""

import pytest
from PySide6.QtCore import Qt

from steady.core.breath import Act
from steady.core.events import Outcome, Stage
from steady.core.record import Kind
from steady.texts.faults import FaultText

HELD = """
format = 1
kind = "breathing"
title = "My own"
summary = "Mine."
group = "settle"
minutes = 1
cautions = ["holds"]
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


def test_another_practice_ends_the_one_before_it(rig):
    rig.open()
    rig.pass_by(8.0)
    rig.click("Menu")
    rig.click("Longer out")
    assert rig.shown == "BreathePage"
    assert rig.log.last_of("meet-your-breath").outcome is Outcome.STOPPED
    assert rig.log.last_of("longer-out").outcome is None
    assert len({record.id for record in rig.log.puts}) == 2


def test_grounding_ends_the_breath_and_leads_back_to_a_new_one(rig):
    rig.open()
    rig.click("Ground me")
    assert rig.shown == "GroundPage"
    assert rig.log.last_of("meet-your-breath").outcome is Outcome.STOPPED
    assert rig.log.last_of("five-senses").kind is Kind.GROUNDING
    rig.click("That’s enough")
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
    assert rig.log.last_of("five-senses").outcome is Outcome.STOPPED


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
    assert rig.log.last_of("five-senses").outcome is Outcome.COMPLETED
    rig.press(Qt.Key.Key_Space)
    assert rig.shown == "BreathePage"


def test_a_walk_keeps_its_row_alive_also_while_it_waits_and_is_made_anew(rig):
    rig.open()
    rig.click("Ground me")
    rig.pass_by(11.0)
    assert rig.log.last_of("five-senses").practised_s == pytest.approx(10.0, abs=0.5)
    rig.click("Menu")
    rig.navigator.change(show_elapsed=False)
    rig.settle()
    beat_at = rig.log.last_of("five-senses").beat_at
    rig.pass_by(11.0)
    row = rig.log.last_of("five-senses")
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


# -- the end of a practice --------------------------------------------------------------------------------------------


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
    assert rig.log.last_of("one-to-three-sighs").outcome is Outcome.COMPLETED


# -- cautions ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("card", "exercise"), [("Box", "box"), ("4-7-8, gentle", "4-7-8-gentle")])
def test_a_caution_is_said_once_before_the_first_start(rig, card, exercise):
    rig.open()
    rig.click("Menu")
    rig.click(card)
    assert rig.shown == "CautionPage"
    assert not [record for record in rig.log.puts if record.exercise == exercise]
    rig.click("Start")
    assert rig.shown == "BreathePage"
    assert rig.log.last_of(exercise).outcome is None
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
    rig.navigator.practising.start_over()
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


# -- what is missing --------------------------------------------------------------------------------------------------


def test_an_exercise_that_is_not_there_is_said_and_the_breath_goes_on(rig):
    rig.set(leave_hint_seen=True).open()
    rig.navigator.practising.start("no-such-thing")
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
