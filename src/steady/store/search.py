"""Finds the exercise that a person means, from words typed in a hurry. Ranking and typing errors are rapidfuzz's work.

What was typed is looked at and forgotten: nothing of it is kept or logged.
"""

from collections.abc import Collection, Mapping, Sequence
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

    Of those that fit as well as each other, the one that says more of it at once comes first ("needs time alone"
    before "alone"), and then the one that says it in more ways.
    """
    wanted = _plain(query)
    if not wanted:
        return list(entries)
    alike = _alike(wanted, {_plain_name(text) for entry in entries for text in _texts(entry)})
    scored = [(*_fit(entry, alike, len(wanted)), place, entry) for place, entry in enumerate(entries)]
    fitting = [found for found in scored if found[0] >= LEAST_SCORE]
    return [entry for *_, entry in sorted(fitting, key=lambda found: (*(-how for how in found[:3]), found[3]))]


def _texts(entry: Entry) -> tuple[str, ...]:
    exercise = entry.exercise
    return (exercise.title, exercise.summary, *exercise.synonyms, *exercise.triggers)


def _fit(entry: Entry, alike: Mapping[str, float], letters: int) -> tuple[float, int, int]:
    """Return how well an entry fits, 0 to 100, in how many of the letters that were typed, and in how many names."""
    exercise = entry.exercise
    names = [_plain_name(text) for text in (exercise.title, *exercise.synonyms)]
    named, said = max((alike.get(name, 0.0), min(len(name), letters)) for name in names)
    tagged = max((alike.get(_plain_name(trigger), 0.0) for trigger in exercise.triggers), default=0.0)
    fit = max(named, TRIGGER_SHARE * tagged, SUMMARY_SHARE * alike.get(_plain_name(exercise.summary), 0.0))
    return fit, said if named == fit else 0, sum(1 for name in names if alike.get(name, 0.0) >= LEAST_SCORE)


def _alike(wanted: str, names: Collection[str]) -> dict[str, float]:
    """Return how alike each name is, 0 to 100; those that have nothing to do with what is wanted are left out.

    All names are compared in one go, as a thousand files have tens of thousands and a person types meanwhile.
    """
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - the first search is early enough

    best: dict[str, float] = {}
    broad_names = [name for name in names if len(name) > SHORT] if len(wanted) > SHORT else []
    for scorer, share, among in (
        (fuzz.ratio, 1.0, names),
        (fuzz.token_sort_ratio, 1.0, names),
        (fuzz.token_set_ratio, BROAD_SHARE, broad_names),
        (fuzz.partial_ratio, BROAD_SHARE, broad_names),
    ):
        least = LEAST_SCORE / share
        for name, score, _ in process.extract(wanted, among, scorer=scorer, score_cutoff=least, limit=None):
            best[name] = max(best.get(name, 0.0), share * score)
    return best


@lru_cache(maxsize=MOST_KNOWN)
def _plain_name(name: str) -> str:
    return _plain(name)


def _plain(text: str) -> str:
    """Return the words in lower case, without signs; "can't" is one word, however it is written."""
    from rapidfuzz import utils  # noqa: PLC0415

    return utils.default_process(text.replace("'", "").replace("’", ""))
