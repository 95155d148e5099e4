"""What a calm page leads to is imported before it is pressed, and never while something is practised."""

import json
import subprocess
import sys

import pytest
from tests.ui.rig import PATIENCE_MS, Rig

from steady.ui import warming

REST_S = 60
PRESS = """
import json, sys
from pathlib import Path
from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication
from steady.app import Backstage
from steady.store.paths import Paths
from steady.ui.window import Window

backstage = Backstage(Paths(Path(sys.argv[1])))
application = QApplication([])
window = Window(application, backstage.world)
window.open(backstage.first, None)
navigator = window.navigator
practising = "steady.ui.remembering" in sys.modules
navigator.open_menu()
loop, look = QEventLoop(), QTimer()
look.timeout.connect(lambda: navigator.is_warm and loop.quit())
look.start(5)
QTimer.singleShot(int(sys.argv[2]), loop.quit)
loop.exec()
before = set(sys.modules)
navigator.remembering.open_journal()
navigator.remembering.entries.open()
print(json.dumps([practising, sorted(name for name in set(sys.modules) - before if name.startswith("steady."))]))
navigator.leave()
backstage.close()
"""


def test_once_the_menu_has_been_up_for_a_moment_a_press_on_journal_imports_nothing_of_ours(tmp_path, monkeypatch):
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    command = [sys.executable, "-c", PRESS, str(tmp_path / "data"), str(PATIENCE_MS)]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=60)
    practising, imported = json.loads(done.stdout)
    assert not practising
    # The thread that reads brings these itself.
    assert set(imported) <= {"steady.store.log_reader", "steady.store.aggregates"}


@pytest.fixture
def fetched(monkeypatch) -> list[str]:
    names: list[str] = []
    monkeypatch.setattr(warming, "REST_MS", REST_S * 1000)  # so long that it never comes in real time
    monkeypatch.setattr(warming.importlib, "import_module", names.append)
    return names


def test_it_goes_on_while_a_calm_page_is_shown_and_rests_while_the_breath_moves(rig: Rig, fetched):
    rig.set(leave_hint_seen=True).open()
    rig.pass_by(5)
    assert fetched == []
    rig.click("Menu")
    rig.pass_by(2.5 * REST_S)
    assert fetched == ["steady.ui.remembering"]
    rig.click("Back to breathing")
    rig.pass_by(2.5 * REST_S)
    assert fetched == ["steady.ui.remembering"]
    rig.click("Menu")
    rig.pass_by(10 * REST_S)
    assert fetched == list(warming.PAGES)
    assert rig.navigator.is_warm


def test_whoever_leaves_waits_for_none_of_it(rig: Rig, fetched):
    rig.set(leave_hint_seen=True).open()
    rig.click("Menu")
    rig.navigator.leave()
    rig.clock.pass_by(10 * REST_S)
    assert fetched == []
