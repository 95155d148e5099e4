"""What is done only so that the first breath comes sooner: imports that bring in less than they usually do.

WORKAROUND, both: neither changes what the imported packages do for Steady. benchmarks/startup.py says what they save.
"""

import builtins
import sys

TYPE_CHECKING = False  # as type checkers know it; `typing` itself is not needed yet
if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


def import_msgspec() -> None:
    """Import msgspec by the standard library's `typing`, where it would look for typing_extensions first.

    Other tools bring typing_extensions along, it takes as long to import as msgspec itself, and on the Pythons that
    Steady runs on msgspec finds all it needs without.
    """
    name = "typing_extensions"
    if name in sys.modules:
        return
    sys.modules[name] = None  # type: ignore[assignment]  # None is how an import is told to fail
    try:
        import msgspec  # noqa: F401, PLC0415
    finally:
        del sys.modules[name]


def import_qt() -> "type[QApplication]":
    """Import Qt, and leave Python's own `__import__` in its place.

    PySide6 puts one there that reads the source of every module imported after it, in search of
    `from __feature__ import`, which Steady does not use.
    """
    plain_import = builtins.__import__
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    builtins.__import__ = plain_import
    return QApplication
