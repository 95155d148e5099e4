"""Words that speak of danger are met with a way to people; words about an ordinary bad night are not."""

import pytest

from steady.core.danger import speaks_of_danger

DANGER = """
    i want to die | I wanna die | i don't want to be here anymore | kill myself | suicide | suicidal thoughts
    i cant go on | i want to hurt myself | self-harm | they'd be better off without me | end my life
    he hit me | she hits me when she's drunk | they threatened me | he threatens to leave me with nothing
    im scared of him | afraid of my partner | abusive | he choked me | won't let me leave | i am not safe
    he grabbed my arm | he’s violent | they control everything and he took my phone | is this abuse
    she says she will kill herself | they want to kill themselves | stalking me | they keep hurting me
"""
ORDINARY = """
    no reply | they cancelled on me | after a fight | i'm dying to hear from them | this is killing the mood
    we hit it off | hit send | scared of losing them | afraid to ask | she hurt my feelings | that hurt
    he pushed the date | left on seen | they set a boundary | jealous of their friends | i hate myself
    beats per minute | cut off | the end of the weekend | working late | dead battery | safe trip
    my heart is racing | it hurts me when they dont answer | |
"""


def each(block: str) -> list[str]:
    return [one.strip() for line in block.strip().split("\n") for one in line.split("|")]


@pytest.mark.parametrize("words", each(DANGER))
def test_words_of_danger_are_heard(words: str):
    assert speaks_of_danger(words)
    assert speaks_of_danger(words.upper())


@pytest.mark.parametrize("words", each(ORDINARY))
def test_ordinary_words_are_left_alone(words: str):
    assert not speaks_of_danger(words)
