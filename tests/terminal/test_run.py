"""How to breathe here: which front fits which streams."""

import io

import pytest

from steady.terminal.run import Front, Streams


class Stream(io.StringIO):
    def __init__(self, *, is_terminal):
        super().__init__()
        self._is_terminal = is_terminal

    def isatty(self):
        return self._is_terminal


@pytest.mark.parametrize(
    ("keys", "out", "term", "front"),
    [
        (True, True, "xterm-256color", Front.DRAWN),
        (True, True, "linux", Front.DRAWN),
        (True, True, "dumb", Front.WORDS),
        (True, True, "", Front.WORDS),
        (False, True, "xterm", Front.WORDS),
        (True, False, "xterm", Front.LINES),
        (False, False, "dumb", Front.LINES),
    ],
)
def test_the_front_follows_the_streams_and_the_terminal(keys, out, term, front):
    streams = Streams(Stream(is_terminal=keys), Stream(is_terminal=out), Stream(is_terminal=True))
    assert streams.front({"TERM": term}) is front
