"""The Linux libraries that Qt expects of the system: found by loading them, installed or named where missing."""

import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import system
from needed import A_FONT, FONT_ENDINGS, FONT_FOLDERS, LIBRARIES, Group, Needed

PROBE = """
import ctypes, json, sys
missing = []
for name in sys.argv[1:]:
    try:
        ctypes.CDLL(name)
    except OSError:
        missing.append(name)
print(json.dumps(missing))
"""


def ensure(groups: Sequence[Group]) -> None:
    """Install what these groups lack, or say how to. Never fails: where no window can open, Steady has its terminal."""
    lacking = _lacking(groups) if groups else []
    if not lacking:
        return
    manager = system.package_manager()
    files = ", ".join(needed.file for needed in lacking)
    if manager is None:
        print(f"Steady's window needs what this system lacks: {files}", file=sys.stderr)
        return
    packages = sorted({getattr(needed, manager.name) for needed in lacking})
    what = "system libraries for " + " and ".join(group.value for group in groups)
    if system.install(manager, packages, what=what) and (still := _lacking(groups)):
        print("Still missing after that: " + ", ".join(needed.file for needed in still), file=sys.stderr)


def _lacking(groups: Iterable[Group]) -> list[Needed]:
    wanted = [needed for needed in LIBRARIES if needed.group in groups]
    missing = _missing_files([needed.file for needed in wanted])
    fonts = [] if _has_font() else [A_FONT]
    return [needed for needed in wanted if needed.file in missing] + fonts


def _missing_files(files: Sequence[str]) -> set[str]:
    """Return which of these do not load, as Qt will find. In a process of its own: a bad library may end it."""
    asked = subprocess.run([sys.executable, "-c", PROBE, *files], check=False, capture_output=True, text=True)
    return set(json.loads(asked.stdout)) if asked.returncode == 0 else set()


def _has_font() -> bool:
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(
        file.suffix.lower() in FONT_ENDINGS for folder in folders if folder.is_dir() for file in folder.rglob("*")
    )
