"""Lines of the screen become sentences to be heard."""

import pytest

from steady.texts.announce import spoken


@pytest.mark.parametrize(
    ("lines", "heard"),
    [
        ((), ""),
        (("Breathe in",), "Breathe in"),
        (("Breathe in", "gentle, not deep"), "Breathe in. gentle, not deep"),
        (("Paused", "Your own breath is fine."), "Paused. Your own breath is fine."),
        (("That was 4 breaths.", "Stopping is a good choice."), "That was 4 breaths. Stopping is a good choice."),
        (("Breathe in", "", "  "), "Breathe in"),
        (("One {two}", "three"), "One {two}. three"),
    ],
)
def test_there_is_a_rest_between_lines_and_none_after_the_last(lines, heard):
    assert spoken(lines) == heard
