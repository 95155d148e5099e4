"""The order in which Tab comes to things.

Qt takes the very end of its order and the very beginning for neighbours, and moves nothing from one to the other, so
that a window would begin in the middle of a page. What follows is therefore put in its place from the last one on.
"""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

PAIR = 2


def chain(stops: Sequence[QWidget]) -> None:
    """Let Tab come to these in this order."""
    if len(stops) == PAIR:
        with _let_in(stops):  # no neighbours any more, if they were
            QWidget.setTabOrder(stops[1], stops[0])
    if stops:
        chain_after(stops[0], stops[1:])


def chain_after(first: QWidget, stops: Sequence[QWidget]) -> None:
    """Let Tab come to these right after the first, which stays where it is."""
    with _let_in([first, *stops]):
        for stop in reversed(stops):
            QWidget.setTabOrder(first, stop)


@contextmanager
def _let_in(stops: Sequence[QWidget]) -> Iterator[None]:
    """Let all of them be stops for a moment.

    Of a group of choices only one is a stop at a time, and Qt passes over the others here: they are let in for as long
    as it takes, so that they have their place once it is their turn.
    """
    resting = [(stop, stop.focusPolicy()) for stop in stops if stop.focusPolicy() is Qt.FocusPolicy.NoFocus]
    for stop, _policy in resting:
        stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    yield
    for stop, policy in resting:
        stop.setFocusPolicy(policy)
