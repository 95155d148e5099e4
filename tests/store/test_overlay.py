"""Translations: words laid over an exercise, field by field; nothing but words, and nothing lost where one is bad."""

import msgspec
import pytest

from steady.core import exercise as exercises
from steady.core import steps
from steady.core.exercise import Entry
from steady.store.exercise_file import BadFile, decode
from steady.store.languages import languages
from steady.store.library import FileLibrary
from steady.store.overlay import WORDS, translated

BREATH = """\
format = 1
kind = "breathing"
title = "Longer out"
summary = "A slower out-breath."
group = "settle"
minutes = 4
synonyms = ["slow"]
evidence = { grade = "design", note = "Ours." }
phases = [
  { do = "in", seconds = 4, to = 1, say = "Breathe in", more = "gently" },
  { do = "out", seconds = 6, to = 0, say = "Breathe out" },
]
"""
SCRIPT = """\
format = 1
kind = "script"
title = "Two thoughts"
summary = "For now."
group = "soothe"
minutes = 2

[[steps]]
do = "say"
say = "One."
more = ["a", "b"]

[[steps]]
do = "choose"
id = "need"
say = "Two."
options = [{ label = "Rest", reply = "Yes." }, { label = "Food" }]

[[steps]]
do = "fill-in"
say = "Three."
template = "I feel {what}."
blanks = [{ id = "what", label = "What" }]
"""


def laid(text: str, over: str):
    return translated(decode(text.encode()), over.encode())


def faults(text: str, over: str) -> list[tuple[int | None, str]]:
    with pytest.raises(BadFile) as caught:
        laid(text, over)
    return [(fault.line, fault.sentence) for fault in caught.value.faults]


# -- what is laid over what -------------------------------------------------------------------------------------------


def test_words_take_the_place_of_words_and_what_is_left_out_stays_english():
    spanish = laid(BREATH, 'title = "Más largo"\n[[phases]]\nsay = "Inspira"\n')
    assert (spanish.title, spanish.summary) == ("Más largo", "A slower out-breath.")
    assert [(spec.say, spec.more) for spec in spanish.phases] == [("Inspira", "gently"), ("Breathe out", "")]
    assert spanish.pattern().period_s == 10.0


def test_lists_are_matched_by_place_and_an_empty_place_stays_english():
    over = """
[[steps]]
[[steps]]
say = "Dos."
options = [{ label = "Descanso" }]
[[steps]]
template = "Siento {what}."
blanks = [{ label = "Qué" }]
"""
    one, two, three = laid(SCRIPT, over).steps
    assert (one.say, one.more) == ("One.", ("a", "b"))
    assert [(option.label, option.reply) for option in two.options] == [("Descanso", "Yes."), ("Food", "")]
    assert (two.say, two.id) == ("Dos.", "need")
    assert (three.say, three.template, three.blanks[0].label) == ("Three.", "Siento {what}.", "Qué")


def test_smaller_lines_and_synonyms_are_translated_as_a_whole():
    assert laid(SCRIPT, 'steps = [{ more = ["c"] }]').steps[0].more == ("c",)
    assert laid(BREATH, 'synonyms = ["lento", "despacio"]').synonyms == ("lento", "despacio")
    assert laid(BREATH, 'evidence.note = "Nuestro."').evidence.note == "Nuestro."


# -- what is refused --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "over", "line", "sentence"),
    [
        (BREATH, 'title = "a"\nminutes = 9', 2, "`minutes` is no text, and a translation holds only text"),
        (BREATH, 'kind = "breathing"', 1, "`kind` is no text, and a translation holds only text"),
        (BREATH, "format = 1", 1, "`format` is no text, and a translation holds only text"),
        (BREATH, "format = 2", 1, "this file is written for a newer Steady"),
        (BREATH, "[[phases]]\n[[phases]]\nseconds = 9", 3, "`seconds` (phases 2) is no text"),
        (BREATH, '[[phases]]\nsay = "a"\n' * 3, 5, "`phases` has more entries here than in the exercise: 2 there"),
        (BREATH, 'titel = "a"', 1, "`titel` is no field that Steady knows here; did you mean `title`?"),
        (BREATH, "title = 3", 1, "`title` needs to be text in quotes"),
        (BREATH, f'title = "{"a" * 61}"', 1, "`title` has room for 60 characters"),
        (BREATH, 'title = " "', 1, "`title` is blank"),
        (BREATH, 'title = "a\u202eb"', 1, "`title` has an invisible control character (U+202E)"),
        (BREATH, 'phases = "a"', 1, "`phases` needs to be a list in [ ]"),
        (BREATH, 'phases = ["a"]', 1, "`phases` (phases 1) needs to be a table of fields"),
        (BREATH, 'title = "a\n', 1, "the text on this line opens with a quote and has none at its end"),
        (BREATH, "", None, "this file is empty"),
        (
            SCRIPT,
            '[[steps]]\n[[steps]]\n[[steps]]\ntemplate = "Sí."',
            4,
            "step 3: `template` and `blanks` name",
        ),
        (SCRIPT, '[[steps]]\ndo = "say"', 2, "`do` (steps 1) is no text"),
        (SCRIPT, '[[steps]]\n[[steps]]\nid = "otro"', 3, "`id` (steps 2) is no text"),
    ],
)
def test_what_is_no_translation_is_said_with_its_line(text, over, line, sentence):
    ((found_line, found),) = faults(text, over)
    assert found_line == line
    assert found.startswith(sentence)


def test_each_fault_of_a_translation_is_told():
    assert [line for line, _sentence in faults(BREATH, 'title = 3\nminutes = 4\nsummary = ""')] == [1, 2, 3]


def test_every_text_of_every_part_of_a_file_is_translated_or_is_no_text_for_people():
    names = {"id", "to", "exercise", "cite", "triggers", "ways_out", "grade", "group", "format"}
    parts = [
        part
        for module in (exercises, steps)
        for name, part in vars(module).items()
        if isinstance(part, type) and part.__module__ == module.__name__ and issubclass(part, msgspec.Struct)
        if part is not Entry and not name.startswith("_")
    ]
    for part in parts:
        fields = msgspec.json.schema(part)["$defs"][part.__name__]["properties"]
        texts = {name for name, field in fields.items() if '"string"' in msgspec.json.encode(field).decode()}
        assert texts - names == set(WORDS.get(part, ())), part


# -- in the library ---------------------------------------------------------------------------------------------------


@pytest.fixture
def folders(tmp_path):
    ours, own = tmp_path / "ours", tmp_path / "own"
    for folder in (ours, own):
        folder.mkdir()
    (ours / "longer-out.toml").write_text(BREATH)
    return ours, own


def title(folders, *tongues: str) -> str:
    return FileLibrary(*folders, tongues).get("longer-out").title


def test_the_best_language_that_there_is_is_shown(folders):
    ours, _own = folders
    (ours / "longer-out.es.toml").write_text('title = "Más largo"')
    (ours / "longer-out.pt-BR.toml").write_text('title = "Mais longo"')
    assert title(folders) == "Longer out"
    assert title(folders, "es") == "Más largo"
    assert title(folders, "pt-BR", "pt", "es") == "Mais longo"
    assert title(folders, "pt", "es") == "Más largo"
    assert title(folders, "de") == "Longer out"


def test_ones_own_translation_is_laid_over_ours_and_ours_never_over_ones_own(folders):
    ours, own = folders
    (ours / "longer-out.es.toml").write_text('title = "De la casa"')
    (own / "longer-out.es.toml").write_text('title = "Mío"')
    assert title(folders, "es") == "Mío"
    (own / "longer-out.es.toml").unlink()
    (own / "longer-out.toml").write_text(BREATH.replace("Longer out", "My own"))
    assert title(folders, "es") == "My own"


def test_a_bad_translation_is_told_and_the_english_exercise_is_there(folders):
    ours, _own = folders
    (ours / "longer-out.es.toml").write_text("minutes = 9")
    library = FileLibrary(*folders, ("es",))
    assert [entry.exercise.title for entry in library.entries()] == ["Longer out"]
    (problem,) = library.problems()
    assert problem.sentence == "longer-out.es.toml, line 1: `minutes` is no text, and a translation holds only text"
    assert library.get("longer-out").title == "Longer out"


def test_a_translation_of_nothing_is_told(folders):
    _ours, own = folders
    (own / "nothing.es.toml").write_text('title = "Nada"')
    library = FileLibrary(*folders, ("es",))
    library.entries()
    assert [one.sentence for one in library.problems()] == [
        "nothing.es.toml: there is no exercise here for this to translate"
    ]


# -- which language ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, ()),
        ({"LANG": "C.UTF-8"}, ()),
        ({"LANG": "en_GB.UTF-8"}, ()),
        ({"LANG": "es_ES.UTF-8"}, ("es-ES", "es")),
        ({"LANG": "es"}, ("es",)),
        ({"LANG": "es_ES", "LC_ALL": "pt_BR@latin"}, ("pt-BR", "pt")),
        ({"LANG": "es_ES", "LANGUAGE": "ca:es:en:fr"}, ("ca", "es")),
        ({"LANG": "../../es"}, ()),
        ({"LANG": "C", "LANGUAGE": "es"}, ()),
        ({"LANG": "", "LC_MESSAGES": "de_AT"}, ("de-AT", "de")),
    ],
)
def test_the_language_is_the_system_s(environ, expected):
    assert languages(environ) == expected
