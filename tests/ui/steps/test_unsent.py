"""The box that cannot send: what becomes of its words, by each of its four ends and by leaving."""

import pytest
from tests.ui.fitting import settle
from tests.ui.pages.walks import Led, in_window, services

from steady.core.record import Draft, Kind
from steady.core.steps import Say, Unsent
from steady.texts import say
from steady.texts.script import ScriptText
from steady.ui.pages.script import ScriptPage
from steady.ui.theme import DUSK

STEPS = (Unsent(say="Write it.", id="message", hint="nobody reads this"), Say(say="One small thing."))
AS_IS, SHORTEN, KEEP, DELETE = range(4)


class Drafting:
    """A page on its box, and what it asks to be kept or forgotten."""

    def __init__(self, qtbot, *kept: Draft) -> None:
        self.led = Led(STEPS, Kind.SCRIPT)
        self.page = ScriptPage(DUSK, "Before I send it", "before", self.led.session, services(self.led), kept=kept)
        self.kept_at_once: list[tuple[Draft, ...]] = []
        self.forgotten: list[tuple[str, str]] = []
        self.page.drafts_kept.connect(lambda: self.kept_at_once.append(tuple(self.page.drafts())))
        self.page.draft_forgotten.connect(lambda exercise, place: self.forgotten.append((exercise, place)))
        self.shell = in_window(qtbot, self.page, DUSK)

    @property
    def part(self):
        return self.page.body.part

    def write(self, words: str) -> None:
        self.part.box.field.setFocus()
        self.part.box.field.insertPlainText(words)
        settle()

    def end(self, which: int) -> None:
        self.part.ends[which].click()
        settle()

    @property
    def reply(self) -> str:
        return self.part.reply.text() if self.part.reply.isVisible() else ""


@pytest.fixture
def drafting(qtbot):
    return Drafting(qtbot)


def test_what_is_written_is_in_memory_only_and_the_page_says_so_beforehand(drafting):
    assert drafting.part.stays.text() == say(ScriptText.MEMORY_ONLY)
    drafting.write("why won't you answer")

    assert drafting.page.drafts() == ()
    assert drafting.led.walk.written == {"message": "why won't you answer"}


def test_it_is_still_there_on_the_way_back_from_the_next_step(drafting):
    drafting.write("why")
    drafting.page.go_on()
    drafting.page.go_back()

    assert drafting.part.box.words == "why"
    assert drafting.part.stays.text() == say(ScriptText.MEMORY_ONLY)


def test_keep_keeps_it_at_once_and_says_so(drafting):
    drafting.write("I miss you")
    drafting.end(KEEP)

    assert drafting.kept_at_once == [(Draft("before", "message", "I miss you"),)]
    assert drafting.reply == say(ScriptText.KEEP_REPLY)
    assert drafting.part.stays.text() == say(ScriptText.DRAFT_KEPT)


def test_what_is_written_after_keep_is_kept_as_well(drafting):
    drafting.write("I miss you")
    drafting.end(KEEP)
    drafting.write(" a lot")

    assert drafting.page.drafts() == (Draft("before", "message", "I miss you a lot"),)


def test_delete_empties_the_box_and_what_was_kept(drafting):
    drafting.write("I hate this")
    drafting.end(KEEP)
    drafting.end(DELETE)

    assert drafting.part.box.words == ""
    assert ("before", "message") in drafting.forgotten
    assert drafting.reply == say(ScriptText.DELETE_REPLY)


def test_after_delete_new_words_are_in_memory_only_again_and_the_page_says_so(drafting):
    drafting.write("I hate this")
    drafting.end(KEEP)
    drafting.end(DELETE)
    drafting.write("something else")

    assert drafting.page.drafts() == ()
    assert drafting.part.stays.text() == say(ScriptText.MEMORY_ONLY)


def test_a_slip_on_delete_can_be_undone_in_the_box(drafting):
    drafting.write("many words, slowly found")
    drafting.end(DELETE)
    drafting.part.box.field.undo()

    assert drafting.part.box.words == "many words, slowly found"


def test_words_kept_before_are_back_and_are_kept_on_with_what_changes(qtbot):
    drafting = Drafting(qtbot, Draft("before", "message", "I miss you"))
    assert drafting.part.box.words == "I miss you"
    assert drafting.part.stays.text() == say(ScriptText.DRAFT_KEPT)

    drafting.part.box.field.setPlainText("I miss you less")
    assert drafting.page.drafts() == (Draft("before", "message", "I miss you less"),)


def test_send_as_it_is_sends_nothing_says_whose_it_is_and_offers_a_copy(drafting):
    drafting.write("See you at eight?")
    drafting.end(AS_IS)

    assert drafting.reply == say(ScriptText.AS_IS_REPLY)
    assert drafting.led.copied == []
    drafting.part.copy.click()
    assert drafting.led.copied == ["See you at eight?"]
    assert drafting.reply == say(ScriptText.COPIED)
    assert drafting.page.drafts() == ()


def test_shorten_counts_the_words_and_leads_back_to_the_box(drafting):
    drafting.write("one two three")
    drafting.end(SHORTEN)

    assert drafting.reply.startswith("It has 3 words now.")
    assert drafting.part.box.field.hasFocus()


@pytest.mark.parametrize("which", [AS_IS, SHORTEN, KEEP])
def test_an_empty_box_is_met_kindly_and_nothing_is_kept_or_copied(drafting, which):
    drafting.end(which)

    assert drafting.reply == say(ScriptText.DRAFT_EMPTY)
    assert not drafting.part.copy.isVisible()
    assert drafting.kept_at_once == []
    assert drafting.part.stays.text() == say(ScriptText.MEMORY_ONLY)


def test_an_answer_goes_when_the_words_it_was_about_change(drafting):
    drafting.write("See you at eight?")
    drafting.end(AS_IS)
    drafting.write(" Or nine?")

    assert drafting.reply == ""
    assert not drafting.part.copy.isVisible()


def test_tab_comes_to_the_copy_only_where_it_is_offered(drafting):
    assert drafting.part.copy not in drafting.part.stops
    drafting.write("See you")
    drafting.end(AS_IS)
    assert drafting.part.stops[-1] is drafting.part.copy


def test_no_end_moves_on_by_itself(drafting):
    for which in (AS_IS, SHORTEN, KEEP, DELETE):
        drafting.write("a word ")
        drafting.end(which)
        assert drafting.led.walk.index == 0


def test_words_that_the_log_has_only_read_once_the_page_is_there_are_in_the_box_when_it_is_come_to(qtbot):
    known: list[Draft] = []
    led = Led((Say(say="First."), Unsent(say="Write.", id="message")), Kind.SCRIPT)
    page = ScriptPage(DUSK, "Before I send it", "before", led.session, services(led), kept_now=lambda: known)
    qtbot.addWidget(page)
    known.append(Draft("before", "message", "Please call."))
    page.go_on()
    assert page.body.part.box.words == "Please call."
    assert page.drafts() == tuple(known)
    page.body.part.delete()
    page.go_back()
    page.go_on()
    assert page.body.part.box.words == ""
