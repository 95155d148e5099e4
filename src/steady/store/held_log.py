"""The log's file as the thread that writes holds it: opened, opened again, begun anew, settled, let go.

Imported on that thread, and SQLite with it.
"""

from collections.abc import Callable, Sequence

from steady.core.errors import LogUnavailable
from steady.core.record import Draft, SessionRecord
from steady.store.log import SqliteLog
from steady.store.owner import Owner, recover
from steady.store.paths import Paths, make

# What names a zone takes as long as a frame or two, and is wanted once the start is over.
# ruff: noqa: PLC0415


class HeldLog:
    """One log at a time, with the lock of the process whose rows are written.

    `opened`, `set_aside` and `settle` raise LogUnavailable where the disk or the file fails us.
    """

    def __init__(self, paths: Paths) -> None:
        self._paths = paths
        self._log: SqliteLog | None = None
        self._owner = Owner(paths.owners_dir)
        self.is_settled = False
        """Whether the rows of the dead are ended, zones have their names and drafts are read."""

    def opened(self) -> SqliteLog:
        """Return the log, opened again where its file is no longer the one at its path."""
        if self._log is not None and self._log.is_current:
            return self._log
        self.let_go()
        fault = make(self._paths)
        if fault is not None:
            raise LogUnavailable(fault)
        self._owner.hold()
        self._log = SqliteLog.open(self._paths.log_file, self._owner.id)
        return self._log

    def set_aside(self) -> bool:
        """Move a corrupt log aside, so that a new one can be begun. Returns whether it was moved."""
        from steady.store.salvage import set_aside
        from steady.store.values import here_and_now

        self.let_go()
        return set_aside(self._paths.log_file, here_and_now()) is not None

    def zone_of(self, record: SessionRecord) -> str | None:
        """Return the name of a row's zone, None for now where the row goes to disk before anything else."""
        if not self.is_settled and record.outcome is None:
            return None
        from steady.store.zone import zone_name

        return zone_name(record.started_at)

    def settle(self, take_drafts: Callable[[Sequence[Draft]], None]) -> None:
        """Name the zones of our rows, end the rows of the dead, and read the drafts; nothing where no log is open."""
        from steady.store.files import sweep_asides
        from steady.store.zone import zone_name

        log = self._log
        if log is None:
            return
        log.name_zones(self._owner.id, zone_name)
        recover(log, self._owner, zone_name)
        sweep_asides(self._paths.data_dir)
        log.scrub()
        take_drafts(log.drafts())
        self.is_settled = True

    def was_import_cut_short(self) -> bool:
        """Whether an import that nobody is at any more left a part here, unless that was asked before."""
        from steady.store.import_mark import ImportMark

        return ImportMark(self._paths.import_mark).take_away()

    def let_go(self) -> None:
        """Close the file; it is opened again when it is next wanted."""
        if self._log is not None:
            self._log.close()
            self._log = None

    def end(self) -> None:
        """Close the file and free the lock: whatever is still open of our rows is interrupted."""
        self.let_go()
        self._owner.release()
