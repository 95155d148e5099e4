"""Faults on their way to a quiet line."""

from steady.core.errors import Fault
from steady.terminal.whispers import Whispers
from steady.texts.faults import FaultText


def test_each_fault_is_said_once_in_the_order_it_came():
    whispers = Whispers()
    for fault in (Fault.DISK_FULL, Fault.LOG_LOCKED, Fault.DISK_FULL):
        whispers.tell(fault)
    assert whispers.take() == FaultText.DISK_FULL
    assert whispers.take() == FaultText.LOG_LOCKED
    assert whispers.take() is None
    whispers.tell(Fault.LOG_LOCKED)
    assert whispers.take() is None


def test_what_passes_and_comes_again_is_said_each_time():
    whispers = Whispers()
    for _ in range(2):
        whispers.tell(Fault.SOUND_LOST)
        assert whispers.take() == FaultText.SOUND_LOST
        assert whispers.take() is None
