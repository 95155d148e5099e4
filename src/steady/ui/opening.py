"""Opens a file or a folder with whatever the desktop has for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_path(path: Path) -> bool:
    """Return whether the desktop took it. It is another program then; nothing is waited for."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
