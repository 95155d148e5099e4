"""A process that is killed loses nothing that it said was saved, and leaves a log that SQLite finds sound."""

import importlib.util
import os
import sys
from pathlib import Path

import pytest

import steady

KILLING = Path(__file__).parents[2] / "benchmarks" / "killing.py"


@pytest.fixture
def killing(monkeypatch):
    """Return what the benchmark kills with."""
    spec = importlib.util.spec_from_file_location("killing", KILLING)
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "killing", module)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def environ():
    return os.environ | {"PYTHONPATH": str(Path(steady.__file__).parent.parent)}


@pytest.mark.long
@pytest.mark.skipif(os.name != "posix", reason="it waits for a pipe as only POSIX systems can")
def test_thirty_deaths_at_random_moments_lose_nothing_that_was_said_to_be_saved(killing, paths, environ):
    found = killing.kill_many(30, paths.data_dir, 7, environ)
    assert found.said > 30  # or else nothing was shown
    assert found.lost == []
    assert found.unsound == []


def test_what_is_not_there_is_found_missing(killing, worker, paths, record):
    one = record(breaths=3)
    worker(put=[one])[1].wait(20.0)
    saved = killing.Saved()
    saved.hear(f'["practice", "{one.id}", 3]'.encode())
    assert killing.look(paths.log_file, saved) == ("ok", [])
    saved.hear(f'["practice", "{one.id}", 4]'.encode())
    saved.hear(b'["entry", "entry-1", 1]')
    saved.hear(b'["deleting", "entry-1", 1]')
    saved.hear(b'["deleted", "entry-1", 1]')
    assert killing.look(paths.log_file, saved) == ("ok", [f"practice {one.id} at 4", "mark of entry-1"])
