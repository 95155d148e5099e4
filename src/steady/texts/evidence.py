"""How good the evidence of each exercise is, in plain words."""

from collections.abc import Iterable

from steady.core.exercise import Entry
from steady.texts import N_, Text, say


class GradeText(Text):
    """How good the evidence of an exercise is."""

    TRIALS = N_("Something close to this was tested in trials. It may help some people and not others.")
    PHYSIOLOGY = N_("Measured in the body. That does not show that it eases fear.")
    PILOT = N_("Small first studies only. Too few to be sure.")
    WIDELY_TAUGHT = N_("Widely taught. No sound trial has tested it alone.")
    DESIGN = N_("Our own choice, made with care. No trial is behind it.")


def grade_text(grade: str) -> GradeText:
    """Return what is said of an evidence grade, as an exercise file writes it."""
    return GradeText[grade.replace("-", "_").upper()]


def evidence_lines(entries: Iterable[Entry]) -> dict[str, str]:
    """Return, for each grade's sentence, the titles of the exercises that have it; nothing for a grade without any.

    A person's own file that names no evidence is left out.
    """
    titles: dict[GradeText, list[str]] = {grade: [] for grade in GradeText}
    for entry in entries:
        if entry.exercise.evidence is not None:
            titles[grade_text(entry.exercise.evidence.grade)].append(entry.exercise.title)
    return {say(grade): " · ".join(named) for grade, named in titles.items() if named}
