"""The ring: it asks for the repaint of what grew, and of no more."""

import math

import pytest
from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QImage, QPainter, QRegion
from tests.ui.painting import differing

from steady.ui.theme import DUSK
from steady.ui.widgets.phase_ring import LEAP, LINE_PX, PhaseRing

CENTER, RADIUS = QPointF(100.0, 100.0), 90.0
SMOOTHING = 24
"""By so much the smoothed edge of a stroke may differ with where the stroke began."""


def area(region: QRegion) -> int:
    return sum(rect.width() * rect.height() for rect in region)


def placed(center: QPointF = CENTER, radius_px: float = RADIUS) -> PhaseRing:
    ring = PhaseRing(DUSK)
    ring.place(center, radius_px)
    return ring


def drawn(ring: PhaseRing) -> QImage:
    image = QImage(200, 200, QImage.Format.Format_RGB32)
    image.fill(DUSK.color("ground"))
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring.paint(painter, QRegion(0, 0, 200, 200))
    return image


def patched(before: QImage, ring: PhaseRing, damage: QRegion) -> QImage:
    """Paint only the damage, on the ground, as a window does."""
    image = before.copy()
    with QPainter(image) as painter:
        painter.setClipRegion(damage)
        painter.fillRect(image.rect(), DUSK.color("ground"))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ring.paint(painter, damage)
    return image


def lit(image: QImage) -> int:
    accent = DUSK.color("accent")
    return sum(abs(image.pixelColor(x, y).green() - accent.green()) < 25 for x in range(200) for y in range(200))


def test_it_fills_in_proportion_to_the_phase():
    ring, lights = placed(), []
    for fraction in (0.25, 0.5, 0.75, 0.999):
        ring.turn_to(fraction)
        lights.append(lit(drawn(ring)))
    assert [light / lights[-1] for light in lights] == pytest.approx([0.25, 0.5, 0.75, 1.0], abs=0.03)


def test_a_turn_of_less_than_a_pixel_asks_for_nothing_and_is_not_lost():
    ring = placed()
    ring.turn_to(0.5)
    step = 0.4 / (2 * math.pi * RADIUS)
    asked = [not ring.turn_to(0.5 + step * count).isEmpty() for count in range(1, 7)]
    assert asked == [False, False, True, False, False, True]
    assert ring.fraction == pytest.approx(0.5 + 6 * step)


def test_growing_asks_for_the_bit_at_its_tip():
    ring = placed()
    ring.turn_to(0.3)
    region = ring.turn_to(0.31)
    assert 0 < area(region) < 1000
    angle = 2 * math.pi * 0.31
    tip = QPointF(CENTER.x() + RADIUS * math.sin(angle), CENTER.y() - RADIUS * math.cos(angle))
    assert region.contains(tip.toPoint())


def test_a_longer_turn_asks_for_everything_between_its_ends():
    ring = placed()
    ring.turn_to(0.3)
    region = ring.turn_to(0.42)
    for step in range(13):
        angle = 2 * math.pi * (0.3 + step / 100)
        point = QPointF(CENTER.x() + RADIUS * math.sin(angle), CENTER.y() - RADIUS * math.cos(angle))
        assert region.contains(point.toPoint())


def test_a_new_phase_asks_for_the_whole_ring_but_not_for_what_it_surrounds():
    ring = placed()
    ring.turn_to(0.9)
    region = ring.turn_to(0.0)
    assert region.contains(QPointF(100, 10).toPoint())
    assert region.contains(QPointF(10, 100).toPoint())
    assert not region.contains(CENTER.toPoint())


@pytest.mark.parametrize("radius_px", [4.0, 12.5, 20.0, 34.0, 35.5, 50.0, 63.0, 90.0])
@pytest.mark.parametrize("center", [QPointF(100.0, 100.0), QPointF(99.5, 100.5)], ids=["whole", "half"])
def test_a_new_phase_leaves_nothing_of_the_last_one_however_small_the_ring(center, radius_px):
    ring = placed(center, radius_px)
    ring.turn_to(0.99)
    image = drawn(ring)
    damage = ring.turn_to(0.0)
    assert differing(patched(image, ring, damage), drawn(ring), near=SMOOTHING) == 0


def test_at_nothing_only_the_track_is_drawn():
    assert lit(drawn(placed())) == 0


@pytest.mark.parametrize("start", [0.0, 0.12, 0.49, 0.7, 0.97])
@pytest.mark.parametrize("orb_px", [0, 40, 66, 78, 86], ids=lambda px: f"{px}-px-of-orb")
def test_piece_by_piece_it_looks_as_if_drawn_whole(start, orb_px):
    ring = placed()
    ring.turn_to(start)
    image = drawn(ring)
    for step in range(1, 8):
        damage = ring.turn_to(start + step * 0.004)
        damage += QRect(100 - orb_px, 100 - orb_px, 2 * orb_px, 2 * orb_px)
        image = patched(image, ring, damage)
    assert differing(image, drawn(ring), near=SMOOTHING) == 0


def test_a_tip_that_leapt_a_little_leaves_no_gap():
    ring = placed()
    ring.turn_to(0.2)
    image = drawn(ring)
    damage = ring.turn_to(0.2 + LEAP * 0.99)
    assert differing(patched(image, ring, damage), drawn(ring), near=SMOOTHING) == 0


def test_its_line_ends_at_the_second_it_stands_for():
    ring = placed()
    ring.turn_to(0.25)
    image, accent = drawn(ring), DUSK.color("accent").green()
    rows = [y for y in range(200) if abs(image.pixelColor(190, y).green() - accent) < 60]
    assert max(rows) == pytest.approx(100 + LINE_PX / 2, abs=1.5)


@pytest.mark.parametrize("line_px", [1.0, 2.0, 3.0, 4.0])
def test_a_line_that_has_hardly_begun_is_a_whole_dot(line_px):
    ring = placed()
    ring.turn_to(line_px / (2 * math.pi * RADIUS))
    image, accent = drawn(ring), DUSK.color("accent").green()
    assert abs(image.pixelColor(100, 10).green() - accent) < 25
