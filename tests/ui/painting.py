"""Looks at what a widget really painted, pixel by pixel, and at how much of it."""

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QApplication, QWidget

GROUND = "#12212b"
SMOOTHING = 40
LOOKED_AT = "looked at by a test"


def painted(widget: QWidget, ground: str = GROUND) -> QImage:
    """Return what the widget paints, on that ground and on nothing else."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    widget.setProperty(LOOKED_AT, True)
    widget.render(image, QPoint(), QRegion(widget.rect()), QWidget.RenderFlag.DrawChildren)
    widget.setProperty(LOOKED_AT, False)
    return image


def run_of(image: QImage, color: str, y: int, *, near: int = 6) -> int:
    """Return how many pixels of a row have about that colour."""
    wanted = QColor(color)
    return sum(_close(image.pixelColor(x, y), wanted, near) for x in range(image.width()))


def changed(before: QImage, after: QImage) -> list[QPoint]:
    """Return the pixels in which two pictures differ by more than a curve's own smoothing may."""
    rows = zip(_rows(before), _rows(after), strict=True)
    return [
        QPoint(x, y)
        for y, (one, other) in enumerate(rows)
        if one != other
        for x, (pixel, now) in enumerate(zip(one, other, strict=True))
        if pixel != now and not _close(before.pixelColor(x, y), after.pixelColor(x, y), SMOOTHING)
    ]


def _rows(image: QImage) -> list[list[int]]:
    pixels = memoryview(image.constBits()).cast("I").tolist()
    width = image.bytesPerLine() // 4
    return [pixels[start : start + width] for start in range(0, len(pixels), width)]


def _close(color: QColor, wanted: QColor, near: int) -> bool:
    pairs = ((color.red(), wanted.red()), (color.green(), wanted.green()), (color.blue(), wanted.blue()))
    return all(abs(one - other) <= near for one, other in pairs)


class PaintLog(QObject):
    """Keeps the region of every paint of a widget that is shown, save for those that `painted` asks for."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._regions: list[QRegion] = []
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        if event.type() is QEvent.Type.Paint and not self._widget.property(LOOKED_AT):
            self._regions.append(QRegion(event.region()))
        return False

    def take(self) -> QRegion:
        """Let Qt paint what waits to be painted; return where it did since the last time."""
        for _ in range(3):
            QApplication.processEvents()
        regions, self._regions = self._regions, []
        return sum(regions, QRegion())


def differing(one: QImage, other: QImage, *, near: int = 8) -> int:
    """Return how many pixels (every second one each way is looked at) differ by more than a shade."""
    assert one.size() == other.size()
    return sum(
        not _close(one.pixelColor(x, y), other.pixelColor(x, y), near)
        for y in range(0, one.height(), 2)
        for x in range(0, one.width(), 2)
    )
