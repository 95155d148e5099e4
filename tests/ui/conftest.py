"""What the tests of the window share."""

from collections.abc import Iterator

import pytest

pytest.importorskip("PySide6")

from steady.ui import theme


@pytest.fixture(autouse=True)
def _usual_text(qapp) -> Iterator[None]:
    """Every test begins and ends with text of the usual size."""
    theme.set_text_percent(100)
    yield
    theme.set_text_percent(100)
