"""A card: a sentence, a drawing and a table that say the same, and buttons that stay what they are."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.realistic import TODAY
from tests.ui.fitting import settle, show_active, tab_stops

from steady.core.progress.facts import Pair
from steady.core.progress.runs import Run
from steady.texts.progress import ChartTitle
from steady.ui import theme
from steady.ui.pages import progress_tables as tables
from steady.ui.theme import DAWN, DUSK
from steady.ui.widgets.charts.chart_card import ChartCard
from steady.ui.widgets.charts.fact_table import FactTable, Table
from steady.ui.widgets.charts.pair_marks import PairMarks

LONG = "Meet your breath, said in a good many more words than anybody would give to an exercise"


@pytest.fixture
def card(qtbot, facts):
    pairs = [Pair(facts.pairs[0].at, "x", place % 11, 3) for place in range(120)]
    titles = [LONG] * len(pairs)
    card = ChartCard(
        DAWN,
        ChartTitle.PAIRS,
        "A sentence.",
        PairMarks(pairs, titles),
        lambda: tables.pairs(pairs, titles),
        can_hide=True,
    )
    qtbot.addWidget(card)
    card.resize(500, 400)
    show_active(qtbot, card)
    settle()
    return card


def press(card, name: str) -> None:
    pill = next(stop for stop in card.stops if stop.accessibleName().startswith(name) and not stop.isHidden())
    pill.click()
    settle()


def names(card) -> list[str]:
    return [stop.accessibleName() for stop in tab_stops(card)]


def test_its_buttons_say_whose_they_are(card):
    assert names(card) == [
        "Before and after",
        "Earlier: Before and after",
        "As a table: Before and after",
        "Hide this: Before and after",
    ]


def test_the_table_takes_the_place_of_the_drawing_and_gives_it_back(card):
    press(card, "As a table")
    assert card.shows_table
    assert card.chart.isHidden()
    assert names(card) == ["Before and after", "As a chart: Before and after", "Hide this: Before and after"]
    press(card, "As a chart")
    assert not card.shows_table
    assert card.chart.isVisible()


def test_the_table_holds_every_mark_newest_first(card):
    press(card, "As a table")
    model = card.table.model()
    assert model.rowCount() == 120
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in range(model.columnCount())]
    assert heads == ["Day", "With what", "Before", "After"]
    first = [model.data(model.index(0, column)) for column in range(4)]
    assert first[1:] == [LONG, str(119 % 11), "3"]


def test_the_way_back_is_offered_only_where_it_leads_anywhere(card):
    while any(stop.accessibleName().startswith("Earlier") and not stop.isHidden() for stop in card.stops):
        press(card, "Earlier")
    assert "Later: Before and after" in names(card)
    press(card, "Later")
    assert "Earlier: Before and after" in names(card)


def test_what_is_read_has_its_room_from_the_start(card, qtbot):
    before = card.reading.height()
    for place in range(len(card.chart.marks.marks)):
        card.chart.marks.go_to(place)
        settle()
        assert card.reading.text() == card.chart.marks.marks[place].words
        assert card.reading.height() == before >= card.reading.heightForWidth(card.reading.width())


def test_hide_is_one_press(card, qtbot):
    with qtbot.waitSignal(card.hide_wanted, timeout=0):
        press(card, "Hide this")


def test_without_a_drawing_it_is_words_alone(qtbot):
    card = ChartCard(DAWN, ChartTitle.DAYS, "Nothing yet.")
    qtbot.addWidget(card)
    assert [made.text() for made in card.findChildren(QLabel)] == ["Days with practice", "Nothing yet."]
    assert card.stops == []


def test_beside_a_table_no_room_is_left_for_what_is_read_of_a_drawing(card):
    before = card.reading.height()
    press(card, "As a table")
    assert card.reading.height() == 0 < before
    press(card, "As a chart")
    assert card.reading.height() == before


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width_px", [210, 300, 700])
def test_no_head_of_a_table_is_cut(qtbot, width_px, percent):
    theme.set_text_percent(percent)
    table = FactTable(tables.runs([Run(TODAY, TODAY, 1), Run(TODAY, TODAY, 2)]), DAWN, "Runs")
    qtbot.addWidget(table)
    table.resize(width_px, 400)
    table.show()
    settle()
    heads, metrics, model = table.horizontalHeader(), table.horizontalHeader().fontMetrics(), table.model()
    for column in range(model.columnCount()):
        words, room_px = model.headerData(column, Qt.Orientation.Horizontal), table.columnWidth(column) - 8
        assert all(metrics.horizontalAdvance(word) <= room_px for word in words.split())
        needed = metrics.boundingRect(0, 0, room_px, 9999, Qt.TextFlag.TextWordWrap, words)
        assert heads.height() >= needed.height()


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
def test_beside_the_last_head_there_is_nothing_but_the_panel(qtbot, look):
    table = FactTable(Table(("What", "Pairs"), [("a", "8")]), look, "Used")
    qtbot.addWidget(table)
    table.resize(400, 200)
    table.show()
    settle()
    heads = table.horizontalHeader()
    image, panel, line = heads.grab().toImage(), look.color("panel"), look.color("line")
    right = range(heads.length(), heads.width())
    assert {image.pixelColor(x, y).name() for x in right for y in range(heads.height())} <= {panel.name(), line.name()}


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
def test_the_keyboard_can_be_seen_on_a_cell(qtbot, look):
    table = FactTable(Table(("What", "Pairs"), [("a", "8"), ("b", "9")]), look, "Used")
    qtbot.addWidget(table)
    table.resize(400, 200)
    show_active(qtbot, table)
    table.setFocus(Qt.FocusReason.TabFocusReason)
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Right):
        qtbot.keyClick(table, key)
        settle()
        place = table.visualRect(table.currentIndex())
        image = table.viewport().grab().toImage()
        assert image.pixelColor(place.left() + 1, place.center().y()).name() == look.color("ink").name()
    table.clearFocus()
    settle()
    assert table.viewport().grab().toImage().pixelColor(place.left() + 1, place.center().y()) != look.color("ink")


def test_rows_of_several_lines_have_space_between_them(qtbot):
    table = FactTable(Table(("What", "Pairs"), [(LONG, "8"), (LONG, "9")]), DAWN, "Used")
    qtbot.addWidget(table)
    table.resize(240, 400)
    table.show()
    settle()
    room_px = table.columnWidth(0) - 8
    words = table.fontMetrics().boundingRect(0, 0, room_px, 9999, Qt.TextFlag.TextWordWrap, LONG)
    assert table.rowHeight(0) >= words.height() + 8


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width_px", [300, 700])
def test_no_cell_of_a_table_is_cut(qtbot, width_px, percent):
    theme.set_text_percent(percent)
    table = FactTable(Table(("What", "Before", "Pairs"), [(LONG, "7", "12"), ("b", "6.5", "8")]), DAWN, "Used")
    qtbot.addWidget(table)
    table.resize(width_px, 400)
    table.show()
    settle()
    metrics, model = table.fontMetrics(), table.model()
    assert sum(table.columnWidth(column) for column in range(3)) <= table.viewport().width()
    for row, column in itertools.product(range(2), range(3)):
        words, room_px = model.data(model.index(row, column)), table.columnWidth(column) - 8
        assert all(metrics.horizontalAdvance(word) <= room_px for word in words.split())
        needed = metrics.boundingRect(0, 0, room_px, 9999, Qt.TextFlag.TextWordWrap, words)
        assert table.rowHeight(row) >= needed.height()


def test_a_table_of_many_rows_stays_low_and_is_scrolled(qtbot):
    table = FactTable(Table(("Day", "Times"), [(f"{row}", "1") for row in range(3000)]), DAWN, "Days")
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    settle()
    assert table.height() < 400
    assert table.verticalScrollBar().maximum() > 0
    assert table.model().rowCount() == 3000
