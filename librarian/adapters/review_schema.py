"""The tables of reviews, beside the catalogue's: a cache like these.

Triggers note each file that changes, so that nobody has to compare all files to find the few.
"""

from typing import Final

from sqlalchemy import Connection

_NOTE: Final = (
    "DELETE FROM review_due WHERE file = {0}; INSERT INTO review_due (file) VALUES ({0});"
)
"""Two steps: a trigger's own OR REPLACE gives way to how the statement that set it off was put."""
_NEW, _OLD = _NOTE.format("new.id"), _NOTE.format("old.id")
_NEW_FILE, _OLD_FILE = _NOTE.format("new.file"), _NOTE.format("old.file")
_STATEMENTS: Final = f"""
CREATE TABLE IF NOT EXISTS review_state (stamp TEXT NOT NULL);

CREATE TABLE IF NOT EXISTS review_due (
    number INTEGER PRIMARY KEY AUTOINCREMENT, file INTEGER UNIQUE NOT NULL
);

CREATE TABLE IF NOT EXISTS review_seen (
    file INTEGER PRIMARY KEY, path TEXT NOT NULL, content TEXT NOT NULL, family TEXT NOT NULL
);

CREATE TABLE IF NOT EXISTS review_documents (
    id TEXT PRIMARY KEY, path TEXT NOT NULL, sum TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS review_findings (
    id TEXT PRIMARY KEY, code TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
    message TEXT NOT NULL, severity TEXT NOT NULL, proposed TEXT NOT NULL, since INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE IF NOT EXISTS review_leftovers (
    path TEXT PRIMARY KEY, kind TEXT NOT NULL, size INTEGER NOT NULL, modified INTEGER NOT NULL
) WITHOUT ROWID;

CREATE INDEX IF NOT EXISTS review_findings_by_subject ON review_findings (subject);

CREATE TRIGGER IF NOT EXISTS review_of_new AFTER INSERT ON files BEGIN {_NEW} END;

CREATE TRIGGER IF NOT EXISTS review_of_changed
AFTER UPDATE OF path, state, size, modified, settled ON files
WHEN new.path <> old.path OR new.state <> old.state OR new.size <> old.size
    OR new.modified <> old.modified OR new.settled <> old.settled
BEGIN {_NEW} END;

CREATE TRIGGER IF NOT EXISTS review_of_gone AFTER DELETE ON files BEGIN {_OLD} END;

CREATE TRIGGER IF NOT EXISTS review_of_read AFTER INSERT ON readings
BEGIN {_NEW_FILE} END;

CREATE TRIGGER IF NOT EXISTS review_of_placed AFTER INSERT ON lineage_places
BEGIN {_NEW_FILE} END;

CREATE TRIGGER IF NOT EXISTS review_of_displaced AFTER DELETE ON lineage_places
BEGIN {_OLD_FILE} END;
"""


def get_ready(connection: Connection) -> None:
    """Create what reviews need in a catalogue that has its own tables and those of lineages."""
    for statement in _STATEMENTS.strip().split("\n\n"):
        connection.exec_driver_sql(statement)
