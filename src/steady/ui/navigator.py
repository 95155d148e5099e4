"""Where each wish leads: to which page, to new settings, or out at once. What is practised, `practising.py` knows."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from steady.core.settings import Settings
from steady.texts import say
from steady.texts.ui import Ui
from steady.ui import theme
from steady.ui.conductor import Conductor
from steady.ui.later_parts import LaterParts
from steady.ui.page import Page
from steady.ui.page_maker import QUIET_SETTINGS, PageMaker
from steady.ui.page_stack import PageStack
from steady.ui.practising import GROUNDING, Practising
from steady.ui.quiet import QuietWords
from steady.ui.shell import Shell
from steady.ui.sound_switch import SOUND_SETTINGS, SoundSwitch
from steady.ui.world import Breath, World

if TYPE_CHECKING:
    from steady.ui.page_stack import Make
    from steady.ui.theme import Theme


class Navigator(LaterParts):
    """Shows pages, changes settings, and lets the person leave."""

    left = Signal()
    """The person leaves; the window is hidden already and every row is on its way to the log."""

    def __init__(self, world: World, shell: Shell, conductor: Conductor) -> None:
        super().__init__(world, shell)
        self._conductor = conductor
        self._maker = PageMaker(world, conductor, self, theme.theme_for(self.settings))
        self._gone = False
        self.quiet = QuietWords(shell, self)
        self.sounds = SoundSwitch(world, shell, conductor, self)
        self._pages = PageStack(shell, conductor, self.keep_drafts, self.entered)
        self.practising = Practising(world, conductor, self._maker, self._pages, self)
        shell.menu_wanted.connect(self.open_menu)
        shell.support_wanted.connect(self.open_support)
        shell.ground_wanted.connect(self.open_ground)
        shell.words_wanted.connect(self.open_words)
        shell.leave_wanted.connect(self.leave)
        shell.letter_keys = self.settings.letter_keys

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._world.preferences.settings

    @property
    def look(self) -> "Theme":
        """The colours that pages are made in now."""
        return self._maker.look

    # -- practices, and what leads to them ----------------------------------------------------------------------

    def open_first(self, breath: Breath) -> None:
        """Show the guide on the practice that was started while the window was being made."""
        self.practising.show(breath)
        if not self.settings.leave_hint_seen:
            self.quiet.say(say(Ui.LEAVE_HINT))

    def open_ground(self) -> None:
        """Look outward: start the five senses."""
        self.practising.start(GROUNDING)

    def open_grounding(self) -> None:
        """Show all ways to look outward; the one that is under way waits behind them."""
        self._pages.show_calm(self._maker.grounding)

    def open_words(self, *, calmly: bool = False) -> None:
        """Show the kind words; what is under way waits behind them. `calmly` where the person came by the menu."""
        self._pages.show_calm(lambda: self._maker.soothe(calmly=calmly))

    # -- calm pages ---------------------------------------------------------------------------------------------

    def show_calm(self, make: "Make") -> None:
        """Show a calm page; what is under way waits behind it."""
        self._pages.show_calm(make)

    def open_menu(self) -> None:
        """Show the menu."""
        self._pages.show_calm(self._maker.menu)

    def open_support(self) -> None:
        """Show real people, in one press from everywhere."""
        self._pages.show_calm(self._maker.support)

    def open_settings(self) -> None:
        """Show what can be set."""
        self._pages.show_calm(self._maker.settings)

    def open_progress(self) -> None:
        """Show what was logged."""
        self._pages.show_calm(self._maker.progress)

    def open_summary(self) -> None:
        """Show what can be printed for someone else."""
        self._pages.show_calm(self._maker.summary)

    def open_about(self) -> None:
        """Show what Steady is and is not."""
        self._pages.show_calm(self._maker.about)

    # -- leaving ------------------------------------------------------------------------------------------------

    def leave(self) -> None:
        """Leave at once: first the window is gone, then half-written words and the last state are kept."""
        if self._gone:
            return
        self._gone = True
        self.sounds.hush()
        self._shell.hide()
        try:
            for page in self._pages:
                self.keep_drafts(page)
                page.leave()
            self._conductor.end()
            self.close_parts()
        finally:
            self.left.emit()  # a bug of ours on the way must not keep a process without a window

    def end_printing(self, timeout_s: float) -> bool:
        """Once the window is gone: wait for what is still being printed. Returns whether nothing is any more."""
        return self._maker.end_printing(timeout_s)

    def keep_drafts(self, page: Page) -> None:
        """Keep the half-written words of a page; those of a practice may still go with it."""
        keeper = page.row or self._world.log
        for draft in page.drafts():
            keeper.keep_draft(draft)

    # -- settings -----------------------------------------------------------------------------------------------

    def change(self, **changes: object) -> None:
        """Change settings and show what they change."""
        before = self.settings
        after = self._world.preferences.change(**changes)
        self._shell.letter_keys = after.letter_keys
        self.practising.take_length(before, after)
        self.sounds.heed()
        if (before.look, before.text_percent) != (after.look, after.text_percent):
            self.restyle()
        elif before != after and not set(changes) <= QUIET_SETTINGS | SOUND_SETTINGS:
            self._pages.remake_waiting()

    def remake_guide(self) -> None:
        """Make the guide anew where it is what is shown, so that it moves, or rests, as is wanted now."""
        if self._pages.breathing_is_shown:
            self._pages.remake()

    def restyle(self) -> None:
        """Wear the colours and the text size of now: the pages there are, are made anew."""
        theme.set_text_percent(self.settings.text_percent)
        self._maker.look = theme.theme_for(self.settings)
        self._shell.wear(self._maker.look)
        self._pages.remake_waiting()
        self._pages.remake()
