"""Fixtures of the terminal's tests."""

import pytest
from tests.clock import ManualClock
from tests.memory_log import MemoryLog
from tests.terminal.people import Passing


@pytest.fixture
def clock():
    return ManualClock()


@pytest.fixture
def log():
    return MemoryLog()


@pytest.fixture
def passing(clock):
    return Passing(clock)
