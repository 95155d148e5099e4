"""A locked screen, as a Linux desktop says it over D-Bus."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QObject

from steady.ui import screen_lock
from steady.ui.screen_lock_bus import SAVERS, ScreenLock, session_path


@pytest.fixture
def told() -> list[bool]:
    return []


@pytest.fixture
def lock(qtbot, told) -> ScreenLock:
    return ScreenLock(told.append, QObject())


def test_it_says_each_change_once_however_often_it_hears_it(lock, told):
    lock.saver_changed(True)
    lock.heed_lock()
    lock.heed_unlock()
    lock.saver_changed(False)
    assert told == [True, False]


@pytest.mark.parametrize(("session", "path"), [("2", "_32"), ("c1", "c1"), ("42", "_342"), ("a-b", "a_2db")])
def test_a_session_is_found_where_logind_keeps_it(session, path):
    assert session_path(session) == f"/org/freedesktop/login1/session/{path}"


def test_elsewhere_nothing_is_said_and_nothing_is_asked(monkeypatch, told):
    monkeypatch.setattr(screen_lock.sys, "platform", "win32")
    screen_lock.watch_lock(told.append, QObject())
    assert told == []


HEAR = """
import sys
from PySide6.QtCore import QCoreApplication, QObject, QTimer
from PySide6.QtDBus import QDBusConnection, QDBusMessage
from steady.ui.screen_lock_bus import ScreenLock
application, parent = QCoreApplication([]), QObject()
def heard(locked):
    print(locked, flush=True)
    if not locked:
        application.quit()
ScreenLock(heard, parent).listen(session=True)
def say(active):
    message = QDBusMessage.createSignal(sys.argv[1], sys.argv[2], "ActiveChanged")
    message.setArguments([active])
    QDBusConnection.sessionBus().send(message)
QTimer.singleShot(0, lambda: (say(True), say(False)))
QTimer.singleShot(15_000, application.quit)
application.exec()
"""


@pytest.mark.parametrize(("path", "name"), [SAVERS[0], SAVERS[2]])
def test_it_hears_a_screen_saver_on_a_real_bus(path, name):
    from shutil import which

    runner = which("dbus-run-session")
    if runner is None:
        pytest.skip("there is no dbus-run-session here to start a bus with")
    command = [runner, "--", sys.executable, "-c", HEAR, path, name]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["True", "False"]
