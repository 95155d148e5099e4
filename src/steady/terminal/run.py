"""Chooses how to breathe here: lines for a pipe, sentences for a terminal that only writes forward, else a drawing."""

import enum
import os
import sys
from collections.abc import Callable, Mapping
from typing import TextIO

from steady.core.events import Length
from steady.core.exercise import Breathing
from steady.core.session import Session
from steady.core.settings import Form, Settings
from steady.core.starting import chosen_form
from steady.terminal.lines import Lines
from steady.terminal.signals import Signals
from steady.terminal.telling import Teller, Telling, Waiting
from steady.terminal.whispers import Whispers
from steady.terminal.words import Sentences
from steady.texts.narrator import Narrator

# What draws is imported once it is known that this terminal can be drawn on: a pipe needs none of it.
# ruff: noqa: PLC0415

FORWARD_ONLY = ("", "dumb", "unknown")


class Front(enum.Enum):
    """How a practice is shown."""

    LINES = "lines"
    WORDS = "words"
    DRAWN = "drawn"


class Streams:
    """Where a practice is shown (`out`), what is said beside it (`aside`), and where keys come from."""

    def __init__(self, keys: TextIO, out: TextIO, aside: TextIO) -> None:
        self.keys = keys
        self.out = out
        self.aside = aside

    def front(self, environ: Mapping[str, str]) -> Front:
        """Return how to show a practice here."""
        if not self.out.isatty():
            return Front.LINES
        forward_only = sys.platform != "win32" and environ.get("TERM", "") in FORWARD_ONLY
        return Front.WORDS if forward_only or not self.keys.isatty() else Front.DRAWN


def breathe(
    session: Session,
    exercise: Breathing,
    length: Length,
    settings: Settings,
    streams: Streams,
    front: Front,
    signals: Signals,
    whispers: Whispers,
    sound: Callable[[], None],
) -> bool:
    """Live the session through that front, until its length or until someone leaves; its row is true afterwards.

    `sound` is called whenever something may have changed, and lets it be heard.

    Returns False where the reader or the terminal went away first.
    """
    if front is Front.DRAWN:
        drawn = _drawn(session, exercise, length, settings, streams.out, signals, whispers, sound)
        if drawn is not None:
            return drawn()
        front = Front.WORDS
    teller: Teller
    if front is Front.WORDS:
        teller = Sentences(streams.out, exercise.title, Narrator(exercise, length), whispers)
    else:
        teller = Lines(streams.out, streams.aside, whispers)
    waiting = Waiting(signals, streams.out)
    return Telling(session, teller, waiting, lambda: signals.leaving, sound).run()


def _drawn(
    session: Session,
    exercise: Breathing,
    length: Length,
    settings: Settings,
    out: TextIO,
    signals: Signals,
    whispers: Whispers,
    sound: Callable[[], None],
) -> Callable[[], bool] | None:
    """Return what draws the session, or None where this terminal cannot be drawn on."""
    from steady.terminal.screen import encoding_of, open_screen

    screen = open_screen(out)
    if screen is None:
        return None
    from steady.terminal import glyphs
    from steady.terminal.canvas import Canvas
    from steady.terminal.drawn import Drawn
    from steady.terminal.guide import Guide
    from steady.terminal.ink import Inks, depth_of
    from steady.terminal.painter import Painter

    depth = depth_of(screen.colours, os.environ)
    canvas = Canvas(glyphs.choose(encoding_of(out), os.environ), depth)
    painter = Painter(Inks(depth))
    guide = Guide(
        session,
        exercise,
        length,
        whispers,
        show_elapsed=settings.show_elapsed,
        letters=settings.letter_keys,
        still=chosen_form(settings, exercise) is Form.STILL,
    )
    return Drawn(session, guide, screen, canvas, painter, signals, sound).run
