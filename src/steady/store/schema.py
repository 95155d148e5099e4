"""The log's tables, as data: what brings it from each version to the next. Once released, only ever added to."""

APPLICATION_ID = 0x53544459
""""STDY": how a log of Steady's tells itself from any other SQLite file."""

MIGRATIONS: tuple[tuple[str, ...], ...] = (
    (
        # `day` is the local day that was lived at the start; `tz` the zone's name, or its offset where none is known.
        """
        CREATE TABLE sessions (
            id          TEXT PRIMARY KEY NOT NULL,
            started_at  TEXT NOT NULL,
            ended_at    TEXT,
            beat_at     TEXT,
            day         TEXT NOT NULL,
            tz          TEXT NOT NULL,
            exercise    TEXT NOT NULL,
            kind        TEXT NOT NULL,
            outcome     TEXT,
            practised_s REAL NOT NULL,
            breaths     INTEGER,
            note        TEXT,
            edited_at   TEXT NOT NULL,
            app_version TEXT NOT NULL,
            owner       TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        "CREATE INDEX open_sessions ON sessions (owner) WHERE outcome IS NULL",
        """
        CREATE TABLE drafts (
            exercise   TEXT NOT NULL,
            place      TEXT NOT NULL,
            text       TEXT NOT NULL,
            written_at TEXT NOT NULL,
            PRIMARY KEY (exercise, place)
        ) WITHOUT ROWID
        """,
    ),
    (
        # Ratings go from 0 to 10; what was not asked, or was skipped, is null. Tags are JSON arrays of text.
        'ALTER TABLE sessions ADD COLUMN "before" INTEGER',
        "ALTER TABLE sessions ADD COLUMN early INTEGER",
        'ALTER TABLE sessions ADD COLUMN "after" INTEGER',
        "ALTER TABLE sessions ADD COLUMN felt TEXT",
        "ALTER TABLE sessions ADD COLUMN use_again INTEGER",
        "ALTER TABLE sessions ADD COLUMN triggers TEXT NOT NULL DEFAULT '[]'",
        "ALTER TABLE sessions ADD COLUMN pulled_to TEXT NOT NULL DEFAULT '[]'",
        "CREATE INDEX sessions_by_day ON sessions (day)",
        """
        CREATE TABLE journal (
            id          TEXT PRIMARY KEY NOT NULL,
            written_at  TEXT NOT NULL,
            day         TEXT NOT NULL,
            tz          TEXT NOT NULL,
            session_id  TEXT,
            happened    TEXT,
            fact        TEXT,
            story       TEXT,
            body        TEXT,
            urge        TEXT,
            did         TEXT,
            need        TEXT,
            triggers    TEXT NOT NULL DEFAULT '[]',
            edited_at   TEXT NOT NULL,
            app_version TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        # What an entry said before it was edited, as a JSON object of its words. On two machines it may have said two
        # things at one time.
        """
        CREATE TABLE journal_earlier (
            entry_id  TEXT NOT NULL,
            edited_at TEXT NOT NULL,
            words     TEXT NOT NULL,
            PRIMARY KEY (entry_id, edited_at, words)
        ) WITHOUT ROWID
        """,
        # `week` is the Monday it is about; `answers` a JSON array of six: 0 to 4, "none" where it didn't come up, null.
        """
        CREATE TABLE checkins (
            id          TEXT PRIMARY KEY NOT NULL,
            week        TEXT NOT NULL,
            answered_at TEXT NOT NULL,
            day         TEXT NOT NULL,
            tz          TEXT NOT NULL,
            answers     TEXT NOT NULL,
            edited_at   TEXT NOT NULL,
            app_version TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        # What is counted because it is part of recovering: `kind` is paused or reached.
        """
        CREATE TABLE moments (
            id          TEXT PRIMARY KEY NOT NULL,
            at          TEXT NOT NULL,
            day         TEXT NOT NULL,
            tz          TEXT NOT NULL,
            kind        TEXT NOT NULL,
            session_id  TEXT,
            edited_at   TEXT NOT NULL,
            app_version TEXT NOT NULL
        ) WITHOUT ROWID
        """,
        # What was deleted: an id and a time, and nothing of what it said.
        """
        CREATE TABLE deleted (
            id         TEXT PRIMARY KEY NOT NULL,
            deleted_at TEXT NOT NULL
        ) WITHOUT ROWID
        """,
    ),
)
"""The statements that lead from the version that is their index to the next one."""

VERSION = len(MIGRATIONS)
