import pytest
from hypothesis import given
from hypothesis import strategies as st

from steady.core.reading import FASTER, LEAST_PERCENT, LEAST_S, MOST_PERCENT, SLOWER, changed, reading_s

LINES = st.lists(st.text(max_size=60), max_size=7)
PERCENTS = st.integers(min_value=LEAST_PERCENT, max_value=MOST_PERCENT)


def test_a_short_thought_stays_for_a_breath_at_least():
    assert reading_s(["Hello."], 100) == LEAST_S == 5.0


def test_a_long_thought_leaves_time_for_two_words_a_second_and_a_look_at_each_line():
    twelve = "There is no need to look for where all of it began."
    assert reading_s([twelve] * 3, 100) == pytest.approx(3 * (12 * 0.5 + 0.8))


@given(LINES, st.text(max_size=60), PERCENTS)
def test_another_line_never_makes_it_shorter(lines, line, percent):
    assert reading_s([*lines, line], percent) >= reading_s(lines, percent)


@given(LINES, PERCENTS)
def test_the_share_that_a_person_chose_is_a_share_of_all_of_it(lines, percent):
    assert reading_s(lines, percent) == pytest.approx(reading_s(lines, 100) * percent / 100)


@given(PERCENTS, st.lists(st.sampled_from([FASTER, SLOWER]), max_size=30))
def test_no_number_of_presses_leads_out_of_what_the_settings_take(percent, presses):
    for factor in presses:
        percent = changed(percent, factor)
        assert LEAST_PERCENT <= percent <= MOST_PERCENT


def test_slower_and_faster_lead_back_to_where_they_began():
    assert changed(changed(100, SLOWER), FASTER) == 100
