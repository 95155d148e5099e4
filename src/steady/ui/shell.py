"""The window: a bar with Menu, Support and Leave quickly, and a stack of pages below it. Nothing else."""

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QVBoxLayout, QWidget

from steady.texts import say
from steady.texts.ui import Ui
from steady.ui.numbers import (
    KEY_DOWN,
    KEY_ENTER,
    KEY_ESCAPE,
    KEY_F11,
    KEY_LEFT,
    KEY_RETURN,
    KEY_RIGHT,
    KEY_SPACE,
    KEY_UP,
)
from steady.ui.page import Page
from steady.ui.theme import Theme
from steady.ui.widgets.top_bar import TopBar

ARROWS = {KEY_RIGHT: 1, KEY_UP: 1, KEY_LEFT: -1, KEY_DOWN: -1}
FIRST_SIZE_PX = (960, 680)
FRAME_PX = (4, 36)
"""About what a desktop draws around a window, where that is still to be guessed."""
LEAST_SIZE_PX = (360, 480)


class Shell(QWidget):
    """Maps keys to the page that is shown, and says when it can be seen."""

    heard_as = "Window"
    """The role that `ui/heard.py` gives it."""

    menu_wanted = Signal()
    support_wanted = Signal()
    sound_wanted = Signal()
    ground_wanted = Signal()
    words_wanted = Signal()
    leave_wanted = Signal()
    seen_changed = Signal(bool)
    page_turned = Signal()
    """Another page is shown from now on; nothing of what it does has begun."""
    """Whether any of the window can be seen: it is shown and not minimised."""

    def __init__(self, look: Theme) -> None:
        super().__init__()
        self.letter_keys = True
        self._seen = False
        self._sound_on = False
        self.setWindowTitle(say(Ui.APP))
        room = _room()
        self.resize(QSize(*FIRST_SIZE_PX).boundedTo(room))
        self.setMinimumSize(QSize(*LEAST_SIZE_PX).boundedTo(room))
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(0)
        self._stack = QStackedWidget()
        self._bar: TopBar | None = None
        self._layout.addWidget(self._stack, 1)
        self.wear(look)

    def wear(self, look: Theme) -> None:
        """Wear these colours and the text size of now. Pages are made anew by whoever made them."""
        self.setPalette(look.palette())
        if self._bar is not None:
            self._layout.removeWidget(self._bar)
            self._bar.hide()
            self._bar.deleteLater()
        self._bar = TopBar(look)
        self._bar.menu_wanted.connect(self.menu_wanted)
        self._bar.support_wanted.connect(self.support_wanted)
        self._bar.sound_wanted.connect(self.sound_wanted)
        self._bar.show_sound(self._sound_on)
        self._bar.leave_wanted.connect(self.leave_wanted)
        self._layout.insertWidget(0, self._bar)
        if self.page is not None:
            self._offer(self.page)
        self._put_bar_last()

    def show_sound(self, on: bool) -> None:  # noqa: FBT001 - a state, as Qt's setters take it
        """Show whether sound is on."""
        self._sound_on = on
        if self._bar is not None:
            self._bar.show_sound(on)

    @property
    def page(self) -> Page | None:
        """The page that is shown."""
        page = self._stack.currentWidget()
        return page if isinstance(page, Page) else None

    @property
    def seen(self) -> bool:
        """Whether any of the window can be seen."""
        return self._seen

    def show_page(self, page: Page) -> None:
        """Show this page, and put the keyboard on no control."""
        if self._stack.indexOf(page) < 0:
            self._stack.addWidget(page)
            page.renamed.connect(self._name)
            page.stops_moved.connect(self._put_bar_last)
        self.setFocus()  # first: Qt would lend the keyboard to a control of the new page, which would scroll to it
        self._stack.setCurrentWidget(page)
        self.page_turned.emit()
        self._offer(page)
        self._name()
        self._put_bar_last()

    def _offer(self, page: Page) -> None:
        """Have the bar offer what this page wants there."""
        if self._bar is not None:
            self._bar.offer_support(page.support_in_bar)
            self._bar.offer_menu(page.menu_in_bar)
            self._bar.offer_sound(page.sounds)

    def _name(self) -> None:
        """Say what is shown to whoever asks about the window."""
        if self.page is not None:
            self.setAccessibleDescription(self.page.name)

    def drop_page(self, page: Page) -> None:
        """Let go of a page that will not be shown again."""
        self._stack.removeWidget(page)
        page.deleteLater()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Keys that no control wanted: Esc, F11, Space, arrows, letters."""
        key, page = event.key(), self.page
        if key == KEY_ESCAPE:
            self.leave_wanted.emit()
        elif key == KEY_F11:
            self._toggle_full_screen()
        elif self._with_ctrl(event) and page is not None and page.menu_in_bar:
            self._led(page, chr(key).lower())
        elif page is None or not self._plain(event) or not self._given_to(page, key, event.text()):
            super().keyPressEvent(event)

    def _given_to(self, page: Page, key: int, text: str) -> bool:
        if key in (KEY_SPACE, KEY_RETURN, KEY_ENTER):
            return page.press_space()
        if key in ARROWS:
            return page.press_arrow(ARROWS[key])
        if text.isprintable() and text and not _takes_words() and page.press_text(text):
            return True
        letter = text.lower()
        if not self.letter_keys or not page.letters or len(letter) != 1 or not letter.isalpha() or _takes_words():
            return False
        if letter != "m" and page.press_letter(letter):
            return True
        return self._led(page, letter)

    def _led(self, page: Page, letter: str) -> bool:
        """Go where that letter leads. Returns whether it leads anywhere."""
        wanted = {"m": self.menu_wanted, "g": self.ground_wanted, "k": self.words_wanted, "t": self.support_wanted}
        if page.sounds:
            wanted["s"] = self.sound_wanted
        if letter in wanted:
            wanted[letter].emit()
        return letter in wanted

    @staticmethod
    def _with_ctrl(event: QKeyEvent) -> bool:
        """Whether it is a letter with Ctrl, which leads on also where letters alone are words or are switched off."""
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see `numbers`

        held = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return held and Qt.Key.Key_A <= event.key() <= Qt.Key.Key_Z and not event.isAutoRepeat()

    def _put_bar_last(self) -> None:
        """Let Tab come to the page first and to the bar after it.

        The page says what it ends with: to walk Qt's chain would tie the lives of its widgets together in PySide6.
        """
        last = self.page.last_stop if self.page is not None else None
        if last is None or self._bar is None:
            return
        # The last of the bar first: Qt moves nothing from the very beginning to the very end.
        for stop in reversed(self._bar.stops):
            self.setTabOrder(last, stop)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    @staticmethod
    def _plain(event: QKeyEvent) -> bool:
        from PySide6.QtCore import Qt  # noqa: PLC0415 - see `numbers`

        held = event.modifiers() & ~(Qt.KeyboardModifier.KeypadModifier | Qt.KeyboardModifier.ShiftModifier)
        return held == Qt.KeyboardModifier.NoModifier and not event.isAutoRepeat()

    def mousePressEvent(self, _event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """A press beside every control takes the keyboard off them; a press on one leaves it where it was."""
        self.setFocus()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Hidden, it cannot be seen, whatever the window system says and when."""
        super().hideEvent(event)
        self._look_again()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Watch the window itself: only it knows whether it is exposed."""
        super().showEvent(event)
        handle = self.windowHandle()
        if handle is not None:
            handle.installEventFilter(self)
        self._look_again()

    def eventFilter(self, _watched: object, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """The window was covered, uncovered, minimised or shown."""
        if event.type() in (QEvent.Type.Expose, QEvent.Type.WindowStateChange, QEvent.Type.Hide, QEvent.Type.Show):
            self._look_again()
        return False

    def _look_again(self) -> None:
        handle = self.windowHandle()
        seen = self.isVisible() and not self.isMinimized() and handle is not None and handle.isExposed()
        if seen != self._seen:
            self._seen = seen
            self.seen_changed.emit(seen)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Closing the window is leaving; it needs no answer."""
        event.accept()
        self.leave_wanted.emit()


def _room() -> QSize:
    """Return the room there is on the screen: of a larger window, Leave quickly or Pause would stand beside it.

    A screen whose scale makes everything large may have no more than 380 px from top to bottom.
    """
    return QApplication.primaryScreen().availableSize() - QSize(*FRAME_PX)


def _takes_words() -> bool:
    """Whether the keyboard is where words or numbers are written."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - see `numbers`

    focus = QApplication.focusWidget()
    return focus is not None and focus.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
