"""What is said of an exercise file that asks for what no file may: one sentence a limit, for who wrote it."""

from steady.core.limits import BreaksLimit, Limit
from steady.texts import N_, Text, say


class LimitText(Text):
    """One sentence each, without its full stop, as a path and a line stand before it."""

    PACE_WITH_HOLD = N_("`pace` goes with breaths that have no fixed hold")
    PACE_STARTS_SLOWER = N_("`pace.start` is slower than the phases: a pace only ever lengthens the breath")
    CYCLES_WITHOUT_REST = N_('`cycles` and `then = "rest"` go together')
    BOXES_SHARE_ID = N_("two boxes are called `{place}`: each needs its own `id`")
    BLANK_ASTRAY = N_("step {number}: `template` and `blanks` name the same blanks, and `{blank}` is in one only")
    PHASE_NOT_FINITE = N_("phase {number}: a number needs to be finite")
    HOLD_MOVES = N_("phase {number}: a hold stays where it is, so leave out `to`")
    HOLD_TOO_LONG = N_("phase {number}: a hold lasts at most {limit_s} seconds")
    HOLD_NOT_CAUTIONED = N_('phase {number}: a hold longer than {limit_s} second needs `cautions = ["holds"]`')
    ONLY_HOLDS_OPTIONAL = N_("phase {number}: only a hold can be optional")
    LEVEL_MISSING = N_("phase {number}: say with `to` how full the lungs become, from 0 to 1")
    NOT_ONE_BREATH = N_("{field} is one breath: first in, then out, with holds only after each")
    IN_FILLS = N_("phase {number}: an in-breath fills, so `to` needs to be above {level}")
    OUT_EMPTIES = N_("phase {number}: an out-breath empties, so `to` needs to be below {level}")
    PHASE_LENGTH = N_("{field}: each phase lasts {least_s} to {most_s} seconds, all along the way")
    BREATH_LENGTH = N_("{field}: one breath lasts {least_s} to {most_s} seconds, here {here_s}")
    MORE_IN_THAN_OUT = N_("{field}: at least as much time out as in, here {in_s} in and {out_s} out")
    HIDDEN_CHARACTER = N_("{field} has an invisible control character (U+{code})")
    TWO_LINES = N_("{field} goes on one line")
    BLANK_TEXT = N_("{field} is blank")


def limit_text(limit: Limit) -> LimitText:
    """Return the sentence for a limit."""
    return LimitText[limit.name]


def say_limit(broken: BreaksLimit, field: str) -> str:
    """Return the sentence for a limit that was broken, with its values; `field` is what its field is called."""
    values = {name: f"{value:g}" if isinstance(value, float) else value for name, value in broken.values.items()}
    return say(limit_text(broken.limit), field=field, **values)
