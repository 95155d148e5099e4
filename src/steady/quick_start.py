"""What is done only so that the first breath comes sooner: imports that bring in less, and what is loaded beside them.

WORKAROUND, all of it: nothing here changes what the packages do for Steady. benchmarks/startup.py says what it saves.
"""

import _thread
import builtins
import os
import sys
from types import ModuleType

TYPE_CHECKING = False  # as type checkers know it; `typing` itself is not needed yet
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from PySide6.QtWidgets import QApplication

SUPPORT = "shibokensupport.signature"
POSTPONED = ("errorhandler", "layout", "parser", "lib.tool", "lib.enum_sig", "lib.pyi_generator")
"""The parts of PySide's support package that describe signatures: for `help()`, and for the words of a TypeError.

Not `mapping`: PySide6 reaches into that one from C, which a stand-in would not notice.
"""


FONT_LIST = "libfontconfig.so.1"
"""What keeps the system's list of fonts, and loads it once in a process."""
QT_MODULE = "QtWidgets.abi3.so"
"""PySide's part that needs all the other parts and libraries of Qt that a window needs."""
PLATFORM_PLUGINS = {"xcb": "libqxcb.so", "wayland": "libqwayland.so"}
"""For each kind of display, what Qt loads to talk to it: with it come the libraries that Qt does not bring along."""


def read_fonts_ahead(platform: str = sys.platform) -> None:
    """Have the list of fonts read on another thread, while this one imports: Qt would read it at the first word.

    A failure is left for Qt to meet. Threads as Python makes them take longer to make than this takes to run, hence
    `_thread`; the interpreter is free while a foreign function works.
    """
    if platform == "linux":
        import ctypes  # noqa: PLC0415 - loaded already, to look for a display

        try:
            read = ctypes.CDLL(FONT_LIST).FcInit
        except (OSError, AttributeError):
            return
        _thread.start_new_thread(read, ())


def load_qt_ahead(display: str = "", platform: str = sys.platform) -> None:
    """Have Qt's libraries, and those for that kind of display, loaded on other threads, while this one imports.

    That is a fifth of what importing Qt takes. A failure is left for whoever looks for the libraries, and says what
    it is. Libraries are loaded one after another, so call it once the extension modules are in that come before Qt.
    """
    if platform == "linux":
        import ctypes  # noqa: PLC0415 - loaded already, to read the fonts
        from importlib.util import find_spec  # noqa: PLC0415 - only for a window

        spec = find_spec("PySide6")
        if spec is None or not spec.submodule_search_locations:
            return
        load = ctypes.CDLL(None).dlopen  # `CDLL` itself would keep the interpreter while it loads
        load.restype, load.argtypes = ctypes.c_void_p, [ctypes.c_char_p, ctypes.c_int]
        folder = spec.submodule_search_locations[0]
        files = [os.path.join(folder, QT_MODULE)]  # noqa: PTH118 - pathlib comes later
        if display in PLATFORM_PLUGINS:
            files.append(os.path.join(folder, "Qt", "plugins", "platforms", PLATFORM_PLUGINS[display]))  # noqa: PTH118
        for file in files:
            _thread.start_new_thread(load, (os.fsencode(file), os.RTLD_NOW))


def import_extensions() -> None:
    """Import the extension modules that come before Qt: none of them can be loaded while Qt's libraries are."""
    import_msgspec()
    import bisect  # noqa: F401, PLC0415
    import unicodedata  # noqa: F401, PLC0415


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
    """Import Qt without what describes its signatures, and leave Python's own `__import__` in its place.

    PySide6 compiles that description from source at every start, a third of the time that it takes to import, and
    hardly any program ever looks at it. Here it is compiled when it is first looked at. PySide6 also puts an
    `__import__` in place that reads the source of every module imported after it, in search of
    `from __feature__ import`, which Steady does not use.
    """
    plain_import = builtins.__import__

    def import_less(
        name: str,
        globals: "Mapping[str, object] | None" = None,  # noqa: A002 - Python's names
        locals: "Mapping[str, object] | None" = None,  # noqa: A002
        fromlist: "Sequence[str] | None" = (),
        level: int = 0,
    ) -> ModuleType:
        if name == SUPPORT and fromlist and POSTPONED[0] in fromlist:  # PySide's loader begins to take them in
            builtins.__import__ = plain_import
            for part in POSTPONED:
                _postpone(f"{SUPPORT}.{part}")
        return plain_import(name, globals, locals, fromlist, level)

    builtins.__import__ = import_less
    try:
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415
    finally:
        builtins.__import__ = plain_import
    return QApplication


class _Postponed(ModuleType):
    """A module that is executed when something of it is first asked for."""

    def __getattr__(self, name: str) -> object:
        """Execute the module, then return what was asked for. AttributeError where it has no such thing."""
        if name.startswith("__"):  # what import asks of every module
            raise AttributeError(name)
        self.__class__ = ModuleType  # type: ignore[assignment]  # from here on it is a module like any other
        spec = self.__spec__
        if spec is None or spec.loader is None:
            raise AttributeError(name)
        published_name, spec.name = spec.name, self.__name__  # PySide has renamed it, its loader wants the first name
        try:
            spec.loader.exec_module(self)
        finally:
            spec.name = published_name
        return getattr(self, name)


def _postpone(name: str) -> None:
    """Put a stand-in where `name` would be imported; another PySide6, without such a module, is left as it is."""
    from importlib.util import find_spec, module_from_spec  # noqa: PLC0415 - only for a window

    spec = find_spec(name)
    if spec is not None:
        module = sys.modules[name] = module_from_spec(spec)
        module.__class__ = _Postponed
