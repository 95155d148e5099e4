"""Where Steady keeps things: one data folder, and nothing outside it."""

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

from steady.core.errors import Fault
from steady.store.files import fault_of, make_private_dir

DATA_DIR_VARIABLE = "STEADY_DATA_DIR"


class Paths(msgspec.Struct, frozen=True):
    """The places inside one data folder. Naming a place does not make it."""

    data_dir: Path

    @classmethod
    def find(cls, explicit: str | None, environ: Mapping[str, str]) -> "Paths":
        """Return the places: what was asked for, else what the environment says, else where this system keeps data."""
        chosen = explicit or environ.get(DATA_DIR_VARIABLE)
        if not chosen:
            import platformdirs  # noqa: PLC0415 - a start with a data folder given never needs it

            chosen = platformdirs.user_data_dir("steady", appauthor=False)
        return cls(Path(os.path.abspath(os.path.expanduser(chosen))))  # noqa: PTH100, PTH111 - these never raise

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
    def instance_lock_file(self) -> Path:
        """Held by the one Steady that has a window."""
        return self.data_dir / "window.lock"


def make(paths: Paths) -> Fault | None:
    """Make the data folder, for this person only. Returns what the machine did to us rather than raise it."""
    try:
        make_private_dir(paths.data_dir)
    except OSError as error:
        return fault_of(error)
    return None
