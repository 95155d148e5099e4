"""Sentences of the page of progress claim no more than was counted."""

import pytest

from steady.core.progress.facts import Facts, HourCount
from steady.texts.progress_sentences import hours_sentence


def test_the_most_common_part_of_the_day_is_not_called_more_than_all_others():
    hours = (HourCount(0, 20, 6), HourCount(1, 8, 5), HourCount(2, 13, 5))
    sentence = hours_sentence(Facts(hours=hours))
    assert sentence == "16 moments, rated 7 or more or with a trigger. They came most often in the evening."


@pytest.mark.parametrize("hours", [(HourCount(0, 20, 4),), (HourCount(0, 20, 3), HourCount(0, 8, 3))])
def test_where_nothing_stands_out_nothing_is_said_to(hours):
    assert "most often" not in hours_sentence(Facts(hours=hours))
