import pytest
from PySide6.QtCore import QPoint, Qt
from tests.ui.fitting import settle, show_active

from steady.core.steps import Box
from steady.ui.theme import DUSK
from steady.ui.widgets.field import MOST_LINES
from steady.ui.widgets.thought_box import ThoughtBox

BOX = Box("fact", "What is a fact?", "write, or leave it empty")


@pytest.fixture
def box(qtbot):
    box = ThoughtBox(DUSK, BOX)
    qtbot.addWidget(box)
    box.resize(383, 140)
    show_active(qtbot, box)
    box.field.clearFocus()
    settle()
    return box


def _border(box):
    """The colours along the top border, from corner to corner."""
    picture = box.grab().toImage()
    return [picture.pixelColor(x, 1).name() for x in range(30, picture.width() - 30)]


def test_a_screen_reader_hears_question_and_hint(box):
    assert box.field.accessibleName() == BOX.label
    assert box.field.accessibleDescription() == BOX.hint
    assert box.field.placeholderText() == BOX.hint


def test_the_border_is_dashed_while_empty_whole_when_written_in_and_accent_with_the_keyboard(box):
    assert DUSK.panel in _border(box)

    box.field.setPlainText("I wrote at 6:10.")
    assert DUSK.panel not in _border(box)
    assert DUSK.accent not in _border(box)

    box.field.setFocus()
    assert set(_border(box)) == {DUSK.accent}


def test_every_change_of_words_is_told_with_the_place(qtbot, box):
    told = []
    box.words_changed.connect(lambda *what: told.append(what))

    qtbot.keyClicks(box.field, "no")

    assert told == [("fact", "n"), ("fact", "no")]


def test_it_grows_with_its_words_up_to_a_limit_and_shrinks_again(box):
    heights = []
    for lines in (1, 4, MOST_LINES, MOST_LINES + 9, 1):
        box.field.setPlainText("\n".join("x" * lines))
        settle()
        heights.append(box.field.height())

    assert heights[0] < heights[1] < heights[2]
    assert heights[2] == heights[3]
    assert heights[4] == heights[0] >= 44


def test_a_narrow_box_has_room_for_a_hint_in_several_lines(qtbot):
    box = ThoughtBox(DUSK, Box("else", "What else?", "a long meeting, a flat battery, a need for some quiet, a nap"))
    qtbot.addWidget(box)
    box.show()
    wide, narrow = [], []
    for width, heights in ((500, wide), (170, narrow)):
        box.resize(width, box.layout().heightForWidth(width))
        settle()
        heights.append(box.field.height())

    assert narrow[0] > wide[0]


def test_a_click_beside_the_field_is_meant_for_it(qtbot, box):
    qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=QPoint(box.width() - 4, box.height() - 4))

    assert box.field.hasFocus()


def test_what_was_emptied_can_be_undone(box):
    box.field.insertPlainText("kept")
    box.empty()
    assert box.words == ""

    box.field.undo()
    assert box.words == "kept"
