import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from steady.ui import theme
from steady.ui.theme import DAWN, DUSK, TARGET_PX
from steady.ui.widgets.speaker import Speaker


@pytest.fixture
def speaker(qtbot) -> Speaker:
    made = Speaker(DUSK)
    qtbot.addWidget(made)
    made.resize(made.sizeHint())
    return made


def drawn(speaker: Speaker) -> QImage:
    return speaker.grab().toImage()


def test_its_name_says_whether_sound_is_on(speaker):
    assert speaker.accessibleName() == "Sound is off"
    speaker.show_on(True)
    assert speaker.is_on
    assert speaker.accessibleName() == "Sound is on"


def test_on_and_off_differ_in_shape_and_not_in_colour_alone(speaker):
    def inked(image: QImage) -> set[tuple[int, int]]:
        ground = image.pixel(0, 0)
        return {(x, y) for x in range(image.width()) for y in range(image.height()) if image.pixel(x, y) != ground}

    off = inked(drawn(speaker))
    speaker.show_on(True)
    on = inked(drawn(speaker))
    assert len(on ^ off) > 40
    assert off


@pytest.mark.parametrize("percent", [100, 200])
def test_it_is_a_target_for_a_finger_and_grows_with_the_text(qtbot, percent):
    theme.set_text_percent(percent)
    made = Speaker(DAWN)
    qtbot.addWidget(made)
    assert made.sizeHint().width() >= TARGET_PX * (1.4 if percent == 200 else 1.0)
    assert made.sizeHint().height() >= TARGET_PX


def test_keyboard_and_mouse_press_it(speaker, qtbot):
    speaker.show()
    pressed = []
    speaker.clicked.connect(lambda: pressed.append(True))
    QTest.mouseClick(speaker, Qt.MouseButton.LeftButton)
    QTest.keyClick(speaker, Qt.Key.Key_Space)
    assert len(pressed) == 2
    assert not speaker.hasFocus(), "a click leaves the keyboard where it was"
    speaker.hide()


def test_where_the_keyboard_is_can_be_seen(speaker, qtbot):
    speaker.show()
    qtbot.waitExposed(speaker)
    without = drawn(speaker)
    speaker.setFocus()
    speaker.activateWindow()
    qtbot.waitUntil(speaker.hasFocus)
    assert drawn(speaker) != without
    speaker.hide()
