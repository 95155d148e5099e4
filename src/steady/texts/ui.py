"""What the window says around a practice."""

from steady.texts import N_, Text


class Ui(Text):
    """Controls and small lines of the window."""

    APP = N_("Steady")
    MENU = N_("Menu")
    LEAVE = N_("Leave quickly")
    LEAVE_SHORT = N_("Leave")
    LEAVE_NAME = N_("Leave quickly: closes Steady at once")
    ESC = N_("Esc")
    SUPPORT = N_("Support")
    PAUSE = N_("Pause")
    GO_ON = N_("Go on")
    PACE = N_("Pace")
    GROUND_ME = N_("Ground me")
    KIND_WORDS = N_("Kind words")
    TALK = N_("Talk to someone")
    USE_MY_PACE = N_("Use my pace")
    SLOWER = N_("Slower")
    FASTER = N_("Faster")
    STAY_HERE = N_("Stay here")
    NOT_TODAY = N_("Not breathing today")
    WITH_HOLDS = N_("With holds")
    FORM = N_("How it looks")
    MORE_BREATHS = N_("A few more breaths")
    MEET_AGAIN = N_("Meet your breath")
    DONE = N_("Done")
    LEAVE_HINT = N_("Esc leaves at once and closes Steady. It can’t hide what was already seen.")
    GOT_IT = N_("Got it")
    ELAPSED = N_("{title} · {elapsed} · leave whenever you like")
    ELAPSED_SHORT = N_("{title} · {elapsed}")
    NO_ELAPSED = N_("{title} · leave whenever you like")
    ELAPSED_MINUTES = N_("{minutes} min")
    ELAPSED_OF = N_("{minutes} of {total} min")
    ELAPSED_BREATHS = N_("{breaths} of {total} breaths")
    ELAPSED_ONE_BREATH = N_("{breaths} of 1 breath")
    MINUTES_LESS = N_("less than a minute")
    MINUTES_ONE = N_("one minute")
    MINUTES_MANY = N_("{minutes} minutes")
    BREATHS_ONE = N_("one breath")
    BREATHS_MANY = N_("{breaths} breaths")
    ORB_NAME = N_("Breathing guide")
    ORB_DESCRIPTION = N_("A shape that grows as you breathe in and shrinks as you breathe out.")
    BACK = N_("Back")
    BACK_TO_BREATHING = N_("Back to breathing")
    NEXT = N_("Next")
    THATS_ENOUGH = N_("That’s enough")


class FormText(Text):
    """The names of the forms."""

    AUTO = N_("As the exercise likes")
    ORB = N_("Orb")
    WAVE = N_("Wave")
    SQUARE = N_("Square")
    STILL = N_("Still")
