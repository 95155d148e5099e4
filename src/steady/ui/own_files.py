"""Notices when a person's own exercise files change, however their editor saves: in place, or under another name."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

SETTLE_MS = 120
"""An editor saves in several steps. This long after the last of them is soon enough, and then all of it is there."""
MOST_FILES = 2000
"""Systems watch only so many files. Whoever has more sees changes in the others when the menu is opened again."""


class OwnFiles(QObject):
    """Watches a folder, which may not be there yet, and the files in it. It begins with `watch`."""

    changed = Signal()
    """Something there is different; told once the dust has settled."""

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._watcher = QFileSystemWatcher(self)
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(SETTLE_MS)
        self._settling.timeout.connect(self._settled)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.watch)
        self._watcher.directoryChanged.connect(lambda _path: self._settling.start())
        self._watcher.fileChanged.connect(lambda _path: self._settling.start())

    def watch_soon(self) -> None:
        """Watch once there is a moment: a page that opens comes first."""
        self._soon.start(0)

    def watch(self) -> None:
        """Watch what there is now. A file that was saved under another name is another file, and is taken anew."""
        watched = {*self._watcher.files(), *self._watcher.directories()}
        wanted = self._paths()
        if gone := [path for path in watched if path not in wanted]:
            self._watcher.removePaths(gone)
        if new := [path for path in wanted if path not in watched]:
            self._watcher.addPaths(new)

    def close(self) -> None:
        """Watch no more."""
        self._settling.stop()
        self._soon.stop()
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)

    def _settled(self) -> None:
        self.watch()
        self.changed.emit()

    def _paths(self) -> dict[str, None]:
        """Return the folder with its files or, while it is missing, the folder that it would be in."""
        try:
            files = sorted(str(path) for path in self._folder.iterdir() if path.suffix == ".toml" and path.exists())
        except OSError:
            above = self._folder.parent
            return {str(above): None} if above.is_dir() else {}
        return dict.fromkeys([str(self._folder), *files[:MOST_FILES]])
