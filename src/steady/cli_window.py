"""The command that opens the window: hand over to a Steady that is open, or open one, or breathe in the terminal."""

# pathlib takes longer to import than a second start should last, hence os.path.
# ruff: noqa: PTH113, PTH118

import os

from steady import handover
from steady.display_names import candidates, is_named
from steady.early_signals import EarlySignals
from steady.places import data_folder
from steady.quick_start import import_extensions, load_qt_ahead, read_fonts_ahead

TYPE_CHECKING = False  # as type checkers know it; importing `typing` for it takes longer than the rest of this file
if TYPE_CHECKING:
    from steady.cli import Arguments
    from steady.display import Display

QT_PACKAGES = ("PySide6", "shiboken6")


def open_window(arguments: "Arguments") -> int:
    """Open the window, here or in the Steady that is open already. Returns the exit code."""
    if arguments.terminal:
        return _breathe_instead(arguments)
    if not is_named(os.environ):
        from steady.display import Display, Verdict  # noqa: PLC0415 - a handover needs none of it

        return _breathe_instead(arguments, Display(Verdict.NO_DISPLAY))
    data_dir = data_folder(arguments.data_dir, os.environ)
    if arguments.id is not None:
        _check_id(arguments, data_dir)
    instance = handover.Instance()
    with EarlySignals() as signals:
        try:
            if not arguments.time_startup:  # a measured start is its own, whoever else is open
                do = "open" if arguments.id is None else "start"
                instance = handover.enter(data_dir, os.environ, do=do, id=arguments.id)
            if instance.handed_over:
                return 0
            found = _run_app(arguments, instance, signals)
        finally:
            instance.close()
    if isinstance(found, int):
        return found
    signals.check()
    return _breathe_instead(arguments, found)


def _run_app(arguments: "Arguments", instance: handover.Instance, signals: EarlySignals) -> "int | Display":
    """Run the window and return its exit code, or return what a look around says where no window can open.

    The look comes when the libraries are there that it looks for: until then they are loaded beside what we import.
    """
    read_fonts_ahead()
    import_extensions()
    load_qt_ahead((candidates(os.environ) or [""])[0])
    milestones = None
    if arguments.time_startup:
        from steady.milestones import Milestones  # noqa: PLC0415 - only for a measured start

        milestones = Milestones()
        milestones.mark("command_ms")
    from steady import app  # noqa: PLC0415 - the command is known only now
    from steady.display import Verdict, look  # noqa: PLC0415
    from steady.store.paths import Paths  # noqa: PLC0415

    found = look(os.environ)
    try:
        if found.verdict is Verdict.OK:
            # All that we know of it. It watches the doorbell, and says where the first Steady is silent.
            paths = Paths.find(arguments.data_dir, os.environ)
            return app.run(paths, start_id=arguments.id, instance=instance, signals=signals, milestones=milestones)
    except ImportError as error:
        return _display_without(error, found)
    finally:
        found.close()
    return found


def _check_id(arguments: "Arguments", data_dir: str) -> None:
    """Refuse an id that no file has. Looking for the file is enough, and costs a second start nothing."""
    from steady.store.bundled import exercises_dir  # noqa: PLC0415 - only where an id was given

    name, ours = f"{arguments.id}.toml", exercises_dir()
    if os.path.isfile(os.path.join(data_dir, "exercises", name)) or (ours is not None and (ours / name).is_file()):
        return
    from steady.cli_library import find, library  # noqa: PLC0415
    from steady.store.paths import Paths  # noqa: PLC0415

    find(library(Paths.find(arguments.data_dir, os.environ)), arguments.id or "")


def _display_without(error: ImportError, found: "Display") -> "Display":
    """Return what a failed import of Qt says of it. Raises it again where that is none of Qt's, but a bug of ours."""
    from steady.display import Verdict  # noqa: PLC0415 - loaded already

    file, _, rest = str(error).partition(":")
    if "cannot open shared object" in rest:
        return found._replace(verdict=Verdict.MISSING_LIBRARIES, missing=(file,))
    if (error.name or "").partition(".")[0] in QT_PACKAGES:
        return found._replace(verdict=Verdict.NO_QT, name=str(error).partition("\n")[0])
    raise error


def _breathe_instead(arguments: "Arguments", found: "Display | None" = None) -> int:
    """Breathe in the terminal, after one line that says why where nobody asked for that."""
    from steady.cli_breathe import breathe  # noqa: PLC0415 - a window needs none of it

    return breathe(arguments, "" if found is None else _reason(found))


def _reason(found: "Display") -> str:
    from steady.display import Verdict  # noqa: PLC0415 - loaded already
    from steady.display_libraries import remedy  # noqa: PLC0415
    from steady.texts import say  # noqa: PLC0415
    from steady.texts.command import Command  # noqa: PLC0415

    if found.verdict is Verdict.NO_DISPLAY:
        return say(Command.NO_DISPLAY)
    if found.verdict is Verdict.DISPLAY_REFUSES:
        return say(Command.DISPLAY_REFUSES, name=found.name)
    if found.verdict is Verdict.NO_QT:
        return say(Command.NO_QT, problem=found.name)
    files = ", ".join(found.missing)
    brings = remedy(found.missing, os.environ, as_root=os.geteuid() == 0)
    if brings is None:
        return say(Command.MISSING_NO_REMEDY, files=files)
    return say(Command.MISSING, files=files, remedy=brings)
