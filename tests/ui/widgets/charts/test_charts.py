"""Each chart draws what was logged, lets every mark be read, and gives no words of anyone to pyqtgraph."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import QAccessible, QImage, QKeyEvent, QMouseEvent, QPainter, QRegion
from PySide6.QtWidgets import QApplication, QGraphicsTextItem
from tests.ui.fitting import show_active
from tests.ui.painting import differing

from steady.core.progress.facts import Pair
from steady.core.progress.hours import by_hour
from steady.core.progress.pairs import used
from steady.core.progress.runs import Run, calm_runs
from steady.core.progress.signs import lines
from steady.ui import theme
from steady.ui.theme import DAWN, DUSK
from steady.ui.widgets.charts.calendar import Calendar
from steady.ui.widgets.charts.chart import Chart
from steady.ui.widgets.charts.hour_map import HourMap
from steady.ui.widgets.charts.pair_marks import PairMarks
from steady.ui.widgets.charts.run_bars import RunBars, stretches
from steady.ui.widgets.charts.sign_lines import SignLines
from steady.ui.widgets.charts.used_dots import UsedDots, UsedRow

MARKUP = "my <b>own</b> & other"
KINDS = ("calendar", "runs", "pairs", "used", "signs", "hours")


def drawing(kind: str, facts, today: date):
    runs, found = calm_runs(one.day for one in facts.days), used(facts.by_exercise)
    named = [UsedRow(MARKUP, one.summary) for one in found]
    return {
        "calendar": lambda: Calendar({one.day: one.times for one in facts.days}, today),
        "runs": lambda: RunBars(runs, today - timedelta(days=90), today),
        "pairs": lambda: PairMarks(facts.pairs, [MARKUP] * len(facts.pairs)),
        "used": lambda: UsedDots([UsedRow("Exercises"), *named]),
        "signs": lambda: SignLines(lines(facts.weeks)),
        "hours": lambda: HourMap(by_hour(facts.hours)),
    }[kind]()


def shown(qtbot, what, look=DUSK, width_px: int = 700) -> Chart:
    chart = Chart(what, look, "A chart", "What it shows.")
    qtbot.addWidget(chart)
    chart.resize(width_px, chart.heightForWidth(width_px))
    show_active(qtbot, chart)
    return chart


@pytest.fixture(params=KINDS)
def chart(request, qtbot, facts, today) -> Chart:
    return shown(qtbot, drawing(request.param, facts, today))


def picture(chart: Chart) -> QImage:
    image = QImage(chart.size(), QImage.Format.Format_RGB32)
    image.fill(DUSK.color("panel"))
    with QPainter(image) as painter:
        chart.render(painter, QPoint(), QRegion(), chart.RenderFlag.DrawChildren)
    return image


# -- what is drawn ----------------------------------------------------------------------------------------------


def test_it_draws_more_than_its_ground(chart):
    ground = QImage(chart.size(), QImage.Format.Format_RGB32)
    ground.fill(DUSK.color("panel"))
    assert differing(picture(chart), ground, near=30) > 500


def test_every_mark_lies_within_the_chart_and_none_on_another(chart):
    inside = QRectF(chart.rect()).adjusted(-3, -3, 3, 3)
    places = [mark.place for mark in chart.marks.marks]
    assert places
    assert all(inside.contains(place) for place in places)
    centers = [(round(place.center().x(), 1), round(place.center().y(), 1)) for place in places]
    assert len(set(centers)) == len(centers)


def test_every_word_lies_within_the_chart(chart):
    places = [word.place for word in chart.canvas.words]
    assert places
    assert all(place.left() >= 0 and place.right() <= chart.width() + 1 for place in places)
    assert all(place.bottom() <= chart.height() + 1 for place in places)


@pytest.mark.parametrize("width_px", [300, 1000])
def test_it_draws_itself_anew_at_another_width_and_leaves_nothing_behind(chart, width_px):
    items = len(chart._box.addedItems)
    chart.resize(width_px, chart.heightForWidth(width_px))
    assert len(chart._box.addedItems) <= items + 1
    assert all(mark.place.right() <= width_px + 3 for mark in chart.marks.marks)


def test_larger_text_makes_a_taller_chart(chart):
    before = chart.heightForWidth(700)
    theme.set_text_percent(200)
    assert chart.heightForWidth(700) > 1.5 * before


def test_no_words_at_all_reach_pyqtgraph(chart):
    import pyqtgraph

    texts = [
        item
        for item in chart._view.scene().items()
        if isinstance(item, QGraphicsTextItem | pyqtgraph.TextItem | pyqtgraph.LabelItem | pyqtgraph.AxisItem)
    ]
    assert texts == []


@pytest.mark.parametrize("kind", ["used", "pairs"])
def test_markup_in_a_name_is_read_to_the_letter(qtbot, facts, today, kind):
    chart = shown(qtbot, drawing(kind, facts, today))
    assert all(MARKUP in mark.words for mark in chart.marks.marks)
    if kind == "used":
        assert MARKUP in [word.text for word in chart.canvas.words]


# -- reading ----------------------------------------------------------------------------------------------------


def test_arrow_keys_come_to_every_mark_of_a_row_and_each_is_read(chart, qtbot):
    heard: list[str] = []
    chart.read.connect(heard.append)
    chart.setFocus()
    row = chart.marks.marks[0].row
    wanted = {mark.words for mark in chart.marks.marks if mark.row == row}
    qtbot.keyClick(chart.marks, Qt.Key.Key_End)
    qtbot.keyClick(chart.marks, Qt.Key.Key_Home)
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
        for _ in wanted:
            qtbot.keyClick(chart.marks, key)
    assert wanted <= set(heard) | {chart.marks.marks[chart.marks.at].words}


def test_the_keyboard_comes_to_the_newest_mark_first(chart):
    chart.setFocus()
    assert chart.marks.at == len(chart.marks.marks) - 1


def test_up_and_down_come_to_every_row_that_has_a_mark(chart, qtbot):
    chart.setFocus()
    qtbot.keyClick(chart.marks, Qt.Key.Key_Home)
    rows = {mark.row for mark in chart.marks.marks}
    seen = {chart.marks.marks[chart.marks.at].row}
    for key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
        for _ in rows:
            qtbot.keyClick(chart.marks, key)
            seen.add(chart.marks.marks[chart.marks.at].row)
    assert seen == rows


def test_a_pointer_reads_the_mark_it_rests_on_and_nothing_once_it_is_gone(chart, qtbot):
    chart.marks.clearFocus()
    chart.marks.leaveEvent(QEvent(QEvent.Type.Leave))
    heard: list[str] = []
    chart.read.connect(heard.append)
    mark = chart.marks.marks[len(chart.marks.marks) // 3]
    point, none = mark.place.center(), Qt.MouseButton.NoButton
    moved = QMouseEvent(QEvent.Type.MouseMove, point, chart.mapToGlobal(point), none, none, Qt.KeyboardModifier(0))
    QApplication.sendEvent(chart.marks.viewport(), moved)
    assert heard[-1] == mark.words
    chart.marks.leaveEvent(QEvent(QEvent.Type.Leave))
    assert heard[-1] == ""


def test_a_press_takes_the_keyboard_to_a_mark(chart, qtbot):
    mark = chart.marks.marks[0]
    qtbot.mouseClick(chart.marks.viewport(), Qt.MouseButton.LeftButton, pos=mark.place.center().toPoint())
    assert chart.marks.at == 0
    assert chart.marks.hasFocus()


def test_letters_space_and_tab_are_left_to_the_page(chart):
    for key in (Qt.Key.Key_K, Qt.Key.Key_Space, Qt.Key.Key_Escape):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier)
        chart.marks.keyPressEvent(event)
        assert not event.isAccepted()


def test_a_screen_reader_finds_a_list_with_a_name_a_sentence_and_every_mark(chart):
    found = QAccessible.queryAccessibleInterface(chart.marks)
    assert found.text(QAccessible.Text.Name) == "A chart"
    assert found.text(QAccessible.Text.Description) == "What it shows."
    assert found.childCount() == len(chart.marks.marks)
    words = [found.child(place).text(QAccessible.Text.Name) for place in range(min(5, found.childCount()))]
    assert words == [mark.words for mark in chart.marks.marks[:5]]


def test_the_keyboard_can_be_seen_on_a_mark(chart):
    chart.setFocus()
    chart.marks.go_to(0)
    before = picture(chart)
    chart.marks.go_to(len(chart.marks.marks) - 1)
    if len(chart.marks.marks) > 1:
        assert differing(picture(chart), before, near=10) > 10


# -- each of them -----------------------------------------------------------------------------------------------


def test_the_calendar_scrolls_back_for_years_and_comes_back(qtbot, today):
    first = today - timedelta(days=3 * 365)
    chart = shown(qtbot, Calendar({first: 1, today: 2}, today))
    assert chart.marks.marks[-1].words.startswith("24 November 2026: practised 2 times")
    shifts = 0
    while chart.shift(-1):
        shifts += 1
    assert shifts >= 4
    assert chart.marks.marks[0].words == "25 November 2023: practised once."
    while chart.shift(1):
        shifts -= 1
    assert shifts == 0
    assert chart.marks.marks[-1].words.startswith("24 November 2026")


def test_an_arrow_past_the_edge_of_the_calendar_scrolls_it(qtbot, today):
    chart = shown(qtbot, Calendar({today - timedelta(days=900): 1}, today))
    chart.setFocus()
    qtbot.keyClick(chart.marks, Qt.Key.Key_Home)
    oldest = chart.marks.marks[0].words
    qtbot.keyClick(chart.marks, Qt.Key.Key_Left)
    assert chart.marks.marks[0].words != oldest
    assert chart.marks.at == len(chart.marks.marks) - 1


def test_a_day_without_practice_is_said_to_have_none_and_days_before_the_first_say_nothing(qtbot, today):
    chart = shown(qtbot, Calendar({today - timedelta(days=1): 1}, today))
    assert [mark.words for mark in chart.marks.marks] == [
        "23 November 2026: practised once.",
        "24 November 2026: no practice logged.",
    ]


def test_rest_is_a_stretch_of_its_own_and_never_counted(qtbot, today):
    run = Run(date(2026, 11, 2), date(2026, 11, 8), 5, (date(2026, 11, 4), date(2026, 11, 5)))
    assert stretches(run) == [
        (date(2026, 11, 2), date(2026, 11, 3), False),
        (date(2026, 11, 4), date(2026, 11, 5), True),
        (date(2026, 11, 6), date(2026, 11, 8), False),
    ]
    chart = shown(qtbot, RunBars([run], date(2026, 10, 26), today))
    assert [mark.words for mark in chart.marks.marks] == [
        "2 November 2026 to 8 November 2026: 5 days with practice, and 2 of rest."
    ]
    assert "5" in [word.text for word in chart.canvas.words]


def test_rest_is_drawn_slimmer_than_practice(qtbot, today):
    run = Run(date(2026, 11, 2), date(2026, 11, 8), 5, (date(2026, 11, 5), date(2026, 11, 6)))
    chart = shown(qtbot, RunBars([run], date(2026, 10, 26), today))
    image, panel = picture(chart), DUSK.color("panel")
    place, day_px = chart.marks.marks[0].place, chart.marks.marks[0].place.width() / 7

    def inked(day: float) -> int:
        x = int(place.left() + day * day_px)
        rows = range(int(place.top()), int(place.bottom()))
        return sum(abs(image.pixelColor(x, y).green() - panel.green()) > 40 for y in rows)

    assert inked(1.5) > 0.85 * place.height()
    assert 2 <= inked(4.0) < 0.5 * place.height()


def test_the_ends_of_a_bar_are_round_and_not_stepped(qtbot, today):
    run = Run(today - timedelta(days=20), today - timedelta(days=4), 17)
    chart = shown(qtbot, RunBars([run], today - timedelta(days=29), today))
    image, place = picture(chart), chart.marks.marks[0].place
    corner = [image.pixelColor(int(place.left()) + x, int(place.top()) + y) for x in range(8) for y in range(8)]
    panel, accent = DUSK.color("panel").name(), DUSK.color("accent").name()
    assert len({one.name() for one in corner} - {panel, accent}) > 5


def test_with_larger_text_the_marks_of_pairs_are_larger_and_fewer(qtbot, facts):
    pairs = [facts.pairs[0]] * 200
    usual = shown(qtbot, PairMarks(pairs, ["Longer out"] * 200))
    theme.set_text_percent(200)
    large = shown(qtbot, PairMarks(pairs, ["Longer out"] * 200))
    assert len(large.marks.marks) < 0.6 * len(usual.marks.marks)
    assert large.marks.marks[0].place.width() > 1.6 * usual.marks.marks[0].place.width()


def test_signs_say_when_they_begin_and_end(qtbot, facts):
    chart = shown(qtbot, SignLines(lines(facts.weeks)))
    words = [word.text for word in chart.canvas.words]
    assert words[-2:] == ["16 Nov", "31 Aug"]


@pytest.mark.parametrize("kind", ["signs", "pairs"])
def test_one_week_or_one_day_is_named_once(qtbot, facts, kind):
    alike = {"signs": SignLines(lines(facts.weeks[:1])), "pairs": PairMarks(facts.pairs[:1] * 40, [""] * 40)}
    words = [word.text for word in shown(qtbot, alike[kind]).canvas.words]
    assert words.count("31 Aug" if kind == "signs" else "26 Aug") == 1


@pytest.mark.parametrize(
    ("days", "words"), [(30, ["22 Oct", "21 Nov"]), (400, ["Oct 2025", "Nov 2026"])], ids=["short", "long"]
)
def test_the_ends_of_a_long_time_say_their_years(qtbot, facts, today, days, words):
    first = facts.pairs[-1]._replace(at=facts.pairs[-1].at - timedelta(days=days))
    chart = shown(qtbot, PairMarks([first, *facts.pairs[-20:]], ["Longer out"] * 21))
    assert [word.text for word in chart.canvas.words][-2:] == words


def test_the_end_of_a_year_gives_way_to_the_name_of_the_next(qtbot):
    today = date(2026, 11, 27)
    chart = shown(qtbot, RunBars([Run(today, today, 1)], date(2021, 11, 28), today))
    assert [word.text for word in chart.canvas.words if word.text.startswith("20")] == [
        "2026",
        *(str(year) for year in range(2022, 2026)),
    ]


def test_a_calendar_of_another_year_says_which(qtbot, today):
    calendar = Calendar({today - timedelta(days=900): 1}, today)
    chart = shown(qtbot, calendar)
    while chart.shift(-1):
        months = [word.text for word in chart.canvas.words if word.place.top() == 0]
        assert calendar.newest.year == today.year or "20" in "".join(months)
    assert "20" not in months[1]


def test_more_pairs_than_there_is_room_for_are_gone_through_from_the_newest(qtbot, facts):
    pairs = [Pair(facts.pairs[0].at + timedelta(days=place), "x", 7, 3) for place in range(200)]
    chart = shown(qtbot, PairMarks(pairs, ["Longer out"] * 200), width_px=400)
    last = chart.marks.marks[-1].words
    seen = {mark.words for mark in chart.marks.marks}
    while chart.shift(-1):
        seen |= {mark.words for mark in chart.marks.marks}
    assert len(seen) == 200
    while chart.shift(1):
        pass
    assert chart.marks.marks[-1].words == last


def test_a_pair_that_became_harder_is_drawn_and_read_like_any_other(qtbot, facts):
    chart = shown(qtbot, PairMarks([facts.pairs[0]._replace(before=3, after=8)], ["Longer out"]))
    assert chart.marks.marks[0].words.endswith("Longer out: 3 before, 8 after.")


def test_a_far_pointer_reads_nothing(qtbot, facts, today):
    chart = shown(qtbot, drawing("hours", facts, today))
    assert chart.marks.nearest(QPointF(-500, -500)) is None


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=lambda look: look.name)
@pytest.mark.parametrize("kind", KINDS)
def test_it_is_drawn_in_both_looks(qtbot, facts, today, kind, look):
    chart = shown(qtbot, drawing(kind, facts, today), look)
    assert chart.grab().toImage().pixelColor(1, 1).alpha() >= 0
    assert chart.canvas.look is look


@pytest.mark.parametrize(("days", "named"), [(30, "9 Nov"), (300, "Jul"), (1500, "2025")])
def test_the_longer_the_time_the_larger_the_steps_that_are_named(qtbot, today, days, named):
    chart = shown(qtbot, RunBars([Run(today, today, 1)], today - timedelta(days=days), today))
    words = [word.text for word in chart.canvas.words]
    assert named in words
    assert len(set(words)) == len(words)
