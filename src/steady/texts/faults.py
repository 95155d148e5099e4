"""What is said, once and quietly, when the machine fails us."""

from steady.core.errors import Fault
from steady.texts import N_, Text


class FaultText(Text):
    """One gentle sentence a fault. What still works comes first."""

    DISK_FULL = N_("You can go on breathing. The disk is full, so this practice may not be saved.")
    READ_ONLY = N_("You can go on breathing. Steady may not write here, so this practice is not saved.")
    LOG_LOCKED = N_("You can go on breathing. The log is busy; it will be written when it is free.")
    LOG_CORRUPT = N_("You can go on breathing. The log could not be read. It was put aside, and a new one begun.")
    LOG_NEWER = N_("You can go on breathing. The log is from a newer Steady, so it is left as it is.")
    LOG_UNREADABLE = N_("You can go on breathing. The log can’t be opened, so this practice is not saved.")
    LOG_STRANGE = N_("Something in the log can’t be shown, and is left as it is. Practices are still saved.")
    IMPORT_CUT_SHORT = N_(
        "The last import was cut short: a part of it is here. Importing it again brings the rest, and nothing twice."
    )
    NO_EXERCISES = N_("You can go on breathing. The other exercises were not found; setting Steady up again may help.")
    BAD_EXERCISES = N_("Some exercise files could not be read. The others are here.")
    SETTINGS_UNREADABLE = N_("Your settings could not be read. They were put aside, and the usual ones are used.")
    SETTINGS_UNSAVED = N_("This setting holds until you close Steady. It could not be saved.")
    OUR_BUG = N_("Something in Steady went wrong, not with you. A note of it stays on this computer.")
    FIRST_WINDOW_SILENT = N_("Another Steady is open but does not answer, so here is a new one.")
    SOUND_MISSING = N_("You can go on breathing, without sound: PortAudio, which plays it, does not work here.")
    SOUND_NO_DEVICE = N_("You can go on breathing. There is no sound output just now; sound comes when there is one.")
    SOUND_BUSY = N_("You can go on breathing. The sound output is busy; sound comes when it is free.")
    SOUND_LOST = N_("You can go on breathing. The sound output went away; sound comes back when it can.")


def fault_text(fault: Fault) -> FaultText:
    """Return the sentence for a fault."""
    return FaultText[fault.name]
