"""Whether a window can open here. No Qt: Qt ends the process where it finds no display, so it is asked before."""

# pathlib takes longer to import than a second start should last, hence os.path.
# ruff: noqa: PTH117, PTH118

import contextlib
import enum
import os
import sys
from collections.abc import Callable, Mapping
from typing import NamedTuple

from steady.display_libraries import Use, missing
from steady.display_names import candidates, needs_naming

PROBE_S = 0.25
XCB = "libxcb.so.1"
NEEDS_NO_SCREEN = ("offscreen", "minimal", "minimalegl", "vnc")
"""What Qt draws to without asking anything of the machine."""
TRY_QT = """
import resource, sys
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
from PySide6.QtGui import QGuiApplication
sys.exit(QGuiApplication(["steady"]).primaryScreen() is None)
"""
TRY_QT_S = 10.0


class Knock:
    """A connection that showed that the X server lets us in.

    Keep it until the window is gone: a server without other clients starts anew when its last one leaves, and the
    window would wait for that (9 to 27 ms under Xvfb).
    """

    def __init__(self, disconnect: Callable[[], None]) -> None:
        self.close = disconnect


class Verdict(enum.Enum):
    """What stands between here and a window."""

    OK = "ok"
    NO_DISPLAY = "no-display"
    DISPLAY_REFUSES = "display-refuses"
    MISSING_LIBRARIES = "missing-libraries"
    NO_QT = "no-qt"


class Display(NamedTuple):
    """The verdict; `missing` are the files of the libraries that this system lacks, `name` the display meant.

    Where Qt itself cannot be loaded, `name` is what it said.
    """

    verdict: Verdict
    missing: tuple[str, ...] = ()
    name: str = ""
    knock: Knock | None = None

    def close(self) -> None:
        """Let go of the display. Call it once the window is gone, or not wanted."""
        if self.knock is not None:
            self.knock.close()


def look(environ: Mapping[str, str], platform: str = sys.platform) -> Display:
    """Try the displays that Qt would try, in its order, and return the first verdict that lets a window open.

    Where none does, the verdict on the first of them. Takes a few milliseconds where the libraries have still to be
    loaded, which Qt would load next anyway.
    """
    if not needs_naming(platform):
        return Display(Verdict.OK)
    first: Display | None = None
    for candidate in candidates(environ):
        if candidate == "wayland":
            found = _look_at_wayland(environ)
        elif candidate == "xcb":
            found = _look_at_x11(environ)
        else:
            found = _look_at_other(candidate, environ)
        if found.verdict is Verdict.OK:
            return found
        first = first or found
    return first or Display(Verdict.NO_DISPLAY)


def _with_libraries(use: Use, name: str) -> Display:
    lacking = missing(use)
    return Display(Verdict.MISSING_LIBRARIES, lacking, name) if lacking else Display(Verdict.OK, (), name)


def _look_at_wayland(environ: Mapping[str, str]) -> Display:
    name = environ.get("WAYLAND_DISPLAY", "")
    if not environ.get("WAYLAND_SOCKET"):
        path = os.path.join(environ.get("XDG_RUNTIME_DIR", ""), name)
        if not os.path.isabs(path) or not _answers(path):
            return Display(Verdict.DISPLAY_REFUSES, (), name)
    return _with_libraries(Use.WAYLAND, name)


def _look_at_x11(environ: Mapping[str, str]) -> Display:
    name = environ["DISPLAY"]
    found = _with_libraries(Use.X11, name)
    try:
        knock = _knock(name)
    except OSError:
        return found  # libxcb itself cannot be loaded; it comes with those that are missing
    return found._replace(knock=knock) if knock is not None else Display(Verdict.DISPLAY_REFUSES, (), name)


def _look_at_other(kind: str, environ: Mapping[str, str]) -> Display:
    """Look at a screen without a server, or at a name that nothing has: only Qt knows, and ends the process over it."""
    found = _with_libraries(Use.DRAW, kind)
    if kind in NEEDS_NO_SCREEN or found.verdict is not Verdict.OK:
        return found
    import subprocess  # noqa: PLC0415 - hardly anyone names such a screen

    full = next(name for name in environ["QT_QPA_PLATFORM"].split(";") if name.partition(":")[0] == kind)
    try:
        done = subprocess.run(  # noqa: S603 - our own Python, and our own words
            [sys.executable, "-c", TRY_QT],
            env={**environ, "QT_QPA_PLATFORM": full},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=TRY_QT_S,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return Display(Verdict.DISPLAY_REFUSES, (), kind)
    return found if done.returncode == 0 else Display(Verdict.DISPLAY_REFUSES, (), kind)


def _answers(path: str) -> bool:
    """Whether something listens there."""
    import socket  # noqa: PLC0415 - not every command looks for a display

    with contextlib.suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as call:
        call.settimeout(PROBE_S)
        call.connect(path)
        return True
    return False


def _knock(name: str) -> Knock | None:
    """Connect as Qt will, cookie and all; None where nobody is there or nobody lets us in. OSError without libxcb."""
    import ctypes  # noqa: PLC0415 - loaded already to look for the libraries

    xcb = ctypes.CDLL(XCB)
    xcb.xcb_connect.restype = ctypes.c_void_p
    xcb.xcb_connect.argtypes = [ctypes.c_char_p, ctypes.c_void_p]
    xcb.xcb_connection_has_error.argtypes = xcb.xcb_disconnect.argtypes = [ctypes.c_void_p]
    xcb.xcb_disconnect.restype = None
    connection = xcb.xcb_connect(os.fsencode(name), None)
    knock = Knock(lambda: xcb.xcb_disconnect(connection))
    if xcb.xcb_connection_has_error(connection):
        knock.close()
        return None
    return knock
