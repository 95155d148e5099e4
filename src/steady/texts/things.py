"""What the page of the person's own things says."""

from steady.texts import N_, Text


class ThingsText(Text):
    """Ways to take the log elsewhere, to bring it back, and to let it go."""

    TITLE = N_("Your things")
    LEAD = N_("All of this is yours. It leaves this computer only if you take it along.")
    FOLDER = N_("Where it is")
    FOLDER_MORE = N_("All that Steady keeps is in this folder.")
    FOLDER_NAME = N_("The folder of your things")
    TAKE = N_("Take it along")
    TAKE_MORE = N_("A file that others can read too. Anyone who has it can see what is in it.")
    EXPORT_JSON = N_("Export all of it")
    EXPORT_JSON_NAME = N_("Export all of it, as a JSON file")
    EXPORT_CSV = N_("Export a table")
    EXPORT_CSV_NAME = N_("Export practices as a table, a CSV file")
    BRING = N_("Bring it in")
    BRING_MORE = N_("From another computer. What is here stays, and nothing comes twice.")
    IMPORT = N_("Import a file")
    COPY = N_("A copy to be safe")
    COPY_MORE = N_("If you put a copy back, what is here now is kept beside it.")
    BACKUP = N_("Save a copy")
    RESTORE = N_("Put a copy back")
    SHOW = N_("For someone you trust")
    SHOW_MORE = N_("A page to print. You choose what goes in.")
    SUMMARY = N_("A page to print")
    ONE = N_("One by one")
    ONE_MORE = N_(
        "What you said of a practice: see it, write about it, delete it. Entries are deleted where they stand."
    )
    PRACTICES = N_("Look at your practices")
    LET_GO = N_("Let it all go")
    LET_GO_MORE = N_("Practices, ratings, journal and weeks, and the copies that Steady keeps beside them.")
    ERASE = N_("Delete all of it")
    ERASE_FIRST = N_("This can’t be taken back. Files you saved elsewhere stay where they are.")
    ERASE_SEEN = N_("Someone who looks here often may notice that it is gone.")
    ERASE_NOW = N_("Delete all of it now")
    ERASE_NOT = N_("Keep it")
    WHERE_EXPORT = N_("Where to keep it")
    WHICH_IMPORT = N_("Which file to bring in")
    WHICH_RESTORE = N_("Which copy to put back")
    FILES_JSON = N_("Exports (*.json)")
    FILES_COPY = N_("Copies (*.db)")
    WORKING = N_("One moment …")
