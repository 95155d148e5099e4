"""Colours: as many as the terminal has, none where none is wanted, and always enough contrast."""

import pytest

from steady.terminal.ink import (
    ACCENT,
    GROUND,
    INDEXED_SHADES,
    INK,
    SOFT,
    TRUE_SHADES,
    Depth,
    Dots,
    Inks,
    Mark,
    depth_of,
    mix,
)


@pytest.mark.parametrize(
    ("colours", "depth"),
    [
        (0, Depth.MONO),
        (2, Depth.MONO),
        (8, Depth.FEW),
        (16, Depth.FEW),
        (88, Depth.FEW),
        (256, Depth.INDEXED),
        (1 << 24, Depth.TRUE),
    ],
)
def test_the_depth_follows_what_the_terminal_has(colours, depth):
    assert depth_of(colours, {}) is depth


def test_whoever_wants_no_colour_gets_none():
    assert depth_of(1 << 24, {"NO_COLOR": "1"}) is Depth.MONO
    codes = [Inks(Depth.MONO).code(mark) for mark in Mark]
    assert all(code in ("\x1b[0m", "\x1b[0;1m", "\x1b[0;2m") for code in codes)


def test_an_empty_no_color_means_nothing():
    assert depth_of(256, {"NO_COLOR": ""}) is Depth.INDEXED


def luminance(colour):
    channels = [c / 255 for c in colour]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize("colour", [INK, SOFT, ACCENT])
def test_text_meets_aa_on_our_ground(colour):
    assert (luminance(colour) + 0.05) / (luminance(GROUND) + 0.05) >= 4.5


def test_the_ramp_begins_at_the_ground_and_only_gets_brighter():
    assert mix(0.0) == GROUND
    steps = [luminance(mix(step / 100)) for step in range(101)]
    assert steps == sorted(steps)


@pytest.mark.parametrize(("depth", "shades"), [(Depth.TRUE, TRUE_SHADES), (Depth.INDEXED, len(INDEXED_SHADES))])
def test_every_shade_of_the_orb_and_every_mark_has_its_code(depth, shades):
    inks = Inks(depth)
    for style in (*Mark, *(Dots(upper, shades - 1 - upper) for upper in range(shades))):
        code = inks.code(style)
        assert code.startswith("\x1b[0;")
        assert code.endswith("m")
        assert ";;" not in code
        assert inks.code(style) is code
