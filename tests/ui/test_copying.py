"""What is copied can be pasted until the person leaves, and is asked to stay out of every history of the clipboard."""

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from tests.ui.fitting import settle

from steady.ui.copying import NOT_FOR_HISTORIES, Copying


@pytest.fixture
def clipboard(qapp):
    board = QGuiApplication.clipboard()
    board.clear()
    yield board
    board.clear()


@pytest.fixture
def copying(clipboard):
    parent = QObject()
    yield Copying(parent)
    parent.deleteLater()
    settle()


def test_words_can_be_pasted_as_they_are(copying, clipboard):
    copying.copy("When it’s late I feel <b>uneasy</b>.\nIs that possible?")
    assert clipboard.text() == "When it’s late I feel <b>uneasy</b>.\nIs that possible?"
    assert not clipboard.mimeData().hasHtml()


def test_programs_that_keep_a_history_are_asked_to_leave_them_out(copying, clipboard):
    copying.copy("words")
    data = clipboard.mimeData()
    assert {kind: bytes(data.data(kind).data()) for kind in NOT_FOR_HISTORIES} == NOT_FOR_HISTORIES


def test_wiping_leaves_nothing_of_them(copying, clipboard):
    copying.copy("first")
    copying.copy("second")
    copying.wipe()
    assert clipboard.text() == ""


def test_what_somebody_else_copied_since_stays(copying, clipboard):
    copying.copy("words")
    clipboard.setText("a shopping list")
    copying.wipe()
    assert clipboard.text() == "a shopping list"


def test_nothing_is_wiped_where_nothing_was_copied(copying, clipboard):
    clipboard.setText("a shopping list")
    copying.wipe()
    assert clipboard.text() == "a shopping list"


def test_leaving_quickly_takes_the_copy_along(rig, clipboard):
    rig.open()
    rig.read("before-i-send-it")
    rig.page.walk.index = next(at for at, step in enumerate(rig.page.walk.steps) if type(step).__name__ == "Unsent") - 1
    rig.page.go_on()
    rig.page.body.part.box.field.setPlainText("please, just answer")
    rig.click("Send as it is")
    rig.click("Copy it")
    assert clipboard.text() == "please, just answer"

    rig.navigator.leave()
    assert clipboard.text() == ""
