import pytest

pytest.importorskip("numpy")
