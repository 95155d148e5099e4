"""What is said of the evidence is what the files say."""

from pathlib import Path

import msgspec

from steady.core.exercise import Entry
from steady.store.bundled import exercises_dir
from steady.store.library import FileLibrary
from steady.texts.evidence import GradeText, evidence_lines

ENTRIES = FileLibrary(exercises_dir(), Path("none")).entries()


def own(**changes) -> Entry:
    return Entry("mine", "yours", msgspec.structs.replace(ENTRIES[0].exercise, title="Mine", **changes))


def test_every_exercise_of_ours_is_named_once_and_no_other():
    named = [title for titles in evidence_lines(ENTRIES).values() for title in titles.split(" · ")]
    assert sorted(named) == sorted(entry.exercise.title for entry in ENTRIES)


def test_grades_come_in_their_order_and_one_without_exercises_is_not_named():
    lines = list(evidence_lines(ENTRIES))
    assert lines == [grade.value for grade in GradeText]
    assert list(evidence_lines([own()])) == [GradeText.DESIGN.value]


def test_a_file_of_ones_own_that_names_no_evidence_is_left_out():
    assert evidence_lines([own(evidence=None)]) == {}
