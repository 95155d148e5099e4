"""The terminal as blessed gives it to us: taken whole, written to in one go, and given back as it was."""

import contextlib
import os
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol, TextIO

if TYPE_CHECKING:
    from blessed import Terminal

try:
    import termios
except ImportError:  # Windows
    GONE: tuple[type[Exception], ...] = (OSError,)
else:
    GONE = (OSError, termios.error)
"""What a terminal that is gone raises. The second is no OSError."""

ESCAPE_DELAY_S = 0.1
"""How long a lone Escape waits to see whether it begins a longer key; a slow line needs some."""
QUESTION_S = "0.2"
"""How long blessed waits for a terminal that does not answer its questions; of itself it waits five seconds."""
USUAL_COLUMNS, USUAL_ROWS = 80, 24
NO_WRAP, WRAP = "\x1b[?7l", "\x1b[?7h"

KEYS = {
    " ": "space",
    "\r": "enter",
    "\n": "enter",
    "\x1b": "esc",
    "KEY_ENTER": "enter",
    "KEY_ESCAPE": "esc",
    "KEY_LEFT": "left",
    "KEY_RIGHT": "right",
    "KEY_UP": "up",
    "KEY_DOWN": "down",
}


class Screen(Protocol):
    """A terminal that can be drawn on."""

    def taken(self) -> contextlib.AbstractContextManager[None]:
        """Take the whole terminal, and give it back as it was."""
        ...

    def size(self) -> tuple[int, int]:
        """Return its columns and rows, as they are now."""
        ...

    def write(self, text: str) -> None:
        """Write in one go. Raises OSError where the terminal is gone."""
        ...

    def key(self, timeout_s: float) -> str | None:
        """Wait for a key at most that long; return its name ("space", "left", "u", ...) or None."""
        ...


class BlessedScreen:
    """A real terminal, Windows consoles included."""

    def __init__(self, term: "Terminal", stream: TextIO) -> None:
        self._term = term
        self._stream = stream

    @property
    def colours(self) -> int:
        """How many colours it has."""
        return self._term.number_of_colors

    @property
    def can_be_drawn_on(self) -> bool:
        """Whether its cursor goes where it is sent, in the way that all present terminals agree on."""
        return self._term.does_styling and str(self._term.move_xy(0, 0)).startswith("\x1b[")

    @contextlib.contextmanager
    def taken(self) -> Iterator[None]:
        """Take the whole terminal, and give it back as it was."""
        term = self._term
        try:
            with term.cbreak():
                try:
                    self.write(f"{term.enter_fullscreen}{term.hide_cursor}{NO_WRAP}")
                    yield
                finally:
                    with contextlib.suppress(OSError):  # a terminal that is gone needs no tidying
                        self.write(f"\x1b[0m\x1b[2J\x1b[H{WRAP}{term.normal_cursor}{term.exit_fullscreen}")
        except GONE as error:
            raise OSError(*error.args) from error

    def size(self) -> tuple[int, int]:
        """Return its columns and rows, as they are now; a usual size where it does not know, as on a serial line."""
        return self._term.width or USUAL_COLUMNS, self._term.height or USUAL_ROWS

    def write(self, text: str) -> None:
        """Write in one go."""
        self._stream.write(text)
        self._stream.flush()

    def key(self, timeout_s: float) -> str | None:
        """Wait for a key at most that long."""
        stroke = self._term.inkey(timeout=timeout_s, esc_delay=ESCAPE_DELAY_S)
        if not stroke:
            return None
        if stroke.is_sequence:
            return KEYS.get(stroke.name or "", "other")
        return KEYS.get(str(stroke), str(stroke).casefold())


def open_screen(stream: TextIO) -> BlessedScreen | None:
    """Return the terminal behind `stream`, or None where nothing can be drawn on it."""
    os.environ.setdefault("BLESSED_QUERY_TIMEOUT_SECONDS", QUESTION_S)
    # WORKAROUND: with NO_COLOR, blessed moves no cursor either. We leave colours out ourselves.
    no_color = os.environ.pop("NO_COLOR", None)
    try:
        from blessed import Terminal  # noqa: PLC0415 - it takes a tenth of a second, and most commands never draw

        screen = BlessedScreen(Terminal(stream=stream), stream)
    except ImportError:
        return None
    except GONE:
        return None
    finally:
        if no_color is not None:
            os.environ["NO_COLOR"] = no_color
    return screen if screen.can_be_drawn_on else None


def encoding_of(stream: TextIO) -> str:
    """Return the encoding that the terminal is written in."""
    return stream.encoding or sys.getdefaultencoding()
