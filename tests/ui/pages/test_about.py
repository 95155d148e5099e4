"""What Steady says of itself is all there, and honest."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from tests.ui.fitting import faults
from tests.ui.pages.fitting import WINDOWS, controls, opened

from steady.store.bundled import exercises_dir
from steady.store.library import FileLibrary
from steady.texts import say
from steady.texts.evidence import grade_text
from steady.ui.pages.about import AboutPage
from steady.ui.theme import DAWN

BUNDLED = FileLibrary(exercises_dir(), Path("none")).entries()


def make(look) -> AboutPage:
    return AboutPage(look, "1.2.3", BUNDLED)


@pytest.mark.parametrize(("look", "width", "height", "percent"), WINDOWS)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, look, width, height, percent):
    assert faults(opened(qtbot, make, look, width, height, percent)) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "A practice tool. Not therapy, diagnosis or emergency help.",
        "No clinician has reviewed this yet.",
        "Some people notice a small shift in a few minutes. Some don’t.",
        "All of it stays on this computer. Steady never goes online.",
        "Version 1.2.3",
    ],
)
def test_it_says(qtbot, sentence):
    page = opened(qtbot, make, DAWN, 960, 680, 100)
    assert sentence in [one.text() for one in page.findChildren(QLabel)]


def test_each_exercise_stands_with_how_good_its_evidence_is(qtbot):
    page = opened(qtbot, make, DAWN, 960, 680, 100)
    shown = [one.text() for one in page.findChildren(QLabel)]
    for entry in BUNDLED:
        grade = say(grade_text(entry.exercise.evidence.grade))
        assert entry.exercise.title in shown[shown.index(grade) + 1].split(" · ")


def test_there_is_a_way_back(qtbot):
    page = opened(qtbot, make, DAWN, 960, 680, 100)
    with qtbot.waitSignal(page.back_wanted):
        qtbot.keyClick(controls(page)[0], Qt.Key.Key_Return)
