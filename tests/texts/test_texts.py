"""What holds for everything Steady says, in whatever file it is written."""

import importlib
import pkgutil
import re
import string
import struct

import pytest

import steady.texts
from steady.core.breath import Act
from steady.core.errors import Fault
from steady.core.limits import Limit
from steady.store.exercise_faults import faults_in
from steady.texts import Text, say, speak
from steady.texts.faults import fault_text
from steady.texts.guide import PHASE_WORDS, Guide
from steady.texts.limits import LimitText, limit_text


def _texts():
    for module in pkgutil.iter_modules(steady.texts.__path__, "steady.texts."):
        for thing in vars(importlib.import_module(module.name)).values():
            if isinstance(thing, type) and issubclass(thing, Text) and thing.__module__ == module.name:
                yield from thing


TEXTS = list(_texts())
every_text = pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{type(text).__name__}.{text.name}")


def _fields(sentence):
    return {name for _, name, _, _ in string.Formatter().parse(sentence) if name is not None}


@pytest.fixture
def catalogue(tmp_path):
    """Compile sentences and their translations to a .mo file, byte by byte as gettext documents it."""

    def compile_(translations):
        pairs = sorted({"": "Content-Type: text/plain; charset=UTF-8\n", **translations}.items())
        originals = [original.encode() for original, _ in pairs]
        translated = [sentence.encode() for _, sentence in pairs]
        count, tables = len(pairs), []
        offset = 28 + 16 * count
        for words in (originals, translated):
            for word in words:
                tables += [len(word), offset]
                offset += len(word) + 1
        header = struct.pack("<7I", 0x950412DE, 0, count, 28, 28 + 8 * count, 0, 28 + 16 * count)
        body = b"".join(word + b"\0" for word in (*originals, *translated))
        file = tmp_path / "steady.mo"
        file.write_bytes(header + struct.pack(f"<{4 * count}I", *tables) + body)
        return file

    yield compile_
    speak(None)


def test_there_is_something_to_say():
    assert len(TEXTS) > 40


@every_text
def test_every_sentence_is_said_with_its_fields_filled_in(text):
    fields = _fields(text.value)
    assert all(re.fullmatch("[a-z_]+", name) for name in fields), "fields are named, so that translators can move them"

    said = say(text, **dict.fromkeys(fields, 5))

    assert said.strip()
    assert "{" not in said
    assert "}" not in said
    assert said.count("5") >= len(fields)


@every_text
def test_no_sentence_is_markup_or_hides_a_character(text):
    assert not re.search(r"<[a-z/]", text.value)
    assert text.value.isprintable() or "\n" in text.value


def test_english_loads_nothing():
    import subprocess
    import sys

    code = "import sys; from steady.texts import say; from steady.texts.guide import Guide; say(Guide.PAUSED);"
    child = subprocess.run(
        [sys.executable, "-c", f"{code} print('gettext' in sys.modules)"], check=True, capture_output=True, text=True
    )

    assert child.stdout == "False\n"


def test_a_compiled_catalogue_is_spoken_until_english_is_asked_for(catalogue):
    speak(catalogue({"Breathe in": "Inspira", "Press with each in-breath, four times.": "Pulsa cuatro veces."}))
    assert say(Guide.BREATHE_IN) == "Inspira"

    speak(None)
    assert say(Guide.BREATHE_IN) == "Breathe in"


def test_what_a_catalogue_lacks_is_said_in_english(catalogue):
    speak(catalogue({"Breathe in": "Inspira"}))

    assert say(Guide.BREATHE_OUT) == "Breathe out"


def test_a_translation_may_put_its_fields_where_its_grammar_wants_them(catalogue):
    speak(catalogue({Guide.TAP_NEXT.value: "{count} de 4. Otra vez al inspirar, así."}))

    assert say(Guide.TAP_NEXT, count=2) == "2 de 4. Otra vez al inspirar, así."


def test_a_catalogue_that_is_not_there_says_so_and_english_goes_on(tmp_path):
    with pytest.raises(FileNotFoundError):
        speak(tmp_path / "none.mo")

    assert say(Guide.PAUSED) == "Paused"


@pytest.mark.parametrize("fault", Fault)
def test_every_fault_has_a_gentle_sentence(fault):
    sentence = say(fault_text(fault))

    assert sentence.endswith(".")
    assert not re.search(r"error|fail|fatal|crash|!", sentence, re.IGNORECASE)


def test_faults_do_not_share_a_sentence():
    assert len({fault_text(fault) for fault in Fault}) == len(Fault)


def test_every_limit_of_an_exercise_file_has_a_sentence_of_its_own():
    assert {limit_text(limit) for limit in Limit} == set(LimitText)
    assert len({text.value for text in LimitText}) == len(Limit)


def test_a_limit_of_safety_is_told_in_the_language_that_is_spoken_with_its_values(catalogue):
    breath = """
        format = 1
        kind = "breathing"
        title = "Too long"
        summary = "A breath that is too long."
        group = "slow"
        minutes = 4
        phases = [{ do = "in", seconds = 12, to = 1 }, { do = "out", seconds = 19, to = 0 }]
    """
    assert [fault.sentence for fault in faults_in(breath)] == ["`phases`: one breath lasts 3 to 30 seconds, here 31"]

    speak(catalogue({LimitText.BREATH_LENGTH.value: "{field}: {here_s} s, y caben de {least_s} a {most_s}"}))

    assert [fault.sentence for fault in faults_in(breath)] == ["`phases`: 31 s, y caben de 3 a 30"]


@pytest.mark.parametrize("act", Act)
def test_every_part_of_a_breath_has_words(act):
    assert say(PHASE_WORDS[act])
