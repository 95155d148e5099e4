"""A wish to leave that comes while a window is being made: it is kept, and tears nothing apart."""

import os
import signal

import pytest

from steady.early_signals import EarlySignals

pytestmark = pytest.mark.skipif(os.name != "posix", reason="Windows has no such signals")


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_a_signal_is_kept_until_it_is_asked_for(number):
    with EarlySignals() as signals:
        signals.check()
        signal.raise_signal(number)
        assert signals.wanted
        with pytest.raises(KeyboardInterrupt):
            signals.check()


def test_afterwards_everything_is_as_it_was():
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    with EarlySignals():
        assert all(signal.getsignal(number) != was for number, was in before.items())
    assert {number: signal.getsignal(number) for number in before} == before


def test_what_the_window_listens_with_stays_until_the_process_is_gone():
    before = signal.getsignal(signal.SIGINT)
    try:
        with EarlySignals():
            signal.signal(signal.SIGINT, _nothing_left_to_do)
        assert signal.getsignal(signal.SIGINT) is _nothing_left_to_do
    finally:
        signal.signal(signal.SIGINT, before)


def _nothing_left_to_do(_number: int, _frame: object) -> None:
    """Stand in for the window's own."""


def test_what_is_ignored_stays_so():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with EarlySignals() as signals:
            signal.raise_signal(signal.SIGHUP)
            assert not signals.wanted
        assert signal.getsignal(signal.SIGHUP) is signal.SIG_IGN
    finally:
        signal.signal(signal.SIGHUP, before)


def test_once_there_is_a_window_it_is_left():
    left = []
    with EarlySignals() as signals:
        signals.leave_by(lambda: left.append("now"))
        assert left == []
        signal.raise_signal(signal.SIGINT)
    assert left == ["now"]


def test_what_came_before_there_was_a_window_leaves_it_too():
    left = []
    with EarlySignals() as signals:
        signal.raise_signal(signal.SIGTERM)
        signals.leave_by(lambda: left.append("late"))
    assert left == ["late"]
