"""Sound beside the window: what is shown decides what sounds. Made after the first frame, and only once it is wanted.

The player has a thread of its own; here it is only told what is wanted. Nothing here waits for it.
"""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from steady.core.breath import Course
from steady.core.cues import Voice, gain_of
from steady.core.events import Length
from steady.core.following import Following
from steady.core.practice import Practice
from steady.ui.conductor import Conductor
from steady.ui.shell import Shell

if TYPE_CHECKING:
    from steady.core.cues import Mix
    from steady.core.exercise import Exercise
    from steady.core.ports import CuePlayer
    from steady.core.score import Plan
    from steady.core.settings import Settings
    from steady.ui.sound_switch import StepSound
    from steady.ui.world import World

LEAD_S = 0.25
"""How long before a voice that a person wants to hear begins."""
DUCK_LEAST_S, DUCK_A_CHARACTER_S = 1.2, 0.065
"""How long a screen reader takes for a sentence, roughly."""


class Sounding(QObject):
    """Tells the player what is wanted: by the settings, by the practice under way, and by whether anyone is here."""

    outputs_found = Signal(object)
    """The names of the outputs there are; crosses to the window's thread."""

    def __init__(
        self,
        world: "World",
        shell: Shell,
        conductor: Conductor,
        exercise: "Callable[[], Exercise | None]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._world = world
        self._shell = shell
        self._conductor = conductor
        self._exercise = exercise
        self._locked = self._tries = False
        self._step: StepSound | None = None
        self._step_sounds: tuple[Plan, Mix] | None = None
        self.player: CuePlayer = world.make_player()
        self._following = Following(self.player)
        conductor.moment_read.connect(self.look)
        conductor.happened.connect(self.look)
        shell.seen_changed.connect(self._seen_changed)

    @property
    def _settings(self) -> "Settings":
        return self._world.preferences.settings

    @property
    def may_sound(self) -> bool:
        """Whether sound is on, and someone is here to hear it, or wants it without being here."""
        settings = self._settings
        return settings.sound and (settings.sound_unseen or (self._shell.seen and not self._locked))

    def look(self, _what: object = None) -> None:
        """Look at what is wanted now. Called for each frame: most of the time nothing has changed."""
        step, session = self._step, self._conductor.session
        if step is not None or self._step_sounds is not None:
            self._look_at_step(step)
        if step is None:
            mix = self._settings.mix_for(self._exercise()) if self.may_sound and session is not None else None
            self._following.look(session.practice if session is not None else None, mix)

    def _seen_changed(self, seen: bool) -> None:  # noqa: FBT001 - Qt's signal
        self.look()
        if not seen and not self._settings.sound_unseen:
            self.try_no_more()

    def follow_step(self, step: "StepSound | None") -> None:
        """Sound along a step's own plan, or no more."""
        self._step = step
        self.look()

    def _look_at_step(self, step: "StepSound | None") -> None:
        wanted = None
        if step is not None and self.may_sound:
            mix = self._settings.mix_for(step.exercise)
            if step.voice is not None and mix.voice is not Voice.SILENCE:
                mix = mix._replace(voice=step.voice)
            wanted = step.plan, mix
        if wanted != self._step_sounds:
            self._step_sounds = wanted
            if wanted is None:
                self.player.rest()
            else:
                self.player.play(*wanted)

    def preview(self, voice: Voice | None) -> None:
        """Sound one breath in a voice, whether sound is on or not: the person asked for it."""
        practice = Practice(Course.steady(self._world.last_resort().course().pattern(0)), Length(breaths=1))
        practice.start(self._world.starter.now_s() + LEAD_S)
        score = practice.score()
        settings = self._settings
        mix = settings.mix_for(None)._replace(gain=gain_of(settings.sound_percent), ends_softly=False)
        if score is not None:
            self._tries = True
            self.player.play(score, mix if voice is None else mix._replace(voice=voice))

    def try_no_more(self) -> None:
        """Let the breath that was to be heard once go: nobody is there to hear it, or the page is another."""
        if self._tries:
            self._tries = False
            self.player.rest()

    def find_outputs(self, show: "Callable[[Sequence[str]], None]") -> None:
        """Look for outputs, and show them once they are found, on the window's thread."""
        self.outputs_found.connect(show, Qt.ConnectionType.SingleShotConnection)

        def answer(names: Sequence[str]) -> None:
            self.outputs_found.emit(tuple(names))

        self.player.find_outputs(answer)

    def lock_changed(self, locked: bool) -> None:  # noqa: FBT001 - a callback's one answer
        """The screen was locked, or unlocked."""
        self._locked = locked
        self.look()
        if locked and not self._settings.sound_unseen:
            self.try_no_more()

    def duck(self, sentence: str) -> None:
        """A screen reader is told a sentence: be quieter meanwhile, where the person wants that."""
        if sentence and self._settings.sound and self._settings.sound_ducks:
            self.player.duck(DUCK_LEAST_S + DUCK_A_CHARACTER_S * len(sentence))
