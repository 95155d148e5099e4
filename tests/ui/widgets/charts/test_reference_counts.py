"""Charts that are drawn again and again lose no reference to None (docs/adr/0001), and leave nothing of themselves.

Each item that pyqtgraph makes gains a few references to None and never gives them back, which costs nothing: only a
count that falls ends the process.
"""

import gc
import sys

import pytest
from PySide6.QtGui import QImage
from tests.ui.test_reference_counts import DRIFT
from tests.ui.widgets.charts.test_charts import KINDS, drawing

from steady.ui.theme import DUSK
from steady.ui.widgets.charts.chart import Chart

DRAWN = {"ScatterPlotItem", "PlotCurveItem", "QGraphicsPathItem"}
FRAMES = 60
"""A chart makes hundreds of calls a frame: the fault would lose tens of thousands."""

pytestmark = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="None is immortal from Python 3.12 on: it has no count to lose"
)


@pytest.fixture(autouse=True, scope="module")
def _what_others_left_is_not_looked_through_again():
    """Tidying up looks at what the tests before this one still hold once, and not at each count."""
    gc.collect()
    gc.freeze()


@pytest.mark.parametrize("kind", KINDS)
def test_drawing_a_chart_again_and_again_loses_no_reference(qtbot, facts, today, kind):
    chart = Chart(drawing(kind, facts, today), DUSK, "A chart", "What it shows.")
    qtbot.addWidget(chart)
    chart.resize(500, chart.heightForWidth(500))
    image = QImage(chart.size(), QImage.Format.Format_RGB32)

    def paint() -> None:
        chart.redraw()
        chart.render(image)

    for _ in range(10):  # what is made once, is made here
        paint()
    gc.collect()
    before = sys.getrefcount(None)
    for _ in range(FRAMES):
        paint()
    gc.collect()  # pyqtgraph's items hold each other
    assert sys.getrefcount(None) - before > -DRIFT


@pytest.mark.parametrize("kind", KINDS)
def test_what_was_drawn_before_is_let_go_of(qtbot, facts, today, kind):
    chart = Chart(drawing(kind, facts, today), DUSK, "A chart", "What it shows.")
    qtbot.addWidget(chart)
    chart.resize(500, chart.heightForWidth(500))

    def items() -> int:
        gc.collect()
        return sum(type(one).__name__ in DRAWN for one in gc.get_objects())

    chart.redraw()
    before = items()
    assert before > 0
    for _ in range(5):
        chart.redraw()
    assert items() == before
