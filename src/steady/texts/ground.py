"""What a grounding exercise says around its own steps."""

from steady.texts import N_, Text


class Ground(Text):
    """Controls and small lines of a grounding exercise."""

    NEXT_SENSE = N_("Next sense")
    SKIP = N_("Skip")
    NOTICED = N_("Noticed")
    HINT = N_("press Space, or click, when you have one")
    CARD_OPEN = N_("{at} of {count}, open")
    CARD_NOTICED = N_("{at} of {count}, noticed")
    CARD_WORDS = N_("{at} of {count}, noticed: {words}")
    WRITING = N_("{at} of {count}, in your words")
    TAKEN_BACK = N_("One taken back. {at} of {count} noticed.")
    SO_FAR = N_("{at} of {count} noticed")
    WHERE = N_("{at} of {count}")
    BETWEEN_COUNTS = N_(" · ")
    OTHERS = N_("Something else")
    OTHERS_NAME = N_("Something else: all ways to look outward")
