"""What can be noticed in place of a sense: a name to choose it by, a thought, and a smaller line."""

from steady.core.senses import Instead
from steady.texts import N_, Text


class SenseName(Text):
    """What a person chooses."""

    TOUCH = N_("Something to touch")
    SOUND = N_("Sounds")
    TEMPERATURE = N_("Warm or cool")
    WEIGHT = N_("Weight")
    AIR = N_("Air")
    MOVEMENT = N_("Movement")
    LIGHT = N_("Light")
    VIBRATION = N_("Vibration")
    TEXTURE = N_("Texture")
    WATER = N_("A sip of water")
    KIND_WORD = N_("A kind word")
    NEXT_THING = N_("One thing I’ll do next")
    SHAPES = N_("Shapes")
    COLORS = N_("Colours")
    ANY = N_("Any sense")


class SenseThought(Text):
    """What the step says instead."""

    TOUCH = N_("If you like, find some things to touch.")
    SOUND = N_("Some sounds, near or far.")
    TEMPERATURE = N_("Something warm. Something cool.")
    WEIGHT = N_("The weight of things you can lift or lean on.")
    AIR = N_("The air, wherever it meets your skin.")
    MOVEMENT = N_("Things that move, even a little.")
    LIGHT = N_("Light, and where it falls.")
    VIBRATION = N_("Anything that hums, beats or trembles.")
    TEXTURE = N_("Something rough. Something smooth.")
    WATER = N_("A sip of water, if there is some.")
    KIND_WORD = N_("One kind word, said inside or out loud.")
    NEXT_THING = N_("One thing you’ll do next. Any small thing.")
    SHAPES = N_("Shapes: round, straight, crooked.")
    COLORS = N_("Colours, one after the other.")
    ANY = N_("Anything at all that you notice, by any sense.")


class SenseMore(Text):
    """A smaller line below it."""

    TOUCH = N_("A sleeve, the wall, your own hands.")
    SOUND = N_("A fan, a street, your own breath. Quiet counts.")
    TEMPERATURE = N_("A cup, a tap, a hand under a blanket.")
    WEIGHT = N_("A book, a bag, your arm on the table.")
    AIR = N_("Cool at the nose, warm at the lips. A draught.")
    MOVEMENT = N_("A curtain, a screen, your own fingers.")
    LIGHT = N_("A lamp, a window, a bright edge.")
    VIBRATION = N_("The floor, a fridge, a pulse in your wrist.")
    TEXTURE = N_("Cloth, wood, paper. Slow is fine.")
    WATER = N_("Feel where it is cool, and where it goes.")
    KIND_WORD = N_("What a good friend would say just now.")
    NEXT_THING = N_("Open a window. Wash a cup. Sit down.")
    SHAPES = N_("A door, a plate, a crack in the wall.")
    COLORS = N_("Pick one, and find it again in the room.")
    ANY = N_("Press for each one, as many as you like.")


def sense_name(instead: Instead) -> Text:
    """Return what a person chooses it by."""
    return SenseName[instead.name]


def sense_thought(instead: Instead) -> Text:
    """Return what the step says instead."""
    return SenseThought[instead.name]


def sense_more(instead: Instead) -> Text:
    """Return the smaller line."""
    return SenseMore[instead.name]
