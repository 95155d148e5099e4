"""What the command line says: its help, and one sentence where something is at fault."""

from steady.texts import N_, Text


class Command(Text):
    """The command line's sentences."""

    ABOUT = N_("A calm minute: it is already breathing with you. Without a command, the window opens on the guide.")
    ABOUT_START = N_("open the window on that exercise")
    ABOUT_BREATHE = N_("breathe in this terminal; to a pipe, one line for each phase")
    ABOUT_LIST = N_("list the exercises")
    ABOUT_CHECK = N_("say what is at fault in exercise files, each with its line")
    ABOUT_SCHEMA = N_("print the JSON Schema of exercise files, or of exported logs")
    ABOUT_NEW = N_("write an exercise file to start from, among your own")
    ABOUT_EXPORT = N_("write the log to a file that other programs read")
    ABOUT_IMPORT = N_("join a log that was exported with this one")
    ABOUT_BACKUP = N_("write a whole copy of the log to a file")
    ABOUT_RESTORE = N_("make the log what it was in a copy; today's is kept beside it")
    ID = N_("an exercise, by its id; `steady list` shows them")
    CHECK_PATHS = N_("exercise files, and folders with exercise files in them")
    NEW_KIND = N_("breathing, grounding or script")
    NEW_ID = N_("its id, which becomes the file's name: letters, digits and hyphens")
    EXPORT_FILE = N_("the file to write; its name ends in .json or .csv")
    IMPORT_FILE = N_("a .json file that Steady exported, here or elsewhere")
    BACKUP_FILE = N_("the file to write; an older one of that name is replaced")
    RESTORE_FILE = N_("a file that `steady backup` wrote")
    SCHEMA_OF = N_("exercise or log; exercise if left out")
    MINUTES = N_("how long, in minutes")
    BREATHS = N_("how long, in breaths")
    OPEN = N_("go on until you leave")
    HOLDS = N_("with the holds that are left out until asked for")
    TERMINAL = N_("breathe in this terminal, window or not")
    DATA_DIR = N_("keep everything in this folder instead of the usual one")
    TIME_STARTUP = N_("open, print one line of milestones in ms, and leave")
    JSON = N_("as JSON")
    VERSION = N_("say which version this is")

    BAD_MINUTES = N_("choose {low:g} to {high:g} minutes")
    BAD_BREATHS = N_("choose {low} to {high} breaths")
    BAD_FOLDER = N_("name a folder, or leave --data-dir out for the usual one")

    LISTED = N_("{id}  {length}  {title}")
    NO_EXERCISE = N_("There is no exercise called {id}. Did you mean {nearest}?")
    AT_LINE = N_("{path}:{line}: {fault}")
    CHECKED_NONE = N_("No exercise files are there.")
    CHECKED_ONE = N_("One file, and nothing is at fault in it.")
    CHECKED = N_("{count} files, and nothing is at fault in them.")
    NEW_WRITTEN = N_("It opens in any text editor, and is in Steady as you save it.")
    NEW_OVER_OURS = N_("It opens in any text editor, and takes the place of the exercise of that name.")
    NEW_IS_THERE = N_("{path} is there already, and is left as it is.")
    NEW_UNWRITABLE = N_("{path}: this file can't be written here.")
    NOT_BREATHING = N_("{title} is not a breathing exercise. It opens in the window: steady start {id}")
    NO_WINDOW = N_("{reason} {title} needs a window.")
    BREATHES_HERE = N_("{reason} So this breathes in the terminal.")

    NO_DISPLAY = N_("There is no display here.")
    DISPLAY_REFUSES = N_("The display {name} does not let a window in.")
    MISSING = N_("A window needs {files}. This brings it: {remedy}.")
    MISSING_NO_REMEDY = N_("A window needs {files}, which this system lacks.")

    BUG = N_("Something in Steady went wrong, not with you. A note of it is in {path}")
    BUG_UNSAVED = N_("Something in Steady went wrong, not with you. A note of it could not be saved.")
