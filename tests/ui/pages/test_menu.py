"""The menu: every way out in one press, and each exercise one control."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLabel
from tests.ui.fitting import faults
from tests.ui.pages.fitting import WINDOWS, controls, opened
from tests.ui.rig import PATIENCE_MS

from steady.core.breath import Act
from steady.core.exercise import Breathing, Caution, Entry, Grounding, PhaseSpec, Script
from steady.core.listing import Listing, Problem
from steady.core.steps import Say
from steady.ui.pages.menu import MenuPage
from steady.ui.theme import DUSK
from steady.ui.widgets.card_section import AT_ONCE
from steady.ui.widgets.exercise_card import ExerciseCard
from steady.ui.widgets.pill import Pill


def breathing(title: str = "Longer out", hold: PhaseSpec | None = None, **fields) -> Breathing:
    phases = (PhaseSpec(Act.INHALE, 4.0, 1.0), *([hold] if hold else []), PhaseSpec(Act.EXHALE, 6.0, 0.0))
    usual = {"summary": "A slower out-breath, nothing to hold.", "group": "settle", "minutes": 4}
    return Breathing(format=1, title=title, phases=phases, **(usual | fields))


OPTIONAL_HOLD = PhaseSpec(Act.HOLD, 4.0, optional=True)
LONGER_OUT = Entry("longer-out", "bundled", breathing())
BOX = Entry("box", "bundled", breathing("Box", OPTIONAL_HOLD, cautions=(Caution.HOLDS,)))
SIGHS = Entry("sighs", "bundled", breathing("Sighs", cycles=3, then="rest"))
MINE = Entry("mine", "yours", breathing("A breath of my own with a rather long name, as a file allows it"))
SENSES = Entry(
    "five-senses",
    "bundled",
    Grounding(format=1, title="Five senses", summary="Look out.", group="ground", minutes=3, steps=(Say(say="Look."),)),
)


def script(exercise_id: str, source: str = "yours", **fields) -> Entry:
    usual = {"title": "My words", "summary": "For a bad night.", "group": "soothe", "minutes": 3}
    return Entry(exercise_id, source, Script(format=1, steps=(Say(say="Here."),), **(usual | fields)))


ALL = [LONGER_OUT, BOX, SIGHS, MINE, SENSES]
PROBLEM = Problem("/home/me/exercises/mine-too.toml", "mine-too.toml, line 9: phase 2: a hold lasts at most 10 seconds")


def listing(entries=ALL, problems=(PROBLEM,)) -> Listing:
    return Listing(tuple(entries), tuple(problems), is_whole=True)


def whole(qtbot, page: MenuPage) -> MenuPage:
    """Wait until all parts of it have come."""
    qtbot.waitUntil(lambda: not page._turns.isActive(), timeout=PATIENCE_MS)
    return page


def shown(qtbot, given: Listing, look=DUSK, width=960, height=680, percent=100) -> MenuPage:
    return whole(qtbot, opened(qtbot, lambda one: MenuPage(one, given), look, width, height, percent))


@pytest.fixture
def menu(qtbot) -> MenuPage:
    return shown(qtbot, listing())


def cards(menu: MenuPage) -> list[ExerciseCard]:
    return [control for control in controls(menu) if isinstance(control, ExerciseCard)]


@pytest.mark.parametrize(("look", "width", "height", "percent"), WINDOWS)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, look, width, height, percent):
    assert faults(shown(qtbot, listing(), look, width, height, percent)) == []


@pytest.mark.parametrize(
    ("words", "signal"),
    [
        ("Back to breathing", "breathe_wanted"),
        ("Ground me", "ground_wanted"),
        ("Kind words", "words_wanted"),
        ("Talk to someone", "support_wanted"),
        ("Progress", "progress_wanted"),
        ("Settings", "settings_wanted"),
        ("About", "about_wanted"),
    ],
)
def test_each_way_is_one_press(menu, qtbot, words, signal):
    (way,) = [pill for pill in menu.findChildren(Pill) if pill.words == words]
    with qtbot.waitSignal(getattr(menu, signal)):
        qtbot.mouseClick(way, Qt.MouseButton.LeftButton)


NAMED = 11
"""Four ways, two quiet ones, the wish about saving, and four ways to look back stand before the cards."""


def test_tab_meets_the_way_back_first_and_the_cards_in_their_order(menu):
    names = [control.accessibleName() for control in controls(menu)]
    assert names[0] == "Back to breathing"
    assert [name.split(".")[0] for name in names[NAMED : NAMED + 5]] == [entry.exercise.title for entry in ALL]
    assert names[NAMED + 5 :] == ["Open my exercises folder", "Open this file: mine-too.toml"]


def test_breathing_and_grounding_each_have_their_place(menu):
    assert list(menu.breathing.cards) == ["longer-out", "box", "sighs", "mine"]
    assert list(menu.grounding.cards) == ["five-senses"]
    assert menu.words.isHidden()


def test_words_of_ones_own_are_here_too_and_ours_are_under_kind_words(qtbot, menu):
    menu.take_listing(listing([*ALL, script("theirs", "bundled"), script("mine-too", "yours")]))
    whole(qtbot, menu)
    assert list(menu.words.cards) == ["mine-too"]
    assert not menu.words.isHidden()


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_card_is_chosen_with_enter_or_space(menu, qtbot, key):
    with qtbot.waitSignal(menu.exercise_chosen) as chosen:
        qtbot.keyClick(cards(menu)[1], key)
    assert chosen.args == ["box"]


def test_a_card_is_chosen_with_a_click(menu, qtbot):
    with qtbot.waitSignal(menu.exercise_chosen) as chosen:
        qtbot.mouseClick(cards(menu)[0], Qt.MouseButton.LeftButton)
    assert chosen.args == ["longer-out"]


def test_a_held_enter_key_chooses_once(menu, qtbot):
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QApplication

    chosen: list[str] = []
    menu.exercise_chosen.connect(chosen.append)
    for repeated in (False, True, True):
        none = Qt.KeyboardModifier.NoModifier
        press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, none, "\r", repeated)
        QApplication.sendEvent(cards(menu)[0], press)
    assert chosen == ["longer-out"]


def test_a_screen_reader_hears_title_summary_length_and_cautions(menu):
    names = [card.accessibleName() for card in cards(menu)]
    assert names[0] == "Longer out. A slower out-breath, nothing to hold. 4 minutes"
    assert names[1].endswith("4 minutes. holds, only if you ask")
    assert names[2].endswith("3 breaths")
    assert names[3].endswith("yours")


def test_a_fixed_hold_is_named_as_one(qtbot):
    held = breathing("Held", PhaseSpec(Act.HOLD, 4.0), cautions=(Caution.HOLDS,))
    page = shown(qtbot, listing([Entry("held", "yours", held)], []))
    assert "with holds" in cards(page)[0].accessibleName()


def test_cards_stand_two_by_two_where_there_is_room_and_one_by_one_where_not(menu, qtbot):
    first, second = cards(menu)[:2]
    assert first.geometry().top() == second.geometry().top()
    assert first.height() == second.height()
    menu.resize(480, 800)
    qtbot.waitUntil(lambda: second.geometry().top() > first.geometry().bottom(), timeout=PATIENCE_MS)


def test_a_file_that_could_not_be_read_is_said_in_one_sentence(menu):
    assert [one for one in menu.findChildren(QLabel) if one.text() == PROBLEM.sentence]


def test_nothing_is_said_of_faults_where_there_are_none(qtbot):
    page = shown(qtbot, listing(problems=[]))
    assert not [one for one in page.findChildren(QLabel) if one.text() == "Left out"]


@pytest.mark.parametrize(("letter", "signal"), [("g", "ground_wanted"), ("k", "words_wanted"), ("t", "support_wanted")])
def test_letters_go_where_they_go_from_the_guide(menu, qtbot, letter, signal):
    with qtbot.waitSignal(getattr(menu, signal)):
        assert menu.press_letter(letter)


def test_a_letter_of_no_use_is_left_alone(menu):
    assert not menu.press_letter("x")


def test_space_goes_back_to_the_breath(menu, qtbot):
    with qtbot.waitSignal(menu.breathe_wanted):
        assert menu.press_space()


def test_markup_in_a_file_is_shown_as_it_is_written(qtbot):
    entry = Entry("bold", "yours", breathing("<b>Bold</b> & plain"))
    page = shown(qtbot, listing([entry], []))
    assert cards(page)[0].accessibleName().startswith("<b>Bold</b> & plain")


# -- what comes and changes while it is open ------------------------------------------------------------------------


def many(count: int, **fields) -> list[Entry]:
    return [Entry(f"own-{at:04}", "yours", breathing(f"My own {at}", **fields)) for at in range(count)]


def test_of_many_a_few_are_shown_and_more_when_that_is_wanted(qtbot):
    page = shown(qtbot, listing(many(1000), []))
    assert len(page.breathing.cards) == AT_ONCE
    (more,) = [pill for pill in page.findChildren(Pill) if pill.accessibleName() == "Show more: Breathing"]
    qtbot.mouseClick(more, Qt.MouseButton.LeftButton)
    assert len(page.breathing.cards) == 2 * AT_ONCE
    assert page.breathing.cards["own-0016"].hasFocus()


def test_while_more_is_read_that_is_said(qtbot, menu):
    menu.take_listing(Listing(tuple(ALL), is_whole=False))
    whole(qtbot, menu)
    said = [one for one in menu.findChildren(QLabel) if one.text() == "More of your own are on their way."]
    assert [one.isHidden() for one in said] == [False]
    menu.take_listing(listing())
    whole(qtbot, menu)
    assert [one.isHidden() for one in said] == [True]


def test_a_card_stays_the_same_while_its_exercise_does(qtbot, menu):
    before = menu.breathing.cards
    menu.take_listing(listing([LONGER_OUT, Entry("box", "yours", breathing("My box")), MINE]))
    whole(qtbot, menu)
    after = menu.breathing.cards
    assert list(after) == ["longer-out", "box", "mine"]
    assert after["longer-out"] is before["longer-out"]
    assert after["mine"] is before["mine"]
    assert after["box"].accessibleName().startswith("My box.")


def test_the_keyboard_stays_on_an_exercise_that_was_saved_and_goes_to_the_next_where_it_is_gone(qtbot, menu):
    menu.breathing.cards["box"].setFocus()
    menu.take_listing(listing([LONGER_OUT, Entry("box", "yours", breathing("My box")), SIGHS, MINE]))
    whole(qtbot, menu)
    assert menu.breathing.cards["box"].hasFocus()
    menu.take_listing(listing([LONGER_OUT, SIGHS, MINE]))
    whole(qtbot, menu)
    assert menu.breathing.cards["sighs"].hasFocus()


def test_what_is_looked_at_stays_where_it_is_when_others_come_before_it(qtbot):
    entries = many(12)
    page = shown(qtbot, listing(entries, []), height=500)
    page.scroll.verticalScrollBar().setValue(600)

    def in_sight() -> dict[str, int]:
        tops = {one: card.mapTo(page, QPoint(0, 0)).y() for one, card in page.breathing.cards.items()}
        return {one: top for one, top in tops.items() if 0 <= top < 400}

    before = in_sight()
    page.take_listing(listing([Entry("first", "yours", breathing("A first")), LONGER_OUT, *entries], []))
    whole(qtbot, page)
    after = in_sight()
    assert before
    assert {one: after.get(one) for one in before} == before


def test_the_folder_of_ones_own_is_one_press(menu, qtbot):
    (pill,) = [one for one in menu.findChildren(Pill) if one.words == "Open my exercises folder"]
    with qtbot.waitSignal(menu.folder_wanted):
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)


def test_a_file_at_fault_has_a_button_that_opens_it(menu, qtbot):
    (pill,) = [one for one in menu.findChildren(Pill) if one.words == "Open this file"]
    assert pill.accessibleName() == "Open this file: mine-too.toml"
    with qtbot.waitSignal(menu.file_wanted) as wanted:
        qtbot.mouseClick(pill, Qt.MouseButton.LeftButton)
    assert wanted.args == [PROBLEM.path]


def test_a_file_put_right_is_left_out_no_more_and_the_keyboard_has_a_place(qtbot, menu):
    (pill,) = [one for one in menu.findChildren(Pill) if one.words == "Open this file"]
    pill.setFocus()
    menu.take_listing(listing(problems=[]))
    whole(qtbot, menu)
    assert not [one for one in menu.findChildren(QLabel) if one.text() == "Left out" and one.isVisible()]
    assert menu.last_stop.hasFocus()


@pytest.mark.parametrize(("look", "width", "height", "percent"), WINDOWS)
def test_whatever_a_file_says_fits(qtbot, look, width, height, percent):
    long = "x" * 14 + "…" + "x" * 5 + ".toml, line 9: `" + "y" * 20 + "...` is no field that Steady knows here"
    entries = [Entry("long", "yours", breathing("W" * 60, summary="M" * 160)), script("s", title="i" * 60), *ALL]
    page = shown(qtbot, listing(entries, [Problem("/x/" + "x" * 200 + ".toml", long)]), look, width, height, percent)
    assert faults(page) == []
