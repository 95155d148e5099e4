"""The first frame does without Qt's namespace of a hundred enums, which `steady.ui.numbers` is there for."""

import os
import subprocess
import sys

import pytest

LOOK = """
import sys
from pathlib import Path
from PySide6 import QtCore
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget
from steady.app import Backstage
from steady.store.paths import Paths
from steady.ui.window import Window

print("Qt" in vars(QtCore))
backstage = Backstage(Paths(Path(sys.argv[1])))
application = QApplication([])
window = Window(application, backstage.world)

def painted():
    print("Qt" in vars(QtCore))
    window.navigator.leave()

window.on_first_frame(painted)
window.open(backstage.first, None)
if sys.argv[2] == "heard":
    for widget in (window.shell, *window.shell.findChildren(QWidget)):
        QAccessible.queryAccessibleInterface(widget)
application.exec()
backstage.close()
"""


@pytest.mark.parametrize("listened_to", ["alone", "heard"])
def test_the_first_frame_touches_none_of_qts_namespace(tmp_path, listened_to):
    """Neither alone nor with a screen reader that asks for every widget before there is a frame."""
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", LOOK, str(tmp_path), listened_to]
    done = subprocess.run(command, capture_output=True, text=True, timeout=60, env=environment, check=True)
    before, after = done.stdout.split()
    if before == "True":
        pytest.skip("this PySide6 builds the whole namespace when it is imported")
    assert after == "False"
