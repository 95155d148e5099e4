"""Progress: kind whatever there is, honest about what it is not, read by keyboard, and never in the way."""

from datetime import timedelta

import pytest
from PySide6.QtCore import QAbstractAnimation, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from tests.realistic import TODAY
from tests.ui.fitting import faults, settle, show_active, tab_stops
from tests.ui.pages.looking_back import few, lived, open_progress

from steady.core.progress.facts import DayCount, Facts, PairCount, Totals
from steady.core.progress.ranges import Range
from steady.core.settings import Look
from steady.core.summary import Names
from steady.texts.progress_sentences import pairs_sentence
from steady.ui import theme
from steady.ui.pages.progress import ProgressPage
from steady.ui.theme import DAWN, DUSK
from steady.ui.widgets.charts.chart import Chart
from steady.ui.widgets.charts.chart_card import ChartCard

NAMES = Names(lambda one: one.replace("-", " ").capitalize(), lambda tag: tag)
ALL_SIX = [
    "Days with practice",
    "Calm streak",
    "Before and after",
    "What you used, and what it was like",
    "Six signs, week by week",
    "When hard moments came",
]
NOTE = "High moments usually ease with time anyway. This shows what you logged, not what caused it."


def opened(qtbot, facts: Facts, look=DUSK, size_px=(960, 680), percent: int = 100, *, hides_runs: bool = False):
    """Return the page alone, with everything built."""
    theme.set_text_percent(percent)
    page = ProgressPage(look, TODAY, NAMES, hides_runs=hides_runs)
    page.facts_wanted.connect(lambda chosen: page.take(chosen, facts))
    qtbot.addWidget(page)
    page.resize(*size_px)
    show_active(qtbot, page)
    with qtbot.waitSignal(page.built, timeout=20_000):
        page.enter()
    settle()
    return page


def cards(page) -> dict[str, ChartCard]:
    found = [one for one in page.findChildren(ChartCard) if one.isVisibleTo(page)]
    return {
        card.title: card for card in sorted(found, key=lambda one: one.mapTo(page.column, one.rect().topLeft()).y())
    }


def texts(page) -> list[str]:
    return [made.text() for made in page.findChildren(QLabel) if made.isVisibleTo(page) and made.text()]


# -- what it says -----------------------------------------------------------------------------------------------


def test_three_months_have_all_six_charts_and_the_standing_note(qtbot):
    page = opened(qtbot, lived())
    assert set(cards(page)) == set(ALL_SIX)
    assert list(cards(page))[:4] == ALL_SIX[:4]
    assert NOTE in texts(page)
    assert "Fewer days can be progress too." in texts(page)


def test_it_leads_with_a_greeting_and_days_that_never_count_down(qtbot):
    assert "Good to see you. Practised 20 of the last 30 days. Last time: today." in texts(opened(qtbot, lived()))


def test_every_chart_tells_a_screen_reader_what_its_sentence_says(qtbot):
    found = cards(opened(qtbot, lived()))
    assert set(found) >= set(ALL_SIX)
    for title, card in found.items():
        assert card.chart.marks.accessibleName() == title
        assert card.chart.marks.accessibleDescription().startswith(card.sentence)
        assert card.sentence in texts(card)


def test_a_screen_reader_is_told_what_six_lines_and_dots_show(qtbot):
    found = cards(opened(qtbot, lived()))
    heard = found["Six signs, week by week"].chart.marks.accessibleDescription()
    assert heard.count(", the last time.") == 6
    assert "Could lean on someone I trust: " in heard
    heard = found["What you used, and what it was like"].chart.marks.accessibleDescription()
    assert "no-reply: 8.5 before, 6.5 after, in 10 pairs. In what you logged." in heard


def test_nothing_yet_is_kind_and_says_what_can_grow(qtbot):
    page = opened(qtbot, Facts())
    words = texts(page)
    assert "Good to see you." in words
    assert "Days with practice: Each day with practice gets a square here. There is no hurry." in words
    assert "What can grow here" in words
    assert cards(page) == {}
    assert page.ranges.isHidden(), "there is nothing to look back on yet"
    assert not any("0" in line.split() or "%" in line or "only" in line.lower() for line in words)


def test_nothing_yet_leads_to_what_can_be_done_about_it(qtbot):
    page = opened(qtbot, Facts())
    assert any("Settings has a switch for the question before." in line for line in texts(page))
    (week,) = [stop for stop in tab_stops(page) if stop.accessibleName() == "Look back at this week"]
    with qtbot.waitSignal(page.week_wanted, timeout=0):
        week.click()


def test_whoever_comes_back_after_long_is_greeted_without_a_nought(qtbot):
    page = opened(qtbot, Facts(days=(DayCount(TODAY - timedelta(days=60), 2),)))
    words = texts(page)
    assert "Good to see you. Last time: 25 September 2026. Fewer days can be progress too." in words
    assert NOTE in words
    assert "Fewer days can be progress too." not in words, "it is said once"


def test_what_is_counted_is_shown_once_it_has_begun(qtbot):
    days = (DayCount(TODAY, 1),)
    words = texts(opened(qtbot, Facts(days=days, totals=Totals(1, 0, 2, 0))))
    assert "Triggers named: 2" in words
    assert not any(line.startswith(("Paused before acting", "People reached")) for line in words)


@pytest.mark.parametrize(
    ("rated", "practices", "said"),
    [
        (1, 1, "That one practice has an after-rating."),
        (1, 4, "1 of 4 practices has an after-rating."),
        (3, 4, "3 of 4 practices have an after-rating."),
    ],
)
def test_how_many_were_rated_is_said_as_a_person_would(rated, practices, said):
    assert pairs_sentence(Facts(rated_after=rated, practices=practices)).endswith(said)


def test_three_practices_are_shown_one_by_one_and_not_summed_up(qtbot):
    page = opened(qtbot, few())
    assert list(cards(page)) == ["Days with practice", "Calm streak", "Before and after"]
    sentence = cards(page)["Before and after"].sentence
    assert sentence.startswith("3 pairs so far. From five on, the middle one is named here.")
    assert len(cards(page)["Before and after"].chart.marks.marks) == 3


@pytest.mark.parametrize(("pairs", "summed"), [(4, False), (5, True)])
def test_pairs_are_summed_up_from_five_on(qtbot, pairs, summed):
    sentence = cards(opened(qtbot, few(pairs)))["Before and after"].sentence
    assert ("the middle rating was" in sentence) is summed


def test_an_exercise_is_shown_from_eight_pairs_on_in_what_you_logged(qtbot):
    facts = Facts(
        days=(DayCount(TODAY, 1),),
        pairs=few().pairs,
        by_exercise=(PairCount("often", 7, 4, 8), PairCount("seldom", 7, 1, 7)),
        by_trigger=(PairCount("my <b>own</b>", 8, 8, 9),),
    )
    card = cards(opened(qtbot, facts))["What you used, and what it was like"]
    assert card.sentence.startswith("In what you logged")
    assert [mark.words for mark in card.chart.marks.marks] == [
        "Often: 7 before, 4 after, in 8 pairs. In what you logged.",
        "my <b>own</b>: 8 before, 8 after, in 9 pairs. In what you logged.",
    ]


def test_no_words_on_the_page_promise_or_count_in_percent(qtbot):
    page = opened(qtbot, lived())
    for card in cards(page).values():
        card.turn()
    words = " ".join(texts(page)).lower()
    assert not any(bad in words for bad in ("%", "improve", "works for you", "better", "worse", "p =", "reset", "lose"))


def test_what_cannot_be_read_is_said_gently(qtbot):
    page = ProgressPage(DUSK, TODAY, NAMES, hides_runs=False)
    page.facts_wanted.connect(lambda chosen: page.take(chosen, None))
    qtbot.addWidget(page)
    page.enter()
    assert any(line.startswith("The log can’t be read just now.") for line in [page._lead.text()])


# -- looking further or nearer ----------------------------------------------------------------------------------


def test_another_range_is_asked_for_and_the_answer_to_an_earlier_wish_is_put_aside(qtbot):
    page = ProgressPage(DUSK, TODAY, NAMES, hides_runs=False)
    asked: list[Range] = []
    page.facts_wanted.connect(asked.append)
    qtbot.addWidget(page)
    page.enter()
    page.ranges.pill(Range.ALL).click()
    assert asked == [Range.QUARTER, Range.ALL]
    page.take(Range.QUARTER, few())
    assert not page._next.isActive()
    with qtbot.waitSignal(page.built, timeout=20_000):
        page.take(Range.ALL, lived(Range.ALL))
    assert set(cards(page)) == set(ALL_SIX)


def test_the_runs_of_a_range_begin_where_it_begins(qtbot):
    day = TODAY - timedelta(days=60)
    page = opened(qtbot, Facts(days=(DayCount(day, 1), DayCount(TODAY, 1))))
    assert len(cards(page)["Calm streak"].chart.marks.marks) == 2
    with qtbot.waitSignal(page.built, timeout=20_000):
        page.ranges.pill(Range.MONTH).click()
    assert len(cards(page)["Calm streak"].chart.marks.marks) == 1


# -- the calm runs can go away ----------------------------------------------------------------------------------


def test_the_runs_are_hidden_in_one_press_where_they_stand_and_come_back_in_one(qtbot):
    page = opened(qtbot, lived())
    told: list[bool] = []
    page.runs_hidden.connect(told.append)
    next(one for one in cards(page)["Calm streak"].stops if one.accessibleName().startswith("Hide this")).click()
    settle()
    assert told == [True]
    assert "Calm streak" not in cards(page)
    assert not any("streak" in line.lower() for line in texts(page))
    page.hidden_card.stops[0].click()
    settle()
    assert told == [True, False]
    assert list(cards(page))[:4] == ALL_SIX[:4]


def test_hiding_the_runs_moves_nothing_else_and_keeps_the_keyboard_there(qtbot):
    page = opened(qtbot, lived(), size_px=(480, 800))
    others = {title: card for title, card in cards(page).items() if title != "Calm streak"}
    hide = next(one for one in cards(page)["Calm streak"].stops if one.accessibleName().startswith("Hide this"))
    hide.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    before = page.scroll.verticalScrollBar().value()
    assert before > 0
    hide.click()
    settle()
    assert cards(page) == others
    assert abs(page.scroll.verticalScrollBar().value() - before) < 200
    assert QApplication.focusWidget() is page.hidden_card.stops[0]
    page.hidden_card.stops[0].click()
    settle()
    assert QApplication.focusWidget().accessibleName() == "Hide this: Calm streak"
    names = [one.accessibleName() for one in tab_stops(page)]
    assert [name for name in names if name in ALL_SIX][:4] == ALL_SIX[:4]
    assert names.count("Hide this: Calm streak") == 1


def test_hidden_runs_stay_hidden_and_settings_bring_them_back(rig):
    page = open_progress(rig, lived())
    rig.click("Hide this: Calm streak")
    rig.until(lambda: rig.page.is_built)
    assert rig.settings.runs_hidden
    rig.click("Back")
    page = open_progress(rig, lived())
    assert "Calm streak" not in cards(page)
    rig.click("Back")
    rig.click("Settings")
    rig.page.field("runs_hidden").click()
    assert not rig.settings.runs_hidden


# -- keyboard ---------------------------------------------------------------------------------------------------


def test_tab_comes_to_the_range_then_to_each_chart_and_its_buttons_from_top_to_bottom(qtbot):
    page = opened(qtbot, lived())
    stops = tab_stops(page)
    tops = [stop.mapTo(page, stop.rect().topLeft()).y() for stop in stops if page.column.isAncestorOf(stop)]
    names = [stop.accessibleName() for stop in stops]
    assert names[0] == "3 months"
    assert [name for name in names if name in ALL_SIX][:4] == ALL_SIX[:4]
    assert set(ALL_SIX) <= set(names)
    assert names[-2:] == ["Back", "A page to print"]
    assert names.index("Your practices") == names.index("As a table: Days with practice") + 1
    rows = [top for top, stop in zip(tops, stops, strict=False) if stop.accessibleName() in ALL_SIX[:4]]
    assert rows == sorted(rows)


def test_arrow_keys_on_a_chart_show_the_words_of_the_mark_below_it(qtbot):
    page = opened(qtbot, lived())
    card = cards(page)["Before and after"]
    card.chart.setFocus()
    qtbot.keyClick(card.chart.marks, Qt.Key.Key_Left)
    assert card.reading.text() == card.chart.marks.marks[-2].words


def test_single_letters_and_space_still_lead_where_they_always_do(rig):
    page = open_progress(rig, lived())
    cards(page)["Days with practice"].chart.setFocus()
    rig.press("k")
    assert rig.shown == "SoothePage"


# -- in the window ----------------------------------------------------------------------------------------------


def test_the_menu_leads_there_and_back_leads_to_the_menu(rig):
    open_progress(rig, lived())
    assert rig.shown == "ProgressPage"
    rig.click("Back")
    assert rig.shown == "MenuPage"


def test_each_practice_can_be_looked_at_from_there_and_back_leads_there(rig):
    open_progress(rig, lived())
    rig.click("Your practices")
    assert rig.shown == "PracticesPage"
    rig.click("Back")
    assert rig.shown == "ProgressPage"


def test_a_new_look_keeps_the_range_that_was_chosen(rig):
    page = open_progress(rig, lived())
    page.ranges.pill(Range.YEAR).click()
    rig.until(lambda: rig.page.is_built)
    rig.navigator.change(look=Look.DAWN)
    rig.until(lambda: rig.page.is_built)
    assert rig.page is not page
    assert rig.page.range is Range.YEAR
    assert rig.page.ranges.value is Range.YEAR


def test_leaving_the_page_while_it_is_built_leaves_nothing_behind(rig):
    rig.memories.reader.counted = lived()
    rig.open()
    rig.click("Menu")
    rig.click("Progress")
    rig.click("Back")
    rig.settle()
    assert rig.shown == "MenuPage"
    assert rig.shell.findChildren(Chart) == []


def test_an_unreadable_log_leaves_a_page_that_can_be_left(rig):
    rig.memories.reader.is_unreadable = True
    rig.open()
    rig.click("Menu")
    rig.click("Progress")
    rig.until(lambda: any(line.startswith("The log can’t be read") for line in rig.texts()))
    rig.click("Back")
    assert rig.shown == "MenuPage"


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("size_px", [(960, 680), (480, 800), (360, 480)], ids=str)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, size_px, percent, look):
    page = opened(qtbot, lived(), look, size_px, percent)
    assert faults(page) == []
    for card in cards(page).values():
        inside = card.chart.rect()
        assert card.chart.height() >= card.chart.heightForWidth(card.chart.width())
        for word in card.chart.canvas.words:
            assert inside.adjusted(0, 0, 1, 1).contains(word.place.toAlignedRect().adjusted(1, 1, -1, -1)), word.text
        card.turn()
    settle()
    assert faults(page) == []


def test_it_is_no_practice_and_nothing_of_it_moves(qtbot):
    page = opened(qtbot, lived())
    assert not page.is_practice
    assert page.findChildren(QAbstractAnimation) == []
    assert not [timer for timer in page.findChildren(QTimer) if timer.isActive() and timer.interval() > 0]


def test_a_keyboard_on_a_chart_is_kept_in_sight(qtbot):
    page = opened(qtbot, lived(), size_px=(480, 800))
    marks = cards(page)["When hard moments came"].chart.marks
    marks.setFocus(Qt.FocusReason.TabFocusReason)
    settle()
    focus = QApplication.focusWidget()
    assert isinstance(focus, QWidget)
    top = marks.mapTo(page.scroll.viewport(), marks.rect().topLeft()).y()
    assert -5 <= top <= page.scroll.viewport().height()
