"""Names for rows: UUIDs of version 7 (RFC 9562), which sort by the time they were made.

Written out here because the uuid6 package reads its own metadata when imported, which costs more than the whole of
our core, before the first breath.
"""

import os
import threading
import time

_lock = threading.Lock()
_last_ms = 0


def new_id() -> str:
    """Return a new id, later in order than any this process made before. Any thread may ask."""
    global _last_ms  # noqa: PLW0603 - the order of ids belongs to the process
    with _lock:
        _last_ms = now_ms = max(time.time_ns() // 1_000_000, _last_ms + 1)
    random = int.from_bytes(os.urandom(10), "big")
    version, variant = 0x7 << 76, 0b10 << 62
    number = (now_ms << 80) | version | ((random >> 68) << 64) | variant | (random & ((1 << 62) - 1))
    digits = f"{number:032x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
