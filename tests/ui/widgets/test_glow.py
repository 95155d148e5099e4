"""The light in the orb's heart: like a gradient computed for each size, from a few pictures."""

import itertools

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QColor, QImage, QPainter, QPixmap, QRadialGradient

from steady.ui.widgets.glow import AT_MOST_BYTES, SCALED_AT_MOST_PX, Glow

HEART = QColor("#b9e3dc")
RIM = QColor("#387c7d")
SIDE = 300
CENTER = QPointF(SIDE / 2, SIDE / 2)
UNSEEN = 9
"""So many of 256 levels apart, neighbours in a gradient look alike."""


def canvas() -> QImage:
    image = QImage(SIDE, SIDE, QImage.Format.Format_RGB32)
    image.fill(RIM)
    return image


def drawn(glow: Glow, radius_px: float) -> QImage:
    image = canvas()
    with QPainter(image) as painter:
        glow.paint(painter, CENTER, radius_px)
    return image


def computed(radius_px: float) -> QImage:
    image = canvas()
    gradient = QRadialGradient(CENTER, radius_px)
    faded = QColor(HEART)
    faded.setAlpha(0)
    gradient.setColorAt(0.0, HEART)
    gradient.setColorAt(1.0, faded)
    with QPainter(image) as painter:
        painter.fillRect(image.rect(), QBrush(gradient))
    return image


def furthest_apart(one: QImage, other: QImage) -> int:
    row = [(one.pixelColor(x, SIDE // 2), other.pixelColor(x, SIDE // 2)) for x in range(SIDE)]
    return max(max(abs(a.red() - b.red()), abs(a.green() - b.green())) for a, b in row)


@pytest.mark.parametrize("radius_px", [70.0, 71.9, 88.3, 101.0, 126.6])
def test_it_looks_as_if_it_were_computed_for_each_size(qapp, radius_px):
    glow = Glow(HEART, 70.0, 127.0, 1.0)
    assert furthest_apart(drawn(glow, radius_px), computed(radius_px)) <= UNSEEN


def test_from_frame_to_frame_it_changes_no_more_than_a_shade(qapp):
    glow = Glow(HEART, 70.0, 127.0, 1.0)
    frames = [drawn(glow, 70.0 + 1.5 * count) for count in range(38)]
    assert max(furthest_apart(a, b) for a, b in itertools.pairwise(frames)) <= UNSEEN


@pytest.mark.parametrize("ring_px", [40.0, 206.0, 350.0, 700.0, 1500.0])
@pytest.mark.parametrize("density", [1.0, 2.0])
def test_its_pictures_together_stay_small_at_any_size(qapp, ring_px, density):
    least_px, most_px = 0.34 * ring_px, 0.62 * ring_px
    glow = Glow(HEART, least_px, most_px, density)
    for count in range(200):
        drawn(glow, least_px + (most_px - least_px) * count / 199)
    assert 0 < glow.bytes <= max(1.1 * AT_MOST_BYTES, 4 * SCALED_AT_MOST_PX**2)


def test_each_picture_is_painted_once(qapp, monkeypatch):
    glow, painted = Glow(HEART, 70.0, 127.0, 1.0), []
    paint = glow._painted

    def counted(side: int) -> QPixmap:
        painted.append(side)
        return paint(side)

    monkeypatch.setattr(glow, "_painted", counted)
    for radius_px in (*range(70, 127), *range(127, 70, -1)):
        drawn(glow, float(radius_px))
    assert len(painted) == len(set(painted)) > 8


def test_a_heart_too_large_for_many_pictures_is_one_drawn_scaled(qapp):
    glow = Glow(HEART, 500.0, 930.0, 1.0)
    drawn(glow, 500.0)
    drawn(glow, 930.0)
    assert glow.bytes == 4 * SCALED_AT_MOST_PX**2
