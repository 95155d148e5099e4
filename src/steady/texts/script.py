"""What a script says around its own thoughts."""

from steady.texts import N_, Text


class ScriptText(Text):
    """Controls and small lines of a script."""

    WHERE = N_("{title} · {at} of {count}")
    BREATHE = N_("Breathe for a moment")
    STAYS_HERE = N_("What you write stays on this computer.")
    KEPT = N_("Your words from before are still here.")
    LET_GO = N_("Let them go")
    LET_GO_NAME = N_("Let the words from before go")
