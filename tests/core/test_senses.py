import pytest

from steady.core.senses import ANY_COUNT, Instead, count_of, offered
from steady.core.steps import Name, Say
from steady.core.walk import Walk
from steady.texts.senses import sense_more, sense_name, sense_thought


def step(sense, count=3):
    return Name(say="Find some.", count=count, sense=sense)


@pytest.mark.parametrize("sense", ["see", "feel", "hear", "smell", "taste"])
def test_every_sense_can_be_swapped_and_any_sense_is_always_among_what_is_offered(sense):
    assert offered(step(sense))[-1] is Instead.ANY


def test_what_low_vision_deafness_and_no_smell_need_is_offered():
    assert {Instead.TOUCH, Instead.SOUND, Instead.TEMPERATURE, Instead.WEIGHT, Instead.AIR} <= {*offered(step("see"))}
    assert {Instead.MOVEMENT, Instead.LIGHT, Instead.VIBRATION} <= {*offered(step("hear"))}
    for sense in ("smell", "taste"):
        near = {Instead.TEMPERATURE, Instead.TEXTURE, Instead.WATER, Instead.KIND_WORD, Instead.NEXT_THING}
        assert near <= {*offered(step(sense))}
    assert {Instead.SHAPES, Instead.COLORS} <= {*offered(step("feel"))}


def test_what_is_about_no_sense_offers_nothing():
    assert offered(step(None)) == ()


@pytest.mark.parametrize("instead", list(Instead))
def test_a_swap_asks_for_no_more_than_the_step_did_but_for_free_presses(instead):
    assert count_of(step("see", count=4), instead) <= (ANY_COUNT if instead is Instead.ANY else 4)


@pytest.mark.parametrize("instead", list(Instead))
def test_every_swap_has_its_words(instead):
    assert all(words(instead) for words in (sense_name, sense_thought, sense_more))


def test_a_swap_shows_what_fits_of_the_things_named_and_can_be_taken_back():
    walk = Walk((step("taste", count=3), Say(say="Done.")))
    for words in ("salt", "", "mint"):
        walk.name(words)

    walk.notice(Instead.WATER)
    assert (walk.wanted, walk.named) == (1, ("salt",))

    walk.notice(None)
    assert (walk.wanted, walk.named, walk.instead) == (3, ("salt", "", "mint"), None)


def test_a_swap_holds_for_its_own_step_only():
    walk = Walk((step("see"), step("hear")))
    walk.notice(Instead.AIR)
    walk.forward()
    assert walk.instead is None
    walk.back()
    assert walk.instead is Instead.AIR


def test_what_a_swap_has_no_room_for_is_put_aside_and_comes_back_and_is_kept_where_words_are():
    walk = Walk((step("see", count=3),))
    for words in ("a lamp", "a rug", "a door"):
        walk.name(words)
    walk.notice(Instead.WATER)
    assert walk.named == ("a lamp",)
    assert walk.named_words == ("a lamp", "a rug", "a door")
    walk.unname()
    walk.notice(None)
    assert walk.named == ("a rug", "a door")
