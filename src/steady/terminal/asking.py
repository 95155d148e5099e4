"""What is settled before the first breath: how long, and whether a caution has been read."""

import math
import os
import textwrap

from steady.core.events import OPEN, Length
from steady.core.exercise import Breathing
from steady.core.settings import Settings
from steady.core.starting import chosen_length
from steady.terminal.plain import write_line
from steady.terminal.run import Front, Streams
from steady.terminal.signals import Signals
from steady.texts import say
from steady.texts.cautions import caution_text
from steady.texts.terminal import TerminalText

WIDEST_TEXT = 72


def asked_length(exercise: Breathing, settings: Settings, wanted: Length | None, *, holds: bool) -> Length:
    """Return how long to practise: as asked, else as the person has set, else the exercise's own.

    Breaths that are only done a few times stay few, whatever was asked.
    """
    if wanted is None:
        return chosen_length(exercise, settings)
    if exercise.cycles is None:
        return wanted
    breaths = wanted.breaths or exercise.cycles
    if wanted.minutes is not None:
        breaths = math.ceil(wanted.minutes * 60.0 / exercise.pattern(holds=holds).period_s)
    return Length(breaths=min(exercise.cycles, breaths))


def is_cut_short(exercise: Breathing, wanted: Length | None, *, holds: bool) -> bool:
    """Whether more was asked for than the exercise gives."""
    if wanted is None or exercise.cycles is None:
        return False
    most_s = exercise.cycles * exercise.pattern(holds=holds).period_s
    too_long = wanted.minutes is not None and wanted.minutes * 60.0 > most_s
    return wanted == OPEN or too_long or (wanted.breaths or 0) > exercise.cycles


def caution(exercise: Breathing, streams: Streams, front: Front, signals: Signals) -> bool:
    """Show what the exercise warns of, and wait for Enter where someone can press it. False where they leave."""
    can_ask = front is not Front.LINES and streams.keys.isatty()
    out = streams.aside if front is Front.LINES else streams.out
    paragraphs = [exercise.title, *(say(caution_text(each)) for each in exercise.cautions)]
    if can_ask:
        paragraphs.append(say(TerminalText.ENTER_BEGINS))
    width = min(WIDEST_TEXT, _columns(streams))
    write_line(out, "\n\n".join(textwrap.fill(each, width) for each in paragraphs))
    return not can_ask or bool(signals.wait(streams.keys.readline))


def _columns(streams: Streams) -> int:
    try:
        return max(20, os.get_terminal_size(streams.out.fileno()).columns)
    except OSError:
        return WIDEST_TEXT
