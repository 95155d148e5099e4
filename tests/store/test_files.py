import errno
import os
import stat
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

from steady.core.errors import Fault
from steady.store import files
from steady.store.files import TooLarge, fault_of, move_aside, read_small, write_private

needs_links = pytest.mark.skipif(sys.platform == "win32", reason="links are for administrators there")
NOW = datetime(2026, 11, 22, 21, 7, tzinfo=UTC)


def mode(path):
    return stat.S_IMODE(path.stat().st_mode)


@pytest.mark.parametrize("umask", [0o000, 0o277])
def test_a_written_file_is_private_whatever_the_umask_and_whatever_was_there(folder, umask):
    target = folder / "settings.json"
    target.write_text("old")
    target.chmod(0o644)
    before = os.umask(umask)
    try:
        write_private(target, b"new")
    finally:
        os.umask(before)
    assert target.read_bytes() == b"new"
    assert mode(target) == 0o600


def test_a_write_that_fails_leaves_nothing_behind(folder):
    (folder / "inner").mkdir()
    (folder / "inner" / "kept").write_text("kept")
    with pytest.raises(OSError, match="inner"):
        write_private(folder / "inner", b"new")
    assert [path.name for path in folder.iterdir()] == ["inner"]


@needs_links
@pytest.mark.parametrize("before", [b"what was there", None], ids=["file", "nothing yet"])
def test_what_a_link_leads_to_is_written_and_the_link_stays(folder, before):
    real, link = folder / "elsewhere" / "real.json", folder / "link.json"
    real.parent.mkdir()
    if before is not None:
        real.write_bytes(before)
        real.chmod(0o644)
    (folder / "way.json").symlink_to(real)
    link.symlink_to("way.json")
    write_private(link, b"new")
    assert real.read_bytes() == b"new"
    assert stat.S_IMODE(real.lstat().st_mode) == 0o600
    assert link.readlink() == Path("way.json")
    assert (folder / "way.json").readlink() == real
    assert sorted(path.name for path in folder.rglob("*") if not path.is_symlink()) == ["elsewhere", "real.json"]


@needs_links
def test_a_write_that_fails_behind_a_link_leaves_what_was_there(folder, monkeypatch):
    real, link = folder / "real.json", folder / "link.json"
    real.write_bytes(b"what was there")
    link.symlink_to(real)
    monkeypatch.setattr(os, "fsync", lambda _descriptor: (_ for _ in ()).throw(OSError(errno.ENOSPC, "full")))
    with pytest.raises(OSError, match="full"):
        write_private(link, b"new")
    assert real.read_bytes() == b"what was there"
    assert sorted(path.name for path in folder.iterdir()) == ["link.json", "real.json"]


@needs_links
def test_links_that_lead_round_are_an_error_and_stay(folder):
    (folder / "a").symlink_to("b")
    (folder / "b").symlink_to("a")
    with pytest.raises(OSError, match=os.strerror(errno.ELOOP)):
        write_private(folder / "a", b"new")
    assert (folder / "a").is_symlink()


def test_a_byte_order_mark_is_taken_off(folder):
    (folder / "file").write_bytes(b"\xef\xbb\xbfwords")
    assert read_small(folder / "file", 100) == b"words"


def test_a_file_of_exactly_the_limit_is_read_and_one_byte_more_is_not(folder):
    (folder / "file").write_bytes(b"x" * 100)
    assert len(read_small(folder / "file", 100)) == 100
    with pytest.raises(TooLarge):
        read_small(folder / "file", 99)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among files")
def test_a_pipe_is_refused_rather_than_waited_for(folder):
    os.mkfifo(folder / "pipe")
    with pytest.raises(OSError, match="Invalid"):
        read_small(folder / "pipe", 100)


def test_files_moved_aside_in_one_minute_are_all_kept(folder):
    bad = folder / "settings.json"
    for words in ("first", "second", "third"):
        bad.write_text(words)
        move_aside(bad, NOW)
    kept = {path.name: path.read_text() for path in folder.iterdir()}
    assert kept == {
        "settings-corrupt-2026-11-22T2107.json": "first",
        "settings-corrupt-2026-11-22T2107-2.json": "second",
        "settings-corrupt-2026-11-22T2107-3.json": "third",
    }


@pytest.mark.parametrize(
    ("number", "fault"),
    [
        (errno.ENOSPC, Fault.DISK_FULL),
        (errno.EROFS, Fault.READ_ONLY),
        (errno.EACCES, Fault.READ_ONLY),
        (errno.ENOTDIR, Fault.LOG_UNREADABLE),
    ],
)
def test_what_the_disk_says_becomes_the_fault_that_it_means(number, fault):
    assert fault_of(OSError(number, "")) is fault


def test_what_a_crash_left_half_written_is_swept_a_day_later(folder):
    long_ago_s = time.time() - 2 * files.ABANDONED_AFTER_S
    old, old_side, fresh, other = (
        folder / name for name in (".steady-1.tmp", ".steady-1.tmp-wal", ".steady-2.tmp", "steady.db")
    )
    for path in (old, old_side, fresh, other):
        path.write_text("half")
    for path in (old, old_side, other):
        os.utime(path, (long_ago_s, long_ago_s))
    files.sweep_asides(folder)
    assert sorted(folder.iterdir()) == sorted([fresh, other])
    files.sweep_asides(folder / "missing")
