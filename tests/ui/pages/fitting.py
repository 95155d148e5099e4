"""What holds for every page: nothing is cut at any size, every control can be pressed and has a name."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QLabel, QPlainTextEdit, QWidget

from steady.ui import theme
from steady.ui.page import Page
from steady.ui.theme import DAWN, DUSK, TARGET_PX, Theme

WINDOWS = [
    pytest.param(DUSK, 960, 680, 100, id="as it opens"),
    pytest.param(DAWN, 480, 800, 100, id="narrow"),
    pytest.param(DUSK, 360, 480, 100, id="smallest"),
    pytest.param(DAWN, 960, 680, 200, id="large text"),
    pytest.param(DUSK, 360, 480, 200, id="smallest with large text"),
]
CONTROLS = (QAbstractButton, QAbstractSpinBox, QPlainTextEdit)


def opened(qtbot, make: Callable[[Theme], Page], look: Theme, width: int, height: int, percent: int) -> Page:
    """Return a page that stands in a window of that size, with text of that size."""
    theme.set_text_percent(percent)
    page = make(look)
    page.resize(width, height)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def controls(page: QWidget) -> list[QWidget]:
    """Return everything that can be pressed or typed in, as Tab reaches it."""
    chain, at = [], page.nextInFocusChain()
    while at is not page:
        if isinstance(at, CONTROLS) and at.isVisibleTo(page):
            chain.append(at)
        at = at.nextInFocusChain()
    return chain


def cut(page: Page) -> Iterator[str]:
    """Tell what is not all to be seen: beyond an edge, or without room for its words."""
    for widget in page.column.findChildren(QWidget):
        if not widget.isVisibleTo(page) or not isinstance(widget, (QLabel, *CONTROLS)):
            continue
        what = f"{type(widget).__name__} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
        left = widget.mapTo(page.column, QPoint(0, 0)).x()
        if left < 0 or left + widget.width() > page.scroll.viewport().width():
            yield f"{what} leaves the window"
        if widget.hasHeightForWidth() and widget.height() < widget.heightForWidth(widget.width()):
            yield f"{what} is too low for its words"
        if isinstance(widget, QLabel):
            metrics = QFontMetrics(widget.font())
            if any(metrics.horizontalAdvance(word) > widget.width() for word in widget.text().split()):
                yield f"{what} has a word that is wider than it is"


def check_fits(page: Page) -> None:
    """Fail where anything is cut, too small to press or without a name."""
    faults = "; ".join(cut(page))
    assert not faults, faults
    for control in controls(page):
        # The frame that a number stands in is drawn around it, and is what is pressed.
        height = control.height() + (12 if isinstance(control, QAbstractSpinBox) else 0)
        assert height >= TARGET_PX, control.accessibleName()
        assert control.width() >= TARGET_PX, control.accessibleName()
        assert control.accessibleName(), type(control).__name__
