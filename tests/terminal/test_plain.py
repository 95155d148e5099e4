"""Words as an output can write them."""

import io

import pytest

from steady.terminal.plain import plain, write_line

WORDS = "That’s it · 3–4 … “Größe” 呼吸"


@pytest.mark.parametrize(
    ("encoding", "written"),
    [
        ("utf-8", WORDS),
        ("cp1252", 'That\'s it - 3-4 ... "Größe" ??'),
        ("ascii", 'That\'s it - 3-4 ... "Gr??e" ??'),
    ],
)
def test_what_an_encoding_has_no_character_for_becomes_what_looks_like_it(encoding, written):
    assert plain(WORDS, encoding) == written


def test_what_it_can_write_stays_as_it_is():
    assert plain("That’s it · Größe", "cp1252") == "That’s it · Größe"


def test_a_line_is_written_whole_and_at_once():
    raw = io.BytesIO()
    stream = io.TextIOWrapper(raw, encoding="ascii", newline="\n")
    write_line(stream, "It’s Größe")
    assert raw.getvalue() == b"It's Gr??e\n"
