"""Looks at a window the way a person does: is anything cut, too small to press, or without a name?"""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

SIZES_PX = ((960, 680), (480, 800), (360, 480))
TARGET_PX = 44
NUMBER_FRAME_PX = 12


def settle() -> None:
    """Let every layout come to rest."""
    for _ in range(8):
        QApplication.processEvents()


def show_active(qtbot, window: QWidget) -> None:
    """Show a window of its own, and wait until the keyboard is its."""
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()


def controls(page: QWidget) -> list[QWidget]:
    """Return everything on the page that can be pressed or written in."""
    seen = [widget for widget in page.findChildren(QWidget) if widget.isVisibleTo(page)]
    return [widget for widget in seen if isinstance(widget, QAbstractButton | QAbstractSpinBox | QPlainTextEdit)]


def faults(page: QWidget) -> list[str]:
    """Return in words what is cut, covered, too small or nameless; nothing where all is well."""
    wide = [scroll for scroll in page.findChildren(QScrollArea) if scroll.horizontalScrollBar().maximum() > 0]
    found = ["the page is wider than the window" for _ in wide]
    for made in page.findChildren(QLabel):
        if made.isVisibleTo(page) and made.text():
            found += _label_faults(page, made)
    for control in controls(page):
        found += control_faults(control) + _outside(page, control, control.accessibleName())
    return found


def _label_faults(page: QWidget, made: QLabel) -> list[str]:
    found = []
    if made.height() < made.heightForWidth(made.width()):
        found.append(f"{made.text()!r} needs {made.heightForWidth(made.width())} px and has {made.height()}")
    metrics = QFontMetrics(made.font())
    found += [f"{word!r} is cut" for word in made.text().split() if metrics.horizontalAdvance(word) > made.width()]
    return found + _outside(page, made, made.text())


def control_faults(control: QWidget) -> list[str]:
    """Return in words what keeps a control from being pressed, read or named."""
    name = control.accessibleName()
    found = [] if name else [f"a {type(control).__name__} has no name"]
    # The frame that a number stands in is drawn around it, and is what is pressed.
    height = control.height() + (NUMBER_FRAME_PX if isinstance(control, QAbstractSpinBox) else 0)
    if control.width() < TARGET_PX or height < TARGET_PX:
        found.append(f"{name!r} is only {control.width()} x {control.height()}")
    if isinstance(control, QAbstractButton):
        if control.width() < control.minimumSizeHint().width():
            found.append(f"{name!r} needs {control.minimumSizeHint().width()} px and has {control.width()}")
        if control.hasHeightForWidth() and control.height() < control.heightForWidth(control.width()):
            found.append(f"{name!r} is cut at the bottom")
    return found


def _outside(page: QWidget, widget: QWidget, name: str) -> list[str]:
    parent = widget.parentWidget()
    inside = parent is None or parent.rect().contains(widget.geometry())
    place = QRect(widget.mapTo(page, QPoint(0, 0)), widget.size())
    across = place.left() >= 0 and place.right() < page.width()
    return [] if inside and across else [f"{name!r} reaches out of its place: {place}"]


def tab_stops(page: QWidget) -> list[QWidget]:
    """Return what Tab comes to on the page, in order."""
    stops: list[QWidget] = []
    page.window().setFocus()
    start = QApplication.focusWidget()
    for _ in range(100):
        page.window().focusNextChild()
        focus = QApplication.focusWidget()
        if focus is None or focus is start or focus in stops:
            break
        stops.append(focus)
    return [stop for stop in stops if page.isAncestorOf(stop)]
