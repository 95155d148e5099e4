"""What is said where something in the log cannot be read: the rest is shown, and nothing is lost."""

from steady.texts import N_, Text, say


class LeftOut(Text):
    """A quiet line on the page."""

    ONE = N_("One thing here can’t be read and is left out. It stays as it is, and an export keeps it.")
    MANY = N_("{count} things here can’t be read and are left out. They stay as they are, and an export keeps them.")


def left_out_words(count: int) -> str:
    """Return what is said of so many; an empty string where there is none."""
    if count == 0:
        return ""
    return say(LeftOut.ONE) if count == 1 else say(LeftOut.MANY, count=count)
