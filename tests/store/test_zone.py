import time
from datetime import UTC, datetime, timedelta, timezone

import pytest
import tzlocal

from steady.store.values import offset_of
from steady.store.zone import zone_name


@pytest.fixture
def zone(monkeypatch):
    """Live in another zone for one test."""

    def move(name):
        monkeypatch.setenv("TZ", name)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()
    tzlocal.reload_localzone()


needs_tzset = pytest.mark.skipif(not hasattr(time, "tzset"), reason="Windows takes its zone from elsewhere")


@needs_tzset
def test_the_zone_has_its_name(zone):
    zone("Europe/Paris")
    assert zone_name(datetime(2026, 11, 22, 21, 7).astimezone()) == "Europe/Paris"


@needs_tzset
def test_a_zone_changed_on_the_way_is_noticed(zone):
    zone("Europe/Paris")
    zone_name(datetime(2026, 11, 22, 21, 7).astimezone())
    zone("Asia/Tokyo")
    assert zone_name(datetime(2026, 11, 22, 21, 7).astimezone()) == "Asia/Tokyo"


@needs_tzset
def test_the_name_holds_in_the_hour_that_comes_twice(zone):
    zone("Europe/Paris")
    for utc_hour in (0, 1):
        moment = datetime(2026, 10, 25, utc_hour, 30, tzinfo=UTC).astimezone()
        assert zone_name(moment) == "Europe/Paris"


@needs_tzset
@pytest.mark.parametrize("name", ["XYZ-5:45", "Nowhere/Nothing", "../../etc/passwd"])
def test_where_no_name_is_to_be_had_the_offset_is_kept(zone, name):
    zone(name)
    moment = datetime(2026, 11, 22, 21, 7, tzinfo=timezone(timedelta(hours=5, minutes=45)))
    assert zone_name(moment) == "+05:45"


def test_an_offset_is_written_as_rfc_3339_does():
    assert offset_of(datetime(2026, 1, 1, tzinfo=UTC)) == "+00:00"
    assert offset_of(datetime(2026, 1, 1, 1, 2, 3, 4, timezone(timedelta(hours=-3, minutes=-30)))) == "-03:30"
