"""The way of a shape from one place to another: half a second of it, gentle at both ends, and never at once."""

from PySide6.QtCore import QRect

from steady.core.breath import ease

GLIDE_S = 0.5


class Glide:
    """Goes from `start` to a place that is said anew with each look: words and buttons may move it meanwhile."""

    def __init__(self, start: QRect) -> None:
        self._start = start
        self._began_s: float | None = None
        self._share = 0.0

    @property
    def is_over(self) -> bool:
        """Whether it has arrived."""
        return self._share >= 1.0

    def go_on(self, now_s: float) -> None:
        """Go as far as one is by then; it begins with the first call."""
        if self._began_s is None:
            self._began_s = now_s
        self._share = (now_s - self._began_s) / GLIDE_S

    def at(self, end: QRect) -> QRect:
        """Return where the shape is on its way to `end`."""
        share, start = ease(self._share), self._start
        top_left = start.topLeft() + (end.topLeft() - start.topLeft()) * share
        size = start.size() + (end.size() - start.size()) * share
        return QRect(top_left, size)
