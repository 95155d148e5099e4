"""Which languages a person reads, as the system says. English is what exercises are written in, and needs no more."""

from collections.abc import Mapping, Sequence

from steady.store.exercise_names import LANGUAGE

VARIABLES = ("LC_ALL", "LC_MESSAGES", "LANG")
"""The first of these that is set is the language, as gettext has it."""


def languages(environ: Mapping[str, str]) -> Sequence[str]:
    """Return the languages to look for, the best first: ("pt-BR", "pt"). None where English is read as well."""
    said = next((environ[name] for name in VARIABLES if environ.get(name)), "")
    if said.partition(".")[0] in ("", "C", "POSIX"):
        return ()
    found: list[str] = []
    for one in (environ.get("LANGUAGE") or said).split(":"):
        tag = one.partition(".")[0].partition("@")[0].replace("_", "-")
        language = tag.partition("-")[0]
        if language == "en":
            break
        found += [name for name in (tag, language) if LANGUAGE.fullmatch(name)]
    return tuple(dict.fromkeys(found))
