"""Everything can be set by mouse and by keyboard, and each change is told at once under its own name."""

from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit
from tests.ui.fitting import faults
from tests.ui.pages.fitting import WINDOWS, controls, opened

from steady.core.settings import Form, Look, Motion, Settings
from steady.ui.pages.settings import SettingsPage
from steady.ui.theme import DUSK
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.length_choice import Kind, LengthChoice
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.switch_row import SwitchRow

HERE = Path("/home/someone/with a long name/.local/share/steady")


class Teller:
    """A page of settings and what it has told."""

    def __init__(self, qtbot, settings: Settings = Settings()) -> None:  # noqa: B008 - frozen
        self.qtbot = qtbot
        self.told: list[dict[str, object]] = []
        self.page = opened(qtbot, lambda look: SettingsPage(look, settings, HERE), DUSK, 960, 680, 100)
        self.page.changed.connect(self.told.append)

    def choice(self, field: str) -> ChoiceRow:
        row = self.page.field(field)
        assert isinstance(row, ChoiceRow)
        return row

    def switch(self, field: str) -> SwitchRow:
        row = self.page.field(field)
        assert isinstance(row, SwitchRow)
        return row

    @property
    def length(self) -> LengthChoice:
        row = self.page.field("length")
        assert isinstance(row, LengthChoice)
        return row

    def click(self, widget) -> None:
        self.qtbot.mouseClick(widget, Qt.MouseButton.LeftButton)

    def press(self, widget, key: Qt.Key) -> None:
        self.qtbot.keyClick(widget, key)


@pytest.fixture
def teller(qtbot) -> Teller:
    return Teller(qtbot)


@pytest.mark.parametrize(("look", "width", "height", "percent"), WINDOWS)
@pytest.mark.parametrize(
    "settings",
    [
        pytest.param(Settings(length_minutes=2.5, last_reduced_motion=True, cautions_seen=("box",)), id="minutes"),
        pytest.param(Settings(length_breaths=1000), id="breaths"),
        pytest.param(Settings(length_open=True), id="open"),
    ],
)
def test_nothing_is_cut_in_any_window_at_any_text_size(qtbot, settings, look, width, height, percent):
    assert faults(opened(qtbot, lambda one: SettingsPage(one, settings, HERE), look, width, height, percent)) == []


@pytest.mark.parametrize(
    ("field", "value"),
    [("form", Form.WAVE), ("motion", Motion.REDUCED), ("look", Look.DAWN), ("text_percent", 150)],
)
def test_a_choice_is_told_under_the_name_of_its_setting(teller, field, value):
    teller.click(teller.choice(field).pill(value))
    assert teller.told == [{field: value}]


@pytest.mark.parametrize(
    "settings",
    [
        Settings(form=Form.SQUARE, motion=Motion.FULL, look=Look.DUSK, text_percent=175),
        Settings(form=Form.STILL, motion=Motion.SYSTEM, look=Look.DAWN, text_percent=125),
    ],
)
def test_what_is_set_is_what_is_shown(qtbot, settings):
    teller = Teller(qtbot, settings)
    for field in ("form", "motion", "look", "text_percent"):
        row = teller.choice(field)
        assert row.value == getattr(settings, field)
        assert [pill.words for pill in row.findChildren(Pill) if pill.isChecked()] == [row.pill(row.value).words]


def test_a_text_size_from_a_file_that_is_not_on_offer_leaves_all_unchosen(qtbot):
    row = Teller(qtbot, Settings(text_percent=110)).choice("text_percent")
    assert not [pill for pill in row.findChildren(Pill) if pill.isChecked()]
    assert row.pill(100).focusPolicy() & Qt.FocusPolicy.TabFocus


@pytest.mark.parametrize("field", ["letter_keys", "announce_phases", "show_elapsed"])
@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Return, None])
def test_a_switch_turns_by_space_enter_or_click(teller, field, key):
    row = teller.switch(field)
    assert row.isChecked()
    if key is None:
        teller.click(row)
    else:
        teller.press(row, key)
    assert teller.told == [{field: False}]


@pytest.mark.parametrize("field", ["letter_keys", "announce_phases", "show_elapsed"])
def test_a_switch_that_is_off_is_shown_off(qtbot, field):
    teller = Teller(qtbot, msgspec.structs.replace(Settings(), **{field: False}))
    assert not teller.switch(field).isChecked()


def test_the_letters_are_told(teller):
    assert "M menu, P pace, G ground me, K kind words, T talk" in teller.switch("letter_keys").accessibleDescription()


# -- the keyboard -----------------------------------------------------------------------------------------------------


def test_arrow_keys_move_and_choose_inside_a_row_and_go_round(teller):
    row = teller.choice("look")
    row.take_focus()
    teller.press(row.pill(Look.SYSTEM), Qt.Key.Key_Right)
    assert row.pill(Look.DUSK).hasFocus()
    teller.press(row.pill(Look.DUSK), Qt.Key.Key_Left)
    teller.press(row.pill(Look.SYSTEM), Qt.Key.Key_Up)
    assert row.pill(Look.DAWN).hasFocus()
    assert [told["look"] for told in teller.told] == [Look.DUSK, Look.SYSTEM, Look.DAWN]


def test_in_a_language_from_right_to_left_the_left_arrow_goes_on(teller):
    row = teller.choice("look")
    row.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    row.take_focus()
    teller.press(row.pill(Look.SYSTEM), Qt.Key.Key_Left)
    assert row.value is Look.DUSK


def test_tab_stops_once_at_each_row(teller):
    def stops(row: ChoiceRow) -> list[str]:
        return [pill.words for pill in row.findChildren(Pill) if pill.focusPolicy() & Qt.FocusPolicy.TabFocus]

    assert stops(teller.choice("look")) == ["As the computer says"]
    teller.click(teller.choice("look").pill(Look.DAWN))
    assert stops(teller.choice("look")) == ["Dawn"]


def test_a_screen_reader_can_choose_and_switch(teller):
    for control in (teller.choice("look").pill(Look.DAWN), teller.switch("letter_keys")):
        actions = QAccessible.queryAccessibleInterface(control).actionInterface()
        actions.doAction(actions.actionNames()[0])
    assert teller.told == [{"look": Look.DAWN}, {"letter_keys": False}]


def test_the_taken_choice_stays_taken_when_it_is_pressed_again(teller):
    teller.click(teller.choice("look").pill(Look.SYSTEM))
    assert teller.choice("look").pill(Look.SYSTEM).isChecked()
    assert teller.told == []


def test_a_screen_reader_meets_radio_buttons_and_checkboxes(teller):
    radio = QAccessible.queryAccessibleInterface(teller.choice("form").pill(Form.ORB))
    assert radio.role() is QAccessible.Role.RadioButton
    assert radio.text(QAccessible.Text.Description) == "How it looks"
    assert QAccessible.queryAccessibleInterface(teller.switch("letter_keys")).role() is QAccessible.Role.CheckBox
    assert QAccessible.queryAccessibleInterface(teller.length.minutes.spin).role() is QAccessible.Role.SpinBox


# -- length -----------------------------------------------------------------------------------------------------------

OWN = {"length_minutes": None, "length_breaths": None, "length_open": False}


@pytest.mark.parametrize(
    ("kind", "told"),
    [
        (Kind.MINUTES, OWN | {"length_minutes": 5.0}),
        (Kind.BREATHS, OWN | {"length_breaths": 10}),
        (Kind.OPEN, OWN | {"length_open": True}),
    ],
)
def test_a_new_length_is_told_whole(teller, kind, told):
    teller.click(teller.length.kinds.pill(kind))
    assert teller.told == [told]


def test_going_back_to_each_exercises_own_length_clears_the_others(qtbot):
    teller = Teller(qtbot, Settings(length_minutes=7.0))
    teller.click(teller.length.kinds.pill(Kind.OWN))
    assert teller.told == [OWN]


@pytest.mark.parametrize(
    ("settings", "kind"),
    [
        (Settings(), Kind.OWN),
        (Settings(length_minutes=2.5), Kind.MINUTES),
        (Settings(length_breaths=4), Kind.BREATHS),
        (Settings(length_minutes=2.5, length_breaths=4), Kind.BREATHS),
        (Settings(length_minutes=2.5, length_open=True), Kind.OPEN),
    ],
)
def test_the_length_in_force_is_shown_with_its_number_only(qtbot, settings, kind):
    length = Teller(qtbot, settings).length
    assert length.kinds.value is kind
    assert length.minutes.isVisible() is (kind is Kind.MINUTES)
    assert length.breaths.isVisible() is (kind is Kind.BREATHS)


def test_minutes_step_over_whole_numbers_and_keep_their_limits(qtbot):
    teller = Teller(qtbot, Settings(length_minutes=2.5))
    field = teller.length.minutes
    teller.click(field.more)
    teller.click(field.less)
    teller.click(field.less)
    teller.click(field.less)
    teller.click(field.less)
    assert [told["length_minutes"] for told in teller.told] == [3.0, 2.0, 1.0, 0.5]


def test_a_half_minute_steps_down_to_the_whole_one(qtbot):
    teller = Teller(qtbot, Settings(length_minutes=2.5))
    teller.click(teller.length.minutes.less)
    assert teller.told[-1]["length_minutes"] == 2.0


def test_a_number_is_told_once_it_is_typed_not_with_each_digit(qtbot):
    teller = Teller(qtbot, Settings(length_breaths=4))
    spin = teller.length.breaths.spin
    spin.setFocus()
    spin.selectAll()
    qtbot.keyClicks(spin, "25")
    assert teller.told == []
    teller.press(spin, Qt.Key.Key_Return)
    assert teller.told == [OWN | {"length_breaths": 25}]


def test_tab_goes_through_less_the_number_and_more(qtbot):
    teller = Teller(qtbot, Settings(length_minutes=5.0))
    field = teller.length.minutes
    chain = controls(teller.page)
    assert chain[chain.index(field.less) :][:3] == [field.less, field.spin, field.more]
    assert chain[chain.index(field.less) - 1] is teller.length.kinds.pill(Kind.OPEN)


def test_the_numbers_buttons_say_what_they_change(teller):
    assert teller.length.minutes.less.accessibleName() == "Less: How many minutes"


# -- the rest ---------------------------------------------------------------------------------------------------------


def test_cautions_can_be_shown_again_once_some_were_seen(qtbot):
    teller = Teller(qtbot, Settings(cautions_seen=("box",)))
    teller.click(teller.page.field("cautions_seen"))
    assert teller.told == [{"cautions_seen": ()}]
    assert not teller.page.field("cautions_seen").isVisible()


def test_nothing_is_said_of_cautions_that_were_never_shown(teller):
    with pytest.raises(KeyError):
        teller.page.field("cautions_seen")


def test_the_folder_of_ones_things_can_be_copied_by_keyboard(teller):
    (path,) = teller.page.findChildren(QPlainTextEdit)
    path.setFocus()
    teller.qtbot.keyClick(path, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    teller.qtbot.keyClick(path, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == str(HERE)
    assert path.isReadOnly()


def test_there_are_ways_back_and_to_about(teller):
    for words, signal in (("Back", teller.page.back_wanted), ("About Steady", teller.page.about_wanted)):
        (pill,) = [one for one in teller.page.findChildren(Pill) if one.words == words]
        with teller.qtbot.waitSignal(signal):
            teller.click(pill)


def test_the_page_made_in_place_of_this_one_takes_the_person_back_to_where_they_were(qtbot):
    before = Teller(qtbot)
    before.page.scroll.turn(1.0)
    before.choice("text_percent").take_focus()
    place = before.page.place()
    assert place.scrolled_px > 0
    after = Teller(qtbot, Settings(text_percent=125))
    after.page.come_back(place)
    assert after.choice("text_percent").pill(125).hasFocus()
    assert after.page.scroll.verticalScrollBar().value() == place.scrolled_px


def test_a_place_without_the_keyboard_takes_nothing(qtbot):
    before, after = Teller(qtbot), Teller(qtbot)
    for one in (before, after):
        one.page.focusWidget().clearFocus()
    after.page.come_back(before.page.place())
    assert not [control for control in controls(after.page) if control.hasFocus()]


def test_the_desktops_wish_for_less_motion_is_told(qtbot):
    from PySide6.QtWidgets import QLabel

    asked = Teller(qtbot, Settings(last_reduced_motion=True)).page
    assert "Your computer asks for less motion just now." in [one.text() for one in asked.findChildren(QLabel)]
