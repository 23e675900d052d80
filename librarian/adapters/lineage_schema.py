"""The tables of lineages, beside the catalogue's: a cache like these, made again where in doubt.

Triggers note each file that changes, so that nobody has to compare all files to find the few.
"""

from typing import Final

from sqlalchemy import Connection

_STATEMENTS: Final = """
CREATE TABLE IF NOT EXISTS lineage_state (revision INTEGER NOT NULL, since INTEGER NOT NULL);

CREATE TABLE IF NOT EXISTS lineage_due (file INTEGER PRIMARY KEY);

CREATE TABLE IF NOT EXISTS lineage_files (file INTEGER PRIMARY KEY, content INTEGER NOT NULL);

CREATE INDEX IF NOT EXISTS lineage_files_by_content ON lineage_files (content);

CREATE TABLE IF NOT EXISTS lineage_anchors (
    checksum INTEGER, content INTEGER, PRIMARY KEY (checksum, content)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS lineage_titles (
    title TEXT, content INTEGER, PRIMARY KEY (title, content)
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS lineage_filed (
    content INTEGER PRIMARY KEY, anchors BLOB NOT NULL, titles TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS lineage_ties (
    one INTEGER, other INTEGER, tie INTEGER NOT NULL, closeness REAL NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS lineage_ties_by_other ON lineage_ties (other);

CREATE TABLE IF NOT EXISTS lineage_boilerplate (checksum INTEGER PRIMARY KEY);

CREATE TABLE IF NOT EXISTS lineages (
    id TEXT PRIMARY KEY, title TEXT NOT NULL, known TEXT NOT NULL, question TEXT NOT NULL,
    body TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS lineage_places (
    file INTEGER PRIMARY KEY, lineage TEXT NOT NULL, head INTEGER NOT NULL, of INTEGER NOT NULL,
    looks TEXT NOT NULL, label TEXT NOT NULL, why TEXT NOT NULL, place INTEGER NOT NULL
);

CREATE INDEX IF NOT EXISTS lineage_places_by_lineage ON lineage_places (lineage);

CREATE TRIGGER IF NOT EXISTS lineage_of_new AFTER INSERT ON readings
BEGIN INSERT OR IGNORE INTO lineage_due (file) VALUES (new.file); END;

CREATE TRIGGER IF NOT EXISTS lineage_of_moved AFTER UPDATE OF path, state ON files
WHEN new.path <> old.path OR new.state <> old.state
BEGIN INSERT OR IGNORE INTO lineage_due (file) VALUES (new.id); END;

INSERT OR IGNORE INTO lineage_due (file)
SELECT file FROM readings WHERE NOT EXISTS (SELECT 1 FROM lineage_state);

INSERT INTO lineage_state (revision, since)
SELECT 0, 0 WHERE NOT EXISTS (SELECT 1 FROM lineage_state);
"""

DERIVED: Final = (
    "lineage_files",
    "lineage_anchors",
    "lineage_titles",
    "lineage_filed",
    "lineage_ties",
    "lineage_boilerplate",
    "lineage_places",
    "lineages",
)
"""What is worked out, and emptied when everything is worked out anew."""


def get_ready(connection: Connection) -> None:
    """Create what lineages need in a catalogue; every file of an older one is due."""
    for statement in _STATEMENTS.strip().split("\n\n"):
        connection.exec_driver_sql(statement)
