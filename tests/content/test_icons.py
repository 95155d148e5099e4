"""The icons that ship are small drawings of our own, and the plain one says nothing."""

import runpy
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ROOT = Path(__file__).parents[2]
ICONS = ROOT / "assets" / "icons"
draw_icon, SIZES_PX = (runpy.run_path(str(ROOT / "packaging" / "icons"))[name] for name in ("draw_icon", "SIZES_PX"))
NAMES = ["steady", "plain"]


@pytest.mark.parametrize("name", NAMES)
def test_an_icon_is_a_small_square_that_loads_nothing_from_elsewhere(name: str):
    data = (ICONS / f"{name}.svg").read_bytes()
    root = ET.fromstring(data)  # noqa: S314 - our own file
    assert root.get("viewBox") == "0 0 128 128"
    assert len(data) < 2_000
    assert b"href" not in data
    assert b"<image" not in data
    assert b"<script" not in data


def test_the_plain_icon_names_no_one():
    data = (ICONS / "plain.svg").read_bytes().lower()
    assert b"steady" not in data
    assert b"breath" not in data


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size_px", SIZES_PX)
def test_the_pictures_that_a_window_shows_are_drawn_from_it(
    name: str, size_px: int, tmp_path: Path, request: pytest.FixtureRequest
):
    """`python packaging/icons` draws them anew. Another version of Qt may smooth an edge otherwise."""
    pytest.importorskip("PySide6")
    request.getfixturevalue("qapp")  # or an application without widgets would be made, for all tests after it too
    from PySide6.QtGui import QImage

    fresh, shipped = tmp_path / f"{name}-{size_px}.png", ICONS / f"{name}-{size_px}.png"
    draw_icon(ICONS / f"{name}.svg", size_px, fresh)
    one, other = QImage(str(fresh)), QImage(str(shipped))
    assert one.size() == other.size()
    colors = ((one.pixelColor(x, y), other.pixelColor(x, y)) for x in range(size_px) for y in range(size_px))
    off = [max(abs(a - b) for a, b in zip(this.getRgb(), that.getRgb(), strict=True)) for this, that in colors]
    assert sum(off) / len(off) < 2.0


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("size_px", [16, 48, 256])
def test_an_icon_draws_at_every_size(name: str, size_px: int):
    pytest.importorskip("PySide6")
    from PySide6.QtCore import Qt
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(str(ICONS / f"{name}.svg"))
    assert renderer.isValid()
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    assert image.pixelColor(size_px // 2, size_px // 2).alpha() == 255
    assert image.pixelColor(0, 0).alpha() == 0
