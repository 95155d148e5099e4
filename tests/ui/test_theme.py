"""Colours that can be read: WCAG's contrast computed, in both themes."""

import pytest
from PySide6.QtGui import QPalette

from steady.core.settings import Look, Settings
from steady.ui import theme
from steady.ui.theme import BODY, BODY_PX, DAWN, DUSK, HEADING, SMALL, STRONG, TITLE, Theme, theme_for
from steady.ui.widgets.charts.calendar import SHADES
from steady.ui.widgets.charts.canvas import mixed
from steady.ui.widgets.charts.hour_map import DOT_SHARE
from steady.ui.widgets.charts.run_bars import REST_SHARE

THEMES = pytest.mark.parametrize("look", [DUSK, DAWN], ids=["dusk", "dawn"])
AA_TEXT, AA_SHAPE = 4.5, 3.0


def luminance(color: str) -> float:
    """Return the relative luminance of #rrggbb, as WCAG 2.2 defines it."""

    def linear(part: str) -> float:
        share = int(part, 16) / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = linear(color[1:3]), linear(color[3:5]), linear(color[5:7])
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return WCAG's contrast ratio of two colours, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_arithmetic_is_wcags():
    assert contrast("#ffffff", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)


@THEMES
@pytest.mark.parametrize("ink", ["ink", "soft_ink", "accent", "support"])
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_words_can_be_read_on_ground_and_panel(look, ink, ground):
    assert contrast(getattr(look, ink), getattr(look, ground)) >= AA_TEXT


@THEMES
def test_the_words_on_a_filled_button_can_be_read(look):
    assert contrast(look.on_accent, look.accent) >= AA_TEXT
    warm = look.color("accent").lighter(106).name()
    assert contrast(look.on_accent, warm) >= AA_TEXT


@THEMES
def test_a_choice_that_is_taken_can_be_read(look):
    assert contrast(look.ink, look.halo_inner) >= AA_TEXT


@THEMES
@pytest.mark.parametrize("ground", ["ground", "panel"])
def test_borders_that_mean_something_can_be_seen(look, ground):
    assert contrast(look.edge, getattr(look, ground)) >= AA_SHAPE


@THEMES
def test_the_breath_itself_stands_out_from_its_ground(look):
    assert contrast(look.orb_rim, look.ground) >= AA_SHAPE
    assert contrast(look.accent, look.ground) >= AA_SHAPE


@THEMES
def test_no_colour_is_red(look):
    for name in Theme.__struct_fields__:
        if name != "name":
            color = look.color(name)
            assert not (color.red() > 180 and color.green() < 100 and color.blue() < 100), name


@THEMES
def test_standard_controls_wear_it_too(look):
    palette = look.palette()
    assert palette.color(QPalette.ColorRole.Window) == look.color("ground")
    assert palette.color(QPalette.ColorRole.Base) == look.color("panel")
    assert palette.color(QPalette.ColorRole.Text) == look.color("ink")
    assert palette.color(QPalette.ColorRole.Highlight) == look.color("accent")


@pytest.mark.parametrize(
    ("settings", "look"),
    [
        (Settings(), DUSK),
        (Settings(last_light=True), DAWN),
        (Settings(look=Look.DUSK, last_light=True), DUSK),
        (Settings(look=Look.DAWN), DAWN),
    ],
)
def test_the_persons_look_comes_before_the_desktops_last_answer(settings, look):
    assert theme_for(settings) is look


@pytest.mark.parametrize("percent", [80, 100, 150, 200])
def test_all_sizes_grow_with_the_persons_percent(qapp, percent):
    theme.set_text_percent(percent)
    assert theme.font(BODY).pixelSize() == round(BODY_PX * percent / 100)
    sizes = [theme.font(size).pixelSize() for size in (SMALL, BODY, HEADING, TITLE)]
    assert sizes == sorted(sizes)
    assert theme.font(STRONG).pixelSize() == theme.font(BODY).pixelSize()
    assert theme.font(STRONG).weight() > theme.font(BODY).weight()


def test_setting_the_size_twice_is_setting_it_once(qapp):
    theme.set_text_percent(200)
    theme.set_text_percent(200)
    assert theme.font(BODY).pixelSize() == 2 * BODY_PX


@THEMES
@pytest.mark.parametrize("share", [SHADES[1], REST_SHARE], ids=["the palest day with practice", "rest"])
def test_the_palest_shapes_of_a_chart_stand_out_from_its_ground(look, share):
    assert contrast(mixed(look.color("accent"), look.color("panel"), share).name(), look.panel) >= AA_SHAPE


@THEMES
def test_what_a_chart_shows_by_colour_stands_out_from_its_ground(look):
    assert contrast(look.accent, look.panel) >= AA_SHAPE
    assert contrast(look.support, look.panel) >= AA_SHAPE
    assert contrast(mixed(look.color("support"), look.color("panel"), DOT_SHARE).name(), look.panel) >= AA_SHAPE
