"""The wave: the dot rides the breath's own curve, and the next two breaths are in sight."""

import itertools

import pytest
from PySide6.QtCore import QPointF
from tests.ui.painting import PaintLog, changed, painted
from tests.ui.widgets.breathing import BOX, FOUR_SIX, SIGH, Shown, frames

from steady.core.breath import Course, Step
from steady.core.practice import Practice
from steady.ui.theme import DUSK
from steady.ui.widgets.breath_wave import DOT_PX, GLOW_PX, MOST_PX, BreathWave

WIDTH, HEIGHT = 600, 300


@pytest.fixture
def wave(qtbot):
    return Shown(qtbot, BreathWave, size=(WIDTH, HEIGHT))


def curve(form: BreathWave) -> list[QPointF]:
    """Return the curve's points where they are painted."""
    assert form._curve is not None
    shift_px = form._curve.shift_px(form._moment.elapsed_s, form._dot.x())
    return [QPointF(point.x() + shift_px, point.y()) for point in form._curve.points]


def line_at(form: BreathWave, x: int) -> tuple[float, int]:
    """Return at which height the strongest line of a column is, and how much it differs from the ground."""
    image, ground = painted(form), DUSK.color("ground").green()
    strengths = [image.pixelColor(x, y).green() - ground for y in range(image.height())]
    strongest = max(strengths)
    rows = [y for y, strength in enumerate(strengths) if strength >= strongest - 1]
    return sum(rows) / len(rows), strongest


def dot_y(shown) -> float:
    """Return the height at which the dot is painted."""
    image = painted(shown.form)
    x, accent = round(shown.form._dot.x()), DUSK.color("accent")
    rows = [y for y in range(image.height()) if abs(image.pixelColor(x, y).green() - accent.green()) < 6]
    return sum(rows) / len(rows)


@pytest.mark.parametrize("now_s", [0.0, 1.0, 2.0, 3.9, 5.0, 7.0, 9.5])
def test_the_dot_is_as_high_as_the_lungs_are_full(wave, now_s):
    moment = wave.at(now_s)
    assert dot_y(wave) == pytest.approx(wave.form._y(moment.fullness), abs=1.5)


def test_full_is_high_and_empty_is_low_within_the_form(wave):
    wave.at(4.0)
    high = dot_y(wave)
    wave.at(10.0)
    low = dot_y(wave)
    assert GLOW_PX <= high < low <= HEIGHT - GLOW_PX
    assert low - high == pytest.approx(min(HEIGHT - 2 * (GLOW_PX + 2), 0.42 * WIDTH, MOST_PX), abs=3)


def test_the_dot_rides_on_the_curve(wave):
    for now_s in (0.5, 3.3, 4.0, 6.1, 9.99):
        wave.at(now_s)
        before, after = next(
            pair for pair in itertools.pairwise(curve(wave.form)) if pair[0].x() <= wave.form._dot.x() <= pair[1].x()
        )
        assert min(before.y(), after.y()) - 1 <= wave.form._dot.y() <= max(before.y(), after.y()) + 1


@pytest.mark.parametrize("pattern", [FOUR_SIX, BOX, SIGH], ids=["four-six", "box", "sigh"])
def test_the_next_two_breaths_are_in_sight(qtbot, pattern):
    shown = Shown(qtbot, BreathWave, pattern, size=(WIDTH, HEIGHT))
    shown.at(0.0)
    ahead_s = (WIDTH - shown.form._dot.x()) / shown.form._px_per_s
    assert ahead_s >= 2 * pattern.period_s
    points = [point for point in curve(shown.form) if point.x() <= WIDTH]
    crests = [
        now.y()
        for before, now, after in zip(points, points[1:], points[2:], strict=False)
        if now.x() > shown.form._dot.x() and before.y() >= now.y() < after.y()
    ]
    assert len(crests) >= 2


def test_the_curve_ahead_is_the_one_the_dot_will_take(wave):
    wave.at(1.0)
    now_s, scale, x = 1.0, wave.form._px_per_s, wave.form._dot.x()
    planned = {round(now_s + (point.x() - x) / scale, 3): point.y() for point in curve(wave.form)}
    for later_s, y in planned.items():
        if later_s > now_s:
            assert wave.practice.timeline.fullness(later_s) == pytest.approx(
                (wave.form._y(0.0) - y) / (wave.form._y(0.0) - wave.form._y(1.0)), abs=0.002
            )


def test_the_curve_passes_by_without_a_jump(wave):
    places = []
    for now_s in frames(10.0):
        wave.at(now_s)
        places.append((wave.form._dot.x(), wave.form._dot.y(), wave.form._px_per_s))
    assert len({x for x, _, _ in places}) == 1
    steps = [abs(after[1] - before[1]) for before, after in itertools.pairwise(places)]
    assert max(steps) < 6.0


def test_a_slower_breath_glides_to_its_scale(qtbot):
    slower = FOUR_SIX.scaled(1.4)
    shown = Shown(qtbot, BreathWave, size=(WIDTH, HEIGHT), steps=(Step(FOUR_SIX, 1), Step(slower, 1)))
    scales = []
    for now_s in frames(14.0):
        shown.at(now_s)
        scales.append(shown.form._px_per_s)
    changes = [abs(after / before - 1.0) for before, after in itertools.pairwise(scales)]
    assert max(changes) <= 0.0101
    assert scales[-1] < 0.8 * scales[0]


def test_another_practice_shares_nothing_with_the_one_before(wave):
    for now_s in frames(6.0, 0.5):
        wave.at(now_s)
    other = Practice(Course.steady(BOX))
    other.start(0.0)
    wave.form.show_moment(other.look(6.0), other.timeline)
    timeline, x = other.timeline, wave.form._dot.x()
    for point in curve(wave.form):
        at_s = 6.0 + (point.x() - x) / wave.form._px_per_s
        assert point.y() == pytest.approx(wave.form._y(timeline.fullness(at_s)), abs=0.5)


def test_a_changed_pace_redraws_what_lies_ahead(wave):
    wave.at(1.0)
    wave.practice.nudge(1.0, 1.3)
    wave.at(1.033)
    timeline, x = wave.practice.timeline, wave.form._dot.x()
    for point in curve(wave.form):
        at_s = 1.033 + (point.x() - x) / wave.form._px_per_s
        if at_s > 0:
            assert point.y() == pytest.approx(wave.form._y(timeline.fullness(at_s)), abs=0.5)


def test_what_is_repainted_covers_every_pixel_that_changed(qtbot):
    shown = Shown(qtbot, BreathWave, size=(240, 160))
    log = PaintLog(shown.form)
    shown.at(0.0)
    log.take()
    before = painted(shown.form)
    for now_s in frames(5.0, 0.3, start_s=0.3):
        shown.at(now_s)
        region, after = log.take(), painted(shown.form)
        assert [point for point in changed(before, after) if not region.contains(point)] == []
        before = after


def test_a_moment_that_is_the_same_repaints_nothing(wave):
    log = PaintLog(wave.form)
    wave.at(2.0)
    log.take()
    wave.at(2.0)
    assert log.take().isEmpty()


def test_a_pause_dims_it_and_lets_the_dot_sink(wave):
    wave.at(4.0)
    bright, high = (
        painted(wave.form).pixelColor(round(wave.form._dot.x()), round(wave.form._dot.y())),
        wave.form._dot.y(),
    )
    wave.practice.pause(4.0)
    wave.at(6.0)
    low = wave.form._dot.y()
    dim = painted(wave.form).pixelColor(round(wave.form._dot.x()), round(low))
    assert low > high + 50
    assert dim.green() < bright.green() - 30


def test_in_a_pause_the_curve_that_was_breathed_fades_softly_where_it_stands(wave):
    wave.at(24.0)
    x, (y, strength) = 120, line_at(wave.form, 120)
    assert strength > 15
    wave.practice.pause(24.0)
    image, seen = None, [strength]
    for now_s in frames(25.6, 0.04, start_s=24.0):
        wave.at(now_s)
        image = painted(wave.form)
        seen.append(image.pixelColor(x, y).green() - DUSK.color("ground").green())
    assert max(before - after for before, after in itertools.pairwise(seen)) <= 6
    assert seen[-1] == 0


def test_in_a_pause_the_breath_that_will_come_waits_under_the_dot(wave):
    wave.at(24.0)
    wave.practice.pause(24.0)
    for now_s in frames(26.0, 0.04, start_s=24.0):
        wave.at(now_s)
    columns = range(round(wave.form._dot.x() + GLOW_PX + 4), WIDTH, 20)
    waiting = [line_at(wave.form, x) for x in columns]

    wave.practice.resume(26.0)
    wave.at(26.0)

    assert [line_at(wave.form, x) for x in columns] == waiting
    assert curve(wave.form)[0].y() == pytest.approx(wave.form._dot.y(), abs=1)


def test_going_on_before_the_pause_has_come_to_rest_moves_nothing_at_once(wave):
    wave.at(24.0)
    wave.practice.pause(24.0)
    for now_s in frames(24.5, 0.05, start_s=24.0):
        wave.at(now_s)
    columns = range(0, WIDTH, 40)
    before = [line_at(wave.form, x) for x in columns]

    wave.practice.resume(24.5)
    wave.at(24.5)

    for was, now in zip(before, [line_at(wave.form, x) for x in columns], strict=True):
        assert now == (pytest.approx(was[0], abs=1), pytest.approx(was[1], abs=2))


def change_pace(practice: Practice, now_s: float) -> None:
    practice.nudge(now_s, 1.3)


def meet_own_pace(practice: Practice, now_s: float) -> None:
    practice.follow(now_s, 5.0)


@pytest.mark.parametrize("change", [change_pace, meet_own_pace])
def test_where_another_pace_is_planned_its_curve_comes_as_the_one_before_fades(wave, change):
    for now_s in frames(24.0, start_s=22.0):
        wave.at(now_s)
    columns = range(round(wave.form._dot.x() + GLOW_PX + 4), WIDTH - 30, 10)
    before = [line_at(wave.form, x) for x in columns]

    change(wave.practice, 24.0)
    wave.at(24.0)

    for was, now in zip(before, [line_at(wave.form, x) for x in columns], strict=True):
        assert now == (pytest.approx(was[0], abs=2), pytest.approx(was[1], abs=2))
    for now_s in frames(24.8, start_s=24.0):
        wave.at(now_s)
    wave.at(25.0)
    for x in columns:
        at_s = 25.0 + (x + 0.5 - wave.form._dot.x()) / wave.form._px_per_s
        assert line_at(wave.form, x)[0] == pytest.approx(wave.form._y(wave.practice.timeline.fullness(at_s)), abs=12)


def test_the_breath_under_way_is_as_strong_as_before_while_another_pace_comes(wave):
    for now_s in frames(24.0, start_s=22.0):
        wave.at(now_s)
    wave.practice.nudge(24.0, 1.3)
    strengths = []
    for now_s in frames(24.7, start_s=24.0):
        wave.at(now_s)
        strengths.append(line_at(wave.form, round(wave.form._dot.x() + GLOW_PX + 6))[1])
    assert max(strengths) - min(strengths) <= 6


def test_it_reaches_both_edges_and_fades_towards_them(wave):
    wave.at(25.0)
    image = painted(wave.form)
    ground = DUSK.color("ground").green()

    def strongest(x: int) -> int:
        return max(image.pixelColor(x, y).green() - ground for y in range(image.height()))

    near = strongest(round(wave.form._dot.x() + GLOW_PX + 12))
    assert 0 < strongest(WIDTH - 2) < near
    assert 0 < strongest(1) < near
    assert DOT_PX < GLOW_PX


def test_passing_by_lays_the_curve_anew_only_every_two_seconds(wave):
    laid = set()
    for now_s in frames(20.0, start_s=12.0):
        wave.at(now_s)
        laid.add(wave.form._curve.first)
    assert 2 <= len(laid) <= 5


def test_the_curve_reaches_both_edges_at_every_moment(wave):
    for now_s in frames(30.0, 0.17, start_s=15.0):
        wave.at(now_s)
        points = curve(wave.form)
        assert points[0].x() <= 0
        assert points[-1].x() >= WIDTH


def test_strokes_meet_without_a_gap_or_a_knot(wave):
    wave.at(25.0)
    image, ground = painted(wave.form), DUSK.color("ground").green()
    dot_x = round(wave.form._dot.x() + GLOW_PX + 4)
    tops = [max(image.pixelColor(x, y).green() - ground for y in range(HEIGHT)) for x in range(dot_x, WIDTH - 1)]
    assert max(abs(after - before) for before, after in itertools.pairwise(tops)) <= 6


@pytest.mark.parametrize("height", [80, 120])
def test_in_a_low_form_the_dot_is_small_so_that_its_way_stays_long(qtbot, height):
    low = Shown(qtbot, BreathWave, size=(312, height))
    ways, edges = [], set()
    for now_s in frames(10.0, 0.5):
        low.at(now_s)
        ways.append(low.form._dot.y())
        image = painted(low.form)
        edges |= {image.pixelColor(x, y).name() for x in range(312) for y in (0, height - 1)}
    assert max(ways) - min(ways) > 0.6 * height
    assert edges == {DUSK.color("ground").name()}
