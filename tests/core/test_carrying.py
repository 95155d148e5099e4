"""When it is a lot, something else is offered; whoever may not be safe sees the numbers."""

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.carrying import Carrying, Distress, Offer, Safe, Screen, is_a_lot
from steady.core.record import Ratings

rating = st.none() | st.integers(0, 10)


@pytest.mark.parametrize(
    ("before", "after", "last", "a_lot"),
    [
        (None, 9, None, True),
        (10, 9, None, True),
        (None, 8, None, False),
        (None, 8, 8, True),
        (None, 8, 7, False),
        (None, 7, 10, False),
        (8, 8, 8, True),
        (3, 5, None, True),
        (3, 4, None, False),
        (0, 2, None, True),
        (9, None, 9, False),
        (None, None, None, False),
    ],
)
def test_it_is_a_lot_from_nine_or_two_above_before_or_eight_twice(before, after, last, a_lot):
    assert is_a_lot(Ratings(before=before, after=after), last) is a_lot


@given(rating, rating, rating, rating)
def test_a_rating_on_the_way_is_no_baseline(before, early, after, last):
    assert is_a_lot(Ratings(before, early, after), last) is is_a_lot(Ratings(before, None, after), last)


@given(rating, st.integers(0, 10), st.integers(0, 10), rating)
def test_a_stronger_rating_is_never_less_of_a_lot(before, one, other, last):
    low, high = sorted((one, other))
    if is_a_lot(Ratings(before=before, after=low), last):
        assert is_a_lot(Ratings(before=before, after=high), last)


@given(rating, rating)
def test_without_an_answer_nothing_is_concluded(before, last):
    assert not is_a_lot(Ratings(before=before), last)


@given(st.lists(st.builds(Ratings, before=rating, early=rating, after=rating), max_size=12), rating)
def test_breaths_are_never_offered_to_whom_it_is_a_lot(practices, last):
    distress = Distress()
    distress.learn(last)
    for ratings in practices:
        distress.begin()
        if ratings.after is not None and ratings.after >= 9:
            assert not distress.may_offer_breaths(ratings)
        a_lot = distress.is_a_lot(ratings)
        assert not (a_lot and distress.may_offer_breaths(ratings))
        assert distress.take(ratings) is a_lot
        assert distress.is_a_lot(ratings) is a_lot, "the same practice counted twice"
        if a_lot:
            distress.begin()
            assert not distress.may_offer_breaths(Ratings())


@given(st.integers(0, 7))
def test_once_it_is_less_breaths_are_offered_again(after):
    distress = Distress()
    distress.take(Ratings(after=10))
    assert distress.is_carrying
    assert distress.may_offer_breaths(Ratings(after=after))
    distress.take(Ratings(after=after))
    assert not distress.is_carrying


def test_an_answer_is_not_held_against_itself():
    distress = Distress()
    distress.begin()
    assert not distress.take(Ratings(after=8))
    assert distress.may_offer_breaths(Ratings(after=8))
    distress.begin()
    assert distress.take(Ratings(after=8))


def test_skipping_a_question_puts_nothing_down():
    distress = Distress()
    distress.take(Ratings(after=9))
    distress.take(Ratings())
    assert distress.is_carrying


def test_what_was_said_since_goes_before_what_the_log_remembers():
    distress = Distress()
    distress.take(Ratings(after=8))
    distress.learn(2)
    distress.begin()
    assert distress.is_a_lot(Ratings(after=8))


def test_what_the_log_remembers_counts_for_the_first_practice():
    distress = Distress()
    distress.learn(8)
    assert distress.is_a_lot(Ratings(after=8))


def test_there_are_four_offers_and_breathing_is_none_of_them():
    assert [offer.value for offer in Offer] == ["outward", "someone", "lines", "stop"]


@pytest.mark.parametrize(("offer", "answer"), list(itertools.product(Offer, Safe)))
def test_all_but_the_first_answer_show_the_numbers(offer, answer):
    carrying = Carrying()
    if carrying.choose(offer) is Screen.NUMBERS:
        assert offer is Offer.LINES
        return
    shown = carrying.answer(answer)
    if answer is Safe.SAFE_AND_HURTING:
        assert shown.value == offer.value
    else:
        assert shown is Screen.NUMBERS


@given(st.lists(st.sampled_from([*Offer, *Safe, "back"]), max_size=20))
def test_back_always_leads_to_where_it_began(presses):
    carrying = Carrying()
    for press in presses:
        if press == "back":
            carrying.back()
        elif isinstance(press, Offer):
            carrying.choose(press)
        else:
            carrying.answer(press)
    carrying.back()
    assert carrying.screen in (Screen.A_LOT, Screen.SAFE)
    assert carrying.back() is Screen.A_LOT


def test_back_from_the_numbers_leads_to_the_question_that_led_there():
    carrying = Carrying()
    carrying.choose(Offer.STOP)
    carrying.answer(Safe.NOT_SURE)
    assert carrying.back() is Screen.SAFE


def test_back_from_the_lines_leads_to_the_offers():
    carrying = Carrying()
    carrying.choose(Offer.LINES)
    assert carrying.back() is Screen.A_LOT
