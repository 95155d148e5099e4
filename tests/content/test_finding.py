"""Whoever types what is happening, in a hurry and with mistakes, finds the right words first."""

import re

import pytest
from tests.content.conftest import FILES, read

from steady.core.exercise import Breathing, Entry, Script
from steady.store.search import rank
from steady.texts.soothe import Soothe

ENTRIES = [Entry(file.stem, "bundled", read(file)) for file in FILES]
SCRIPTS = [entry for entry in ENTRIES if isinstance(entry.exercise, Script)]
ON_THE_PAGE = [entry for entry in ENTRIES if not isinstance(entry.exercise, Breathing)]
"""What the page of kind words searches: scripts, and the grounding that may fit better."""

AMONG_SCRIPTS = {
    "no-reply-yet": """
        no reply | no respose | norepy | they havent replied | he hasnt texted back | she hasn't replied in hours
        still waiting for an answer | why wont they text me back | i think im being ghosted | not picking up my calls
        no word since yesterday | havent heard from my friend all day | my mum isnt answering
        i texted my best friend at noon and she still hasnt answered | checking my phone all the time
    """,
    "left-on-read": """
        left on seen | left on read | lefton read | theyre ignoring me | he is ignoring me | blue ticks
        they saw my message | read but no answer | short texts | one word answers | dry texts | she only said ok
        their tone was weird | online but not answering me | he read it two hours ago and nothing
    """,
    "the-plan-changed": """
        they cancelled on me | they canceled on me | he cancelled | she canceled last minute | canceld | cancled plans
        plans fell through | stood up | bailed on me again | they flaked | postponed | my friend cancelled dinner
        changed plans | cant make it tonight | we were supposed to meet and they just cancelled
    """,
    "they-asked-for-space": """
        they want space | she needs space | he asked for space | distant | theyre being distant | pulling away
        my boyfriend is distant | they seem distant lately | they set a boundary | boundary | they said no | a break
        something feels off | acting cold | losing interest in me | they said they need some time to think
    """,
    "after-the-call-time-apart": """
        working late | partner working late | hes working late again | she is still at work | out with friends
        theyre out with their friends | jealous | jelous | im jealous of their friends | time apart | long distance
        miss them | after the call | we just hung up | lonely tonight | not invited | their ex
        my partner hasnt come home yet
    """,
    "quiet-after-a-fight": """
        after a fight | after a figth | we had a fight | argument | arguement | we argued | silent treatment
        theyre mad at me | not speaking to me | stormed out | big fight with my sister
        we had a huge argument and now he wont talk to me
    """,
    "a-hard-date": """
        anniversary | aniversary | my birthday | christmas | christmas alone | valentines day | holidays
        one year since the breakup | mothers day | its the anniversary of our breakup tomorrow
    """,
    "before-i-send-it": """
        urge to text | i want to text them | want to text my ex | about to send a long message | should i text him
        double text | stop me from calling | angry message | i keep calling | want to check their phone | block them
    """,
    "then-and-now": """
        everyone leaves me | childhood | my inner child | feels like when i was little | triggered | old wounds
        fear of abandonment | abandonment | why does this always happen
    """,
    "kind-to-myself": """
        i hate myself | not good enough | its all my fault | ashamed | worthless | im too much | i ruin everything
        nobody loves me | unlovable | im so stupid
    """,
    "say-what-i-need-say-my-limit": """
        how do i say it | say no | cant say no | set boundaries | people pleasing | ask for what i need | my needs
        tell them how i feel
    """,
    "when-theyre-triggered": """
        my partner is panicking | how do i help them | help my friend | keeps asking if i love them | reassure
        they think im leaving | what do i say to her when she panics
    """,
    "my-own-limits": """
        im exhausted | burnt out | walking on eggshells | need a break from them | caring for someone
        guilty for going out | they need therapy | i cant do this anymore
    """,
}
AMONG_ALL = {
    "five-senses": "panic attack | 5 4 3 2 1 | 54321 | grounding | freaking out",
    "where-and-when": "flashback | dissociating | nothing feels real | where am i",
    "feet-and-chair": "shaking | heart racing | restless",
    "name-the-category": "racing thoughts | cant stop thinking | overthinking",
    "something-cool-or-textured": "ice | cold water | so angry",
    "tense-a-little-let-go": "tense | clenched jaw | tight shoulders",
    "slow-taps": "tapping | butterfly hug | pacing up and down",
    "put-it-in-the-jar": "worry | i keep worrying | cant focus",
    "meet-your-breath": "cant breathe | breathe with me | meet your breath",
    "longer-out": "longer exhale | longer out",
    "even-waves": "coherent breathing | even waves",
    "two-to-one": "two to one | 2:1",
    "one-to-three-sighs": "sigh | physiological sigh",
    "hum": "humming | hum",
    "through-a-straw": "straw | pursed lips",
    "box": "box breathing | square breathing",
    "4-7-8-gentle": "478 | 4-7-8",
}
AT_THE_WORST_MINUTE = {
    "no-reply-yet": """
        they didnt text back | they didn't text me back | he hasnt replied in 5 hours | still no answer from them
        cant stop checking my phone | why isnt he answering me | my girlfriend isnt replying | theyre not picking up
        been waiting all day for a text | he hasnt texed me back | shes ghosting me | he forgot to call
        he wont call me back
    """,
    "left-on-read": """
        he left me on read | left me on seen agian | she saw my mesage and didnt reply | he just said ok
        seen it hours ago and said nothing | her texts are so dry lately | they read it and didnt answer
        she read my text at 3 and its 9 now | typing then nothing | hes online
    """,
    "the-plan-changed": """
        my boyfriend cancelled | my bf canceled on me | he cancelled on me agian | she bailed last minute
        they canceled our date | our plans fell thru | he stood me up | my best friend flaked on me | canceled agian
        he missed our call
    """,
    "they-asked-for-space": """
        she needs space | he says he needs time alone | they want a break | hes being really distant
        shes pulling away from me | my partner feels far away | he asked for space and idk what to do
        she wants to be alone | hes acting cold towards me | i feel rejected | she blocked me | why did he unfollow me
    """,
    "after-the-call-time-apart": """
        im alone tonight | im so lonely rn | hes out with his friends | she works late again | i miss him so much
        we just hung up and i feel empty | hes with his ex | jealous of her friends | he went out without me
        hate being alone | they replaced me
    """,
    "quiet-after-a-fight": """
        we had a fight | hes not talking to me | she stormed out | we argued and now silence | hes mad at me
        we had a huge figth | she wont talk to me since our argument | he yelled at me | i yelled at her
        they seem annoyed with me
    """,
    "a-hard-date": """
        its our anniversery | first christmas without her | my birthday and nobody called | valentines day alone
        they forgot my birthday
    """,
    "before-i-send-it": """
        i want to text him so bad | about to send him a paragraph | should i call again | i keep calling him
        i want to message my ex | stop me texting him | call him
    """,
    "then-and-now": """
        everyone always leaves me | i feel like a little kid | my mom left when i was little | abandonment issues
        im scared hes going to leave me | is he going to leave me | dont leave me | im losing him | he left me
    """,
    "kind-to-myself": """
        im so needy | whats wrong with me | i ruined everything | nobody wants me | why am i like this
        im too much for people | he broke up with me | we broke up | she dumped me | its over | i cant stop crying
        no one cares about me | did i do something wrong | they dont love me anymore
    """,
    "say-what-i-need-say-my-limit": """
        how do i tell him what i need | i cant say no to people | how do i set boundaries | they said we need to talk
    """,
    "when-theyre-triggered": """
        what do I say to her when she panics | my girlfriend is having a panic attack | he panics when i go out
        he keeps asking if i still love him | she thinks im leaving her | how can i help my boyfriend
        my partner is spiraling
    """,
    "my-own-limits": """
        im so tired of taking care of him | i cant keep doing this | i need a break from her | shes too much for me
    """,
    "five-senses": "im having a panic attack | panik | im panicking | help | help me | i cant breathe",
    "feet-and-chair": "cant stop shaking | im shaking",
    "where-and-when": "i feel numb | nothing feels real | i feel empty",
    "name-the-category": "my thoughts are racing | cant stop overthinking | im spiraling",
    "tense-a-little-let-go": "i cant sleep | my chest hurts",
}
"""As people type it, mistakes and all, and what is to come first among all that the page of kind words searches."""
DEAREST = {
    "they cancelled on me": "the-plan-changed",
    "they canceled on me": "the-plan-changed",
    "no reply": "no-reply-yet",
    "left on seen": "left-on-read",
    "after a fight": "quiet-after-a-fight",
    "working late": "after-the-call-time-apart",
    "they need space": "they-asked-for-space",
    "anniversary": "a-hard-date",
    "want to text them": "before-i-send-it",
    "everyone leaves": "then-and-now",
    "i hate myself": "kind-to-myself",
}
"""What is found first even with any one letter left out, doubled, or two changed over."""


def each(table: dict[str, str]) -> list[tuple[str, str]]:
    return [
        (typed.strip(), stem)
        for stem, block in table.items()
        for line in block.strip().split("\n")
        for typed in line.split("|")
    ]


def first(typed: str, entries: list[Entry]) -> str | None:
    found = rank(typed, entries)
    return found[0].id if found else None


def mistyped(words: str) -> list[str]:
    """Return the words with every one slip of the fingers."""
    left_out = [words[:at] + words[at + 1 :] for at in range(len(words))]
    doubled = [words[:at] + words[at] + words[at:] for at in range(len(words))]
    changed = [words[:at] + words[at + 1] + words[at] + words[at + 2 :] for at in range(len(words) - 1)]
    return [*left_out, *doubled, *changed]


def test_every_exercise_is_looked_for():
    assert set(AMONG_SCRIPTS) == {entry.id for entry in SCRIPTS}
    assert set(AMONG_SCRIPTS) | set(AMONG_ALL) == {entry.id for entry in ENTRIES}
    assert all(len(block.split("|")) + block.strip().count("\n") >= 7 for block in AMONG_SCRIPTS.values())


@pytest.mark.parametrize(("typed", "stem"), each(AMONG_SCRIPTS))
def test_what_is_happening_finds_the_script_for_it_first(typed: str, stem: str):
    assert first(typed, SCRIPTS) == stem


@pytest.mark.parametrize(("typed", "stem"), [*each(AT_THE_WORST_MINUTE), *each(AMONG_SCRIPTS)])
def test_grounding_beside_the_scripts_takes_the_first_place_only_where_it_fits_best(typed: str, stem: str):
    assert first(typed, ON_THE_PAGE) == stem


@pytest.mark.parametrize(("typed", "stem"), each(AMONG_ALL))
def test_what_is_typed_finds_the_exercise_for_it_first(typed: str, stem: str):
    assert first(typed, ENTRIES) == stem


@pytest.mark.parametrize(("words", "stem"), DEAREST.items())
def test_one_slip_of_the_fingers_changes_nothing(words: str, stem: str):
    assert [typed for typed in mistyped(words) if first(typed, ON_THE_PAGE) != stem] == []


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: entry.id)
def test_an_exercise_is_found_by_its_own_title_and_by_each_of_its_own_names(entry: Entry):
    assert first(entry.exercise.title, ENTRIES) == entry.id
    among = SCRIPTS if entry in SCRIPTS else ENTRIES
    assert [name for name in entry.exercise.synonyms if first(name, among) != entry.id] == []


def test_each_example_that_the_page_itself_gives_finds_a_script_of_its_own():
    examples = re.findall(r"“([^”]+)”", Soothe.EXAMPLES.value)
    assert [first(typed, SCRIPTS) for typed in examples] == ["no-reply-yet", "the-plan-changed", "quiet-after-a-fight"]
