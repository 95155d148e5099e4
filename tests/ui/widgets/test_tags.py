"""A tag of one's own: the line to write it in says how, or nothing; half a sentence is never shown."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.ui import theme
from steady.ui.theme import DAWN
from steady.ui.widgets.tags import TagRow

HINT = "a few words, then Enter"


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("width_px", [280, 330, 500, 800])
def test_the_hint_is_whole_or_not_there(qtbot, percent, width_px):
    theme.set_text_percent(percent)
    host = QWidget()
    qtbot.addWidget(host)
    row = TagRow(DAWN, "What set it off", (), (), str)
    QVBoxLayout(host).addWidget(row)
    host.resize(QSize(width_px, 400))
    host.show()
    row.add.click()
    qtbot.waitUntil(lambda: row._own.width() > 0)
    line = row._own.line
    hint_px = QFontMetrics(line.font()).horizontalAdvance(HINT)
    assert line.placeholderText() in ("", HINT)
    assert not line.placeholderText() or hint_px + 8 <= line.width()
    if row.width() > hint_px + 60:
        assert line.placeholderText() == HINT
    assert line.accessibleName() == "Add one of my own: What set it off"
