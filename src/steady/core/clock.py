"""The machine's clocks: one that runs while the machine is awake, one that runs in its sleep too, and the wall's.

Linux's and macOS's `time.monotonic` stand still in sleep; Windows's does not, so there the unbiased clock is asked.
"""

import os
import sys
import time
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple


class Reading(NamedTuple):
    """One reading of both clocks, in seconds: `monotonic_s` stands still in sleep, `boot_s` runs on."""

    monotonic_s: float
    boot_s: float


def _windows_reader() -> Callable[[], Reading]:
    import ctypes  # noqa: PLC0415 - only Windows needs it

    unbiased = ctypes.c_ulonglong()
    # WORKAROUND: `windll` exists on Windows only, so it is looked up by name for type checkers elsewhere.
    query = getattr(ctypes, "windll").kernelbase.QueryUnbiasedInterruptTimePrecise  # noqa: B009

    def read() -> Reading:
        query(ctypes.byref(unbiased))
        return Reading(unbiased.value / 1e7, time.monotonic())

    return read


def _posix_reader() -> Callable[[], Reading]:
    boot_clock = getattr(time, "CLOCK_BOOTTIME", None)  # Linux
    if boot_clock is None:
        boot_clock = getattr(time, "CLOCK_MONOTONIC", None)  # on macOS this one counts sleep
    if boot_clock is None:
        return lambda: Reading(time.monotonic(), time.monotonic())
    clock_id: int = boot_clock
    return lambda: Reading(time.monotonic(), time.clock_gettime(clock_id))


_loaded_s = time.monotonic()


def process_age_ms() -> float:
    """Return the milliseconds since this process started; where the system does not say, since this file was loaded.

    Linux counts a process's start in ticks of 10 ms since boot.
    """
    boot_clock = getattr(time, "CLOCK_BOOTTIME", None)
    if boot_clock is None or not sys.platform.startswith("linux"):
        return (time.monotonic() - _loaded_s) * 1000.0
    with open("/proc/self/stat", "rb") as file:  # noqa: PTH123 - pathlib costs the first frame more than this does
        fields = file.read().rpartition(b")")[2].split()
    started_s = int(fields[19]) / os.sysconf("SC_CLK_TCK")
    return (time.clock_gettime(boot_clock) - started_s) * 1000.0


class SystemClock:
    """The clocks of this machine."""

    def __init__(self) -> None:
        self.read = _windows_reader() if sys.platform == "win32" else _posix_reader()

    def now(self) -> datetime:
        """Return the wall time here, with its offset."""
        return datetime.now().astimezone()


class SleepWatch:
    """Notices that the machine slept: the gap between the two clocks grew."""

    GAP_S = 1.0

    def __init__(self, first: Reading) -> None:
        self._gap_s = first.boot_s - first.monotonic_s

    def slept(self, reading: Reading) -> bool:
        """Whether the machine slept between the last reading and this one."""
        gap_s = reading.boot_s - reading.monotonic_s
        grew, self._gap_s = gap_s - self._gap_s > self.GAP_S, gap_s
        return grew
