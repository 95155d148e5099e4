"""A question belongs to its field, for the mouse and for a screen reader, and is shown to the letter."""

import pytest
from PySide6.QtWidgets import QWidget

from steady.ui.theme import DUSK
from steady.ui.widgets.asked_field import AskedField
from steady.ui.widgets.field import Field
from steady.ui.widgets.label import label


@pytest.mark.parametrize("words", ["You & me", "R&B", "&", "plain"])
def test_an_ampersand_in_a_question_is_an_ampersand(qtbot, words):
    question, alone = label(words, DUSK), label(words, DUSK)
    asked = AskedField(DUSK, question, "a hint", Field(DUSK))
    host = QWidget()
    for parent, shown in ((asked, question), (host, alone)):
        qtbot.addWidget(parent)
        shown.setParent(parent)
        shown.setFixedSize(200, 40)
    assert question.grab().toImage() == alone.grab().toImage()
    assert asked.field.accessibleName() == words
