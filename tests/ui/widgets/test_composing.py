"""Esc while words are being put together ends that, and leaves with the next press."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout
from tests.ui.fitting import show_active

from steady.ui.page import Page
from steady.ui.shell import Shell
from steady.ui.theme import DUSK
from steady.ui.widgets.field import Field
from steady.ui.widgets.search_field import SearchField
from steady.ui.widgets.word_line import WordLine

MAKE = {
    "thought": lambda: Field(DUSK),
    "words": lambda: WordLine(DUSK, "Words"),
    "search": lambda: SearchField(DUSK, "Find", "no reply"),
}


@pytest.fixture(params=MAKE)
def field(request, qtbot):
    page = Page(DUSK)
    shell = Shell(DUSK)
    qtbot.addWidget(shell)
    made = MAKE[request.param]()
    QVBoxLayout(page).addWidget(made)
    shell.field = made.line if isinstance(made, SearchField) else made
    shell.show_page(page)
    show_active(qtbot, shell)
    shell.field.setFocus()
    shell.left = []
    shell.leave_wanted.connect(lambda: shell.left.append(True))
    return shell.field


def words_of(field) -> str:
    return field.toPlainText() if isinstance(field, Field) else field.text()


def test_the_first_esc_takes_back_what_is_being_put_together_and_the_next_leaves(field):
    shell = field.window()
    QTest.keyClicks(field, "ok ")
    QApplication.sendEvent(field, QInputMethodEvent("ni hao", []))

    QTest.keyClick(field, Qt.Key.Key_Escape)

    assert shell.left == []
    assert words_of(field) == "ok "
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert shell.left == [True]


def test_what_was_put_together_and_taken_leaves_esc_to_the_window(field):
    QApplication.sendEvent(field, QInputMethodEvent("ni", []))
    done = QInputMethodEvent()
    done.setCommitString("你")
    QApplication.sendEvent(field, done)

    assert words_of(field) == "你"
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.window().left == [True]
