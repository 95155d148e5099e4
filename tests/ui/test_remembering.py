"""The journal, the weeks and the person's things, used as a person does: with the whole window."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.memories import MemoryJournal, MemoryReader
from tests.memory_log import Kept
from tests.ui.rig import Rig

from steady.core.journal import DRAFTS
from steady.core.ports import Told
from steady.core.record import Felt, Kind, Ratings, SessionRecord
from steady.core.remembered import DIDNT_COME_UP, Checkin, JournalEntry, Words
from steady.core.settings import Look
from steady.texts import say
from steady.texts.journal import JournalText
from steady.texts.left_out import left_out_words
from steady.texts.signs import SignsText
from steady.ui import save_dialog
from steady.ui.deleting import UNDO_MS
from steady.ui.widgets.path_text import PathText

BEFORE = "Your words from before are still here."


@pytest.fixture
def guide(rig) -> Rig:
    return rig.set(leave_hint_seen=True).open()


@pytest.fixture
def journal(guide) -> Rig:
    guide.click("Menu")
    guide.click("Journal")
    assert guide.shown == "JournalPage"
    return guide


def entries_of(rig: Rig) -> dict[str, JournalEntry]:
    return rig.memories.journal.entries


def add(rig: Rig, number: int, **words: str) -> JournalEntry:
    at = rig.clock.now() + timedelta(minutes=number)
    entry = JournalEntry(f"entry-{number:03}", at, at.date(), Words(**words))
    rig.memories.journal.keep(entry)
    return entry


def write(rig: Rig, part: str, words: str) -> None:
    rig.page.lines[part].field.setFocus()
    rig.type(words)


def open_entries(rig: Rig) -> None:
    rig.click("Menu")
    rig.click("Journal")
    rig.click("look or search")


# -- writing --------------------------------------------------------------------------------------------------------


def test_an_entry_is_written_with_the_keyboard_alone_and_saved(journal):
    journal.tab_to("no reply")
    journal.press(Qt.Key.Key_Space)
    journal.tab_to("What happened")
    journal.type("No answer since noon.")
    journal.press(Qt.Key.Key_Tab)
    journal.type("I am too much.")
    journal.tab_to("What I need")
    journal.type("a walk")
    journal.tab_to("Keep")
    journal.press(Qt.Key.Key_Return)
    (entry,) = entries_of(journal).values()
    assert entry.words == Words(fact="No answer since noon.", story="I am too much.", need="a walk")
    assert entry.triggers == ("no-reply",)
    assert entry.session is None
    assert (entry.written_at, entry.day) == (journal.clock.now(), journal.clock.now().date())
    assert journal.shown == "EntriesPage"
    assert say(JournalText.SAVED) in journal.texts()


def test_whoever_begins_to_type_writes_what_happened_and_goes_nowhere_else(journal):
    for letter in "gkm":
        journal.press(letter)
    assert journal.shown == "JournalPage"
    assert journal.page.lines["fact"].words == "gkm"


def test_whoever_begins_to_type_among_the_entries_searches(journal):
    add(journal, 1, fact="Gale and rain")
    add(journal, 2, fact="A quiet day")
    open_entries(journal)
    for letter in "gal":
        journal.press(letter)
    assert [card.accessibleName().split(".")[0] for card in journal.page.cards] == ["Gale and rain"]


def test_every_line_may_stay_empty_but_nothing_at_all_is_not_kept(journal):
    journal.click("Keep")
    assert entries_of(journal) == {}
    assert say(JournalText.NOTHING) in journal.texts()
    write(journal, "body", "warm face")
    journal.click("Keep")
    assert [entry.words for entry in entries_of(journal).values()] == [Words(body="warm face")]


def test_saved_is_said_once_it_is_on_disk_and_not_before(journal, monkeypatch):
    promise = Kept(done=False)
    monkeypatch.setattr(MemoryJournal, "keep", lambda _self, _entry: promise)
    write(journal, "fact", "It rained.")
    journal.click("Keep")
    assert say(JournalText.SAVING) in journal.texts()
    assert journal.shown == "JournalPage"
    promise.keep()
    journal.pass_by(0.1)
    assert say(JournalText.SAVED) in journal.texts()


def test_with_a_full_disk_nothing_is_called_saved_and_the_words_stay_and_are_kept_as_drafts(journal):
    journal.memories.journal.disk_is_full = True
    write(journal, "fact", "It rained.")
    journal.click("Keep")
    assert say(JournalText.FAILED) in journal.texts()
    assert say(JournalText.SAVED) not in journal.texts()
    assert journal.page.lines["fact"].words == "It rained."
    journal.press(Qt.Key.Key_Escape)
    assert [draft.text for draft in journal.log.drafts(DRAFTS)] == ["It rained."]


def test_half_written_words_survive_escape_and_are_there_again(journal):
    journal.click("plans changed")
    write(journal, "fact", "They moved din")
    journal.press(Qt.Key.Key_Escape)
    assert not journal.shell.isVisible()
    assert {draft.place: draft.text for draft in journal.log.drafts(DRAFTS)} == {
        "fact": "They moved din",
        "triggers": "plan-changed",
    }


def test_half_written_words_are_there_again_after_another_page(journal):
    journal.click("plans changed")
    write(journal, "story", "I come last.")
    journal.click("Menu")
    journal.click("Journal")
    assert BEFORE in journal.texts()
    assert journal.shell.isActiveWindow(), "nothing of a page is ever a window of its own"
    assert journal.page.lines["story"].words == "I come last."
    assert journal.button("plans changed").isChecked()
    journal.click("Keep")
    assert journal.log.drafts(DRAFTS) == []
    assert len(entries_of(journal)) == 1


def test_words_that_are_thrown_away_leave_no_draft(journal):
    write(journal, "story", "I come last.")
    journal.click("Menu")
    journal.click("Journal")
    journal.click("Throw away")
    assert journal.log.drafts(DRAFTS) == []
    assert say(JournalText.GONE) in journal.texts()
    journal.press(Qt.Key.Key_Escape)
    assert journal.log.drafts(DRAFTS) == []


def test_words_that_were_thrown_away_by_a_slip_come_back_in_one_press(journal):
    journal.click("plans changed")
    write(journal, "fact", "They moved dinner.")
    write(journal, "story", "I come last.")
    journal.click("Throw away")
    assert journal.page.words == Words()
    journal.click("Bring it back")
    assert journal.page.words == Words(fact="They moved dinner.", story="I come last.")
    assert journal.button("plans changed").isChecked()
    assert "Bring it back" not in journal.buttons()
    journal.click("Keep")
    (entry,) = entries_of(journal).values()
    assert entry.triggers == ("plan-changed",)


@pytest.mark.parametrize("way", ["something else is written", "the page is left", "nothing was there"])
def test_what_was_thrown_away_is_offered_back_only_until(journal, way):
    if way != "nothing was there":
        write(journal, "story", "I come last.")
    journal.click("Throw away")
    if way == "something else is written":
        write(journal, "need", "a walk")
    elif way == "the page is left":
        journal.click("Menu")
        journal.click("Journal")
    assert "Bring it back" not in journal.buttons()
    assert journal.page.lines["story"].words == ""


def test_an_emptied_line_leaves_no_draft(journal):
    write(journal, "need", "x")
    journal.click("Menu")
    journal.click("Journal")
    journal.page.lines["need"].field.setFocus()
    journal.press(Qt.Key.Key_Backspace)
    assert journal.log.drafts(DRAFTS) == []


def test_other_colours_keep_what_is_written(journal):
    write(journal, "urge", "call again")
    journal.click("More choices")
    journal.click("time apart")
    journal.navigator.change(look=Look.DAWN)
    journal.settle()
    assert journal.page.lines["urge"].words == "call again"
    assert journal.button("time apart").isChecked()


def test_the_guard_stands_where_fact_and_story_stand_and_leads_to_support(journal):
    assert say(JournalText.GUARD) in journal.texts()
    journal.click(journal.page.guard.button)
    assert journal.shown == "SupportPage"


def test_questions_are_folded_until_they_are_asked_for(journal):
    fear = "Which fear is louder today: of being close, or of being left?"
    assert fear not in journal.texts()
    journal.click("A few questions, if you like")
    assert fear in journal.texts()


def test_an_entry_can_be_about_a_practice(guide):
    guide.pass_by(20.0)
    guide.click("Menu")
    guide.click("That’s enough")
    row = guide.log.last
    guide.click("4")
    guide.click("Done")
    guide.click("Write about it")
    assert any("with “Meet your breath”" in text for text in guide.texts())
    write(guide, "did", "ten breaths")
    guide.click("Menu")
    guide.click("Journal")
    assert any("with “Meet your breath”" in text for text in guide.texts())
    guide.click("Keep")
    (entry,) = entries_of(guide).values()
    assert entry.session == row.id
    (card,) = guide.page.cards
    assert "with “Meet your breath”" in card.accessibleName()
    guide.click(card)
    assert any("with “Meet your breath”" in text for text in guide.texts()), "an entry says what it is about later too"


def test_an_entry_stays_when_the_practice_it_is_about_is_gone(journal):
    at = journal.clock.now()
    journal.memories.journal.keep(JournalEntry("e", at, at.date(), Words(fact="It rained."), session="let-go"))
    open_entries(journal)
    (card,) = journal.page.cards
    assert "with" not in card.accessibleName()
    journal.click(card)
    assert journal.page.lines["fact"].words == "It rained."


def test_tags_of_ones_own_are_offered_again(journal):
    journal.click("Add one of my own")
    journal.type("sunday evenings")
    journal.press(Qt.Key.Key_Return)
    journal.click("Keep")
    journal.click("Write")
    assert "sunday evenings" not in journal.buttons()
    journal.click("More choices")
    assert "sunday evenings" in journal.buttons()
    assert not journal.button("sunday evenings").isChecked()


# -- looking, changing, deleting ------------------------------------------------------------------------------------


def test_how_many_entries_there_are_is_said(journal):
    assert "No earlier entries" in journal.texts()
    for number in range(2):
        add(journal, number, fact=f"day {number}")
    journal.click("Menu")
    journal.click("Journal")
    assert "Earlier: 2 entries" in journal.texts()


def test_entries_are_found_by_all_of_their_words_whatever_their_case(journal):
    add(journal, 1, fact="Dinner on Thursday", story="I come last")
    add(journal, 2, fact="A call", need="dinner with Ana")
    open_entries(journal)
    assert len(journal.page.cards) == 2
    journal.tab_to("Which words?")
    journal.type("DINNER ana")
    assert [card.accessibleName().split(".")[0] for card in journal.page.cards] == ["A call"]
    journal.type(" never")
    assert journal.page.cards == []
    assert say(JournalText.NONE_FOUND) in journal.texts()


@pytest.mark.parametrize(
    "press", [("Journal", "look or search"), ("Progress",), ("Your things", "Look at your practices")]
)
def test_what_cannot_be_read_is_said_once_and_quietly_on_the_page_that_shows_the_rest(guide, press, monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr("steady.ui.pages.left_out.announce", lambda _widget, sentence: heard.append(sentence))
    add(guide, 1, fact="It rained.")
    guide.memories.reader.unread = 1
    guide.click("Menu")
    for button in press:
        guide.click(button)
    guide.until(lambda: left_out_words(1) in guide.texts())
    assert heard == [left_out_words(1)]
    guide.memories.reader.unread = 0
    guide.click("Menu")
    for button in press:
        guide.click(button)
    assert left_out_words(1) not in guide.texts()
    assert len(heard) == 1


def test_of_many_entries_a_few_are_shown_and_more_when_asked_for(journal):
    for number in range(45):
        add(journal, number, fact=f"day {number}")
    open_entries(journal)
    assert len(journal.page.cards) == 20
    journal.click("Show more")
    assert len(journal.page.cards) == 40
    journal.tab_to("Which words?")
    journal.type("day 3")
    assert [card.accessibleName().split(".")[0] for card in journal.page.cards][-1] == "day 3"


def test_entries_that_cannot_be_read_are_said_to_be(journal):
    journal.memories.reader.is_unreadable = True
    open_entries(journal)
    assert say(JournalText.UNREADABLE) in journal.texts()


def test_a_changed_entry_keeps_what_it_said_before(journal):
    add(journal, 1, fact="They forgot.")
    open_entries(journal)
    journal.click("They forgot.")
    write(journal, "fact", " Or the train was late.")
    journal.click("Keep")
    (entry,) = entries_of(journal).values()
    assert entry.words.fact == "They forgot. Or the train was late."
    journal.click("They forgot. Or")
    journal.click("What it said before")
    assert any(text.startswith("As it was from") for text in journal.texts())
    assert "What happened: They forgot." in journal.texts()


def test_each_earlier_text_says_from_when_on_it_was_so(journal):
    add(journal, 0, fact="They forgot.")
    written = journal.navigator.remembering.when(journal.clock.now())
    open_entries(journal)
    journal.pass_by(1800.0)
    journal.click("They forgot.")
    write(journal, "fact", " Or not.")
    journal.click("Keep")
    journal.click("They forgot. Or not.")
    journal.click("What it said before")
    assert f"As it was from {written}" in journal.texts()


def test_an_entry_that_never_changed_says_so(journal):
    add(journal, 1, fact="They forgot.")
    open_entries(journal)
    journal.click("They forgot.")
    journal.click("What it said before")
    assert say(JournalText.NO_EARLIER) in journal.texts()


def test_half_changed_words_of_an_entry_survive_escape_and_are_no_new_entry(journal):
    add(journal, 1, fact="They forgot.")
    open_entries(journal)
    journal.click("They forgot.")
    write(journal, "need", "to ask")
    journal.click("Menu")
    places = {draft.place for draft in journal.log.drafts(DRAFTS)}
    assert places == {"entry-001/fact", "entry-001/need"}
    journal.click("Journal")
    assert BEFORE not in journal.texts()
    journal.click("look or search")
    journal.click("They forgot.")
    assert journal.page.lines["need"].words == "to ask"
    journal.click("Leave as it was")
    assert journal.log.drafts(DRAFTS) == []
    assert entries_of(journal)["entry-001"].words == Words(fact="They forgot.")


def test_an_entry_that_was_only_looked_at_leaves_no_draft(journal):
    add(journal, 1, fact="They forgot.")
    open_entries(journal)
    journal.click("They forgot.")
    journal.press(Qt.Key.Key_Escape)
    assert journal.log.drafts(DRAFTS) == []


def test_deleting_is_final_after_a_few_seconds_and_says_what_remains(journal):
    add(journal, 1, fact="They forgot.")
    add(journal, 2, fact="Another day")
    open_entries(journal)
    journal.click("They forgot.")
    journal.click("Delete")
    assert journal.shown == "EntriesPage"
    assert "entry-001" in entries_of(journal)
    assert [card.accessibleName().split(".")[0] for card in journal.page.cards] == ["Another day"]
    journal.pass_by(UNDO_MS / 1000 + 0.5)
    assert "entry-001" not in entries_of(journal)
    assert say(JournalText.DELETED) in journal.texts()
    assert "Keep it after all" not in journal.buttons()


def test_a_deleted_entry_does_not_come_back_for_a_moment_before_the_log_is_read(journal, monkeypatch):
    add(journal, 1, fact="They forgot.")
    open_entries(journal)
    journal.click("They forgot.")
    journal.click("Delete")
    monkeypatch.setattr(MemoryReader, "ask", lambda _self, _query, _then: None)
    journal.pass_by(UNDO_MS / 1000 + 0.5)
    assert say(JournalText.DELETED) in journal.texts()
    assert journal.page.cards == []


def test_a_slip_is_taken_back_in_one_press(journal):
    add(journal, 1, fact="They forgot.")
    open_entries(journal)
    journal.click("They forgot.")
    journal.click("Delete")
    journal.click("Keep it after all")
    journal.pass_by(UNDO_MS / 1000 + 0.5)
    assert "entry-001" in entries_of(journal)
    assert len(journal.page.cards) == 1
    assert say(JournalText.KEPT_AFTER_ALL) in journal.texts()


@pytest.mark.parametrize("way", ["Escape", "another page"])
def test_leaving_meanwhile_does_not_keep_it(journal, way):
    add(journal, 1, fact="They forgot.")
    open_entries(journal)
    journal.click("They forgot.")
    journal.click("Delete")
    if way == "Escape":
        journal.press(Qt.Key.Key_Escape)
    else:
        journal.click("Menu")
        journal.pass_by(UNDO_MS / 1000 + 0.5)
    assert entries_of(journal) == {}


# -- the weeks ------------------------------------------------------------------------------------------------------


@pytest.fixture
def week(guide) -> Rig:
    guide.click("Menu")
    guide.click("This week")
    assert guide.shown == "WeekPage"
    return guide


def weeks_of(rig: Rig) -> dict[date, Checkin]:
    return rig.memories.checkins.weeks


def answer(rig: Rig, sign: int, value: object) -> None:
    rig.click(rig.page.questions[sign].pill(value))


def test_an_answer_is_kept_as_it_is_given_and_the_others_stay_out(week):
    assert weeks_of(week) == {}
    answer(week, 2, 3)
    answer(week, 5, DIDNT_COME_UP)
    (checkin,) = weeks_of(week).values()
    assert checkin.answers == (None, None, 3, None, None, DIDNT_COME_UP)
    assert checkin.week.weekday() == 0
    assert say(SignsText.SAVED) in week.texts()


def test_an_answer_to_a_line_can_be_taken_back(week):
    answer(week, 0, 4)
    answer(week, 0, 4)
    (checkin,) = weeks_of(week).values()
    assert checkin.answers[0] is None


def test_it_says_that_it_is_no_test(week):
    assert say(SignsText.NO_TEST) in week.texts()


def test_what_was_said_of_this_week_is_there_again(week):
    answer(week, 1, 2)
    week.click("Back")
    week.click("This week")
    assert week.page.questions[1].value == 2


def test_a_week_before_can_be_looked_at_and_changed(guide):
    monday = date(2026, 11, 2)
    guide.memories.checkins.keep(Checkin(monday, guide.clock.now(), monday, (1, None, None, None, None, 0)))
    guide.click("Menu")
    guide.click("This week")
    guide.click("Week from 2 November")
    assert "The week from 2 November" in guide.texts()
    assert guide.page.questions[0].value == 1
    answer(guide, 0, 3)
    assert weeks_of(guide)[monday].answers == (3, None, None, None, None, 0)
    assert list(weeks_of(guide)) == [monday]


def test_other_colours_keep_the_answers(week):
    answer(week, 4, 1)
    week.navigator.change(look=Look.DAWN)
    week.settle()
    assert week.page.questions[4].value == 1


def test_the_lines_are_answered_with_the_keyboard_alone(week):
    week.press(Qt.Key.Key_Tab)
    week.press(Qt.Key.Key_Space)
    week.press(Qt.Key.Key_Tab)
    week.press(Qt.Key.Key_Right)
    week.press(Qt.Key.Key_Right)
    (checkin,) = weeks_of(week).values()
    assert checkin.answers[:2] == (0, 2)


# -- the person's things --------------------------------------------------------------------------------------------


@pytest.fixture
def things(guide, monkeypatch, tmp_path: Path) -> Rig:
    monkeypatch.setattr(save_dialog, "ask_where", lambda _p, _t, name, _s: tmp_path / name)
    monkeypatch.setattr(save_dialog, "ask_which", lambda *_given: tmp_path / "theirs")
    guide.click("Menu")
    guide.click("Your things")
    assert guide.shown == "ThingsPage"
    return guide


@pytest.mark.parametrize(
    ("button", "what", "name"),
    [
        ("Export all of it, as a JSON file", "export", "steady-2026-11-22.json"),
        ("Export practices as a table, a CSV file", "export", "steady-2026-11-22.csv"),
        ("Import a file", "import", "theirs"),
        ("Save a copy", "backup", "steady-2026-11-22.db"),
        ("Put a copy back", "restore", "theirs"),
    ],
)
def test_each_way_asks_for_a_file_and_says_in_one_sentence_how_it_ended(things, tmp_path, button, what, name):
    things.memories.transfer.told = Told(is_done=False, sentence="That did not work.")
    things.click(button)
    assert things.memories.transfer.asked == [(what, str(tmp_path / name))]
    assert things.texts().count("That did not work.") == 1


def test_who_changes_their_mind_in_the_dialog_changes_nothing(things, monkeypatch):
    monkeypatch.setattr(save_dialog, "ask_where", lambda *_given: None)
    things.click("Menu")
    things.click("Your things")
    things.click("Save a copy")
    assert things.memories.transfer.asked == []
    assert "One moment …" not in things.texts()


def test_what_ends_while_another_page_is_shown_is_said_on_the_guide(things, monkeypatch):
    answers = []
    monkeypatch.setattr(things.memories.transfer, "_ask", lambda _what, _path, then: answers.append(then))
    things.click("Save a copy")
    assert "One moment …" in things.texts()
    things.click("Menu")
    answers[0](Told(is_done=True, sentence="A whole copy is there."))
    things.press(Qt.Key.Key_Space)
    assert "A whole copy is there." in things.texts()


def test_where_the_folder_is_can_be_read(things):
    assert things.page.findChild(PathText).toPlainText() == str(things.data_dir)


def test_the_page_to_print_is_one_press_away(things):
    things.click("A page to print")
    assert things.shown == "SummaryPage"


def test_deleting_all_says_first_what_stays_and_takes_a_second_press(things):
    things.tab_to("Delete all of it")
    things.press(Qt.Key.Key_Return)
    assert things.memories.transfer.asked == []
    assert QApplication.focusWidget().accessibleName() == "Keep it"
    assert any("Files you saved elsewhere" in text for text in things.texts())
    things.click("Keep it")
    assert "Delete all of it now" not in things.buttons()
    things.click("Delete all of it")
    things.click("Delete all of it now")
    assert things.memories.transfer.asked == [("erase", "")]


def test_deleting_all_takes_the_practice_that_waits_along(things):
    waiting = things.session.row.record.id
    things.click("Delete all of it")
    things.click("Delete all of it now")
    things.press(Qt.Key.Key_Escape)
    assert [record for record in things.log.puts if record.id == waiting] == []


# -- settings -------------------------------------------------------------------------------------------------------


def test_what_is_asked_and_when_a_day_ends_can_be_set(guide):
    guide.click("Menu")
    guide.click("Settings")
    guide.click("A small card after a practice")
    guide.click("Ask how strong it is before one, too")
    guide.click("3 a.m.")
    settings = guide.settings
    assert (settings.ask_after, settings.ask_before, settings.day_ends_hour) == (False, True, 3)


# -- practices one by one -------------------------------------------------------------------------------------------


@pytest.fixture
def practices(guide) -> Rig:
    yesterday = guide.clock.now() - timedelta(days=1)
    ratings = Ratings(after=4)
    guide.log.put(SessionRecord("old", yesterday, "hum", Kind.BREATHING, practised_s=240.0, ratings=ratings))
    guide.log.put(SessionRecord("older", yesterday - timedelta(days=1), "gone-file", Kind.SCRIPT, felt=Felt.EASIER))
    guide.click("Menu")
    guide.click("Your things")
    guide.click("Look at your practices")
    assert guide.shown == "PracticesPage"
    return guide


def ids_of(rig: Rig) -> list[str]:
    return list(rig.page.cards)


def test_practices_stand_newest_first_without_the_one_under_way(practices):
    assert set(ids_of(practices)) == {"old", "older"}
    assert practices.page.cards["old"].accessibleName().startswith("Hum.")
    assert "4 minutes · 4 after" in practices.page.cards["old"].accessibleName()
    assert "Gone file" in practices.page.cards["older"].accessibleName()


def test_what_was_said_of_a_practice_can_be_seen_to_the_letter(guide):
    said = SessionRecord(
        "said",
        guide.clock.now() - timedelta(hours=3),
        "hum",
        Kind.BREATHING,
        practised_s=240.0,
        ratings=Ratings(before=8, after=5),
        use_again=True,
        triggers=("no-reply",),
        pulled_to=("checking", "my <i>own</i>"),
        note="A <b>long</b> day & no word.",
    )
    early = SessionRecord(
        "early", guide.clock.now() - timedelta(hours=5), "hum", Kind.BREATHING, ratings=Ratings(early=6)
    )
    for record in (said, early):
        guide.log.put(record)
    guide.click("Menu")
    guide.click("Your things")
    guide.click("Look at your practices")
    assert "8 before · 5 after · no reply · a note" in guide.page.cards["said"].accessibleName()
    assert "6 on the way" in guide.page.cards["early"].accessibleName()
    note = "A note: A <b>long</b> day & no word."
    assert note not in guide.texts()
    guide.click(guide.page.cards["said"])
    assert [line for line in guide.texts() if ":" in line or "?" in line] == [
        "Use this again? yes",
        "What I felt pulled to do: check on them, my <i>own</i>",
        note,
    ]
    guide.click(guide.page.cards["said"])
    guide.settle()
    assert note not in guide.texts()
    assert "Delete this one" not in guide.texts()


def test_practices_of_years_ago_can_be_come_to_and_deleted(practices):
    ago = practices.clock.now() - timedelta(days=2000)
    practices.log.put(SessionRecord("ago", ago, "hum", Kind.BREATHING, practised_s=60.0))
    practices.click("Back")
    practices.click("Look at your practices")
    assert ids_of(practices) == ["old", "older"]
    practices.click("Show more")
    assert ids_of(practices) == ["old", "older", "ago"]
    assert practices.page.more.isHidden()
    practices.click(practices.page.cards["ago"])
    practices.click("Delete this one")
    practices.pass_by(UNDO_MS / 1000 + 0.5)
    assert practices.log.forgotten == ["ago"]
    assert ids_of(practices) == ["old", "older"]


def test_one_practice_is_deleted_for_good_and_the_others_stay(practices):
    practices.click("Hum")
    practices.click("Delete this one")
    assert ids_of(practices) == ["older"]
    assert "old" not in practices.log.forgotten
    practices.pass_by(UNDO_MS / 1000 + 0.5)
    assert practices.log.forgotten == ["old"]
    assert ids_of(practices) == ["older"]
    assert any(text.startswith("Deleted. Only a mark") for text in practices.texts())


def test_a_practice_deleted_by_a_slip_is_kept_in_one_press(practices):
    practices.click("Hum")
    practices.click("Delete this one")
    practices.click("Keep it after all")
    practices.press(Qt.Key.Key_Escape)
    assert practices.log.forgotten == []


def test_leaving_at_once_deletes_what_was_to_go(practices):
    practices.click("Hum")
    practices.click("Delete this one")
    practices.press(Qt.Key.Key_Escape)
    assert practices.log.forgotten == ["old"]


def test_a_practice_of_before_can_be_written_about(practices):
    practices.click("Hum")
    practices.click("Write about it")
    assert practices.shown == "JournalPage"
    assert any("with “Hum”" in text for text in practices.texts())


def test_practices_that_cannot_be_read_are_said_to_be(guide):
    guide.memories.reader.is_unreadable = True
    guide.click("Menu")
    guide.click("Your things")
    guide.click("Look at your practices")
    assert any("could not be read just now" in text for text in guide.texts())
