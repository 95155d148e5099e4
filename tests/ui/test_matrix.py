"""Every page in every size of window, with text of every size, in both themes: nothing cut, nothing out of reach."""

import contextlib
import itertools
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QAbstractButton, QLabel, QPlainTextEdit, QScrollArea, QWidget
from pytestqt.exceptions import TimeoutError as NeverCame
from tests.ui.fitting import control_faults
from tests.ui.pages.looking_back import few, lived, open_progress
from tests.ui.rig import Rig

from steady.core.errors import Fault
from steady.core.record import Kind, SessionRecord
from steady.core.remembered import Checkin, JournalEntry, Words
from steady.core.settings import Look
from steady.core.steps import Breathe, Choose, FillIn, GoTo, HoldFor, Name, Pause, Tap, Unsent, WriteHere
from steady.ui.theme import BODY_PX, TARGET_PX
from steady.ui.widgets.charts.chart_card import ChartCard
from steady.ui.widgets.column import text_px
from steady.ui.widgets.soft_label import SoftLabel
from steady.ui.widgets.star import Star

SIZES = ((360, 480), (480, 800), (960, 680), (1400, 1000))
PERCENTS = (100, 150, 200)
LOOKS = (Look.DUSK, Look.DAWN)
SETTLED_S = 2.0
MOST_ROOM_PX = 60
"""With text of the usual size: room for a line that is not said yet is kept free."""


def guide(rig: Rig) -> None:
    rig.click("Got it")


def guide_with_notice(rig: Rig) -> None:
    rig.navigator.quiet.tell(Fault.FIRST_WINDOW_SILENT)


def guide_with_panel(rig: Rig) -> None:
    rig.click("Pace")


def guide_listening(rig: Rig) -> None:
    rig.click("Pace")
    rig.click("Use my pace")
    rig.press(Qt.Key.Key_Space)


def guide_paused(rig: Rig) -> None:
    rig.press(Qt.Key.Key_Space)


def guide_at_its_end(rig: Rig) -> None:
    rig.click("Menu")
    rig.click("One to three sighs")
    rig.shell.hide()
    rig.pass_by(31.0)
    rig.shell.show()


def guide_with_holds(rig: Rig) -> None:
    rig.navigator.change(cautions_seen=("box",))
    rig.navigator.practising.start("box")
    rig.settle()
    rig.click("Pace")


def ground(rig: Rig) -> None:
    rig.click("Ground me")


def script(rig: Rig) -> None:
    rig.read()


def boxes(rig: Rig) -> None:
    rig.read_to_boxes()


def kind_words(rig: Rig) -> None:
    rig.click("Kind words")


def at_step(rig: Rig, exercise_id: str, kind: type) -> None:
    """Go to the first step of that kind."""
    steps = rig.navigator.practising.find(exercise_id).steps
    rig.navigator.practising.start(exercise_id, next(at for at, step in enumerate(steps) if isinstance(step, kind)))
    rig.settle()


def ground_instead(rig: Rig) -> None:
    rig.click("Ground me")
    rig.click("Another sense instead")


def ground_any_sense(rig: Rig) -> None:
    ground_instead(rig)
    rig.click("Any sense")
    rig.type("a lamp")


def outward(rig: Rig) -> None:
    rig.click("Ground me")
    rig.click("Something else")


def step_choose(rig: Rig) -> None:
    at_step(rig, "name-the-category", Choose)
    rig.click("Names with an A")


def step_name(rig: Rig) -> None:
    step_choose(rig)
    rig.click("Next")


def step_name_in_a_script(rig: Rig) -> None:
    at_step(rig, "then-and-now", Name)


def step_hold_for(rig: Rig) -> None:
    at_step(rig, "tense-a-little-let-go", HoldFor)


def step_held(rig: Rig) -> None:
    step_hold_for(rig)
    rig.pass_by(7.0)


def step_tap(rig: Rig) -> None:
    at_step(rig, "slow-taps", Tap)


def step_write(rig: Rig) -> None:
    at_step(rig, "put-it-in-the-jar", WriteHere)


def step_breathe(rig: Rig) -> None:
    at_step(rig, "before-i-send-it", Breathe)


def step_breathed(rig: Rig) -> None:
    step_breathe(rig)
    rig.pass_by(60.0)


def step_pause(rig: Rig) -> None:
    at_step(rig, "before-i-send-it", Pause)


def step_pause_on(rig: Rig) -> None:
    step_pause(rig)
    rig.click("30 minutes")


def step_pause_over(rig: Rig) -> None:
    step_pause(rig)
    rig.click("5 minutes")
    rig.pass_by(301.0)


def step_draft(rig: Rig) -> None:
    at_step(rig, "before-i-send-it", Unsent)
    rig.click("Shorten it")


def step_fill_in(rig: Rig) -> None:
    at_step(rig, "say-what-i-need-say-my-limit", FillIn)


def step_go_to(rig: Rig) -> None:
    at_step(rig, "quiet-after-a-fight", GoTo)


def script_at_its_end(rig: Rig) -> None:
    rig.navigator.practising.start("they-asked-for-space", 99)
    rig.settle()


def script_that_turns(rig: Rig) -> None:
    rig.read()
    rig.click("Turn for me")


def menu(rig: Rig) -> None:
    rig.click("Menu")


def progress(rig: Rig) -> None:
    open_progress(rig, lived())


def progress_with_little(rig: Rig) -> None:
    open_progress(rig, few())


def progress_as_tables(rig: Rig) -> None:
    page = open_progress(rig, lived())
    for card in page.findChildren(ChartCard):
        card.turn()


def summary(rig: Rig) -> None:
    open_progress(rig, lived())
    rig.click("A page to print")


def support(rig: Rig) -> None:
    rig.click("Talk to someone")


def settings(rig: Rig) -> None:
    rig.click("Menu")
    rig.click("Settings")


def about(rig: Rig) -> None:
    rig.click("Menu")
    rig.click("About")


def caution(rig: Rig) -> None:
    rig.click("Menu")
    rig.click("4-7-8, gentle")


def after(rig: Rig) -> None:
    rig.pass_by(20.0)
    rig.click("Menu")
    rig.click("That’s enough")


def after_more(rig: Rig) -> None:
    after(rig)
    rig.click("A little more")
    rig.click("Add one of my own: What I felt pulled to do")


def after_saved(rig: Rig) -> None:
    rig.navigator.change(signs_offered=date(2026, 1, 5))
    after(rig)
    rig.click("harder")
    rig.click("Done")


def a_lot(rig: Rig) -> None:
    after(rig)
    rig.click("9")
    rig.click("Done")


def safe(rig: Rig) -> None:
    a_lot(rig)
    rig.click("Stop here")


def numbers(rig: Rig) -> None:
    a_lot(rig)
    rig.click("Crisis lines")


def before(rig: Rig) -> None:
    rig.navigator.change(ask_before=True)
    rig.click("Menu")
    rig.click("Longer out")


def guide_rated_on_the_way(rig: Rig) -> None:
    rig.click("Pace")
    rig.click("How strong is it?")
    rig.click("7")
    rig.click("Don’t save this one")


def ground_rated_on_the_way(rig: Rig) -> None:
    rig.click("Ground me")
    rig.click("How strong is it?")
    rig.click("7")
    rig.click("Don’t save this one")


def journal(rig: Rig) -> None:
    rig.click("Menu")
    rig.click("Journal")
    rig.click("A few questions, if you like")


def entries(rig: Rig) -> None:
    at = rig.clock.now()
    for number, fact in enumerate(("They moved dinner to Thursday.", "A day without news " * 12)):
        words = Words(fact=fact, story="I come last.")
        rig.memories.journal.keep(JournalEntry(f"e{number}", at, at.date(), words, ("plan-changed", "my own tag")))
    rig.click("Menu")
    rig.click("Journal")
    rig.click("look or search")


def entry_changed(rig: Rig) -> None:
    entries(rig)
    rig.click("They moved")
    rig.click("What it said before")


def entry_deleted(rig: Rig) -> None:
    entries(rig)
    rig.click("They moved")
    rig.click("Delete")


def week(rig: Rig) -> None:
    monday = date(2026, 11, 2)
    rig.memories.checkins.keep(Checkin(monday, rig.clock.now(), monday, (1, None, None, None, None, "none")))
    rig.click("Menu")
    rig.click("This week")
    rig.click(rig.page.questions[0].pill(2))


def things(rig: Rig) -> None:
    rig.click("Menu")
    rig.click("Your things")
    rig.click("Delete all of it")


def practices(rig: Rig) -> None:
    at, note = (
        rig.clock.now() - timedelta(days=1),
        "A long evening & a <b>note</b> that goes on over one line.",
    )
    said = {"pulled_to": ("checking", "my own way of it"), "use_again": True, "note": note}
    rig.log.put(SessionRecord("old", at, "hum", Kind.BREATHING, practised_s=240.0, **said))
    rig.click("Menu")
    rig.click("Your things")
    rig.click("Look at your practices")
    rig.click("Hum")


WAYS = (
    guide,
    guide_with_notice,
    guide_with_panel,
    guide_listening,
    guide_paused,
    guide_at_its_end,
    guide_with_holds,
    ground,
    script,
    boxes,
    kind_words,
    ground_instead,
    ground_any_sense,
    outward,
    step_choose,
    step_name,
    step_name_in_a_script,
    step_hold_for,
    step_held,
    step_tap,
    step_write,
    step_breathe,
    step_breathed,
    step_pause,
    step_pause_on,
    step_pause_over,
    step_draft,
    step_fill_in,
    step_go_to,
    script_at_its_end,
    script_that_turns,
    menu,
    progress,
    progress_with_little,
    progress_as_tables,
    summary,
    support,
    settings,
    about,
    caution,
    after,
    after_more,
    after_saved,
    a_lot,
    safe,
    numbers,
    before,
    guide_rated_on_the_way,
    ground_rated_on_the_way,
    journal,
    entries,
    entry_changed,
    entry_deleted,
    week,
    things,
    practices,
)


def faults(rig: Rig) -> list[str]:
    """Return in words what is cut, out of reach, too small or nameless; nothing where all is well."""
    areas = [area for area in rig.shell.findChildren(QScrollArea) if area.isVisible()]
    wide = [area for area in areas if area.horizontalScrollBar().maximum() > 0]
    found = [f"{type(area).__name__} is wider than the window" for area in wide]
    found += [f"{type(area).__name__} scrolls to nothing" for area in areas if _scrolls_to_nothing(area)]
    for made in rig.shell.findChildren(QLabel):
        if made.isVisible() and made.text():
            found += _cut_words(made)
            found += _out_of_reach(rig, made, made.text())
    for control in rig.shell.findChildren(QWidget):
        if control.isVisible() and isinstance(control, QAbstractButton | QPlainTextEdit):
            found += control_faults(control)
            found += _out_of_reach(rig, control, control.accessibleName())
    return found


def _scrolls_to_nothing(area: QScrollArea) -> bool:
    """Whether there is nothing at the end of what is scrolled but room, more than stands between two things."""
    inside = area.widget()
    if not isinstance(inside, QWidget) or area.verticalScrollBar().maximum() == 0:
        return False
    shown = [one for one in inside.findChildren(QWidget) if one.isVisible() and not one.findChildren(QWidget)]
    drawn = [one for one in shown if not isinstance(one, QLabel) or one.text()]
    ends = [one.mapTo(inside, QPoint(0, one.height())).y() for one in drawn]
    return inside.height() - max(ends, default=0) > MOST_ROOM_PX * text_px() / BODY_PX


def _cut_words(made: QLabel) -> list[str]:
    metrics = QFontMetrics(made.font())
    if isinstance(made, SoftLabel):
        box = QRect(0, 0, made.width(), 10_000)
        needed = metrics.boundingRect(box, int(Qt.TextFlag.TextWordWrap), made.text()).height()
    else:
        needed = made.heightForWidth(made.width())
    found = [f"{word!r} is cut" for word in made.text().split() if metrics.horizontalAdvance(word) > made.width()]
    if made.height() < needed:
        found.append(f"{made.text()!r} needs {needed} px and has {made.height()}")
    if made.textFormat() is not Qt.TextFormat.PlainText:
        found.append(f"{made.text()!r} could be markup")
    return found


def _out_of_reach(rig: Rig, widget: QWidget, name: str) -> list[str]:
    """Return whether it can neither be seen nor be scrolled to."""
    area = widget.parentWidget()
    while area is not None and not isinstance(area, QScrollArea):
        area = area.parentWidget()
    if area is None:
        place = QRect(widget.mapTo(rig.shell, QPoint()), widget.size())
        return [] if rig.shell.rect().contains(place) else [f"{name!r} reaches out of the window: {place}"]
    inner = area.widget()
    place = QRect(widget.mapTo(inner, QPoint()), widget.size())
    if not inner.rect().contains(place):
        return [f"{name!r} reaches out of what scrolls: {place}"]
    if place.right() >= area.viewport().width():
        return [f"{name!r} reaches under the scroll bar"]
    inside = QRect(area.mapTo(rig.shell, QPoint()), area.size())
    if not rig.shell.rect().contains(inside) or inside.height() < TARGET_PX:
        return [f"{name!r} is in a scroll area that is itself out of reach: {inside}"]
    return []


def covered(rig: Rig) -> list[str]:
    """Return which buttons stand on each other. A star stands on its card, in a corner without words."""
    shown = [one for one in rig.shell.findChildren(QAbstractButton) if one.isVisible() and not isinstance(one, Star)]
    places = [(one.accessibleName(), one.parentWidget(), one.geometry()) for one in shown]
    return [
        f"{name!r} stands on {other!r}"
        for (name, host, place), (other, its_host, its_place) in itertools.combinations(places, 2)
        if host is its_host and place.intersects(its_place)
    ]


def at_rest(rig: Rig, look: Callable[[Rig], list[str]]) -> list[str]:
    """Return what is wrong once all has come to its place, which takes a busy machine a moment longer."""
    with contextlib.suppress(NeverCame):
        rig.until(lambda: look(rig) == [])
    return look(rig)


def everything(rig: Rig) -> list[str]:
    """Return all faults, and what stands on each other."""
    return faults(rig) + covered(rig)


@pytest.mark.long
@pytest.mark.parametrize("percent", PERCENTS)
@pytest.mark.parametrize("look", LOOKS, ids=lambda look: look.value)
@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_in_every_window_everything_can_be_read_and_reached(rig, way, look, percent):
    rig.set(look=look, text_percent=percent).open()
    way(rig)
    rig.pass_by(SETTLED_S)
    found = {}
    for width, height in SIZES:
        rig.shell.resize(width, height)
        rig.settle()
        rig.settle()
        assert (rig.shell.width(), rig.shell.height()) == (width, height)
        wrong = at_rest(rig, everything)
        if wrong:
            found[width, height] = wrong
    assert found == {}


@pytest.mark.parametrize("way", WAYS, ids=lambda way: way.__name__)
def test_every_control_is_named_and_every_word_is_plain_as_it_opens(rig, way):
    rig.open()
    way(rig)
    rig.settle()
    assert at_rest(rig, everything) == []


SMALLEST = (
    guide,
    guide_with_panel,
    boxes,
    kind_words,
    ground_any_sense,
    outward,
    step_name,
    step_held,
    step_tap,
    step_breathed,
    step_pause_on,
    step_draft,
    step_fill_in,
    support,
    settings,
    after_more,
    numbers,
    journal,
    entries,
    week,
    things,
)


@pytest.mark.parametrize("size", [(960, 680), (420, 700)])
def test_a_page_with_little_on_it_does_not_scroll(rig, size):
    rig.open()
    rig.shell.resize(*size)
    entries(rig)
    rig.until(lambda: len(rig.page.cards) == 2)
    rig.settle()
    assert rig.page.scroll.verticalScrollBar().maximum() == 0
    assert at_rest(rig, faults) == []


@pytest.mark.parametrize("way", SMALLEST, ids=lambda way: way.__name__)
def test_in_the_smallest_window_with_the_largest_text_everything_can_be_reached(rig, way):
    rig.set(text_percent=200).open()
    rig.shell.resize(360, 480)
    rig.settle()
    way(rig)
    rig.settle()
    assert at_rest(rig, everything) == []
