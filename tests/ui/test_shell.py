"""Keys: what a control does not want is the page's, Esc leaves from everywhere, letters have a switch."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QContextMenuEvent, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QListWidget, QMenu, QPlainTextEdit, QVBoxLayout
from tests.ui.fitting import settle

from steady.core.events import Stage
from steady.ui.page import Page
from steady.ui.shell import Shell
from steady.ui.theme import DUSK
from steady.ui.widgets.pill import Pill

SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


class Listening(Page):
    """A page that writes down what it is given."""

    def __init__(self) -> None:
        super().__init__(DUSK)
        self.name = "listening"
        self.given: list[object] = []
        self.pill = Pill("press me", DUSK)
        self.pill.clicked.connect(lambda: self.given.append("pill"))
        self.box = QPlainTextEdit()
        self.list = QComboBox()
        self.list.addItems(["one", "two"])
        column = QVBoxLayout(self)
        for widget in (self.pill, self.box, self.list):
            column.addWidget(widget)

    def press_space(self) -> bool:
        self.given.append("space")
        return True

    def press_arrow(self, direction: int) -> bool:
        self.given.append(direction)
        return True

    def press_letter(self, letter: str) -> bool:
        self.given.append(letter)
        return True


class Open:
    """A window with that page, and what it said."""

    def __init__(self, qtbot) -> None:
        self.shell = Shell(DUSK)
        self.page = Listening()
        self.said: list[str] = []
        self.shell.leave_wanted.connect(lambda: self.said.append("leave"))
        self.shell.menu_wanted.connect(lambda: self.said.append("menu"))
        self.shell.support_wanted.connect(lambda: self.said.append("support"))
        qtbot.addWidget(self.shell)
        self.shell.show_page(self.page)
        self.shell.show()
        self.shell.activateWindow()
        qtbot.waitUntil(self.shell.isActiveWindow)
        settle()

    def press(self, key, modifiers=Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.shell, key, modifiers)
        settle()


@pytest.fixture
def window(qtbot):
    return Open(qtbot)


def test_a_new_page_puts_the_keyboard_on_no_control(window):
    assert QApplication.focusWidget() is window.shell


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter])
def test_space_and_enter_are_the_pages_while_no_control_has_the_keyboard(window, key):
    window.press(key)
    assert window.page.given == ["space"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return])
def test_a_focused_button_keeps_its_own_space_and_enter(window, key):
    window.page.pill.setFocus()
    window.press(key)
    assert window.page.given == ["pill"]


@pytest.mark.parametrize(
    ("key", "direction"),
    [(Qt.Key.Key_Right, 1), (Qt.Key.Key_Up, 1), (Qt.Key.Key_Left, -1), (Qt.Key.Key_Down, -1)],
)
@pytest.mark.parametrize("focused", [True, False], ids=["a button focused", "nothing focused"])
def test_arrows_are_the_pages_also_where_a_button_has_the_keyboard(window, key, direction, focused):
    if focused:
        window.page.pill.setFocus()
    window.press(key)
    assert window.page.given == [direction]


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_P])
@pytest.mark.parametrize("held", [CONTROL, Qt.KeyboardModifier.AltModifier], ids=["ctrl", "alt"])
def test_a_key_held_with_ctrl_or_alt_is_none_of_ours(window, key, held):
    window.press(key, held)
    assert window.page.given == []


def test_the_keypads_arrows_are_arrows(window):
    window.press(Qt.Key.Key_Right, Qt.KeyboardModifier.KeypadModifier)
    assert window.page.given == [1]


def test_a_key_that_repeats_itself_counts_once(window):
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Space, Qt.KeyboardModifier.NoModifier, " ", autorep=True)
    QApplication.sendEvent(window.shell, event)
    assert window.page.given == []


def test_enter_held_down_on_a_button_presses_it_once(window):
    window.page.pill.setFocus()
    window.press(Qt.Key.Key_Return)
    event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(window.page.pill, event)
    assert window.page.given == ["pill"]


# -- letters --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("letter", ["p", "g", "k", "t"])
@pytest.mark.parametrize("modifiers", [Qt.KeyboardModifier.NoModifier, SHIFT], ids=["small", "capital"])
def test_single_letters_are_the_pages(window, letter, modifiers):
    window.press(getattr(Qt.Key, f"Key_{letter.upper()}"), modifiers)
    assert window.page.given == [letter]


def test_m_is_the_menu_on_every_page(window):
    window.press(Qt.Key.Key_M)
    assert window.said == ["menu"]
    assert window.page.given == []


@pytest.mark.parametrize("key", [Qt.Key.Key_M, Qt.Key.Key_P, Qt.Key.Key_G])
def test_letters_that_were_switched_off_do_nothing(window, key):
    window.shell.letter_keys = False
    window.press(key)
    assert (window.said, window.page.given) == ([], [])


def test_with_ctrl_letters_lead_on_where_they_alone_are_words_or_switched_off(window):
    window.shell.letter_keys = False
    window.page.letters = False
    told = []
    for signal, name in (
        (window.shell.ground_wanted, "ground"),
        (window.shell.words_wanted, "words"),
        (window.shell.support_wanted, "support"),
    ):
        signal.connect(lambda name=name: told.append(name))
    for key in (Qt.Key.Key_G, Qt.Key.Key_K, Qt.Key.Key_T, Qt.Key.Key_Q):
        window.press(key, Qt.KeyboardModifier.ControlModifier)
    assert told == ["ground", "words", "support"]
    assert window.page.given == []
    window.page.menu_in_bar = False  # a page that leads nowhere but on and back
    window.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    assert len(told) == 3


def test_space_esc_and_arrows_have_no_switch(window):
    window.shell.letter_keys = False
    window.press(Qt.Key.Key_Space)
    window.press(Qt.Key.Key_Right)
    window.press(Qt.Key.Key_Escape)
    assert window.page.given == ["space", 1]
    assert window.said == ["leave"]


def test_letters_and_spaces_that_are_typed_in_a_box_go_into_the_box(window):
    window.page.box.setFocus()
    QTest.keyClicks(window.page.box, "my gentle text")
    settle()
    assert window.page.box.toPlainText() == "my gentle text"
    assert (window.said, window.page.given) == ([], [])


# -- Esc ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["nothing", "pill", "box", "list"])
def test_esc_leaves_at_once_wherever_the_keyboard_is(window, where):
    if where != "nothing":
        getattr(window.page, where).setFocus()
    window.press(Qt.Key.Key_Escape)
    assert window.said == ["leave"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_esc_closes_an_open_list_first_and_leaves_with_the_next_press(window, qtbot):
    window.page.list.setFocus()
    window.page.list.showPopup()
    popup = window.page.list.view()
    qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not popup.isVisible())
    assert window.said == []
    window.press(Qt.Key.Key_Escape)
    assert window.said == ["leave"]


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_esc_closes_the_menu_of_a_text_box_first(window, qtbot):
    box = window.page.box
    place = box.rect().center()
    QApplication.postEvent(
        box.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, box.mapToGlobal(place))
    )
    qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    QTest.keyClick(QApplication.activePopupWidget(), Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is None)
    assert window.said == []


def test_a_control_that_is_using_esc_keeps_it(window):
    """An input method, or a list that is being edited, takes its own Esc; only what is left over leaves."""
    editing = QListWidget(window.page)
    editing.addItem("words")
    item = editing.item(0)
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsEditable)
    editing.show()
    editing.setFocus()
    editing.editItem(item)
    settle()
    window.press(Qt.Key.Key_Escape)
    assert window.said == []
    window.press(Qt.Key.Key_Escape)
    assert window.said == ["leave"]


def test_closing_the_window_is_leaving(window):
    window.shell.close()
    assert window.said == ["leave"]
    assert not window.shell.isVisible()


# -- the window -----------------------------------------------------------------------------------------------------


def test_f11_fills_the_screen_and_f11_again_gives_it_back(window):
    window.press(Qt.Key.Key_F11)
    assert window.shell.isFullScreen()
    window.press(Qt.Key.Key_F11)
    assert not window.shell.isFullScreen()
    assert window.shell.isVisible()


def test_a_click_leaves_the_keyboard_where_it_was(window):
    QTest.mouseClick(window.page.pill, Qt.MouseButton.LeftButton)
    assert window.page.given == ["pill"]
    assert QApplication.focusWidget() is window.shell
    window.page.box.setFocus()
    QTest.mouseClick(window.page.pill, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is window.page.box


def test_a_click_beside_every_control_gives_space_back_to_the_page(window):
    window.page.box.setFocus()
    QTest.mouseClick(window.page, Qt.MouseButton.LeftButton, pos=window.page.rect().bottomRight() - QPoint(3, 3))
    window.press(Qt.Key.Key_Space)
    assert window.page.given == ["space"]


def test_it_says_when_it_can_be_seen_and_when_not(window, qtbot):
    seen: list[bool] = []
    window.shell.seen_changed.connect(seen.append)
    assert window.shell.seen
    window.shell.hide()
    assert seen == [False]
    with qtbot.waitExposed(window.shell):
        window.shell.show()
    assert seen == [False, True]


def test_minimised_it_cannot_be_seen(window, qtbot):
    seen: list[bool] = []
    window.shell.seen_changed.connect(seen.append)
    window.shell.showMinimized()
    qtbot.waitUntil(lambda: seen == [False])
    window.shell.showNormal()
    qtbot.waitUntil(lambda: seen == [False, True])


def test_the_bar_stands_on_every_page_and_each_control_does_what_it_says(window):
    for name, said in (("Menu", "menu"), ("Support", "support"), ("Leave quickly: closes Steady at once", "leave")):
        (pill,) = [one for one in window.shell.findChildren(Pill) if one.accessibleName() == name]
        assert pill.isVisible()
        QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
        assert window.said.pop() == said


def test_new_colours_leave_one_bar_and_the_same_page(window):
    window.shell.wear(DUSK)
    settle()
    bars = [one for one in window.shell.findChildren(Pill) if one.accessibleName() == "Menu" and one.isVisible()]
    assert len(bars) == 1
    assert window.shell.page is window.page


# -- on the guide itself --------------------------------------------------------------------------------------------


def test_space_pauses_and_resumes_the_breath(rig):
    rig.open()
    rig.pass_by(2.0)
    rig.press(Qt.Key.Key_Space)
    assert rig.stage is Stage.PAUSED
    rig.press(Qt.Key.Key_Space)
    assert rig.stage is Stage.BREATHING


def test_after_a_click_on_pause_space_still_goes_on(rig):
    rig.open()
    rig.click("Pause")
    assert rig.stage is Stage.PAUSED
    rig.press(Qt.Key.Key_Space)
    assert rig.stage is Stage.BREATHING


def test_space_on_a_focused_way_out_takes_that_way_and_pauses_nothing(rig):
    rig.open()
    rig.tab_to("Pace")
    rig.press(Qt.Key.Key_Space)
    assert rig.stage is Stage.BREATHING
    assert "Use my pace" in rig.buttons()


def test_it_opens_no_larger_than_the_screen_it_opens_on(qtbot):
    room = QApplication.primaryScreen().availableSize()  # offscreen, 800 by 800
    shell = Shell(DUSK)
    qtbot.addWidget(shell)
    assert shell.width() < room.width() < 960
    assert shell.height() == 680


def test_on_a_screen_that_shows_everything_large_the_window_is_no_taller_than_it_and_pause_is_in_sight(
    monkeypatch, rig
):
    room = QSize(679, 348)  # 1366 by 768 at twice the size, without the frame
    monkeypatch.setattr("steady.ui.shell._room", lambda: room)
    rig.open()
    assert rig.shell.size() == room
    pause = rig.button("Pause")
    assert rig.shell.rect().contains(QRect(pause.mapTo(rig.shell, QPoint()), pause.size()))
