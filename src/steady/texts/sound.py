"""What is said of sound: its switch, its voices, its settings."""

from steady.core.cues import Bed, Voice
from steady.texts import N_, Text


class SoundText(Text):
    """Names and lines around sound."""

    IS_ON = N_("Sound is on")
    IS_OFF = N_("Sound is off")

    TITLE = N_("Sound")
    SWITCH = N_("A sound that breathes with you")
    SWITCH_MORE = N_("You can follow it with closed eyes. S, or the speaker on the guide, turns it on and off.")
    VOICE = N_("How it sounds")
    VOICE_MORE = N_("Each says in, out and hold in its own way, without words.")
    BED = N_("Below it")
    LOUDNESS = N_("How loud")
    LOUDNESS_MORE = N_("Others may hear it through a wall. Headphones keep it with you.")
    HEAR = N_("Hear one breath")
    OUTPUT = N_("Where it plays")
    OUTPUT_USUAL = N_("As the computer says")
    OUTPUT_FIND = N_("Look for others")
    OUTPUT_NONE = N_("No sound output was found.")
    ENDS = N_("A soft sound at the end")
    ENDS_MORE = N_("So that you know, without looking.")
    SETTLE = N_("A few seconds to settle")
    SETTLE_MORE = N_("Before the first breath of what you start. Eyes open is fine, too.")
    UNSEEN = N_("Go on when nobody sees the window")
    UNSEEN_MORE = N_("Else it is silent while the window is hidden or the screen locked.")
    DUCKS = N_("Quieter under a screen reader’s words")
    DUCKS_MORE = N_("It comes back by itself.")

    SPOKEN = N_("Say in and out")
    SPOKEN_MORE = N_("In the computer’s own voice, and the lines of kind words as you turn them.")
    SPOKEN_MISSING = N_("Words can be spoken, too, once a part is added: {command}")
    SPOKEN_NO_VOICE = N_("Words could be spoken, but this computer has no voice yet.")
    CUE_IN = N_("in")
    CUE_OUT = N_("out")


class Volume(Text):
    """How loud, in words."""

    WHISPER = N_("Very soft")
    SOFT = N_("Soft")
    MIDDLE = N_("Middle")
    FULL = N_("Full")
    FULLEST = N_("Fullest")


class VoiceName(Text):
    """The voices."""

    AUTO = N_("As the exercise likes")
    TIDE = N_("Tide")
    GLASS = N_("Glass")
    BOWL = N_("Bowl")
    HUM = N_("Hum")
    PULSE = N_("Pulse")
    SILENCE = N_("No voice")


class BedName(Text):
    """The beds."""

    NONE = N_("Nothing")
    RAIN = N_("Rain")
    BROWN = N_("A low hush")


def voice_name(voice: Voice | None) -> VoiceName:
    """Return the name of a voice, or of leaving it to the exercise."""
    return VoiceName.AUTO if voice is None else VoiceName[voice.name]


def bed_name(bed: Bed) -> BedName:
    """Return the name of a bed."""
    return BedName[bed.name]
