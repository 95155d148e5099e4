"""The settings, in one small file: read before the first frame, written by a thread so that nothing waits for a disk.

Names in the file that we do not know are kept as they are: a newer Steady may have put them there.
"""

import contextlib
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec

from steady.core.errors import Fault
from steady.core.settings import Settings
from steady.store.files import TooLarge, make_private_dir, move_aside, read_small, write_private

LIMIT_BYTES = 1 << 20
NAMES = frozenset(Settings.__struct_fields__)


class FilePreferences:
    """Settings that are kept in a file.

    `on_fault` is called by the constructor on its caller's thread, and by later writes on a thread of their own.
    """

    def __init__(self, path: Path, on_fault: Callable[[Fault], None]) -> None:
        self._path = path
        self._on_fault = on_fault
        self._idle = threading.Condition()
        self._changed: set[str] = set()
        self._is_unsaved = False
        self._has_failed = False
        self._told_unreadable = False
        self._writer: threading.Thread | None = None
        self._settings = msgspec.convert(self._read() or {}, Settings)

    @property
    def settings(self) -> Settings:
        """The settings as they are now."""
        return self._settings

    def change(self, **changes: object) -> Settings:
        """Change settings by name, keep them, and return them. Never raises for a disk at fault.

        A name or a value that is none raises TypeError or msgspec.ValidationError: that is a bug of the caller's.
        """
        with self._idle:
            wanted = msgspec.structs.replace(self._settings, **changes)
            settings = msgspec.convert(msgspec.to_builtins(wanted), Settings)
            if settings != self._settings:
                self._settings = settings
                self._changed.update(changes)
                self._write_soon()
            return settings

    def flush(self, timeout_s: float) -> bool:
        """Wait until all changes are on disk, at most that long; try once more where that failed before.

        Returns whether they are.
        """
        with self._idle:
            if self._has_failed:
                self._write_soon()
            self._idle.wait_for(lambda: self._writer is None, timeout_s)
            return self._writer is None and not self._has_failed

    def _write_soon(self) -> None:
        self._is_unsaved = True
        if self._writer is None:
            self._writer = threading.Thread(target=self._write_all, name="steady-settings", daemon=True)
            self._writer.start()

    def _write_all(self) -> None:
        try:
            while self._take_change():
                self._save()
        except BaseException:
            with self._idle:
                self._writer = None  # a bug of ours must not keep later changes from being written
                self._idle.notify_all()
            raise

    def _take_change(self) -> bool:
        with self._idle:
            unsaved, self._is_unsaved = self._is_unsaved, False
            if not unsaved:
                self._writer = None  # under the same lock as the question, so that no change falls in between
                self._idle.notify_all()
            return unsaved

    def _save(self) -> None:
        with self._idle:
            settings, names = self._settings, frozenset(self._changed)
        present = self._read()
        saved = False
        if present is not None:  # else what is there can be neither read nor moved, and is not to be overwritten
            ours = msgspec.to_builtins(settings)
            kept = {name: value for name, value in present.items() if name not in names}
            kept |= {name: value for name, value in ours.items() if name in names}
            with contextlib.suppress(OSError):
                make_private_dir(self._path.parent)
                write_private(self._path, msgspec.json.format(msgspec.json.encode(kept), indent=2) + b"\n")
                saved = True
        with self._idle:
            had_failed, self._has_failed = self._has_failed, not saved
        if not saved and not had_failed:
            self._on_fault(Fault.SETTINGS_UNSAVED)

    def _read(self) -> dict[str, object] | None:
        """Return what the file holds, nothing where there is none, and None where what is there cannot be moved."""
        try:
            return _decode(read_small(self._path, LIMIT_BYTES))
        except (FileNotFoundError, NotADirectoryError):
            return {}
        except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError, TooLarge, IsADirectoryError):
            return self._put_aside()
        except OSError:
            self._tell_unreadable()
            return None

    def _put_aside(self) -> dict[str, object] | None:
        self._tell_unreadable()
        try:
            move_aside(self._path, datetime.now().astimezone())
        except OSError:
            return None
        return {}

    def _tell_unreadable(self) -> None:
        if not self._told_unreadable:
            self._told_unreadable = True
            self._on_fault(Fault.SETTINGS_UNREADABLE)


def _decode(data: bytes) -> dict[str, object]:
    """Return the names and values of a settings file; all that we know are as they should be."""
    held = msgspec.json.decode(data, type=dict[str, object])
    msgspec.convert({name: value for name, value in held.items() if name in NAMES}, Settings)
    return held
