"""Asking where a file is to be kept leaves nothing behind, and a mind that was changed is no place."""

from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QWidget

from steady.ui.save_dialog import ask_where


@pytest.fixture
def parent(qtbot) -> QWidget:
    widget = QWidget()
    qtbot.addWidget(widget)
    widget.show()
    return widget


def answer(qtbot, deed) -> None:
    """Do something to the dialog once it is there."""

    def when_there() -> None:
        found = QApplication.activeModalWidget()
        assert isinstance(found, QFileDialog)
        deed(found)

    QTimer.singleShot(50, when_there)


def test_the_place_that_was_chosen_has_its_suffix(qtbot, parent, tmp_path):
    def choose(dialog: QFileDialog) -> None:
        dialog.findChild(QLineEdit).setText(str(tmp_path / "for them"))
        dialog.accept()

    answer(qtbot, choose)
    assert ask_where(parent, "Where to keep it", "summary.pdf", "pdf") == tmp_path / "for them.pdf"


def test_a_mind_that_was_changed_is_no_place(qtbot, parent):
    answer(qtbot, QFileDialog.reject)
    assert ask_where(parent, "Where to keep it", "summary.pdf", "pdf") is None


def test_no_settings_file_of_qt_says_which_folder_was_looked_at(qtbot, parent, tmp_path):
    def choose(dialog: QFileDialog) -> None:
        dialog.setDirectory(str(tmp_path))
        dialog.selectFile("a")
        dialog.accept()

    answer(qtbot, choose)
    ask_where(parent, "Where to keep it", "summary.pdf", "pdf")
    settings = QSettings(QSettings.Scope.UserScope, "QtProject")  # in the folder that is forgotten
    assert not Path(settings.fileName()).exists()
    assert list((tmp_path / "home").rglob("*.conf")) == []
