"""Files as a private person keeps them: mode 600 in folders of mode 700, written aside and then put in place.

A umask can only take bits away, and an odd one could lock us out of our own files, so modes are set, not hoped for.
"""

import contextlib
import errno
import os
import stat
import time
from datetime import datetime
from pathlib import Path

from steady.core.errors import Fault

FILE_MODE = 0o600
FOLDER_MODE = 0o700
ABANDONED_AFTER_S = 24 * 3600.0
BOM = b"\xef\xbb\xbf"

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}
_FORBIDDEN = {errno.EROFS, errno.EACCES, errno.EPERM}
_ONLY_IF_NEW = os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_NEVER_WAIT = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)


class TooLarge(ValueError):
    """A file is larger than anything we would read."""


def fault_of(error: OSError) -> Fault:
    """Return what a failed call to the disk means for the log."""
    if error.errno in _FULL:
        return Fault.DISK_FULL
    return Fault.READ_ONLY if error.errno in _FORBIDDEN else Fault.LOG_UNREADABLE


def make_private_dir(path: Path) -> None:
    """Make a folder, and the missing ones above it, for this person only. One that is there stays as it is.

    Raises OSError.
    """
    missing = []
    for folder in (path, *path.parents):
        if folder.exists():
            break
        missing.append(folder)
    for folder in reversed(missing):
        folder.mkdir(mode=FOLDER_MODE, exist_ok=True)
        folder.chmod(FOLDER_MODE)
    if not path.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(path))


def create_private(path: Path) -> int:
    """Create a file that was not there, for this person only, and return its descriptor. Raises OSError."""
    descriptor = os.open(path, os.O_RDWR | _ONLY_IF_NEW, FILE_MODE)
    path.chmod(FILE_MODE)
    return descriptor


def read_small(path: Path, limit_bytes: int) -> bytes:
    """Return a regular file's bytes; a pipe or a device is not even opened. Never reads more than the limit.

    Raises OSError, or TooLarge.
    """
    _check_regular(path, path.stat())
    with os.fdopen(os.open(path, os.O_RDONLY | _NEVER_WAIT), "rb", buffering=0) as file:
        _check_regular(path, os.fstat(file.fileno()))  # it may have been another file a moment ago
        parts: list[bytes] = []
        room = limit_bytes
        while room and (part := file.read(room)):
            parts.append(part)
            room -= len(part)
        if not room and os.fstat(file.fileno()).st_size > limit_bytes:
            raise TooLarge(path.name)
    return b"".join(parts).removeprefix(BOM)


def _check_regular(path: Path, found: os.stat_result) -> None:
    if not stat.S_ISREG(found.st_mode):
        raise OSError(errno.EINVAL, os.strerror(errno.EINVAL), str(path))


def aside_of(path: Path) -> Path:
    """Return a name for what is written beside that file before it takes its place."""
    return path.with_name(f".steady-{os.urandom(6).hex()}.tmp")


def sweep_asides(folder: Path) -> None:
    """Delete what a crash left half written in that folder, a day later: whoever still writes is done by then."""
    before_s = time.time() - ABANDONED_AFTER_S
    with contextlib.suppress(OSError):  # another process may be sweeping too
        for aside in folder.glob(".steady-*.tmp*"):
            if aside.stat().st_mtime < before_s:
                aside.unlink(missing_ok=True)


def led_to(path: Path) -> Path:
    """Return where a path leads: what a link leads to is written, and the link stays. Raises OSError for a circle."""
    found = Path(os.path.realpath(path))
    if found.is_symlink():
        raise OSError(errno.ELOOP, os.strerror(errno.ELOOP), str(path))
    return found


def write_private(path: Path, data: bytes) -> None:
    """Put these bytes in that file's place, whole or not at all. Raises OSError, and then nothing has changed.

    Where the path is a link, what it leads to is that file.
    """
    path = led_to(path)
    aside = aside_of(path)
    with os.fdopen(create_private(aside), "wb") as file:
        try:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        except OSError:
            aside.unlink(missing_ok=True)
            raise
    try:
        aside.replace(path)
    except OSError:
        aside.unlink(missing_ok=True)
        raise


def reserve(folder: Path, stem: str, suffix: str, now: datetime) -> Path:
    """Return a new empty file named with this minute, never one that was there. Raises OSError."""
    dated = f"{stem}-{now:%Y-%m-%dT%H%M}"
    for number in range(1, 1000):
        path = folder / (f"{dated}{suffix}" if number == 1 else f"{dated}-{number}{suffix}")
        try:
            os.close(create_private(path))
        except FileExistsError:
            continue
        return path
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), dated)


def move_aside(path: Path, now: datetime) -> Path:
    """Give a bad file a name with its date, and return it. Nothing is deleted or overwritten. Raises OSError."""
    kept = reserve(path.parent, f"{path.stem}-corrupt", path.suffix, now)
    try:
        path.replace(kept)
    except OSError:
        kept.unlink(missing_ok=True)
        raise
    return kept
