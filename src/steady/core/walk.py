"""A walk through the steps of a grounding exercise or a script: next, back, name a thing, leave when it is enough."""

from collections.abc import Sequence

from steady.core.senses import Instead, count_of
from steady.core.steps import Choose, Name, Step, Unsent, places


class Walk:
    """Where a person is in the steps. No timer, no wrong count; back always works."""

    def __init__(self, steps: Sequence[Step]) -> None:
        self.steps = tuple(steps)
        """All of them, in order."""
        self._named: list[list[str]] = [[] for _ in self.steps]
        self._aside: dict[int, list[str]] = {}
        self._instead: dict[int, Instead] = {}
        self._unsent = {place for step in self.steps if isinstance(step, Unsent) for place in places(step)}
        self._in_memory_only = set(self._unsent)
        self.keeps_nothing = False
        """Whether this practice is not saved: what is written on it is kept only where that is asked for since."""
        self.index = 0
        self.chosen: dict[str, int] = {}
        """What was chosen, by the place of the question: the number of the option, from 0."""
        self.waited: set[int] = set()
        """The steps with a pause that was ended as enough: what follows it is read there, until one goes on."""
        self.keeps_words = False
        """Whether the things that were named in words are to be kept with the practice. Not unless asked for."""
        self.written: dict[str, str] = {}
        """Words by the place of their box, in memory only; whoever leads the walk keeps them as drafts if at all."""
        self.from_before: set[str] = set()
        """The places whose words were there before this walk."""

    @property
    def count(self) -> int:
        """How many steps there are."""
        return len(self.steps)

    @property
    def step(self) -> Step:
        """The step the person is at."""
        return self.steps[self.index]

    @property
    def following(self) -> Step | None:
        """The step after this one, or None at the last."""
        return None if self.is_last else self.steps[self.index + 1]

    @property
    def counts(self) -> Sequence[int]:
        """How many things each naming step asks for, in order: 5, 4, 3, 2, 1."""
        return tuple(step.count for step in self.steps if isinstance(step, Name))

    @property
    def mostly_names(self) -> bool:
        """Whether most of the steps name things, as the senses do."""
        return 2 * len(self.counts) > self.count

    @property
    def named(self) -> Sequence[str]:
        """What has been noticed at this step: words, or an empty string for a press."""
        return tuple(self._named[self.index])

    @property
    def wanted(self) -> int:
        """How many things this step asks for; fewer is always enough."""
        return count_of(self.step, self.instead) if isinstance(self.step, Name) else 0

    @property
    def instead(self) -> Instead | None:
        """What is noticed at this step in place of what it asks for, if anything."""
        return self._instead.get(self.index)

    def notice(self, instead: Instead | None) -> None:
        """Notice that instead at this step, or again what it asks for.

        What fits of the things named stays; the rest is put aside, and is there again where there is room for it.
        """
        if instead is None:
            self._instead.pop(self.index, None)
        else:
            self._instead[self.index] = instead
        named = self._named[self.index] + self._aside.pop(self.index, [])
        self._named[self.index] = named[: self.wanted]
        if len(named) > self.wanted:
            self._aside[self.index] = named[self.wanted :]

    @property
    def is_first(self) -> bool:
        """Whether there is no step before this one."""
        return self.index == 0

    @property
    def is_last(self) -> bool:
        """Whether there is no step after this one."""
        return self.index == len(self.steps) - 1

    @property
    def is_full(self) -> bool:
        """Whether all the things this step asks for are named; steps that ask for none always are."""
        return len(self._named[self.index]) >= self.wanted

    def name(self, words: str = "") -> bool:
        """Note one thing. Returns False where the step asks for no more; nothing is lost or counted wrong."""
        if self.is_full:
            return False
        self._named[self.index].append(words)
        return True

    def reword(self, at: int, words: str) -> None:
        """Give the thing with that number other words, or none."""
        if at < len(self._named[self.index]):
            self._named[self.index][at] = words

    @property
    def named_words(self) -> Sequence[str]:
        """All things that were named in words, on the whole walk."""
        all_named = ((*named, *self._aside.get(at, ())) for at, named in enumerate(self._named))
        return tuple(words for named in all_named for words in named if words)

    @property
    def choices(self) -> Sequence[str]:
        """The labels of what was chosen at the steps before this one, in order."""
        before = (step for step in self.steps[: self.index] if isinstance(step, Choose))
        return tuple(step.options[self.chosen[step.id]].label for step in before if step.id in self.chosen)

    def choose(self, option: int | None) -> None:
        """Choose an option of this step, another one, or none."""
        step = self.step
        if isinstance(step, Choose):
            if option is None:
                self.chosen.pop(step.id, None)
            else:
                self.chosen[step.id] = option

    def unname(self) -> None:
        """Take the last thing at this step back."""
        if self._named[self.index]:
            self._named[self.index].pop()

    @property
    def is_untouched(self) -> bool:
        """Whether it is where it began, with nothing noted, chosen or written."""
        return not (self.index or self.chosen or any(self._named) or any(map(str.strip, self.written.values())))

    def forward(self) -> bool:
        """Go to the next step, named things or not. False at the last."""
        if self.is_last:
            return False
        self.index += 1
        return True

    def put_back(self, place: str, words: str) -> None:
        """Put words from before into a box, unless something was written there on this walk already.

        Whoever kept words that cannot be sent goes on keeping them, until they let them go.
        """
        if words.strip() and place not in self.written:
            self.written[place] = words
            self.from_before.add(place)
            if not self.keeps_nothing:
                self.keep(place)

    def write(self, place: str, words: str) -> bool:
        """Write in a box. Return whether that let the last of its words go."""
        emptied = bool(self.written.get(place, "").strip()) and not words.strip()
        self.written[place] = words
        if emptied:
            self.from_before.discard(place)
            if place in self._unsent:
                self._in_memory_only.add(place)
        return emptied

    def keep_nothing(self) -> None:
        """Have all that is written here in memory only, as what cannot be sent is from the start."""
        self.keeps_nothing = True
        self._unsent = {place for step in self.steps for place in places(step)}
        self._in_memory_only = set(self._unsent)

    def keep(self, place: str) -> None:
        """Let words that were in memory only be kept like any others, until the box is empty."""
        self._in_memory_only.discard(place)

    def keeps(self, place: str) -> bool:
        """Whether what is written there is kept when the person leaves."""
        return place not in self._in_memory_only

    @property
    def to_keep(self) -> dict[str, str]:
        """The words to keep when the person leaves, by their place."""
        written = self.written.items()
        return {place: words for place, words in written if words.strip() and place not in self._in_memory_only}

    def back(self) -> bool:
        """Go to the step before. False at the first."""
        if self.is_first:
            return False
        self.index -= 1
        return True
