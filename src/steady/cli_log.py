"""The commands that take the log out and bring logs in. Each says in one sentence what it did."""

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from steady.store.paths import Paths
from steady.store.transfers import Moves, OwnLog

if TYPE_CHECKING:
    from steady.cli import Arguments


def take_or_bring(arguments: "Arguments") -> int:
    """Run `export`, `import`, `backup` or `restore`. Raises InputError where nothing could be done."""
    paths = Paths.find(arguments.data_dir, os.environ)
    moves = Moves(paths, OwnLog(paths))
    commands = {"export": moves.export, "import": moves.import_, "backup": moves.backup, "restore": moves.restore}
    print(commands[arguments.command or ""](Path(arguments.file)), file=sys.stderr)
    return 0
