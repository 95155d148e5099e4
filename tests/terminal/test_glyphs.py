"""Characters: soft where they can be written, plain where not."""

import pytest

from steady.terminal.glyphs import PLAIN, SOFT, choose


def test_utf_8_gets_the_soft_ones():
    assert choose("utf-8", {"LANG": "de_DE.UTF-8"}) is SOFT
    assert choose("UTF-8", {}) is SOFT


@pytest.mark.parametrize("encoding", ["ascii", "latin-1", "cp1252", "no-such-encoding"])
def test_an_encoding_without_them_gets_plain_ones(encoding):
    assert choose(encoding, {}) is PLAIN


@pytest.mark.parametrize("environ", [{"LANG": "C"}, {"LC_ALL": "POSIX", "LANG": "de_DE.UTF-8"}])
def test_whoever_names_the_plain_locale_gets_plain_ones_though_python_writes_utf_8(environ):
    assert choose("utf-8", environ) is PLAIN


def test_plain_text_is_ascii_whatever_it_was():
    assert PLAIN.text("That’s it · 3–4 … Größe 呼吸") == "That's it - 3-4 ... Gr??e ??"
    assert SOFT.text("Größe 呼吸") == "Größe 呼吸"
