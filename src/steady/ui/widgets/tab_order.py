"""The order in which Tab comes to things."""

import itertools
from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def chain(stops: Sequence[QWidget]) -> None:
    """Let Tab come to these in this order.

    Of a group of choices only one is a stop at a time, and Qt passes over the others here: they are let in for as long
    as it takes, so that they have their place once it is their turn.
    """
    resting = [(stop, stop.focusPolicy()) for stop in stops if stop.focusPolicy() is Qt.FocusPolicy.NoFocus]
    for stop, _policy in resting:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for before, after in itertools.pairwise(stops):
        QWidget.setTabOrder(before, after)
    for stop, policy in resting:
        stop.setFocusPolicy(policy)
