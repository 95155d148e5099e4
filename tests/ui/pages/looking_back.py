"""The page of progress in the whole window, with facts as they were lived."""

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from tests import realistic
from tests.facts import read_facts, write_log

from steady.core.progress.facts import Facts
from steady.core.progress.ranges import Range


@cache
def lived(chosen: Range = Range.QUARTER) -> Facts:
    """Three months as they were lived."""
    with TemporaryDirectory() as folder:
        return read_facts(write_log(Path(folder) / "steady.db", realistic.of()), chosen)


@cache
def few(count: int = 3) -> Facts:
    """The last practices that were rated before and after, and nothing else."""
    rated = [one for one in realistic.of().practices if one.before is not None and one.after is not None]
    with TemporaryDirectory() as folder:
        life = realistic.Life(rated[-count:], (), ())
        return read_facts(write_log(Path(folder) / "steady.db", life))


def open_progress(rig, facts: Facts):
    """Open the page as a person does, and wait until all of it is there."""
    rig.memories.reader.counted = facts
    if not hasattr(rig, "window"):
        rig.open()
    rig.click("Menu")
    rig.click("Progress")
    rig.until(lambda: rig.page.is_built)
    rig.settle()
    return rig.page
