"""The quiet line of a page that shows what is in the log: so much of it could not be read."""

from PySide6.QtWidgets import QLabel

from steady.texts.left_out import left_out_words
from steady.ui.announce import announce


def show_left_out(line: QLabel, count: int) -> None:
    """Say it in that line, and once to a screen reader; nothing is there where nothing is missing."""
    sentence = left_out_words(count)
    if sentence and sentence != line.text():
        announce(line, sentence)
    line.setText(sentence)
    line.setVisible(bool(sentence))
