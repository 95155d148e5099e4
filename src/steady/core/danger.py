"""Whether words typed in a hurry speak of danger: to one's own life, or from someone else.

They are looked at and forgotten. A miss costs nothing, as Support is one press from everywhere all the same; a word too
many costs one gentle sentence. So it errs on the side of hearing danger. English only.
"""

import re

_ENDING_ONE_S_LIFE = (
    r"su[ic]+[iu]?d\w*|overdos\w*|self ?harm\w*",
    r"(want|wanna|going|gonna|ready|rather|wish i could|better) (to |be )*(die|dead|disappear forever)",
    r"(kill|hurt|harm|cut|end)(t?ing)? (myself|my life|it all|themsel(f|ves)|himself|herself)",
    r"no reason to live|better off without me|not be here any ?more|wish i (was|were) dead|cant go on",
    r"dont want to (live|be alive|be here|wake up)|want it all to end",
)
_BEING_HARMED = (
    r"(hits?|hitting|beats?|beating|slap\w*|punch\w*|kick(ed|s)?|chok\w*|strangl\w*|push(ed|es)?|shov\w*) (me|us)",
    r"(threat\w*|stalk\w*|rap(e|ed)|forc(es|ed|ing)|attack(ed|s)?|grab(s|bed)?) (me|us)",
    r"(hurts?|hits?|grab(s|bed)?|push(es|ed)?|twist(s|ed)?) my (child|kids?|son|daughter|arm|throat|neck|hair)",
    r"(he|she|they|theyre|hes|shes|partner|ex|someone) (is |are |keeps? )?hurt(s|ing)? me",
    r"(he|she|they|partner|ex) (hits?|beats?|chokes?|threatens?|threatened|stalks?|abuses?|rapes?|raped)",
    r"(scared|afraid|frightened|terrified) of (him|her|them|my (partner|husband|wife|ex|\w+friend|dad|mum|mom))",
    r"abus(e|ed|es|ive|ing)|violen(t|ce)|raped?|being stalked|controls me|controlling me|locked me in",
    r"(wont|doesnt|not) let me (leave|go|out|see)|not safe|unsafe|in danger|has a (gun|knife)|took my phone",
)
_DANGER = re.compile(rf"\b({'|'.join((*_ENDING_ONE_S_LIFE, *_BEING_HARMED))})\b")


def speaks_of_danger(words: str) -> bool:
    """Whether the words may be about ending one's life, harm to oneself, or someone who harms or threatens."""
    plain = re.sub(r"\W+", " ", words.lower().replace("'", "").replace("’", ""))
    return _DANGER.search(plain) is not None
