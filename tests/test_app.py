"""The desktop app put together, on a real log, real files and a real window: what works, and what goes wrong."""

import contextlib
import os
import signal
import sqlite3
import stat
import subprocess
import sys
import threading
from datetime import datetime
from pathlib import Path

import pytest

pytest.importorskip("PySide6")

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication

from steady import app
from steady.core.errors import Fault, LogUnavailable
from steady.core.events import Stage
from steady.core.record import Kind, SessionRecord
from steady.core.session import Session
from steady.handover import Instance, Request, enter_at, find_address
from steady.store.ids import new_id
from steady.store.log import SqliteLog
from steady.store.paths import Paths
from steady.texts import say
from steady.texts.faults import FaultText, fault_text
from steady.texts.soothe import Soothe
from steady.ui import shelf, theme
from steady.ui.widgets.breath_orb import BreathOrb
from steady.ui.window import Window
from tests.source import ROOT
from tests.ui.hand_clock import HandClock
from tests.ui.rig import PATIENCE_MS, Rig
from tests.unwritable import UNWRITABLE, needs_unwritable

PRIVATE = "they never answered my message"
CLOSE_S = 10.0


class Started:
    """The app as `run` puts it together, short of its event loop."""

    def __init__(self, qtbot, clock: HandClock, data_dir: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.clock, self.data_dir, self._patch = qtbot, clock, data_dir, monkeypatch
        self.paths = Paths(data_dir)
        self.backstage: app.Backstage | None = None
        self.rig: Rig
        self._closed = False

    def start(self, start_id: str | None = None, instance: Instance | None = None, *, breathing: bool = True) -> Rig:
        """Open the window; wait until it breathes."""
        self.backstage = app.Backstage(self.paths, start_id)
        window = Window(QApplication.instance(), self.backstage.world)
        window.open(self.backstage.first, start_id)
        app._introduce(self.backstage, window, instance or Instance())
        window.navigator.quiet.wake()
        self.rig = Rig.around(self.qtbot, self.clock, self.data_dir, window, self.backstage.log)
        self.qtbot.addWidget(window.shell, before_close_func=lambda _shell: window.navigator.leave())
        window.shell.activateWindow()
        self.qtbot.waitUntil(window.shell.isActiveWindow, timeout=PATIENCE_MS)
        if breathing:
            self.rig.until(lambda: self.rig.stage is Stage.BREATHING)
        self.rig.settle()
        return self.rig

    def close(self) -> None:
        """Close as `run` does once the person has left."""
        if self.backstage is not None and not self._closed:
            self._closed = True
            self.rig.navigator.leave()
            self.backstage.close()

    def rows(self) -> list[dict[str, object]]:
        """Return the rows that are on disk."""
        return self._read("SELECT * FROM sessions ORDER BY started_at")

    def drafts(self) -> list[dict[str, object]]:
        return self._read("SELECT * FROM drafts")

    def _read(self, query: str) -> list[dict[str, object]]:
        connection = sqlite3.connect(f"file:{self.paths.log_file}?mode=ro", uri=True)
        connection.row_factory = sqlite3.Row
        try:
            return [dict(row) for row in connection.execute(query)]
        finally:
            connection.close()

    def reports(self) -> list[str]:
        """Return the text of every report."""
        return [path.read_text(encoding="utf-8") for path in sorted(self.paths.reports_dir.glob("*"))]

    def until_said(self, fault: Fault) -> None:
        """Wait until a fault is said on the guide, behind other notices if need be."""
        self.rig.until(lambda: fault_text(fault).value in self.rig.navigator.quiet._notices)


@pytest.fixture
def started(qtbot, tmp_path, monkeypatch):
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))  # whatever the app puts there goes with the test
    clock = HandClock().wind(monkeypatch)
    monkeypatch.setattr(app, "SystemClock", lambda: clock)
    monkeypatch.setattr(shelf, "PATIENCE_S", PATIENCE_MS / 1000)  # a busy machine is no reason for a page without cards
    theme.set_text_percent(100)
    made = Started(qtbot, clock, tmp_path / "data", monkeypatch)
    yield made
    made.close()
    if made.backstage is not None:
        assert made.backstage.log.close(CLOSE_S)
    theme.set_text_percent(100)


# -- the whole way -------------------------------------------------------------------------------------------------


def test_the_row_is_on_disk_before_the_first_phase_is_shown(started, monkeypatch):
    on_disk: list[list[str]] = []
    begin = Session.begin

    def watched(session: Session):
        on_disk.append([row["id"] for row in started.rows()])
        return begin(session)

    monkeypatch.setattr(Session, "begin", watched)
    rig = started.start()
    assert on_disk == [[rig.session.row.record.id]]
    (row,) = started.rows()
    assert (row["exercise"], row["kind"], row["outcome"], row["ended_at"]) == (
        "meet-your-breath",
        "breathing",
        None,
        None,
    )


def test_the_guide_breathes_before_anything_is_asked(started):
    rig = started.start()
    assert rig.shown == "BreathePage"
    assert rig.words == ("Breathe in", "gentle, not deep")
    assert rig.session.look().elapsed_s < 0.1


def test_leaving_leaves_a_row_that_was_stopped_with_its_breaths(started):
    rig = started.start()
    rig.pass_by(16.0)
    rig.press(Qt.Key.Key_Escape)
    assert not rig.shell.isVisible()
    started.close()
    (row,) = started.rows()
    assert (row["outcome"], row["breaths"]) == ("stopped", 2)
    assert row["practised_s"] == pytest.approx(16.0, abs=0.1)
    assert row["ended_at"] is not None


def test_half_written_words_are_on_disk_after_esc_in_the_box_itself(started):
    rig = started.start()
    rig.read()
    for _ in range(3):
        rig.click("Next")
    rig.tab_to("What is a fact?")
    rig.type("I wrote at six")
    rig.press(Qt.Key.Key_Escape)
    assert not rig.shell.isVisible()
    started.close()
    ((draft),) = started.drafts()
    assert (draft["exercise"], draft["place"], draft["text"]) == ("no-reply-yet", "fact", "I wrote at six")
    assert [row["outcome"] for row in started.rows()] == ["stopped", "stopped"]


def test_a_practice_that_came_to_its_length_is_completed_on_disk(started):
    rig = started.start("one-to-three-sighs")
    rig.pass_by(31.0)
    rig.press(Qt.Key.Key_Escape)
    started.close()
    (row,) = started.rows()
    assert (row["outcome"], row["breaths"]) == ("completed", 3)


def test_a_heartbeat_reaches_the_disk_every_five_seconds(started):
    rig = started.start()
    (first,) = started.rows()
    rig.pass_by(5.1)
    assert rig.session.row.receipt.wait(CLOSE_S)
    (later,) = started.rows()
    assert later["beat_at"] > first["beat_at"]
    assert later["practised_s"] == pytest.approx(5.0, abs=0.1)


def test_everything_it_writes_is_in_the_data_folder_for_this_person_only(started, tmp_path):
    rig = started.start()
    rig.click("Got it")
    rig.press(Qt.Key.Key_Escape)
    started.close()
    assert list((tmp_path / "home").iterdir()) == []
    if os.name == "posix":
        for path in [started.data_dir, *started.data_dir.rglob("*")]:
            wanted = 0o700 if path.is_dir() else 0o600
            assert stat.S_IMODE(path.stat().st_mode) == wanted, path


def test_it_can_start_with_any_exercise(started):
    assert started.start("longer-out").page.name == "Longer out"


def test_starting_with_a_cautioned_exercise_shows_the_caution_and_no_row_yet(started):
    rig = started.start("box", breathing=False)
    assert rig.shown == "CautionPage"
    rig.click("Start")
    rig.until(lambda: rig.stage is Stage.BREATHING)
    assert [row["exercise"] for row in started.rows()] == ["box"]


@pytest.mark.parametrize(("start_id", "page"), [("five-senses", "GroundPage"), ("no-reply-yet", "ScriptPage")])
def test_starting_with_a_walk_opens_on_its_first_step(started, start_id, page):
    assert started.start(start_id, breathing=False).shown == page


def test_a_persons_own_first_exercise_is_the_one_it_opens_with(started):
    own = started.paths.exercises_dir
    own.mkdir(parents=True)
    ours = (ROOT / "exercises" / "even-waves.toml").read_text(encoding="utf-8")
    (own / "meet-your-breath.toml").write_text(ours.replace("Even waves", "My waves"), encoding="utf-8")
    assert started.start().page.name == "My waves"


def test_a_first_exercise_of_ones_own_that_needs_care_says_so_first(started):
    own = started.paths.exercises_dir
    own.mkdir(parents=True)
    ours = (ROOT / "exercises" / "box.toml").read_text(encoding="utf-8")
    (own / "meet-your-breath.toml").write_text(ours, encoding="utf-8")
    assert started.start(breathing=False).shown == "CautionPage"


# -- a second start ------------------------------------------------------------------------------------------------


@pytest.fixture
def first(tmp_path):
    """Be the first Steady on the data folder, until after the window is gone."""
    address = find_address(str(tmp_path / "data"), os.environ)
    assert address is not None
    instance = enter_at(address, Request("open"))
    yield instance
    instance.close()


@pytest.mark.skipif(sys.platform == "win32", reason="Windows answers through a pipe")
@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_second_start_brings_what_it_asked_for_into_the_first_window(first, started):
    rig = started.start(instance=first)
    rig.shell.showMinimized()
    command = [sys.executable, "-m", "steady", "--data-dir", str(started.data_dir), "start", "longer-out"]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL) as second:
        rig.until(lambda: rig.page.name == "Longer out")
        assert second.wait(30) == 0
    assert not rig.shell.isMinimized()
    assert rig.shell.isVisible()
    rig.until(lambda: rig.stage is Stage.BREATHING)


def test_a_first_window_that_is_silent_is_said_once(started, monkeypatch):
    backstage = app.Backstage

    def made(paths, start_id=None):
        result = backstage(paths, start_id)
        result.early_faults.append(Fault.FIRST_WINDOW_SILENT)
        return result

    monkeypatch.setattr(app, "Backstage", made)
    rig = started.start()
    assert rig.navigator.quiet._notices.count(FaultText.FIRST_WINDOW_SILENT.value) == 1


# -- faults of the machine -----------------------------------------------------------------------------------------


def check_it_still_breathes(started: Started, fault: Fault) -> None:
    """The guide moves; the fault is said, once, and is gone once it is put aside."""
    rig = started.rig
    started.until_said(fault)
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
    before = rig.session.look().elapsed_s
    rig.pass_by(12.0)
    assert rig.session.look().elapsed_s == pytest.approx(before + 12.0, abs=0.2)
    sentence = fault_text(fault).value
    shown = []
    while "Got it" in rig.buttons():
        shown += [text for text in rig.texts() if text == sentence]
        rig.click("Got it")
    assert shown == [sentence]
    rig.pass_by(12.0)
    assert sentence not in rig.texts()
    assert started.reports() == []


def test_a_data_folder_where_nothing_can_be_written(started, tmp_path):
    file = tmp_path / "file"
    file.write_text("not a folder")
    started.paths = Paths(file / "data")
    started.start()
    check_it_still_breathes(started, Fault.LOG_UNREADABLE)
    assert file.read_text() == "not a folder"


def fill(log: SqliteLog, now: datetime) -> None:
    """Write until there is no room for another row."""
    with contextlib.suppress(LogUnavailable):
        for _ in range(1_000):
            log.put(SessionRecord(new_id(), now, "filler", Kind.BREATHING))


@needs_unwritable
def test_a_data_folder_that_may_only_be_read(started):
    started.paths = Paths(UNWRITABLE / "steady")
    started.start()
    check_it_still_breathes(started, Fault.READ_ONLY)


def test_a_full_disk(started, monkeypatch):
    opened = SqliteLog.open.__func__

    def full(cls, *arguments, **options):
        """Open the log on a disk that has no room for another page, nor any left in those there are."""
        log = opened(cls, *arguments, **options)
        pages = log.connection.execute("PRAGMA page_count").fetchone()[0]
        log.connection.execute(f"PRAGMA max_page_count = {pages}")
        fill(log, started.clock.now())
        return log

    monkeypatch.setattr(SqliteLog, "open", classmethod(full))
    started.start()
    check_it_still_breathes(started, Fault.DISK_FULL)


def test_a_log_that_another_program_locked(started):
    started.paths.data_dir.mkdir(parents=True)
    before = app.LogWorker(started.paths, lambda _fault: None)
    before.start()
    assert before.close(CLOSE_S)
    other = sqlite3.connect(started.paths.log_file, isolation_level=None)
    other.execute("PRAGMA locking_mode = EXCLUSIVE")
    other.execute("BEGIN EXCLUSIVE")
    try:
        rig = started.start(breathing=False)
        rig.pass_by(1.0)
        assert rig.stage is Stage.BREATHING
        check_it_still_breathes(started, Fault.LOG_LOCKED)
    finally:
        other.execute("ROLLBACK")
        other.close()
    started.close()
    (row,) = started.rows()
    assert row["outcome"] == "stopped"


def test_a_corrupt_log_is_put_aside_and_never_deleted(started):
    started.paths.data_dir.mkdir(parents=True)
    rubbish = b"SQLite format 3\x00" + b"\xff" * 5000
    started.paths.log_file.write_bytes(rubbish)
    started.start()
    check_it_still_breathes(started, Fault.LOG_CORRUPT)
    aside = [path for path in started.data_dir.iterdir() if path.is_file() and path.read_bytes() == rubbish]
    assert len(aside) == 1
    assert [row["exercise"] for row in started.rows()] == ["meet-your-breath"]


def test_settings_that_cannot_be_read(started):
    started.paths.data_dir.mkdir(parents=True)
    started.paths.settings_file.write_text("{ not json", encoding="utf-8")
    started.start()
    check_it_still_breathes(started, Fault.SETTINGS_UNREADABLE)


def test_a_missing_folder_of_exercises(started, monkeypatch):
    monkeypatch.setattr(app, "exercises_dir", lambda: None)
    rig = started.start()
    check_it_still_breathes(started, Fault.NO_EXERCISES)
    rig.click("Menu")
    assert rig.shown == "MenuPage"
    rig.click("Back to breathing")
    rig.click("Kind words")
    rig.until(lambda: rig.page.note.text() == say(Soothe.NOTHING_HERE))
    rig.click("Back to breathing")
    rig.click("Talk to someone")
    assert rig.shown == "SupportPage"


def test_an_exercise_that_was_asked_for_and_cannot_be_read(started):
    own = started.paths.exercises_dir
    own.mkdir(parents=True)
    (own / "mine.toml").write_text("format = 1\nkind = 'breathing'\n", encoding="utf-8")
    started.start("mine")
    check_it_still_breathes(started, Fault.BAD_EXERCISES)


# -- bugs of ours --------------------------------------------------------------------------------------------------


def check_one_report(started: Started, error: str) -> str:
    """There is one report, of types and frames only; the person is told once, and the breath goes on."""
    rig = started.rig
    started.until_said(Fault.OUR_BUG)
    (report,) = started.reports()
    assert error in report
    assert PRIVATE not in report
    assert "test_app.py" in report
    assert str(Path.home()) not in report
    assert rig.navigator.quiet._notices.count(FaultText.OUR_BUG.value) == 1
    assert rig.stage is Stage.BREATHING
    before = rig.session.look().elapsed_s
    rig.pass_by(8.0)
    assert rig.session.look().elapsed_s == pytest.approx(before + 8.0, abs=0.2)
    assert rig.words[0] in {"Breathe in", "Breathe out"}
    return report


def test_a_bug_in_a_slot_is_noted_once_and_the_breath_goes_on(started):
    rig = started.start()

    def broken(moment: object) -> None:
        raise ValueError(PRIVATE)

    rig.conductor.moment_read.connect(broken)
    rig.pass_by(3.0)
    check_one_report(started, "builtins.ValueError")


def test_a_bug_in_painting_is_noted_once_and_the_breath_goes_on(started, monkeypatch):
    rig = started.start()

    def broken(self, painter) -> None:
        raise KeyError(PRIVATE)

    monkeypatch.setattr(BreathOrb, "_paint_orb", broken)
    rig.form.update()
    started.until_said(Fault.OUR_BUG)
    for _ in range(4):
        rig.form.update()
        rig.pass_by(0.5)
    check_one_report(started, "builtins.KeyError")


def test_a_bug_in_a_thread_is_noted(started):
    started.start()

    def broken() -> None:
        raise OSError(PRIVATE)

    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    assert "in a thread" in check_one_report(started, "builtins.OSError")


def test_a_bug_in_a_callback_of_qts_is_noted(started):
    started.start()

    def broken() -> None:
        raise RuntimeError(PRIVATE)

    QTimer.singleShot(0, broken)
    check_one_report(started, "builtins.RuntimeError")


def test_two_bugs_in_two_places_are_two_reports_and_one_sentence(started):
    rig = started.start()

    def first() -> None:
        raise ValueError(PRIVATE)

    def second() -> None:
        raise ValueError(PRIVATE)

    for broken in (first, second, first, second):
        QTimer.singleShot(0, broken)
        rig.settle()
    rig.until(lambda: len(started.reports()) == 2)
    assert rig.navigator.quiet._notices.count(FaultText.OUR_BUG.value) == 1


def test_a_bug_before_there_is_a_window_is_said_once_there_is_one(started, monkeypatch):
    backstage = app.Backstage

    def made(paths, start_id=None):
        result = backstage(paths, start_id)
        try:
            int(PRIVATE)
        except ValueError:
            sys.excepthook(*sys.exc_info())
        return result

    monkeypatch.setattr(app, "Backstage", made)
    started.start()
    check_one_report(started, "builtins.ValueError")


def test_ctrl_c_in_a_callback_leaves_gently(started):
    rig = started.start()

    def interrupted() -> None:
        raise KeyboardInterrupt

    QTimer.singleShot(0, interrupted)
    rig.until(lambda: not rig.shell.isVisible())
    started.close()
    assert [row["outcome"] for row in started.rows()] == ["stopped"]
    assert started.reports() == []


# -- a process of its own ------------------------------------------------------------------------------------------

DRIVER = """
import sys
from pathlib import Path
from steady import app
from steady.early_signals import EarlySignals
from steady.handover import Instance
from steady.store.paths import Paths
from steady.ui.window import Window

after = Window.after_first_frame

def told(window, assets):
    after(window, assets)
    print("breathing", flush=True)

Window.after_first_frame = told
sys.exit(app.run(Paths(Path(sys.argv[1])), start_id=None, instance=Instance(), signals=EarlySignals()))
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_leaves_gently_and_the_row_says_so(started, number):
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", DRIVER, str(started.data_dir)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environ, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "breathing"
        assert [row["outcome"] for row in started.rows()] == [None]
        process.send_signal(number)
        _, complaints = process.communicate(timeout=30)
    assert process.returncode == 0
    assert complaints == ""
    assert [row["outcome"] for row in started.rows()] == ["stopped"]


IGNORING = DRIVER.replace("import sys", "import signal, sys\nsignal.signal(signal.SIGHUP, signal.SIG_IGN)", 1).replace(
    '    print("breathing", flush=True)',
    """
    print(signal.getsignal(signal.SIGHUP).name)
    window.navigator.leave()
""",
)


@pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")
def test_a_signal_that_is_ignored_as_under_nohup_stays_so(started):
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", IGNORING, str(started.data_dir)]
    done = subprocess.run(command, capture_output=True, env=environ, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "SIG_IGN\n", "")


BUGGY = DRIVER.replace(
    '    print("breathing", flush=True)',
    """
    from PySide6.QtCore import QTimer

    QTimer.singleShot(0, lambda: sys.argv[9])
    QTimer.singleShot(0, window.navigator.leave)
""",
)


def test_the_exit_code_says_that_a_bug_of_ours_was_caught(started):
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    command = [sys.executable, "-c", BUGGY, str(started.data_dir)]
    done = subprocess.run(command, capture_output=True, env=environ, text=True, timeout=60, check=False)
    assert (done.returncode, done.stderr) == (app.OUR_BUG, "")
    (report,) = started.reports()
    assert "builtins.IndexError" in report
    assert [row["outcome"] for row in started.rows()] == ["stopped"]


PRINTS = DRIVER.replace(
    '    print("breathing", flush=True)',
    """
    from datetime import date, datetime, timezone
    from steady.core.progress.facts import Facts
    from steady.core.remembered import JournalEntry, Words
    from steady.core.summary import Material, Part, Wish

    app.PRINTING_S = float(sys.argv[3])
    window.navigator.open_summary()
    words, day = Words(fact="It rained, and nobody called. " * 40), date(2026, 11, 20)
    entry = JournalEntry("e", datetime(2026, 11, 20, tzinfo=timezone.utc), day, words)
    wish = Wish(None, day, frozenset({Part.JOURNAL}))
    summing_up = window.navigator._maker._to_print.summing_up
    summing_up._print(wish, Path(sys.argv[2]), Material(Facts(), [entry] * int(sys.argv[4])))
    window.navigator.leave()
""",
)


@pytest.mark.parametrize(("patience_s", "entries"), [(30.0, 20), (0.0, 4000)], ids=["whole", "none"])
def test_leaving_while_a_page_is_printed_leaves_all_of_it_or_nothing(started, tmp_path, patience_s, entries):
    environ = os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": str(ROOT / "src")}
    target = tmp_path / "for them.pdf"
    command = [sys.executable, "-c", PRINTS, str(started.data_dir), str(target), str(patience_s), str(entries)]
    done = subprocess.run(command, capture_output=True, env=environ, text=True, timeout=60, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert target.exists() == (patience_s > 0.0)
    assert not target.exists() or target.read_bytes().endswith(b"%%EOF\n")
    assert list(tmp_path.glob("*.tmp")) == []
    assert [row["outcome"] for row in started.rows()] == ["stopped"]


# -- what is remembered ---------------------------------------------------------------------------------------------


def test_what_is_said_after_a_practice_is_in_its_row_on_disk(started):
    rig = started.start()
    row = rig.session.row
    rig.pass_by(20.0)
    rig.click("Menu")
    rig.click("That’s enough")
    rig.click("4")
    rig.click("easier")
    rig.click("A little more")
    rig.click("no reply")
    rig.click("Done")
    rig.until(lambda: row.receipt.done)
    rig.pass_by(0.1)
    assert "Saved on this computer." in rig.texts()
    kept = next(one for one in started.rows() if one["id"] == row.record.id)
    assert (kept["after"], kept["before"], kept["felt"], kept["triggers"]) == (4, None, "easier", '["no-reply"]')
    assert (kept["outcome"], kept["use_again"], kept["note"]) == ("stopped", None, None)


def test_a_practice_that_is_not_to_be_saved_leaves_no_row_on_disk(started):
    rig = started.start()
    session = rig.session.row.record.id
    rig.pass_by(20.0)
    rig.press(Qt.Key.Key_P)
    rig.click("Don’t save this one")
    rig.pass_by(20.0)
    rig.press(Qt.Key.Key_Escape)
    started.close()
    assert [row for row in started.rows() if row["id"] == session] == []
    marks = started._read("SELECT * FROM deleted")
    assert [set(mark) for mark in marks] == [{"id", "deleted_at"}], "all that stays is that it is not to come back"


def test_an_entry_of_the_journal_goes_to_disk_is_found_changed_and_deleted_for_good(started):
    rig = started.start()
    rig.click("Menu")
    rig.click("Journal")
    rig.tab_to("What happened")
    rig.type("Zanzibar was mentioned")
    rig.click("Keep")
    rig.until(lambda: started.rows() and started._read("SELECT * FROM journal") != [])
    rig.pass_by(0.2)
    rig.until(lambda: rig.shown == "EntriesPage" and len(rig.page.cards) == 1)
    rig.click("Zanzibar")
    rig.tab_to("What I need")
    rig.type("to ask")
    rig.click("Keep")
    rig.until(lambda: started._read("SELECT * FROM journal_earlier") != [])
    rig.pass_by(0.2)
    rig.until(lambda: rig.shown == "EntriesPage" and len(rig.page.cards) == 1)
    rig.click("Zanzibar")
    rig.click("What it said before")
    rig.until(lambda: any(text.startswith("As it was from") for text in rig.texts()))
    rig.click("Delete")
    rig.press(Qt.Key.Key_Escape)
    started.close()
    assert started._read("SELECT * FROM journal") == started._read("SELECT * FROM journal_earlier") == []
    assert len(started._read("SELECT * FROM deleted")) == 1
    for path in started.data_dir.rglob("*"):
        assert path.is_dir() or b"Zanzibar" not in path.read_bytes(), path


def test_a_week_and_a_person_reached_go_to_disk(started):
    rig = started.start()
    rig.click("Menu")
    rig.click("This week")
    rig.click(rig.page.questions[3].pill(4))
    rig.click("Support")
    rig.click("I reached someone")
    rig.press(Qt.Key.Key_Escape)
    started.close()
    (week,) = started._read("SELECT * FROM checkins")
    assert week["answers"] == "[null,null,null,4,null,null]"
    (moment,) = started._read("SELECT * FROM moments")
    assert moment["kind"] == "reached"


def test_what_is_exported_by_the_page_can_be_brought_in_again(started, monkeypatch, tmp_path):
    from steady.ui import save_dialog

    rig = started.start()
    monkeypatch.setattr(save_dialog, "ask_where", lambda _p, _t, name, _s: tmp_path / name)
    monkeypatch.setattr(save_dialog, "ask_which", lambda *_given: next(tmp_path.glob("steady-*.json")))
    rig.click("Menu")
    rig.click("Your things")
    rig.click("Export all of it")
    rig.until(lambda: any("in " in text and ".json now" in text for text in rig.texts()))
    rig.click("Import a file")
    rig.until(lambda: "All of that was here already." in rig.texts())
