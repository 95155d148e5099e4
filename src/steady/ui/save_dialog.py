"""Asks where a file is to be kept, or which one to read, and leaves no trace of having asked.

Qt's dialogs remember the folders that were visited in a settings file outside of Steady's folder. Here they are given a
folder for it that is gone afterwards. The desktop's own dialog is left out: it may list the file as a recent one.
"""

import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QSettings, QStandardPaths
from PySide6.QtWidgets import QFileDialog, QWidget
from shiboken6 import delete


def ask_where(parent: QWidget, title: str, name: str, suffix: str) -> Path | None:
    """Return where the person wants a file, with that suffix; None where they changed their mind."""

    def to_save(dialog: QFileDialog) -> None:
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)

    return _ask(parent, title, to_save)


def ask_which(parent: QWidget, title: str, pattern: str) -> Path | None:
    """Return which file the person means, of those with names like `pattern`; None where they changed their mind."""

    def to_read(dialog: QFileDialog) -> None:
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setNameFilter(pattern)

    return _ask(parent, title, to_read)


def _ask(parent: QWidget, title: str, prepare: Callable[[QFileDialog], None]) -> Path | None:
    places = QStandardPaths.standardLocations(QStandardPaths.StandardLocation.DocumentsLocation)
    start = next((place for place in places if Path(place).is_dir()), str(Path.home()))
    with tempfile.TemporaryDirectory() as forgotten:
        QSettings.setPath(QSettings.Format.NativeFormat, QSettings.Scope.UserScope, forgotten)
        dialog = QFileDialog(parent, title, start)
        dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
        prepare(dialog)
        taken = dialog.exec()
        chosen = dialog.selectedFiles()
        delete(dialog)  # now, and not later: it writes where it was as it goes
        return Path(chosen[0]) if taken and chosen else None
