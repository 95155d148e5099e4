"""Where Steady keeps things: one data folder, and nothing outside it."""

from collections.abc import Mapping
from pathlib import Path

import msgspec

from steady.core.errors import Fault
from steady.places import data_folder
from steady.store.files import fault_of, make_private_dir


class Paths(msgspec.Struct, frozen=True):
    """The places inside one data folder. Naming a place does not make it."""

    data_dir: Path

    @classmethod
    def find(cls, explicit: str | None, environ: Mapping[str, str]) -> "Paths":
        """Return the places: what was asked for, else what the environment says, else where this system keeps data."""
        return cls(Path(data_folder(explicit, environ)))

    @property
    def log_file(self) -> Path:
        """The log of practices."""
        return self.data_dir / "steady.db"

    @property
    def settings_file(self) -> Path:
        """The settings."""
        return self.data_dir / "settings.json"

    @property
    def exercises_dir(self) -> Path:
        """The person's own exercises."""
        return self.data_dir / "exercises"

    @property
    def reports_dir(self) -> Path:
        """What is noted when something in Steady goes wrong."""
        return self.data_dir / "reports"

    @property
    def owners_dir(self) -> Path:
        """One lock file for each process that writes in the log."""
        return self.data_dir / "owners"

    @property
    def import_mark(self) -> Path:
        """A file without words that is there while an import goes on, and after one that was cut short."""
        return self.data_dir / "import.lock"

    @property
    def in_use(self) -> tuple[Path, ...]:
        """The files that Steady has open or reads at a start: nothing else may be written there."""
        beside = (self.log_file.with_name(self.log_file.name + side) for side in ("-wal", "-shm", "-journal"))
        return (self.log_file, *beside, self.settings_file)


def make(paths: Paths) -> Fault | None:
    """Make the data folder, for this person only. Returns what the machine did to us rather than raise it."""
    return make_dir(paths.data_dir)


def make_dir(folder: Path) -> Fault | None:
    """Make a folder, for this person only, where it is missing. Returns what the machine did to us, as above."""
    try:
        make_private_dir(folder)
    except OSError as error:
        return fault_of(error)
    return None
