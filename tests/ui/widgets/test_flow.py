"""A row of controls that wraps, so that nothing is cut in a narrow window."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from steady.ui.theme import DUSK, GAP_PX
from steady.ui.widgets.flow import Flow
from steady.ui.widgets.pill import Pill

WORDS = ("Pause", "Pace", "Ground me", "Kind words", "Talk to someone")


class Row:
    def __init__(self, qtbot, *, centered: bool = True, gap_px: int = GAP_PX) -> None:
        self.host = QWidget()
        qtbot.addWidget(self.host)
        self.flow = Flow(self.host, centered=centered, gap_px=gap_px)
        self.pills = [Pill(words, DUSK) for words in WORDS]
        for pill in self.pills:
            self.flow.addWidget(pill)
        self.host.show()

    def at(self, width: int) -> list[list[Pill]]:
        """Lay out at that width; return the lines."""
        self.host.resize(width, self.flow.heightForWidth(width))
        self.flow.activate()
        self.flow.setGeometry(self.host.rect())
        shown = [pill for pill in self.pills if not pill.isHidden()]
        tops = sorted({pill.geometry().center().y() for pill in shown})
        return [[pill for pill in shown if pill.geometry().center().y() == top] for top in tops]


@pytest.fixture
def row(qtbot):
    return Row(qtbot)


def test_where_there_is_room_all_stand_in_one_line_in_their_order(row):
    ((*line,),) = row.at(900)
    lefts = [pill.x() for pill in line]
    assert [pill.words for pill in line] == list(WORDS)
    assert lefts == sorted(lefts)


@pytest.mark.parametrize("width", [600, 400, 250, 180])
def test_in_a_narrow_place_nothing_overlaps_and_nothing_is_cut(row, width):
    lines = row.at(width)
    assert len(lines) > 1
    for line in lines:
        for pill in line:
            assert row.host.rect().contains(pill.geometry())
            assert pill.width() >= pill.minimumSizeHint().width()
            assert pill.height() >= pill.heightForWidth(pill.width())
    for at, pill in enumerate(row.pills):
        assert not any(pill.geometry().intersects(other.geometry()) for other in row.pills[at + 1 :])


def test_a_line_stands_in_the_middle_or_at_the_start(qtbot):
    centered, plain = Row(qtbot), Row(qtbot, centered=False)
    (line,) = centered.at(900)
    left, right = line[0].x(), 900 - line[-1].geometry().right() - 1
    assert abs(left - right) <= 1
    (line,) = plain.at(900)
    assert line[0].x() == 0


def test_what_is_hidden_takes_no_room(row):
    before = row.at(900)[0][-1].geometry().right() - row.at(900)[0][0].x()
    row.pills[1].hide()
    after = row.at(900)[0][-1].geometry().right() - row.at(900)[0][0].x()
    assert before - after == row.pills[1].sizeHint().width() + GAP_PX


def test_right_to_left_it_begins_at_the_right(row):
    row.host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    (line,) = row.at(900)
    lefts = [pill.x() for pill in line]
    assert lefts == sorted(lefts, reverse=True)


def test_an_item_that_is_taken_back_is_gone_and_past_the_end_is_nothing(row):
    assert row.flow.count() == 5
    assert row.flow.takeAt(0).widget() is row.pills[0]
    assert row.flow.count() == 4
    assert row.flow.itemAt(9) is None
    assert row.flow.takeAt(9) is None


def test_its_least_width_is_that_of_the_widest_words(row):
    widest = max(pill.minimumSizeHint().width() for pill in row.pills)
    assert row.flow.minimumSize().width() == widest
