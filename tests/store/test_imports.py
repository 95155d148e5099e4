"""What the store costs before the first breath."""

import os
import subprocess
import sys
from pathlib import Path

import steady

BEFORE_THE_FIRST_BREATH = """
import sys
from pathlib import Path
from steady.store import bundled, ids, last_resort, library, paths, preferences, worker
found = paths.Paths.find(sys.argv[1], {})
preferences.FilePreferences(found.settings_file, print)
library.FileLibrary(bundled.exercises_dir(), found.exercises_dir).get("meet-your-breath")
ids.new_id()
worker.LogWorker(found, print)
print(*sorted(sys.modules))
"""


def test_nothing_slow_is_imported_before_the_first_breath(folder):
    environ = os.environ | {"PYTHONPATH": str(Path(steady.__file__).parent.parent)}
    command = [sys.executable, "-c", BEFORE_THE_FIRST_BREATH, str(folder)]
    done = subprocess.run(command, env=environ, capture_output=True, text=True, check=True)
    imported = set(done.stdout.split())
    assert "steady.store.worker" in imported
    assert not imported & {
        "csv",
        "dataclasses",
        "email",
        "importlib.metadata",
        "logging",
        "platformdirs",
        "sqlite3",
        "steady.store.log",
        "steady.store.reports",
        "steady.store.zone",
        "tzlocal",
        "uuid6",
        "zoneinfo",
    }
