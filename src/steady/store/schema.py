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
)
"""The statements that lead from the version that is their index to the next one."""

VERSION = len(MIGRATIONS)

EXPORTED = (
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
)
"""The columns of a session that an export has, in order. Scripts rely on these names."""
