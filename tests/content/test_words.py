"""The words keep the rules of wording: gentle, plain, short, and no promise about anyone else."""

import enum
import importlib
import pkgutil
import re
from datetime import date

import pytest
import textstat

import steady.texts
from steady.core.exercise import Caution, Evidence, Exercise
from steady.core.support import Channel, Help
from steady.texts import Text, say
from steady.texts.after import FeltText
from steady.texts.cautions import CautionText, caution_text
from steady.texts.evidence import GradeText, grade_text
from steady.texts.progress import ChartTitle
from steady.texts.progress_charts import Weekday
from steady.texts.signs import ShortMonth
from steady.texts.support import SupportText, channel_words, date_words, help_text

GRADE = 6.0
WORDS_A_LINE = 12
GUARD = "If the fact is that someone threatens, controls or hurts you, that is not a story."

BANNED = [
    "clingy",
    "needy",
    "irrational",
    "dysfunctional",
    "disorder",
    "broken",
    "calm down",
    r"relax(ed|es|ing|ation)?",
    r"overreact(ed|s|ing|ion)?",
    "must",
    "should",
    "you have to",
    "you need to",
    "try harder",
    "just breathe",
    r"(?<!not )deep(er)?",
    r"breath(e|es|ing)?( \w+)? deeply",
    "close your eyes",
    "are you sure",
    r"cur(e|es|ed|ing)",
    r"heal(s|ed|ing)? (completely|fully)|complete healing",
    r"rewir(e|es|ed|ing)",
    "nervous system",
    "resonance",
    "emdr",
    "worse",
    "score",
    "streak",
    r"drown(s|ed|ing)?",
    r"sink(s|ing)?|sank",
    r"floods?|flooded|flooding",
    r"abandon(s|ed|ing|ment)?",
    "he|she|him|her|his|hers",
    "husband|wife|boyfriend|girlfriend|spouse|lover",
    r"cling(s|ing)?",
    "co-?dependent|crazy|insane|paranoid|hysterical|pathological|toxic",
    "under ?water|going under|(swept|washed) away",
    "you('ve)? failed|failure",
    "works for you",
    "don't lose it",
]
"""Whole words and phrases that no one is to read here, as patterns. "gentle, not deep" is the one deep there is."""

NOT_IN_EXERCISES = [
    r"diagnos(is|es|ed|e)|symptoms?|patients?|borderline|bpd|ptsd|narcissis(t|tic|m)|neurotic|bipolar",
    r"\d+ ?(%|percent|per cent)",
    "man|men|woman|women|boys?|girls?|mothers?|fathers?|mums?|moms?|dads?|sisters?|brothers?|sons?|daughters?",
    "marriage|married|couples?|soulmates?|in-laws|date night|sweetheart|darling|bed(side)? for two",
]
"""What no exercise says: names of illnesses, numbers that claim, one gender, or couples alone."""

PROMISES = [
    r"they('ll| will| are going to| always)",
    r"(will|'ll) (reply|answer|write|text|call|come back|return|stay)",
    r"(won't|will not|never) (leave|go|stop loving)",
    r"(still )?(love|loves|loved) you",
    "everything (is|will be) (fine|ok|okay|all right)",
    r"(you are|you're) safe( with them)?",
    "nothing (is wrong|to fear|bad)",
    "no reason to (worry|fear)",
    "guarantee|promise",
]
"""Patterns of promises about someone else, or about how it ends."""


def plain(text: str) -> str:
    return text.replace("’", "'").replace("“", "").replace("”", "")


def found(patterns: list[str], text: str) -> list[str]:
    return [p for p in patterns if re.search(rf"(?<![\w'-])({p})(?![\w-])", plain(text), re.IGNORECASE)]


def reading_grade(lines: list[str]) -> float:
    """A line that has no full stop is read as a sentence of its own all the same."""
    sentences = [line if line.rstrip().endswith((".", "?", "!")) else f"{line}." for line in map(plain, lines)]
    return textstat.flesch_kincaid_grade(" ".join(sentences))


def without_fields(text: str) -> str:
    return re.sub(r"\{(\w+)\}", "3", text)


def texts() -> list[type[Text]]:
    modules = [importlib.import_module(f"steady.texts.{m.name}") for m in pkgutil.iter_modules(steady.texts.__path__)]
    kinds = {
        value
        for module in modules
        for value in vars(module).values()
        if isinstance(value, enum.EnumMeta) and issubclass(value, Text) and value is not Text
    }
    return sorted(kinds, key=lambda kind: (kind.__module__, kind.__name__))


SPOKEN = texts()
SINGLE_WORDS = {FeltText, ShortMonth, Weekday}
"""Words that stand alone. A measure of sentences says nothing of them."""


FOR_A_SHELL = {"steady.texts.command", "steady.texts.store", "steady.texts.transfer"}
"""What commands print, for terminals, files and other programs: in plain characters."""


@pytest.mark.parametrize("kind", SPOKEN, ids=lambda kind: kind.__name__)
def test_an_apostrophe_is_written_as_in_print_and_for_a_shell_as_it_is_typed(kind):
    other = "’" if kind.__module__ in FOR_A_SHELL else "'"
    assert [member.value for member in kind if re.search(rf"\w{other}\w", member.value)] == []


@pytest.mark.parametrize(
    ("patterns", "sentence"),
    [
        (BANNED, "Relax now."),
        (BANNED, "You must rest"),
        (BANNED, "a deep breath"),
        (BANNED, "Breathe in deeply."),
        (BANNED, "CALM DOWN!"),
        (BANNED, "She is late."),
        (BANNED, "This rewires you."),
        (PROMISES, "They’ll reply soon."),
        (PROMISES, "They will come back."),
        (PROMISES, "It's late, but they still love you."),
    ],
)
def test_the_check_itself_finds_what_it_is_for(patterns: list[str], sentence: str):
    assert found(patterns, sentence)


@pytest.mark.parametrize("sentence", ["gentle, not deep", "mustard", "the shell there", "a curious sound", "secure"])
def test_the_check_itself_leaves_other_words_alone(sentence: str):
    assert found(BANNED, sentence) == []


def test_no_exercise_says_a_banned_word(exercise: Exercise, lines: list[str]):
    assert [(line, hits) for line in lines if (hits := found(BANNED, line))] == []


def test_no_exercise_diagnoses_counts_or_is_for_some_people_only(lines: list[str]):
    assert [(line, hits) for line in lines if (hits := found(NOT_IN_EXERCISES, line))] == []


def test_no_evidence_says_a_banned_word(exercise: Exercise):
    assert found(BANNED, exercise.evidence.note) == []


def test_no_exercise_makes_a_promise_about_someone_else(exercise: Exercise, lines: list[str]):
    assert [(line, hits) for line in lines if (hits := found(PROMISES, line))] == []


def test_an_exercise_reads_at_grade_six_or_lower(lines: list[str]):
    assert reading_grade(lines) <= GRADE


def test_a_line_of_an_exercise_has_at_most_twelve_words(lines: list[str]):
    long = [line for line in lines if len(line.split()) > WORDS_A_LINE]
    assert [line for line in long if line != GUARD] == []


def test_no_exercise_shouts(lines: list[str]):
    assert [line for line in lines if "!" in line or re.search(r"\b[A-Z]{3,}\b", line)] == []


@pytest.mark.parametrize("kind", SPOKEN, ids=lambda kind: kind.__name__)
def test_no_text_says_a_banned_word(kind: type[Text]):
    exempt = {ChartTitle.RUNS}  # "Calm streak" is what the chart is called, and the only place for the word
    assert [(text.value, hits) for text in set(kind) - exempt if (hits := found(BANNED, text.value))] == []


@pytest.mark.parametrize("kind", SPOKEN, ids=lambda kind: kind.__name__)
def test_no_text_makes_a_promise_about_someone_else(kind: type[Text]):
    assert [(text.value, hits) for text in kind if (hits := found(PROMISES, text.value))] == []


@pytest.mark.parametrize("kind", SPOKEN, ids=lambda kind: kind.__name__)
def test_no_text_shouts_or_runs_on(kind: type[Text]):
    exempt = {CautionText.HOLDS}  # a list of conditions, named in full
    for text in set(kind) - exempt:
        assert "!" not in text.value
        sentences = re.split(r"(?<=[.?])\s+", without_fields(text.value))
        assert len(sentences) <= 3, text.value
        assert all(len(sentence.split()) <= 16 for sentence in sentences), text.value


@pytest.mark.parametrize("kind", SPOKEN, ids=lambda kind: kind.__name__)
def test_the_texts_read_at_grade_six_or_lower(kind: type[Text]):
    if kind in SINGLE_WORDS:
        return  # the names of days and months are what they are, however many syllables they have
    assert reading_grade([without_fields(text.value) for text in kind]) <= GRADE


def test_every_caution_and_every_grade_has_its_words():
    grades = Evidence.__annotations__["grade"].__args__
    assert {caution_text(caution) for caution in Caution} == set(CautionText)
    assert {grade_text(grade) for grade in grades} == set(GradeText)


def test_the_caution_for_holds_names_who_is_to_leave_them_out():
    for condition in ("pregnant", "epilepsy", "heart", "blood pressure", "lung", "eye"):
        assert condition in CautionText.HOLDS.value
    assert "not trial data" in CautionText.HOLDS.value


def test_the_support_page_says_that_numbers_change_and_when_they_were_checked():
    sentence = say(SupportText.NUMBERS_CHANGE, date=date_words(date(2026, 11, 1)))
    assert sentence == "Numbers change. These were checked on 1 November 2026."


def test_every_kind_of_help_and_every_way_to_reach_it_has_its_words():
    assert [help_text(kind).name for kind in Help] == [kind.name for kind in Help]
    assert channel_words((Channel.CALL,)) == "call"
    assert channel_words((Channel.CALL, Channel.TEXT)) == "call or text"
    assert channel_words(tuple(Channel)) == "call, text, chat, TTY or website"
