"""The command that breathes in a terminal or to a pipe: it wires store, core and terminal together."""

import contextlib
import os
import sys
import threading
from typing import TYPE_CHECKING

from steady.cli_library import find, library
from steady.core.clock import SystemClock
from steady.core.cues import Bed, Mix, Voice
from steady.core.errors import ExerciseError, Fault, InputError, UnknownExercise
from steady.core.events import OPEN, Length
from steady.core.exercise import Breathing
from steady.core.following import Following
from steady.core.settings import Settings
from steady.core.starting import Starter
from steady.core.which_breath import MEET_YOUR_BREATH
from steady.ending import end_hard
from steady.store.ids import new_id
from steady.store.last_resort import meet_your_breath
from steady.store.paths import Paths
from steady.store.preferences import FilePreferences
from steady.store.reports import write_report
from steady.store.worker import LogWorker
from steady.terminal.asking import asked_length, caution, is_cut_short
from steady.terminal.plain import write_line
from steady.terminal.run import Front, Streams
from steady.terminal.run import breathe as breathe_here
from steady.terminal.signals import Signals
from steady.terminal.whispers import Whispers
from steady.texts import say
from steady.texts.command import Command
from steady.texts.narrator import breaths_words
from steady.texts.terminal import TerminalText

if TYPE_CHECKING:
    from steady.cli import Arguments
    from steady.core.ports import CuePlayer

SILENCE_S = 0.5
"""How long the sound card may take to play what fades out."""
CLOSING_S = 2.0
"""How long the last write may take once the breathing is over."""


def breathe(arguments: "Arguments", no_window: str = "") -> int:
    """Breathe here until the length, or until the person leaves. Returns the exit code.

    `no_window` is the sentence that says why this is not a window, where one was wanted. Raises InputError for what
    cannot be breathed.
    """
    paths = Paths.find(arguments.data_dir, os.environ)
    whispers = Whispers()
    exercise_id, exercise = _exercise(arguments, paths, whispers, no_window)
    if no_window:
        print(say(Command.BREATHES_HERE, reason=no_window), file=sys.stderr, flush=True)
    streams = Streams(sys.stdin, sys.stdout, sys.stderr)
    front = streams.front(os.environ)
    preferences = FilePreferences(paths.settings_file, whispers.tell)
    bugs = _Bugs(paths, whispers)
    with Signals(for_screen=front is Front.DRAWN) as signals, bugs:
        settings = preferences.settings
        if exercise.asks_first and exercise_id not in settings.cautions_seen:
            if not caution(exercise, streams, front, signals):
                return 0
            if front is not Front.LINES:
                preferences.change(cautions_seen=(*settings.cautions_seen, exercise_id))
        holds = arguments.holds or exercise_id in settings.holds_wanted
        wanted = _wanted_length(arguments)
        length = asked_length(exercise, settings, wanted, holds=holds)
        if is_cut_short(exercise, wanted, holds=holds):
            breaths = breaths_words(exercise.cycles or 0)
            write_line(streams.aside, say(TerminalText.A_FEW_TIMES, title=exercise.title, breaths=breaths))
        sounds = arguments.sound is not None or arguments.bed is not None
        player, mix = _player(whispers, sounds=sounds), _mix(arguments, settings, exercise)
        following = Following(player)

        def sound() -> None:
            following.look(session.practice, mix)

        log = LogWorker(paths, whispers.tell)
        log.start()
        try:
            starter = Starter(SystemClock(), log, new_id, lambda: settings.day_ends_hour)
            session = starter.breathe(exercise_id, exercise, length, holds=holds)
            with _undisturbed(sounds=sounds and front is Front.DRAWN):
                try:
                    stayed = breathe_here(session, exercise, length, settings, streams, front, signals, whispers, sound)
                finally:
                    let_go = player.close(SILENCE_S)
        finally:
            log.close(CLOSING_S)
            preferences.flush(CLOSING_S)
    while (sentence := whispers.take()) is not None:
        write_line(streams.aside, sentence)
    if not let_go:
        end_hard(bugs.exit_code)
    if not stayed:
        raise BrokenPipeError
    return bugs.exit_code


def _exercise(arguments: "Arguments", paths: Paths, whispers: Whispers, no_window: str = "") -> tuple[str, Breathing]:
    exercises = library(paths)
    exercise_id = arguments.id or MEET_YOUR_BREATH
    try:
        exercise = find(exercises, exercise_id)
    except (UnknownExercise, ExerciseError):
        if arguments.id is not None and arguments.id != MEET_YOUR_BREATH:
            raise
        # Whatever happened to the files, the guide still breathes.
        whispers.tell(Fault.NO_EXERCISES)
        exercise = meet_your_breath()
    if not isinstance(exercise, Breathing):
        sentence = Command.NO_WINDOW if no_window else Command.NOT_BREATHING
        raise InputError(say(sentence, title=exercise.title, id=exercise_id, reason=no_window))
    return exercise_id, exercise


def _undisturbed(*, sounds: bool) -> contextlib.AbstractContextManager[None]:
    """Keep what the sound's libraries print, as a card goes away, out of a drawing on the same terminal."""
    if not sounds or not sys.stderr.isatty():
        return contextlib.nullcontext()
    from steady.sound.cards import without_chatter  # noqa: PLC0415 - only where something sounds

    return without_chatter()


def _player(whispers: Whispers, *, sounds: bool) -> "CuePlayer":
    """Return what sounds: the sound card where a sound was asked for, else silence."""
    if not sounds:
        from steady.sound.silent import SilentPlayer  # noqa: PLC0415 - one of the two

        return SilentPlayer()
    from steady.sound.player import CardPlayer  # noqa: PLC0415 - as above

    clock = SystemClock()
    return CardPlayer(lambda: clock.read().monotonic_s, whispers.tell)


def _mix(arguments: "Arguments", settings: Settings, exercise: Breathing) -> Mix:
    """Return the sound that was asked for, as loud and on that output as the person's settings say."""
    mix = settings.mix_for(exercise)
    voice = Voice(arguments.sound) if arguments.sound is not None else Voice.SILENCE
    return mix._replace(voice=voice, bed=Bed(arguments.bed) if arguments.bed is not None else mix.bed)


def _wanted_length(arguments: "Arguments") -> Length | None:
    if arguments.open:
        return OPEN
    if arguments.minutes is None and arguments.breaths is None:
        return None
    return Length(minutes=arguments.minutes, breaths=arguments.breaths)


class _Bugs:
    """Notes what goes wrong on other threads while it is entered; the breathing goes on, and the exit code says so."""

    def __init__(self, paths: Paths, whispers: Whispers) -> None:
        self._paths = paths
        self._whispers = whispers
        self._before = threading.excepthook
        self.exit_code = 0

    def __enter__(self) -> None:
        self._before = threading.excepthook
        threading.excepthook = self._note

    def __exit__(self, *_: object) -> None:
        threading.excepthook = self._before

    def _note(self, args: threading.ExceptHookArgs) -> None:
        from steady.cli import OUR_BUG  # noqa: PLC0415 - it imports us

        self.exit_code = OUR_BUG
        write_report(self._paths.reports_dir, args.exc_type, args.exc_traceback, "in a thread", error=args.exc_value)
        self._whispers.tell(Fault.OUR_BUG)
