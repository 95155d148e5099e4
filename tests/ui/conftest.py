"""What the tests of the window share."""

from collections.abc import Iterator
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from tests.ui.hand_clock import HandClock
from tests.ui.rig import Rig

from steady.ui import shelf, theme


@pytest.fixture(autouse=True)
def _usual_text(qapp) -> Iterator[None]:
    """Every test begins and ends with text of the usual size."""
    theme.set_text_percent(100)
    yield
    theme.set_text_percent(100)


@pytest.fixture(autouse=True)
def _a_page_waits_for_its_exercises(monkeypatch: pytest.MonkeyPatch) -> None:
    """A busy machine is no reason for a page without cards."""
    monkeypatch.setattr(shelf, "PATIENCE_S", 20.0)


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> HandClock:
    """Time, and with it every timer of Qt's, passes only when the test lets it."""
    return HandClock().wind(monkeypatch)


@pytest.fixture
def rig(qtbot, clock: HandClock, tmp_path: Path) -> Rig:
    """The whole window, not open yet."""
    return Rig(qtbot, clock, tmp_path / "data")
