"""The orb: as large as the lungs are full, painted only where it changed."""

import itertools
import math

import msgspec
import pytest
from PySide6.QtGui import QPixmapCache, QRegion
from tests.ui.painting import PaintLog, changed, painted, run_of
from tests.ui.widgets.breathing import Shown, frames

from steady.ui.theme import DUSK
from steady.ui.widgets.breath_form import QUARTER_PX
from steady.ui.widgets.breath_orb import EMPTY_SHARE, FULL_SHARE, OUTER_HALO, PAUSED_STRENGTH, BreathOrb
from steady.ui.widgets.glow import STEP_PX


@pytest.fixture
def orb(qtbot):
    return Shown(qtbot, BreathOrb, size=(400, 400))


def core_px(shown) -> int:
    """Return how wide the painted disc is: everything in the middle row that is not ground, halo or ring."""
    image = painted(shown.form)
    others = {DUSK.color(name).name() for name in ("ground", "halo_inner", "halo_outer", "line", "accent")}
    row = [image.pixelColor(x, image.height() // 2) for x in range(14, image.width() - 14)]
    return sum(1 for color in row if color.name() not in others and color.green() > 90)


@pytest.mark.parametrize("now_s", [0.0, 1.0, 2.0, 3.3, 4.0, 5.5, 7.0, 9.9])
def test_what_is_painted_is_as_full_as_the_lungs(orb, now_s):
    moment = orb.at(now_s)
    radius_px = (EMPTY_SHARE + (FULL_SHARE - EMPTY_SHARE) * moment.fullness) * orb.form._ring.radius_px
    assert core_px(orb) == pytest.approx(2 * radius_px, abs=4)


def test_it_grows_through_the_in_breath_and_shrinks_through_the_out_breath(orb):
    widths = []
    for now_s in frames(10.0, 0.5):
        orb.at(now_s)
        widths.append(core_px(orb))
    assert widths[:9] == sorted(widths[:9])
    assert widths[8:] == sorted(widths[8:], reverse=True)
    assert widths[8] > 1.7 * widths[0]


@pytest.mark.parametrize("width", [400, 260])
def test_its_halo_stays_inside_the_ring_and_the_ring_inside_the_form(qtbot, width):
    shown = Shown(qtbot, BreathOrb, size=(width, 400))
    shown.at(4.0)
    assert shown.form._halo_px < shown.form._ring.radius_px
    assert shown.form._ring.radius_px < width / 2
    image = painted(shown.form)
    ground = DUSK.color("ground").name()
    edge = {image.pixelColor(x, y).name() for y in range(image.height()) for x in (0, 1, width - 2, width - 1)}
    assert edge == {ground}


def test_the_ring_fills_once_in_each_phase_clockwise_from_the_top(orb):
    radius = orb.form._ring.radius_px
    center = orb.form._ring.center
    accent = DUSK.color("accent")

    def lit(fraction: float) -> bool:
        image, angle = painted(orb.form), 2 * math.pi * fraction
        color = image.pixelColor(
            round(center.x() + radius * math.sin(angle) - 0.5), round(center.y() - radius * math.cos(angle) - 0.5)
        )
        return abs(color.green() - accent.green()) < 40

    orb.at(2.0)  # half the in-breath
    assert [lit(share) for share in (0.1, 0.25, 0.45, 0.55, 0.75, 0.9)] == [True, True, True, False, False, False]
    orb.at(4.3)  # a twentieth of the out-breath
    assert [lit(share) for share in (0.02, 0.25, 0.5, 0.75)] == [True, False, False, False]


def test_nothing_is_repainted_where_the_edge_moved_less_than_a_quarter_pixel(orb):
    log = PaintLog(orb.form)
    orb.at(3.98)
    log.take()
    before_px = orb.form._halo_px
    orb.at(3.9835)
    assert abs(orb.form._halo_radius_px(orb.form._moment.fullness) - before_px) < QUARTER_PX
    assert not log.take().intersects(orb.form._square(5.0))


@pytest.mark.parametrize("start_s", [0.0, 1.7, 3.7, 6.5, 9.6], ids=["empty", "growing", "full", "shrinking", "turn"])
def test_what_is_repainted_covers_every_pixel_that_changed(qtbot, start_s):
    stark = msgspec.structs.replace(DUSK, halo_outer="#ffffff")  # so that no pixel left behind is too faint to be seen
    shown = Shown(qtbot, BreathOrb, size=(180, 160), look=stark)
    log = PaintLog(shown.form)
    shown.at(start_s)
    log.take()
    before = painted(shown.form)
    for now_s in frames(start_s + 0.7, start_s=start_s + 0.033):
        shown.at(now_s)
        region = log.take()
        after = painted(shown.form)
        stray = [point for point in changed(before, after) if not region.contains(point)]
        assert stray == [], f"at {now_s:.2f} s"
        before = after


def test_a_frame_repaints_a_small_part_while_the_lungs_are_empty(orb):
    log = PaintLog(orb.form)
    orb.at(0.3)
    log.take()
    orb.at(0.4)
    region = log.take()
    area = sum(rect.width() * rect.height() for rect in region)
    assert 0 < area < 0.35 * 400 * 400


def test_while_the_edge_moves_fast_at_least_twenty_four_frames_a_second_are_painted(orb):
    log = PaintLog(orb.form)
    orb.at(1.5)
    log.take()
    painted_frames = 0
    for now_s in frames(2.5, start_s=1.5 + 0.033):
        orb.at(now_s)
        painted_frames += not log.take().isEmpty()
    assert painted_frames >= 24


def test_a_breath_makes_all_the_pictures_there_are_and_they_are_small(orb):
    QPixmapCache.clear()
    sizes = []
    for _breath in range(2):
        for now_s in frames(10.0, 0.04):
            orb.at(now_s)
            painted(orb.form)
        sizes.append(orb.form.picture_bytes())
    assert 0 < sizes[0] == sizes[1] <= 8 << 20


@pytest.mark.parametrize("size", [(1400, 1000), (3840, 2160)])
def test_also_in_the_largest_window_the_picture_takes_a_megabyte_at_most(qtbot, size):
    shown = Shown(qtbot, BreathOrb, size=size)
    shown.at(4.0)
    painted(shown.form)
    assert 0 < shown.form.picture_bytes() <= 1 << 20


def test_it_is_light_at_its_heart_and_darkens_softly_to_its_rim(orb):
    orb.at(4.0)
    image, center = painted(orb.form), orb.form._ring.center.toPoint()
    core = round(orb.form._ring.radius_px * FULL_SHARE)
    heart, rim = DUSK.color("orb_heart"), DUSK.color("orb_rim")
    for step_x, step_y in ((1, 0), (-1, 0), (0, 1), (0, -1), (0.7, 0.7), (-0.7, 0.7)):
        reach = int((core - 2) / math.hypot(step_x, step_y))
        greens = [
            image.pixelColor(center.x() + int(step_x * at), center.y() + int(step_y * at)).green()
            for at in range(reach)
        ]
        assert greens[0] == pytest.approx(heart.green(), abs=3)
        assert greens[-1] == pytest.approx(rim.green(), abs=5)
        assert all(after <= before + 1 and before - after <= 4 for before, after in itertools.pairwise(greens))


def test_a_pause_dims_it_softly(orb):
    orb.at(3.0)
    orb.practice.pause(3.0)
    strengths = []
    for now_s in frames(4.6, 0.1, start_s=3.0):
        orb.at(now_s)
        strengths.append(orb.form._strength)
    assert strengths[0] == 1.0
    assert strengths == sorted(strengths, reverse=True)
    assert strengths[-1] == pytest.approx(PAUSED_STRENGTH, abs=0.01)
    assert max(before - after for before, after in itertools.pairwise(strengths)) < 0.1


def test_what_a_pause_dimmed_comes_back_softly(orb):
    orb.at(3.0)
    orb.practice.pause(3.0)
    orb.at(9.0)
    strengths = [orb.form._strength]
    orb.practice.resume(9.0)
    for now_s in frames(11.0, 0.04, start_s=9.0):
        orb.at(now_s)
        strengths.append(orb.form._strength)
    assert strengths == sorted(strengths)
    assert strengths[0] == pytest.approx(PAUSED_STRENGTH, abs=0.01)
    assert strengths[-1] == 1.0
    assert max(after - before for before, after in itertools.pairwise(strengths)) < 0.05


def test_a_pause_lets_the_ring_fade_where_it_stands(orb):
    orb.at(3.0)
    ring, log = orb.form._ring, PaintLog(orb.form)
    angle = 2 * math.pi * 0.4
    x, y = ring.center.x() + ring.radius_px * math.sin(angle), ring.center.y() - ring.radius_px * math.cos(angle)
    before = painted(orb.form)
    orb.practice.pause(3.0)
    greens = [before.pixelColor(int(x), int(y)).green()]
    for now_s in frames(4.6, 0.05, start_s=3.0):
        orb.at(now_s)
        region, after = log.take(), painted(orb.form)
        assert [point for point in changed(before, after) if not region.contains(point)] == [], f"at {now_s:.2f} s"
        greens.append(after.pixelColor(int(x), int(y)).green())
        before = after
    assert greens == sorted(greens, reverse=True)
    assert max(before - after for before, after in itertools.pairwise(greens)) < 20
    assert greens[0] - greens[-1] > 100


def test_while_paused_the_ring_is_empty(orb):
    orb.at(3.0)
    orb.practice.pause(3.0)
    orb.at(5.0)
    assert run_of(painted(orb.form), DUSK.accent, 6) == 0
    assert orb.form._ring.fraction == 0.0


def test_another_size_makes_other_pictures(orb):
    orb.at(2.0)
    painted(orb.form)
    orb.form.resize(300, 300)
    assert orb.form.picture_bytes() == 0
    painted(orb.form)
    heart_px = orb.form._halo_px / OUTER_HALO
    assert math.sqrt(orb.form.picture_bytes() / 4) == pytest.approx(2 * heart_px, abs=2 * STEP_PX)


def test_after_a_stall_what_it_no_longer_fills_is_repainted_too(orb):
    log = PaintLog(orb.form)
    orb.at(4.2)
    log.take()
    filled = orb.form._square(orb.form._halo_px)
    orb.at(8.0)
    assert (QRegion(filled) - log.take()).isEmpty()
