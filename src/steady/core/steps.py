"""The steps of a grounding exercise or a script, as a file writes them: `do` says which kind a step is."""

from typing import Annotated, Literal

import msgspec
from msgspec import Meta

Thought = Annotated[str, Meta(min_length=1, max_length=200)]
More = Annotated[tuple[Annotated[str, Meta(min_length=1, max_length=200)], ...], Meta(max_length=6)]
Place = Annotated[str, Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]


class _Step(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True, tag_field="do"):
    """What every step has: one thought, large, and a few smaller lines below it."""

    say: Thought
    more: More = ()


class Say(_Step, frozen=True, tag="say"):
    """A thought to read."""


class Name(_Step, frozen=True, tag="name"):
    """Name `count` things, fewer always welcome. `sense` picks the swaps on offer."""

    count: Annotated[int, Meta(ge=1, le=15)]
    sense: Literal["see", "feel", "hear", "smell", "taste"] | None = None
    hint: Annotated[str, Meta(max_length=80)] = ""


class Box(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A box to write in, or to leave empty. `id` names its draft, `hint` stands in it while it is empty."""

    id: Place
    label: Annotated[str, Meta(min_length=1, max_length=80)]
    hint: Annotated[str, Meta(max_length=160)] = ""


class Facts(_Step, frozen=True, tag="facts"):
    """Fact, story, other possibility, don't know yet: four boxes, each of which may stay empty.

    `guard` is the sentence that a fact/story step never goes without; it leads to Support.
    """

    boxes: Annotated[tuple[Box, ...], Meta(min_length=1, max_length=4)]
    guard: Thought


Step = Say | Name | Facts
