"""What holds for every test: no screen, no real home, no network, and nothing left behind.

It loads without Qt, since the core's tests run where there is none.
"""

import gc
import importlib.util
import logging
import os
import socket
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

HAS_QT = importlib.util.find_spec("PySide6") is not None
LINGER_S = 20.0
"""How long a thread that was told to end may take to, on the busiest machine; none is waited for in full."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """Know pytest-qt's options where it is not installed: in the core's own environment they mean nothing."""
    if importlib.util.find_spec("pytestqt") is None:
        for name in ("qt_api", "qt_qapp_name", "qt_log_level_fail", "qt_log_ignore"):
            parser.addini(name, "pytest-qt's", type="linelist")


def pytest_collection_finish() -> None:
    """Look through what the collected tests are made of no more when memory is tidied up: it stays to the end."""
    gc.collect()
    gc.freeze()


@pytest.fixture(autouse=True)
def _own_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Nothing reads or writes the home of whoever runs the tests."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("USERPROFILE", str(home))
    monkeypatch.setenv("STEADY_DATA_DIR", str(tmp_path / "data"))
    for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        monkeypatch.setenv(variable, str(home / variable.lower()))
    # A socket's path must stay below 108 bytes, which pytest's own folders may not.
    with tempfile.TemporaryDirectory(prefix="st-") as runtime:
        monkeypatch.setenv("XDG_RUNTIME_DIR", runtime)
        yield


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Steady opens no network connection, and neither does a test of it."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        assert self.family not in (socket.AF_INET, socket.AF_INET6), f"a connection to {address} was tried"
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


class _Loud(logging.Handler):
    """Keeps what is logged as a warning or worse."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.name}: {record.getMessage()}")


@pytest.fixture(autouse=True)
def _no_unexpected_warning_in_the_log(request: pytest.FixtureRequest) -> Iterator[None]:
    """A warning in the log fails the test, unless the test asks for `caplog` and so looks at the log itself."""
    loud = _Loud()
    logging.getLogger().addHandler(loud)
    yield
    logging.getLogger().removeHandler(loud)
    if "caplog" not in request.fixturenames:
        assert not loud.lines, f"logged, and not expected: {loud.lines}"


@pytest.fixture(autouse=True)
def _no_thread_left_running() -> Iterator[None]:
    """A thread that a test started has ended after it."""
    before = set(threading.enumerate())
    yield
    for thread in set(threading.enumerate()) - before:
        if type(thread).__name__ == "_DummyThread":  # Python's name for a thread of Qt's that once ran Python
            continue
        thread.join(LINGER_S)
        assert not thread.is_alive(), f"left running: {thread}"


@pytest.fixture(autouse=True)
def _nothing_of_qt_left_running(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """No window is left open and no timer or animation ticking."""
    if not HAS_QT:
        yield
        return
    from PySide6.QtCore import QAbstractAnimation, QCoreApplication, QEvent, QTimer
    from shiboken6 import isValid

    started: list[object] = []
    for kind in (QTimer, QAbstractAnimation):
        monkeypatch.setattr(kind, "start", _remembering(kind.start, started))
    yield
    application = QCoreApplication.instance()
    if application is None:
        return
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    ticking = [thing for thing in started if isValid(thing) and _ticks(thing)]
    assert not ticking, f"left ticking: {[describe(thing) for thing in ticking]}"
    shown = [window for window in getattr(application, "topLevelWidgets", list)() if window.isVisible()]
    assert not shown, f"left open: {[describe(window) for window in shown]}"


def _remembering(start, started: list[object]):
    def remember(self, *arguments, **options):
        started.append(self)
        return start(self, *arguments, **options)

    return remember


def _ticks(thing) -> bool:
    if hasattr(thing, "isActive"):
        return thing.isActive()
    return thing.state() == thing.State.Running


def describe(thing) -> str:
    owner = thing.parent()
    return f"{type(thing).__name__}({thing.objectName()}) of {type(owner).__name__}"
