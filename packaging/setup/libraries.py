"""The Linux libraries that Qt and the sound expect of the system: found by loading them, then installed or named.

Which they are stands in `steady.display_libraries`, which Steady itself looks into before it opens a window.
"""

import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

import system
from steady.display_libraries import LIBRARIES, Library, Use

SRC = Path(__file__).resolve().parents[2] / "src"
PROBE = "import sys; from steady.display_libraries import Use, missing; print(*missing(Use(sys.argv[1])))"
SOUND_ONLY = frozenset({Use.SOUND})

A_FONT = Library("any font", Use.DRAW, "fonts-dejavu-core", "dejavu-sans-fonts", "ttf-dejavu", "dejavu-fonts")
FONT_ENDINGS = (".ttf", ".otf", ".ttc", ".pfb")
FONT_FOLDERS = ("/usr/share/fonts", "/usr/local/share/fonts", "~/.local/share/fonts", "~/.fonts")


def ensure(uses: Sequence[Use]) -> None:
    """Install what these uses lack, or say how to. Never fails: Steady has its terminal, and breathes without sound."""
    lacking = _lacking(uses) if uses else []
    if not lacking:
        return
    manager = system.package_manager()
    if manager is None:
        print(f"Steady's window and sound need what this system lacks: {_files(lacking)}", file=sys.stderr)
        return
    what = (
        "the library that plays sound"
        if {one.use for one in lacking} <= SOUND_ONLY
        else "libraries for Steady's window"
    )
    packages = sorted({getattr(library, manager.name) for library in lacking})
    if system.install(manager, packages, what=what) and (still := _lacking(uses)):
        print(f"Still missing after that: {_files(still)}", file=sys.stderr)


def _files(libraries: Sequence[Library]) -> str:
    return ", ".join(library.file for library in libraries)


def _lacking(uses: Sequence[Use]) -> list[Library]:
    files = {file for use in uses for file in _missing_files(use)}
    fonts = [] if _has_font() or (uses and set(uses) <= SOUND_ONLY) else [A_FONT]
    return [library for library in LIBRARIES if library.file in files] + fonts


def _missing_files(use: Use) -> list[str]:
    """Return what does not load. In a process of its own: the loader's list of libraries may change meanwhile."""
    command = [sys.executable, "-c", PROBE, use.value]
    environment = {**os.environ, "PYTHONPATH": str(SRC)}
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=environment).stdout.split()


def _has_font() -> bool:
    folders = [Path(folder).expanduser() for folder in FONT_FOLDERS]
    return any(
        file.suffix.lower() in FONT_ENDINGS for folder in folders if folder.is_dir() for file in folder.rglob("*")
    )
