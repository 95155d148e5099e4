"""Where Steady's data folder is. Standard library only: a second start asks too, and should cost next to nothing."""

# pathlib takes longer to import than a second start should last, hence os.path.
# ruff: noqa: PTH100, PTH111, PTH118

import os
import sys

TYPE_CHECKING = False  # as type checkers know it; `typing` takes longer to import than this takes to answer
if TYPE_CHECKING:
    from collections.abc import Mapping

DATA_DIR_VARIABLE = "STEADY_DATA_DIR"


def data_folder(explicit: str | None, environ: "Mapping[str, str]", platform: str = sys.platform) -> str:
    """Return the data folder: what was asked for, else what the environment says, else where this system keeps data."""
    return os.path.abspath(os.path.expanduser(explicit or environ.get(DATA_DIR_VARIABLE) or _usual(environ, platform)))


def _usual(environ: "Mapping[str, str]", platform: str) -> str:
    if platform == "win32":
        return os.path.join(environ.get("LOCALAPPDATA") or "~/AppData/Local", "steady")
    if platform == "darwin":
        return "~/Library/Application Support/steady"
    share = environ.get("XDG_DATA_HOME", "")
    return os.path.join(share if share.strip() else "~/.local/share", "steady")
