"""What holds for every walk, whatever a person presses, types, swaps and takes back on it."""

from hypothesis import given
from hypothesis import strategies as st

from steady.core.senses import ANY_COUNT, Instead
from steady.core.steps import Box, Choose, Name, Option, Say, Unsent, WriteHere
from steady.core.walk import Walk

STEPS = (
    Name(say="Five things you can see.", count=5, sense="see"),
    Choose(say="Pick one.", id="kind", options=(Option("Animals"), Option("Towns"))),
    Name(say="Three of them.", count=3),
    WriteHere(say="A few words.", boxes=(Box("thought", "A name for it"),)),
    Unsent(say="Write it.", id="message"),
    Say(say="Here you are."),
)
WORDS = ("", "a lamp", " ", "my own hand")
DEEDS = {
    "name": lambda walk, words: walk.name(words.strip()),
    "unname": lambda walk, _words: walk.unname(),
    "reword": lambda walk, words: walk.reword(len(words) % 5, words.strip()),
    "swap": lambda walk, words: walk.notice((None, *Instead)[len(words)]) if isinstance(walk.step, Name) else None,
    "any sense": lambda walk, _words: walk.notice(Instead.ANY) if isinstance(walk.step, Name) else None,
    "choose": lambda walk, words: walk.choose((0, 1, None)[len(words) % 3]),
    "write": lambda walk, words: walk.write("thought", words),
    "draft": lambda walk, words: walk.write("message", words),
    "put back": lambda walk, words: walk.put_back("thought", words),
    "forward": lambda walk, _words: walk.forward(),
    "back": lambda walk, _words: walk.back(),
}
deeds = st.lists(st.tuples(st.sampled_from(sorted(DEEDS)), st.sampled_from(WORDS)), max_size=40)


@given(deeds)
def test_no_count_is_ever_wrong_and_no_step_is_ever_lost(done):
    walk = Walk(STEPS)
    for deed, words in done:
        DEEDS[deed](walk, words)
        assert 0 <= walk.index < walk.count
        assert walk.step is STEPS[walk.index]
        assert len(walk.named) <= walk.wanted <= ANY_COUNT
        assert walk.is_full is (len(walk.named) >= walk.wanted)
        assert set(walk.named_words) <= set(WORDS) - {""}


@given(deeds)
def test_one_can_always_go_back_to_the_first_step_and_on_to_the_last(done):
    walk = Walk(STEPS)
    for deed, words in done:
        DEEDS[deed](walk, words)
    while walk.back():
        pass
    assert walk.is_first
    assert sum(walk.forward() for _ in STEPS) == walk.count - 1
    assert walk.is_last


@given(deeds)
def test_what_is_kept_has_words_in_it_and_never_the_draft_that_nobody_asked_to_keep(done):
    walk = Walk(STEPS)
    for deed, words in done:
        DEEDS[deed](walk, words)
        assert set(walk.to_keep) <= {"thought"}
        assert all(words.strip() for words in walk.to_keep.values())
        assert walk.from_before <= {place for place, words in walk.written.items() if words}


@given(deeds, st.sampled_from(("a line", "two lines\nof it")))
def test_a_draft_is_kept_from_the_moment_that_it_is_asked_for(done, message):
    walk = Walk(STEPS)
    for deed, words in done:
        DEEDS[deed](walk, words)
    walk.write("message", message)
    walk.keep("message")
    assert walk.to_keep["message"] == message
    walk.write("message", "")
    assert "message" not in walk.to_keep


@given(deeds)
def test_what_was_chosen_is_said_only_after_its_step_and_can_be_taken_back(done):
    walk = Walk(STEPS)
    for deed, words in done:
        DEEDS[deed](walk, words)
        assert (walk.choices != ()) is ("kind" in walk.chosen and walk.index > 1)
    while walk.index != 1:
        assert walk.back() if walk.index > 1 else walk.forward()
    walk.choose(None)
    assert walk.forward()
    assert walk.choices == ()


@given(deeds)
def test_a_swap_taken_back_asks_for_what_it_asked_for_before(done):
    walk = Walk(STEPS)
    for deed, words in done:
        DEEDS[deed](walk, words)
    while walk.back():
        pass
    walk.notice(Instead.ANY)
    assert walk.wanted == ANY_COUNT
    walk.notice(None)
    assert (walk.wanted, walk.instead) == (5, None)
