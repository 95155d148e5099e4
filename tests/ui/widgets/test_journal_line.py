"""A line of the journal: question and field side by side, with room between them whatever the language."""

import pytest
from tests.ui.fitting import settle

from steady.ui.theme import DAWN
from steady.ui.widgets.journal_line import PAD_PX, JournalLine


@pytest.mark.parametrize("question", ["When", "Lo que me sentí empujada a hacer en ese momento, si acaso"])
def test_beside_the_field_the_question_keeps_its_distance_and_below_each_other_it_has_the_whole_width(qtbot, question):
    line = JournalLine(DAWN, "urge", question, "write, call, hide")
    qtbot.addWidget(line)
    line.resize(700, 60)
    line.show()
    settle()
    asked = line._question
    assert line.field.x() >= asked.geometry().right()
    assert asked.width() - 1 - asked.contentsRect().right() >= PAD_PX
    line.resize(300, 120)
    settle()
    assert asked.contentsRect().width() == asked.width()
