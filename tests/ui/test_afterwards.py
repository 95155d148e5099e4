"""After a practice: one small card that blocks nothing, and what is said when it is a lot."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLabel
from tests.memory_log import MemoryLog
from tests.ui.rig import Rig

from steady.core.events import Outcome, Stage
from steady.core.record import Felt, Kind, Ratings, SessionRecord
from steady.core.remembered import CountedKind
from steady.core.row import Row
from steady.core.settings import Look
from steady.texts import say
from steady.texts.after import AfterText
from steady.texts.support import SupportText

OFFERS = ["Look outward, eyes open", "Reach someone", "Crisis lines", "Stop here"]
ANSWERS = [
    "Safe, and hurting",
    "I’m not sure",
    "I might hurt myself or someone",
    "Someone is hurting or scaring me",
]


@pytest.fixture
def guide(rig) -> Rig:
    return rig.set(leave_hint_seen=True).open()


@pytest.fixture
def slow(qtbot, clock, tmp_path) -> Rig:
    """A window whose log writes when it is told to."""
    return Rig(qtbot, clock, tmp_path / "data", MemoryLog(slow=True)).set(leave_hint_seen=True).open()


def finish(rig: Rig) -> SessionRecord:
    """Breathe a little and end it by choice; return its row."""
    rig.pass_by(20.0)
    rig.click("Menu")
    rig.click("That’s enough")
    assert rig.shown == "AfterPage"
    return rig.log.last


def row_of(rig: Rig, session_id: str) -> SessionRecord | None:
    return next((record for record in reversed(rig.log.puts) if record.id == session_id), None)


def rate(rig: Rig, after: int) -> Row:
    """Breathe a little, and say how strong it is now; return the row."""
    row = rig.session.row
    finish(rig)
    rig.click(str(after))
    rig.click("Done")
    return row


# -- the card -------------------------------------------------------------------------------------------------------


def test_a_practice_that_came_to_its_length_leads_to_the_card(rig):
    rig.open("one-to-three-sighs")
    rig.pass_by(31.0)
    rig.click("Done")
    assert rig.shown == "AfterPage"
    assert rig.log.last.outcome is Outcome.COMPLETED


def test_a_practice_that_is_stopped_by_choice_leads_to_the_card_too(guide):
    assert finish(guide).outcome is Outcome.STOPPED
    assert "Less than a minute of breathing with yourself." in guide.texts()


def test_a_practice_that_had_no_breath_yet_asks_nothing(guide):
    guide.pass_by(1.0)
    guide.click("Menu")
    guide.click("That’s enough")
    assert guide.shown == "MenuPage"


def test_a_walk_that_was_looked_at_and_left_asks_nothing(guide):
    guide.click("Ground me")
    guide.click("That’s enough")
    assert guide.shown == "BreathePage"


def test_a_walk_of_which_there_was_something_leads_to_the_card_and_then_to_the_breath(guide):
    guide.click("Ground me")
    guide.press(Qt.Key.Key_Space)
    guide.click("That’s enough")
    assert guide.shown == "AfterPage"
    assert guide.log.last.kind is Kind.GROUNDING
    guide.click("Skip")
    assert guide.shown == "BreathePage"
    assert guide.stage is Stage.BREATHING


def test_leaving_at_once_asks_nothing(guide):
    guide.pass_by(20.0)
    guide.press(Qt.Key.Key_Escape)
    assert not guide.shell.isVisible()
    assert guide.log.last.ratings == Ratings()


def test_escape_leaves_at_once_with_the_card_open_and_keeps_what_was_answered(guide):
    row = finish(guide)
    guide.click("4")
    guide.press(Qt.Key.Key_Escape)
    assert not guide.shell.isVisible()
    assert row_of(guide, row.id).ratings.after == 4


def test_what_is_not_answered_stays_unanswered(guide):
    row = finish(guide)
    guide.click("Skip")
    assert guide.shown == "MenuPage"
    assert row_of(guide, row.id) == row


def test_who_wants_no_card_sees_none(rig):
    rig.set(leave_hint_seen=True, ask_after=False).open()
    rig.pass_by(20.0)
    rig.click("Menu")
    rig.click("That’s enough")
    assert rig.shown == "MenuPage"


def test_each_answer_is_in_the_row_as_it_is_given(guide):
    row = finish(guide)
    guide.click("3")
    assert row_of(guide, row.id).ratings == Ratings(after=3)
    guide.click("easier")
    assert row_of(guide, row.id).felt is Felt.EASIER
    guide.click("A little more")
    guide.click("not this one")
    guide.click("no reply")
    guide.click("plans changed")
    guide.click("check on them")
    said = row_of(guide, row.id)
    assert said.use_again is False
    assert said.triggers == ("no-reply", "plan-changed")
    assert said.pulled_to == ("checking",)
    assert (said.outcome, said.breaths, said.practised_s) == (row.outcome, row.breaths, row.practised_s)


def test_a_second_press_takes_an_answer_back(guide):
    row = finish(guide)
    guide.click("7")
    guide.click("7")
    guide.click("harder")
    guide.click("harder")
    assert row_of(guide, row.id).ratings.after is None
    assert row_of(guide, row.id).felt is None


def test_a_tag_of_ones_own_is_typed_and_chosen(guide):
    row = finish(guide)
    guide.click("A little more")
    guide.click("Add one of my own: What set it off, if something did?")
    guide.type("sunday evenings")
    guide.press(Qt.Key.Key_Return)
    assert row_of(guide, row.id).triggers == ("sunday evenings",)
    guide.click("sunday evenings")
    assert row_of(guide, row.id).triggers == ()


def test_tags_of_ones_own_are_offered_with_the_next_practice(guide):
    finish(guide)
    guide.click("A little more")
    guide.click("Add one of my own: What set it off, if something did?")
    guide.type("sunday evenings")
    guide.press(Qt.Key.Key_Return)
    guide.click("Done")
    guide.click("A few more breaths")
    finish(guide)
    guide.click("A little more")
    assert not guide.button("sunday evenings").isChecked()


@pytest.mark.parametrize("way", ["Done", "Escape"])
def test_a_note_is_kept_when_the_card_is_left(guide, way):
    row = finish(guide)
    guide.click("A little more")
    guide.page._card._folded.note.field.setFocus()
    guide.type("a walk helped")
    if way == "Done":
        guide.click(way)
    else:
        guide.press(Qt.Key.Key_Escape)
    assert row_of(guide, row.id).note == "a walk helped"


def test_whoever_answered_down_to_the_note_is_done_there(guide):
    row = finish(guide)
    guide.click("A little more")
    note = guide.page._card._folded.note.field
    note.setFocus()
    guide.type("a walk helped")
    guide.press(Qt.Key.Key_Tab)
    done = QApplication.focusWidget()
    assert done.accessibleName() == "Done"
    assert done.mapTo(guide.page, done.rect().topLeft()).y() > note.mapTo(guide.page, note.rect().bottomLeft()).y()
    guide.press(Qt.Key.Key_Return)
    assert guide.page.is_over
    assert row_of(guide, row.id).note == "a walk helped"


def test_saved_is_said_once_it_is_on_disk_and_not_before(slow):
    row = rate(slow, 4)
    assert say(AfterText.SAVING) in slow.texts()
    assert say(AfterText.SAVED) not in slow.texts()
    row.receipt.keep()
    slow.pass_by(0.1)
    assert say(AfterText.SAVED) in slow.texts()


def test_a_full_disk_is_not_called_saved_and_the_answers_stay_and_can_be_saved_again(slow):
    row = rate(slow, 4)
    row.receipt.fail()
    slow.pass_by(0.1)
    assert say(AfterText.FAILED) in slow.texts()
    assert say(AfterText.SAVED) not in slow.texts()
    assert slow.button("4").isVisible()
    assert slow.button("4").isChecked()
    slow.click("Save again")
    row.receipt.keep()
    slow.pass_by(0.1)
    assert say(AfterText.SAVED) in slow.texts()


def test_harder_is_met_with_kindness(guide):
    finish(guide)
    guide.click("harder")
    guide.click("Done")
    assert "Harder today; that happens. Saved on this computer." in guide.texts()


def test_done_without_an_answer_goes_on_as_skip_does(guide):
    finish(guide)
    guide.press(Qt.Key.Key_Space)
    assert guide.shown == "MenuPage"


def test_a_few_more_breaths_is_one_press(guide):
    finish(guide)
    guide.click("A few more breaths")
    assert guide.shown == "BreathePage"
    assert guide.stage is Stage.BREATHING


def test_other_colours_keep_the_answers_and_the_place(guide):
    row = finish(guide)
    guide.click("5")
    guide.navigator.change(look=Look.DAWN)
    guide.settle()
    assert guide.button("5").isChecked()
    guide.click("Done")
    guide.navigator.change(look=Look.DUSK)
    guide.settle()
    assert say(AfterText.SAVED) in guide.texts()
    assert row_of(guide, row.id).ratings.after == 5


def test_the_whole_card_is_used_with_the_keyboard_alone(guide):
    row = finish(guide)
    guide.press(Qt.Key.Key_Tab)
    for _ in range(4):
        guide.press(Qt.Key.Key_Right)
    guide.tab_to("easier")
    guide.press(Qt.Key.Key_Space)
    guide.tab_to("A little more")
    guide.press(Qt.Key.Key_Return)
    guide.tab_to("no reply")
    guide.press(Qt.Key.Key_Space)
    guide.tab_to("go quiet" if "go quiet" in guide.buttons() else "check on them")
    guide.press(Qt.Key.Key_Space)
    guide.tab_to("A note, if you like")
    guide.type("tea")
    guide.tab_to("Done")
    guide.press(Qt.Key.Key_Return)
    said = row_of(guide, row.id)
    assert said.ratings.after == 4
    assert said.felt is Felt.EASIER
    assert said.triggers == ("no-reply",)
    assert len(said.pulled_to) == 1
    assert said.note == "tea"


def test_a_screen_reader_hears_the_question_with_each_mark(guide):
    finish(guide)
    mark = guide.button("7")
    heard = QAccessible.queryAccessibleInterface(mark)
    assert heard.role() is QAccessible.Role.RadioButton
    assert "how strong is the distress" in mark.accessibleDescription()


# -- not saved ------------------------------------------------------------------------------------------------------


def test_dont_save_after_leaves_no_row(guide):
    row = finish(guide)
    guide.click("2")
    guide.click("Don’t save this one")
    assert say(AfterText.FORGOTTEN) in guide.texts()
    assert row_of(guide, row.id) is None
    assert row.id in guide.log.forgotten
    guide.press(Qt.Key.Key_Escape)
    assert row_of(guide, row.id) is None


def test_dont_save_during_a_breath_leaves_no_row_and_the_breath_goes_on(guide):
    guide.pass_by(8.0)
    session = guide.session
    guide.press(Qt.Key.Key_P)
    guide.click("Don’t save this one")
    assert "This practice is not saved." in guide.texts()
    guide.pass_by(20.0)
    assert guide.stage is Stage.BREATHING
    guide.press(Qt.Key.Key_Escape)
    assert row_of(guide, session.row.record.id) is None


@pytest.mark.parametrize("way", ["Ground me", "no-reply-yet"])
def test_dont_save_during_a_walk_leaves_no_row(guide, way):
    guide.click(way) if way == "Ground me" else guide.read(way)
    walk = guide.log.last
    guide.click("Don’t save this one")
    guide.press(Qt.Key.Key_Right)
    guide.pass_by(12.0)
    guide.press(Qt.Key.Key_Escape)
    assert row_of(guide, walk.id) is None


def test_dont_save_before_holds_for_one_practice(guide):
    guide.click("Menu")
    guide.click("Don’t save the next practice that I start")
    before = {record.id for record in guide.log.puts}
    guide.click("Longer out")
    guide.pass_by(20.0)
    assert {record.id for record in guide.log.puts} == before
    guide.click("Menu")
    assert not guide.button("Don’t save the next practice that I start").isChecked()
    guide.click("Even waves")
    assert guide.log.last.exercise == "even-waves"


def test_a_pause_of_a_practice_that_is_let_go_is_not_counted(guide):
    counts = guide.memories.counts.all
    guide.read("before-i-send-it")
    while not any(name.endswith("minutes") for name in guide.buttons()):
        guide.press(Qt.Key.Key_Right)
    guide.click("5 minutes")
    assert [one.kind for one in counts.values()] == [CountedKind.PAUSED]
    guide.click("Don’t save this one")
    assert counts == {}


# -- counted --------------------------------------------------------------------------------------------------------


def test_a_pause_before_acting_is_counted_with_its_practice(guide):
    guide.read("before-i-send-it")
    walk = guide.log.last
    while not any(name.endswith("minutes") for name in guide.buttons()):
        guide.press(Qt.Key.Key_Right)
    guide.click("10 minutes")
    (counted,) = guide.memories.counts.all.values()
    assert (counted.kind, counted.session) == (CountedKind.PAUSED, walk.id)


def test_someone_reached_is_counted_and_can_be_taken_back(guide):
    row = finish(guide)
    guide.click("I reached someone")
    (counted,) = guide.memories.counts.all.values()
    assert (counted.kind, counted.session) == (CountedKind.REACHED, row.id)
    guide.click("Reached someone")
    assert guide.memories.counts.all == {}


def test_someone_reached_by_the_support_page_is_counted(guide):
    guide.click("Talk to someone")
    guide.click("I reached someone")
    (counted,) = guide.memories.counts.all.values()
    assert (counted.kind, counted.session) == (CountedKind.REACHED, None)


# -- before and on the way ------------------------------------------------------------------------------------------


def test_nothing_is_asked_before_unless_the_person_turned_it_on(guide):
    guide.click("Menu")
    guide.click("Longer out")
    assert guide.shown == "BreathePage"


def test_a_rating_before_is_asked_on_the_calm_way_and_goes_into_the_row(rig):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    rig.click("Menu")
    rig.click("Longer out")
    assert rig.shown == "BeforePage"
    rig.click("6")
    rig.click("Start")
    assert rig.shown == "BreathePage"
    assert rig.session.row.record.exercise == "longer-out"
    assert row_of(rig, rig.session.row.record.id).ratings == Ratings(before=6)


def test_a_rating_before_can_be_skipped(rig):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    rig.click("Menu")
    rig.click("Longer out")
    rig.click("6")
    rig.click("Skip")
    assert row_of(rig, rig.session.row.record.id).ratings == Ratings()


@pytest.mark.parametrize("way", ["Ground me", "no-reply-yet", "Talk to someone"])
def test_the_triggered_way_never_asks_before(rig, way):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    assert rig.shown == "BreathePage"
    rig.read(way) if way == "no-reply-yet" else rig.click(way)
    assert rig.shown != "BeforePage"


def test_a_script_that_is_chosen_by_the_menu_is_asked_for_too(rig):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    rig.click("Menu")
    rig.read("no-reply-yet")
    assert rig.shown == "BeforePage"
    rig.click("8")
    rig.press(Qt.Key.Key_Space)
    assert rig.shown == "ScriptPage"
    assert rig.log.last.ratings == Ratings(before=8)


def test_a_rating_before_belongs_to_no_other_practice(rig):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    rig.click("Menu")
    rig.click("Box")
    rig.click("8")
    rig.click("Start")
    assert rig.shown == "CautionPage"
    rig.press(Qt.Key.Key_G)
    assert rig.log.last.exercise == "five-senses"
    assert rig.log.last.ratings == Ratings()


def test_a_rating_on_the_way_is_an_early_one(guide):
    guide.press(Qt.Key.Key_P)
    guide.click("How strong is it?")
    guide.click("9")
    assert guide.log.last.ratings == Ratings(early=9)
    assert guide.stage is Stage.BREATHING
    guide.press(Qt.Key.Key_P)
    guide.press(Qt.Key.Key_P)
    guide.click("How strong is it?")
    assert guide.button("9").isChecked()


def test_a_rating_on_a_walk_is_an_early_one(guide):
    guide.click("Ground me")
    guide.click("How strong is it?")
    guide.click("7")
    assert guide.log.last.ratings == Ratings(early=7)


# -- when it is a lot -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize("after", [9, 10])
def test_from_nine_on_something_else_is_offered_and_no_breath(guide, after):
    finish(guide)
    guide.click(str(after))
    assert "A few more breaths" not in guide.buttons()
    guide.click("Done")
    assert "That’s a lot to carry." in guide.texts()
    assert "You didn’t do it wrong." in guide.texts()
    assert guide.buttons()[:4] == OFFERS
    assert "A few more breaths" not in guide.buttons()


def test_skip_after_such_a_rating_leads_there_too(guide):
    finish(guide)
    guide.click("9")
    guide.click("Skip")
    assert guide.shown == "CarryingPage"


def test_less_than_that_is_saved_as_ever(guide):
    rate(guide, 8)
    assert guide.shown == "AfterPage"
    assert say(AfterText.SAVED) in guide.texts()


def test_two_above_before_is_a_lot(rig):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    rig.click("Menu")
    rig.click("Longer out")
    rig.click("3")
    rig.click("Start")
    rate(rig, 5)
    assert rig.shown == "CarryingPage"


def test_eight_twice_running_is_a_lot(guide):
    rate(guide, 8)
    guide.click("A few more breaths")
    rate(guide, 8)
    assert guide.shown == "CarryingPage"


def test_eight_before_steady_was_closed_counts(qtbot, clock, tmp_path):
    log = MemoryLog()
    yesterday = clock.now() - timedelta(days=1)
    log.put(SessionRecord("a", yesterday, "hum", Kind.BREATHING, ratings=Ratings(after=8)))
    rig = Rig(qtbot, clock, tmp_path / "data", log).set(leave_hint_seen=True).open()
    rate(rig, 8)
    assert rig.shown == "CarryingPage"


def to_question(rig: Rig, offer: str = "Look outward, eyes open") -> None:
    rate(rig, 9)
    rig.click(offer)
    assert "Are you safe right now?" in rig.texts()


def test_then_it_is_asked_whether_one_is_safe_with_four_answers(guide):
    to_question(guide)
    assert guide.buttons()[:4] == ANSWERS


@pytest.mark.parametrize("answer", ANSWERS[1:])
def test_all_but_the_first_answer_show_the_numbers_leave_quickly_and_back_and_nothing_else(guide, answer):
    puts = list(guide.log.puts)
    to_question(guide)
    puts = list(guide.log.puts)
    guide.click(answer)
    assert guide.shown == "NumbersPage"
    assert guide.buttons() == ["Back", "Leave quickly: closes Steady at once"]
    numbers = [made for card in guide.page.cards for made in card.numbers]
    assert numbers
    plain = QLabel().font().pixelSize()
    assert all(number.font().pixelSize() > 1.5 * QApplication.font().pixelSize() for number in numbers), plain
    assert any(say(SupportText.NUMBERS_CHANGE, date="").split(".")[0] in text for text in guide.texts())
    assert guide.log.puts == puts
    for key in (Qt.Key.Key_M, Qt.Key.Key_K, Qt.Key.Key_G):
        guide.press(key)
        assert guide.shown == "NumbersPage"
    guide.click("Back")
    assert "Are you safe right now?" in guide.texts()


@pytest.mark.parametrize(
    ("offer", "page"),
    [("Look outward, eyes open", "GroundPage"), ("Reach someone", "SupportPage"), ("Stop here", "MenuPage")],
)
def test_who_is_safe_goes_on_to_what_they_chose(guide, offer, page):
    to_question(guide, offer)
    guide.click(ANSWERS[0])
    assert guide.shown == page


def test_crisis_lines_come_at_once(guide):
    rate(guide, 9)
    guide.click("Crisis lines")
    assert guide.shown == "NumbersPage"
    guide.click("Back")
    assert guide.buttons()[:4] == OFFERS


def test_escape_leaves_at_once_from_every_screen_of_it(guide):
    to_question(guide)
    guide.click(ANSWERS[1])
    guide.press(Qt.Key.Key_Escape)
    assert not guide.shell.isVisible()


def test_after_that_no_breath_begins_by_itself(guide):
    to_question(guide)
    guide.click(ANSWERS[0])
    guide.press(Qt.Key.Key_Space)
    guide.click("That’s enough")
    assert guide.shown == "AfterPage"
    assert "A few more breaths" not in guide.buttons()
    guide.click("Skip")
    assert guide.shown == "MenuPage"


def test_once_it_is_less_breaths_are_offered_again(guide):
    to_question(guide)
    guide.click(ANSWERS[0])
    guide.press(Qt.Key.Key_Space)
    guide.click("That’s enough")
    guide.click("5")
    assert "A few more breaths" in guide.buttons()


# -- the week -------------------------------------------------------------------------------------------------------


def test_the_week_is_offered_once_and_not_in_the_first_one(guide, clock):
    rate(guide, 4)
    assert "This week" not in guide.buttons()
    clock.wall += timedelta(days=8)
    guide.click("A few more breaths")
    rate(guide, 4)
    assert "This week" in guide.buttons()
    guide.click("A few more breaths")
    rate(guide, 4)
    assert "This week" not in guide.buttons()


def test_the_offer_leads_to_the_week(guide, clock):
    rate(guide, 4)
    clock.wall += timedelta(days=8)
    guide.click("A few more breaths")
    rate(guide, 4)
    guide.click("This week")
    assert guide.shown == "WeekPage"


def test_someone_reached_after_a_practice_that_is_not_saved_is_counted_without_it(guide):
    finish(guide)
    guide.click("Don’t save this one")
    guide.click("I reached someone")
    (counted,) = guide.memories.counts.all.values()
    assert counted.session is None


def test_a_practice_that_was_never_to_be_saved_is_answered_and_still_leaves_no_trace(guide):
    guide.click("Menu")
    guide.click("Don’t save the next practice that I start")
    guide.click("Longer out")
    ids = {record.id for record in guide.log.puts}
    guide.pass_by(20.0)
    guide.click("Menu")
    guide.click("That’s enough")
    guide.click("9")
    guide.click("Done")
    assert guide.shown == "CarryingPage"
    assert {record.id for record in guide.log.puts} == ids
