"""What the parts of a step say around its own words."""

from steady.texts import N_, Text


class StepText(Text):
    """Controls and small lines of the kinds of steps."""

    INSTEAD = N_("Another sense instead")
    INSTEAD_QUESTION = N_("Something else to notice:")
    INSTEAD_BACK = N_("As it was")
    KEEP_WORDS = N_("Keep these words with this practice")
    KEEP_WORDS_MORE = N_("Otherwise they are gone when you leave this exercise.")
    CHOSEN = N_("You chose: {choices}")
    BETWEEN_CHOICES = N_(", ")
    RING = N_("A ring that fills slowly")
    RING_AGAIN = N_("Once more")
    RING_FULL = N_("That was long enough. Take your time.")
    LEFT = N_("Left")
    RIGHT = N_("Right")
    TAPS = N_("Tap along, or just watch. Left and Right arrow keys tap too.")
    TAPPED = N_("Tap on the {side}")
    BREATHS_DONE = N_("That was {count} breaths. There is no hurry.")
    BREATH_DONE = N_("That was one breath. There is no hurry.")
    BREATH_PAUSED = N_("Paused. Space goes on.")
    BREATHE_MORE = N_("A few more")
    WAYS_OUT = N_("From here you could go on to:")
