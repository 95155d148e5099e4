"""What is said of files: exercises that cannot be read, and exports that cannot be written."""

from steady.texts import N_, Text


class StoreText(Text):
    """One sentence each, without a full stop where a path stands before it."""

    NO_SUCH_EXERCISE = N_("There is no exercise called {id}. `steady list` shows those there are.")
    NOT_READABLE = N_("this file can't be read")
    TOO_LARGE = N_("this file is larger than 1 MiB")
    NOT_UTF8 = N_("this file is not UTF-8 text")
    TOO_DEEP = N_("this file is nested too deeply")
    BAD_NAME = N_("a file's name becomes its id: letters, digits, hyphens and spaces, up to 64")

    MEET_TITLE = N_("Meet your breath")
    MEET_SUMMARY = N_("A gentle breath to follow, a little slower as it goes.")

    EXPORT_SUFFIX = N_("{path}: give the export a name that ends in .json or .csv.")
    EXPORT_UNWRITABLE = N_("{path}: this file can't be written here.")
    EXPORT_OVER_OURS = N_("{path}: Steady keeps its settings there, so give the export another name.")
