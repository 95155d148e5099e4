"""Everything a person can set, in groups and plain words. Each change is told at once; there is nothing to confirm."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.days import LATEST_END_HOUR
from steady.core.settings import Form, Look, Motion, Settings
from steady.texts import Text, say
from steady.texts.settings import SettingsText
from steady.texts.sound import SoundText
from steady.texts.ui import FormText, Ui
from steady.ui.pages.scrolled import ScrolledPage
from steady.ui.pages.sound_settings import SoundSettings
from steady.ui.theme import BODY, STRONG, Theme
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.length_choice import LengthChoice
from steady.ui.widgets.panel import Panel
from steady.ui.widgets.path_text import PathText
from steady.ui.widgets.pill import Pill, PillKind
from steady.ui.widgets.switch_row import SwitchRow

PERCENTS = (100, 125, 150, 175, 200)
INSIDE_PX = 20
MOTIONS = (
    (Motion.SYSTEM, SettingsText.MOTION_SYSTEM),
    (Motion.FULL, SettingsText.MOTION_FULL),
    (Motion.REDUCED, SettingsText.MOTION_STILL),
)
LOOKS = (
    (Look.SYSTEM, SettingsText.LOOK_SYSTEM),
    (Look.DUSK, SettingsText.LOOK_DUSK),
    (Look.DAWN, SettingsText.LOOK_DAWN),
)


class Place(NamedTuple):
    """Where a person is on the page: the setting that has the keyboard (or none), and how far it is scrolled."""

    field: str
    scrolled_px: int


class SettingsPage(ScrolledPage):
    """Shows `settings`; keeps none of them."""

    changed = Signal(object)
    """A dict of the settings that changed, by their names in `Settings`. A new length is three of them at once."""
    back_wanted = Signal()
    about_wanted = Signal()
    hear_wanted = Signal(object)
    """A voice to hear one breath in."""
    outputs_wanted = Signal()

    def __init__(self, look: Theme, settings: Settings, data_dir: Path, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self.name = say(SettingsText.TITLE)
        self._fields: dict[str, QWidget] = {}
        rows = self.column.rows
        rows.addWidget(self.heading(say(SettingsText.TITLE)))
        rows.addSpacing(2)
        rows.addWidget(self.label(say(SettingsText.LEAD), BODY, "soft_ink"))
        self._add_breath(settings)
        self._add_length(settings)
        self._add_sound(settings)
        self._add_looks(settings)
        self._add_saying(settings)
        self._add_keys(settings)
        self._add_looking_back(settings)
        if settings.cautions_seen:
            self._add_cautions()
        self._add_things(data_dir)
        rows.addSpacing(22)
        about = Pill(say(SettingsText.ABOUT), look)
        about.clicked.connect(self.about_wanted)
        row = SnugFlow(centered=False)
        row.addWidget(about)
        rows.addLayout(row)
        rows.addSpacing(18)
        rows.addStretch(1)
        back = self.foot.add(Pill(say(Ui.BACK), look, PillKind.MAIN))
        back.clicked.connect(self.back_wanted)

    # -- where the person is ------------------------------------------------------------------------------------

    def place(self) -> Place:
        """Return where the person is, for the page that is made in place of this one."""
        field = next((name for name, control in self._fields.items() if _has_focus(control)), "")
        return Place(field, self.scroll.verticalScrollBar().value())

    def come_back(self, place: object) -> None:
        """Go where the person was."""
        if isinstance(place, Place):
            self.scroll.verticalScrollBar().setValue(place.scrolled_px)
            control = self._fields.get(place.field)
            if isinstance(control, ChoiceRow):
                control.take_focus()
            elif control is not None:
                control.setFocus()

    def field(self, name: str) -> QWidget:
        """Return the control of one setting, by the setting's name; that of the length is `length`."""
        return self._fields[name]

    # -- the groups ---------------------------------------------------------------------------------------------

    def _add_breath(self, settings: Settings) -> None:
        group = self._group(SettingsText.BREATH)
        forms = [(form, say(FormText[form.name])) for form in Form]
        group.addWidget(self._choice("form", SettingsText.FORM, forms, settings.form))
        group.addSpacing(20)
        more = SettingsText.MOTION_REDUCED if settings.last_reduced_motion else SettingsText.MOTION_MORE
        motions = [(motion, say(words)) for motion, words in MOTIONS]
        group.addWidget(self._choice("motion", SettingsText.MOTION, motions, settings.motion, more))
        group.addSpacing(14)
        self._switch(group, "show_elapsed", SettingsText.ELAPSED, SettingsText.ELAPSED_MORE, on=settings.show_elapsed)

    def _add_length(self, settings: Settings) -> None:
        group = self._group(SettingsText.LENGTH)
        length = LengthChoice(settings, self.look)
        length.changed.connect(self.changed)
        self._fields["length"] = length
        group.addWidget(length)

    def _add_sound(self, settings: Settings) -> None:
        self._sound = SoundSettings(settings, self.look)
        self._sound.changed.connect(self.changed)
        self._sound.hear_wanted.connect(self.hear_wanted)
        self._sound.outputs_wanted.connect(self.outputs_wanted)
        self._group(SoundText.TITLE).addWidget(self._sound)
        self._fields = {**self._fields, **self._sound.fields}

    def show_outputs(self, names: Sequence[str]) -> None:
        """Show the sound outputs that were found."""
        self._sound.show_outputs(names)
        self._fields |= self._sound.fields

    def _add_looks(self, settings: Settings) -> None:
        group = self._group(SettingsText.EYES)
        looks = [(look, say(words)) for look, words in LOOKS]
        group.addWidget(self._choice("look", SettingsText.LOOK, looks, settings.look))
        group.addSpacing(20)
        percents = [(percent, say(SettingsText.TEXT_PERCENT, percent=percent)) for percent in PERCENTS]
        group.addWidget(self._choice("text_percent", SettingsText.TEXT, percents, settings.text_percent))

    def _add_saying(self, settings: Settings) -> None:
        group = self._group(SettingsText.SAYING)
        self._switch(group, "ask_after", SettingsText.ASK_AFTER, SettingsText.ASK_AFTER_MORE, on=settings.ask_after)
        group.addSpacing(4)
        before = settings.ask_before
        self._switch(group, "ask_before", SettingsText.ASK_BEFORE, SettingsText.ASK_BEFORE_MORE, on=before)
        group.addSpacing(14)
        hours = [(hour, say(SettingsText.HOUR, hour=hour)) for hour in range(1, LATEST_END_HOUR + 1)]
        hours.insert(0, (0, say(SettingsText.MIDNIGHT)))
        more = SettingsText.DAY_ENDS_MORE
        group.addWidget(self._choice("day_ends_hour", SettingsText.DAY_ENDS, hours, settings.day_ends_hour, more))

    def _add_keys(self, settings: Settings) -> None:
        group = self._group(SettingsText.HANDS)
        self._switch(group, "letter_keys", SettingsText.LETTERS, SettingsText.LETTERS_MORE, on=settings.letter_keys)
        group.addSpacing(4)
        aloud = settings.announce_phases
        self._switch(group, "announce_phases", SettingsText.ALOUD, SettingsText.ALOUD_MORE, on=aloud)

    def _add_looking_back(self, settings: Settings) -> None:
        group = self._group(SettingsText.BACK)
        row = SwitchRow(say(SettingsText.RUNS), say(SettingsText.RUNS_MORE), self.look, on=not settings.runs_hidden)
        row.toggled.connect(lambda turned: self.changed.emit({"runs_hidden": not turned}))
        self._fields["runs_hidden"] = row
        group.addWidget(row)

    def _add_cautions(self) -> None:
        group = self._group(SettingsText.CAUTIONS)
        words = self.label(say(SettingsText.CAUTIONS_MORE))
        group.addWidget(words)
        group.addSpacing(10)
        again = Pill(say(SettingsText.CAUTIONS_AGAIN), self.look)

        def show_again() -> None:
            again.hide()
            words.setText(say(SettingsText.CAUTIONS_WILL))
            self.changed.emit({"cautions_seen": ()})

        again.clicked.connect(show_again)
        self._fields["cautions_seen"] = again
        row = SnugFlow(centered=False)
        row.addWidget(again)
        group.addLayout(row)

    def _add_things(self, data_dir: Path) -> None:
        group = self._group(SettingsText.THINGS)
        group.addWidget(self.label(say(SettingsText.THINGS_MORE)))
        group.addSpacing(10)
        group.addWidget(PathText(str(data_dir), self.look, name=say(SettingsText.THINGS_NAME)))

    # -- inside -------------------------------------------------------------------------------------------------

    def _group(self, title: Text) -> QVBoxLayout:
        rows = self.column.rows
        rows.addSpacing(24)
        rows.addWidget(self.heading(say(title), STRONG))
        rows.addSpacing(8)
        panel = Panel(self.look)
        group = QVBoxLayout(panel)
        group.setContentsMargins(INSIDE_PX, 16, INSIDE_PX, 18)
        group.setSpacing(0)
        rows.addWidget(panel)
        return group

    def _choice(
        self, field: str, title: Text, choices: Sequence[tuple[object, str]], value: object, more: Text | None = None
    ) -> ChoiceRow:
        row = ChoiceRow(say(title), choices, value, self.look, more=say(more) if more is not None else "")
        row.chosen.connect(lambda chosen: self.changed.emit({field: chosen}))
        self._fields[field] = row
        return row

    def _switch(self, group: QVBoxLayout, field: str, words: Text, more: Text, *, on: bool) -> None:
        row = SwitchRow(say(words), say(more), self.look, on=on)
        row.toggled.connect(lambda turned: self.changed.emit({field: turned}))
        self._fields[field] = row
        group.addWidget(row)


def _has_focus(control: QWidget) -> bool:
    focus = control.window().focusWidget()
    return focus is not None and (focus is control or control.isAncestorOf(focus))
