"""What a person can set, with names, defaults and ranges. Frozen: a change makes a new one."""

import enum
from datetime import date, datetime
from typing import Annotated

import msgspec
from msgspec import Meta

from steady.core.cues import Bed, Mix, Voice, gain_of, voice_for
from steady.core.exercise import Exercise


class Form(enum.Enum):
    """How the breath is drawn. AUTO is what the exercise and the system ask for."""

    AUTO = "auto"
    ORB = "orb"
    WAVE = "wave"
    SQUARE = "square"
    STILL = "still"


class Motion(enum.Enum):
    """Whether things move. SYSTEM asks the desktop."""

    SYSTEM = "system"
    FULL = "full"
    REDUCED = "reduced"


class Look(enum.Enum):
    """The colours. SYSTEM follows the desktop's light or dark, and is dusk where the desktop says nothing."""

    SYSTEM = "system"
    DUSK = "dusk"
    DAWN = "dawn"


class PauseKept(msgspec.Struct, frozen=True):
    """A pause before acting that goes on while Steady is closed: which step of what, how long, and until when."""

    exercise: str
    step: int
    minutes: int
    ends_at: datetime


class Settings(msgspec.Struct, frozen=True, omit_defaults=True):
    """All settings. Unknown names in a file are left alone, so that an older Steady can read a newer one's file.

    `text_percent` is the size of all text, in percent. `length_minutes` and `length_breaths` are the person's own
    length for breathing practices; both None means each exercise's own, `length_open` means no end.
    `runs_hidden`: whether progress leaves the chart of calm runs out.
    `day_ends_hour` is the hour up to which a night still belongs to the day before.
    `ask_before` and `ask_after`: whether the distress is asked for, on a calm way to a practice and after one.
    `signs_offered` is the Monday of the week that a look back was last offered for.
    `favourites` are ids of scripts; `reading_percent` is the time that auto-advance leaves for a thought, in percent.
    `sound` is off until it is chosen; `sound_voice` None means the one that goes with the exercise. `sound_output` is
    an output's name, empty for the computer's own. `sound_ends`: a soft sound at a practice's end; `sound_settle`:
    a few seconds before its first turn; `sound_unseen`: it goes on where nobody sees the window; `sound_ducks`: it is
    quieter under a screen reader's words. `spoken_cues`: the system's voice says in, out, and the lines of scripts.
    `pause` is a pause that was begun and not yet left. `last_reduced_motion` and `last_light` are the desktop's last
    answers, kept for the first frame of the next start.
    """

    form: Form = Form.AUTO
    motion: Motion = Motion.SYSTEM
    last_reduced_motion: bool = False
    last_light: bool = False
    look: Look = Look.SYSTEM
    text_percent: Annotated[int, Meta(ge=80, le=200)] = 100
    letter_keys: bool = True
    announce_phases: bool = True
    show_elapsed: bool = True
    length_minutes: Annotated[float, Meta(ge=0.5, le=120)] | None = None
    length_breaths: Annotated[int, Meta(ge=1, le=1000)] | None = None
    length_open: bool = False
    leave_hint_seen: bool = False
    cautions_seen: tuple[str, ...] = ()
    holds_wanted: tuple[str, ...] = ()
    region: str = ""
    runs_hidden: bool = False
    day_ends_hour: Annotated[int, Meta(ge=0, le=4)] = 0
    ask_before: bool = False
    ask_after: bool = True
    signs_offered: date | None = None
    favourites: tuple[str, ...] = ()
    auto_advance: bool = False
    reading_percent: Annotated[int, Meta(ge=50, le=250)] = 100
    sound: bool = False
    sound_voice: Voice | None = None
    sound_bed: Bed = Bed.NONE
    sound_percent: Annotated[int, Meta(ge=0, le=100)] = 50
    sound_output: Annotated[str, Meta(max_length=200)] = ""
    sound_ends: bool = True
    sound_settle: bool = False
    sound_unseen: bool = False
    sound_ducks: bool = False
    spoken_cues: bool = False
    pause: PauseKept | None = None

    @property
    def moves_less(self) -> bool:
        """Whether motion is to be reduced, by the person's wish or the desktop's."""
        return self.motion is Motion.REDUCED or (self.motion is Motion.SYSTEM and self.last_reduced_motion)

    def mix_for(self, exercise: Exercise | None) -> Mix:
        """Return what an exercise sounds like."""
        voice, gain = voice_for(self.sound_voice, exercise), gain_of(self.sound_percent)
        return Mix(voice, self.sound_bed, gain, self.sound_output, self.sound_ends)
