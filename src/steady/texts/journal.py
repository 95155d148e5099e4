"""What the journal says. Its lines ask for little, and each may stay empty."""

from datetime import datetime

from steady.core.remembered import JournalEntry
from steady.texts import N_, Text, say
from steady.texts.announce import spoken
from steady.texts.support import date_words
from steady.texts.triggers import trigger_words


class JournalText(Text):
    """The page to write on, and the list of entries."""

    TITLE = N_("Journal")
    LEAD = N_("Write as little as you like. Every line may stay empty. Kept on this computer only.")
    TITLE_EDIT = N_("An entry")
    LEAD_EDIT = N_("You can change it. What it said before stays with it.")
    TAGS = N_("What set it off")
    GUARD = N_("If the fact is that someone threatens, controls or hurts you, that is not a story.")
    KEEP = N_("Keep")
    THROW_AWAY = N_("Throw away")
    AS_IT_WAS = N_("Leave as it was")
    DELETE = N_("Delete")
    GONE = N_("Thrown away. Nothing of it is saved.")
    BRING_BACK = N_("Bring it back")
    NOTHING = N_("There is nothing to keep yet. One word is enough.")
    SAVING = N_("Saving …")
    SAVED = N_("Saved on this computer.")
    FAILED = N_("This could not be saved just now. Your words are still here.")
    FROM_BEFORE = N_("Your words from before are still here.")
    PROMPTS = N_("A few questions, if you like")
    WITH = N_("{when} · with “{title}”")
    EARLIER_TEXTS = N_("What it said before")
    EARLIER_FROM = N_("As it was from {when}")
    NO_EARLIER = N_("It has always said this.")
    EARLIER_UNREADABLE = N_("That could not be read just now.")
    TODAY = N_("Today, {time}")
    OTHER_DAY = N_("{date}, {time}")

    ENTRIES = N_("Your entries")
    SEARCH = N_("Which words?")
    SEARCH_HINT = N_("Entries with all of them are shown.")
    EARLIER_NONE = N_("No earlier entries")
    EARLIER_ONE = N_("Earlier: 1 entry")
    EARLIER_MANY = N_("Earlier: {count} entries")
    LOOK = N_("look or search")
    NONE_YET = N_("Nothing is written yet. A few words may be enough.")
    NONE_FOUND = N_("No entry has all of these words.")
    FOUND_ONE = N_("One entry")
    FOUND_MANY = N_("{count} entries")
    READING = N_("Looking …")
    UNREADABLE = N_("Your entries could not be read just now. They are left as they are.")
    WRITE = N_("Write")
    SHOW_MORE = N_("Show more")
    ONLY_TAGS = N_("No words, only tags")
    DELETING = N_("This entry is about to be deleted.")
    KEEP_IT = N_("Keep it after all")
    KEPT_AFTER_ALL = N_("It is still here.")
    DELETED = N_("Deleted. Only a mark without words stays, so that no import brings it back.")
    NOT_DELETED = N_("It could not be deleted just now, and is still here.")


class PartText(Text):
    """The lines of an entry."""

    HAPPENED = N_("When")
    FACT = N_("What happened")
    STORY = N_("The story I told myself")
    BODY = N_("In my body")
    URGE = N_("What I felt pulled to do")
    DID = N_("What I did")
    NEED = N_("What I need")


class PartHint(Text):
    """What could stand in a line, where an example helps."""

    HAPPENED = N_("tonight, after work")
    FACT = N_("what a camera would have seen")
    STORY = N_("what fear made of it")
    BODY = N_("tight throat, warm face")
    URGE = N_("write, call, hide …")
    DID = N_("as it was, no praise or blame")
    NEED = N_("from me, or from someone")


class PromptText(Text):
    """Questions that may be of use. None has to be answered."""

    FEAR = N_("Which fear is louder today: of being close, or of being left?")
    BELIEF = N_("Is an old belief talking, such as “people I love will leave”?")
    STEP = N_("What is one small step that you could take?")
    DESPITE = N_("What would you do next if the fear were half as loud?")
    FRIEND = N_("What would you say to a friend who felt this?")
    OWN = N_("What is yours alone, and good to do?")
    THANKS = N_("What was good today, however small?")
    BETTER = N_("What went a little better than it once did?")
    FORGIVE = N_("Forgiving is never owed, least of all where harm goes on.")


def part_words(part: str) -> str:
    """Return the name of a line of an entry."""
    return say(PartText[part.upper()])


def part_hint(part: str) -> str:
    """Return an example for a line of an entry."""
    return say(PartHint[part.upper()])


def when_words(moment: datetime, now: datetime, clock: str) -> str:
    """Return when something was, as a person says it; `clock` is the time of day in the form used here."""
    if moment.date() == now.date():
        return say(JournalText.TODAY, time=clock)
    return say(JournalText.OTHER_DAY, date=date_words(moment.date()), time=clock)


def entry_title(entry: JournalEntry) -> str:
    """Return the words that an entry is known by in a list: what happened, or the first that was written."""
    words = entry.words
    parts = (words.fact, words.story, words.happened, words.body, words.urge, words.did, words.need)
    return next((part for part in parts if part), say(JournalText.ONLY_TAGS))


def entry_more(entry: JournalEntry) -> str:
    """Return what follows in a list: the story, where the fact comes first."""
    return entry.words.story or "" if entry.words.fact else ""


def entry_tags(entry: JournalEntry) -> str:
    """Return an entry's tags in words."""
    return " · ".join(map(trigger_words, entry.triggers))


def entry_name(entry: JournalEntry, when: str) -> str:
    """Return all that a card of an entry shows, to be heard."""
    return spoken((entry_title(entry), entry_more(entry), when, entry_tags(entry)))


def count_words(count: int | None) -> str:
    """Return how many earlier entries there are; an empty string before that is known."""
    if count is None:
        return ""
    if count == 1:
        return say(JournalText.EARLIER_ONE)
    return say(JournalText.EARLIER_MANY, count=count) if count else say(JournalText.EARLIER_NONE)
