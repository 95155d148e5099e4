"""Finds the exercise that a person means, from words typed in a hurry. Ranking and typing errors are rapidfuzz's work.

What was typed is looked at and forgotten: nothing of it is kept or logged.
"""

from collections.abc import Sequence

from steady.core.exercise import Entry

LEAST_SCORE = 62.0
"""Below this, of 100, two phrases have nothing to do with each other."""
SUMMARY_SHARE = 0.8
"""A summary is about more than one thing, so a match in it counts for less than one in a title or a synonym."""
BROAD_SHARE = 0.9
"""What is alike only in part counts for less than what is alike as a whole."""


def rank(query: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that fit, best first; all of them, as they are, for a query that says nothing."""
    from rapidfuzz import utils  # noqa: PLC0415 - the first search is early enough

    wanted = utils.default_process(query)
    if not wanted:
        return list(entries)
    scored = [(score(wanted, entry), place, entry) for place, entry in enumerate(entries)]
    fitting = [found for found in scored if found[0] >= LEAST_SCORE]
    return [entry for _score, _place, entry in sorted(fitting, key=lambda found: (-found[0], found[1]))]


def score(wanted: str, entry: Entry) -> float:
    """Return how well an entry fits, 0 to 100. `wanted` is in lower case, without signs."""
    from rapidfuzz import fuzz, utils  # noqa: PLC0415

    exercise = entry.exercise

    def alike(text: str) -> float:
        other = utils.default_process(text)
        whole = max(fuzz.ratio(wanted, other), fuzz.token_sort_ratio(wanted, other))
        in_part = max(fuzz.token_set_ratio(wanted, other), fuzz.partial_ratio(wanted, other))
        return max(whole, BROAD_SHARE * in_part if min(len(wanted), len(other)) > SHORT else whole)

    named = max(alike(text) for text in (exercise.title, *exercise.synonyms, *_words(exercise.triggers)))
    return max(named, SUMMARY_SHARE * alike(exercise.summary))


SHORT = 3
"""Words of this many letters or fewer are found in part of everything, so they count only as a whole."""


def _words(triggers: Sequence[str]) -> list[str]:
    return [trigger.replace("-", " ") for trigger in triggers]
