"""What an exercise warns of, in plain words."""

from steady.core.exercise import Caution
from steady.texts import N_, Text


class CautionText(Text):
    """One or two gentle sentences a caution; holds take a third, to say what the advice rests on."""

    HOLDS = N_(
        "A hold can feel tight when you are upset. Leave holds out if you are pregnant, or live with epilepsy or a "
        "heart, blood pressure, lung or eye condition. This is clinical caution, not trial data.",
    )
    NOT_IN_PANIC = N_("This one does not fit a moment of panic. Looking outward may be kinder then.")
    LONG_OUT = N_("This out-breath is long. If you run short of air, let it end early.")
    EAR_PAIN = N_("If your ears hurt, hum more softly, or leave the hum out.")
    PRIVACY = N_("A hum can be heard by others. Breathing out without it is fine too.")
    NO_FORCE = N_("Nothing here needs force. Dizzy or short of air? Breathe smaller, or a little faster.")
    SKIP_PAIN = N_("Half strength is enough. Skip any place that hurts or is injured.")
    ORIENT_FIRST = N_("If you are not safe right now, skip this. Support is one press away.")


def caution_text(caution: Caution) -> CautionText:
    """Return what is said of a caution."""
    return CautionText[caution.name]
