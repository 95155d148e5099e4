import os
import stat
import sys

import pytest

from steady.store.locks import Lock

needs_posix = pytest.mark.skipif(sys.platform == "win32", reason="there an open file cannot be removed")


@pytest.fixture
def path(tmp_path):
    return tmp_path / "a.lock"


def test_a_lock_is_held_by_one_at_a_time(path):
    one, other = Lock(path), Lock(path)
    assert one.hold()
    assert one.hold()
    assert not other.hold()
    one.release()
    assert other.hold()
    other.release()


def test_a_lock_let_go_leaves_no_file(path):
    lock = Lock(path)
    lock.hold()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    lock.release()
    assert not path.exists()
    lock.release()


def test_without_create_a_missing_file_is_told(path):
    with pytest.raises(FileNotFoundError):
        Lock(path).hold(create=False)
    assert not path.exists()


@needs_posix
def test_a_lock_on_a_file_that_was_swept_away_holds_nothing_and_is_taken_anew(path):
    lock, other = Lock(path), Lock(path)
    lock.hold()
    path.unlink()
    assert lock.hold()
    assert path.exists()
    assert not other.hold()
    lock.release()


@needs_posix
def test_a_file_swept_away_between_opening_and_locking_is_opened_anew(path, monkeypatch):
    # The race itself: the first descriptor that is locked leads to a file that is no longer there.
    opened = []
    real_open = os.open

    def open_and_sweep(*arguments):
        descriptor = real_open(*arguments)
        opened.append(descriptor)
        if len(opened) == 1:
            path.unlink()
        return descriptor

    monkeypatch.setattr(os, "open", open_and_sweep)
    lock = Lock(path)
    assert lock.hold()
    monkeypatch.undo()
    assert len(opened) == 2
    assert not Lock(path).hold()
    lock.release()


def test_whether_a_lock_is_free_is_seen_without_making_taking_or_sweeping_it(path):
    lock, asking = Lock(path), Lock(path)
    assert asking.is_free()
    assert not path.exists()
    lock.hold()
    assert not asking.is_free()
    path.with_name("b.lock").touch()
    assert Lock(path.with_name("b.lock")).is_free()
    assert path.with_name("b.lock").exists()
    lock.release()
    assert lock.hold()
    lock.release()
