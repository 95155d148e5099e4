"""Real parts for tests of the store: a folder, records, a subprocess that writes."""

import os
import subprocess
import sys
import threading
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

import steady
from steady.core.record import Kind, SessionRecord
from steady.store.ids import new_id
from steady.store.paths import Paths
from steady.store.worker import LogWorker

PATIENCE_S = 20.0
"""How long a test waits for another thread or process before it fails; none is ever waited for in full."""


class HeardFaults(list):
    """Collects faults, and can wait for one."""

    def __init__(self):
        super().__init__()
        self._came = threading.Condition()

    def __call__(self, fault):
        with self._came:
            self.append(fault)
            self._came.notify_all()

    def wait_for(self, fault):
        with self._came:
            return self._came.wait_for(lambda: fault in self, PATIENCE_S)


@pytest.fixture
def paths(tmp_path):
    return Paths(tmp_path / "data")


@pytest.fixture
def folder(tmp_path):
    """Return a folder with nothing in it."""
    made = tmp_path / "folder"
    made.mkdir()
    return made


@pytest.fixture
def faults():
    return HeardFaults()


@pytest.fixture
def record():
    def make(**fields):
        given = {
            "id": new_id(),
            "started_at": datetime(2026, 11, 22, 21, 7, 5, 250_000, timezone(timedelta(hours=1))),
            "exercise": "meet-your-breath",
            "kind": Kind.BREATHING,
        }
        return SessionRecord(**(given | fields))

    return make


@pytest.fixture
def now():
    return lambda: datetime(2026, 11, 22, 21, 7, tzinfo=UTC)


@pytest.fixture
def worker(paths, faults):
    """Make a worker on the data folder, started; all are closed at the end."""
    made = []

    def start(*, put=(), settle_after_s=0.0):
        thread = LogWorker(paths, faults, settle_after_s=settle_after_s)
        made.append(thread)
        receipts = [thread.put(record) for record in put]
        thread.start()
        return (thread, *receipts) if receipts else thread

    yield start
    for thread in made:
        thread.close(PATIENCE_S)


WRITER = """
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path
from steady.core.record import Kind, SessionRecord
from steady.store.ids import new_id
from steady.store.paths import Paths
from steady.store.worker import LogWorker
import msgspec

worker = LogWorker(Paths(Path(sys.argv[1])), lambda fault: print(fault.value, flush=True))
record = SessionRecord(new_id(), datetime(2026, 11, 22, 21, 7, tzinfo=timezone.utc), "hum", Kind.BREATHING)
receipt = worker.put(record)
worker.start()
if not receipt.wait(20.0):
    sys.exit("the row was not written")
beat = msgspec.structs.replace(record, beat_at=record.started_at + timedelta(seconds=5), practised_s=5.0, breaths=1)
if not worker.put(beat).wait(20.0):
    sys.exit("the heartbeat was not written")
print(record.id, flush=True)
sys.stdin.readline()
worker.close(20.0)
"""


class Writer:
    """Another process that has an open row in the log, for as long as it lives."""

    def __init__(self, data_dir):
        environ = os.environ | {"PYTHONPATH": str(Path(steady.__file__).parent.parent)}
        self.process = subprocess.Popen(
            [sys.executable, "-c", WRITER, str(data_dir)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env=environ,
            text=True,
        )

    def wait_until_written(self):
        return self.process.stdout.readline().strip()

    def kill(self):
        self.process.kill()
        self.process.wait(PATIENCE_S)

    def leave(self):
        self.process.communicate("\n", PATIENCE_S)
        return self.process.returncode


@pytest.fixture
def writer(paths):
    made = []

    def start():
        made.append(Writer(paths.data_dir))
        return made[-1]

    yield start
    for other in made:
        other.kill()
        other.process.stdin.close()
        other.process.stdout.close()
