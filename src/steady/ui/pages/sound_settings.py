"""What can be set of sound: whether, how, how loud, where. A part of the settings page."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from steady.core.cues import Bed, Voice
from steady.core.settings import Settings
from steady.texts import Text, say
from steady.texts.sound import SoundText, Volume, bed_name, voice_name
from steady.ui.speech import COMMAND, is_installed
from steady.ui.theme import SMALL, Theme
from steady.ui.widgets.choice_row import ChoiceRow
from steady.ui.widgets.flow import SnugFlow
from steady.ui.widgets.label import label
from steady.ui.widgets.pill import Pill
from steady.ui.widgets.switch_row import SwitchRow
from steady.ui.widgets.tab_order import chain
from steady.ui.widgets.whole_words import keep_words_whole

VOLUMES = (
    (20, Volume.WHISPER),
    (35, Volume.SOFT),
    (50, Volume.MIDDLE),
    (75, Volume.FULL),
    (100, Volume.FULLEST),
)
"""Percent, and what that is called."""
VOICES = (None, Voice.TIDE, Voice.GLASS, Voice.BOWL, Voice.HUM, Voice.PULSE, Voice.SILENCE)
SWITCHES = (
    ("sound_ends", SoundText.ENDS, SoundText.ENDS_MORE),
    ("sound_settle", SoundText.SETTLE, SoundText.SETTLE_MORE),
    ("sound_unseen", SoundText.UNSEEN, SoundText.UNSEEN_MORE),
    ("sound_ducks", SoundText.DUCKS, SoundText.DUCKS_MORE),
)


class SoundSettings(QWidget):
    """Shows the settings of sound; `fields` are its controls by the settings' names."""

    changed = Signal(object)
    hear_wanted = Signal(object)
    """A voice to hear one breath in, None for the one that goes with the exercise."""
    outputs_wanted = Signal()

    def __init__(self, settings: Settings, look: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self.fields: dict[str, QWidget] = {}
        self._rows = QVBoxLayout(self)
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(0)
        self._switch("sound", SoundText.SWITCH, SoundText.SWITCH_MORE, on=settings.sound)
        self._add_voices()
        self._rows.addSpacing(20)
        beds = [(bed, say(bed_name(bed))) for bed in Bed]
        bed_row = self._choice("sound_bed", SoundText.BED, beds, settings.sound_bed)
        bed_row.chosen.connect(self._hear)
        self._rows.addSpacing(20)
        volumes = [(percent, say(words)) for percent, words in VOLUMES]
        nearest = min((percent for percent, _ in VOLUMES), key=lambda one: abs(one - settings.sound_percent))
        self._loudness = self._choice("sound_percent", SoundText.LOUDNESS, volumes, nearest, SoundText.LOUDNESS_MORE)
        self._loudness.chosen.connect(self._hear)
        self._rows.addSpacing(20)
        self._outputs = QVBoxLayout()
        self._rows.addLayout(self._outputs)
        self._rows.addSpacing(10)
        self._show_outputs(())
        self._find = self._pill(SoundText.OUTPUT_FIND)
        self._find.clicked.connect(self.outputs_wanted)
        self._rows.addSpacing(14)
        for field, words, more in SWITCHES:
            self._switch(field, words, more, on=getattr(settings, field))
            self._rows.addSpacing(4)
        self._add_speech()

    def show_outputs(self, names: Sequence[str]) -> None:
        """Show the outputs that were found."""
        if names:
            had_focus = self._find.hasFocus()
            row = self._show_outputs(names)
            # What is made late takes the place it is seen in: for Tab, and for who goes through by ear.
            row.stackUnder(self._find)
            chain((self._loudness.pills[-1], *row.pills))
            if had_focus:
                row.take_focus()
            self._find.hide()
        else:
            self._find.set_words(say(SoundText.OUTPUT_NONE))

    # -- inside -------------------------------------------------------------------------------------------------

    def _add_voices(self) -> None:
        voices = [(voice, say(voice_name(voice))) for voice in VOICES]
        self._rows.addSpacing(14)
        voice = self._settings.sound_voice
        self._voice = self._choice("sound_voice", SoundText.VOICE, voices, voice, SoundText.VOICE_MORE)
        self._voice.chosen.connect(self._hear)
        self._rows.addSpacing(10)
        self._pill(SoundText.HEAR).clicked.connect(self._hear)

    def _hear(self, _chosen: object = None) -> None:
        """Let one breath be heard as it is set by now: whoever chooses hears what they chose."""
        self.hear_wanted.emit(self._voice.value)

    def _show_outputs(self, names: Sequence[str]) -> ChoiceRow:
        chosen = self._settings.sound_output
        wanted = [name for name in dict.fromkeys((*names, chosen)) if name]
        outputs = [("", say(SoundText.OUTPUT_USUAL)), *((name, name) for name in wanted)]
        row = ChoiceRow(say(SoundText.OUTPUT), outputs, chosen, self._look)
        row.chosen.connect(lambda name: self.changed.emit({"sound_output": name}))
        row.chosen.connect(self._hear)
        before = self.fields.get("sound_output")
        if before is not None:
            self._outputs.removeWidget(before)
            before.hide()
            before.deleteLater()
        self.fields["sound_output"] = row
        self._outputs.addWidget(row)
        return row

    def _add_speech(self) -> None:
        if is_installed() or self._settings.spoken_cues:  # what is on can be turned off, whatever became of the part
            self._switch("spoken_cues", SoundText.SPOKEN, SoundText.SPOKEN_MORE, on=self._settings.spoken_cues)
        if is_installed():
            return
        words = label(say(SoundText.SPOKEN_MISSING, command=COMMAND), self._look, size=SMALL, color="soft_ink")
        self._rows.addSpacing(8)
        self._rows.addWidget(keep_words_whole(words, SMALL))

    def _pill(self, words: Text) -> Pill:
        pill = Pill(say(words), self._look)
        row = SnugFlow(centered=False)
        row.addWidget(pill)
        self._rows.addLayout(row)
        return pill

    def _choice(
        self, field: str, title: Text, choices: Sequence[tuple[object, str]], value: object, more: Text | None = None
    ) -> ChoiceRow:
        row = ChoiceRow(say(title), choices, value, self._look, more=say(more) if more is not None else "")
        row.chosen.connect(lambda chosen: self.changed.emit({field: chosen}))
        self.fields[field] = row
        self._rows.addWidget(row)
        return row

    def _switch(self, field: str, words: Text, more: Text, *, on: bool) -> None:
        row = SwitchRow(say(words), say(more), self._look, on=on)
        row.toggled.connect(lambda turned: self.changed.emit({field: turned}))
        self.fields[field] = row
        self._rows.addWidget(row)
