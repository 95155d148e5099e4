"""What is heard, block after block: a voice over a bed, faded into each other as they change, under one volume.

Knows no sound card and no clock: whoever plays it says when the next block will be heard.
"""

from collections.abc import Callable, Iterator
from typing import NamedTuple

import numpy as np

from steady.core.cues import Bed, Mix, Voice
from steady.core.score import Plan
from steady.sound.beds import PRESETS, BedSound
from steady.sound.envelope import Curve, Stereo, curve
from steady.sound.fades import Fade, Glide
from steady.sound.presets import RINGS_ON_S
from steady.sound.struck import Bowl, Finish, Pulse, Ringing
from steady.sound.synth import under_ceiling
from steady.sound.voices import Glass, Hum, Making, Silence, Tide, VoiceSound, finished

START_S = 2.0
"""How long sound takes to be there where there was none."""
CROSS_S = 0.4
"""How long one voice or plan takes to become another."""
BED_S = 1.5
REST_S = 0.6
"""How long a pause takes to be silent."""
HUSH_S = 0.025
"""How long silence takes where it is wanted at once."""
DUCKED_GAIN = 0.25
"""How loud everything is under a screen reader's words: 12 dB less."""

MAKERS: dict[Voice, Callable[[int], Making[VoiceSound]]] = {
    Voice.TIDE: Tide.make,
    Voice.GLASS: Glass.make,
    Voice.BOWL: Bowl.make,
    Voice.HUM: Hum.make,
    Voice.PULSE: Pulse.make,
    Voice.SILENCE: Silence.make,
}


class _Sung(NamedTuple):
    """A voice along a plan, how much of it is heard, and how far it is behind the clock."""

    voice: Voice
    sound: VoiceSound
    plan: Plan
    fade: Fade
    behind_s: float = 0.0


class _Laid(NamedTuple):
    """A bed, and how much of it is heard."""

    bed: Bed
    sound: BedSound
    fade: Fade


class _Ending(NamedTuple):
    """The soft sound at an end, how much of it is heard, and how it rings once it does."""

    ends_s: float
    fade: Fade
    ringing: Ringing | None = None


class Renderer:
    """Renders at one rate. `play`, `rest`, `hush` and `duck` change what comes from the next block on.

    What a new voice or bed needs is made a step a block, so that what sounds meanwhile goes on.
    """

    def __init__(self, rate_hz: int, makers: dict[Voice, Callable[[int], Making[VoiceSound]]] | None = None) -> None:
        self.rate_hz = rate_hz
        self._makers = MAKERS if makers is None else makers
        self._mix = Mix(gain=0.0)
        self._plan: Plan | None = None
        self._frame = 0
        self._voices: dict[Voice, VoiceSound] = {}
        self._beds: dict[Bed, BedSound] = {}
        self._finish: Finish | None = None
        self._making: Making[None] | None = None
        self._sung: list[_Sung] = []
        self._laid: list[_Laid] = []
        self._endings: list[_Ending] = []
        self._whole = Fade(rate_hz, there=True)
        self._gain = Glide(rate_hz, 0.0)
        self._ducked = Glide(rate_hz, 1.0)

    # -- what is wanted -----------------------------------------------------------------------------------------

    def play(self, plan: Plan, mix: Mix) -> None:
        """Sound that plan from the next block on."""
        from_silence = not self._sung and not self._laid
        self._plan, self._mix = plan, mix
        if from_silence:
            self._gain, self._whole = Glide(self.rate_hz, mix.gain), Fade(self.rate_hz, there=True)
        elif self._whole.is_going:
            self._whole.go(1.0, START_S)
        self._gain.go(mix.gain)
        self._making = self._make()

    def rest(self) -> None:
        """Fade out, as for a pause; what rings on after an end fades too."""
        self._plan = None
        for fade in self._fades():
            fade.go(0.0, REST_S)

    def hush(self) -> None:
        """Be silent at once, without a click."""
        self._plan = None
        self._whole.go(0.0, HUSH_S)

    def duck(self, *, under: bool) -> None:
        """Be quieter for a while, or as loud as before."""
        self._ducked.go(DUCKED_GAIN if under else 1.0)

    def jump(self, by_s: float) -> None:
        """The clock has jumped from one block to the next: let what sounds go, and come in where the plan is now."""
        self._sung = [one._replace(behind_s=one.behind_s + by_s) for one in self._sung]
        for one in self._sung:
            one.fade.go(0.0, CROSS_S)
        if self._making is None:
            self._change()

    def afresh(self) -> "Renderer":
        """Return one that is silent, and has all that this one has made."""
        other = Renderer(self.rate_hz, self._makers)
        other._voices, other._beds, other._finish = self._voices, self._beds, self._finish
        return other

    def make_ready(self) -> None:
        """Make all that is needed now, before anything sounds."""
        if self._making is not None:
            finished(self._making)
            self._making = None
            self._change()

    def is_silent(self, now_s: float) -> bool:
        """Whether nothing will be heard from `now_s` on until something else is asked for."""
        if self._making is not None:
            return False
        if self._whole.is_gone or not (self._sung or self._laid or self._endings):
            return True
        ends_s = None if self._plan is None else self._plan.ends_s
        return ends_s is not None and now_s > ends_s + RINGS_ON_S

    # -- rendering ----------------------------------------------------------------------------------------------

    def render(self, count: int, start_s: float, step_s: float) -> Stereo:
        """Return the next `count` samples, the first heard at `start_s` on the clock, `step_s` apart. Shape (n, 2)."""
        self._go_on_making()
        sound = np.zeros((count, 2), np.float32)
        curves: dict[tuple[int, float], Curve] = {}
        for sung in self._sung:
            key = id(sung.plan), sung.behind_s
            if key not in curves:
                curves[key] = curve(sung.plan, start_s - sung.behind_s, step_s, count)
            sound += sung.fade.apply(sung.sound.render(curves[key], self._frame))
        for laid in self._laid:
            sound += laid.fade.apply(laid.sound.render(self._frame, count))
        if self._finish is not None:
            self._endings = [self._ring(one, self._finish, sound, start_s, step_s) for one in self._endings]
        self._frame += count
        self._let_go(start_s)
        sound = self._whole.apply(self._ducked.apply(self._gain.apply(sound)))
        return under_ceiling(sound)

    @staticmethod
    def _ring(ending: _Ending, finish: Finish, sound: Stereo, start_s: float, step_s: float) -> _Ending:
        """Add the sound of an end that is reached."""
        ringing = ending.ringing
        if ringing is None and start_s + len(sound) * step_s < ending.ends_s:
            return ending
        heard = np.zeros_like(sound)
        ringing = (ringing or finish.after(ending.ends_s, start_s, step_s)).add_to(heard)
        sound += ending.fade.apply(heard)
        return ending._replace(ringing=ringing)

    def _fades(self) -> Iterator[Fade]:
        yield from (one.fade for one in self._sung)
        yield from (one.fade for one in self._laid)
        yield from (one.fade for one in self._endings)

    def _let_go(self, now_s: float) -> None:
        """Drop what is heard no more, and let a bed go once its plan has come to its length."""
        ends_s = None if self._plan is None else self._plan.ends_s
        for laid in self._laid:
            if ends_s is not None and now_s >= ends_s and not laid.fade.is_going:
                laid.fade.go(0.0, START_S)
        whole = not self._whole.is_gone
        self._sung = [one for one in self._sung if whole and not one.fade.is_gone]
        self._laid = [one for one in self._laid if whole and not one.fade.is_gone]
        self._endings = [one for one in self._endings if whole and not one.fade.is_gone]

    # -- making -------------------------------------------------------------------------------------------------

    def _make(self) -> Making[None]:
        """Make what the mix needs and is not there yet."""
        voice, bed = self._mix.voice, self._mix.bed
        if voice not in self._voices:
            self._voices[voice] = yield from self._makers[voice](self.rate_hz)
        if bed is not Bed.NONE and bed not in self._beds:
            self._beds[bed] = yield from BedSound.make(PRESETS[bed], self.rate_hz)
        if self._finish is None:
            self._finish = yield from Finish.make(self.rate_hz)

    def _go_on_making(self) -> None:
        if self._making is None:
            return
        try:
            next(self._making)
        except StopIteration:
            self._making = None
            self._change()

    def _change(self) -> None:
        """Let what is wanted now come in, and what was wanted before go."""
        plan = self._plan
        if plan is None:
            return
        in_s = CROSS_S if self._sung or self._laid else START_S
        now = next((one for one in self._sung if not one.fade.is_going), None)
        if now is None or now.plan is not plan or now.voice is not self._mix.voice:
            self._sing(plan, now, in_s)
        self._lay(in_s if in_s == START_S else BED_S)
        self._end_at(plan.ends_s if self._mix.ends_softly else None)

    def _sing(self, plan: Plan, now: _Sung | None, in_s: float) -> None:
        voice = self._mix.voice
        for one in self._sung:
            one.fade.go(0.0, CROSS_S)
        goes_on = now is not None and now.voice is voice
        sound = now.sound.twin() if now is not None and goes_on else self._voices[voice].twin()
        fade = Fade(self.rate_hz)
        fade.go(1.0, in_s)
        self._sung.append(_Sung(voice, sound, plan, fade))

    def _lay(self, in_s: float) -> None:
        bed, here = self._mix.bed, False
        for one in self._laid:
            here = here or one.bed is bed
            one.fade.go(1.0 if one.bed is bed else 0.0, in_s)
        if bed is not Bed.NONE and not here:
            fade = Fade(self.rate_hz)
            fade.go(1.0, in_s)
            self._laid.append(_Laid(bed, self._beds[bed], fade))

    def _end_at(self, ends_s: float | None) -> None:
        for one in self._endings:
            if one.ends_s != ends_s:
                one.fade.go(0.0, REST_S)
        if ends_s is not None and all(one.ends_s != ends_s or one.fade.is_going for one in self._endings):
            self._endings.append(_Ending(ends_s, Fade(self.rate_hz, there=True)))
