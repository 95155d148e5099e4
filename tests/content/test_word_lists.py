"""The lists of words themselves: each pattern finds what it is for, and leaves alone what only looks like it."""

import pytest
from tests.content.test_words import BANNED, NOT_IN_EXERCISES, PROMISES, found

UNKIND = """
    Don't be clingy. | You sound needy. | That is irrational. | a dysfunctional pattern | a personality disorder
    Your nervous system is broken. | Calm down! | Just relax. | Relaxing helps. | You’re overreacting. | You must stay.
    You should know. | You have to wait. | You need to stop. | Try harder. | Just breathe. | Take a deep breath.
    Breathe in deeply. | Breathe slowly, then deeper. | Close your eyes. | Are you sure you want to quit?
    This cures fear. | Heal completely. | complete healing | Rewiring takes a month. | your nervous system
    your resonance pace | This is EMDR. | Worse than before | Your score is 7. | a 9 day streak
    It feels like drowning. | You are sinking. | a flood of tears | fear of abandonment
    When she is late | Ask your husband. | Stop clinging.
    That is codependent. | co-dependent people | You look crazy. | held under water | swept away by it | You failed.
    This works for you. | Don’t lose it now.
"""
NOT_FOR_EXERCISES = """
    This is no diagnosis. | a symptom | borderline | It helps 62 % of people. | 83 percent agree | Call your mother.
    A man waits. | For couples. | date night
"""
PROMISING = """
    They’ll reply soon. | They will come back. | They are going to call. | It will return. | They won’t leave.
    They still love you. | Everything will be fine. | You’re safe with them. | Nothing is wrong. | No reason to worry.
    We guarantee it.
"""
HARMLESS = """
    gentle, not deep | mustard | the shell there | a curious sound | secure | Not broken-hearted? | a scoreboard
    the others | hershey | healthy | relative | shelter | history | deepen | a clinic | a needle | manage | human
    songs | a manner | wifi | sinkhole | the theatre | themselves | mother-of-pearl | streaky | relay
"""
OPEN = """
    They may reply. | You may not know yet. | You are not safe right now | Someone may love old friends.
    It may hold hard news. | You could call tomorrow. | Nothing here has to be done well.
"""


def each(block: str) -> list[str]:
    return [one.strip() for line in block.strip().split("\n") for one in line.split("|")]


@pytest.mark.parametrize(
    ("patterns", "sentences"),
    [(BANNED, each(UNKIND)), (NOT_IN_EXERCISES, each(NOT_FOR_EXERCISES)), (PROMISES, each(PROMISING))],
    ids=["banned", "not in exercises", "promises"],
)
def test_every_sentence_is_caught_and_every_pattern_catches_something(patterns: list[str], sentences: list[str]):
    assert [sentence for sentence in sentences if not found(patterns, sentence)] == []
    caught = {pattern for sentence in sentences for pattern in found(patterns, sentence)}
    assert [pattern for pattern in patterns if pattern not in caught] == []


@pytest.mark.parametrize("words", each(HARMLESS))
def test_a_word_that_only_contains_another_is_left_alone(words: str):
    assert found([*BANNED, *NOT_IN_EXERCISES], words) == []


@pytest.mark.parametrize("words", each(OPEN))
def test_what_stays_open_is_no_promise(words: str):
    assert found(PROMISES, words) == []
