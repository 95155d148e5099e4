"""Entries: every part may stay empty, and each word of a search has to be there."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.journal import PARTS, SESSION, TAGS, draft_place, found, is_empty, part_of, words_of, written_in
from steady.core.remembered import JournalEntry, Words

AT = datetime(2026, 11, 22, 19, 52, tzinfo=UTC)


def entry(number: int, triggers=(), **words) -> JournalEntry:
    return JournalEntry(f"e{number}", AT, date(2026, 11, 22), Words(**words), triggers)


THURSDAY = entry(1, ("plan-changed",), fact="They moved dinner to Thursday.", story="I come last.")
SUNDAY = entry(2, ("Sundays",), story="Straße und Café", need="a Quiet evening")


def test_what_is_blank_is_left_out():
    assert words_of({"fact": " It rained. ", "story": "  ", "more": "no part"}) == Words(fact="It rained.")


def test_an_entry_of_tags_alone_is_worth_keeping():
    assert is_empty(Words())
    assert not is_empty(Words(), ("no-reply",))


@given(st.dictionaries(st.sampled_from(PARTS), st.text(min_size=1).filter(lambda text: text == text.strip())))
def test_what_is_written_comes_back_as_it_was(written):
    assert written_in(words_of(written)) == written


@pytest.mark.parametrize(
    ("query", "ids"),
    [
        ("", ["e1", "e2"]),
        ("   ", ["e1", "e2"]),
        ("dinner", ["e1"]),
        ("THURSDAY last", ["e1"]),
        ("thursday quiet", []),
        ("strasse", ["e2"]),
        ("STRASSE café", ["e2"]),
        ("sundays", ["e2"]),
        ("plans changed", ["e1"]),
        ("ﬁnd nothing", []),
    ],
)
def test_each_word_has_to_be_somewhere_in_the_entry(query, ids):
    def words(tag: str) -> str:
        return tag.replace("plan-changed", "plans changed")

    assert [one.id for one in found([THURSDAY, SUNDAY], query, words)] == ids


@given(st.text(alphabet="ﬁßİıΣς́ A e", min_size=1))
def test_an_entry_is_found_by_its_own_words(text):
    assert found([entry(3, fact=text)], text)


@pytest.mark.parametrize("part", [*PARTS, TAGS, SESSION])
def test_drafts_of_new_and_of_edited_entries_are_told_apart(part):
    assert part_of(None, draft_place(None, part)) == part
    assert part_of("e1", draft_place("e1", part)) == part
    assert part_of("e1", draft_place("e2", part)) is None
    assert part_of(None, draft_place("e1", part)) is None
    assert part_of("e1", draft_place(None, part)) is None


def test_a_box_of_something_else_is_no_part():
    assert part_of(None, "hope") is None
