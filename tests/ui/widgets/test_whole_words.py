import pytest
from PySide6.QtGui import QFontMetrics

from steady.ui import theme
from steady.ui.theme import BODY, DUSK, TITLE
from steady.ui.widgets.label import label
from steady.ui.widgets.whole_words import keep_words_whole


def _made(qtbot, text, size):
    made = keep_words_whole(label(text, DUSK, size=size), size)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width_px", [640, 312, 200])
@pytest.mark.parametrize("text", ["findahelpline.com", "1-800-799-7233", "short words only"])
def test_no_word_is_wider_than_its_line(qtbot, text, width_px, percent):
    theme.set_text_percent(percent)
    made = _made(qtbot, text, TITLE)
    made.resize(width_px, 200)

    assert all(QFontMetrics(made.font()).horizontalAdvance(word) <= width_px for word in text.split())


def test_where_there_is_room_the_words_have_their_own_size_again(qtbot):
    made = _made(qtbot, "findahelpline.com", TITLE)
    own = theme.font(TITLE).pixelSize()

    made.resize(120, 200)
    assert made.font().pixelSize() < own
    made.resize(700, 200)
    assert made.font().pixelSize() == own


def test_body_text_keeps_its_size_in_a_narrow_window_and_a_thought_stays_above_it(qtbot):
    body, thought = _made(qtbot, "a few short words", BODY), _made(qtbot, "a few short words", TITLE)
    for made in (body, thought):
        made.resize(312, 200)

    assert body.font().pixelSize() == 16
    assert 16 < thought.font().pixelSize() < theme.font(TITLE).pixelSize()


def test_a_word_that_no_size_can_fit_stays_readable(qtbot):
    made = _made(qtbot, "w" * 200, BODY)
    made.resize(100, 200)

    assert made.font().pixelSize() == 10
