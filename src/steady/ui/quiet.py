"""What is said without getting in the way: notices on the guide, and words for a screen reader."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steady.core.errors import Fault
from steady.texts import say
from steady.texts.faults import fault_text
from steady.texts.ui import Ui
from steady.ui.announce import announce
from steady.ui.page import Page
from steady.ui.pages.breathe import BreathePage
from steady.ui.shell import Shell

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator


class QuietWords(QObject):
    """Keeps notices until the person puts them aside; each fault is told once."""

    def __init__(self, shell: Shell, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._shell = shell
        self._navigator = navigator
        self._notices: list[str] = []
        self._told: set[Fault] = set()

    def tell(self, fault: Fault) -> None:
        """Say once, quietly, what the machine did to us."""
        if fault not in self._told:
            self._told.add(fault)
            self.say(say(fault_text(fault)))

    def say(self, sentence: str) -> None:
        """Show a sentence on the guide, now or when it is next shown, until it is put aside."""
        self._notices.append(sentence)
        self.aloud(sentence)
        page = self._shell.page
        if isinstance(page, BreathePage):
            page.say_quietly(sentence)

    def aloud(self, sentence: str) -> None:
        """Say a sentence to a screen reader, if one listens."""
        announce(self._shell, sentence)

    def entered(self, page: Page) -> None:
        """A page is shown: the guide is given what still waits to be said; others say their name."""
        if isinstance(page, BreathePage):
            page.notice_put_aside.connect(self._put_aside)
            for sentence in self._notices:
                page.say_quietly(sentence)
        else:
            self.aloud(page.name)

    def _put_aside(self, sentence: str) -> None:
        if sentence in self._notices:
            self._notices.remove(sentence)
        if sentence == say(Ui.LEAVE_HINT):
            self._navigator.change(leave_hint_seen=True)
