"""From what is happening to the words for it, in the whole window, in two actions: type, and Enter."""

import pytest
from PySide6.QtCore import Qt
from tests.ui.rig import PATIENCE_MS


@pytest.mark.parametrize("enter", [Qt.Key.Key_Return, Qt.Key.Key_Enter], ids=["return", "enter"])
def test_typing_and_enter_lead_to_the_first_thought_of_the_right_script(rig, enter):
    rig.open()
    rig.press(Qt.Key.Key_K)
    rig.type("they canceld on me")
    rig.press(enter)

    assert rig.shown == "ScriptPage"
    assert rig.page.where.text() == "The plan changed · 1 of 10"


@pytest.mark.parametrize("words", ["i want to die", "he hit me"])
def test_enter_after_words_of_danger_leads_to_people_and_to_no_script(rig, words):
    rig.open()
    rig.press(Qt.Key.Key_K)
    rig.type(words)
    rig.press(Qt.Key.Key_Return)

    assert rig.shown == "SupportPage"


def test_what_was_typed_is_nowhere_afterwards(rig):
    rig.set(leave_hint_seen=True).open()
    rig.press(Qt.Key.Key_K)
    rig.type("he hit me")
    rig.press(Qt.Key.Key_Return)
    rig.press(Qt.Key.Key_Escape)

    assert rig.preferences.flush(PATIENCE_MS / 1000)
    files = [file for file in rig.data_dir.rglob("*") if file.is_file()]
    assert files
    assert not any(b"he hit" in file.read_bytes() for file in files)
    assert rig.log.puts
    assert "he hit" not in f"{rig.log.puts} {rig.log.kept_drafts}"
