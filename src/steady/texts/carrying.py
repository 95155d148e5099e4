"""What is said when distress is strong or rises."""

from steady.core.carrying import Offer, Safe
from steady.texts import N_, Text, say


class CarryingText(Text):
    """The screens of that way."""

    A_LOT = N_("That’s a lot to carry.")
    A_LOT_MORE = N_("You didn’t do it wrong.")
    WHAT_NOW = N_("Something else may be kinder now than more of the same.")
    SAFE = N_("Are you safe right now?")
    SAFE_MORE = N_("Your answer is not kept.")
    NUMBERS = N_("Real people, now.")


class OfferText(Text):
    """What is offered."""

    OUTWARD = N_("Look outward, eyes open")
    SOMEONE = N_("Reach someone")
    LINES = N_("Crisis lines")
    STOP = N_("Stop here")


class SafeText(Text):
    """The answers."""

    SAFE_AND_HURTING = N_("Safe, and hurting")
    NOT_SURE = N_("I’m not sure")
    MIGHT_HURT = N_("I might hurt myself or someone")
    BEING_HURT = N_("Someone is hurting or scaring me")


def offer_words(offer: Offer) -> str:
    """Return the words of an offer."""
    return say(OfferText[offer.name])


def safe_words(answer: Safe) -> str:
    """Return the words of an answer."""
    return say(SafeText[answer.name])
