"""Words come in softly, and leave what is below them where it is."""

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from tests.ui.painting import painted

from steady.ui import theme
from steady.ui.theme import BODY, DUSK, TITLE
from steady.ui.widgets.soft_label import FADE_MS, STEP_MS, SoftLabel


@pytest.fixture
def soft(qtbot):
    made = SoftLabel(DUSK, size=TITLE)
    made.resize(400, 60)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.set_words("Breathe in")
    yield made
    made._alone.stop()


def strength(soft) -> int:
    """Return how strong the painted words are: the brightest pixel."""
    image = painted(soft)
    return max(image.pixelColor(x, y).green() for x in range(image.width()) for y in range(image.height()))


def test_the_first_words_are_there_at_once(soft):
    assert strength(soft) > 200


def test_new_words_begin_at_nothing_and_come_in_slowly(soft):
    soft.set_words("Breathe out")
    seen = [strength(soft)]
    while soft.is_coming_in:
        soft.step()
        seen.append(strength(soft))
    assert len(seen) > FADE_MS / STEP_MS
    assert FADE_MS >= 500
    assert seen == sorted(seen)
    assert max(after - before for before, after in itertools.pairwise(seen)) < 60
    assert seen[0] < 60
    assert seen[-1] > 200
    assert not soft._alone.isActive()


def test_where_nobody_sees_them_new_words_are_there_at_once_and_wake_nothing(qtbot, soft):
    soft.showMinimized()
    qtbot.waitUntil(soft.isMinimized)
    soft.set_words("Breathe out")
    assert not soft.is_coming_in
    assert not soft._alone.isActive()


def test_where_no_frame_comes_new_words_come_in_by_themselves(qtbot, clock):
    made = SoftLabel(DUSK)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.set_words("Paused")
    made.set_words("Go on when you like")
    clock.pass_by((FADE_MS + 2 * STEP_MS) / 1000)
    assert not made.is_coming_in
    assert strength(made) > 200


def test_while_frames_come_it_keeps_no_time_of_its_own(qtbot, clock):
    made = SoftLabel(DUSK)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.set_words("Breathe in")
    made.set_words("Breathe out")
    fired = 0
    while made.is_coming_in:
        fired += clock.pass_by(STEP_MS / 1000)
        made.step()
    assert fired == 0


def test_the_same_words_again_change_nothing(soft):
    soft.set_words("Breathe in")
    assert not soft.is_coming_in


def test_where_motion_is_reduced_words_are_simply_there(soft):
    soft.still = True
    soft.set_words("Breathe out")
    assert not soft.is_coming_in
    assert strength(soft) > 200


def test_words_that_nobody_sees_do_not_fade(soft):
    soft.hide()
    soft.set_words("Breathe out")
    assert not soft.is_coming_in


def test_markup_is_shown_as_it_is_written(soft):
    soft.set_words("<b>x</b>")
    assert soft.textFormat() is Qt.TextFormat.PlainText
    assert soft.text() == "<b>x</b>"


def test_letters_become_smaller_where_a_line_would_not_fit_but_never_smaller_than_the_body(soft):
    soft.keep_room_for(["Breathe out"])
    soft.fit(1000)
    usual = soft.font().pixelSize()
    assert usual == theme.font(TITLE).pixelSize()
    soft.fit(120)
    assert theme.font(BODY).pixelSize() <= soft.font().pixelSize() < usual
    assert QFontMetrics(soft.font()).horizontalAdvance("Breathe out") <= 120
    soft.fit(10)
    assert soft.font().pixelSize() == theme.font(BODY).pixelSize()
    soft.fit(1000)
    assert soft.font().pixelSize() == usual


def test_room_is_kept_for_words_that_may_come(qtbot):
    made = SoftLabel(DUSK)
    qtbot.addWidget(made)
    made.keep_room_for(["short", "a sentence that takes two lines in a narrow place"])
    made.setText("short")
    narrow = made.fit(220)
    made.setText("a sentence that takes two lines in a narrow place")
    assert made.fit(220) == narrow
    assert made.fit(900) < narrow


def test_words_longer_than_the_room_that_is_kept_are_not_cut(qtbot):
    made = SoftLabel(DUSK)
    qtbot.addWidget(made)
    made.keep_room_for(["short"])
    made.setText("many words " * 12)
    assert made.fit(150) >= 6 * QFontMetrics(made.font()).lineSpacing()
