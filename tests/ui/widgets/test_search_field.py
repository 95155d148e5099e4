import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit
from tests.ui.fitting import settle, show_active

from steady.ui import theme
from steady.ui.theme import DUSK, TARGET_PX
from steady.ui.widgets.search_field import MOST_CHARACTERS, SearchField


@pytest.fixture
def field(qtbot):
    made = SearchField(DUSK, "What is it?", "“this”, “that”")
    qtbot.addWidget(made)
    made.resize(600, made.minimumHeight())
    show_active(qtbot, made)
    made.setFocus()
    return made


def test_each_character_is_told_and_enter_once(qtbot, field):
    words, entered = [], []
    field.changed.connect(words.append)
    field.entered.connect(lambda: entered.append(field.line.text()))
    qtbot.keyClicks(field.line, "ab")
    qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert words == ["a", "ab"]
    assert entered == ["ab"]


def test_it_is_a_text_field_with_a_name_and_examples_to_a_screen_reader(field):
    assert isinstance(field.focusProxy(), QLineEdit)
    assert field.line.accessibleName() == "What is it?"
    assert field.line.accessibleDescription() == "“this”, “that”"


@pytest.mark.parametrize(
    ("width_px", "percent", "shown"),
    [(600, 100, "What is it? “this”, “that”"), (200, 100, "What is it?"), (130, 200, "What is it?")],
)
def test_the_question_is_never_cut_and_examples_only_stand_where_there_is_room(qtbot, width_px, percent, shown):
    theme.set_text_percent(percent)
    field = SearchField(DUSK, "What is it?", "“this”, “that”")
    qtbot.addWidget(field)
    field.resize(width_px, field.minimumHeight())
    field.show()
    settle()
    assert field.line.placeholderText() == shown
    assert field.line.fontMetrics().horizontalAdvance(shown) <= field.line.width()
    assert field.height() >= TARGET_PX


def test_esc_and_up_are_left_to_the_window_and_down_leads_to_what_was_found(qtbot, field):
    went = []
    field.went_down.connect(lambda: went.append(True))
    qtbot.keyClicks(field.line, "word")
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    qtbot.keyClick(field.line, Qt.Key.Key_Up)
    assert field.line.text() == "word"
    assert went == []
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    assert went == [True]


def test_no_more_than_a_long_line_is_taken(qtbot, field):
    field.line.insert("x" * 500)
    assert len(field.line.text()) == MOST_CHARACTERS


def test_keyboards_on_the_screen_are_asked_to_learn_nothing_from_it(field):
    assert field.line.inputMethodHints() & Qt.InputMethodHint.ImhSensitiveData
