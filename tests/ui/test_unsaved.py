"""A practice that is not to be saved leaves no trace: before, during and after, in words, counts and ratings."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.rig import Rig

from steady.core.record import Draft, Ratings
from steady.core.remembered import CountedKind
from steady.core.settings import Look
from steady.texts import say
from steady.texts.script import ScriptText
from steady.texts.steps import StepText

SCRIPT = "no-reply-yet"
OLD = Draft(SCRIPT, "fact", "from before")
DONT_SAVE = "Don’t save this one"


@pytest.fixture
def guide(rig) -> Rig:
    return rig.set(leave_hint_seen=True).open()


def write(rig: Rig, words: str) -> None:
    rig.tab_to("What is a fact?")
    rig.press(Qt.Key.Key_End)
    rig.type(words)


def words_on_disk(rig: Rig, exercise: str = SCRIPT) -> dict[str, str]:
    return {draft.place: draft.text for draft in rig.log.drafts(exercise)}


def to_unsent(rig: Rig) -> None:
    rig.read("before-i-send-it")
    while "Keep it" not in rig.buttons():
        rig.press(Qt.Key.Key_Right)
    rig.tab_to(say(ScriptText.DRAFT_LABEL))
    rig.type("Call me")


# -- half-written words ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("leave", ["Esc", "another practice", "enough"])
def test_half_written_words_of_a_practice_that_is_not_saved_are_kept_nowhere(guide, leave):
    guide.read_to_boxes()
    write(guide, "I wrote at six")
    guide.click(DONT_SAVE)
    write(guide, ", twice")
    if leave == "Esc":
        guide.press(Qt.Key.Key_Escape)
    elif leave == "another practice":
        guide.navigator.practising.start("longer-out")
    else:
        guide.page.done.emit()
    assert words_on_disk(guide) == {}


def test_half_written_words_of_a_practice_that_was_never_to_be_saved_are_kept_nowhere(guide):
    guide.click("Menu")
    guide.click("Don’t save the next practice that I start")
    guide.read_to_boxes()
    write(guide, "I wrote at six")
    guide.press(Qt.Key.Key_Escape)
    assert words_on_disk(guide) == {}


def test_words_that_were_kept_on_the_way_go_as_soon_as_the_practice_is_not_to_be_saved(guide):
    guide.read_to_boxes()
    write(guide, "I wrote at six")
    guide.navigator.change(look=Look.DAWN)  # the page is made anew, and keeps its words
    guide.settle()
    assert words_on_disk(guide) == {"fact": "I wrote at six"}
    guide.click(DONT_SAVE)
    assert words_on_disk(guide) == {}
    assert guide.page.walk.written["fact"] == "I wrote at six"


def test_after_the_practice_its_half_written_words_go_with_it(guide):
    guide.log.keep_draft(OLD)
    guide.read_to_boxes()
    write(guide, ", and more today")
    guide.page.done.emit()
    guide.settle()
    assert guide.shown == "AfterPage"
    assert words_on_disk(guide) == {"fact": "from before, and more today"}
    guide.click(DONT_SAVE)
    assert words_on_disk(guide) == {"fact": "from before"}


def test_the_line_below_the_boxes_says_what_becomes_of_the_words_now(guide):
    guide.read_to_boxes()
    assert say(ScriptText.STAYS_HERE) in guide.texts()
    guide.click(DONT_SAVE)
    assert say(ScriptText.STAYS_HERE) not in guide.texts()
    assert say(ScriptText.GONE) in guide.texts()
    guide.click("Next")
    guide.click("Back")
    assert say(ScriptText.GONE) in guide.texts()


def test_things_that_were_named_are_not_offered_to_be_kept_with_a_practice_that_is_not(guide):
    guide.click("Ground me")
    guide.press("a")
    guide.type(" lamp")
    guide.press(Qt.Key.Key_Return)
    keep = say(StepText.KEEP_WORDS)
    assert keep in [name.partition(".")[0] for name in guide.buttons()]
    guide.click(DONT_SAVE)
    assert keep not in [name.partition(".")[0] for name in guide.buttons()]


def test_words_from_before_stay_as_they_were_beside_a_practice_that_is_not_saved(guide):
    guide.log.keep_draft(OLD)
    guide.read_to_boxes()
    guide.click(DONT_SAVE)
    write(guide, ", and more today")
    guide.press(Qt.Key.Key_Escape)
    assert words_on_disk(guide) == {"fact": "from before"}


def test_words_from_before_that_are_let_go_are_gone_whatever_becomes_of_the_practice(guide):
    guide.log.keep_draft(OLD)
    guide.read_to_boxes()
    guide.click("Let the words from before go")
    guide.click(DONT_SAVE)
    guide.press(Qt.Key.Key_Escape)
    assert words_on_disk(guide) == {}


def test_a_message_that_was_kept_goes_with_its_practice_and_the_line_below_it_says_so(guide):
    to_unsent(guide)
    guide.click("Keep it")
    assert say(ScriptText.DRAFT_KEPT) in guide.texts()
    guide.click(DONT_SAVE)
    assert words_on_disk(guide, "before-i-send-it") == {}
    assert say(ScriptText.MEMORY_ONLY) in guide.texts()
    assert say(ScriptText.KEEP_REPLY) not in guide.texts()
    guide.press(Qt.Key.Key_Escape)
    assert words_on_disk(guide, "before-i-send-it") == {}


def test_a_message_that_is_kept_on_purpose_once_the_practice_is_not_saved_is_kept_and_nothing_else(guide):
    to_unsent(guide)
    guide.page.walk.write("fact", "They are typing")
    guide.click(DONT_SAVE)
    guide.click("Keep it")
    assert say(ScriptText.KEEP_REPLY) in guide.texts()
    guide.press(Qt.Key.Key_Escape)
    assert list(words_on_disk(guide, "before-i-send-it").values()) == ["Call me"]


def test_once_all_is_deleted_what_waits_behind_keeps_no_words_of_its_own(guide):
    guide.read_to_boxes()
    write(guide, "I wrote at six")
    for row in guide.navigator.practising.rows:
        guide.navigator.remembering.forget(row)
    guide.press(Qt.Key.Key_Escape)
    assert words_on_disk(guide) == {}


# -- someone reached ------------------------------------------------------------------------------------------------


def to_card(rig: Rig) -> str:
    rig.pass_by(20.0)
    rig.click("Menu")
    rig.click("That’s enough")
    return rig.log.last.id


def test_someone_who_was_reached_is_not_said_to_be_counted_once_the_practice_is_let_go(guide):
    to_card(guide)
    guide.click("I reached someone")
    assert "Reached someone" in guide.buttons()
    guide.click(DONT_SAVE)
    assert guide.memories.counts.all == {}
    assert not guide.button("I reached someone").isChecked()
    guide.click("I reached someone")
    (counted,) = guide.memories.counts.all.values()
    assert (counted.kind, counted.session) == (CountedKind.REACHED, None)


def test_what_is_taken_back_after_an_unsaved_practice_is_its_own_and_not_what_was_counted_elsewhere(guide):
    guide.click("Talk to someone")
    guide.click("I reached someone")
    (elsewhere,) = guide.memories.counts.all
    guide.click("Back")
    to_card(guide)
    guide.click(DONT_SAVE)
    guide.click("I reached someone")
    guide.navigator.change(look=Look.DAWN)
    guide.settle()
    guide.click("Reached someone")
    assert list(guide.memories.counts.all) == [elsewhere]


# -- a rating before ------------------------------------------------------------------------------------------------


def test_a_rating_before_is_gone_with_the_caution_that_was_turned_back_from(rig):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    rig.click("Menu")
    rig.click("Box")
    rig.click("8")
    rig.click("Start")
    assert rig.shown == "CautionPage"
    rig.page.back_wanted.emit()
    assert rig.shown == "MenuPage"
    rig.navigator.change(cautions_seen=("box",))
    rig.navigator.practising.start("box")
    assert [one.ratings for one in rig.log.puts if one.exercise == "box"] == [Ratings()]


def test_a_rating_before_goes_through_a_caution_into_its_row(rig):
    rig.set(leave_hint_seen=True, ask_before=True).open()
    rig.click("Menu")
    rig.click("Box")
    rig.click("8")
    rig.click("Start")
    rig.navigator.change(look=Look.DAWN)
    rig.settle()
    rig.page.start_wanted.emit(False)
    assert [one.ratings for one in rig.log.puts if one.exercise == "box"][-1] == Ratings(before=8)
