"""The bar that stands on every page: Menu, sound, Support, Leave quickly. It says less where there is less room."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from steady.texts import say
from steady.texts.ui import Ui
from steady.ui.theme import Theme
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.speaker import Speaker

MENU_SIGN = "☰"


class TopBar(QWidget):
    """Quiet controls in one line, whatever the width."""

    menu_wanted = Signal()
    sound_wanted = Signal()
    support_wanted = Signal()
    leave_wanted = Signal()

    def __init__(self, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 14, 0)
        self._menu = Pill(MENU_SIGN, look, PillKind.QUIET, name=say(Ui.MENU))
        self._menu.clicked.connect(self.menu_wanted)
        self._speaker = Speaker(look)
        self._speaker.clicked.connect(self.sound_wanted)
        self._speaker.setVisible(False)
        self._sounds = False
        self._support = Pill(say(Ui.SUPPORT), look, PillKind.WARM)
        self._support.clicked.connect(self.support_wanted)
        self._leave = Pill(say(Ui.LEAVE), look, PillKind.QUIET, name=say(Ui.LEAVE_NAME), hint=say(Ui.ESC))
        self._leave.clicked.connect(self.leave_wanted)
        row.addWidget(self._menu)
        row.addStretch(1)
        row.addWidget(self._speaker)
        row.addWidget(self._support)
        row.addWidget(self._leave)
        self._fit()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Return what Tab stops at, in order."""
        return self._menu, self._speaker, self._support, self._leave

    def offer_sound(self, offered: bool) -> None:  # noqa: FBT001 - one switch
        """Show the switch for sound, or not, where the page has nothing that sounds."""
        self._sounds = offered
        self._fit()

    def show_sound(self, on: bool) -> None:  # noqa: FBT001 - as above
        """Show whether sound is on."""
        self._speaker.show_on(on)

    def offer_support(self, offered: bool) -> None:  # noqa: FBT001 - one switch
        """Show Support here, or not, where the page has its own."""
        self._support.setVisible(offered)
        self._fit()

    def offer_menu(self, offered: bool) -> None:  # noqa: FBT001 - one switch
        """Show Menu here, or not, where there is to be nothing but the way out."""
        self._menu.setVisible(offered)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Choose the words that fit."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        menu = f"{MENU_SIGN}  {say(Ui.MENU)}"
        for menu_words, leave_words, leave_key, speaker in (
            (menu, say(Ui.LEAVE), say(Ui.ESC), True),
            (menu, say(Ui.LEAVE_SHORT), say(Ui.ESC), True),
            (MENU_SIGN, say(Ui.LEAVE_SHORT), say(Ui.ESC), True),
            (MENU_SIGN, say(Ui.LEAVE_SHORT), "", True),
            (MENU_SIGN, say(Ui.LEAVE_SHORT), "", False),  # people and the way out come first; S still turns sound on
            (MENU_SIGN, say(Ui.ESC), "", False),
        ):
            sounds = speaker and self._sounds
            self._menu.set_words(menu_words, say(Ui.MENU))
            self._leave.set_words(leave_words, say(Ui.LEAVE_NAME))
            self._leave.set_hint(leave_key)
            shown: list[QWidget] = [pill for pill in (self._menu, self._support, self._leave) if not pill.isHidden()]
            shown += [self._speaker] if sounds else []
            if sum(one.sizeHint().width() for one in shown) + 28 + 6 * len(shown) <= self.width():
                break
        self._speaker.setVisible(sounds)
