"""Is the screen locked? Asked once there is sound to silence; nothing blocks, and no answer is no answer."""

import os
import sys
from collections.abc import Callable

from PySide6.QtCore import QObject

from steady.ui.motion import session_bus_is_there


def watch_lock(answer: Callable[[bool], None], parent: QObject) -> None:
    """Call `answer` whenever the screen is locked or unlocked, as long as `parent` lives, where the desktop says so."""
    if sys.platform in ("win32", "darwin"):
        return  # neither tells a program in a way that Qt passes on
    from steady.ui.screen_lock_bus import ScreenLock  # noqa: PLC0415 - QtDBus is not to be loaded before it is needed

    ScreenLock(answer, parent).listen(session=session_bus_is_there(os.environ))
