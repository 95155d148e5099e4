"""The icons that ship are small drawings of our own, and the plain one says nothing."""

from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

ICONS = Path(__file__).parents[2] / "assets" / "icons"
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
