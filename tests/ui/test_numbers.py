import pytest
from PySide6.QtCore import Qt

from steady.ui import numbers

QT = {
    "ALIGN_LEFT": Qt.AlignmentFlag.AlignLeft,
    "ALIGN_MIDDLE": Qt.AlignmentFlag.AlignVCenter,
    "ALIGN_CENTER": Qt.AlignmentFlag.AlignCenter,
    "WORD_WRAP": Qt.TextFlag.TextWordWrap,
    "PLAIN_TEXT": Qt.TextFormat.PlainText,
    "PRECISE_TIMER": Qt.TimerType.PreciseTimer,
    "TAB_FOCUS": Qt.FocusPolicy.TabFocus,
    "KEY_SPACE": Qt.Key.Key_Space,
    "KEY_ESCAPE": Qt.Key.Key_Escape,
    "KEY_RETURN": Qt.Key.Key_Return,
    "KEY_ENTER": Qt.Key.Key_Enter,
    "KEY_LEFT": Qt.Key.Key_Left,
    "KEY_UP": Qt.Key.Key_Up,
    "KEY_RIGHT": Qt.Key.Key_Right,
    "KEY_DOWN": Qt.Key.Key_Down,
    "KEY_F11": Qt.Key.Key_F11,
}


@pytest.mark.parametrize("name", QT)
def test_each_number_is_qt_s_own(name):
    assert getattr(numbers, name) == QT[name].value


def test_no_number_is_left_unchecked():
    assert {name for name in vars(numbers) if name.isupper()} == set(QT)
