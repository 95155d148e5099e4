"""There is always someone to turn to, whatever happened to the files."""

import os
import shutil
from datetime import date
from pathlib import Path

import msgspec
import pytest

from steady.core.support import LAST_RESORT, Channel, Help, Region
from steady.store.support import LIMIT_BYTES, load_support

ASSETS = Path(__file__).parents[2] / "assets"


@pytest.fixture
def assets(tmp_path: Path) -> Path:
    """A copy of the files that ship, to spoil."""
    copy = tmp_path / "assets"
    shutil.copytree(ASSETS / "support", copy / "support")
    return copy


def numbers(region: Region, kind: Help) -> list[str]:
    return [resource.number for resource in region.of_kind(kind)]


def by_code(regions: tuple[Region, ...]) -> dict[str, Region]:
    return {region.code: region for region in regions}


def test_every_file_that_ships_can_be_used():
    for file in (ASSETS / "support").glob("*.toml"):
        region = msgspec.toml.decode(file.read_bytes(), type=Region)
        assert file.stem == region.code.lower()


def test_regions_come_by_name_with_elsewhere_last():
    names = [region.name for region in load_support(ASSETS)]
    assert names[-1] == "Elsewhere"
    assert names[:-1] == sorted(names[:-1])


def test_no_region_that_ships_is_a_last_resort():
    assert not any(region.is_last_resort for region in load_support(ASSETS))


def test_the_us_lines_are_whole():
    us = by_code(load_support(ASSETS))["US"]
    assert numbers(us, Help.EMERGENCY) == ["911"]
    assert [(r.number, r.channel, r.word) for r in us.of_kind(Help.CRISIS)] == [
        ("988", (Channel.CALL, Channel.TEXT, Channel.CHAT), ""),
        ("741741", (Channel.TEXT,), "HOME"),
    ]
    assert [(r.number, r.channel, r.word) for r in us.of_kind(Help.ABUSE)] == [
        ("1-800-799-7233", (Channel.CALL,), ""),
        ("800-787-3224", (Channel.TTY,), ""),
        ("88788", (Channel.TEXT,), "START"),
    ]
    assert all(resource.verified for resource in us.resources)


def test_the_uk_lines_are_whole_and_the_one_from_memory_is_marked():
    uk = by_code(load_support(ASSETS))["GB"]
    assert numbers(uk, Help.EMERGENCY) == ["999"]
    assert numbers(uk, Help.CRISIS) == ["116 123", "85258", "111"]
    assert numbers(uk, Help.ABUSE) == ["0808 2000 247", "0808 801 0327"]
    assert [resource.number for resource in uk.resources if not resource.verified] == ["0808 801 0327"]


def test_elsewhere_has_the_number_of_the_eu_and_the_finder():
    elsewhere = by_code(load_support(ASSETS))["elsewhere"]
    assert numbers(elsewhere, Help.EMERGENCY) == ["112"]
    assert numbers(elsewhere, Help.CRISIS) == ["findahelpline.com"]
    assert numbers(elsewhere, Help.ABUSE) == ["findahelpline.com"]


def test_every_entry_says_where_and_when_it_was_checked():
    for region in load_support(ASSETS):
        assert region.checked_on == date(2026, 11, 1)
        assert all(resource.source for resource in region.resources)


@pytest.mark.parametrize("assets_dir", [None, Path("nowhere-at-all")], ids=["no assets", "a folder that is not there"])
def test_without_files_the_numbers_in_code_remain(assets_dir: Path | None):
    regions = load_support(assets_dir)
    assert set(regions) == set(LAST_RESORT)
    assert all(region.is_last_resort for region in regions)
    everything = {resource.number for region in regions for resource in region.resources}
    assert {"911", "999", "112", "findahelpline.com", "988", "116 123"} <= everything


@pytest.mark.parametrize(
    "spoiled",
    [
        b"",
        b"not toml [",
        b"\xff\xfe\x00",
        b"x" * (LIMIT_BYTES + 1),
        b"a = " + b"[" * 20_000,
        b'code = "US"\nname = "United States"\nresources = []\n',
    ],
    ids=["empty", "not toml", "not utf-8", "too large", "nested", "no resources"],
)
def test_a_bad_file_is_made_up_for_and_leaves_the_others_whole(assets: Path, spoiled: bytes):
    (assets / "support" / "us.toml").write_bytes(spoiled)
    regions = by_code(load_support(assets))
    assert regions["US"].is_last_resort
    assert numbers(regions["US"], Help.EMERGENCY) == ["911"]
    assert not regions["GB"].is_last_resort
    assert "85258" in numbers(regions["GB"], Help.CRISIS)


@pytest.mark.parametrize("kind", ["emergency", "crisis"])
def test_a_file_that_lost_its_most_needed_number_is_not_used(assets: Path, kind: str):
    file = assets / "support" / "gb.toml"
    file.write_text(file.read_text(encoding="utf-8").replace(f'kind = "{kind}"', 'kind = "abuse"'), encoding="utf-8")
    uk = by_code(load_support(assets))["GB"]
    assert uk.is_last_resort
    assert numbers(uk, Help.EMERGENCY) == ["999"]
    assert numbers(uk, Help.CRISIS) == ["116 123"]


def test_a_file_with_another_region_in_it_is_not_used(assets: Path):
    file = assets / "support" / "gb.toml"
    mixed = file.read_text(encoding="utf-8").replace('region = "GB"', 'region = "US"', 1)
    file.write_text(mixed, encoding="utf-8")
    assert by_code(load_support(assets))["GB"].is_last_resort


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no named pipes")
def test_a_pipe_in_the_place_of_a_file_does_not_hang(assets: Path):
    file = assets / "support" / "us.toml"
    file.unlink()
    os.mkfifo(file)
    assert by_code(load_support(assets))["US"].is_last_resort


def test_a_new_region_joins_the_others(assets: Path):
    text = (assets / "support" / "gb.toml").read_text(encoding="utf-8")
    text = text.replace('"GB"', '"IE"').replace("United Kingdom", "Ireland")
    (assets / "support" / "ie.toml").write_text(text, encoding="utf-8")
    assert [region.name for region in load_support(assets)] == [
        "Ireland",
        "United Kingdom",
        "United States",
        "Elsewhere",
    ]
