"""The journal's own rules: what an entry is made from, and how entries are found. Searching keeps no trace."""

import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple

import msgspec

from steady.core.remembered import JournalEntry, Words

DRAFTS = "journal/"
"""Where half-written words of the journal are kept among the drafts. No exercise can have that id."""
PARTS = Words.__struct_fields__
"""The parts of an entry, in their order; each may stay empty."""
TAGS, SESSION = "triggers", "session"
"""What else of an entry is kept while it is half written."""


class Written(NamedTuple):
    """What is written so far: an entry that is there already, or a new one.

    `about` says when, and with what; `session` names the practice it belongs to. `kept_words` and `kept_tags` are what
    the log has of it; whatever differs from them is half written.
    """

    entry_id: str | None
    words: Mapping[str, str]
    triggers: tuple[str, ...]
    about: str
    session: str = ""
    from_before: bool = False
    kept_words: Mapping[str, str] = {}
    kept_tags: tuple[str, ...] = ()

    def half_written(self, words: Mapping[str, str], triggers: tuple[str, ...]) -> dict[str, str]:
        """Return what there is to keep of it if the person leaves now, by part: nothing where it says what is kept."""
        parts = {part: text for part, text in words.items() if text.strip()}
        tags = () if triggers == self.kept_tags else triggers
        if parts == self.kept_words and not tags:
            return {}
        if tags:
            parts[TAGS] = "\n".join(tags)
        if self.session:
            parts[SESSION] = self.session
        return parts


def words_of(written: Mapping[str, str]) -> Words:
    """Return an entry's words from what is written, by the names of its parts. What is blank is left out."""
    return Words(**{part: text for part in PARTS if (text := written.get(part, "").strip())})


def written_in(words: Words) -> dict[str, str]:
    """Return what is written in an entry, by the names of its parts; those that are empty are left out."""
    return {part: text for part, text in msgspec.structs.asdict(words).items() if text}


def is_empty(words: Words, triggers: Sequence[str] = ()) -> bool:
    """Whether there is nothing to keep."""
    return not written_in(words) and not triggers


def draft_place(entry_id: str | None, part: str) -> str:
    """Return the place of a half-written part among the drafts: of a new entry, or of one that is edited."""
    return part if entry_id is None else f"{entry_id}/{part}"


def part_of(entry_id: str | None, place: str) -> str | None:
    """Return which part of that entry a draft is of; None where it is of another one."""
    head, slash, tail = place.rpartition("/")
    part = tail if slash else place
    return part if part in (*PARTS, TAGS, SESSION) and (head if slash else None) == entry_id else None


def found(entries: Iterable[JournalEntry], query: str, tag_words: Callable[[str], str] = str) -> Sequence[JournalEntry]:
    """Return the entries in which each word of `query` occurs, in their order; all of them where it has none."""
    wanted = _folded(query).split()
    return [entry for entry in entries if _has_all(entry, wanted, tag_words)]


def _has_all(entry: JournalEntry, wanted: Sequence[str], tag_words: Callable[[str], str]) -> bool:
    said = _folded("\n".join((*written_in(entry.words).values(), *map(tag_words, entry.triggers))))
    return all(word in said for word in wanted)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
