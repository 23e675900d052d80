"""What can be asked about the versions of documents on the command line."""

import argparse
from typing import Any


def add_version_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands to a parser's subparsers."""
    publish = commands.add_parser("publish", parents=[common], help="record a draft")
    _add_act(publish, note_needed=True)
    publish.add_argument("--as", dest="label", default="", metavar="LABEL", help="v0.1, v1.1 DRAFT")
    _add_of(publish)
    approve = commands.add_parser("approve", parents=[common], help="make it the current version")
    _add_act(approve)
    _add_of(approve)
    restore = commands.add_parser("restore", parents=[common], help="make an older one current")
    _add_act(restore)
    restore.add_argument("--version", required=True, metavar="LABEL")
    hold = commands.add_parser("hold", parents=[common], help="keep it as it is")
    _add_act(hold)
    hold.add_argument("--off", action="store_true", help="let it go again")
    archive = commands.add_parser("archive", parents=[common], help="put an older one away")
    _add_act(archive)
    _add_of(archive)
    history = commands.add_parser("history", parents=[common], help="all versions of a document")
    history.add_argument("path", metavar="PATH")
    history.add_argument("--on", default="", metavar="DATE", help="the one in force then")
    compare = commands.add_parser("compare", parents=[common], help="what differs in two files")
    compare.add_argument("one", metavar="A", help="a file, or PATH@LABEL for a recorded version")
    compare.add_argument("other", metavar="B")
    versions = commands.add_parser("versions", parents=[common], help="the version store")
    versions.add_argument("what", choices=["check"], help="read every recorded version again")


def _add_act(parser: argparse.ArgumentParser, *, note_needed: bool = False) -> None:
    parser.add_argument("path", metavar="PATH")
    parser.add_argument("--note", default="", required=note_needed, metavar="TEXT")
    parser.add_argument(
        "--seen", default="", metavar="SHA256", help="what you looked at; another is refused"
    )


def _add_of(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--of", default="", metavar="PATH", help="the document it is a version of, by its file"
    )
