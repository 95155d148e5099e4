"""What Steady says of itself: what it is, what it is not, what it keeps, and what it can't do."""

from steady.texts import N_, Text


class AboutText(Text):
    """The page about Steady."""

    TITLE = N_("About Steady")
    LEAD = N_("A practice tool. Not therapy, diagnosis or emergency help.")

    FOR = N_("Who it is for")
    FOR_FEAR = N_("For adults who know the fear of being left, and for those who stand by them.")
    FOR_YOUNG = N_("Under 18? An adult you trust and a child line near you can help.")

    HELPS = N_("What it may do")
    HELPS_SHIFT = N_("Some people notice a small shift in a few minutes. Some don’t.")
    HELPS_REVIEW = N_("No clinician has reviewed this yet.")

    EVIDENCE = N_("What each exercise rests on")
    EVIDENCE_MORE = N_("Where it is written stands in each exercise’s own file.")

    KEEPS = N_("What it keeps")
    KEEPS_ROW = N_("One line for each practice: which one, when, how long, how many breaths.")
    KEEPS_MORE = N_("Your settings, and words you left half written.")
    KEEPS_FAULTS = N_("If Steady itself fails, a short report of where, without your words.")
    KEEPS_HERE = N_("All of it stays on this computer. Steady never goes online.")
    KEEPS_OPEN = N_("It is not locked. Who uses your account here can read it.")

    LEAVE = N_("Leave quickly")
    LEAVE_CAN = N_("It closes Steady at once, with the Esc key or the button. Nothing asks you first.")
    LEAVE_CANT = N_("It can’t hide what was already seen. The folder of your things stays as it is.")
    LEAVE_WATCH = N_("It does not stop someone who watches this computer, or a program that does.")

    MADE = N_("How it is made")
    VERSION = N_("Version {version}")
    LICENCE = N_("Free to use, change and share, under the MIT licence. No ads, nothing to pay.")
