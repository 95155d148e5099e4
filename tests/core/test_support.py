"""Which region's numbers a person sees."""

import pytest

from steady.core.support import LAST_RESORT, Help, region_for


@pytest.mark.parametrize(
    ("chosen", "locale_name", "code"),
    [
        ("GB", "en_US.UTF-8", "GB"),
        ("", "en_US.UTF-8", "US"),
        ("", "en-GB", "GB"),
        ("", "en_GB@euro", "GB"),
        ("", "zh-Hans-US", "US"),
        ("", "de_DE.UTF-8", "elsewhere"),
        ("", "C", "elsewhere"),
        ("", "", "elsewhere"),
        ("gone", "en_US", "US"),
        ("elsewhere", "en_US", "elsewhere"),
    ],
)
def test_a_choice_comes_before_the_locale_and_elsewhere_comes_last(chosen: str, locale_name: str, code: str):
    assert region_for(LAST_RESORT, chosen, locale_name).code == code


def test_no_regions_at_all_is_a_bug_of_the_caller():
    with pytest.raises(ValueError, match="no region"):
        region_for(())


def test_the_last_resort_has_every_kind_of_help_in_every_region():
    for region in LAST_RESORT:
        assert all(region.of_kind(kind) for kind in Help)
