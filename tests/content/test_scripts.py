"""Every script follows the same way, in words of its own: from naming it to one small step, for that one trigger."""

import re
from collections.abc import Iterable

import pytest
from tests.content.conftest import FILES, ROOT, read

from steady.core.exercise import Grounding, Script
from steady.core.reading import reading_s
from steady.core.steps import (
    Breathe,
    Choose,
    Facts,
    FillIn,
    GoTo,
    HoldFor,
    Name,
    Option,
    Pause,
    Step,
    Tap,
    Unsent,
    WriteHere,
)

GUARD = "If the fact is that someone threatens, controls or hurts you, that is not a story."
PREFACE = "Only if it is safe to say"

SCRIPTS = [file.stem for file in FILES if 'kind = "script"' in file.read_text(encoding="utf-8")]
SUPPORTERS = ["my-own-limits", "when-theyre-triggered"]

WAY = ("Name it", "Feet or breath", "Fact or story", "Then or now", "Kindness", "Need", "Next step")
"""The parts of every script, in order. A comment above each step of a file says which one it is, or that it is its own.
A step without a comment goes on with the part before it."""

WORDS_OF_THE_WAY = {
    "Feet or breath": r"feet|heels|hands?|breaths?|shoulders|unclench|sit|holds you up",
    "Then or now": r"then|now|older|old|once|grown|child(ren|hood)?|younger|early|long time",
    "Kindness": r"“[^”]*\b(i|i’m|i’d|this hurts|thank you)\b[^”]*”",
    "Need": r"need|needs|hope|wish|ask|like|well",
    "Next step": r"one (small )?thing|one line|first|guest",
}
"""What each part has in it, whatever its script: the body, the years, a kind sentence to borrow, a wish, a step."""

ITS_OWN = {
    "no-reply-yet": [
        "The clock says how long. Fear says why.",
        "Three ordinary reasons",
        "When would you like to look next?",
    ],
    "left-on-read": ["“Seen” is one fact", "away for a time you choose"],
    "the-plan-changed": ["disappointed, and still connected", "Could we try again"],
    "they-asked-for-space": ["not the same as the end", "may hold hard news", "When shall we talk?", "My evening"],
    "after-the-call-time-apart": [
        "The body often drops",
        "It is common",
        "a bridge",
        "Next contact",
        "What I know",
        "working late",
        "out with friends",
    ],
    "quiet-after-a-fight": ["repair line", "No verdicts tonight", "one act, no names for yourself"],
    "a-hard-date": ["give the day its name", "Morning", "The hard hour", "Evening", "Who could know", "ritual"],
    "before-i-send-it": ["How long could it wait?", "this box can’t send", "send, shorten, keep or delete"],
    "then-and-now": ["A younger part of me is scared.", "I’m here. I’m {age} years old."],
    "kind-to-myself": ["“This hurts.”", "“Others feel this too.”", "one kind thing, in plain words"],
    "say-what-i-need-say-my-limit": [
        "When {what} happens I feel {feeling}.",
        "I’d like {wish}. Is that possible?",
        "I can {can}; I can’t {cannot};",
        "if {case} I’ll {then}.",
    ],
    "when-theyre-triggered": [
        "You first.",
        "I hear you. That sounds frightening.",
        "I’m here until {until}; I’ll be back at {back}.",
        "One reassurance, not ten.",
        "You are not responsible for fixing this.",
        "I’m at my limit.",
        "Afterwards, one small thing for you.",
        "Nobody has to stay where they are harmed.",
    ],
    "my-own-limits": [
        "shoulders have a moment off",
        "One limit",
        "say so before",
        "they had more help",
        "Nobody has to stay where they are harmed.",
    ],
}
"""What a script has that no other one needs: the elements of its trigger."""

VOCABULARY = {
    "no-reply-yet": "reply answer word clock minutes battery wait waiting looked look",
    "left-on-read": "seen saw read ok screen typed signs messages check",
    "the-plan-changed": "plan called cancelled cancels evening dressed disappointed heels food saturday",
    "they-asked-for-space": "space room distance distant limit quiet gap key",
    "after-the-call-time-apart": "call voice goodbye late miles friends jealous posts bridge gone miss",
    "quiet-after-a-fight": "fight fights shouted verdict verdicts sorry mending raised scared hall",
    "a-hard-date": "day days date calendar year candle song photos weeks",
    "before-i-send-it": "send sent urge urges typing message blocking line write phone",
    "then-and-now": "younger grown older past back memory old child",
    "kind-to-myself": "harsh worth kinder yourself blame guest hurts stupid flaw prove",
    "say-what-i-need-say-my-limit": "need needing hinted request ask asking said yes no",
    "when-theyre-triggered": "love reassurance listen fixing care hear blame blamed calls answer",
    "my-own-limits": "tired guilt helper help helping helps give mine strength owe choir",
}
"""What someone at that trigger has in mind, written down from the trigger and not from the script."""

TOLD = {
    "working-late": r"working late",
    "no-reply": r"reply|answer",
    "plan-changed": r"called off",
    "conflict": r"fight",
    "distant": r"distant",
    "time-apart": r"somewhere else",
    "other-friends": r"friends",
    "boundary": r"limit",
    "tone": r"typed words",
    "space": r"space",
}
"""How a script for each trigger of the list says it."""


def words_in(text: str) -> set[str]:
    return set(re.findall(r"[a-z]+(?:’[a-z]+)?", text.lower()))


def spoken(steps: Iterable[Step]) -> list[str]:
    """Return the thoughts and the smaller lines."""
    return [line for step in steps for line in (step.say, *step.more)]


def all_read(step: Step) -> list[str]:
    """Return everything that is read at a step."""
    lines = [step.say, *step.more]
    lines += [getattr(step, name, None) for name in ("guard", "then", "after", "template", "hint")]
    for name in ("options", "boxes", "blanks", "ways"):
        for part in getattr(step, name, ()):
            lines += [part.label, getattr(part, "reply", ""), getattr(part, "hint", "")]
    return [line for line in lines if line]


def parts(stem: str) -> list[str]:
    """Return the part of the way that each step of a file belongs to, as the comment above it says."""
    found, part = [], ""
    above = ""
    for line in (ROOT / "exercises" / f"{stem}.toml").read_text(encoding="utf-8").split("\n"):
        if line.startswith("# "):
            above = line.removeprefix("# ")
        elif line == "[[steps]]":
            if above:
                part = next((one for one in (*WAY, "Its own") if above.startswith(one)), above)
            found.append(part)
            above = ""
    return found


def script_of(stem: str) -> Script:
    return read(ROOT / "exercises" / f"{stem}.toml")


def matches(lines: Iterable[str], vocabulary: str) -> int:
    """Return how many lines have a word of it."""
    wanted = set(vocabulary.split())
    return sum(1 for line in lines if words_in(line) & wanted)


def test_there_is_something_to_say_of_each_of_the_thirteen():
    assert sorted(ITS_OWN) == sorted(VOCABULARY) == SCRIPTS
    assert len(SCRIPTS) == 13


def test_a_script_is_eight_to_twelve_thoughts(script: Script):
    assert 8 <= len(script.steps) <= 12


@pytest.mark.parametrize("stem", SCRIPTS)
def test_a_script_goes_the_whole_way_in_order(stem: str):
    come_to = [part for part in parts(stem) if part != "Its own"]
    in_order = [part for part, before in zip(come_to, ["", *come_to], strict=False) if part != before]
    assert in_order == list(WAY)
    assert parts(stem)[-1] == "Next step"


@pytest.mark.parametrize("part", WORDS_OF_THE_WAY)
@pytest.mark.parametrize("stem", SCRIPTS)
def test_each_part_of_the_way_is_what_it_is_called(stem: str, part: str):
    steps = [step for at, step in zip(parts(stem), script_of(stem).steps, strict=True) if at == part]
    words = " ".join(line for step in steps for line in all_read(step)).lower()
    assert re.search(rf"(?<!\w)({WORDS_OF_THE_WAY[part]})(?!\w)", words), words


@pytest.mark.parametrize("stem", SCRIPTS)
def test_facts_and_stories_are_sorted_in_the_part_that_is_called_so(stem: str):
    steps = zip(parts(stem), script_of(stem).steps, strict=True)
    assert all(isinstance(step, Facts) == (part == "Fact or story") for part, step in steps)


@pytest.mark.parametrize("stem", SCRIPTS)
def test_a_script_has_the_elements_of_its_own_trigger(stem: str):
    read_here = "\n".join(line for step in script_of(stem).steps for line in all_read(step))
    assert [element for element in ITS_OWN[stem] if element not in read_here] == []


@pytest.mark.parametrize("stem", SCRIPTS)
def test_at_least_four_lines_are_particular_to_its_trigger(stem: str):
    elsewhere = {line for other in SCRIPTS if other != stem for line in spoken(script_of(other).steps)}
    lines = [line for line in spoken(script_of(stem).steps) if line not in elsewhere]
    wanted = set(VOCABULARY[stem].split())
    particular = [line for line in lines if words_in(line) & wanted]
    assert len(particular) >= 4
    assert len({word for line in particular for word in words_in(line) & wanted}) >= 4


@pytest.mark.parametrize("stem", SCRIPTS)
def test_a_script_speaks_of_its_own_trigger_more_than_of_any_other(stem: str):
    lines = spoken(script_of(stem).steps)
    of_others = {other: matches(lines, words) for other, words in VOCABULARY.items() if other != stem}
    assert matches(lines, VOCABULARY[stem]) >= 1.5 * max(of_others.values()), of_others


def test_no_two_scripts_share_a_sentence():
    at: dict[str, str] = {}
    shared = []
    for stem in SCRIPTS:
        lines = [line for step in script_of(stem).steps for line in all_read(step)]
        sentences = {one for line in lines for one in re.split(r"(?<=[.?:])[”]?\s+|\n", line) if len(one.split()) > 3}
        for sentence in sentences:
            if sentence in at and sentence.rstrip(".:") not in {GUARD.rstrip("."), PREFACE, *FOR_BOTH}:
                shared.append((sentence, at[sentence], stem))
            at[sentence] = stem
    assert shared == []


FOR_BOTH = {"Nobody has to stay where they are harmed"}
"""What both scripts for supporters say, word for word, because it has to be said in each."""


def test_facts_and_stories_are_never_sorted_without_the_guard(script: Script):
    facts = [step for step in script.steps if isinstance(step, Facts)]
    assert len(facts) == 1
    for step in facts:
        assert step.guard == GUARD
        assert [box.id for box in step.boxes] == ["fact", "story", "else", "unknown"]
        assert all(box.hint for box in step.boxes)


@pytest.mark.parametrize("stem", [stem for stem in SCRIPTS if stem != "then-and-now"])
def test_what_is_to_be_said_to_someone_is_said_only_if_that_is_safe(stem: str):
    steps = script_of(stem).steps
    if any(isinstance(step, FillIn | Unsent) for step in steps):
        assert any(line.startswith(PREFACE) for line in spoken(steps))


def test_all_twelve_kinds_are_used_and_no_mould_stamps_them_all():
    kinds = {stem: tuple(type(step).__name__ for step in script_of(stem).steps) for stem in SCRIPTS}
    assert len(set(kinds.values())) == len(SCRIPTS)
    choosing = [stem for stem in SCRIPTS if "Choose" in kinds[stem]]
    assert len(choosing) <= len(SCRIPTS) / 2
    used = {kind for each in kinds.values() for kind in each} | {
        type(step).__name__ for file in FILES if (steps := getattr(read(file), "steps", ())) for step in steps
    }
    assert used == {
        "Say", "Name", "Choose", "HoldFor", "Tap", "WriteHere", "Breathe", "GoTo", "Facts", "Pause", "Unsent", "FillIn",
    }  # fmt: skip


def test_each_chosen_thing_is_answered(walked: Grounding | Script):
    for step in walked.steps:
        if isinstance(step, Choose):
            assert all(isinstance(option, Option) and option.reply for option in step.options)


def test_a_pause_offers_five_ten_twenty_and_thirty_minutes(script: Script):
    for step in script.steps:
        if isinstance(step, Pause):
            assert step.minutes == (5, 10, 20, 30)


def test_the_draft_comes_after_the_pause_so_that_nothing_is_sent_on_the_way_and_no_words_are_lost():
    kinds = [type(step) for step in script_of("before-i-send-it").steps]
    assert kinds.index(Pause) < kinds.index(Unsent)


def test_supporters_have_their_own_group_and_nobody_else_is_in_it():
    assert [stem for stem in SCRIPTS if script_of(stem).group == "support"] == SUPPORTERS
    assert {script_of(stem).group for stem in SCRIPTS if stem not in SUPPORTERS} == {"soothe"}


@pytest.mark.parametrize("trigger", TOLD)
def test_every_trigger_has_a_script_for_oneself_that_says_it(trigger: str):
    tagged = [script_of(stem) for stem in SCRIPTS if stem not in SUPPORTERS and trigger in script_of(stem).triggers]
    said = [" ".join(line for step in one.steps for line in all_read(step)).lower() for one in tagged]
    assert any(re.search(rf"\b({TOLD[trigger]})\b", words) for words in said)


def seconds(step: Step) -> float:
    """Return about how long someone is at a step: reading, and doing what it asks for. A pause is on top."""
    doing = {
        HoldFor: lambda: step.seconds,
        Breathe: lambda: 8 * step.breaths,
        Name: lambda: 5 * step.count,
        Choose: lambda: 10,
        Tap: lambda: 40,
        WriteHere: lambda: 12 * len(step.boxes),
        Facts: lambda: 12 * len(step.boxes),
        FillIn: lambda: 10 * len(step.blanks) + 8,
        Unsent: lambda: 40,
        GoTo: lambda: 2,
    }
    return reading_s((step.say, *step.more), 100) + doing.get(type(step), lambda: 0)()


def test_the_minutes_on_the_card_are_about_what_the_steps_take(walked: Grounding | Script):
    minutes = sum(map(seconds, walked.steps)) / 60
    assert 0.95 * minutes <= walked.minutes <= 1.5 * minutes
