"""The catalogue's tables, and the numbered steps that make an older one newer.

The catalogue is a cache: a step may simply have files read again.
"""

from collections.abc import Sequence
from typing import Final
from uuid import uuid4

from sqlalchemy import (
    Boolean,
    Column,
    Connection,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    text,
)

from librarian.domain.errors import LibrarianError

METADATA: Final = MetaData()

FILES: Final = Table(
    "files",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("path", String, nullable=False, unique=True),
    Column("key", String, nullable=False),
    Column("folder", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("modified", Integer, nullable=False),
    Column("online_only", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("why", String, nullable=False),
    Column("since", Integer, nullable=False),
    Column("seen", Integer, nullable=False),
    Column("settled", Boolean, nullable=False),
    Column("dirty", Boolean, nullable=False),
    Index("files_by_key", "key"),
    Index("files_by_folder", "folder", "state", "since"),
    Index("files_by_since", "since"),
    Index("files_waiting", "settled", sqlite_where=text("settled = 0")),
    Index("files_dirty", "dirty", sqlite_where=text("dirty = 1")),
)

READINGS: Final = Table(
    "readings",
    METADATA,
    Column("file", ForeignKey("files.id", ondelete="CASCADE"), primary_key=True),
    Column("sha256", String, nullable=False, index=True),
    Column("canonical", String, nullable=False, index=True),
    Column("media_type", String, nullable=False),
    Column("words", Integer, nullable=False),
    Column("properties", String, nullable=False),
    Column("attachments", String, nullable=False),
    Column("warnings", String, nullable=False),
    Column("sketch", LargeBinary, nullable=False),
    Column("stated", String, nullable=False, server_default="{}"),
    Column("wording", String, nullable=False, server_default=""),
    Column("personal", String, nullable=False),
    Column("facets", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("extractor", String, nullable=False),
    Column("revision", Integer, nullable=False),
)

IDENTITY: Final = Table("identity", METADATA, Column("value", String, nullable=False))
"""A random word that an index made from this catalogue remembers."""

SCANS: Final = Table("scans", METADATA, Column("finished", Integer, nullable=False))

STEPS: Final[Sequence[str]] = (
    "ALTER TABLE readings ADD COLUMN stated VARCHAR DEFAULT '{}' NOT NULL",  # what files say
    "ALTER TABLE readings ADD COLUMN wording VARCHAR DEFAULT '' NOT NULL",
    "DROP INDEX IF EXISTS files_by_folder",
    "CREATE INDEX files_by_folder ON files (folder, state, since)",  # counted without the rows
)
"""Statements that bring version N (counted from 1) to N + 1; METADATA is the newest."""


def migrate(connection: Connection) -> None:
    """Create the tables, or apply the steps that an older catalogue lacks.

    Raises LibrarianError where a newer Librarian made this catalogue.
    """
    newest = len(STEPS) + 1
    version = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
    if version > newest:
        raise LibrarianError(
            "This computer's list of files was made by a newer Librarian.", "Update Librarian."
        )
    if version == 0:
        METADATA.create_all(connection)
        connection.execute(IDENTITY.insert().values(value=uuid4().hex))
    for step in STEPS[version - 1 :] if version else ():
        connection.exec_driver_sql(step)
    if version < newest:  # opening writes nothing otherwise: it waits for no writer, nor for room
        connection.exec_driver_sql(f"PRAGMA user_version = {newest}")
