"""Draws one instant of the guide as rows of cells. Pure: a scene and a size go in, cells come out."""

import functools
from collections.abc import Sequence
from typing import NamedTuple

from wcwidth import wcwidth

from steady.terminal.glyphs import Glyphs
from steady.terminal.ink import INDEXED_SHADES, TRUE_SHADES, Depth, Dots, Mark, Style
from steady.terminal.orb import Orb, cached_orb

SHADES = {Depth.TRUE: TRUE_SHADES, Depth.INDEXED: len(INDEXED_SHADES)}
FEWEST_ORB_ROWS = 7
ORB_COLUMNS = 30
"""A terminal narrower than this gets a bar instead of the orb."""
AIRY_ROWS = 30
MOST_ORB_ROWS = 32
"""A larger orb is no calmer, and drawing it takes more of the machine."""
HEAD_ROWS, AIRY_HEAD_ROWS = 3, 5
"""What the words and the smaller line take above the orb."""
LINES_BESIDE_BAR = 2
NARROW_COLUMNS, LINES_WHERE_NARROW = 40, 4
"""Above the bar so many rows are kept for the smaller line: a note may be as long as two lines of a usual terminal."""
WIDEST_LINE = 32
WIDEST_BAR = 40
STILL_LEVEL = 0.5
STILL_STEPS = 8
"""Without motion the line moves in this many steps a phase, as in the window."""


class Scene(NamedTuple):
    """What there is to show. `level` and `phase` go from 0 to 1, and there is no `phase` while nothing goes on.

    Of the hints, and of the ways to say how far it is, longest first, the first that fits is shown.
    """

    level: float
    phase: float | None
    words: str
    more: str
    status: Sequence[str]
    hints: Sequence[str]
    still: bool = False
    """No motion: the shape stands still, and the line shows in few steps how far the phase has come."""


class Cell(NamedTuple):
    """One character and what it is for. The second half of a wide character is an empty one."""

    char: str
    style: Style


Row = tuple[Cell, ...]

EMPTY = Cell(" ", Mark.GROUND)


class Canvas:
    """Composes scenes with one set of characters and colours."""

    def __init__(self, glyphs: Glyphs, depth: Depth) -> None:
        self._glyphs = glyphs
        self._depth = depth
        self._halves = depth.paints_ground and bool(glyphs.upper_half)
        self._shades = SHADES.get(depth, len(glyphs.shape))
        self._orb_cells: dict[tuple[int, int], Cell] = {}
        self._orb_row = functools.lru_cache(maxsize=256)(self._make_orb_row)
        self._text_row = functools.lru_cache(maxsize=64)(self._make_text_row)

    def steps(self, columns: int, rows: int) -> float:
        """Return in how many visible steps a breath goes from empty to full at this size."""
        orb_rows = _orb_rows(columns, rows)
        if orb_rows:
            return self._orb(columns, orb_rows).travel * (4.0 if self._depth.paints_ground else 1.0)
        return float(min(columns, WIDEST_BAR) * (len(self._glyphs.parts) - 1))

    def compose(self, scene: Scene, columns: int, rows: int) -> list[Row]:
        """Return `rows` rows of `columns` cells each."""
        orb_rows = _orb_rows(columns, rows)
        if scene.still:
            scene = _stood_still(scene, has_shape=orb_rows > 0)
        drawn = self._with_orb(scene, columns, rows, orb_rows) if orb_rows else self._small(scene, columns, rows)
        return [*drawn, *[self._blank(columns)] * rows][:rows]

    # -- layouts --------------------------------------------------------------------------------------------------

    def _with_orb(self, scene: Scene, columns: int, rows: int, orb_rows: int) -> list[Row]:
        blank, airy = self._blank(columns), rows >= AIRY_ROWS
        spare = rows - _other_rows(rows) - orb_rows
        above, below = spare // 2, spare - spare // 2
        return [
            *self._head(scene, columns, AIRY_HEAD_ROWS if airy else HEAD_ROWS),
            *[blank] * above,
            *self._shape(scene.level, columns, orb_rows),
            *[blank] * below,
            self._phase_line(scene.phase, columns),
            *([blank] if airy else []),
            self._text(_fitting(scene.status, columns), Mark.SOFT, columns),
            *([blank] if airy else []),
            self._text(_fitting(scene.hints, columns), Mark.SOFT, columns),
        ]

    def _small(self, scene: Scene, columns: int, rows: int) -> list[Row]:
        words = self._text(scene.words, Mark.WORDS, columns)
        if rows <= 1:
            return [words]
        bar = self._bar(scene.level, columns)
        if rows == 2:  # noqa: PLR2004 - rows, counted
            return [words, bar]
        hint = self._text(_fitting(scene.hints, columns), Mark.SOFT, columns)
        most_lines = LINES_WHERE_NARROW if columns < NARROW_COLUMNS else LINES_BESIDE_BAR
        middle = [words, *self._lines(scene.more, columns, max(1, min(most_lines, rows - 3))), bar]
        above = max(0, (rows - len(middle) - 1) // 2)
        below = max(0, rows - above - len(middle) - 1)
        blank = self._blank(columns)
        return [*[blank] * above, *middle, *[blank] * below, hint][:rows]

    # -- parts ----------------------------------------------------------------------------------------------------

    def _shape(self, level: float, columns: int, rows: int) -> list[Row]:
        shades = self._orb(columns, rows).at(level)
        if self._halves:
            return [self._orb_row(columns, upper, lower) for upper, lower in zip(*[iter(shades)] * 2, strict=True)]
        return [self._orb_row(columns, row, row) for row in shades]

    def _orb(self, columns: int, rows: int) -> Orb:
        dots, stretch = (rows * 2, 1.0) if self._halves else (rows, 2.0)
        return cached_orb(min(columns, rows * 2), dots, stretch, self._shades)

    def _make_orb_row(self, columns: int, upper: bytes, lower: bytes) -> Row:
        margin = (columns - len(upper)) // 2
        known = self._orb_cells
        cells = [known.get(dots) or self._orb_cell(dots) for dots in zip(upper, lower, strict=True)]
        return (*[EMPTY] * margin, *cells, *[EMPTY] * (columns - len(cells) - margin))

    def _orb_cell(self, dots: tuple[int, int]) -> Cell:
        """Make a cell once: the same dots are the same object, which makes a frame cheap to compare."""
        upper, lower = dots
        if self._depth.paints_ground:
            cell = Cell(self._glyphs.upper_half if upper != lower else " ", Dots(upper, lower))
        else:
            cell = Cell(self._glyphs.shape[upper], Mark.SHAPE)
        self._orb_cells[dots] = cell
        return cell

    def _bar(self, level: float, columns: int) -> Row:
        width, parts = min(columns, WIDEST_BAR), self._glyphs.parts
        filled = round(level * width * (len(parts) - 1))
        whole, part = divmod(filled, len(parts) - 1)
        full = parts[-1] * whole + (parts[part] if part else "")
        return self._centred(
            [*(Cell(c, Mark.FULL) for c in full), *[Cell(self._glyphs.rest, Mark.REST)] * (width - len(full))], columns
        )

    def _phase_line(self, share: float | None, columns: int) -> Row:
        if share is None:
            return self._blank(columns)
        width = min(columns // 2, WIDEST_LINE)
        full = round(share * width)
        cells = [Cell(self._glyphs.full, Mark.FULL)] * full + [Cell(self._glyphs.rest, Mark.REST)] * (width - full)
        return self._centred(cells, columns)

    def _head(self, scene: Scene, columns: int, rows: int) -> list[Row]:
        """Return the words and the smaller line; where that takes one row more, the air above them gives way."""
        blank = self._blank(columns)
        lines = _wrapped(self._glyphs.text(scene.more), columns, rows - 1)
        head = [self._text(scene.words, Mark.WORDS, columns), *(self._text(line, Mark.SOFT, columns) for line in lines)]
        return [*([blank] if len(head) < rows else []), *head, *[blank] * rows][:rows]

    def _lines(self, text: str, columns: int, rows: int) -> list[Row]:
        lines = _wrapped(self._glyphs.text(text), columns, rows)
        return [self._text(line, Mark.SOFT, columns) for line in [*lines, *[""] * rows][:rows]]

    def _text(self, text: str, mark: Mark, columns: int) -> Row:
        return self._text_row(text, mark, columns)

    def _make_text_row(self, text: str, mark: Mark, columns: int) -> Row:
        cells = _cells(self._glyphs.text(text), mark)
        if len(cells) > columns:
            cells = cells[: max(0, columns - 1)]
            while cells and wcwidth(cells[-1].char[:1] or " ") == 2:  # noqa: PLR2004 - a wide one, cut in half
                cells.pop()
            cells.append(Cell(self._glyphs.more, mark))
        return self._centred(cells[:columns], columns)

    def _centred(self, cells: Sequence[Cell], columns: int) -> Row:
        margin = (columns - len(cells)) // 2
        return (*[EMPTY] * margin, *cells, *[EMPTY] * (columns - len(cells) - margin))

    def _blank(self, columns: int) -> Row:
        return self._text_row("", Mark.GROUND, columns)


def _stood_still(scene: Scene, *, has_shape: bool) -> Scene:
    """Return the scene without motion. The bar that takes the shape's place shows the phase then."""
    phase = None if scene.phase is None else (int(scene.phase * STILL_STEPS) + 1) / STILL_STEPS
    return scene._replace(phase=phase, level=STILL_LEVEL if has_shape else phase or 0.0)


def _orb_rows(columns: int, rows: int) -> int:
    """Return how many rows are left for the orb, 0 where a bar is the better shape."""
    left = rows - _other_rows(rows)
    return min(left, MOST_ORB_ROWS) if left >= FEWEST_ORB_ROWS and columns >= ORB_COLUMNS else 0


def _other_rows(rows: int) -> int:
    """Return how many rows the words, the lines and the space around them take."""
    return 10 if rows >= AIRY_ROWS else 6


def _fitting(sentences: Sequence[str], columns: int) -> str:
    """Return the first of them that fits, else none: half a sentence helps nobody."""
    return next((sentence for sentence in sentences if _width(sentence) <= columns), "")


def _cells(text: str, mark: Mark) -> list[Cell]:
    cells: list[Cell] = []
    for char in text:
        width = wcwidth(char)
        if width > 0:
            cells += [Cell(char, mark), *[Cell("", mark)] * (width - 1)]
        elif cells:  # an accent that joins what stands before it
            place = max(i for i, cell in enumerate(cells) if cell.char)
            cells[place] = Cell(cells[place].char + char, mark)
    return cells


def _width(text: str) -> int:
    return sum(max(0, wcwidth(char)) for char in text)


def _wrapped(text: str, columns: int, rows: int) -> list[str]:
    """Return the words in at most `rows` lines of `columns` columns; the last one takes what is left over."""
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if _width(longer) <= columns or not lines[-1] or len(lines) == rows:
            lines[-1] = longer
        else:
            lines.append(word)
    return lines
