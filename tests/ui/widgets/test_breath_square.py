"""The square: a dot walks its sides, one side a phase; in goes up, out goes down."""

import itertools
import math

import pytest
from tests.ui.painting import PaintLog, changed, painted, run_of
from tests.ui.widgets.breathing import BOX, FOUR_SIX, SIGH, Shown, frames

from steady.core.breath import Act
from steady.ui.theme import DUSK
from steady.ui.widgets.breath_form import QUARTER_PX
from steady.ui.widgets.breath_square import CORNER_SHARE, DOT_PX, BreathSquare


@pytest.fixture
def box(qtbot):
    return Shown(qtbot, BreathSquare, BOX, size=(300, 300))


def side_of(shown) -> str:
    """Return which side the dot is on: "left", "top", "right", "bottom", or the corner between two."""
    square, dot = shown.form._box(), shown.form._dot
    near = square.width() * CORNER_SHARE * (1 - math.cos(math.pi / 4)) + 0.01  # the middle of a round corner
    names = []
    if abs(dot.x() - square.left()) < near:
        names.append("left")
    if abs(dot.x() - square.right()) < near:
        names.append("right")
    if abs(dot.y() - square.top()) < near:
        names.append("top")
    if abs(dot.y() - square.bottom()) < near:
        names.append("bottom")
    return " ".join(names)


def test_the_dot_goes_round_the_corners_on_the_line_at_one_speed(box):
    square = box.form._box()
    radius, points = square.width() * CORNER_SHARE, []
    for frame in range(16 * 240):
        point = box.form._at(frame / (4 * 240))
        corner_x = min(max(point.x(), square.left() + radius), square.right() - radius)
        corner_y = min(max(point.y(), square.top() + radius), square.bottom() - radius)
        away = math.hypot(point.x() - corner_x, point.y() - corner_y)
        assert away == pytest.approx(radius)  # of the rounded rectangle that is drawn
        points.append(point)
    steps = [math.hypot(after.x() - before.x(), after.y() - before.y()) for before, after in itertools.pairwise(points)]
    assert max(steps) == pytest.approx(min(steps), rel=0.01)


@pytest.mark.parametrize(
    ("now_s", "side"),
    [
        (0.0, "left bottom"),
        (2.0, "left"),
        (4.0, "left top"),
        (6.0, "top"),
        (8.0, "right top"),
        (10.0, "right"),
        (12.0, "right bottom"),
        (14.0, "bottom"),
        (16.0, "left bottom"),
    ],
)
def test_each_phase_of_box_breathing_is_one_side(box, now_s, side):
    box.at(now_s)
    assert side_of(box) == side


@pytest.mark.parametrize(
    ("now_s", "side"),
    [(0.0, "left bottom"), (1.0, "left"), (2.0, "left top"), (3.0, "top"), (4.0, "right top"), (7.0, "right bottom")],
)
def test_without_holds_the_sides_across_belong_to_the_breath_beside_them(qtbot, now_s, side):
    shown = Shown(qtbot, BreathSquare, FOUR_SIX, size=(300, 300))
    shown.at(now_s)
    assert side_of(shown) == side


@pytest.mark.parametrize("pattern", [BOX, FOUR_SIX, SIGH], ids=["box", "four-six", "sigh"])
def test_the_dot_never_jumps(qtbot, pattern):
    shown = Shown(qtbot, BreathSquare, pattern, size=(300, 300))
    places = []
    for now_s in frames(2 * pattern.period_s):
        shown.at(now_s)
        places.append(shown.form._dot)
    steps = [(after - before).manhattanLength() for before, after in itertools.pairwise(places)]
    perimeter_px = 4 * shown.form._side_px()
    assert max(steps) < 6.5 * perimeter_px / pattern.period_s * 0.033


def test_the_dot_is_painted_where_it_stands(box):
    box.at(2.0)
    image, dot = painted(box.form), box.form._dot
    assert run_of(image, DUSK.accent, round(dot.y())) == pytest.approx(2 * DOT_PX, abs=3)


@pytest.mark.parametrize("now_s", [1.0, 2.0, 3.0, 6.0, 9.0, 11.0, 14.0])
def test_the_level_inside_is_as_high_as_the_lungs_are_full(box, now_s):
    moment = box.at(now_s)
    image, inner = painted(box.form), box.form._box().adjusted(16, 16, -16, -16)
    wanted = DUSK.color("halo_inner")
    x = round(inner.left() + inner.width() / 4)
    column = [image.pixelColor(x, y) for y in range(round(inner.top()), round(inner.bottom()))]
    tall = sum(1 for color in column if color == wanted)
    assert tall == pytest.approx(moment.fullness * inner.height(), abs=2)


def test_in_a_hold_only_the_dot_is_repainted(box):
    box.at(5.0)
    log = PaintLog(box.form)
    log.take()
    box.at(5.2)
    region = log.take()
    assert 0 < sum(rect.width() * rect.height() for rect in region) < 0.2 * 300 * 300


def test_nothing_is_repainted_where_neither_dot_nor_level_moved_a_quarter_pixel(box):
    box.at(6.0)
    log = PaintLog(box.form)
    log.take()
    box.at(6.004)
    assert (box.form._place(box.form._moment, BOX) - box.form._dot).manhattanLength() < QUARTER_PX
    assert log.take().isEmpty()


def test_what_is_repainted_covers_every_pixel_that_changed(qtbot):
    shown = Shown(qtbot, BreathSquare, BOX, size=(200, 200))
    log = PaintLog(shown.form)
    shown.at(0.0)
    log.take()
    before = painted(shown.form)
    for now_s in frames(16.0, 0.45, start_s=0.45):
        shown.at(now_s)
        region, after = log.take(), painted(shown.form)
        assert [point for point in changed(before, after) if not region.contains(point)] == []
        before = after


def test_a_pause_dims_it_and_takes_the_dot_home(box):
    box.at(9.0)
    box.practice.pause(9.0)
    box.at(11.0)
    assert side_of(box) == "left bottom"
    assert box.form._strength == pytest.approx(0.55, abs=0.01)
    assert box.form._moment.phase.act is Act.EXHALE


def test_in_a_pause_the_dot_never_jumps_in_sight_and_all_that_dims_is_repainted(box):
    box.at(5.5)
    log, before = PaintLog(box.form), painted(box.form)
    box.practice.pause(5.5)
    last, leaps = box.form._dot, []
    for now_s in frames(7.2, 0.1, start_s=5.5):
        box.at(now_s)
        region, after = log.take(), painted(box.form)
        assert [point for point in changed(before, after) if not region.contains(point)] == [], f"at {now_s:.1f} s"
        if box.form._dot != last:
            leaps.append(box.form._seen)
        before, last = after, box.form._dot
    assert len(leaps) == 1
    assert leaps[0] < 0.25
    assert box.form._seen == pytest.approx(1.0, abs=0.01)


@pytest.mark.parametrize("size", [(312, 80), (90, 300), (312, 120), (312, 190)])
def test_in_a_small_form_nothing_of_the_dot_is_cut_off_at_any_corner(qtbot, size):
    small = Shown(qtbot, BreathSquare, BOX, size=size)
    ground = DUSK.color("ground")
    for now_s in (0.0, 4.0, 8.0, 12.0):
        small.at(now_s)
        image = painted(small.form)
        edge = {image.pixelColor(x, y).name() for x in range(size[0]) for y in (0, size[1] - 1)}
        edge |= {image.pixelColor(x, y).name() for y in range(size[1]) for x in (0, size[0] - 1)}
        assert edge == {ground.name()}, f"at {now_s:g} s"


@pytest.mark.parametrize("size", [(312, 80), (312, 120)])
def test_what_is_repainted_of_a_small_form_covers_every_pixel_that_changed(qtbot, size):
    small = Shown(qtbot, BreathSquare, BOX, size=size)
    log = PaintLog(small.form)
    small.at(0.0)
    log.take()
    before = painted(small.form)
    for now_s in frames(16.0, 0.4):
        small.at(now_s)
        region, after = log.take(), painted(small.form)
        assert [point for point in changed(before, after) if not region.contains(point)] == [], f"at {now_s:.1f} s"
        before = after
