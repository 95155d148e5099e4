"""Finds the exercise that a person means, from words typed in a hurry. Ranking and typing errors are rapidfuzz's work.

What was typed is looked at and forgotten: nothing of it is kept or logged.
"""

from collections.abc import Sequence
from functools import lru_cache

from steady.core.exercise import Entry

LEAST_SCORE = 62.0
"""Below this, of 100, two phrases have nothing to do with each other."""
SUMMARY_SHARE = 0.8
"""A summary is about more than one thing, so a match in it counts for less than one in a title or a synonym."""
TRIGGER_SHARE = 0.85
"""A trigger names many exercises, of which the one that has it in its title or among its synonyms is meant."""
BROAD_SHARE = 0.9
"""What is alike only in part counts for less than what is alike as a whole."""
SHORT = 3
"""Words of this many letters or fewer are found in part of everything, so they count only as a whole."""

MOST_KNOWN = 1 << 16
"""How many names of exercises stay as they are compared: those of some thousand files. Each is a short line."""


def rank(query: str, entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries that fit, best first; all of them, as they are, for a query that says nothing.

    Of those that fit as well as each other, the one that says it in more ways comes first.
    """
    wanted = _plain(query)
    if not wanted:
        return list(entries)
    scored = [(*_fit(wanted, entry), place, entry) for place, entry in enumerate(entries)]
    fitting = [found for found in scored if found[0] >= LEAST_SCORE]
    return [entry for *_, entry in sorted(fitting, key=lambda found: (-found[0], -found[1], found[2]))]


def _fit(wanted: str, entry: Entry) -> tuple[float, int]:
    """Return how well an entry fits, 0 to 100, and in how many of its own names."""
    exercise = entry.exercise
    named = [_alike(wanted, text) for text in (exercise.title, *exercise.synonyms)]
    tagged = max((_alike(wanted, trigger) for trigger in exercise.triggers), default=0.0)
    fit = max(*named, TRIGGER_SHARE * tagged, SUMMARY_SHARE * _alike(wanted, exercise.summary))
    return fit, sum(1 for one in named if one >= LEAST_SCORE)


def _alike(wanted: str, text: str) -> float:
    """Return how alike two texts are, 0 to 100; 0 where they have nothing to do with each other, which is soon seen."""
    from rapidfuzz import fuzz  # noqa: PLC0415 - the first search is early enough

    other = _plain_name(text)
    least, least_broad = LEAST_SCORE, LEAST_SCORE / BROAD_SHARE
    whole = fuzz.ratio(wanted, other, score_cutoff=least)
    whole = max(whole, fuzz.token_sort_ratio(wanted, other, score_cutoff=max(whole, least)))
    if min(len(wanted), len(other)) <= SHORT:
        return whole
    broad = fuzz.token_set_ratio(wanted, other, score_cutoff=least_broad)
    broad = max(broad, fuzz.partial_ratio(wanted, other, score_cutoff=max(broad, least_broad)))
    return max(whole, BROAD_SHARE * broad)


@lru_cache(maxsize=MOST_KNOWN)
def _plain_name(name: str) -> str:
    return _plain(name)


def _plain(text: str) -> str:
    """Return the words in lower case, without signs; "can't" is one word, however it is written."""
    from rapidfuzz import utils  # noqa: PLC0415

    return utils.default_process(text.replace("'", "").replace("’", ""))
