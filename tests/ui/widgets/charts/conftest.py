"""Charts in a window of their own, of facts that were lived."""

from datetime import date

import pytest
from tests import realistic
from tests.facts import read_facts, write_log

from steady.core.progress.facts import Facts
from steady.core.progress.ranges import Range


@pytest.fixture(scope="session")
def facts(tmp_path_factory) -> Facts:
    """Three months, as they were lived."""
    return read_facts(write_log(tmp_path_factory.mktemp("lived") / "steady.db", realistic.of()), Range.QUARTER)


@pytest.fixture
def today() -> date:
    return realistic.TODAY
