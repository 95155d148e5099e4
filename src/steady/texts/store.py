"""What is said of files: exercises that cannot be read, and exports that cannot be written."""

from steady.texts import N_, Text


class StoreText(Text):
    """One sentence each, without a full stop where a path stands before it."""

    NO_SUCH_EXERCISE = N_("There is no exercise called {id}. `steady list` shows those there are.")
    NOT_READABLE = N_("this file can't be read")
    NOTHING_THERE = N_("there is no file or folder of that name")
    NO_FOLDER = N_("this folder can't be looked into")
    BAD_SUFFIX = N_("the name of an exercise file ends in .toml")
    BAD_LINK = N_("this link leads to no file")
    TOO_LARGE = N_("this file is larger than 1 MiB")
    EMPTY = N_("this file is empty; `steady new` writes one to start from")
    NOT_UTF8 = N_("this file is not UTF-8 text; an editor can save it as UTF-8")
    UTF16 = N_("this file is UTF-16 text; an editor can save it as UTF-8")
    NOT_TEXT = N_("this file is no text")
    NOTHING_TO_TRANSLATE = N_("there is no exercise here for this to translate")
    TRANSLATES_BAD = N_("the exercise that this translates is at fault itself")
    NEWER = N_("this file is written for a newer Steady")
    TOO_DEEP = N_("this file is nested too deeply")
    NO_EXERCISE = N_("this is no exercise file")
    AT = N_("{file}: {fault}")
    AT_LINE = N_("{file}, line {line}: {fault}")
    BAD_ID = N_("An id is letters, digits, hyphens and spaces, up to 64. It begins with a letter or a digit.")
    NO_START = N_("The files that ship with Steady are missing, so there is none to start from.")
    BAD_NAME = N_("a file's name becomes its id: letters, digits, hyphens and spaces, up to 64")

    MEET_TITLE = N_("Meet your breath")
    MEET_SUMMARY = N_("A gentle breath to follow, a little slower as it goes.")

    EXPORT_SUFFIX = N_("{path}: give the export a name that ends in .json or .csv.")
    EXPORT_UNWRITABLE = N_("{path}: this file can't be written here.")
    EXPORT_TARGET_FULL = N_("{path}: the disk is full there, so this file was not written. Nothing else has changed.")
    EXPORT_OVER_OURS = N_("{path}: Steady keeps its own things there, so give this file another name.")
    EXPORT_LOG_UNREADABLE = N_("The log can't be read, so nothing was exported. The log is left as it is.")
    EXPORT_LOG_NEWER = N_("The log is from a newer Steady, which can export it. It is left as it is.")
    EXPORT_LOG_LOCKED = N_("The log is busy just now. Nothing was exported; it may work in a moment.")
    EXPORT_DISK_FULL = N_("The disk is full, so the log can't be read just now. Nothing was exported.")


class SyntaxText(Text):
    """What is at fault with how a file is written, for who wrote it and may never have seen TOML before."""

    TWICE = N_("this is here twice, and can be there once")
    NAMED_TWICE = N_("{field} is here twice, and can be there once")
    ENDS_EARLY = N_("something is opened here and not closed")
    QUOTE = N_("the text on this line opens with a quote and has none at its end")
    CONTROL = N_("an invisible control character is on this line, and has to go")
    LINE_ENDS = N_("a line ends as on old Macs (CR); an editor can save it with LF")
    CURLY = N_("a quote on this line is a curly one; around text they are straight")
    INNER_QUOTE = N_("a quote within text on this line needs a backslash before it")
    COMMA = N_("the number on this line takes a point, not a comma")
    BACKSLASH = N_("a backslash in text is written as two")
    EQUALS = N_("a name is followed by = and then by what it is")
    ONE_A_LINE = N_("there is more on this line after it could have ended")
    VALUE = N_("what follows the = can't be read; text goes in quotes")
    KEY = N_("a line begins with the name of a field, or with [")
    LONG_NUMBER = N_("a number on this line has thousands of digits")
    LONG_KEY = N_("a name on this line has too many parts")
    OTHER = N_("this can't be read as TOML; something is missing or is one too many here")


class FieldText(Text):
    """What is at fault with one field of an exercise file, for who wrote it."""

    MISSING = N_("{field} is missing")
    UNKNOWN = N_("{field} is no field that Steady knows here")
    UNKNOWN_NEAR = N_("{field} is no field that Steady knows here; did you mean `{nearest}`?")
    WRONG_TYPE = N_("{field} needs to be {wanted}")
    NOT_FINITE = N_("{field} is {value}, and needs a plain number")
    TOO_SMALL = N_("{field} is {value}, and needs {limit} or more")
    TOO_LARGE = N_("{field} is {value}, and can be {limit} at most")
    EMPTY = N_("{field} has no text yet")
    TOO_LONG = N_("{field} has room for {limit} characters")
    TOO_FEW = N_("{field} needs at least this many entries: {limit}")
    TOO_MANY = N_("{field} has room for this many entries: {limit}")
    NO_SUCH_VALUE = N_("{field} is {value}, and can be one of these: {choices}")
    NO_SUCH_VALUE_NEAR = N_("{field} is {value}; did you mean {nearest}?")
    NO_WAY = N_("{field} is {value}, and there is no exercise of that name here")
    NO_WAY_NEAR = N_("{field} is {value}, and there is no exercise of that name here; did you mean {nearest}?")
    NOT_TO_BREATHE = N_("{field} is {value}, which is no breathing exercise")
    NOT_WORDS = N_("{field} is no text, and a translation holds only text")
    NO_SUCH_PLACE = N_("{field} has more entries here than in the exercise: {limit} there")
    NOT_AN_ID = N_("{field} takes letters, digits and hyphens, as in no-reply-yet")


class Wanted(Text):
    """What a field should be, by the name of its type."""

    FLOAT = N_("a number")
    INT = N_("a whole number")
    STR = N_("text in quotes")
    BOOL = N_("true or false")
    ARRAY = N_("a list in [ ]")
    OBJECT = N_("a table of fields")
