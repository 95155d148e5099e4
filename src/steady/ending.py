"""Ends the process where a thread of ours hangs in a library that is not ours, such as a sound server's."""

import contextlib
import os
import sys
from typing import NoReturn


def end_hard(exit_code: int) -> NoReturn:
    """End now, once all that is to be kept is kept.

    Python's own end would take the library apart under the thread that hangs in it: PortAudio waits for ever then, or
    ends with a segmentation fault.
    """
    for stream in (sys.stdout, sys.stderr):
        with contextlib.suppress(OSError):  # its reader has left
            stream.flush()
    os._exit(exit_code)
