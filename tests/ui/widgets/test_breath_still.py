"""Still: words do the guiding; a bar moves in a few steps and nothing glides."""

import itertools

import pytest
from tests.ui.painting import PaintLog, painted
from tests.ui.widgets.breathing import Shown, frames

from steady.core.events import Stage
from steady.ui.theme import DUSK
from steady.ui.widgets.breath_still import PAUSED_STRENGTH, STEPS, BreathStill


@pytest.fixture
def still(qtbot):
    return Shown(qtbot, BreathStill, size=(400, 300))


def bar_px(shown) -> int:
    """Return how long the painted bar is."""
    image = painted(shown.form)
    accent = DUSK.color("accent")
    row = round(image.height() / 2 + 0.26 * min(image.width(), image.height()) + 28 + 4)
    return sum(image.pixelColor(x, row) == accent for x in range(image.width()))


def test_the_bar_grows_in_eight_steps_a_phase_and_stands_still_between_them(still):
    log = PaintLog(still.form)
    still.at(0.0)
    log.take()
    paints, lengths = 0, set()
    for now_s in frames(3.99, 0.1):
        still.at(now_s)
        paints += not log.take().isEmpty()
        lengths.add(bar_px(still))
    assert len(lengths) == STEPS
    assert paints == STEPS - 1


def test_a_picture_between_two_steps_is_the_same_to_the_pixel(still):
    still.at(1.01)
    before = painted(still.form)
    still.at(1.45)
    assert painted(still.form) == before


def test_the_shape_itself_never_changes_its_size(still):
    pictures = []
    for now_s in (0.1, 3.9, 4.1, 9.9):
        still.at(now_s)
        pictures.append(painted(still.form).copy(0, 0, 400, 210))
    assert all(picture == pictures[0] for picture in pictures)


def test_the_bar_is_full_as_a_phase_ends_and_short_as_the_next_begins(still):
    still.at(3.99)
    full = bar_px(still)
    still.at(4.01)
    short = bar_px(still)
    assert full == pytest.approx(280, abs=4)
    assert short == pytest.approx(full / STEPS, abs=4)


def test_it_wants_few_moments():
    assert BreathStill.frame_ms >= 100


def accent_and_shape(shown) -> tuple[int, int]:
    """Return how much the bar's first pixels, and the shape's middle, differ from the ground."""
    image, ground = painted(shown.form), DUSK.color("ground").green()
    row = round(image.height() / 2 + 0.26 * min(image.width(), image.height()) + 28 + 4)
    return image.pixelColor(80, row).green() - ground, image.pixelColor(200, 150).green() - ground


def test_a_pause_fades_it_where_it_stands_and_leaves_the_bar_empty(still):
    still.at(3.0)
    seen = [accent_and_shape(still)]
    still.practice.pause(3.0)
    for now_s in frames(4.8, 0.2, start_s=3.0):
        assert still.at(now_s).stage is Stage.PAUSED
        seen.append(accent_and_shape(still))
    for before, after in itertools.pairwise(seen):
        assert 0 <= before[0] - after[0] < 50
        assert 0 <= before[1] - after[1] < 15
    line = DUSK.color("line").green() - DUSK.color("ground").green()
    assert seen[-1][0] == pytest.approx(PAUSED_STRENGTH * line, abs=2)
    assert seen[-1][1] < 0.7 * seen[0][1]


def test_going_on_brightens_it_step_by_step(still):
    still.at(3.0)
    still.practice.pause(3.0)
    still.at(9.0)
    shapes = [accent_and_shape(still)[1]]
    still.practice.resume(9.0)
    for now_s in frames(10.2, 0.2, start_s=9.0):
        still.at(now_s)
        shapes.append(accent_and_shape(still)[1])
    assert shapes == sorted(shapes)
    assert max(after - before for before, after in itertools.pairwise(shapes)) < 15
    assert shapes[-1] == DUSK.color("orb_rim").green() - DUSK.color("ground").green()


@pytest.mark.parametrize("height", [80, 110, 140, 150, 170])
def test_also_a_low_form_shows_its_whole_bar_below_its_whole_shape(qtbot, height):
    low = Shown(qtbot, BreathStill, size=(312, height))
    low.at(3.99)
    image = painted(low.form)
    accent, shape, ground = (DUSK.color(name) for name in ("accent", "halo_inner", "ground"))
    rows = [y for y in range(height) if image.pixelColor(156, y) == accent]
    assert len(rows) in (7, 8)  # a row at its edge may be smoothed
    assert image.pixelColor(156, rows[0] - 6) == ground
    assert any(image.pixelColor(156, y) == shape for y in range(rows[0]))
    assert image.pixelColor(156, 0) == ground
