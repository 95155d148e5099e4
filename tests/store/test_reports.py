import os
import stat
import sys

import pytest

from steady.store.files import read_small
from steady.store.reports import KEPT, write_report

SECRET = "what-nobody-may-read"  # noqa: S105 - no password: words that a message could hold


def fail_deep(depth):
    words = SECRET
    if depth:
        return fail_deep(depth - 1)
    raise ValueError(words)


def caught(call, *arguments):
    with pytest.raises((ValueError, KeyError, OSError, RecursionError)) as raised:
        call(*arguments)
    return raised.value


def reported(folder, error):
    path = write_report(folder, type(error), error.__traceback__, "painting a frame", error=error)
    return path.read_text(encoding="utf-8")


def test_a_report_tells_types_and_places_and_never_words(folder):
    text = reported(folder, caught(fail_deep, 1))
    assert "painting a frame" in text
    assert "builtins.ValueError" in text
    assert "test_reports.py:" in text
    assert "in fail_deep" in text
    assert SECRET not in text
    assert "raise ValueError" not in text


def test_a_place_in_steady_is_told_from_its_root_and_others_by_bare_name(folder):
    text = reported(folder, caught(read_small, folder / SECRET, 1))
    assert "steady/store/files.py:" in text
    assert os.sep + "test_reports.py" not in text
    assert SECRET not in text


def test_what_led_to_it_is_told_by_type(folder):
    def chained():
        try:
            fail_deep(0)
        except ValueError as error:
            raise KeyError(SECRET) from error

    text = reported(folder, caught(chained))
    assert text.index("builtins.KeyError") < text.index("from builtins.ValueError")
    assert SECRET not in text


def test_causes_that_go_in_a_circle_come_to_an_end(folder):
    one, other = caught(fail_deep, 0), caught(fail_deep, 0)
    one.__cause__, other.__cause__ = other, one
    assert reported(folder, one).count("from builtins.ValueError") == 1


def test_a_thousand_frames_make_a_short_report(folder):
    def endless():
        return endless()

    text = reported(folder, caught(endless))
    assert "builtins.RecursionError" in text
    assert "more ..." in text
    assert len(text.splitlines()) < 80


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no modes")
def test_a_report_is_private(folder):
    path = write_report(folder / "reports", ValueError, None, "here")
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_only_the_newest_are_kept_and_other_files_stay(folder):
    (folder / "mine.txt").write_text("mine")
    paths = [write_report(folder, ValueError, None, f"number {number}") for number in range(KEPT + 5)]
    for second, path in enumerate(paths):
        if path.exists():
            os.utime(path, (second, second))
    last = write_report(folder, ValueError, None, "the last")
    left = sorted(folder.glob("report-*.txt"))
    assert len(left) == KEPT
    assert last in left
    assert (folder / "mine.txt").exists()


def test_where_no_report_can_be_written_nothing_is_raised(folder):
    (folder / "file").touch()
    assert write_report(folder / "file", ValueError, None, "here") is None


def test_even_a_type_that_cannot_be_named_raises_nothing(folder):
    assert write_report(folder, None, None, "here") is None
    assert list(folder.iterdir()) == []
