import pytest
from PySide6.QtCore import Qt
from tests.ui.fitting import SIZES_PX, faults, settle, tab_stops
from tests.ui.pages.walks import in_window

from steady.store.bundled import exercises_dir
from steady.store.library import FileLibrary
from steady.store.search import rank
from steady.texts import say
from steady.texts.soothe import Soothe
from steady.ui.pages.soothe import SoothePage
from steady.ui.theme import DAWN, DUSK


@pytest.fixture
def page(tmp_path):
    return SoothePage(DUSK, FileLibrary(exercises_dir(), tmp_path).entries(), (), rank)


@pytest.fixture
def shell(qtbot, page):
    return in_window(qtbot, page, DUSK)


@pytest.mark.usefixtures("shell")
def test_words_of_danger_bring_a_way_to_people_above_all_that_was_found(qtbot, page):
    qtbot.keyClicks(page.search.line, "i want to die")

    assert page.danger.isVisible()
    assert page.danger.words.text() == say(Soothe.DANGER)
    assert page.danger.y() < page.cards[0].parentWidget().y() + page.cards[0].y()
    assert page.danger.button.accessibleName() == "Support"
    with qtbot.waitSignal(page.support_wanted, timeout=0):
        qtbot.keyClick(page.danger.button, Qt.Key.Key_Return)


@pytest.mark.usefixtures("shell")
def test_the_cards_are_there_as_well_and_the_line_goes_with_the_words(page):
    page.search.line.setText("he hit me")
    assert page.danger.isVisible()
    assert page.cards

    page.search.line.setText("they cancelled on me")
    assert not page.danger.isVisible()
    assert page.shown_ids[0] == "the-plan-changed"


@pytest.mark.usefixtures("shell")
def test_tab_comes_from_the_question_to_people(page):
    page.search.line.setText("i want to hurt myself")
    assert [stop.accessibleName() for stop in tab_stops(page)][1] == "Support"


@pytest.mark.parametrize("look", [DUSK, DAWN], ids=["dusk", "dawn"])
@pytest.mark.parametrize("size", SIZES_PX, ids=str)
def test_the_line_fits_every_window(qtbot, tmp_path, look, size):
    page = SoothePage(look, FileLibrary(exercises_dir(), tmp_path).entries(), (), rank)
    shell = in_window(qtbot, page, look)
    shell.resize(*size)
    page.search.line.setText("not safe")
    settle()
    assert faults(page) == []
