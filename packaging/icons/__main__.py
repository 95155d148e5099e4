"""Draws the PNGs of assets/icons from the SVGs beside them: `.venv/bin/python packaging/icons`, after changing one.

A window's icon is a PNG, since Qt's part that draws SVG stays in memory for as long as Steady runs: 2 MB.
"""

import os
import sys
from pathlib import Path

ICONS = Path(__file__).resolve().parents[2] / "assets" / "icons"
SIZES_PX = (16, 32, 48, 64, 128, 256)


def draw_icon(source: Path, size_px: int, target: Path) -> None:
    """Draw an SVG as a PNG. Needs a QGuiApplication, or Qt's offscreen platform."""
    from PySide6.QtCore import Qt  # noqa: PLC0415 - only once the platform is chosen
    from PySide6.QtGui import QGuiApplication, QImage, QPainter  # noqa: PLC0415 - the same
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - the same

    application = QGuiApplication.instance() or QGuiApplication(sys.argv[:1])
    renderer = QSvgRenderer(str(source), application)
    image = QImage(size_px, size_px, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    with QPainter(image) as painter:
        renderer.render(painter)
    image.save(str(target))


def main() -> None:
    """Draw each SVG in each size."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    for source in sorted(ICONS.glob("*.svg")):
        for size_px in SIZES_PX:
            draw_icon(source, size_px, ICONS / f"{source.stem}-{size_px}.png")


if __name__ == "__main__":
    main()
