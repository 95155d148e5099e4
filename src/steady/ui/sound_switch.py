"""Where the window meets sound: the switch, what follows from the settings, and leaving. Off until it is chosen.

Until then nothing of sound is made or imported; and never before the first frame.
"""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from steady.core.breath import Act
from steady.core.events import Event, PhaseStarted
from steady.core.settings import Settings
from steady.texts import say
from steady.texts.sound import SoundText
from steady.ui.conductor import Conductor
from steady.ui.shell import Shell
from steady.ui.world import World

if TYPE_CHECKING:
    from steady.core.cues import Voice
    from steady.core.exercise import Exercise
    from steady.core.score import Plan
    from steady.ui.navigator import Navigator
    from steady.ui.sounding import Sounding
    from steady.ui.speech import Speech

SETTLE_S = 6.0
"""How long a practice waits before its first breath, where a person asked for that."""


SOUND_SETTINGS = {name for name in Settings.__struct_fields__ if name.startswith(("sound", "spoken"))}
"""The settings that are the sound's: no page has to be made anew for them."""


class StepSound(NamedTuple):
    """What a step wants to sound: along its plan, in a voice of its own or the one that goes with the exercise."""

    plan: "Plan"
    voice: "Voice | None"
    exercise: "Exercise | None"


class SoundSwitch(QObject):
    """Turns sound on and off, and hands on what it needs to know."""

    def __init__(self, world: World, shell: Shell, conductor: Conductor, navigator: "Navigator") -> None:
        super().__init__(navigator)
        self._world = world
        self._shell = shell
        self._conductor = conductor
        self._navigator = navigator
        self._awake = self._watching = self._locked = self._sought = False
        self._step: StepSound | None = None
        self._sounding: Sounding | None = None
        self._speech: Speech | None = None
        shell.sound_wanted.connect(self.toggle)
        shell.page_turned.connect(self._page_turned)
        shell.seen_changed.connect(self._fall_silent)
        shell.show_sound(navigator.settings.sound)

    @property
    def sounding(self) -> "Sounding":
        """What tells the player what is wanted; made when that is first asked for."""
        if self._sounding is None:
            from steady.ui.sounding import Sounding  # noqa: PLC0415 - not before the first frame

            practising = self._navigator.practising
            self._sounding = Sounding(self._world, self._shell, self._conductor, lambda: practising.exercise, self)
            self._sounding.follow_step(self._step)
            self._watch_lock()
        return self._sounding

    def wake(self) -> None:
        """The first frame is there: let what was chosen earlier sound."""
        self._awake = True
        self.heed()

    def toggle(self) -> None:
        """Turn sound on or off, and keep that."""
        on = not self._navigator.settings.sound
        self._navigator.change(sound=on)
        self._navigator.quiet.aloud(say(SoundText.IS_ON if on else SoundText.IS_OFF))

    def heed(self) -> None:
        """The settings are others now, or may be."""
        settings = self._navigator.settings
        self._shell.show_sound(settings.sound)
        if not self._awake:
            return
        if settings.sound or self._sounding is not None:
            self.sounding.look()
        self._heed_spoken(wanted=settings.spoken_cues)

    def _heed_spoken(self, *, wanted: bool) -> None:
        """Find a voice where words are to be spoken, once; where there is none, say so once."""
        if self._speech is not None and not wanted:
            self._speech.hush()
        if self._speech is None and wanted and not self._sought:
            self._watch_lock()
            from steady.ui.speech import COMMAND, find_speech, is_installed  # noqa: PLC0415 - most never want it

            self._speech = find_speech(self)
            if self._speech is not None:
                self._conductor.happened.connect(self.cue)
            elif is_installed():
                self._navigator.quiet.say(say(SoundText.SPOKEN_NO_VOICE))
            else:
                self._navigator.quiet.say(say(SoundText.SPOKEN_MISSING, command=COMMAND))
        self._sought = wanted

    def lock_changed(self, locked: bool) -> None:  # noqa: FBT001 - a callback's one answer
        """The screen was locked, or unlocked."""
        self._locked = locked
        if self._sounding is not None:
            self._sounding.lock_changed(locked)
        self._fall_silent()

    @property
    def _may_speak(self) -> bool:
        """Whether spoken words are wanted, and someone is here to hear them, or wants them without being here."""
        settings = self._navigator.settings
        return settings.spoken_cues and (settings.sound_unseen or (self._shell.seen and not self._locked))

    def _fall_silent(self, _seen: object = None) -> None:
        """Say no more of a sentence that was begun, where nobody is here any more."""
        if self._speech is not None and not self._may_speak:
            self._speech.hush()

    def _page_turned(self) -> None:
        """What was said or tried out belongs to the page before."""
        if self._sounding is not None:
            self._sounding.try_no_more()
        if self._speech is not None:
            self._speech.hush()

    def _watch_lock(self) -> None:
        if not self._watching:
            from steady.ui.screen_lock import watch_lock  # noqa: PLC0415 - D-Bus, once there is something to silence

            self._watching = True
            watch_lock(self.lock_changed, self)

    @property
    def settle_s(self) -> float:
        """How long a practice that is started now waits before its first breath."""
        settings = self._navigator.settings
        return SETTLE_S if settings.sound and settings.sound_settle else 0.0

    def follow_step(self, plan: "Plan | None", voice: "Voice | None", exercise: "Exercise | None") -> None:
        """A step of a page has a plan of its own to sound, or has none any more."""
        self._step = StepSound(plan, voice, exercise) if plan is not None else None
        if self._sounding is not None:
            self._sounding.follow_step(self._step)

    def duck(self, sentence: str) -> None:
        """A screen reader is told this."""
        if self._sounding is not None:
            self._sounding.duck(sentence)

    def speak_line(self, line: str) -> None:
        """A line of a script is shown."""
        if self._speech is not None and self._may_speak:
            self._speech.line(line, self._navigator.settings.reading_percent)

    def hush(self) -> None:
        """Be silent at once."""
        if self._sounding is not None:
            self._sounding.player.hush()
        if self._speech is not None:
            self._speech.hush()

    def cue(self, event: Event) -> None:
        """Something happened in a breath: where it turns, the voice says so."""
        if self._speech is None or not self._may_speak or not isinstance(event, PhaseStarted):
            return
        words = {Act.INHALE: SoundText.CUE_IN, Act.EXHALE: SoundText.CUE_OUT}.get(event.phase.act)
        if words is not None:
            self._speech.cue(say(words))
