"""A folder where not even root may write: Linux's /sys, where it is mounted."""

from pathlib import Path

import pytest

UNWRITABLE = Path("/sys")
HAS_UNWRITABLE = Path("/sys/kernel").is_dir()
needs_unwritable = pytest.mark.skipif(not HAS_UNWRITABLE, reason="no folder here where not even root may write")
