"""Signals as wishes: they end a wait, and are as before afterwards."""

import signal

import pytest

from steady.terminal.signals import Signals


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_a_signal_to_leave_ends_the_wait_and_is_remembered(name):
    went_on = []

    def wait():
        signal.raise_signal(getattr(signal, name))
        went_on.append("waited to its end")

    with Signals() as signals:
        assert signals.wait(wait) is None
        assert signals.leaving
        assert signals.wait(lambda: went_on.append("waited again")) is None
    assert went_on == []


def test_outside_a_wait_a_signal_tears_nothing_apart():
    with Signals() as signals:
        signal.raise_signal(signal.SIGINT)
        signal.raise_signal(signal.SIGINT)
        assert signals.leaving


def test_a_resize_ends_a_wait_and_nothing_else():
    with Signals(for_screen=True) as signals:
        assert signals.wait(lambda: signal.raise_signal(signal.SIGWINCH)) is None
        assert not signals.leaving
        assert signals.wait(lambda: "a key") == "a key"


def test_afterwards_all_is_as_it_was():
    before = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGWINCH, signal.SIGTSTP)]
    with Signals(for_screen=True):
        assert signal.getsignal(signal.SIGINT) != before[0]
    after = [signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGWINCH, signal.SIGTSTP)]
    assert after == before


def test_a_signal_that_was_ignored_stays_ignored():
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)
    try:
        with Signals() as signals:
            signal.raise_signal(signal.SIGHUP)
            assert not signals.leaving
    finally:
        signal.signal(signal.SIGHUP, before)
