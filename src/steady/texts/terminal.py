"""What the guide in a terminal says beside the words that every guide has."""

from steady.texts import N_, Text


class TerminalText(Text):
    """Keys, offers and lines of the terminal. Longer ones have a shorter one after them, for narrow terminals."""

    KEYS = N_("Space: pause · arrows: pace · U: my pace · S: stay here · Q: leave")
    KEYS_MEDIUM = N_("Space: pause · arrows: pace · Q: leave")
    KEYS_SHORT = N_("Space: pause · Q: leave")
    KEYS_TINY = N_("Space · Q")
    KEYS_WITHOUT_LETTERS = N_("Space: pause · arrows: pace · Esc: leave")
    KEYS_PAUSED = N_("Space: go on · Esc: leave")
    KEYS_TAPPING = N_("Any key with each in-breath · Esc: leave")
    KEYS_TAPPING_SHORT = N_("Any key · Esc: leave")
    KEYS_WITHOUT_LETTERS_TINY = N_("Space · Esc")
    OFFER = N_("Space or Enter: a few more breaths. Any other key: done")
    OFFER_SHORT = N_("Space, Enter: more · others: done")
    OFFER_SHORTER = N_("Space: more · Q: done")
    OFFER_TINY = N_("Space · Q")
    ANY_KEY = N_("Any key: done")

    CLOSING = N_("Come back whenever you like.")
    OPENING = N_("{title}. Ctrl-C ends it whenever you like.")
    PHASE = N_("{words}, {seconds} seconds.")
    PHASE_ONE_SECOND = N_("{words}, one second.")
    ENTER_BEGINS = N_("When you’re ready, press Enter. Ctrl-C leaves.")
    A_FEW_TIMES = N_("{title} is done {breaths} at most. Then your own breath comes.")
