"""What the guide says while a person breathes."""

from steady.core.breath import Act
from steady.texts import N_, Text


class Guide(Text):
    """The words of a breathing practice."""

    BREATHE_IN = N_("Breathe in")
    BREATHE_OUT = N_("Breathe out")
    HOLD = N_("Rest here")
    GENTLE = N_("gentle, not deep")
    READY = N_("Here with you")
    PAUSED = N_("Paused")
    PAUSED_MORE = N_("Your own breath is fine. We go on when you like.")
    ASLEEP_MORE = N_("The computer slept. We go on when you like.")
    REACHED = N_("That was {length}.")
    REACHED_ABOUT = N_("That was about {length}.")
    REACHED_MORE = N_("Stopping is a good choice. So is a little more.")
    REST = N_("Let your own breath come")
    REST_MORE = N_("That was enough of these. Nothing more to do.")
    SLOWER = N_("A little slower, from the next breath. It stays there.")
    FASTER = N_("A little faster, from the next breath. It stays there.")
    SLOWEST = N_("This is as slow as it goes.")
    FASTEST = N_("This is as fast as it goes.")
    STAYING = N_("Staying here.")
    TAP_TITLE = N_("Your own breath")
    TAP_FIRST = N_("Press with each in-breath, four times.")
    TAP_NEXT = N_("And with the next in-breath. {count} of {needed}.")
    TAP_HEARD = N_("This is your pace. It slows from here, little by little.")
    TAP_HEARD_STAYS = N_("This is your pace. It stays here.")
    TAP_NEAR = N_("This is as close to your pace as it goes. It slows little by little.")
    TAP_NEAR_STAYS = N_("This is as close to your pace as it goes. It stays here.")
    TAP_TOO_FAST = N_("Those came close together, so nothing changed. You could try once more.")
    TAP_TOO_SLOW = N_("Those came far apart, so nothing changed. You could try once more.")
    TAP_UNEVEN = N_("Those came unevenly, so nothing changed. You could try once more.")
    TAP_TOO_FEW = N_("Too few presses to tell your pace. Nothing changed, and that’s fine.")


PHASE_WORDS = {Act.INHALE: Guide.BREATHE_IN, Act.HOLD: Guide.HOLD, Act.EXHALE: Guide.BREATHE_OUT}
"""What a phase says where its file says nothing."""
