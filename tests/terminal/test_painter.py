"""The fewest characters: what is there already is not written again, and the result is what was composed."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from steady.terminal.canvas import Canvas, Cell, Scene
from steady.terminal.glyphs import SOFT
from steady.terminal.ink import Depth, Inks, Mark
from steady.terminal.painter import BEGIN_FRAME, END_FRAME, Painter

SCENE = Scene(0.5, 0.25, "Breathe in", "soft and easy", ("Longer out",), ("Space: pause",))
STYLES = {Inks(Depth.TRUE).code(mark): mark for mark in Mark}


class Screen:
    """As much of a terminal as Steady writes to: cursor moves, styles, clearing."""

    def __init__(self, columns, rows):
        self.cells = [[("?", None)] * columns for _ in range(rows)]
        self.row = self.column = 0
        self.style = None

    def feed(self, text):
        for code, char in re.findall(r"(\x1b\[[?0-9;]*[A-Za-z])|(.)", text, re.DOTALL):
            if code.endswith("H"):
                self.row, self.column = (int(n) - 1 for n in code[2:-1].split(";"))
            elif code == "\x1b[2J":
                self.cells = [[(" ", None)] * len(row) for row in self.cells]
            elif code.endswith("m"):
                self.style = code
            elif char:
                self.cells[self.row][self.column] = (char, self.style)
                self.column += 1

    def text(self):
        return ["".join(char for char, _ in row) for row in self.cells]


def test_a_frame_is_one_piece_between_its_brackets():
    frame = Painter(Inks(Depth.TRUE)).paint(Canvas(SOFT, Depth.TRUE).compose(SCENE, 80, 24))
    assert frame.startswith(BEGIN_FRAME)
    assert frame.endswith("\x1b[0m" + END_FRAME)
    assert frame.count(BEGIN_FRAME) == 1


def test_what_is_shown_already_is_not_written_again():
    painter, canvas = Painter(Inks(Depth.TRUE)), Canvas(SOFT, Depth.TRUE)
    painter.paint(canvas.compose(SCENE, 80, 24))
    assert painter.paint(canvas.compose(SCENE, 80, 24)) == ""


def test_after_it_was_told_to_forget_it_writes_everything():
    painter, canvas = Painter(Inks(Depth.TRUE)), Canvas(SOFT, Depth.TRUE)
    first = painter.paint(canvas.compose(SCENE, 80, 24))
    painter.forget()
    assert painter.paint(canvas.compose(SCENE, 80, 24)) == first


def test_a_small_step_of_the_breath_is_a_small_write():
    painter, canvas = Painter(Inks(Depth.TRUE)), Canvas(SOFT, Depth.TRUE)
    whole = painter.paint(canvas.compose(SCENE, 80, 24))
    step = painter.paint(canvas.compose(SCENE._replace(level=0.51), 80, 24))
    assert 0 < len(step) < len(whole) / 2


def test_every_frame_of_a_breath_shows_what_was_composed_at_any_size():
    for depth in Depth:
        painter, canvas = Painter(Inks(depth)), Canvas(SOFT, depth)
        for columns, rows in ((80, 24), (60, 18), (20, 5), (80, 24)):
            screen = Screen(columns, rows)
            for level in range(21):
                scene = SCENE._replace(
                    level=level / 20, phase=level / 20, words=("Breathe in", "Breathe out")[level % 2]
                )
                composed = canvas.compose(scene, columns, rows)
                screen.feed(painter.paint(composed))
                assert screen.text() == ["".join(cell.char for cell in row) for row in composed]


ROWS = st.lists(st.tuples(st.sampled_from("ab "), st.sampled_from([Mark.WORDS, Mark.SOFT])), min_size=12, max_size=12)


@settings(max_examples=200)
@given(st.lists(ROWS, min_size=2, max_size=5))
def test_any_row_after_any_other_is_shown_with_its_styles(frames):
    painter, screen = Painter(Inks(Depth.TRUE)), Screen(12, 1)
    for cells in frames:
        screen.feed(painter.paint([tuple(Cell(char, style) for char, style in cells)]))
        assert [(char, STYLES[style]) for char, style in screen.cells[0]] == cells


def test_a_narrow_character_in_a_wide_ones_place_leaves_no_half_behind():
    painter = Painter(Inks(Depth.TRUE))
    wide = (Cell("吸", Mark.WORDS), Cell("", Mark.WORDS), Cell("x", Mark.WORDS))
    narrow = (Cell("a", Mark.WORDS), Cell("b", Mark.WORDS), Cell("x", Mark.WORDS))
    painter.paint([wide])
    assert "ab" in painter.paint([narrow])
    back = painter.paint([wide])
    assert "吸" in back
    assert "x" not in back
