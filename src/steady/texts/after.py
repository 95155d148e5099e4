"""What is asked after a practice, and before one if wanted. A diary, not a measure."""

from steady.core.record import Felt, Kind, SessionRecord
from steady.texts import N_, Text, say
from steady.texts.narrator import minutes_words


class AfterText(Text):
    """The small card, and what stands around it."""

    BREATHED = N_("{length} of breathing with yourself.")
    GROUNDED = N_("{length} of looking outward.")
    READ = N_("{length} of kind words.")
    QUESTION = N_("Right now, how strong is the distress?")
    SCALE = N_("0 none, 10 the strongest you can imagine. A guess is fine.")
    FELT = N_("How is it now?")
    DONE = N_("Done")
    SKIP = N_("Skip")
    DONT_SAVE = N_("Don’t save this one")
    MORE_BREATHS = N_("A few more breaths")
    REACHED = N_("I reached someone")
    REACHED_COUNTED = N_("Reached someone")
    REACHED_TOLD = N_("Counted. Press again to take it back.")
    MORE = N_("A little more")
    AGAIN = N_("Use this again?")
    AGAIN_YES = N_("yes")
    AGAIN_NO = N_("not this one")
    TRIGGERS = N_("What set it off, if something did?")
    PULLS = N_("What I felt pulled to do")
    PULLS_MORE = N_("Only for you. A pull is not a deed, and no mark against you.")
    NOTE = N_("A note, if you like")
    SAVING = N_("Saving …")
    SAVED = N_("Saved on this computer.")
    SAVED_HARDER = N_("Harder today; that happens. Saved on this computer.")
    FAILED = N_("This could not be saved just now. What you said is still here.")
    TRY_AGAIN = N_("Save again")
    FORGETTING = N_("Letting it go …")
    FORGOTTEN = N_("Not saved. Nothing of this practice is kept.")
    STILL_THERE = N_("It could not be deleted just now. It is still in the log.")
    WRITE = N_("Write about it")
    MENU = N_("Menu")


class BeforeText(Text):
    """The question before a practice, for those who turned it on; and what can be said on the way."""

    LEAD = N_("Before you start, if you like")
    START = N_("Start")
    EARLY = N_("How strong is it?")
    EARLY_NAME = N_("Say how strong the distress is right now")
    EARLY_TOLD = N_("Noted, on the way: {rating}.")
    UNSAVED_TOLD = N_("This practice is not saved.")


class FeltText(Text):
    """How it is, in one word."""

    EASIER = N_("easier")
    SAME = N_("same")
    HARDER = N_("harder")


_TITLES = {Kind.BREATHING: AfterText.BREATHED, Kind.GROUNDING: AfterText.GROUNDED, Kind.SCRIPT: AfterText.READ}


def felt_words(felt: Felt) -> str:
    """Return the word for how it is."""
    return say(FeltText[felt.name])


def practised_words(record: SessionRecord) -> str:
    """Return what the card says of a practice: how long it was, and of what kind."""
    minutes = record.practised_s / 60.0
    length = minutes_words(minutes if minutes < 1.0 else round(minutes))
    return say(_TITLES[record.kind], length=length[:1].upper() + length[1:])
