"""Turns rows of cells into the fewest characters that change a terminal from what it shows to what it should show."""

from collections.abc import Sequence

from steady.terminal.canvas import Row
from steady.terminal.ink import Inks, Mark, Style

BEGIN_FRAME = "\x1b[?2026h"
END_FRAME = "\x1b[?2026l"
"""A terminal that knows these shows everything between them at once; others ignore them."""
WORTH_SKIPPING = 5
"""Moving the cursor costs about as many characters as writing this many cells again."""


class Painter:
    """Remembers what the terminal shows. `at_once` says whether frames may be bracketed."""

    def __init__(self, inks: Inks, *, at_once: bool = True) -> None:
        self._inks = inks
        self._at_once = at_once
        self._shown: Sequence[Row] = ()

    def forget(self) -> None:
        """Take it that the terminal shows nothing we know of."""
        self._shown = ()

    def paint(self, rows: Sequence[Row]) -> str:
        """Return what to write, in one go, so that the terminal shows these rows; "" where it does already."""
        clear = len(rows) != len(self._shown) or any(map(_differ_in_width, rows, self._shown))
        shown: Sequence[Row] = () if clear else self._shown
        self._shown = rows
        out: list[str] = [self._inks.code(Mark.GROUND), "\x1b[2J"] if clear else []
        for number, row in enumerate(rows):
            before = shown[number] if shown else None
            if row is not before:
                self._paint_row(out, number, row, before)
        if not out:
            return ""
        out.append("\x1b[0m")
        return "".join((BEGIN_FRAME, *out, END_FRAME)) if self._at_once else "".join(out)

    def _paint_row(self, out: list[str], number: int, row: Row, before: Row | None) -> None:
        style: Style | None = None
        written = -WORTH_SKIPPING - 1  # the last column that the cursor is behind
        for column, cell in enumerate(row):
            if before is not None and (cell is before[column] or cell == before[column]):
                continue
            if not cell.char:
                continue
            gap = range(written + 1, column)
            if written < 0 or len(gap) > WORTH_SKIPPING or any(not row[c].char for c in gap):
                out.append(f"\x1b[{number + 1};{column + 1}H")
                gap = range(0)
            for place in (*gap, column):
                if row[place].style != style:
                    style = row[place].style
                    out.append(self._inks.code(style))
                out.append(row[place].char)
            written = column
            if column + 1 < len(row) and not row[column + 1].char:
                written = -WORTH_SKIPPING - 1  # behind a wide character the cursor's place is the terminal's opinion


def _differ_in_width(row: Row, other: Row) -> bool:
    return len(row) != len(other)
