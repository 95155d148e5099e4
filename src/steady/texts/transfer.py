"""What is said once the log was taken out, brought in, or put back: the same in the window and in a terminal."""

from steady.texts import N_, Text


class TransferText(Text):
    """One sentence each: what was done, or why nothing was."""

    EXPORTED_NONE = N_("The log is empty so far. {path} is written all the same.")
    EXPORTED_ONE = N_("One practice is in {path} now.")
    EXPORTED = N_("{count} practices are in {path} now.")
    DAMAGED_ROW = N_("One row of the log is damaged. It is in there too, as it is; an import leaves it out.")
    DAMAGED_ROWS = N_(
        "{count} rows of the log are damaged. They are in there too, as they are; an import leaves them out."
    )
    DAMAGED_ROW_NOT_IN_TABLE = N_("One practice is damaged and not in this table. A .json export keeps it as it is.")
    DAMAGED_ROWS_NOT_IN_TABLE = N_(
        "{count} practices are damaged and not in this table. A .json export keeps them as they are."
    )

    IMPORTED_NONE = N_("All of that was here already.")
    IMPORTED = N_("New here: {new}. Brought up to date: {newer}. Deleted there, so here too: {gone}.")
    IMPORTED_IN_PART = N_(
        "Not all of it could come in just now. Importing it again brings the rest, and nothing twice."
    )
    BACKED_UP = N_("A whole copy is in {path} now.")
    RESTORED = N_("The log is as it was in that copy. What was here before is kept as {kept}.")
    ERASED = N_("All of the log is deleted, and the copies that Steady kept beside it.")
    NOT_ALL_ERASED = N_("Not all of it could be deleted just now. You could try again in a moment.")

    NOT_THERE = N_("{path}: there is no such file.")
    UNREADABLE = N_("{path}: this file can't be read. Nothing has changed.")
    TOO_LARGE = N_("{path}: this file is too large for a log. Nothing has changed.")
    NOT_JSON = N_("{path}, line {line}: this is not JSON. Nothing has changed.")
    CUT_SHORT = N_("{path}: this file ends too early. Nothing has changed.")
    FOREIGN = N_("{path}: this is no log that Steady exported. Nothing has changed.")
    NEWER = N_("{path}: this is from a newer Steady, which can read it. Nothing has changed.")
    BAD_PLACE = N_("{path}: {place} is not as Steady writes it. Nothing has changed.")
    NO_COPY = N_("{path}: this is no copy of a log of Steady's. Nothing has changed.")
    DAMAGED = N_("{path}: this copy is damaged. Nothing has changed.")

    LOG_UNREADABLE = N_("The log can't be opened, so nothing has changed. It is left as it is.")
    LOG_NEWER = N_("The log is from a newer Steady. It is left as it is.")
    LOG_LOCKED = N_("The log is busy just now. Nothing has changed; it may work in a moment.")
    READ_ONLY = N_("Steady may not write here, so nothing has changed.")
    DISK_FULL = N_("The disk is full, so nothing has changed.")
    BUG = N_("Something in Steady went wrong, not with you. A note of it stays on this computer.")
