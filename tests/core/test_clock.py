import itertools
import sys
import time

import pytest
from tests.clock import ManualClock

from steady.core.clock import Reading, SleepWatch, SystemClock, process_age_ms


def test_a_machine_that_stays_awake_has_not_slept():
    watch = SleepWatch(Reading(100.0, 150.0))

    assert not watch.slept(Reading(4000.0, 4050.0))


def test_a_sleep_is_noticed_once():
    clock = ManualClock()
    watch = SleepWatch(clock.read())

    clock.advance(3.0)
    clock.sleep(40.0)

    assert watch.slept(clock.read())
    assert not watch.slept(clock.read())


def test_two_sleeps_are_noticed_one_by_one():
    clock = ManualClock()
    watch = SleepWatch(clock.read())
    seen = []
    for _ in range(2):
        clock.sleep(5.0)
        seen.append(watch.slept(clock.read()))
        clock.advance(1.0)
        seen.append(watch.slept(clock.read()))

    assert seen == [True, False, True, False]


def test_the_jitter_of_two_readings_is_no_sleep():
    watch = SleepWatch(Reading(100.0, 150.0))

    assert not watch.slept(Reading(101.0, 151.9))
    assert not watch.slept(Reading(102.0, 152.0))


def test_a_step_of_the_wall_clock_is_no_sleep():
    clock = ManualClock()
    watch = SleepWatch(clock.read())

    clock.step_wall(86_400.0)

    assert not watch.slept(clock.read())


def test_the_machines_own_clocks_only_run_forward():
    clock = SystemClock()
    readings = [clock.read() for _ in range(1000)]

    assert all(a.monotonic_s <= b.monotonic_s for a, b in itertools.pairwise(readings))
    assert all(a.boot_s <= b.boot_s for a, b in itertools.pairwise(readings))


def test_the_wall_time_carries_its_offset():
    assert SystemClock().now().utcoffset() is not None


@pytest.mark.skipif(not hasattr(time, "CLOCK_BOOTTIME"), reason="only Linux says when it booted")
def test_on_linux_boot_time_counts_at_least_what_monotonic_time_counts():
    reading = SystemClock().read()

    assert reading.boot_s >= reading.monotonic_s - 0.001


def test_a_process_grows_older():
    ages_ms = [process_age_ms() for _ in range(1000)]

    assert ages_ms == sorted(ages_ms)
    assert 0.0 < ages_ms[0] < ages_ms[-1]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the age is counted from the import")
def test_on_linux_a_process_is_as_old_as_its_start_not_as_its_import():
    import subprocess

    asked_s = time.monotonic()
    code = "import time; from steady.core.clock import process_age_ms; print(process_age_ms())"
    child = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    whole_ms = (time.monotonic() - asked_s) * 1000

    age_ms = float(child.stdout)
    assert 1.0 < age_ms < whole_ms + 20.0
