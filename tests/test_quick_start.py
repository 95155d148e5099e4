"""Imports that bring in less at a start: what they leave out comes when it is asked for, and says the same."""

import os
import subprocess
import sys
import textwrap

import pytest

from steady import quick_start
from steady.display_libraries import Use, missing

ASKING_QT_WRONGLY = """
    from PySide6.QtWidgets import QApplication, QLabel
    from PySide6.QtGui import QPainter
    from PySide6.support.signature import get_signature

    application = QApplication([])
    for misuse in (
        lambda: QLabel().resize("wide", 3),
        lambda: QLabel().setText(3),
        lambda: QLabel().move(1, 2, 3),
        lambda: QLabel(no_such_property=1),
    ):
        try:
            misuse()
        except (TypeError, AttributeError) as error:
            print(type(error).__name__, error)
        else:
            print("nothing was wrong")
    print(get_signature(QLabel.setText), QPainter.drawLine.__doc__)
    from PySide6.support.signature.lib import enum_sig
    print(enum_sig.ExactEnumerator)
    print(enum_sig.__name__, enum_sig.__spec__.name, enum_sig.__file__, sorted(vars(enum_sig)))
"""


def run_python(program: str) -> str:
    """Run a program in a Python of its own; return what it prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)],
        capture_output=True,
        text=True,
        timeout=60,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_qt_comes_without_what_describes_its_signatures():
    loaded = run_python("""
        import sys
        from steady import quick_start
        application_class = quick_start.import_qt()
        window = application_class([])
        for part in quick_start.POSTPONED:
            print(type(sys.modules[f"{quick_start.SUPPORT}.{part}"]).__name__)
    """)
    assert loaded.split() == ["_Postponed"] * 6


def test_a_wrong_call_of_qt_is_described_in_the_same_words():
    usual = run_python(ASKING_QT_WRONGLY)
    quick = run_python("from steady import quick_start\nquick_start.import_qt()\n" + textwrap.dedent(ASKING_QT_WRONGLY))
    assert "QWidget.resize(w: int, h: int, /)" in usual
    assert "nothing was wrong" not in usual
    assert quick == usual


def test_the_way_python_imports_is_left_as_it_was():
    assert (
        run_python("""
            import builtins
            before = builtins.__import__
            from steady import quick_start
            quick_start.import_qt()
            print(builtins.__import__ is before)
        """)
        == "True\n"
    )


def test_a_failing_import_of_qt_leaves_the_way_python_imports_as_it_was():
    assert (
        run_python("""
            import builtins, sys
            sys.modules["PySide6"] = None
            from steady import quick_start
            before = builtins.__import__
            try:
                quick_start.import_qt()
            except ImportError:
                print(builtins.__import__ is before)
        """)
        == "True\n"
    )


def test_msgspec_is_imported_without_typing_extensions_and_that_stays_importable():
    assert (
        run_python("""
            import sys
            from steady import quick_start
            quick_start.import_msgspec()
            print("msgspec" in sys.modules, "typing_extensions" in sys.modules)
        """)
        == "True False\n"
    )


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is loaded ahead")


needs_x11 = pytest.mark.skipif(
    sys.platform == "linux" and bool(missing(Use.X11)), reason="a machine without what a window on X11 needs"
)


@on_linux
@pytest.mark.parametrize("display", ["offscreen", pytest.param("xcb", marks=needs_x11)])
def test_qt_is_loaded_beside_us_before_it_is_imported_and_then_imports_as_ever(display):
    told = run_python(f"""
        import sys, time
        from pathlib import Path
        from steady import quick_start
        quick_start.load_qt_ahead({display!r})
        wanted = [quick_start.QT_MODULE]
        if {display!r} == "xcb":
            wanted += ["libxcb-cursor.so", quick_start.PLATFORM_PLUGINS["xcb"]]
        until_s = time.monotonic() + 30
        def are_there():
            loaded = Path("/proc/self/maps").read_text()
            return all(file in loaded for file in wanted)
        while not are_there() and time.monotonic() < until_s:
            pass
        print(are_there(), "PySide6" in sys.modules)
        print(quick_start.import_qt()([]).platformName())
    """)
    assert told == "True False\noffscreen\n"


@on_linux
def test_no_extension_module_of_a_start_has_to_wait_for_qt_that_loads_beside_it(tmp_path):
    later = run_python(f"""
        import sys, threading
        from steady import cli_window, quick_start
        from steady.cli import main

        def extensions():
            return {{name for name, module in list(sys.modules.items()) if getattr(module, "__file__", None)
                    and module.__file__.endswith(".so")}}

        def loading(*_where):
            early.update(extensions())

        def importing():
            print(len(early), sorted(extensions() - early))
            raise SystemExit

        early = set()
        cli_window.load_qt_ahead = loading
        quick_start.import_qt = importing
        threading.Thread.start = lambda _thread: None  # what the log's thread loads holds up nobody else
        sys.argv = ["steady", "--data-dir", {str(tmp_path)!r}, "--time-startup"]
        main()
    """)
    number, names = later.split(maxsplit=1)
    assert int(number) > 3
    assert names == "[]\n"


@on_linux
def test_fonts_are_read_beside_us_and_words_are_as_wide_as_ever():
    measure = """
        application = quick_start.import_qt()([])
        from PySide6.QtGui import QFont, QFontMetrics
        print(QFontMetrics(QFont()).horizontalAdvance("Breathe in"), QFont().family())
    """
    usual = run_python("from steady import quick_start\n" + textwrap.dedent(measure))
    ahead = run_python(
        "from steady import quick_start\nquick_start.read_fonts_ahead()\nquick_start.load_qt_ahead()\n"
        + textwrap.dedent(measure)
    )
    assert ahead == usual


@pytest.mark.parametrize("platform", ["win32", "darwin"])
def test_elsewhere_nothing_is_loaded_ahead(platform, monkeypatch):
    monkeypatch.setattr("_thread.start_new_thread", pytest.fail)
    quick_start.read_fonts_ahead(platform)
    quick_start.load_qt_ahead("xcb", platform)


@on_linux
def test_what_is_not_there_is_left_for_the_import_to_meet(monkeypatch):
    monkeypatch.setattr("_thread.start_new_thread", pytest.fail)
    monkeypatch.setattr("ctypes.CDLL", _no_such_library)
    monkeypatch.setattr("importlib.util.find_spec", lambda _name: None)
    quick_start.read_fonts_ahead()
    quick_start.load_qt_ahead("xcb")


def _no_such_library(name: str) -> None:
    raise OSError(name)
