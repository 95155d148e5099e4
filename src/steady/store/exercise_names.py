"""How exercise files are named: `longer-out.toml` is an exercise, `longer-out.es.toml` holds its Spanish words."""

import re

SUFFIX = ".toml"
ID = re.compile(r"\w[\w -]{0,63}")
LANGUAGE = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8}){0,2}")
"""As in `es`, `pt-BR`, `zh-Hant-TW`."""


def overlaid_id(name: str) -> str | None:
    """Return the id of the exercise that a file of that name translates, None where it is no translation."""
    exercise_id, dot, language = name.removesuffix(SUFFIX).rpartition(".")
    if not dot or not ID.fullmatch(exercise_id) or not LANGUAGE.fullmatch(language):
        return None
    return exercise_id
