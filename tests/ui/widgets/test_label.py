"""Text is text, never markup; and it is one of the theme's colours."""

import pytest
from PySide6.QtCore import Qt

from steady.ui.theme import DAWN, SMALL, TITLE
from steady.ui.widgets.label import escaped, label, tint


@pytest.mark.parametrize("text", ["<b>bold</b>", "a & b", "<img src='x'>", "5 < 6"])
def test_it_shows_to_the_letter_what_it_was_given(qtbot, text):
    made = label(text, DAWN)
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == text


def test_long_words_go_to_the_next_line(qtbot):
    made = label("one two three four five six", DAWN)
    qtbot.addWidget(made)
    assert made.wordWrap()
    assert made.heightForWidth(60) > made.heightForWidth(600)


def test_sizes_and_colours_come_from_the_theme(qtbot):
    small, large = label("x", DAWN, size=SMALL, color="soft_ink"), label("x", DAWN, size=TITLE)
    for made in (small, large):
        qtbot.addWidget(made)
    assert small.font().pixelSize() < large.font().pixelSize()
    assert small.palette().color(small.foregroundRole()) == DAWN.color("soft_ink")
    tint(small, DAWN, "support")
    assert small.palette().color(small.foregroundRole()) == DAWN.color("support")


def test_centred_is_centred(qtbot):
    made = label("x", DAWN, centered=True)
    qtbot.addWidget(made)
    assert made.alignment() & Qt.AlignmentFlag.AlignHCenter


def test_an_ampersand_stays_one_in_a_control_that_reads_mnemonics():
    assert escaped("Fish & chips && more") == "Fish && chips &&&& more"
