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
    MEMORY_ONLY = N_("What you write here is gone when you leave, unless you keep it.")
    DRAFT_LABEL = N_("What you would send. This box can’t send.")
    AS_IS = N_("Send as it is")
    AS_IS_REPLY = N_("That is yours to do. You can copy it here and send it yourself.")
    SHORTEN = N_("Shorten it")
    SHORTEN_REPLY = N_("It has {count} words now. What is the one thing it needs to say?")
    SHORTEN_EMPTY = N_("There is nothing in it yet. One short line may be enough.")
    KEEP = N_("Keep it")
    KEEP_REPLY = N_("It is kept here, and will be in this box the next time.")
    DELETE = N_("Delete it")
    DELETE_REPLY = N_("It is gone. That is fine too.")
    COPY = N_("Copy")
    COPIED = N_("Copied")
    BLANK = N_("____")
    SAY_ALOUD = N_("You could say it out loud once. Nothing is sent from here.")
    PAUSE_MINUTES = N_("{minutes} minutes")
    PAUSE_BEFORE = N_("You can close Steady meanwhile. The pause will be here when you come back.")
    PAUSE_UNTIL = N_("A pause of {minutes} minutes, until {time}.")
    PAUSE_MEANWHILE = N_("Nothing has to be done until then. You could breathe, look around, or rest.")
    PAUSE_ENOUGH = N_("I’ve waited enough")
    PAUSE_STILL_ON = N_("Your pause is still on, until {time}.")
    PAUSE_OVER = N_("Your pause is over.")
    PAUSE_SHOW = N_("Show it")
    TURN = N_("Turn by itself")
    TURNS = N_("Turns by itself")
    TURN_NAME = N_("Let the thoughts turn by themselves, slowly")
    LONGER = N_("Longer")
    SHORTER = N_("Shorter")
