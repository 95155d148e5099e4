import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QPushButton
from tests.ui.fitting import settle, show_active

from steady.ui.theme import DUSK, TITLE
from steady.ui.widgets.column import Column
from steady.ui.widgets.label import label
from steady.ui.widgets.scroll import AROUND_PX, BAR_PX, Scroll
from steady.ui.widgets.whole_words import keep_words_whole


class Widths(QObject):
    """All the widths that a widget ever has, the ones within a single layout too."""

    def __init__(self, watched):
        super().__init__(watched)
        self.seen = set()
        watched.installEventFilter(self)

    def eventFilter(self, _watched, event):  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Resize:
            self.seen.add(event.size().width())
        return False


@pytest.fixture
def scroll(qtbot):
    column = Column()
    scroll = Scroll(DUSK, column)
    scroll.buttons = [QPushButton(str(number)) for number in range(12)]
    for button in scroll.buttons:
        button.setFixedHeight(100)
        column.rows.addWidget(button)
    qtbot.addWidget(scroll)
    scroll.resize(600, 400)
    show_active(qtbot, scroll)
    settle()
    return scroll


def _top(scroll, button):
    return button.mapTo(scroll.viewport(), button.rect().topLeft()).y()


@pytest.mark.parametrize("at", [11, 5, 0])
def test_it_follows_the_keyboard_and_shows_a_bit_around(scroll, at):
    scroll.buttons[6].setFocus()
    scroll.buttons[at].setFocus()

    top = _top(scroll, scroll.buttons[at])
    assert top >= (AROUND_PX if at > 0 else 0)
    assert top + 100 <= 400 - (AROUND_PX if at < 11 else 0)


def test_page_keys_turn_it_from_anywhere_inside_and_no_stop_of_tab_is_spent_on_it(qtbot, scroll):
    bar = scroll.verticalScrollBar()

    qtbot.keyClick(scroll, Qt.Key.Key_PageDown)
    assert bar.value() == 340
    qtbot.keyClick(scroll, Qt.Key.Key_PageUp)
    assert bar.value() == 0
    assert scroll.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_it_says_whether_there_is_more_below(qtbot, scroll):
    heard = []
    scroll.more_changed.connect(heard.append)
    assert scroll.has_more

    assert scroll.turn(9)
    assert not scroll.has_more
    assert not scroll.turn(1)
    scroll.to_top()

    assert heard == [False, True]


def _colours(bar):
    picture = bar.grab().toImage()
    return {picture.pixelColor(BAR_PX // 2, y).name() for y in range(picture.height())}


def test_the_bar_stands_in_the_margin_and_its_handle_goes_where_all_fits(scroll):
    bar = scroll.verticalScrollBar()
    assert bar.width() == BAR_PX
    assert DUSK.edge in _colours(bar)
    left = scroll.buttons[0].mapTo(scroll, scroll.buttons[0].rect().topLeft()).x()
    width = scroll.buttons[0].width()

    scroll.resize(600, 1400)
    settle()

    assert len(_colours(bar)) == 1
    assert scroll.buttons[0].width() == width
    assert scroll.buttons[0].mapTo(scroll, scroll.buttons[0].rect().topLeft()).x() == left


def test_no_width_changes_on_the_way_as_all_fits_or_no_longer_does(qtbot, scroll):
    """A width that changed would change the size of large text, and that whether all fits: round and round."""
    widths = Widths(scroll.buttons[0])
    for height in (1400, 1190, 1210, 300, 1400, 1200):
        scroll.resize(600, height)
        settle()
    assert widths.seen <= {scroll.buttons[0].width()}


@pytest.mark.parametrize("lines", [3, 4, 5])
def test_large_words_that_just_fit_and_just_don_t_come_to_rest(qtbot, lines):
    column = Column()
    scroll = Scroll(DUSK, column)
    words = keep_words_whole(label("One plain thought after the other. " * lines, DUSK, size=TITLE), TITLE)
    column.rows.addWidget(words)
    qtbot.addWidget(scroll)
    scroll.show()
    for height in range(120, 420, 3):
        scroll.resize(300, height)
        settle()
        assert words.height() >= words.heightForWidth(words.width())


def test_what_has_the_keyboard_stays_in_sight_when_the_window_shrinks(scroll):
    scroll.buttons[3].setFocus()
    scroll.resize(600, 220)
    settle()

    assert 0 <= _top(scroll, scroll.buttons[3]) <= 120


def test_the_handle_is_drawn_in_a_colour_that_reaches_three_to_one(scroll):
    bar = scroll.verticalScrollBar()
    picture = bar.grab().toImage()
    middle = [picture.pixelColor(BAR_PX // 2, y).name() for y in range(picture.height())]

    assert DUSK.edge in middle
