"""A person's own exercises beside ours: read on a shelf, watched for changes, and opened in another program."""

from pathlib import Path

from PySide6.QtCore import QObject

from steady.texts import say
from steady.texts.menu import MenuText
from steady.ui.own_files import OwnFiles
from steady.ui.shelf import Shelf
from steady.ui.world import World


class OwnExercises(QObject):
    """The shelf of all exercises; it is read again when one of the person's own files is saved."""

    def __init__(self, world: World, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._world = world
        self.shelf = Shelf(world.library, self)
        self._files = OwnFiles(world.exercises_dir, self)
        self._files.changed.connect(self.shelf.read)
        self.shelf.looked_at.connect(self._files.watch_soon)

    def open_folder(self) -> str | None:
        """Open the folder of the person's own exercises, made where it is missing. Return what kept it from that."""
        folder = self._world.exercises_dir
        if self._world.make_dir(folder) is not None:
            return say(MenuText.NO_FOLDER, path=folder)
        self._files.watch()
        return self.open(folder)

    def open(self, path: Path) -> str | None:
        """Open a file or a folder with whatever the desktop has for it. Return what to say where it has nothing."""
        return None if self._world.open_path(path) else say(MenuText.NOTHING_OPENS, path=path)

    def close(self) -> None:
        """Read and watch no more."""
        self.shelf.close()
        self._files.close()
