"""The windows that every page is looked at in, and its controls in the order of Tab."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QAbstractButton, QAbstractSpinBox, QPlainTextEdit, QWidget
from tests.ui.fitting import settle

from steady.ui import theme
from steady.ui.page import Page
from steady.ui.theme import DAWN, DUSK, Theme

WINDOWS = [
    pytest.param(DUSK, 960, 680, 100, id="as it opens"),
    pytest.param(DAWN, 480, 800, 100, id="narrow"),
    pytest.param(DUSK, 360, 480, 100, id="smallest"),
    pytest.param(DAWN, 960, 680, 200, id="large text"),
    pytest.param(DUSK, 360, 480, 200, id="smallest with large text"),
]


def opened(qtbot, make: Callable[[Theme], Page], look: Theme, width: int, height: int, percent: int) -> Page:
    """Return a page that stands in a window of that size, with text of that size."""
    theme.set_text_percent(percent)
    page = make(look)
    page.resize(width, height)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    settle()
    return page


def controls(page: QWidget) -> list[QWidget]:
    """Return everything that can be pressed or typed in, as Tab reaches it."""
    chain, at = [], page.nextInFocusChain()
    while at is not page:
        if isinstance(at, QAbstractButton | QAbstractSpinBox | QPlainTextEdit) and at.isVisibleTo(page):
            chain.append(at)
        at = at.nextInFocusChain()
    return chain
