"""The core stands alone: it means what it means without a window, a disk or a terminal."""

import ast
import subprocess
import sys
from pathlib import Path

import steady.core

CORE = sorted(Path(steady.core.__file__).parent.glob("*.py"))
STRANGERS = {"PySide6", "shiboken6", "blessed", "platformdirs", "tzlocal", "uuid6", "numpy", "sqlite3", "logging"}


def test_the_core_imports_the_standard_library_msgspec_and_itself():
    allowed = {*sys.stdlib_module_names, "msgspec"} - STRANGERS
    for file in CORE:
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in allowed or name.startswith("steady.core"), f"{file.name} imports {name}"


def test_the_whole_core_loads_nothing_of_anyone_elses():
    names = ", ".join(f"steady.core.{file.stem}" for file in CORE)
    code = f"import sys; import {names}; print(*{{name.split('.')[0] for name in sys.modules}})"

    child = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)

    assert not STRANGERS & set(child.stdout.split())


def test_the_core_asks_no_wall_clock_and_waits_for_nothing():
    """Time is read in one place, so that everything else can be tried in no time."""
    for file in CORE:
        if file.name != "clock.py":
            text = file.read_text(encoding="utf-8")
            assert "import time" not in text, file.name
            assert "datetime.now" not in text, file.name
            assert "sleep(" not in text, file.name
