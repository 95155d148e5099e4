"""The schema that is shipped for editors: fresh, and judged by a validator that is not ours."""

import json
import tomllib
from pathlib import Path

import jsonschema
import pytest

from steady.cli import DONE, main
from steady.store.exercise_file import BadFile, decode

ROOT = Path(__file__).parents[2]
FILE = ROOT / "exercises" / "exercise.schema.json"

HEAD = 'format = 1\nkind = "{kind}"\ntitle = "A title"\nsummary = "A line."\ngroup = "settle"\nminutes = 4\n'
BREATH = HEAD.format(kind="breathing")
IN, OUT = '{ do = "in", seconds = 4, to = 1 }', '{ do = "out", seconds = 6, to = 0 }'
SCRIPT = HEAD.format(kind="script")


def breath(*phases: str, more: str = "") -> str:
    return f"{BREATH}{more}\nphases = [{', '.join(phases)}]\n"


def script(step: str) -> str:
    return f"{SCRIPT}steps = [{{ {step} }}]\n"


@pytest.fixture(scope="module")
def validator():
    schema = json.loads(FILE.read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def test_the_file_is_what_the_command_prints(capsys):
    assert main(["schema"]) == DONE
    assert capsys.readouterr().out == FILE.read_text(encoding="utf-8")


def test_every_exercise_that_ships_keeps_the_schema(validator, exercise_file):
    validator.validate(tomllib.loads(exercise_file.read_text(encoding="utf-8")))


@pytest.mark.parametrize("kind", ["breathing", "grounding", "script"])
def test_every_file_to_start_from_keeps_the_schema(validator, kind):
    start = (ROOT / "assets" / "new" / f"{kind}.toml").read_text(encoding="utf-8")
    validator.validate(tomllib.loads(start))


def test_the_files_that_the_bad_ones_are_made_from_are_good(validator):
    for text in (breath(IN, OUT), script('do = "say", say = "Hello."')):
        decode(text.encode())
        validator.validate(tomllib.loads(text))


HOLD = '{ do = "hold", seconds = 4 }'
FACTS = 'do = "facts", say = "What do you know?", boxes = [{ id = "fact", label = "Fact" }]'


@pytest.mark.parametrize(
    "text",
    [
        "",
        "format = 2",
        breath(IN, OUT).replace("format = 1", "format = 2"),
        breath(IN, OUT).replace('"breathing"', '"breating"'),
        breath(IN, OUT).replace("A title", "long " * 20),
        breath(IN, OUT).replace("A title", "  "),
        breath(IN, OUT).replace("A title", r"A\ntitle"),
        breath(IN, OUT).replace("A line.", r"A \u202e line."),
        breath(IN, OUT).replace("A line.", r"A \u001b line."),
        breath(IN, OUT).replace("minutes = 4", "minutes = 0"),
        breath(IN, OUT).replace("minutes = 4", "minuets = 4"),
        breath(IN, OUT).replace('"settle"', '"setle"'),
        breath(IN),
        breath(*[IN] * 9),
        breath(OUT, IN),
        breath(IN, IN),
        breath(IN, '{ do = "out", seconds = 60, to = 0 }'),
        breath(IN, '{ do = "out", seconds = 6 }'),
        breath(IN, '{ do = "out", seconds = 6, to = 0, optional = true }'),
        breath(IN, HOLD, OUT),
        breath(IN, '{ do = "hold", seconds = 11 }', OUT, more='cautions = ["holds"]'),
        breath(IN, '{ do = "hold", seconds = 4, to = 1 }', OUT, more='cautions = ["holds"]'),
        breath(IN, HOLD, OUT, more='cautions = ["holds"]\npace = { start = { in = 3, out = 4 } }'),
        breath(IN, OUT, more="cycles = 3"),
        breath(IN, OUT, more='cycles = 9\nthen = "rest"'),
        breath(IN, OUT, more='cautions = ["hold"]'),
        breath(IN, OUT, more='evidence = { note = "No grade." }'),
        SCRIPT,
        SCRIPT + "steps = []",
        script('do = "say"'),
        script('do = "say", say = ""'),
        script('do = "sing", say = "La."'),
        script(FACTS),
        script(FACTS + ', guard = " "'),
        script('do = "name", say = "Find some.", count = 16'),
    ],
)
def test_what_steady_refuses_the_schema_refuses(validator, text):
    with pytest.raises(BadFile):
        decode(text.encode())
    assert not validator.is_valid(tomllib.loads(text))


@pytest.mark.parametrize(
    "text",
    [
        breath(IN, HOLD, OUT, more='cautions = ["holds"]'),
        breath(IN, '{ do = "hold", seconds = 1 }', OUT),
        breath(IN, OUT, more="pace = { start = { in = 3, out = 4 } }"),
        breath(IN, OUT, more='cycles = 3\nthen = "rest"'),
        breath(IN, '{ do = "hold", seconds = 4, optional = true }', OUT, more='cautions = ["holds"]'),
        script(FACTS + ', guard = "If someone hurts you, that is not a story."'),
    ],
)
def test_what_steady_takes_the_schema_takes(validator, text):
    decode(text.encode())
    validator.validate(tomllib.loads(text))
