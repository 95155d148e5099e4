"""The steps of a grounding exercise or a script, as a file writes them: `do` says which kind a step is.

A step asks for nothing that has to be done: every one of them can be passed over, and back always works.
"""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Thought = Annotated[str, Meta(min_length=1, max_length=200)]
More = Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=200)], ...], Meta(max_length=6)]
Label = Annotated[str, Meta(min_length=1, max_length=80)]
Hint = Annotated[str, Meta(max_length=160)]
Place = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
"""The name of what can be written or chosen, one of its kind in the file."""
Target = Annotated[str, Meta(pattern=r"^\w[\w -]{0,63}$")]
"""Where a way leads: `support`, or the id of an exercise."""
Sense = Literal["see", "feel", "hear", "smell", "taste"]

SUPPORT = "support"
PAUSES_MIN = (5, 10, 20, 30)


class Box(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A box to write in, or to leave empty. `id` names what is written, `hint` stands in it while it is empty."""

    id: Place
    label: Label
    hint: Hint = ""


class Option(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One thing to choose, and what is said once it is chosen."""

    label: Label
    reply: Annotated[str, Meta(max_length=200)] = ""


class Way(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A way to Support or to another exercise."""

    label: Label
    to: Target


Boxes = Annotated[tuple[Box, ...], Meta(min_length=1, max_length=4)]


class _Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="do"):
    """What every step has: one thought, large, a few smaller lines below it, and perhaps a sentence with Support."""

    say: Thought
    more: More = ()
    guard: Thought | None = None


class Say(_Step, frozen=True, tag="say"):
    """A thought to read."""


class Name(_Step, frozen=True, tag="name"):
    """Name `count` things, fewer always welcome. `sense` picks the swaps on offer."""

    count: Annotated[int, Meta(ge=1, le=15)]
    sense: Sense | None = None
    hint: Annotated[str, Meta(max_length=80)] = ""


class Choose(_Step, frozen=True, tag="choose"):
    """Choose one of a few things, or none. What is chosen stands above the steps that name things after it."""

    id: Place
    options: Annotated[tuple[Option, ...], Meta(min_length=2, max_length=12)]


class HoldFor(_Step, frozen=True, tag="hold-for"):
    """Stay with something for about `seconds`, beside a soft ring without numbers; then `then` is said."""

    seconds: Annotated[float, Meta(ge=2, le=60)]
    then: Annotated[str, Meta(max_length=200)] = ""


class Tap(_Step, frozen=True, tag="tap"):
    """Tap left and right in turn, `seconds` from one to the other, slower or faster as wanted, until it is enough."""

    seconds: Annotated[float, Meta(ge=0.6, le=4)] = 1.2


class WriteHere(_Step, frozen=True, tag="write-here"):
    """Write a little, in one box or a few, or leave them empty."""

    boxes: Boxes


class Breathe(_Step, frozen=True, tag="breathe"):
    """Breathe a few breaths of a breathing exercise, on the same orb."""

    exercise: Target
    breaths: Annotated[int, Meta(ge=1, le=20)]


class GoTo(_Step, frozen=True, tag="go-to"):
    """Ways that lead out of this exercise. Going on without any of them is as good."""

    ways: Annotated[tuple[Way, ...], Meta(min_length=1, max_length=4)]


class Facts(_Step, frozen=True, tag="facts"):
    """Fact, story, other possibility, don't know yet: four boxes, each of which may stay empty.

    `guard` is the sentence that a fact/story step never goes without; it leads to Support.
    """

    boxes: Boxes
    guard: Thought


class Pause(_Step, frozen=True, tag="pause"):
    """Wait before acting: `minutes` to choose from, a quiet page meanwhile, and `after` once the time has passed."""

    after: Thought
    minutes: Annotated[tuple[Annotated[int, Meta(ge=1, le=60)], ...], Meta(min_length=1, max_length=4)] = PAUSES_MIN


class Unsent(_Step, frozen=True, tag="draft"):
    """A box that cannot send. Its words are in memory only, unless the person keeps them."""

    id: Place
    hint: Hint = ""


class FillIn(_Step, frozen=True, tag="fill-in"):
    """A sentence with blanks, `{id}` for each, to fill in and say aloud. It is rehearsed here and sent nowhere."""

    template: Annotated[str, Meta(min_length=1, max_length=400)]
    blanks: Annotated[tuple[Box, ...], Meta(min_length=1, max_length=6)]

    @property
    def pieces(self) -> tuple[tuple[str, str | None], ...]:
        """The sentence in order, as (text, id of the blank after it); the last text has no blank after it."""
        pieces: list[tuple[str, str | None]] = []
        rest = self.template
        while "{" in rest:
            before, _, rest = rest.partition("{")
            blank, _, rest = rest.partition("}")
            pieces.append((before, blank))
        return (*pieces, (rest, None))


Step = Say | Name | Choose | HoldFor | Tap | WriteHere | Breathe | GoTo | Facts | Pause | Unsent | FillIn


def places(step: Step) -> tuple[str, ...]:
    """Return the ids of all that can be written or chosen at a step."""
    if isinstance(step, Facts | WriteHere):
        return tuple(box.id for box in step.boxes)
    if isinstance(step, FillIn):
        return tuple(box.id for box in step.blanks)
    return (step.id,) if isinstance(step, Choose | Unsent) else ()
