"""The crash hook: once a kind, without a private word, and it never makes things worse."""

import sys
import threading

import pytest

from steady.ui.crash import MOST_REPORTS, CrashHook

PRIVATE = "what I wrote to them"


class Hooked:
    def __init__(self) -> None:
        self.saved: list[tuple[type, object, str]] = []
        self.told = 0
        self.left = 0
        self.hook = CrashHook(self._save, self._tell, self._leave)

    def _save(self, *what) -> None:
        self.saved.append(what)

    def _tell(self) -> None:
        self.told += 1

    def _leave(self) -> None:
        self.left += 1

    def catch(self, broken, *arguments) -> None:
        try:
            broken(*arguments)
        except BaseException:  # noqa: BLE001 - as Python's own hook does
            self.hook.caught(*sys.exc_info())


@pytest.fixture
def hooked():
    return Hooked()


@pytest.fixture
def installed(hooked, monkeypatch):
    for module, name in ((sys, "excepthook"), (threading, "excepthook"), (sys, "unraisablehook")):
        monkeypatch.setattr(module, name, getattr(module, name))
    hooked.hook.install()
    return hooked


def broken() -> None:
    raise ValueError(PRIVATE)


def broken_elsewhere() -> None:
    raise ValueError(PRIVATE)


def test_a_bug_is_noted_and_told(hooked):
    hooked.catch(broken)
    ((kind, traceback, where),) = hooked.saved
    assert (kind, where, hooked.told) == (ValueError, "in the window", 1)
    assert traceback is not None


def test_what_is_noted_never_holds_the_message(hooked):
    hooked.catch(broken)
    assert not any(isinstance(part, BaseException) or part == PRIVATE for part in hooked.saved[0])


def test_the_same_bug_a_frame_later_is_not_noted_again(hooked):
    for _ in range(100):
        hooked.catch(broken)
    assert (len(hooked.saved), hooked.told) == (1, 1)


def test_another_place_or_another_type_is_another_bug(hooked):
    def other_type() -> None:
        raise KeyError(PRIVATE)

    for one in (broken, broken_elsewhere, other_type, broken):
        hooked.catch(one)
    assert [kind for kind, _, _ in hooked.saved] == [ValueError, ValueError, KeyError]


def test_a_run_that_fails_everywhere_says_enough_and_no_more(hooked):
    for at in range(2 * MOST_REPORTS):
        scope: dict[str, object] = {}
        exec(compile("\n" * at + "def fails(): raise ValueError", f"made-{at}", "exec"), scope)  # noqa: S102
        hooked.catch(scope["fails"])
    assert len(hooked.saved) == MOST_REPORTS


def test_ctrl_c_leaves_and_is_no_bug(hooked):
    hooked.hook.caught(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert (hooked.left, hooked.saved, hooked.told) == (1, [], 0)


def test_an_exit_is_no_bug(hooked):
    hooked.hook.caught(SystemExit, SystemExit(0), None)
    assert (hooked.left, hooked.saved, hooked.told) == (0, [], 0)


def test_a_hook_that_fails_itself_does_not_call_itself(hooked):
    def save(*_what) -> None:
        hooked.hook.caught(OSError, OSError(), None)
        raise OSError(PRIVATE)

    hooked.hook._save = save
    with pytest.raises(OSError, match=PRIVATE):
        hooked.hook.caught(ValueError, ValueError(), None)
    assert hooked.told == 0
    hooked.hook._save = hooked._save
    hooked.catch(broken)
    assert len(hooked.saved) == 1


def test_two_threads_that_fail_at_once_are_both_noted(hooked):
    second = threading.Thread(target=lambda: hooked.catch(broken_elsewhere))

    def save(*what) -> None:
        hooked.saved.append(what)
        if len(hooked.saved) == 1:
            second.start()  # the other one fails while this one is being noted

    hooked.hook._save = save
    hooked.catch(broken)
    second.join()
    assert len(hooked.saved) == hooked.told == 2


def test_a_bug_in_a_thread_is_caught_too(installed):
    thread = threading.Thread(target=broken)
    thread.start()
    thread.join()
    ((kind, _, where),) = installed.saved
    assert (kind, where) == (ValueError, "in a thread")


def test_a_bug_that_python_cannot_raise_is_caught_too(installed):
    class Broken:
        def __del__(self) -> None:
            broken()

    Broken()
    ((kind, _, where),) = installed.saved
    assert (kind, where) == (ValueError, "where it could not be raised")


def test_a_bug_without_a_traceback_is_noted(hooked):
    hooked.hook.caught(ValueError, None, None)
    assert len(hooked.saved) == 1
