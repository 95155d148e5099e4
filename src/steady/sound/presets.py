"""The voices and the beds as numbers, frozen and named, each with its unit.

Frequencies are in Hz, times in seconds, amplitudes and gains are factors. `gain` brings each voice to the same loudness
(tests/sound/test_loudness.py holds them within 1 LU, measured over *Meet your breath*). They were chosen by ear and by
those measures; no trial stands behind any of them.
"""

from typing import NamedTuple

from steady.sound.synth import Band, Partial


class Layer(NamedTuple):
    """One band of noise, and how loud it is in each act of the breath with full lungs. `power` shapes its growth."""

    band: Band
    seconds: float
    inhale: float
    hold: float
    exhale: float
    power: int


class Tide(NamedTuple):
    """Filtered noise: the more air, the louder and the brighter. The in-breath is bright, the out-breath dark.

    `floor`: what stays with empty lungs, so that the turn is heard coming.
    """

    layers: tuple[Layer, ...]
    floor: float
    gain: float


TIDE = Tide(
    layers=(
        Layer(Band(90, 380), 5.3, inhale=0.55, hold=0.45, exhale=1.0, power=1),
        Layer(Band(300, 1000, -2), 4.7, inhale=1.0, hold=0.16, exhale=0.62, power=1),
        Layer(Band(800, 2600, -3), 4.1, inhale=1.0, hold=0.0, exhale=0.14, power=2),
        Layer(Band(2000, 5200, -4), 3.7, inhale=0.62, hold=0.0, exhale=0.0, power=3),
    ),
    floor=0.13,
    gain=0.1792,
)


class Glass(NamedTuple):
    """Two soft tones that rise with the in-breath and fall with the out-breath, clear going up and round coming down.

    `low_hz` is the lower tone with empty lungs, `rise` the ratio it has risen by with full ones, `second` the ratio of
    the upper tone to it, `drift` how far the sides are apart, as a ratio. Overtones are loud beside a tone of 1.
    """

    low_hz: float
    rise: float
    second: float
    drift: float
    second_amplitude: float
    overtones: tuple[float, ...]
    inhale: float
    hold: float
    exhale: float
    floor: float
    gain: float


GLASS = Glass(
    low_hz=196.0,
    rise=1.5,
    second=1.5,
    drift=1.0015,
    second_amplitude=0.5,
    overtones=(0.45, 0.32, 0.18),
    inhale=1.0,
    hold=0.22,
    exhale=0.66,
    floor=0.16,
    gain=0.0868,
)


class Strike(NamedTuple):
    """Something struck once: its partials, how long it sounds, how softly it comes, and how loud it is."""

    partials: tuple[Partial, ...]
    seconds: float
    attack_s: float
    amplitude: float


class Bowl(NamedTuple):
    """A bowl at each turn: bright for the in-breath, low and round for the out-breath, a short soft one for a hold."""

    inhale: Strike
    hold: Strike
    exhale: Strike
    gain: float


BOWL = Bowl(
    inhale=Strike(
        (
            Partial(293.7, 0.7, 1.0, 1.5),
            Partial(587.9, 1.1, 0.5, 1.0),
            Partial(1012.0, 1.6, 0.3, 0.7),
            Partial(1657.0, 2.1, 0.14, 0.45),
        ),
        seconds=7.0,
        attack_s=0.2,
        amplitude=1.0,
    ),
    hold=Strike((Partial(220.0, 0.5, 1.0, 0.5),), seconds=2.5, attack_s=0.2, amplitude=0.34),
    exhale=Strike(
        (Partial(146.8, 0.5, 1.0, 1.9), Partial(294.1, 0.8, 0.42, 1.3), Partial(441.5, 1.2, 0.1, 0.8)),
        seconds=7.0,
        attack_s=0.28,
        amplitude=0.64,
    ),
    gain=0.2222,
)


class Hum(NamedTuple):
    """A low drone to hum along with on the out-breath; a little air and its octave for the in-breath.

    `overtones` are the drone's, beginning with its own tone. `vibrato_hz` and `vibrato` keep it alive.
    """

    low_hz: float
    overtones: tuple[float, ...]
    vibrato_hz: float
    vibrato: float
    air: Band
    air_seconds: float
    inhale: float
    hold: float
    exhale: float
    octave: float
    gain: float


HUM = Hum(
    low_hz=110.0,
    overtones=(1.0, 0.62, 0.34, 0.16, 0.1, 0.05),
    vibrato_hz=0.33,
    vibrato=0.0016,
    air=Band(500, 2400, -3),
    air_seconds=4.3,
    inhale=0.5,
    hold=0.06,
    exhale=1.0,
    octave=0.16,
    gain=0.0884,
)


class Pulse(NamedTuple):
    """A soft beat: on the left and clear for an in-breath, on the right and round for an out-breath.

    `beat_s` is how far beats are apart in a breath, `length_s` how long one lasts at most; `side` is how much of a beat
    the far ear hears.
    """

    beat_s: float
    length_s: float
    side: float
    inhale_hz: float
    exhale_hz: float
    hold_hz: float
    inhale: tuple[float, ...]
    hold: tuple[float, ...]
    exhale: tuple[float, ...]
    gain: float


PULSE = Pulse(
    beat_s=1.2,
    length_s=0.9,
    side=0.16,
    inhale_hz=233.1,
    exhale_hz=174.6,
    hold_hz=196.0,
    inhale=(1.0, 0.5, 0.3, 0.15),
    hold=(0.25,),
    exhale=(0.75, 0.1),
    gain=0.1445,
)


class Noise(NamedTuple):
    """A bed: an even noise under a voice. `unevenness` is how much it comes and goes, at most `uneven_hz` fast."""

    band: Band
    seconds: float
    unevenness: float
    uneven_hz: float
    gain: float


RAIN = Noise(Band(350, 7000, -2.5), seconds=9.7, unevenness=0.22, uneven_hz=3.0, gain=0.0606)
BROWN = Noise(Band(40, 900, -6.0), seconds=9.1, unevenness=0.0, uneven_hz=0.0, gain=0.0708)

FINISH = Strike(
    (Partial(220.0, 0.4, 1.0, 1.7), Partial(330.6, 0.6, 0.45, 1.5), Partial(440.9, 0.9, 0.3, 1.2)),
    seconds=7.0,
    attack_s=0.5,
    amplitude=0.13,
)
"""The soft sound that says a practice has come to its length."""
FINISH_AFTER_S = 0.3
"""How long after the last breath it begins."""
RINGS_ON_S = FINISH_AFTER_S + max(FINISH.seconds, BOWL.inhale.seconds, BOWL.exhale.seconds)
"""How long after a plan's end there may be something to hear."""
