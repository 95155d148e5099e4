"""What is on several pages stands in the same place on all of them."""

import pytest
from PySide6.QtCore import QPoint
from tests.ui.rig import Rig


def right_edge(rig: Rig, name: str) -> int:
    button = rig.button(name)
    return button.mapTo(rig.page, QPoint(button.width(), 0)).x()


@pytest.mark.parametrize("ways", [["Journal"], ["Journal", "look or search"], ["Your things", "A page to print"]])
def test_back_stands_at_the_far_side_where_another_button_leads_on(rig, ways):
    rig.set(leave_hint_seen=True).open()
    for way in ("Menu", *ways):
        rig.click(way)
    rig.until(lambda: rig.button("Back").isVisible())
    margin_px = rig.page.foot.rows.geometry().right() + 1
    assert right_edge(rig, "Back") == margin_px
