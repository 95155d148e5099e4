"""The window put together: its first frame, its neighbours in other threads, coming forward."""

import subprocess
import sys
import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.memory_log import MemoryLog

from steady.core.errors import Fault
from steady.core.events import Stage
from steady.store.bundled import assets_dir
from steady.texts import say
from steady.texts.faults import fault_text
from steady.ui.desktop_wishes import DesktopWishes
from steady.ui.window import _icon


@pytest.fixture
def open_rig(rig):
    return rig.set(leave_hint_seen=True).open()


# -- the first frame -----------------------------------------------------------------------------------------------


def test_the_first_frame_is_that_of_a_moving_guide(rig):
    rig.log = MemoryLog(slow=True)
    rig.set(leave_hint_seen=True).open()
    frames: list[Stage] = []
    rig.window.on_first_frame(lambda: frames.append(rig.stage))
    rig.shell.repaint()
    rig.settle()
    assert rig.stage is Stage.READY
    assert frames == []
    rig.session.row.receipt.keep()
    rig.clock.pass_by(0.1)
    rig.until(lambda: bool(frames))
    assert frames == [Stage.BREATHING]


def test_it_is_told_once(open_rig):
    frames: list[bool] = []
    open_rig.window.on_first_frame(lambda: frames.append(True))
    for _ in range(3):
        open_rig.shell.update()
        open_rig.pass_by(0.5)
    assert frames == [True]


def test_a_page_of_words_is_a_first_frame_too(rig):
    rig.open(None)
    frames: list[str] = []
    rig.window.on_first_frame(lambda: frames.append(rig.shown))
    rig.window.open(None, "no-reply-yet")
    rig.shell.update()
    rig.until(lambda: bool(frames))
    assert frames == ["ScriptPage"]


# -- other threads -------------------------------------------------------------------------------------------------


def test_a_fault_from_another_thread_is_said_in_the_windows_own(open_rig):
    where: list[threading.Thread] = []
    tell = open_rig.navigator.quiet.tell
    open_rig.navigator.quiet.tell = lambda fault: (where.append(threading.current_thread()), tell(fault))
    thread = threading.Thread(target=lambda: open_rig.window.desk.fault.emit(Fault.DISK_FULL))
    thread.start()
    thread.join()
    assert where == []
    open_rig.until(lambda: say(fault_text(Fault.DISK_FULL)) in open_rig.texts())
    assert where == [threading.main_thread()]


# -- coming forward ------------------------------------------------------------------------------------------------


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_a_second_start_brings_the_window_back_and_keeps_the_breath(open_rig):
    open_rig.pass_by(3.0)
    session = open_rig.session
    open_rig.shell.showMinimized()
    open_rig.settle()
    open_rig.window.come_forward(None, None)
    open_rig.settle()
    assert not open_rig.shell.isMinimized()
    assert open_rig.session is session


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_with_an_exercise_it_starts_that_one(open_rig):
    open_rig.window.come_forward("longer-out", None)
    open_rig.settle()
    assert open_rig.page.name == "Longer out"
    open_rig.window.come_forward("five-senses", None)
    open_rig.settle()
    assert open_rig.shown == "GroundPage"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_with_an_exercise_that_asks_first_it_asks_first(open_rig):
    open_rig.window.come_forward("box", None)
    open_rig.settle()
    assert open_rig.shown == "CautionPage"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_the_token_of_the_second_start_is_handed_to_qt(open_rig, monkeypatch):
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    import os

    open_rig.window.come_forward(None, "passed on")
    assert os.environ.get("XDG_ACTIVATION_TOKEN") == "passed on"


@pytest.mark.qt_log_ignore("This plugin does not support")
def test_full_screen_stays_full_screen(open_rig):
    open_rig.press(Qt.Key.Key_F11)
    open_rig.window.come_forward(None, None)
    assert open_rig.shell.isFullScreen()


# -- minimised -----------------------------------------------------------------------------------------------------


def test_minimised_there_are_no_frames_and_the_practice_ends_on_time(rig):
    rig.set(length_minutes=0.5, leave_hint_seen=True).open("even-waves")
    began_s = rig.clock.monotonic_s
    rig.shell.showMinimized()
    rig.until(lambda: not rig.shell.seen)
    fired = rig.clock.pass_by(29.0)
    assert fired <= 6 + 6
    assert rig.stage is Stage.BREATHING
    rig.clock.pass_by(1.01)
    assert rig.stage is Stage.RESTING
    assert rig.clock.monotonic_s - began_s == pytest.approx(30.01, abs=0.001)
    rig.shell.showNormal()
    rig.until(lambda: rig.shell.seen)
    rig.settle()
    assert rig.words[0] == "That was less than a minute."


# -- the application -----------------------------------------------------------------------------------------------


def test_the_application_is_named_and_outlives_its_last_window(open_rig):
    application = QApplication.instance()
    assert application.applicationName() == "steady"
    assert application.applicationDisplayName() == "Steady"
    assert not application.quitOnLastWindowClosed()
    assert open_rig.shell.windowTitle() == "Steady"


def test_the_desktops_turn_to_light_is_followed_where_colours_are_left_to_it(open_rig):
    open_rig.pass_by(2.0)
    session = open_rig.session
    DesktopWishes(open_rig.navigator).light_answered(light=True)
    open_rig.settle()
    assert open_rig.page.look.name == "dawn"
    assert open_rig.session is session
    open_rig.navigator.change(look=type(open_rig.settings.look).DUSK)
    DesktopWishes(open_rig.navigator).light_answered(light=True)
    open_rig.settle()
    assert open_rig.page.look.name == "dusk"


def test_there_is_an_icon_to_show():
    assets = assets_dir()
    assert assets is not None
    icon = _icon(assets / "icons")
    assert sorted(size.width() for size in icon.availableSizes()) == [16, 32, 48, 64, 128, 256]


def test_what_draws_svg_is_not_loaded_for_the_icon():
    script = """
import os, sys
from PySide6.QtWidgets import QApplication
from steady.store.bundled import assets_dir
from steady.ui.window import _icon
application = QApplication([])
application.setWindowIcon(_icon(assets_dir() / "icons"))
assert not application.windowIcon().pixmap(48, 48).isNull()
if os.path.exists("/proc/self/maps"):
    assert "Svg" not in open("/proc/self/maps").read()
"""
    subprocess.run([sys.executable, "-c", script], check=True, timeout=60)
