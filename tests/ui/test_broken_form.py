"""A form that cannot be drawn: the bug is noted once, the still form takes its place, and the breathing goes on."""

import pytest
from PySide6.QtWidgets import QWidget
from tests.ui.fitting import settle
from tests.ui.rig import PATIENCE_MS

from steady.core.events import Stage
from steady.core.settings import Form
from steady.ui.theme import DUSK
from steady.ui.widgets.breath_form import BreathForm
from steady.ui.widgets.breath_still import BreathStill


class Broken(BreathForm):
    """A form that fails whenever it is to be drawn."""

    tries = 0

    def take_moment(self, moment, timeline) -> None:
        self.update()

    def paintEvent(self, event) -> None:  # noqa: N802 - Qt's name
        self.tries += 1
        raise ValueError


@pytest.fixture
def noted(monkeypatch):
    """What reaches the crash hook."""
    kinds: list[type[BaseException]] = []
    monkeypatch.setattr("sys.excepthook", lambda kind, _error, _traceback: kinds.append(kind))
    return kinds


def test_a_form_that_fails_says_so_once_and_draws_no_more(qtbot, noted):
    window = QWidget()
    qtbot.addWidget(window)
    form, said = Broken(DUSK, window), []
    form.broke.connect(lambda: said.append(form.tries))
    window.show()
    for _ in range(3):
        settle()
        form.update()
    qtbot.waitUntil(lambda: bool(said), timeout=PATIENCE_MS)
    assert (said, form.tries, noted) == ([1], 1, [ValueError])


def test_a_form_that_draws_well_is_left_as_it_is(rig, noted):
    rig.set(leave_hint_seen=True).open()
    rig.pass_by(20.0)
    assert (type(rig.form).__name__, noted) == ("BreathOrb", [])


@pytest.fixture
def guide(rig, noted, monkeypatch):
    """The guide whose orb cannot be drawn, shown."""
    monkeypatch.setattr("steady.ui.widgets.breath_orb.BreathOrb", Broken)
    rig.set(leave_hint_seen=True).open()
    rig.pass_by(1.0)
    return rig


def test_the_still_form_takes_its_place_and_the_breathing_goes_on(guide, noted):
    assert isinstance(guide.form, BreathStill)
    assert guide.form.isVisible()
    assert noted == [ValueError]
    before = guide.session.look().elapsed_s
    guide.pass_by(6.0)
    assert guide.stage is Stage.BREATHING
    assert guide.session.look().elapsed_s == pytest.approx(before + 6.0, abs=0.2)
    assert len(guide.page.findChildren(BreathForm)) == 1


def test_what_the_person_chose_stays_their_choice(guide):
    assert guide.settings.form is Form.AUTO


def test_another_form_can_still_be_chosen(guide):
    guide.click("Pace")
    guide.click("Wave")
    guide.pass_by(1.0)
    assert type(guide.form).__name__ == "BreathWave"
    assert not guide.form.is_broken
