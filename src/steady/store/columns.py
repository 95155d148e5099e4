"""The columns of the log that are exported and joined with another log's, by table, in the order of an export."""

from steady.core.remembered import Words

WORDS = Words.__struct_fields__
"""The columns of a journal entry that hold its words."""
RATINGS = ("before", "early", "after")

SESSIONS = (
    "id",
    "started_at",
    "ended_at",
    "day",
    "tz",
    "exercise",
    "kind",
    "outcome",
    "practised_s",
    "breaths",
    "note",
    "edited_at",
    "app_version",
    *RATINGS,
    "felt",
    "use_again",
    "triggers",
    "pulled_to",
)
"""Scripts rely on these names. What a later version adds comes last, so that a table keeps its columns' places."""

JOURNAL = ("id", "written_at", "day", "tz", "session_id", *WORDS, "triggers", "edited_at", "app_version")
EARLIER = ("entry_id", "edited_at", "words")
CHECKINS = ("id", "week", "answered_at", "day", "tz", "answers", "edited_at", "app_version")
MOMENTS = ("id", "at", "day", "tz", "kind", "session_id", "edited_at", "app_version")
DELETED = ("id", "deleted_at")
DRAFTS = ("exercise", "place", "text", "written_at")

TABLES = ("sessions", "drafts", "journal", "journal_earlier", "checkins", "moments", "deleted")
"""All tables of the log."""


def listed(columns: tuple[str, ...]) -> str:
    """Return columns as SQL lists them: some are words of its own."""
    return ", ".join(f'"{column}"' for column in columns)
