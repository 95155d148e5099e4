"""When distress is strong or rises: what is offered then, and what is not.

The thresholds are a design choice; no trial is behind them. Nothing in here is ever logged but the ratings themselves.
"""

import enum

from steady.core.record import Ratings

STRONG = 9
"""An after-rating from here on is a lot, whatever came before."""
RISE = 2
"""So is one that stands this far above the rating before."""
HIGH_TWICE = 8
"""And so is one from here on, where the one of the practice before was too."""


def is_a_lot(ratings: Ratings, last_after: int | None) -> bool:
    """Whether distress is strong or rising. `last_after` is the after-rating that was given before this one, if any.

    An early rating was given on the way and is no baseline.
    """
    before, after = ratings.before, ratings.after
    if after is None:
        return False
    rose = before is not None and after - before >= RISE
    high_twice = after >= HIGH_TWICE and last_after is not None and last_after >= HIGH_TWICE
    return after >= STRONG or rose or high_twice


class Offer(enum.Enum):
    """What is offered when it is a lot. More breathing is not among them."""

    OUTWARD = "outward"
    SOMEONE = "someone"
    LINES = "lines"
    STOP = "stop"


class Safe(enum.Enum):
    """The answers to whether one is safe right now. They are not kept."""

    SAFE_AND_HURTING = "safe-and-hurting"
    NOT_SURE = "not-sure"
    MIGHT_HURT = "might-hurt"
    BEING_HURT = "being-hurt"


class Screen(enum.Enum):
    """What is shown."""

    A_LOT = "a-lot"
    SAFE = "safe"
    NUMBERS = "numbers"
    OUTWARD = "outward"
    SOMEONE = "someone"
    STOP = "stop"


_WAYS = {
    Offer.OUTWARD: Screen.OUTWARD,
    Offer.SOMEONE: Screen.SOMEONE,
    Offer.LINES: Screen.NUMBERS,
    Offer.STOP: Screen.STOP,
}


class Carrying:
    """The way from "that's a lot to carry" to wherever the person wants to go, or to the numbers.

    Whoever asks for the lines has them at once: there is no answer after which they would not be shown.
    """

    def __init__(self) -> None:
        self.screen = Screen.A_LOT
        self._wanted: Offer | None = None

    def choose(self, offer: Offer) -> Screen:
        """Take up an offer; return what is shown now."""
        self._wanted = offer
        self.screen = Screen.NUMBERS if offer is Offer.LINES else Screen.SAFE
        return self.screen

    def answer(self, answer: Safe) -> Screen:
        """Say whether one is safe; return what is shown now. Only who is safe goes on to what they chose."""
        going_on = answer is Safe.SAFE_AND_HURTING and self._wanted is not None
        self.screen = _WAYS[self._wanted] if going_on and self._wanted is not None else Screen.NUMBERS
        return self.screen

    def back(self) -> Screen:
        """Go back by one; return what is shown now."""
        from_question = self.screen is Screen.NUMBERS and self._wanted is not Offer.LINES
        self.screen = Screen.SAFE if from_question else Screen.A_LOT
        return self.screen


class Distress:
    """What was said of distress since Steady was opened, and last before that.

    While something is being carried, no more breathing is offered by Steady itself; the person may always ask for it.
    """

    def __init__(self) -> None:
        self._last_after: int | None = None
        self._before_this: int | None = None
        self.is_carrying = False

    def begin(self) -> None:
        """A practice is over and is asked about: what was said before it is what it is held against."""
        self._before_this = self._last_after

    def learn(self, last_after: int | None) -> None:
        """Take in the last after-rating of the log; what was said since goes before it."""
        if self._last_after is None:
            self._last_after = self._before_this = last_after

    def is_a_lot(self, ratings: Ratings) -> bool:
        """Whether these ratings of a practice that is just over are a lot."""
        return is_a_lot(ratings, self._before_this)

    def may_offer_breaths(self, ratings: Ratings) -> bool:
        """Whether "a few more breaths" may be among what Steady offers."""
        return not self.is_a_lot(ratings) and (ratings.after is not None or not self.is_carrying)

    def take(self, ratings: Ratings) -> bool:
        """Take in the ratings of a practice once the person is done with them; return whether they are a lot."""
        heard = self.is_a_lot(ratings)
        if ratings.after is not None:
            self.is_carrying = heard
            self._last_after = ratings.after
        return heard
