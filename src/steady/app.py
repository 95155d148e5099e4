"""The composition root of the desktop app: the one place that knows everyone. `run` reads from top to bottom.

The log's thread opens the database while Qt is imported, so that the practice's row is on disk before there is a
window to show it in. Whatever the first breath does not need comes after it.
"""

import gc
import os
import sys
from types import TracebackType
from typing import TYPE_CHECKING

from steady import __version__
from steady.core.clock import SystemClock
from steady.core.errors import ExerciseError, Fault, UnknownExercise
from steady.core.exercise import Breathing
from steady.core.starting import Starter, chosen_length
from steady.core.which_breath import MEET_YOUR_BREATH
from steady.early_signals import EarlySignals
from steady.handover import Instance
from steady.milestones import Milestones
from steady.quick_start import import_qt
from steady.store.bundled import assets_dir, exercises_dir
from steady.store.files import write_private
from steady.store.ids import new_id
from steady.store.languages import languages
from steady.store.last_resort import meet_your_breath
from steady.store.library import FileLibrary
from steady.store.paths import Paths, make_dir
from steady.store.preferences import FilePreferences
from steady.store.worker import LogWorker
from steady.ui.crash import CrashHook
from steady.ui.world import Breath, World

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QApplication

    from steady.core.exercise import Entry
    from steady.core.ports import CuePlayer
    from steady.core.support import Region
    from steady.doorbell import Doorbell
    from steady.handover_pipe import PipeDoorbell
    from steady.store.reader import ReaderThread
    from steady.store.transfers import LogTransfer
    from steady.ui.memories import Memories
    from steady.ui.window import Window

SETTLE_AFTER_S = 1.0
"""How long the log leaves rows of dead processes and drafts alone, so that the first frame comes first."""
CLOSING_S = 2.0
"""How long the last writes may take once the window is gone."""
PRINTING_S = 5.0
"""How long a page that is being printed may take once the window is gone. The next Steady does not wait for it."""
SILENCE_S = 0.5
"""How long the sound card may take to play what fades out."""
OUR_BUG = 70
"""The exit code where a bug of ours was caught: a report is saved, and the breathing went on if it could."""


class Backstage:
    """Everything that a window is given, made before Qt is imported. Closing it writes what is still to be written."""

    def __init__(self, paths: Paths, start_id: str | None = None) -> None:
        self.early_faults: list[Fault] = []
        self.tell: Callable[[Fault], None] = self.early_faults.append
        self.leave: Callable[[], None] = sys.exit
        self.bug_noted = False
        self._paths = paths
        self._memories: Memories | None = None
        self._reader: ReaderThread | None = None
        self._player: CuePlayer | None = None
        self._transfer: LogTransfer | None = None
        CrashHook(self._save_report, self._tell_bug, lambda: self.leave()).install()
        self.log = LogWorker(paths, lambda fault: self.tell(fault), settle_after_s=SETTLE_AFTER_S)
        self.preferences = FilePreferences(paths.settings_file, lambda fault: self.tell(fault))
        self.library = FileLibrary(exercises_dir(), paths.exercises_dir, languages(os.environ))
        self.world = World(
            library=self.library,
            preferences=self.preferences,
            log=self.log,
            starter=Starter(SystemClock(), self.log, new_id, lambda: self.preferences.settings.day_ends_hour),
            rank=_rank,
            regions=_regions,
            memories=self._remember,
            write_private=write_private,
            last_resort=meet_your_breath,
            data_dir=paths.data_dir,
            exercises_dir=paths.exercises_dir,
            make_dir=make_dir,
            open_path=_open_path,
            version=__version__,
            make_player=self._make_player,
        )
        self.first = self._first_breath(start_id)
        self.log.start()

    def _first_breath(self, start_id: str | None) -> Breath | None:
        """Start the practice that the window opens on; None where a page of words has to come first."""
        exercise_id = start_id or MEET_YOUR_BREATH
        try:
            exercise = self.library.get(exercise_id)
        except (UnknownExercise, ExerciseError):
            self.early_faults.append(Fault.NO_EXERCISES if start_id is None else Fault.BAD_EXERCISES)
            exercise_id, exercise = MEET_YOUR_BREATH, meet_your_breath()
        settings = self.preferences.settings
        if not isinstance(exercise, Breathing) or (exercise.asks_first and exercise_id not in settings.cautions_seen):
            return None
        length, holds = chosen_length(exercise, settings), exercise_id in settings.holds_wanted
        session = self.world.starter.breathe(exercise_id, exercise, length, holds=holds)
        return Breath(exercise_id, exercise, session, length, holds)

    def _remember(self) -> "Memories":
        if self._memories is None:
            # Nothing of this is for the first breath.
            from steady.store.memories import CheckinWriter, CountsWriter, JournalWriter  # noqa: PLC0415
            from steady.store.reader import ReaderThread  # noqa: PLC0415
            from steady.store.transfers import LogTransfer, Moves, WorkersLog  # noqa: PLC0415
            from steady.ui.memories import Memories  # noqa: PLC0415

            log = self.log
            self._reader = ReaderThread(self._paths.log_file, log.wait_for_writes, lambda fault: self.tell(fault))
            self._transfer = LogTransfer(Moves(self._paths, WorkersLog(log)))
            writers = JournalWriter(log), CheckinWriter(log), CountsWriter(log)
            self._memories = Memories(*writers, self._reader, self._transfer)
        return self._memories

    def _make_player(self) -> "CuePlayer":
        if self._player is None:
            from steady.sound.player import CardPlayer  # noqa: PLC0415 - sound is off until it is chosen

            self._player = CardPlayer(self.world.starter.now_s, lambda fault: self.tell(fault))
        return self._player

    def _save_report(self, exc_type: type[BaseException], traceback: TracebackType | None, where: str) -> None:
        from steady.store.reports import write_report  # noqa: PLC0415 - nothing goes wrong, mostly

        write_report(self._paths.reports_dir, exc_type, traceback, where)

    def _tell_bug(self) -> None:
        self.bug_noted = True
        self.tell(Fault.OUR_BUG)

    def give_up(self) -> None:
        """Close where no window came to be: of a practice that nobody saw, nothing is kept."""
        if self.first is not None and not self.first.session.has_begun:
            self.first.session.row.forget()
        self.close()

    def close(self) -> bool:
        """Let go of the sound card and write what waits, in bounded time. Returns False where the card hangs."""
        let_go = self._player is None or self._player.close(SILENCE_S)
        self.preferences.flush(CLOSING_S)
        if self._transfer is not None:
            self._transfer.close(CLOSING_S)
        if self._reader is not None:
            self._reader.close(CLOSING_S)
        self.log.close(CLOSING_S)
        return let_go


def run(
    paths: Paths,
    *,
    start_id: str | None,
    instance: Instance,
    signals: EarlySignals,
    milestones: Milestones | None = None,
) -> int:
    """Open the window on the guide, already moving. Return the exit code once the person has left."""
    signals.check()
    gc.disable()  # nothing that is made before the first frame is let go of before it
    backstage = Backstage(paths, start_id)
    if instance.first_is_silent:
        backstage.early_faults.append(Fault.FIRST_WINDOW_SILENT)
    try:
        application, window = _open(backstage, start_id, instance, signals, milestones)
    except BaseException:
        gc.enable()
        backstage.give_up()
        raise
    application.exec()
    let_go = backstage.close()
    instance.close()
    let_go = window.navigator.end_printing(PRINTING_S) and let_go
    exit_code = OUR_BUG if backstage.bug_noted else 0
    if not let_go:
        from steady.ending import end_hard  # noqa: PLC0415 - nothing hangs, mostly

        end_hard(exit_code)
    return exit_code


def _open(
    backstage: Backstage,
    start_id: str | None,
    instance: Instance,
    signals: EarlySignals,
    milestones: Milestones | None,
) -> "tuple[QApplication, Window]":
    """Make the window and show it. What waits until the guide has been seen to move waits here."""
    mark = milestones.mark if milestones is not None else _unmarked
    mark("row_asked_ms")
    application_class = import_qt()  # the log's thread works meanwhile
    mark("qt_imported_ms")
    from steady.ui.window import Window  # noqa: PLC0415 - needs Qt

    mark("ui_imported_ms")
    signals.check()
    application = application_class(sys.argv[:1])
    mark("application_ms")
    window = Window(application, backstage.world)
    window.open(backstage.first, start_id)
    mark("window_ms")
    _introduce(backstage, window, instance)

    def first_frame() -> None:
        mark("first_frame_ms")
        if milestones is not None:
            print(milestones.line(), flush=True)  # noqa: T201 - what `--time-startup` is for
            window.navigator.leave()
            return
        gc.freeze()  # what the start made stays: no later collection has to look at it
        gc.enable()
        window.after_first_frame(assets_dir())

    window.on_first_frame(first_frame)
    signals.leave_by(window.leave_soon)
    return application, window


def _introduce(backstage: Backstage, window: "Window", instance: Instance) -> None:
    """Let faults, signals and later starts reach the window; what came before it is told first."""
    desk, bell = window.desk, instance.doorbell
    backstage.leave = window.navigator.leave
    backstage.tell = desk.fault.emit
    for fault in backstage.early_faults:
        desk.fault.emit(fault)
    if bell is not None:
        descriptor = bell.fileno()
        if descriptor is None:
            bell.on_ring(desk.rung.emit)
        else:
            desk.watch(descriptor, desk.rung.emit)
        desk.rung.connect(lambda: _answer_all(bell, window))
        desk.rung.emit()


def _answer_all(bell: "Doorbell | PipeDoorbell", window: "Window") -> None:
    while (wish := bell.answer()) is not None:
        window.come_forward(wish.id, wish.activation_token)


def _regions() -> "Sequence[Region]":
    from steady.store.support import load_support  # noqa: PLC0415 - read when Support is first opened

    return load_support(assets_dir())


def _rank(query: str, entries: "Sequence[Entry]") -> "Sequence[Entry]":
    from steady.store.search import rank  # noqa: PLC0415 - the first search is early enough

    return rank(query, entries)


def _open_path(path: "Path") -> bool:
    from steady.ui.opening import open_path  # noqa: PLC0415 - needs Qt

    return open_path(path)


def _unmarked(name: str) -> None:
    """Take no time: nobody asked."""
