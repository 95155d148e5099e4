"""A sentence for each chart: what it shows, or what would grow there."""

from steady.core.progress.facts import Facts, Totals
from steady.core.progress.hours import moments, most_common_part
from steady.core.progress.pairs import Summary, pairs_counted, summary
from steady.core.progress.runs import Run
from steady.texts import N_, Text, say
from steady.texts.announce import spoken
from steady.texts.progress_charts import number_words, pairs_words


class DaysText(Text):
    """Days with practice."""

    NONE = N_("Each day with practice gets a square here. There is no hurry.")
    ONE = N_("One day with practice so far.")
    ONE_DAY = N_("{practices} practices on one day so far.")
    MANY = N_("{practices} practices on {days} days so far. Gaps are part of it.")


class RunsText(Text):
    """Calm runs."""

    NONE = N_("Days in a row will stand here as a bar. Rest belongs to it.")
    PRESENT_ONE = N_("Present run: one day with practice.")
    PRESENT = N_("Present run: {days} days with practice.")
    PRESENT_REST = N_("Present run: {days} days with practice, and one of rest.")
    PRESENT_RESTS = N_("Present run: {days} days with practice, and {rests} of rest.")
    LONGEST_ONE = N_("Longest run: one day.")
    LONGEST = N_("Longest run: {days} days with practice.")
    REST = N_("Up to two days of rest a week are part of a run.")


class PairsText(Text):
    """Before and after."""

    NONE = N_("Where you rate before and after, the two stand here side by side. Rating is optional.")
    ASK_BEFORE = N_("Settings has a switch for the question before.")
    FEW = N_("{pairs} so far. From five on, the middle one is named here.")
    MIDDLE = N_("In {pairs}, the middle rating was {before} before and {after} after.")
    RANGES = N_("Before: {before_low} to {before_high}. After: {after_low} to {after_high}.")
    RATED = N_("{rated} of {practices} practices have an after-rating.")
    RATED_ONE = N_("1 of {practices} practices has an after-rating.")
    RATED_ONLY = N_("That one practice has an after-rating.")
    NEWEST = N_("The newest {count} are drawn.")


class UsedText(Text):
    """What was used."""

    NONE = N_("From eight pairs on, an exercise or a trigger gets a line here.")
    SHOWN = N_("In what you logged: the middle rating before and after. From eight pairs on.")
    EXERCISES = N_("Exercises")
    TRIGGERS = N_("Triggers")


class SignsText(Text):
    """Six signs."""

    NONE = N_("Six short lines about your week can grow here. Each one can be skipped.")
    ONE = N_("Your own answers for one week. Not a validated test.")
    MANY = N_("Your own answers over {weeks} weeks. Not a validated test.")
    DRAWN = N_("Low is “not at all”, high is “very much”.")


class HoursText(Text):
    """When hard moments came."""

    NONE = N_("When you name a trigger, or rate 7 or more, its hour gets a dot here.")
    ONE = N_("One moment so far, rated 7 or more or with a trigger.")
    MANY = N_("{count} moments, rated 7 or more or with a trigger.")
    PART_0 = N_("They came most often at night.")
    PART_6 = N_("They came most often in the morning.")
    PART_12 = N_("They came most often in the afternoon.")
    PART_18 = N_("They came most often in the evening.")


class CountedText(Text):
    """What is counted because it is part of getting steadier."""

    PAUSED = N_("Paused before acting: {count}")
    NAMED = N_("Triggers named: {count}")
    REACHED = N_("People reached: {count}")
    MORE = N_("All of these only ever add up.")


def days_sentence(facts: Facts) -> str:
    """Return what the calendar shows."""
    days = len(facts.days)
    if days == 0:
        return say(DaysText.NONE)
    if facts.totals.practices == 1:
        return say(DaysText.ONE)
    text = DaysText.ONE_DAY if days == 1 else DaysText.MANY
    return say(text, practices=facts.totals.practices, days=days)


def runs_sentence(present: Run | None, longest: Run | None) -> str:
    """Return the present run and the longest. That there is none at present goes without saying."""
    if longest is None:
        return say(RunsText.NONE)
    parts = []
    if present is not None:
        rests = len(present.rests)
        many = (RunsText.PRESENT, RunsText.PRESENT_REST, RunsText.PRESENT_RESTS)[min(rests, 2)]
        text = RunsText.PRESENT_ONE if present.practised == 1 else many
        parts.append(say(text, days=present.practised, rests=rests))
    one = longest.practised == 1
    parts.append(say(RunsText.LONGEST_ONE if one else RunsText.LONGEST, days=longest.practised))
    return spoken([*parts, say(RunsText.REST)])


def pairs_sentence(facts: Facts) -> str:
    """Return what the pairs come to, how many there are, and how many practices have an after-rating."""
    n, made, rated = pairs_counted(facts.by_exercise), summary(facts.by_exercise), _rated_words(facts)
    if n == 0:
        asked = say(PairsText.ASK_BEFORE)
        return spoken([say(PairsText.NONE), asked, rated if facts.rated_after else ""])
    if made is None:
        return spoken([say(PairsText.FEW, pairs=pairs_words(n)), rated])
    newest = say(PairsText.NEWEST, count=len(facts.pairs)) if len(facts.pairs) < n else ""
    return spoken([*summary_sentences(made), rated, newest])


def _rated_words(facts: Facts) -> str:
    text = PairsText.RATED
    if facts.rated_after == 1:
        text = PairsText.RATED_ONLY if facts.practices == 1 else PairsText.RATED_ONE
    return say(text, rated=facts.rated_after, practices=facts.practices)


def summary_sentences(made: Summary) -> list[str]:
    """Return the median of pairs, their number and their ranges."""
    before, after = number_words(made.before.median), number_words(made.after.median)
    ranges = {
        "before_low": made.before.low,
        "before_high": made.before.high,
        "after_low": made.after.low,
        "after_high": made.after.high,
    }
    return [
        say(PairsText.MIDDLE, pairs=pairs_words(made.n), before=before, after=after),
        say(PairsText.RANGES, **ranges),
    ]


def signs_sentence(weeks: int) -> str:
    """Return what the six lines show."""
    if weeks == 0:
        return say(SignsText.NONE)
    return say(SignsText.ONE) if weeks == 1 else say(SignsText.MANY, weeks=weeks)


def hours_sentence(facts: Facts) -> str:
    """Return how many hard moments there were, and the part of the day with the most where one stands out."""
    count = moments(facts.hours)
    if count == 0:
        return say(HoursText.NONE)
    part = most_common_part(facts.hours)
    parts = [say(HoursText.ONE) if count == 1 else say(HoursText.MANY, count=count)]
    return spoken([*parts, "" if part is None else say(HoursText[f"PART_{part}"])])


def counted_lines(totals: Totals) -> list[str]:
    """Return the counts that only ever add up."""
    return [
        say(CountedText.PAUSED, count=totals.paused),
        say(CountedText.NAMED, count=totals.triggers_named),
        say(CountedText.REACHED, count=totals.reached),
    ]


def counted_so_far(totals: Totals) -> list[str]:
    """Return those of the counts that have begun: a nought says nothing that helps."""
    counts = (totals.paused, totals.triggers_named, totals.reached)
    return [line for line, count in zip(counted_lines(totals), counts, strict=True) if count]
