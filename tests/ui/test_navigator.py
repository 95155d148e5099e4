"""The guide comes first, leaving is at once, and what is set is so everywhere."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from tests.memory_log import MemoryLog

from steady.core.events import Outcome, Stage
from steady.core.record import Draft
from steady.core.settings import Form, Look, Motion
from steady.texts import say
from steady.texts.ui import Ui
from steady.ui.desktop_wishes import DesktopWishes
from steady.ui.theme import DAWN

# -- the first breath -----------------------------------------------------------------------------------------------


def test_it_opens_on_the_guide_already_moving_and_asks_nothing(rig):
    rig.open()
    assert rig.shown == "BreathePage"
    assert rig.stage is Stage.BREATHING
    before = rig.conductor.session.look().fullness
    rig.pass_by(1.0)
    assert rig.conductor.session.look().fullness > before + 0.1
    assert rig.words == ("Breathe in", "gentle, not deep")


def test_the_ways_out_stand_beside_pause_from_the_first_frame(rig):
    rig.open()
    ways = [
        "Pause",
        "Pace",
        "Ground me",
        "Kind words",
        "Talk to someone",
        "Menu",
        "Sound is off",
        "Leave quickly: closes Steady at once",
    ]
    assert [name for name in rig.buttons() if name != "Got it"] == ways


def test_one_line_teaches_leaving_and_is_put_aside_for_good(rig):
    rig.open()
    assert say(Ui.LEAVE_HINT) in rig.texts()
    rig.click("Got it")
    assert say(Ui.LEAVE_HINT) not in rig.texts()
    assert rig.settings.leave_hint_seen


def test_a_hint_that_was_put_aside_does_not_come_back(rig):
    rig.set(leave_hint_seen=True).open()
    assert say(Ui.LEAVE_HINT) not in rig.texts()
    assert any(text.startswith("Meet your breath") for text in rig.texts())


def test_a_hint_that_was_not_put_aside_waits_through_other_pages(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Back to breathing")
    assert rig.texts().count(say(Ui.LEAVE_HINT)) == 1


# -- leaving --------------------------------------------------------------------------------------------------------


class WatchedLog(MemoryLog):
    """Notes whether the window could be seen at each write."""

    def __init__(self) -> None:
        super().__init__()
        self.visible = lambda: False
        self.writes: list[tuple[str, bool]] = []

    def put(self, record):
        self.writes.append(("row", self.visible()))
        return super().put(record)

    def keep_draft(self, draft):
        self.writes.append(("draft", self.visible()))
        return super().keep_draft(draft)


def leave(rig, how: str) -> None:
    if how == "close":
        rig.shell.close()
    elif how == "click":
        rig.click("Leave quickly: closes Steady at once")
    else:
        rig.press(Qt.Key.Key_Escape)
    rig.settle()


@pytest.mark.parametrize("how", ["esc", "click", "close"])
def test_leaving_hides_the_window_before_anything_is_written(rig, how):
    log = rig.log = WatchedLog()
    rig.open()
    log.visible = lambda: rig.shell.isVisible()
    rig.read_to_boxes()
    rig.tab_to("What is a fact?")
    rig.type("half a thou")
    log.writes.clear()
    gone: list[bool] = []
    rig.navigator.left.connect(lambda: gone.append(rig.shell.isVisible()))
    leave(rig, how)
    assert not rig.shell.isVisible()
    assert sorted(log.writes) == [("draft", False), ("row", False)]
    assert gone == [False]
    assert rig.log.last_of("no-reply-yet").outcome is Outcome.STOPPED
    assert log.drafts("no-reply-yet") == [Draft("no-reply-yet", "fact", "half a thou")]


def test_leaving_from_a_calm_page_ends_the_practice_that_waits_behind_it(rig):
    rig.open()
    rig.read_to_boxes()
    rig.tab_to("What is a fact?")
    rig.type("words")
    rig.click("Menu")
    rig.press(Qt.Key.Key_Escape)
    assert rig.log.last_of("no-reply-yet").outcome is Outcome.STOPPED
    assert rig.log.drafts("no-reply-yet")


def test_leaving_twice_is_leaving_once(rig):
    rig.open()
    gone: list[bool] = []
    rig.navigator.left.connect(lambda: gone.append(True))
    rig.press(Qt.Key.Key_Escape)
    rig.navigator.leave()
    rig.shell.close()
    assert gone == [True]


def test_leaving_before_the_first_breath_leaves_a_row_that_was_stopped(rig):
    rig.log = MemoryLog(slow=True)
    rig.open()
    assert rig.stage is Stage.READY
    rig.press(Qt.Key.Key_Escape)
    assert (rig.log.last.outcome, rig.log.last.breaths) == (Outcome.STOPPED, 0)


def test_a_bug_on_the_way_out_does_not_keep_a_process_without_a_window(rig):
    rig.open()
    gone: list[bool] = []
    rig.navigator.left.connect(lambda: gone.append(True))

    def broken():
        raise RuntimeError("words")

    rig.page.leave = broken
    with pytest.raises(RuntimeError):
        rig.navigator.leave()
    assert gone == [True]
    assert not rig.shell.isVisible()
    rig.conductor.end()


def test_words_that_were_half_written_are_there_the_next_time(rig):
    rig.open()
    rig.read_to_boxes()
    rig.tab_to("What is a fact?")
    rig.type("still here")
    rig.click("Breathe for a moment")
    assert rig.shown == "BreathePage"
    rig.read_to_boxes()
    assert rig.page.body.boxes[0].words == "still here"


# -- settings -------------------------------------------------------------------------------------------------------


def test_other_colours_and_larger_text_dress_every_page_anew_and_keep_the_breath(rig):
    rig.set(look=Look.DUSK).open()
    rig.pass_by(5.0)
    session = rig.session
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Dawn")
    assert rig.page.look is DAWN
    assert rig.shell.palette().window().color() == DAWN.color("ground")
    rig.click("150 %")
    assert QApplication.font().pixelSize() == 24
    rig.click("Back")
    rig.click("Back to breathing")
    assert rig.page.look is DAWN
    assert rig.page._main.font().pixelSize() == 24
    assert rig.session is session
    assert rig.stage is Stage.BREATHING
    assert rig.session.look().elapsed_s == pytest.approx(5.0, abs=0.1)


def test_the_guide_itself_is_dressed_anew_in_the_middle_of_a_breath(rig):
    rig.set(look=Look.DUSK).open()
    rig.pass_by(1.5)
    before = rig.session.look()
    rig.navigator.change(look=Look.DAWN)
    rig.settle()
    assert rig.page.look is DAWN
    assert rig.words == ("Breathe in", "gentle, not deep")
    assert rig.session.look() == before
    rig.pass_by(1.7)
    assert rig.words[0] == "Breathe out"


def test_words_in_a_box_survive_new_colours(rig):
    rig.set(look=Look.DUSK).open()
    rig.read_to_boxes()
    rig.tab_to("What is a fact?")
    rig.type("kept")
    rig.navigator.change(look=Look.DAWN)
    rig.settle()
    assert rig.shown == "ScriptPage"
    assert rig.page.look is DAWN
    assert rig.page.body.boxes[0].words == "kept"
    assert rig.page.is_beating


def test_the_settings_page_comes_back_where_it_was(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Settings")
    rig.tab_to("100 %")
    rig.press(Qt.Key.Key_Right)
    assert rig.settings.text_percent == 125
    assert QApplication.focusWidget().accessibleName() == "125 %"


def test_what_is_set_holds_for_the_breath_that_waits(rig):
    rig.set(leave_hint_seen=True).open()
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Wave")
    rig.click("Show how long it has been")
    rig.click("Back")
    rig.click("Back to breathing")
    assert type(rig.form).__name__ == "BreathWave"
    assert any(text == "Meet your breath · leave whenever you like" for text in rig.texts())


def test_letters_switched_off_are_off_at_once(rig):
    rig.open()
    rig.click("Menu")
    rig.click("Settings")
    rig.click("Single-letter keys")
    rig.press(Qt.Key.Key_M)
    assert rig.shown == "SettingsPage"


def test_settings_are_kept_in_the_data_folder_and_nowhere_else(rig, tmp_path):
    rig.open()
    rig.click("Got it")
    assert rig.preferences.flush(5.0)
    assert sorted(path.name for path in rig.data_dir.iterdir()) == ["settings.json"]
    assert list((tmp_path / "home").iterdir()) == []


# -- motion ---------------------------------------------------------------------------------------------------------


def test_a_desktop_that_asks_for_less_motion_gets_the_still_form_at_once(rig):
    rig.open()
    session = rig.session
    DesktopWishes(rig.navigator).motion_answered(reduced=True)
    rig.settle()
    assert type(rig.form).__name__ == "BreathStill"
    assert rig.session is session
    assert rig.settings.last_reduced_motion
    DesktopWishes(rig.navigator).motion_answered(reduced=False)
    rig.settle()
    assert type(rig.form).__name__ == "BreathOrb"


def test_the_answer_is_known_for_the_first_frame_of_the_next_start(rig):
    rig.set(last_reduced_motion=True).open()
    assert type(rig.form).__name__ == "BreathStill"


@pytest.mark.parametrize(
    ("own", "form"),
    [
        ({"form": Form.WAVE}, "BreathWave"),
        ({"motion": Motion.FULL}, "BreathOrb"),
        ({"motion": Motion.REDUCED}, "BreathStill"),
    ],
)
def test_what_a_person_set_outranks_the_desktop(rig, own, form):
    rig.set(**own).open()
    DesktopWishes(rig.navigator).motion_answered(reduced=True)
    rig.settle()
    assert type(rig.form).__name__ == form


def test_a_later_answer_reaches_a_guide_that_waits(rig):
    rig.open()
    rig.click("Menu")
    DesktopWishes(rig.navigator).motion_answered(reduced=True)
    rig.click("Back to breathing")
    assert type(rig.form).__name__ == "BreathStill"
