"""A person's own exercise files, while the window is open: saving one shows it, and a bad one stops nothing."""

import itertools
import os
import threading
from pathlib import Path

import pytest
from tests.ui.rig import PATIENCE_MS
from tests.unwritable import UNWRITABLE, needs_unwritable

from steady.store import remembered
from steady.ui import shelf as shelves
from steady.ui.own_files import OwnFiles
from steady.ui.shelf import Shelf
from steady.ui.widgets.card_section import AT_ONCE

BREATH = """\
format = 1
kind = "breathing"
title = "{title}"
summary = "A breath of my own."
group = "settle"
minutes = 4
phases = [{{ do = "in", seconds = 4, to = 1 }}, {{ do = "out", seconds = 6, to = 0 }}]
"""


def write(folder: Path, exercise_id: str, title: str = "My breath") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{exercise_id}.toml"
    path.write_text(BREATH.format(title=title), encoding="utf-8")
    return path


@pytest.fixture
def own(rig) -> Path:
    return rig.data_dir / "exercises"


def titles(rig) -> list[str]:
    cards = rig.page.breathing.cards.values() if rig.shown == "MenuPage" else [one.card for one in rig.page.cards]
    return [card.text() for card in cards]


# -- in the window ----------------------------------------------------------------------------------------------------


def test_own_exercises_are_in_the_menu_and_marked(rig, own):
    write(own, "mine")
    rig.open()
    rig.click("Menu")
    rig.until(lambda: "My breath" in titles(rig))
    assert rig.button("My breath").accessibleName().endswith("yours")


def test_ones_own_takes_the_place_of_ours(rig, own):
    write(own, "box", "My box")
    rig.open()
    rig.click("Menu")
    rig.until(lambda: "My box" in titles(rig))
    assert "Box" not in titles(rig)


def test_saving_a_file_shows_it_in_the_open_menu(rig, own):
    write(own, "mine", "Before")
    rig.open()
    rig.click("Menu")
    rig.until(lambda: "Before" in titles(rig))
    rig.until(lambda: str(own / "mine.toml") in rig.navigator.own._files._watcher.files())
    write(own, "mine", "After it was saved")
    rig.until(lambda: "After it was saved" in titles(rig))
    assert "Before" not in titles(rig)


def test_a_file_saved_under_another_name_and_renamed_is_noticed_each_time(rig, own):
    write(own, "mine", "Before")
    rig.open()
    rig.click("Menu")
    for title in ("Once", "Twice"):
        rig.until(lambda: str(own / "mine.toml") in rig.navigator.own._files._watcher.files())
        write(own, ".mine.toml.swp", title).replace(own / "mine.toml")
        rig.until(lambda title=title: title in titles(rig))


def test_a_folder_that_is_made_while_the_menu_is_open_is_noticed(rig, own):
    rig.data_dir.mkdir(parents=True, exist_ok=True)
    rig.open()
    rig.click("Menu")
    rig.until(lambda: rig.navigator.own._files._watcher.directories() == [str(rig.data_dir)])
    write(own, "mine")
    rig.until(lambda: "My breath" in titles(rig))


def test_a_file_that_is_taken_away_leaves_the_menu(rig, own):
    path = write(own, "mine")
    rig.open()
    rig.click("Menu")
    rig.until(lambda: "My breath" in titles(rig))
    rig.until(lambda: str(path) in rig.navigator.own._files._watcher.files())
    path.unlink()
    rig.until(lambda: "My breath" not in titles(rig))


def test_saving_a_script_shows_it_among_the_kind_words(rig, own):
    own.mkdir(parents=True)
    rig.open()
    rig.click("Kind words")
    rig.click("My own")
    rig.until(lambda: rig.navigator.own._files._watcher.directories() == [str(own)])
    head = BREATH.replace("breathing", "script").replace("settle", "soothe").partition("phases")[0]
    (own / "mine.toml").write_text(head.format(title="My words") + 'steps = [{ do = "say", say = "Here." }]\n')
    rig.until(lambda: titles(rig) == ["My words"])


def test_saving_a_script_leaves_the_keyboard_and_the_page_where_they_are(rig, own):
    head = BREATH.replace("breathing", "script").replace("settle", "soothe").partition("phases")[0]
    steps = 'steps = [{ do = "say", say = "Here." }]\n'
    own.mkdir(parents=True)
    for at in range(30):
        (own / f"own-{at:02}.toml").write_text(head.format(title=f"Words {at:02}") + steps)
    rig.open()
    rig.click("Kind words")
    rig.click("My own")
    rig.until(lambda: len(rig.page.shown_ids) == 30)
    rig.page.more.click()
    rig.settle()
    rig.until(lambda: str(own / "own-20.toml") in rig.navigator.own._files._watcher.files())
    rig.page.cards[20].card.setFocus()
    rig.settle()
    scrolled_px = rig.page.scroll.verticalScrollBar().value()
    assert scrolled_px > 0
    (own / "own-20.toml").write_text(head.format(title="Words 20, said better") + steps)
    rig.until(lambda: "Words 20, said better" in titles(rig))
    assert len(rig.page.cards) == 30
    focus = [card.card.text() for card in rig.page.cards if card.card.hasFocus()]
    assert focus == ["Words 20, said better"]
    assert abs(rig.page.scroll.verticalScrollBar().value() - scrolled_px) <= 2


def test_a_file_at_fault_is_named_opened_and_put_right_while_all_others_are_there(rig, own):
    path = write(own, "mine")
    path.write_text(path.read_text().replace("minutes = 4", "minutes = 99"))
    rig.open()
    rig.click("Menu")
    sentence = "mine.toml, line 6: `minutes` is 99, and can be 60 at most"
    rig.until(lambda: sentence in rig.texts())
    assert "Meet your breath" in titles(rig)
    rig.click("Open this file: mine.toml")
    assert rig.opened == [path]
    rig.until(lambda: str(path) in rig.navigator.own._files._watcher.files())
    write(own, "mine")
    rig.until(lambda: "My breath" in titles(rig))
    rig.until(lambda: sentence not in rig.texts())


def test_the_folder_is_made_when_it_is_wanted_and_opened(rig, own):
    rig.open()
    rig.click("Menu")
    rig.until(lambda: "Open my exercises folder" in rig.buttons())
    assert not own.exists()
    rig.click("Open my exercises folder")
    assert own.is_dir()
    assert rig.opened == [own]


def test_where_nothing_opens_it_the_path_is_said(rig, own):
    rig.can_open = False
    rig.open()
    rig.click("Menu")
    rig.click("Open my exercises folder")
    assert any(str(own) in text for text in rig.texts())


@needs_unwritable
def test_where_the_folder_cannot_be_made_that_is_said(rig, monkeypatch):
    rig.open()
    own = rig.navigator.own
    own._world = own._world._replace(exercises_dir=UNWRITABLE / "exercises")
    assert str(UNWRITABLE / "exercises") in own.open_folder()
    assert rig.opened == []


def test_grounding_is_reached_from_the_menu(rig):
    rig.open()
    rig.click("Menu")
    rig.until(lambda: "slow-taps" in rig.page.grounding.cards)
    rig.click(rig.page.grounding.cards["slow-taps"])
    assert rig.shown == "GroundPage"


# -- the shelf --------------------------------------------------------------------------------------------------------


class Slow:
    """A library that yields what it is told to, one listing at a time, from the thread that asks."""

    def __init__(self, library, started) -> None:
        self._library = library
        self.started = started

    def listings(self):
        self.started.append(True)
        yield from self._library.listings()


def test_a_change_while_the_shelf_is_read_is_read_after_it(rig, own, qtbot, monkeypatch):
    started: list[bool] = []
    rig.open()
    shelf = Shelf(Slow(rig.navigator._world.library, started))
    with qtbot.waitSignal(shelf.changed, timeout=PATIENCE_MS):
        shelf.read()
        shelf.read()
        shelf.read()
    qtbot.waitUntil(lambda: not shelf._reading, timeout=PATIENCE_MS)
    assert len(started) == 2
    shelf.close()


def test_a_shelf_that_was_closed_says_nothing_more(rig, qtbot):
    rig.open()
    shelf = Shelf(rig.navigator._world.library)
    told: list[object] = []
    shelf.changed.connect(told.append)
    shelf.read()
    shelf.close()
    rig.settle()
    assert told == []


def test_a_page_that_opens_is_not_kept_waiting_for_a_slow_disk(rig, monkeypatch):
    monkeypatch.setattr(shelves, "PATIENCE_S", 0.01)
    gate = threading.Event()

    class Stuck:
        def listings(self):
            gate.wait()
            return iter(())

    shelf = Shelf(Stuck())
    assert shelf.look().entries == ()  # it would wait for ever
    shelf.close()
    gate.set()


# -- the watch --------------------------------------------------------------------------------------------------------


def test_several_steps_of_saving_are_one_change(qtbot, tmp_path):
    path = write(tmp_path / "exercises", "mine")
    files = OwnFiles(path.parent)
    files.watch()
    told: list[bool] = []
    files.changed.connect(lambda: told.append(True))
    with qtbot.waitSignal(files.changed, timeout=PATIENCE_MS):
        for title in ("a", "b", "c"):
            write(path.parent, "mine", title)
        os.utime(path)
    assert told == [True]
    files.close()


def test_a_folder_without_a_folder_above_is_no_fault(qtbot, tmp_path):
    files = OwnFiles(tmp_path / "none" / "exercises")
    files.watch()
    files.close()


# -- a thousand -------------------------------------------------------------------------------------------------------


def test_with_a_thousand_files_the_menu_is_there_at_once_and_fills_a_few_cards_a_turn(rig, own, monkeypatch):
    """How long the longest turn takes is measured by benchmarks/library.py. Here: that no turn has much to do."""
    monkeypatch.setattr(shelves, "PATIENCE_S", 0.03)
    for at in range(1000):
        write(own, f"own-{at:04}", f"Mine {at:04}")
    (own / "bad.toml").write_text("kind =")
    readers = set()
    read = remembered.read

    def reading(*what, **how):
        readers.add(threading.current_thread().name)
        return read(*what, **how)

    rig.open()
    monkeypatch.setattr(remembered, "read", reading)
    shelf = rig.navigator.own.shelf
    shelf.warm()
    rig.until(lambda: len(shelf.listing.entries) >= 30)
    rig.shell.menu_wanted.emit()
    assert rig.shown == "MenuPage"
    assert len(rig.page.breathing.cards) >= 9
    shown = [len(rig.page._cards)]
    rig.page._turns.timeout.connect(lambda: shown.append(len(rig.page._cards)))
    rig.until(lambda: shelf.listing.is_whole and not rig.page._turns.isActive())
    assert len(shelf.listing.entries) == 1030
    assert "bad.toml, line 1: what follows the = can't be read; text goes in quotes" in rig.texts()
    assert readers == {"shelf"}
    assert max(after - before for before, after in itertools.pairwise([0, *shown])) <= AT_ONCE
