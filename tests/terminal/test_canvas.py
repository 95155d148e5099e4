"""One instant as rows of cells: every size is filled exactly, and what matters is there."""

import pytest

from steady.terminal.canvas import Canvas, Scene
from steady.terminal.glyphs import PLAIN, SOFT
from steady.terminal.ink import Depth, Dots, Mark

SCENE = Scene(
    0.5,
    0.25,
    "Breathe in",
    "soft and easy, nothing to push",
    ("Longer out · 2 of 5 min · leave whenever you like", "Longer out · 2 of 5 min", "2 of 5 min"),
    ("Space: pause · Q: leave", "Space · Q"),
)
WAYS = [(glyphs, depth) for glyphs in (SOFT, PLAIN) for depth in Depth]


def text(row):
    return "".join(cell.char for cell in row)


def whole(rows):
    return "\n".join(text(row).rstrip() for row in rows)


@pytest.mark.parametrize(("glyphs", "depth"), WAYS)
@pytest.mark.parametrize(
    ("columns", "rows"),
    [(1, 1), (2, 1), (20, 5), (20, 2), (7, 3), (30, 13), (80, 24), (81, 25), (200, 60), (200, 8), (15, 50)],
)
def test_every_size_is_filled_to_the_cell(glyphs, depth, columns, rows):
    for level in (0.0, 0.37, 1.0):
        drawn = Canvas(glyphs, depth).compose(SCENE._replace(level=level), columns, rows)
        assert [len(row) for row in drawn] == [columns] * rows


@pytest.mark.parametrize(("columns", "rows"), [(10, 1), (20, 2), (20, 5), (40, 12), (80, 24), (200, 60)])
def test_the_words_are_there_at_every_size_that_has_room_for_them(columns, rows):
    assert "Breathe in" in whole(Canvas(SOFT, Depth.TRUE).compose(SCENE, columns, rows))


def test_a_full_screen_says_everything():
    shown = whole(Canvas(SOFT, Depth.TRUE).compose(SCENE, 80, 24))
    for words in (SCENE.words, SCENE.more, SCENE.status[0], SCENE.hints[0]):
        assert words in shown


def test_a_small_screen_has_a_bar_and_the_second_line_on_two():
    rows = Canvas(SOFT, Depth.TRUE).compose(SCENE, 20, 5)
    assert [text(row).strip() for row in rows[:3]] == ["Breathe in", "soft and easy,", "nothing to push"]
    assert text(rows[3]) == "█" * 10 + "─" * 10
    assert text(rows[4]).strip() == "Space · Q"


@pytest.mark.parametrize(("columns", "status"), [(49, 0), (48, 1), (30, 1)])
def test_how_far_it_is_comes_in_as_many_words_as_have_room(columns, status):
    rows = Canvas(SOFT, Depth.TRUE).compose(SCENE, columns, 20)
    assert text(rows[-2]).strip() == SCENE.status[status]


LONG = "Those came close together, so nothing changed. You could try once more."


@pytest.mark.parametrize("depth", [Depth.TRUE, Depth.MONO])
@pytest.mark.parametrize(("columns", "rows"), [(80, 24), (60, 24), (40, 20), (40, 40), (30, 40), (60, 6), (24, 8)])
def test_a_note_is_said_whole_and_moves_nothing_below_it(columns, rows, depth):
    canvas = Canvas(SOFT, depth)
    before = [text(row) for row in canvas.compose(SCENE._replace(more="gentle"), columns, rows)]
    noted = [text(row) for row in canvas.compose(SCENE._replace(more=LONG), columns, rows)]
    assert LONG in " ".join(row.strip() for row in noted if row.strip())
    below = next(at for at, row in enumerate(before) if set(row) & set("█▓▀▄░"))
    assert noted[below:] == before[below:]


@pytest.mark.parametrize("depth", [Depth.TRUE, Depth.MONO])
def test_without_motion_the_shape_stands_still_and_the_line_moves_in_eight_steps(depth):
    canvas, still = Canvas(SOFT, depth), SCENE._replace(still=True)
    frames = [canvas.compose(still._replace(level=part / 100, phase=part / 100), 80, 24) for part in range(100)]
    assert len({tuple(map(text, rows[:-3])) for rows in frames}) == 1
    lines = [text(rows[-3]).count("━") for rows in frames]
    assert sorted(set(lines)) == [4 * step for step in range(1, 9)]
    assert lines == sorted(lines)


def test_without_motion_a_small_screen_has_the_steps_of_the_phase_on_its_bar():
    canvas, still = Canvas(SOFT, Depth.MONO), SCENE._replace(still=True)
    bars = {text(canvas.compose(still._replace(level=part / 100, phase=part / 100), 16, 2)[1]) for part in range(100)}
    assert sorted(bar.count("█") for bar in bars) == [2 * step for step in range(1, 9)]
    assert "█" not in text(canvas.compose(still._replace(phase=None), 16, 2)[1])


def test_a_hint_that_does_not_fit_is_left_out_whole():
    assert "Sp" not in whole(Canvas(SOFT, Depth.TRUE).compose(SCENE, 8, 5))


def test_the_bar_grows_by_less_than_a_cell():
    canvas = Canvas(SOFT, Depth.MONO)
    bars = {text(canvas.compose(SCENE._replace(level=level / 1000), 20, 2)[1]) for level in range(1001)}
    assert len(bars) == 20 * 8 + 1


def test_the_orb_has_two_dots_in_a_cell_where_colours_allow():
    cells = [cell for row in Canvas(SOFT, Depth.TRUE).compose(SCENE, 80, 24) for cell in row]
    dots = [cell for cell in cells if isinstance(cell.style, Dots)]
    assert {cell.char for cell in dots} == {"▀", " "}
    assert all((cell.char == " ") == (cell.style.upper == cell.style.lower) for cell in dots)


@pytest.mark.parametrize(("glyphs", "shape"), [(SOFT, "░▒▓█"), (PLAIN, ".:*#")])
@pytest.mark.parametrize("depth", [Depth.FEW, Depth.MONO])
def test_with_few_colours_the_orb_is_made_of_characters(glyphs, shape, depth):
    rows = Canvas(glyphs, depth).compose(SCENE._replace(level=1.0), 80, 24)
    shown = {cell.char for row in rows for cell in row if cell.style is Mark.SHAPE}
    assert shown - {" "} == set(shape)


@pytest.mark.parametrize("depth", list(Depth))
def test_a_plain_terminal_gets_ascii_and_nothing_else(depth):
    scene = SCENE._replace(words="Einatmen, schön", status=("Größe · 呼吸 · 3–4",))
    for columns, rows in ((80, 24), (20, 5)):
        assert whole(Canvas(PLAIN, depth).compose(scene, columns, rows)).isascii()


def test_the_phase_has_a_line_that_fills_and_is_gone_in_a_pause():
    canvas = Canvas(SOFT, Depth.TRUE)
    assert whole(canvas.compose(SCENE, 80, 24)).count("━") == 8
    assert "━" not in whole(canvas.compose(SCENE._replace(phase=None), 80, 24))


def test_wide_characters_take_two_cells_and_are_never_cut_in_half():
    canvas = Canvas(SOFT, Depth.TRUE)
    row = canvas.compose(SCENE._replace(words="吸って"), 80, 24)[1]
    assert len(row) == 80
    assert [cell.char for cell in row if cell.char != " "] == ["吸", "", "っ", "", "て", ""]
    for columns in range(1, 8):
        narrow = canvas.compose(SCENE._replace(words="吸ってはいて"), columns, 1)[0]
        assert len(narrow) == columns
        assert all(narrow[i + 1].char == "" for i, cell in enumerate(narrow) if cell.char in "吸ってはい" and cell.char)


def test_accents_that_join_stay_with_their_letter():
    row = Canvas(SOFT, Depth.TRUE).compose(SCENE._replace(words="e\u0301in"), 80, 24)[1]
    assert [cell.char for cell in row if cell.char.strip()] == ["e\u0301", "i", "n"]


def test_a_larger_orb_asks_for_more_steps():
    canvas = Canvas(SOFT, Depth.TRUE)
    assert canvas.steps(200, 60) > canvas.steps(80, 24) > 10
