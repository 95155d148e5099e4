"""Where everything on the guide stands: nothing is cut however little room there is, Pause and Talk stay foremost."""

import itertools

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QScrollArea, QWidget
from tests.ui.rig import Rig

from steady.core.settings import Motion
from steady.ui.widgets.pace_panel import PacePanel

CROWDED = (360, 480, 200)
ROOMY = (960, 680, 100)


def opened(rig: Rig, width: int, height: int, percent: int) -> Rig:
    rig.set(text_percent=percent, leave_hint_seen=True).open()
    rig.shell.resize(width, height)
    rig.settle()
    return rig


def place(rig: Rig, name: str) -> QRect:
    button = rig.button(name)
    return QRect(button.mapTo(rig.shell, QPoint()), button.size())


def tray(rig: Rig) -> QScrollArea | None:
    trays = [one for one in rig.page.findChildren(QScrollArea) if one.isVisible()]
    return trays[0] if trays else None


def test_with_room_nothing_scrolls_and_the_shape_is_the_largest_thing_there_is(rig):
    opened(rig, *ROOMY)
    assert tray(rig) is None
    assert rig.form.height() > 350


def test_on_the_largest_screens_the_shape_stays_of_one_size_with_its_words_right_above_it(rig):
    opened(rig, 3840, 2160, 100)
    assert rig.form.height() <= 640
    words, more = rig.page._words.geometry(), rig.page._more.geometry()
    assert 0 <= rig.form.y() - more.bottom() < 30
    below = rig.form.parentWidget().height() - rig.form.geometry().bottom()
    assert words.top() == pytest.approx(below - place(rig, "Pause").height() - 80, abs=60)


@pytest.mark.parametrize("size", [ROOMY, (480, 800, 100), (480, 800, 200), (360, 480, 100), CROWDED])
def test_words_shape_and_pause_are_all_in_sight(rig, size):
    opened(rig, *size)
    assert rig.shell.rect().contains(place(rig, "Pause"))
    assert rig.form.height() >= 60
    words = rig.page._words
    assert words.height() >= words.fit(words.width())
    top = words.mapTo(rig.shell, QPoint()).y()
    assert top >= 0
    assert not place(rig, "Pause").intersects(QRect(rig.form.mapTo(rig.shell, QPoint()), rig.form.size()))


def test_with_little_room_what_is_below_scrolls_with_someone_to_talk_to_foremost(rig):
    opened(rig, *CROWDED)
    assert tray(rig) is not None
    names = [name for name in rig.buttons() if name in {"Pause", "Pace", "Talk to someone", "Ground me", "Kind words"}]
    tops = {name: place(rig, name).top() for name in names}
    assert sorted(tops, key=tops.get) == ["Pause", "Pace", "Talk to someone", "Ground me", "Kind words"]


def test_everything_that_scrolls_can_be_scrolled_to_and_pressed(rig):
    opened(rig, *CROWDED)
    area = tray(rig)
    for name in ("Kind words", "Ground me", "Talk to someone"):
        area.ensureWidgetVisible(rig.button(name), 0, 0)
        rig.settle()
        viewport = QRect(area.viewport().mapTo(rig.shell, QPoint()), area.viewport().size())
        assert viewport.contains(place(rig, name).center())
    rig.click("Talk to someone")
    assert rig.shown == "SupportPage"


def test_page_down_turns_to_what_is_below(rig):
    opened(rig, *CROWDED)
    rig.press(Qt.Key.Key_PageDown)
    assert tray(rig).verticalScrollBar().value() > 0
    rig.press(Qt.Key.Key_PageUp)
    assert tray(rig).verticalScrollBar().value() == 0


def test_tab_follows_the_order_that_is_seen_and_brings_it_into_sight(rig):
    opened(rig, *CROWDED)
    rig.tab_to("Pause")
    names = []
    for _ in range(4):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        names.append(QApplication.focusWidget().accessibleName())
    assert names == ["Pace", "Talk to someone", "Ground me", "Kind words"]
    assert rig.shell.rect().contains(place(rig, "Kind words"))


def test_a_window_that_grows_and_shrinks_keeps_keyboard_and_buttons(rig):
    opened(rig, *CROWDED)
    rig.tab_to("Talk to someone")
    for size in ((1400, 1000), (360, 480), (960, 680), (360, 480)):
        rig.shell.resize(*size)
        rig.settle()
        assert QApplication.focusWidget().accessibleName() == "Talk to someone"
        visible = [one for one in rig.page.findChildren(QAbstractButton) if one.isVisible()]
        assert len(visible) == 5
    assert len(rig.page.findChildren(QScrollArea)) == 1


def test_the_shape_stands_above_the_panel_in_full_and_comes_back_after_it(rig):
    opened(rig, *ROOMY)
    before = rig.form.geometry()
    rig.click("Pace")
    rig.pass_by(1.0)
    assert rig.form.height() >= 150
    assert not rig.form.geometry().intersects(rig.page.findChild(PacePanel).geometry())
    assert rig.form.geometry().top() >= rig.page._more.geometry().bottom()
    rig.click("Pace")
    rig.pass_by(1.0)
    assert rig.form.geometry() == before


def frames_of(rig: Rig, seconds: float) -> list[QRect]:
    """Return where the shape is in each frame of the next seconds, and where it is now."""
    places = [rig.form.geometry()]
    for _ in range(round(seconds / 0.04)):
        rig.pass_by(0.04)
        places.append(rig.form.geometry())
    return places


def test_the_shape_glides_to_the_room_that_is_left_and_back(rig):
    opened(rig, *ROOMY)
    before = rig.form.geometry()
    for _ in ("unfold", "fold"):
        rig.click("Pace")
        places = frames_of(rig, 0.8)
        tall = [place.height() for place in places]
        assert abs(tall[-1] - tall[0]) > 80
        assert tall in (sorted(tall), sorted(tall, reverse=True))
        assert max(abs(one - other) for one, other in itertools.pairwise(tall)) < 0.2 * abs(tall[-1] - tall[0])
        assert len({(place.top(), place.height()) for place in places}) >= 10
    assert rig.form.geometry() == before


def test_a_window_that_is_resized_while_the_shape_glides_has_it_in_its_place_at_once(rig):
    opened(rig, *ROOMY)
    rig.click("Pace")
    frames_of(rig, 0.2)
    rig.shell.resize(1200, 900)
    rig.settle()
    there = rig.form.geometry()
    assert set(map(QRect.getRect, frames_of(rig, 0.6))) == {there.getRect()}


def test_where_nothing_moves_the_shape_is_in_its_place_at_once(rig):
    rig.set(motion=Motion.REDUCED)
    opened(rig, *ROOMY)
    before = rig.form.geometry()
    rig.click("Pace")
    there = rig.form.geometry()
    assert there.height() < before.height() - 80
    assert set(map(QRect.getRect, frames_of(rig, 0.6))) == {there.getRect()}


def test_in_a_pause_that_draws_no_frames_the_shape_is_in_its_place_at_once(rig):
    opened(rig, *ROOMY)
    rig.click("Pause")
    rig.pass_by(5.0)
    rig.click("Pace")
    assert not rig.form.geometry().intersects(rig.page.findChild(PacePanel).geometry())


@pytest.mark.parametrize(("exercise", "size"), [("meet-your-breath", (960, 480)), ("box", (420, 700))])
def test_also_with_little_room_the_panel_does_not_cut_the_shape(rig, exercise, size):
    rig.set(leave_hint_seen=True, cautions_seen=("box",)).open(exercise)
    rig.shell.resize(*size)
    rig.settle()
    rig.click("Pace")
    rig.pass_by(1.0)
    assert rig.form.height() >= 80
    assert not rig.form.geometry().intersects(rig.page.findChild(PacePanel).geometry())
    assert rig.form.geometry().top() >= rig.page._more.geometry().bottom()


def test_with_less_room_above_it_the_panel_stands_over_the_shape_and_the_words_stay_readable(rig):
    opened(rig, 420, 700, 100)
    before = rig.form.geometry()
    rig.click("Pace")
    rig.click("How strong is it?")
    rig.pass_by(1.0)
    assert rig.form.geometry() == before
    panel = rig.page.findChild(PacePanel)
    top = panel.mapTo(rig.page, QPoint()).y()
    assert top >= rig.page._more.geometry().bottom()
    assert panel.geometry().bottom() < rig.page._main.mapTo(rig.page, QPoint()).y()


def test_what_the_panel_stands_over_is_no_stop_of_tab_and_comes_back_after_it(rig):
    rig.open()
    assert "Got it" in rig.buttons()
    before = place(rig, "Pause")
    rig.click("Pace")
    assert place(rig, "Pause") == before
    assert "Got it" not in rig.buttons()
    rig.shell.setFocus()
    rig.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Pause"
    rig.click("Pace")
    assert "Got it" in rig.buttons()
    rig.click("Got it")
    assert "Got it" not in rig.buttons()


@pytest.mark.parametrize("size", [(360, 480, 100), (480, 800, 200), CROWDED])
def test_where_it_would_cover_the_words_the_panel_scrolls_with_the_buttons(rig, size):
    opened(rig, *size)
    rig.click("Pace")
    area, panel = tray(rig), rig.page.findChild(PacePanel)
    assert area is not None
    assert area.isAncestorOf(panel)
    assert place(rig, "Use my pace").top() >= QRect(area.mapTo(rig.shell, QPoint()), area.size()).top()
    assert rig.shell.rect().contains(place(rig, "Use my pace"))
    rig.click("Use my pace")
    assert rig.words[1].startswith("Press with each in-breath")
    assert rig.page._more.mapTo(rig.shell, QPoint()).y() < area.mapTo(rig.shell, QPoint()).y()
    rig.press(Qt.Key.Key_P)
    assert "Use my pace" not in rig.buttons()
    assert "Pause" in rig.buttons()


def bright(rig: Rig, label: QWidget) -> int:
    """Return how many pixels of a line's words are seen in the window."""
    image = rig.shell.grab(QRect(label.mapTo(rig.shell, QPoint()), label.size())).toImage()
    ink = rig.page.look.color("ink").lightness()
    pixels = (image.pixelColor(x, y).lightness() for x in range(image.width()) for y in range(image.height()))
    return sum(pixel > ink / 2 for pixel in pixels)


def test_a_shape_that_glides_past_the_words_passes_behind_them(rig):
    opened(rig, 1280, 1024, 100)
    rig.click("Pace")
    rig.pass_by(1.2)
    words = rig.page._words
    rig.click("Pace")
    rig.pass_by(0.04)
    met = rig.form.geometry().intersects(words.geometry())
    seen = bright(rig, words)
    rig.pass_by(1.0)
    assert met
    assert seen > 0.8 * bright(rig, words) > 100  # more where the ring shines through between the letters


def test_another_shape_stands_behind_the_words_too(rig):
    opened(rig, *ROOMY)
    rig.click("Pace")
    rig.click("Wave")
    children = rig.form.parentWidget().children()
    assert children.index(rig.form) < children.index(rig.page._words)
