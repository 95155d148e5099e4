"""Hours of somebody using Steady every which way: nothing breaks, nothing is left over, every row is right."""

import gc
import random
import sqlite3
import weakref

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QAbstractButton, QApplication, QPlainTextEdit
from tests.ui.rig import Rig

from steady.core.practice import Stage
from steady.store.paths import Paths
from steady.store.worker import LogWorker
from steady.ui import save_dialog
from steady.ui.page import Page

KEYS = (
    Qt.Key.Key_Space,
    Qt.Key.Key_Space,
    Qt.Key.Key_Return,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Backspace,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_F11,
    Qt.Key.Key_M,
    Qt.Key.Key_P,
    Qt.Key.Key_G,
    Qt.Key.Key_K,
    Qt.Key.Key_T,
)
SIZES = ((360, 480), (480, 800), (960, 680))
LEAVE = "Leave quickly: closes Steady at once"
MOST_PAGES = 3
"""The page that is shown, the one that waits behind it, and one on its way out."""
CLOSE_S = 20.0
HOURS = 3.0


class Somebody:
    """Presses whatever there is, in an order that its seed tells."""

    def __init__(self, rig: Rig, seed: int) -> None:
        self.rig = rig
        self.dice = random.Random(seed)  # noqa: S311 - which button is no secret
        self.pages: list[weakref.ref[Page]] = []
        self.most_alive = 0
        self._last: Page | None = None

    def use_for(self, seconds: float) -> None:
        """Use it for so long, by its clock."""
        until_s = self.rig.clock.monotonic_s + seconds
        while self.rig.clock.monotonic_s < until_s:
            self.dice.choice((self._press, self._press, self._click, self._click, self._look_away, self._resize))()
            self.rig.pass_by(self.dice.choice((0.02, 0.3, 1.0, 4.0, 11.0, 25.0)))
            self._count_pages()
            self._check()

    def _press(self) -> None:
        focus = QApplication.focusWidget()
        if isinstance(focus, QPlainTextEdit):
            self.rig.type(self.dice.choice(("no", "yes ", "I wrote at six ")))
        self.rig.press(self.dice.choice(KEYS))

    def _click(self) -> None:
        shown = [one for one in self.rig.shell.findChildren(QAbstractButton) if one.isVisible() and one.isEnabled()]
        shown = [one for one in shown if one.accessibleName() != LEAVE]
        if shown:
            self.rig.click(self.dice.choice(shown))

    def _look_away(self) -> None:
        self.rig.shell.hide()
        self.rig.pass_by(self.dice.choice((0.5, 20.0, 70.0)))
        self.rig.shell.show()
        self.rig.shell.activateWindow()
        self.rig.settle()

    def _resize(self) -> None:
        if not self.rig.shell.isFullScreen():
            self.rig.shell.resize(*self.dice.choice(SIZES))
        if self.dice.random() < 0.2:
            self.rig.clock.sleep(3600.0)

    def _count_pages(self) -> None:
        if self.rig.page is not self._last:
            self._last = self.rig.page
            self.pages.append(weakref.ref(self.rig.page))
        if self.dice.random() < 0.1:
            gc.collect()
            alive = {id(page()) for page in self.pages if page() is not None}  # one that came back counts once
            self.most_alive = max(self.most_alive, len(alive))

    def _check(self) -> None:
        session = self.rig.session
        if session is None:
            return
        moment = session.look()
        assert 0.0 <= moment.fullness <= 1.0
        if self.rig.shown != "BreathePage":
            assert moment.stage in {Stage.PAUSED, Stage.RESTING, Stage.READY}, self.rig.shown


@pytest.fixture
def log(rig):
    """Return the real log, closed whatever happens."""
    made = LogWorker(Paths(rig.data_dir), rig.faults.append)
    made.start()
    yield made
    assert made.close(CLOSE_S)


@pytest.mark.long
@pytest.mark.qt_log_ignore("This plugin does not support")
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_hours_of_random_use_breaks_nothing_and_leaves_nothing_over(rig, log, seed, monkeypatch):
    for ask in ("ask_where", "ask_which"):  # somebody who is asked for a file changes their mind
        monkeypatch.setattr(save_dialog, ask, lambda *_asked: None)
    paths = Paths(rig.data_dir)
    rig.log = log
    ids: list[str] = []
    put = log.put
    log.put = lambda record: (ids.append(record.id), put(record))[1]
    forgotten: set[str] = set()  # random use presses "Don't save this one", too
    forget = log.forget
    log.forget = lambda session_id: (forgotten.add(session_id), forget(session_id))[1]
    rig.open()
    began_s = rig.clock.monotonic_s
    somebody = Somebody(rig, seed)
    somebody.use_for(HOURS * 3600.0)
    lasted_s = rig.clock.monotonic_s - began_s

    rig.navigator.leave()
    rig.settle()
    assert [timer for timer in rig.shell.findChildren(QTimer) if timer.isActive()] == []
    assert log.close(CLOSE_S)
    assert rig.faults == []
    assert rig.preferences.flush(CLOSE_S)
    assert somebody.most_alive <= MOST_PAGES
    assert len(somebody.pages) > 30
    check_rows(paths, set(ids) - forgotten, lasted_s)


def check_rows(paths: Paths, ids: set[str], lasted_s: float) -> None:
    """Every practice has its one row; each is over, and says what can be true."""
    connection = sqlite3.connect(f"file:{paths.log_file}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    rows = [dict(row) for row in connection.execute("SELECT * FROM sessions ORDER BY started_at")]
    connection.close()
    assert {row["id"] for row in rows} == ids
    assert {row["outcome"] for row in rows} <= {"completed", "stopped"}
    assert all(row["ended_at"] >= row["started_at"] for row in rows)
    breathing = [row for row in rows if row["kind"] == "breathing"]
    assert all(row["practised_s"] >= 3.0 * row["breaths"] - 0.1 for row in breathing)
    assert all(row["breaths"] is None for row in rows if row["kind"] != "breathing")
    assert sum(row["practised_s"] for row in breathing) <= lasted_s
    assert sum(row["breaths"] for row in breathing) > 20
