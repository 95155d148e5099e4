"""How Steady is built, as sentences. What each wall is for stands in docs/architecture.md."""

import ast
import sys

import pytest

from tests.source import ROOT, SRC, Import, all_imports, imports_of, name_of, parsed, sources, within

STANDARD = sys.stdlib_module_names
QT = ("PySide6", "shiboken6")
SLOW = ("numpy", "pyqtgraph", "sounddevice", "PySide6.QtNetwork")
NETWORK = (
    "PySide6.QtNetwork",
    "asyncio",
    "ftplib",
    "http",
    "imaplib",
    "requests",
    "smtplib",
    "ssl",
    "urllib",
    "xmlrpc",
)
ARITHMETIC = tuple(
    f"steady.sound.{name}" for name in ("beds", "envelope", "fades", "presets", "renderer", "struck", "synth", "voices")
)
"""The parts of sound that are numpy all through. They load each other; whoever else wants them loads them late."""
SIBLINGS = ("steady.ui", "steady.terminal", "steady.sound", "steady.store")
MAX_LINES = 300
SLEEPS = {"time.sleep", "sleep", "QTest.qWait", "QTest.qSleep", "QThread.msleep", "QThread.sleep", "qtbot.wait"}


def those(imports: list[Import], *packages: str) -> list[str]:
    """Return the imports of these packages, as sentences."""
    return [str(found) for found in imports if within(found.imported, *packages)]


def others(imports: list[Import], *packages: str) -> list[str]:
    """Return the imports of anything but these packages and the standard library, as sentences."""
    return [
        str(found)
        for found in imports
        if not within(found.imported, *packages) and found.imported.partition(".")[0] not in STANDARD
    ]


def test_the_core_depends_on_the_standard_library_and_msgspec_only():
    assert others(imports_of("steady.core"), "msgspec") == []


def test_the_core_keeps_to_itself_what_it_means_and_reads_no_disk_and_no_database():
    assert those(imports_of("steady.core"), "sqlite3", "pathlib", "shutil", "tempfile") == []


def test_the_texts_depend_only_on_the_core():
    assert others(imports_of("steady.texts"), "steady.core") == []


@pytest.mark.parametrize("package", SIBLINGS)
def test_the_window_the_terminal_the_sound_and_the_store_are_strangers(package):
    assert those(imports_of(package), *(other for other in SIBLINGS if other != package)) == []


@pytest.mark.parametrize("package", [*SIBLINGS, "steady.texts", "steady.core"])
def test_nobody_below_knows_who_put_them_together(package):
    # `from steady import __version__` is no tie: that module imports nothing.
    upwards = [
        found for found in imports_of(package) if within(found.imported, "steady") and found.imported != "steady"
    ]
    assert others(upwards, *SIBLINGS, "steady.texts", "steady.core", "steady.places") == []


def test_steady_itself_imports_nothing_so_that_its_parts_load_alone():
    assert [str(found) for found in all_imports() if found.importer == "steady"] == []


def test_only_the_window_and_what_starts_it_import_qt():
    qt = [found for found in all_imports() if within(found.imported, *QT)]
    assert [
        str(found) for found in qt if not within(found.importer, "steady.ui", "steady.app", "steady.quick_start")
    ] == []


def test_the_app_wires_without_loading_qt_as_it_is_imported():
    at_once = [found for found in imports_of("steady.app", "steady.cli") if found.at_once]
    assert those(at_once, *QT) == []


def test_a_second_start_needs_the_standard_library_only():
    handover = imports_of("steady.handover", "steady.doorbell", "steady.handover_pipe")
    assert others(handover, "steady.handover", "steady.doorbell", "steady.handover_pipe") == []


def test_only_the_store_knows_the_database():
    assert [str(f) for f in all_imports() if f.imported == "sqlite3" and not within(f.importer, "steady.store")] == []


def test_nothing_slow_is_imported_as_a_module_is_loaded():
    at_once = [found for found in all_imports() if found.at_once and not within(found.importer, *ARITHMETIC)]
    assert those(at_once, *SLOW, *ARITHMETIC) == []


def test_only_one_file_names_the_sound_card():
    assert {found.importer for found in all_imports() if found.imported == "sounddevice"} <= {"steady.sound.player"}


def test_the_arithmetic_of_sound_is_pure():
    assert others(imports_of(*ARITHMETIC), *ARITHMETIC, "numpy", "steady.core") == []


def test_labels_and_tooltips_are_made_by_the_one_helper_that_keeps_text_text():
    made = {"QLabel", "setToolTip", "setWhatsThis", "setTextFormat", "QMessageBox"}
    assert {
        name_of(path)
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] in made
    } == {"steady.ui.widgets.label"}


def test_a_label_of_another_kind_keeps_its_text_plain_by_the_same_helper():
    derived = [
        node
        for path in sources()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ClassDef) and "QLabel" in map(ast.unparse, node.bases)
    ]
    assert derived
    assert [node.name for node in derived if "keep_plain(self" not in ast.unparse(node)] == []


def test_nothing_imports_what_opens_a_network_connection():
    assert those(list(all_imports()), *NETWORK) == []


def test_no_source_file_is_longer_than_a_person_reads_in_one_go():
    lines = {name_of(path): len(path.read_text(encoding="utf-8").splitlines()) for path in sources()}
    assert {name: count for name, count in lines.items() if count > MAX_LINES} == {}


def test_every_source_file_says_what_it_is():
    assert [name_of(path) for path in sources() if not ast.get_docstring(parsed(path))] == []


def test_no_error_is_swallowed_without_a_word():
    assert [f"{name_of(path)}:{line}" for path in sources() for line in silent_handlers(parsed(path))] == []


def silent_handlers(tree: ast.Module) -> list[int]:
    """Return the lines where any error at all is caught and nothing is done."""
    handlers = [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler)]
    broad = [node for node in handlers if node.type is None or ast.unparse(node.type) in ("Exception", "BaseException")]
    return [node.lineno for node in broad if all(isinstance(inner, ast.Pass) for inner in node.body)]


def test_no_test_sleeps():
    tests = sorted((ROOT / "tests").rglob("*.py"))
    read = ((path, ast.parse(path.read_text(encoding="utf-8"))) for path in tests)
    assert [f"{path.relative_to(ROOT)}:{line}" for path, tree in read for line in sleeps(tree)] == []


def sleeps(tree: ast.Module) -> list[int]:
    """Return the lines that wait for time to pass. A manual clock's own `sleep` does not."""
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    return [node.lineno for node in calls if ast.unparse(node.func) in SLEEPS]


def test_every_python_file_of_the_source_lies_in_the_package():
    assert {path.relative_to(SRC).parts[0] for path in sources()} == {"steady"}
