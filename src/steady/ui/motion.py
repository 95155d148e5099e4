"""Does the desktop ask for less motion? Asked after the first frame; nothing blocks, and no answer is no answer."""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess

Answer = Callable[[bool], None]
"""Called with True where less motion is wanted, once or again whenever that changes."""

MAC_QUESTION = ("/usr/bin/defaults", "read", "com.apple.universalaccess", "reduceMotion")
SPI_GETCLIENTAREAANIMATION = 0x1042
"""Windows: whether animations inside windows are on."""


def ask_reduced_motion(answer: Answer, parent: QObject) -> None:
    """Ask the desktop whether motion is to be reduced, as long as `parent` lives.

    On Linux later changes are answered too. Where the desktop says nothing, `answer` is never called.
    """
    if sys.platform == "win32":
        _ask_windows(answer)
    elif sys.platform == "darwin":
        ask_program(MAC_QUESTION, answer, parent)
    elif session_bus_is_there(os.environ):
        from steady.ui.motion_portal import MotionPortal  # noqa: PLC0415 - QtDBus is not for before the first frame

        MotionPortal(answer, parent).ask()


def session_bus_is_there(environ: Mapping[str, str]) -> bool:
    """Whether there is a session bus to ask; without one, libdbus would try to start its own."""
    if environ.get("DBUS_SESSION_BUS_ADDRESS"):
        return True
    runtime = environ.get("XDG_RUNTIME_DIR")
    return bool(runtime) and Path(str(runtime), "bus").exists()


def ask_program(command: Sequence[str], answer: Answer, parent: QObject) -> None:
    """Run a program that prints 1 where motion is to be reduced and 0 where not; anything else is no answer."""
    process = QProcess(parent)

    def finished() -> None:
        said = bytes(process.readAllStandardOutput().data()).decode(errors="replace").strip()
        process.deleteLater()
        if said in ("0", "1"):
            answer(said == "1")

    def failed(error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            process.deleteLater()

    process.finished.connect(finished)
    process.errorOccurred.connect(failed)
    process.start(command[0], list(command[1:]))


def _ask_windows(answer: Answer) -> None:
    import ctypes  # noqa: PLC0415 - only Windows needs it

    animated = ctypes.c_int(1)
    # WORKAROUND: `windll` exists on Windows only, so it is looked up by name for type checkers elsewhere.
    ask = getattr(ctypes, "windll").user32.SystemParametersInfoW  # noqa: B009 - as above
    if ask(SPI_GETCLIENTAREAANIMATION, 0, ctypes.byref(animated), 0):
        answer(not animated.value)
