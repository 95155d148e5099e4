"""The words of every exercise that ships, on the page that they were written for: nothing is cut, at any step."""

import pytest
from tests.ui.fitting import faults, settle
from tests.ui.pages.walks import Led, services

from steady.core.exercise import Script
from steady.core.record import Kind
from steady.core.steps import Choose, Say
from steady.store.bundled import exercises_dir
from steady.store.library import FileLibrary
from steady.ui import theme
from steady.ui.pages.ground import GroundPage
from steady.ui.pages.script import ScriptPage
from steady.ui.theme import DAWN

WALKED = sorted(
    file.stem for file in exercises_dir().glob("*.toml") if 'kind = "breathing"' not in file.read_text(encoding="utf-8")
)


@pytest.mark.parametrize(("size_px", "percent"), [((480, 800), 200), ((960, 680), 100)], ids=["narrow, 200 %", "usual"])
@pytest.mark.parametrize("exercise_id", WALKED)
def test_no_word_of_any_step_is_cut(qtbot, tmp_path, exercise_id, size_px, percent):
    library = FileLibrary(exercises_dir(), tmp_path)
    titles = {entry.id: entry.exercise.title for entry in library.entries()}
    exercise = library.get(exercise_id)
    is_script = isinstance(exercise, Script)
    led = Led(exercise.steps, Kind.SCRIPT if is_script else Kind.GROUNDING)
    theme.set_text_percent(percent)
    page = (ScriptPage if is_script else GroundPage)(
        DAWN, exercise.title, exercise_id, led.session, services(led, titles=titles), ways_out=exercise.ways_out
    )
    qtbot.addWidget(page)
    page.resize(*size_px)
    page.show()
    for _ in range(page.walk.count):
        if isinstance(page.walk.step, Choose):
            longest = max(range(len(page.body.part.pills)), key=lambda at: len(page.walk.step.options[at].reply))
            page.body.part.pills[longest].click()
        settle()
        assert faults(page) == []
        if percent == 100 and type(page.walk.step) is Say and not page.walk.is_last:
            assert page.scroll.verticalScrollBar().maximum() == 0, "a thought is read without scrolling"
        page.go_on()
    assert page.walk.is_last
