"""What the settings say, in plain words."""

from steady.texts import N_, Text


class SettingsText(Text):
    """Headings, choices and the lines that explain them."""

    TITLE = N_("Settings")
    LEAD = N_("Each change holds at once. Nothing here has to change.")

    BREATH = N_("The breath")
    FORM = N_("How it looks")
    MOTION = N_("Motion")
    MOTION_MORE = N_("Still means words and a slow bar, with nothing that glides.")
    MOTION_REDUCED = N_("Your computer asks for less motion just now.")
    MOTION_SYSTEM = N_("As the computer says")
    MOTION_FULL = N_("Moving")
    MOTION_STILL = N_("Still")
    ELAPSED = N_("Show how long it has been")
    ELAPSED_MORE = N_("A quiet line under the breath.")

    LENGTH = N_("Length")
    LENGTH_QUESTION = N_("How long a practice is")
    LENGTH_MORE = N_("It always ends at the end of a breath. You can go on, or stop sooner.")
    LENGTH_OWN = N_("Each exercise as it is")
    LENGTH_MINUTES = N_("Minutes")
    LENGTH_BREATHS = N_("Breaths")
    LENGTH_OPEN = N_("Open")
    LENGTH_OPEN_MORE = N_("It goes on until you stop.")
    MINUTES_NAME = N_("How many minutes")
    BREATHS_NAME = N_("How many breaths")
    LESS = N_("Less: {what}")
    MORE = N_("More: {what}")

    EYES = N_("Looks")
    LOOK = N_("Colours")
    LOOK_SYSTEM = N_("As the computer says")
    LOOK_DUSK = N_("Dusk")
    LOOK_DAWN = N_("Dawn")
    TEXT = N_("Text size")
    TEXT_PERCENT = N_("{percent} %")

    BACK = N_("Looking back")
    RUNS = N_("Show runs of days on the progress page")
    RUNS_MORE = N_("If they feel like pressure, they can stay away.")

    HANDS = N_("Keys and voice")
    LETTERS = N_("Single-letter keys")
    LETTERS_MORE = N_("M menu, P pace, G ground me, K kind words, T talk to someone, S sound.")
    ALOUD = N_("Tell a screen reader the phases")
    ALOUD_MORE = N_("For three breaths, then when the pace changes. A pause is always told.")

    SAYING = N_("What you say of it")
    ASK_AFTER = N_("A small card after a practice")
    ASK_AFTER_MORE = N_("It asks how it is now. You can always skip it.")
    ASK_BEFORE = N_("Ask how strong it is before one, too")
    ASK_BEFORE_MORE = N_("Only when you choose one from the menu. Never as Steady opens.")
    DAY_ENDS = N_("When a day ends")
    DAY_ENDS_MORE = N_("A late night can still belong to the day before.")
    MIDNIGHT = N_("midnight")
    HOUR = N_("{hour} a.m.")

    CAUTIONS = N_("Cautions")
    CAUTIONS_MORE = N_("Some exercises say what to heed before they first start.")
    CAUTIONS_AGAIN = N_("Show them again")
    CAUTIONS_WILL = N_("You see them again before the next start.")

    THINGS = N_("Where your things are")
    THINGS_MORE = N_("All that Steady keeps is in this folder. Nothing leaves this computer.")
    THINGS_NAME = N_("The folder of your things")
    ABOUT = N_("About Steady")
