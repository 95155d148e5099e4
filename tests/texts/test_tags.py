"""Every tag has words, and a tag of the person's own is its own words."""

from tests.content.test_exercises import TRIGGERS

from steady.core.remembered import SIGNS
from steady.core.triggers import Pull, Trigger
from steady.texts.signs import DEGREES, SignText, answer_words, sign_words
from steady.texts.triggers import PullText, TriggerText, pull_words, trigger_words


def test_the_triggers_are_those_that_exercises_name():
    assert {one.value for one in Trigger} == TRIGGERS


def test_every_tag_has_its_words():
    assert {trigger_words(one.value) for one in Trigger} == {text.value for text in TriggerText}
    assert {pull_words(one.value) for one in Pull} == {text.value for text in PullText}


def test_an_own_tag_is_its_own_words():
    assert trigger_words("Sundays") == pull_words("Sundays") == "Sundays"


def test_the_six_signs_are_word_for_word_as_they_were_agreed():
    assert [sign_words(sign) for sign in range(SIGNS)] == [
        "I felt at ease in close relationships.",
        "I could lean on someone who has earned my trust.",
        "When a strong feeling came, I had some say in what I did next.",
        "I felt worth caring about, whatever others did.",
        "I said a need, a limit or a no when it mattered.",
        "I let someone in a little, at my pace.",
    ]
    assert len(SignText) == SIGNS


def test_the_degrees_are_said_in_words():
    words = [answer_words(degree) for degree in range(DEGREES)]
    assert words == ["not at all", "a little", "some", "mostly", "very much"]
    assert answer_words("none") == "didn’t come up"
    assert answer_words(None) == ""
