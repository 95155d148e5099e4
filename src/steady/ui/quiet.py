"""What is said without getting in the way: notices on the guide, and words for a screen reader."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from steady.core.errors import Fault
from steady.texts import say
from steady.texts.faults import fault_text
from steady.texts.ui import Ui
from steady.ui.page import Page
from steady.ui.pages.breathe import BreathePage
from steady.ui.shell import Shell

if TYPE_CHECKING:
    from steady.ui.navigator import Navigator


class QuietWords(QObject):
    """Keeps notices until the person puts them aside; each fault is told once, or once an outage."""

    def __init__(self, shell: Shell, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._shell = shell
        self._navigator = navigator
        self._notices: list[str] = []
        self._ways: dict[str, tuple[str, Callable[[], None]]] = {}
        self._asides: dict[str, Callable[[], None]] = {}
        self._told: set[Fault] = set()
        self._awake = False
        self._early: list[str] = []

    def tell(self, fault: Fault) -> None:
        """Say quietly what the machine did to us: once, or once each time where that passes and comes again."""
        if fault not in self._told or fault.comes_again:
            self._told.add(fault)
            self.say(say(fault_text(fault)))

    def say(
        self,
        sentence: str,
        way: tuple[str, Callable[[], None]] | None = None,
        *,
        aside: Callable[[], None] | None = None,
        aloud: bool = True,
    ) -> None:
        """Show a sentence on the guide, now or when it is next shown, until it is put aside.

        `way`: the words of a button beside it, and what that does. `aside` is called once it is put aside.
        """
        if way is not None:
            self._ways[sentence] = way
        if aside is not None:
            self._asides[sentence] = aside
        if sentence not in self._notices:
            self._notices.append(sentence)
        if aloud:
            self.aloud(sentence)
        page = self._shell.page
        if isinstance(page, BreathePage):
            self._show(page, sentence)

    def aloud(self, sentence: str) -> None:
        """Say a sentence to a screen reader, if one listens; what comes before the first frame is said after it."""
        if not self._awake:
            self._early.append(sentence)
            return
        from steady.ui.announce import announce  # noqa: PLC0415 - after the first frame

        announce(self._shell, sentence)
        self._navigator.sounds.duck(sentence)

    def wake(self) -> None:
        """The first frame is there: say what waited for it."""
        self._awake = True
        while self._early:
            self.aloud(self._early.pop(0))

    def entered(self, page: Page) -> None:
        """A page is shown: the guide is given what still waits to be said; others say what they are."""
        if isinstance(page, BreathePage):
            for sentence in self._notices:
                self._show(page, sentence)
        else:
            self.aloud(page.heard)

    def unsay(self, sentence: str) -> None:
        """Say it no more: what it says is not so any longer."""
        if sentence in self._notices:
            self._notices.remove(sentence)
            page = self._shell.page
            if isinstance(page, BreathePage):
                page.say_no_more(sentence)

    def follow(self, sentence: str) -> None:
        """Go where the button beside a sentence leads."""
        self.unsay(sentence)
        way = self._ways.pop(sentence, None)
        if way is not None:
            way[1]()

    def put_aside(self, sentence: str) -> None:
        """The person has read it; the hint about leaving is remembered as read."""
        if sentence in self._notices:
            self._notices.remove(sentence)
        if sentence == say(Ui.LEAVE_HINT):
            self._navigator.change(leave_hint_seen=True)
        aside = self._asides.pop(sentence, None)
        if aside is not None:
            aside()

    def _show(self, page: BreathePage, sentence: str) -> None:
        """Show it on the guide; the hint about leaving stands behind whatever else there is to say."""
        way = self._ways[sentence][0] if sentence in self._ways else ""
        page.say_quietly(sentence, can_wait=sentence == say(Ui.LEAVE_HINT), way=way)
