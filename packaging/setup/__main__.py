"""Sets up what a make target needs: `python3 packaging/setup TARGET`. Done already: nothing happens, offline too.

This file is plain enough for old Pythons, so that they can say which one is needed.
"""

import os
import shutil
import sys
from pathlib import Path

OLDEST = (3, 11)
OTHERS = ("python3.14", "python3.13", "python3.12", "python3.11")
TOO_OLD = "Steady needs Python {}.{} or later; this one ({}) is {}.{}."


def leave_old_python() -> None:
    """Go on with a Python that is new enough where there is one, or say in one sentence what is missing."""
    if sys.version_info[:2] >= OLDEST:
        return
    found = next((path for path in map(shutil.which, OTHERS) if path), None)
    if found is None:
        sys.exit(TOO_OLD.format(*OLDEST, sys.executable, *sys.version_info[:2]))
    os.execv(found, [found, *sys.argv])  # noqa: S606 - the same script, by a newer Python


if __name__ == "__main__":
    leave_old_python()
    # Steady's own list of libraries is read from the source: it is not installed yet.
    sys.path.append(str(Path(__file__).resolve().parents[2] / "src"))
    from targets import prepare

    sys.exit(prepare(sys.argv[1:]))
