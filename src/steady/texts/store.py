"""What is said of files: exercises that cannot be read, and exports that cannot be written."""

from steady.texts import N_, Text


class StoreText(Text):
    """One sentence each, without a full stop where a path stands before it."""

    NO_SUCH_EXERCISE = N_("There is no exercise called {id}. `steady list` shows those there are.")
    NOT_READABLE = N_("this file can't be read")
    TOO_LARGE = N_("this file is larger than 1 MiB")
    NOT_UTF8 = N_("this file is not UTF-8 text")
    TOO_DEEP = N_("this file is nested too deeply")
    NOT_TOML = N_("this can't be read as TOML; something is missing or is one too many here")
    ENDS_EARLY = N_("this file ends too early; something was opened and not closed")
    NO_EXERCISE = N_("this is no exercise file")
    AT = N_("{file}: {fault}")
    AT_LINE = N_("{file}, line {line}: {fault}")
    BAD_NAME = N_("a file's name becomes its id: letters, digits, hyphens and spaces, up to 64")

    MEET_TITLE = N_("Meet your breath")
    MEET_SUMMARY = N_("A gentle breath to follow, a little slower as it goes.")

    EXPORT_SUFFIX = N_("{path}: give the export a name that ends in .json or .csv.")
    EXPORT_UNWRITABLE = N_("{path}: this file can't be written here.")
    EXPORT_OVER_OURS = N_("{path}: Steady keeps its settings there, so give the export another name.")
    EXPORT_LOG_UNREADABLE = N_("The log can't be read, so nothing was exported. The log is left as it is.")
    EXPORT_LOG_NEWER = N_("The log is from a newer Steady, which can export it. It is left as it is.")
    EXPORT_LOG_LOCKED = N_("The log is busy just now. Nothing was exported; it may work in a moment.")
    EXPORT_DISK_FULL = N_("The disk is full, so the log can't be read just now. Nothing was exported.")


class FieldText(Text):
    """What is at fault with one field of an exercise file, for who wrote it."""

    MISSING = N_("{field} is missing")
    UNKNOWN = N_("{field} is no field that Steady knows here")
    WRONG_TYPE = N_("{field} needs to be {wanted}")
    NOT_FINITE = N_("{field} is {value}, and needs a plain number")
    TOO_SMALL = N_("{field} is {value}, and needs {limit} or more")
    TOO_LARGE = N_("{field} is {value}, and can be {limit} at most")
    EMPTY = N_("{field} has no text yet")
    TOO_LONG = N_("{field} has room for {limit} characters")
    TOO_FEW = N_("{field} needs at least this many entries: {limit}")
    TOO_MANY = N_("{field} has room for this many entries: {limit}")
    NO_SUCH_VALUE = N_("{field} is {value}, which Steady does not know here")
    NOT_AN_ID = N_("{field} takes small letters, digits and hyphens, up to 40")
    BAD = N_("{field} can't be read")


class Wanted(Text):
    """What a field should be, by the name of its type."""

    FLOAT = N_("a number")
    INT = N_("a whole number")
    STR = N_("text in quotes")
    BOOL = N_("true or false")
    ARRAY = N_("a list in [ ]")
    OBJECT = N_("a table of fields")
