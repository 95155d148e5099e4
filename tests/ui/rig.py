"""The whole window on a clock that is moved by hand: real pages, real exercise files, a real settings file."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from tests.core.players import NotingPlayer
from tests.memories import memories_of
from tests.memory_log import MemoryLog
from tests.ui.hand_clock import HandClock

from steady.core.errors import Fault
from steady.core.ports import PracticeLog
from steady.core.settings import Settings
from steady.core.starting import Starter, chosen_length
from steady.core.which_breath import MEET_YOUR_BREATH
from steady.store.bundled import assets_dir, exercises_dir
from steady.store.files import write_private
from steady.store.ids import new_id
from steady.store.last_resort import meet_your_breath
from steady.store.library import FileLibrary
from steady.store.paths import make_dir
from steady.store.preferences import FilePreferences
from steady.store.search import rank
from steady.store.support import load_support
from steady.ui.page import Page
from steady.ui.window import Window
from steady.ui.world import Breath, World

PATIENCE_MS = 20_000
"""How long a test waits for another thread or process before it fails; none is ever waited for in full."""


class Rig:
    """A window, and hands to use it with."""

    def __init__(self, qtbot, clock: HandClock, data_dir: Path, log: PracticeLog | None = None) -> None:
        self.qtbot = qtbot
        self.clock = clock
        self.data_dir = data_dir
        self.log = log if log is not None else MemoryLog()
        self.memories = memories_of(self.log, clock)
        self.faults: list[Fault] = []
        self.preferences = FilePreferences(data_dir / "settings.json", self.faults.append)
        self.bundled: Path | None = exercises_dir()
        self.player = NotingPlayer(["Speakers", "Headphones"])
        self.opened: list[Path] = []
        self.can_open = True
        self.window: Window

    @classmethod
    def around(cls, qtbot, clock: HandClock, data_dir: Path, window: Window, log: PracticeLog) -> "Rig":
        """Return hands for a window that somebody else has made."""
        rig = cls.__new__(cls)
        rig.qtbot, rig.clock, rig.data_dir, rig.window, rig.log = qtbot, clock, data_dir, window, log
        rig.opened, rig.can_open = [], True
        rig.faults, rig.bundled, rig.preferences = [], None, window.navigator._world.preferences
        return rig

    # -- opening ------------------------------------------------------------------------------------------------

    def set(self, **settings: object) -> "Rig":
        """Set something before the window opens."""
        self.preferences.change(**settings)
        return self

    def open(self, exercise_id: str | None = MEET_YOUR_BREATH, *, activate: bool = True) -> "Rig":
        """Open the window on a breathing exercise, as `steady start ID` does; on nothing yet where it is None."""
        library = FileLibrary(self.bundled, self.data_dir / "exercises")
        world = World(
            library=library,
            preferences=self.preferences,
            log=self.log,
            starter=Starter(self.clock, self.log, new_id, lambda: self.settings.day_ends_hour),
            rank=rank,
            regions=lambda: load_support(assets_dir()),
            memories=lambda: self.memories,
            write_private=write_private,
            last_resort=meet_your_breath,
            data_dir=self.data_dir,
            exercises_dir=self.data_dir / "exercises",
            make_dir=make_dir,
            open_path=self.open_path,
            version="1.2.3",
            make_player=lambda: self.player,
        )
        first = None
        if exercise_id is not None:
            exercise = library.get(exercise_id) if self.bundled is not None else meet_your_breath()
            length = chosen_length(exercise, self.settings)
            holds = exercise_id in self.settings.holds_wanted
            session = world.starter.breathe(exercise_id, exercise, length, holds=holds)
            first = Breath(exercise_id, exercise, session, length, holds)
        application = QApplication.instance()
        self.window = Window(application, world)
        self.qtbot.addWidget(self.shell, before_close_func=lambda _shell: self.navigator.leave())
        if first is not None:
            self.window.open(first, exercise_id)
        else:
            self.shell.show()
        self.navigator.quiet.wake()
        self.navigator.sounds.wake()
        if activate:
            self.shell.activateWindow()
            self.qtbot.waitUntil(self.shell.isActiveWindow, timeout=PATIENCE_MS)
        self.settle()
        return self

    def open_path(self, path: Path) -> bool:
        """Stand in for the desktop, which would open it in another program."""
        self.opened.append(path)
        return self.can_open

    # -- reading ------------------------------------------------------------------------------------------------

    @property
    def settings(self) -> Settings:
        return self.preferences.settings

    @property
    def shell(self):
        return self.window.shell

    @property
    def conductor(self):
        return self.window.conductor

    @property
    def navigator(self):
        return self.window.navigator

    @property
    def session(self):
        return self.conductor.session

    @property
    def stage(self):
        return self.conductor.stage

    @property
    def page(self) -> Page:
        page = self.shell.page
        assert page is not None
        return page

    @property
    def shown(self) -> str:
        """The kind of page that is shown: "BreathePage"."""
        return type(self.page).__name__

    @property
    def words(self) -> tuple[str, str]:
        """The guide's two lines."""
        return self.page._words.text(), self.page._more.text()

    @property
    def form(self) -> QWidget:
        """The guide's shape."""
        return self.page._form

    def texts(self) -> list[str]:
        """Every word that a label shows."""
        return [made.text() for made in self.shell.findChildren(QLabel) if made.isVisible() and made.text()]

    def buttons(self) -> list[str]:
        """The names of all buttons that can be seen, or scrolled to."""
        return [one.accessibleName() for one in self.shell.findChildren(QAbstractButton) if one.isVisible()]

    def button(self, name: str) -> QAbstractButton:
        """The button with that name; one that begins with it where none is called so."""
        seen = [one for one in self.shell.findChildren(QAbstractButton) if one.isVisible()]
        exact = [one for one in seen if one.accessibleName() == name]
        close = [one for one in seen if one.accessibleName().startswith(name)]
        assert exact or close, f"no button {name!r} among {self.buttons()}"
        return (exact or close)[0]

    # -- doing --------------------------------------------------------------------------------------------------

    def settle(self) -> None:
        """Let Qt lay out, paint and delete what it has to."""
        for _ in range(4):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def pass_by(self, seconds: float) -> int:
        """Let time pass; return how many timers fired."""
        fired = self.clock.pass_by(seconds)
        self.settle()
        return fired

    def press(self, key: Qt.Key | str, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key, wherever the keyboard is."""
        target = QApplication.focusWidget() or self.shell
        QTest.keyClick(target, key, modifiers)
        self.settle()

    def type(self, words: str) -> None:
        """Type words, wherever the keyboard is."""
        QTest.keyClicks(QApplication.focusWidget() or self.shell, words)
        self.settle()

    def click(self, what: str | QWidget) -> None:
        """Click on a button, by its name, or in the middle of a widget."""
        widget = self.button(what) if isinstance(what, str) else what
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=widget.rect().center())
        self.settle()

    def read(self, script_id: str = "no-reply-yet") -> None:
        """Go to a script as a person does: kind words, then its card."""
        self.click("Kind words")
        self.until(lambda: script_id in self.page.shown_ids)  # the others come once they are read
        at = self.page.shown_ids.index(script_id)
        while at >= len(self.page.cards):
            self.page.more.click()
        self.page.cards[at].card.click()
        self.settle()

    def read_to_boxes(self) -> None:
        """Go to a script, and to the step of it that has boxes to write in."""
        self.read()
        for _ in range(3):
            self.click("Next")

    def click_guide(self) -> None:
        """Click on the shape that breathes."""
        QTest.mouseClick(self.form, Qt.MouseButton.LeftButton, pos=QPoint(20, 20))
        self.settle()

    def tab_to(self, name: str) -> None:
        """Tab until a control has the keyboard."""
        for _ in range(60):
            focus = QApplication.focusWidget()
            if isinstance(focus, QWidget) and focus.accessibleName() == name:
                return
            QTest.keyClick(focus or self.shell, Qt.Key.Key_Tab)
        raise AssertionError(f"Tab never came to {name!r}")

    def until(self, condition: Callable[[], bool]) -> None:
        """Wait for another thread."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)
