"""The page of kind words: one question, cards in groups, what is kept near; the right words in two actions."""

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.ui.fitting import SIZES_PX, faults, settle, tab_stops
from tests.ui.pages.walks import in_window

from steady.core.exercise import Entry, Script
from steady.core.steps import Facts, Pause, Say, Unsent
from steady.store.bundled import exercises_dir
from steady.store.library import FileLibrary
from steady.store.search import rank
from steady.texts import say
from steady.texts.soothe import Gist, Soothe
from steady.ui import theme
from steady.ui.pages.soothe import AT_ONCE, SoothePage
from steady.ui.theme import DAWN, DUSK

BUNDLED = FileLibrary(exercises_dir(), exercises_dir() / "none").entries()
SCRIPTS = [entry.id for entry in BUNDLED if isinstance(entry.exercise, Script)]
FOR_OTHERS = ["my-own-limits", "when-theyre-triggered"]


def own(number: int, **changes: object) -> Entry:
    """A script of the person's own."""
    written = Script(
        format=1, title=f"Mine {number}", summary="My own words.", group="soothe", minutes=2, steps=(Say(say="Hello."),)
    )
    return Entry(f"mine-{number}", "yours", msgspec.structs.replace(written, **changes))


def page_of(qtbot, *more: Entry, near=(), look=DUSK):
    page = SoothePage(look, (*BUNDLED, *more), near, rank)
    return page, in_window(qtbot, page, look)


@pytest.fixture
def opened(qtbot):
    return page_of(qtbot)


@pytest.fixture
def page(opened):
    return opened[0]


def titles(page) -> list[str]:
    return [card.card.text() for card in page.cards]


# -- what is there ----------------------------------------------------------------------------------------------


def test_all_thirteen_scripts_are_there_as_cards_and_nothing_else(page):
    assert sorted(page.shown_ids) == sorted(SCRIPTS)
    assert len(page.cards) == len(SCRIPTS) == 13


def test_a_card_says_what_it_is_how_long_it_takes_and_what_stands_out(page):
    card = page.cards[page.shown_ids.index("before-i-send-it")].card
    name = card.accessibleName()
    assert "Before I send it" in name
    assert "5 minutes" in name
    assert say(Gist.PAUSE) in name


def test_among_many_of_ones_own_typing_never_waits_for_what_is_found_and_opening_does(qtbot):
    compared = []

    def counted(words, entries):
        compared.append(words)
        return rank(words, entries)

    page = SoothePage(DUSK, (*BUNDLED, *(own(number) for number in range(300))), (), counted)
    window = in_window(qtbot, page, DUSK)
    page.enter()
    for letter in "they cancelled on me":
        qtbot.keyClick(page.search.line, letter)
    assert compared == []
    with qtbot.waitSignal(page.script_chosen) as chosen:
        qtbot.keyClick(page.search.line, Qt.Key.Key_Return)
    assert chosen.args == ["the-plan-changed"]
    assert compared == ["they cancelled on me"]
    page.search.line.setText("no reply")
    qtbot.waitUntil(lambda: page.shown_ids[0] == "no-reply-yet")
    assert compared[-1] == "no reply"
    window.close()


@pytest.mark.parametrize(
    ("step", "stands_out"),
    [
        (Pause(say="Wait?", after="And now?"), Gist.PAUSE),
        (Unsent(say="Write.", id="a"), Gist.DRAFT),
        (Say(say="Hello."), None),
    ],
)
def test_what_stands_out_is_what_the_script_has_in_it(qtbot, step, stands_out):
    page, _shell = page_of(qtbot, own(1, steps=(Say(say="Hello."), step)))
    heard = page.cards[page.shown_ids.index("mine-1")].card.accessibleName()
    assert [gist for gist in Gist if say(gist) in heard] == ([] if stands_out is None else [stands_out])


def test_the_keyboard_is_in_the_question_at_once(page):
    assert QApplication.focusWidget() is page.search.line
    assert page.search.line.accessibleName() == "What is happening?"


def test_markup_in_a_file_is_shown_to_the_letter(qtbot):
    page, _shell = page_of(qtbot, own(1, title="<b>Me & mine</b>"))
    assert page.cards[page.shown_ids.index("mine-1")].card.text() == "<b>Me && mine</b>"


# -- finding ----------------------------------------------------------------------------------------------------


def test_typing_brings_what_fits_to_the_front_and_emptying_brings_all_back(qtbot, page):
    qtbot.keyClicks(page.search.line, "they canceld on me")
    assert page.shown_ids[0] == "the-plan-changed"
    assert titles(page)[0] == "The plan changed"
    page.search.line.clear()
    assert sorted(page.shown_ids) == sorted(SCRIPTS)


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter], ids=["return", "enter"])
def test_enter_opens_the_first(qtbot, page, key):
    qtbot.keyClicks(page.search.line, "left on seen")
    with qtbot.waitSignal(page.script_chosen, timeout=0) as chosen:
        qtbot.keyClick(page.search.line, key)
    assert chosen.args == ["left-on-read"]


def test_the_arrow_down_leads_to_what_was_found(qtbot, page):
    qtbot.keyClicks(page.search.line, "after a fight")
    qtbot.keyClick(page.search.line, Qt.Key.Key_Down)
    assert page.cards[0].card.hasFocus()
    with qtbot.waitSignal(page.script_chosen, timeout=0) as chosen:
        qtbot.keyClick(page.cards[0].card, Qt.Key.Key_Return)
    assert chosen.args == ["quiet-after-a-fight"]


@pytest.mark.parametrize(
    ("typed", "first"),
    [("panic", "five-senses"), ("cant sleep", "tense-a-little-let-go"), ("shaking", "feet-and-chair")],
)
def test_where_no_words_help_first_grounding_is_found(qtbot, page, typed, first):
    qtbot.keyClicks(page.search.line, typed)
    assert page.shown_ids[0] == first
    assert say(Gist.OUTWARD) in page.cards[0].card.accessibleName()


def test_words_that_fit_nothing_are_met_kindly_and_every_card_is_still_there(qtbot, page):
    qtbot.keyClicks(page.search.line, "xqzzv wrtfgh")
    assert page.note.isVisible()
    assert page.note.text() == say(Soothe.NONE_FOUND)
    assert sorted(page.shown_ids) == sorted(SCRIPTS)


def test_how_many_were_found_is_said_to_those_who_do_not_see_the_page(qtbot, page, monkeypatch):
    told = []
    monkeypatch.setattr("steady.ui.pages.soothe.announce", lambda _page, sentence: told.append(sentence))
    qtbot.keyClicks(page.search.line, "left on read")
    assert told[-1] in (say(Soothe.FOUND_ONE), say(Soothe.FOUND, count=len(page.shown_ids)))


def test_k_leads_back_to_the_question(qtbot, opened):
    page, shell = opened
    shell.setFocus()
    qtbot.keyClick(shell, Qt.Key.Key_K)
    assert QApplication.focusWidget() is page.search.line
    assert page.search.line.text() == ""


# -- groups -----------------------------------------------------------------------------------------------------


def test_each_group_shows_its_own_and_a_second_press_shows_all(page):
    page.groups[Soothe.FOR_OTHERS].click()
    assert sorted(page.shown_ids) == FOR_OTHERS
    page.groups[Soothe.FOR_ME].click()
    assert sorted(page.shown_ids) == sorted(set(SCRIPTS) - set(FOR_OTHERS))
    assert not page.groups[Soothe.FOR_OTHERS].isChecked()
    page.groups[Soothe.FOR_ME].click()
    assert sorted(page.shown_ids) == sorted(SCRIPTS)


def test_where_nothing_is_of_ones_own_it_says_how_there_could_be(page):
    page.groups[Soothe.MY_OWN].click()
    assert page.cards == []
    assert page.note.text() == say(Soothe.NO_OWN)


def test_ones_own_scripts_are_in_a_group_of_their_own_whatever_their_file_says(qtbot):
    page, _shell = page_of(qtbot, own(1, group="ground"), own(2, group="support"))
    page.groups[Soothe.MY_OWN].click()
    assert sorted(page.shown_ids) == ["mine-1", "mine-2"]


def test_a_search_stays_within_the_group_that_is_chosen(qtbot, page):
    page.groups[Soothe.FOR_OTHERS].click()
    qtbot.keyClicks(page.search.line, "panic")
    assert set(page.shown_ids) <= set(FOR_OTHERS)


# -- what is kept near ------------------------------------------------------------------------------------------


def test_a_star_keeps_a_card_near_and_says_so(qtbot, page):
    at = page.shown_ids.index("then-and-now")
    star = page.cards[at].star
    assert star.accessibleName() == "Keep near: Then and now"
    with qtbot.waitSignal(page.favourites_changed, timeout=0) as kept:
        star.click()
    assert kept.args == [("then-and-now",)]
    assert star.accessibleName().startswith("Kept near: Then and now")
    assert page.shown_ids.index("then-and-now") == at, "nothing moves under the hand"


def test_what_is_kept_near_comes_first_the_next_time_in_the_order_it_was_kept(qtbot):
    page, _shell = page_of(qtbot, near=("then-and-now", "a-hard-date"))
    assert page.shown_ids[:2] == ["then-and-now", "a-hard-date"]
    assert [card.star.isChecked() for card in page.cards[:3]] == [True, True, False]


def test_grounding_that_is_kept_near_is_there_too(qtbot):
    page, _shell = page_of(qtbot, near=("feet-and-chair",))
    assert page.shown_ids[0] == "feet-and-chair"


def test_a_search_asks_only_what_fits_and_not_what_is_near(qtbot):
    page, _shell = page_of(qtbot, near=("then-and-now",))
    qtbot.keyClicks(page.search.line, "no reply")
    assert page.shown_ids[0] == "no-reply-yet"


def test_an_id_that_is_kept_near_and_there_no_more_is_no_card_and_stays_kept(qtbot):
    page, _shell = page_of(qtbot, near=("gone", "then-and-now"))
    assert page.shown_ids[0] == "then-and-now"
    with qtbot.waitSignal(page.favourites_changed, timeout=0) as kept:
        page.cards[0].star.click()
    assert kept.args == [("gone",)]


# -- many, and new ones -----------------------------------------------------------------------------------------


def test_a_thousand_of_ones_own_come_a_few_at_a_time_and_the_keyboard_goes_on_with_the_first_new_one(qtbot):
    page, _shell = page_of(qtbot, *map(own, range(1000)))
    assert len(page.cards) == AT_ONCE
    assert len(page.shown_ids) == 1013
    page.more.click()
    assert len(page.cards) == 2 * AT_ONCE
    assert page.cards[AT_ONCE].card.hasFocus()


def test_a_file_that_is_saved_meanwhile_brings_its_card_and_leaves_all_others_as_they_are(qtbot, page):
    page.cards[3].card.setFocus()
    kept = list(page.cards)
    page.take_entries((*BUNDLED, own(1)))
    settle()
    assert page.shown_ids[-1] == "mine-1"
    assert page.cards[:13] == kept
    assert kept[3].card.hasFocus()

    page.take_entries((*BUNDLED, own(1, title="Mine, again")))
    settle()
    assert titles(page)[-1] == "Mine, again"
    page.take_entries(BUNDLED)
    settle()
    assert sorted(page.shown_ids) == sorted(SCRIPTS)


# -- ways, and looks --------------------------------------------------------------------------------------------


def test_tab_comes_to_the_question_the_groups_each_card_and_its_star_and_then_the_ways_out(page):
    stops = [stop.accessibleName() for stop in tab_stops(page)]
    first = page.cards[0]
    assert stops[:6] == [
        "What is happening?",
        "For me",
        "For someone I love",
        "My own",
        first.card.accessibleName(),
        first.star.accessibleName(),
    ]
    assert stops[-2:] == ["Back to breathing", "Talk to someone"]


def test_people_and_the_breath_are_one_press_away(qtbot, page):
    for words, signal in (("Talk to someone", page.support_wanted), ("Back to breathing", page.back_wanted)):
        pill = next(one for one in tab_stops(page) if one.accessibleName() == words)
        with qtbot.waitSignal(signal, timeout=0):
            pill.click()


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", SIZES_PX, ids=str)
def test_nothing_is_cut_in_any_window(qtbot, size_px, percent, look):
    theme.set_text_percent(percent)
    page, shell = page_of(qtbot, own(1, title="A title that is rather long, as titles of one’s own may be"), look=look)
    shell.resize(*size_px)
    settle()
    assert faults(page) == []
    line = page.search.line
    assert line.fontMetrics().horizontalAdvance(line.placeholderText()) <= line.width()


# -- in the window ----------------------------------------------------------------------------------------------


def test_from_the_guide_kind_words_and_one_card_are_two_actions(rig):
    rig.open()
    rig.press(Qt.Key.Key_K)
    rig.click(rig.page.cards[rig.page.shown_ids.index("the-plan-changed")].card)
    assert rig.shown == "ScriptPage"


def test_from_the_first_thought_back_leads_to_the_cards_and_on_to_another(rig):
    rig.open()
    rig.read("the-plan-changed")
    rig.click("Back")
    assert rig.shown == "SoothePage"


def test_what_is_kept_near_is_kept_with_the_settings(rig):
    rig.open()
    rig.click("Kind words")
    rig.click("Keep near: Kind to myself")
    assert rig.settings.favourites == ("kind-to-myself",)
    rig.click("Back to breathing")
    rig.click("Kind words")
    assert rig.page.shown_ids[0] == "kind-to-myself"


def test_every_fact_or_story_in_every_script_has_a_guard_that_leads_to_support(rig):
    rig.open()
    for entry in BUNDLED:
        if not isinstance(entry.exercise, Script):
            continue
        at = next(at for at, step in enumerate(entry.exercise.steps) if isinstance(step, Facts))
        rig.navigator.practising.start(entry.id, at)
        rig.settle()
        assert rig.page.body.guard.words.text() == entry.exercise.steps[at].guard
        rig.page.body.guard.button.click()
        rig.settle()
        assert rig.shown == "SupportPage"
