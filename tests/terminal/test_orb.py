"""The shape: round, symmetrical, growing with the breath, never outside its grid."""

import pytest

from steady.terminal.orb import Orb, brightness


def lit(rows, least=1):
    return sum(shade >= least for row in rows for shade in row)


@pytest.mark.parametrize(("columns", "rows", "stretch"), [(40, 40, 1.0), (31, 29, 1.0), (40, 20, 2.0)])
def test_it_fills_its_grid_and_is_the_same_upside_down_and_in_a_mirror(columns, rows, stretch):
    shape = Orb(columns, rows, stretch=stretch, shades=24).at(0.7)
    assert [len(row) for row in shape] == [columns] * rows
    assert shape == shape[::-1]
    assert shape == [row[::-1] for row in shape]


def test_it_only_grows_as_the_lungs_fill():
    orb = Orb(40, 40, stretch=1.0, shades=24)
    brights = [lit(orb.at(step / 50), 12) for step in range(51)]
    assert brights == sorted(brights)
    assert brights[-1] > 4 * brights[0] > 0


def test_even_when_full_its_glow_ends_before_the_edge_of_its_grid():
    shape = Orb(40, 40, stretch=1.0, shades=24).at(1.0)
    assert lit([shape[0][:8], shape[0][-8:], bytes(row[0] for row in shape[:8])], 3) == 0


def test_it_is_as_high_as_it_is_wide_where_dots_are_twice_as_high():
    shape = Orb(40, 20, stretch=2.0, shades=24).at(1.0)
    width = max(sum(shade > 11 for shade in row) for row in shape)
    height = sum(any(shade > 11 for shade in row) for row in shape)
    assert width == pytest.approx(2 * height, abs=2)


def test_brightness_falls_from_the_middle_outward_and_ends_in_the_dark():
    values = [brightness(step / 10, 10.0) for step in range(200)]
    assert values == sorted(values, reverse=True)
    assert values[0] == 1.0
    assert values[-1] == 0.0
