"""What can be asked about minutes on the command line."""

import argparse
from pathlib import Path
from typing import Any


def add_minute_commands(
    commands: Any, common: argparse.ArgumentParser, again: argparse.ArgumentParser
) -> None:
    """Add the command to a parser's subparsers; `again` is what a word behind it takes."""
    minutes = commands.add_parser("minutes", parents=[common], help="core group minutes")
    doing = minutes.add_subparsers(
        dest="doing",
        metavar="begin|write|pack|read|check|finish|share|comment|confirm|reopen|issue|history|purge",
    )
    begin = doing.add_parser("begin", parents=[again], help="begin the next meeting of a case")
    begin.add_argument("case", metavar="CASE")
    for name, what in (
        ("write", "put answers into the minutes"),
        ("pack", "make a pack for Word and paper"),
        ("read", "read a pack that came back"),
        ("check", "what may be made clearer, and the next dates"),
        ("finish", "make the page of actions"),
        ("share", "keep them in the team's folder too, for a colleague to carry on"),
        ("comment", "prepare a message to the minute-taker, with the pack"),
        ("reopen", "make confirmed minutes a draft again"),
        ("confirm", "the social worker confirms"),
        ("issue", "make everybody's copies"),
    ):
        word = doing.add_parser(name, parents=[again], help=what)
        word.add_argument("meeting", metavar="MEETING")
        if name in ("pack", "finish", "issue"):
            word.add_argument("--out", type=Path, required=True, metavar="DIR")
        if name == "write":
            word.add_argument("--answers", type=Path, required=True, metavar="FILE")
        if name == "comment":
            word.add_argument("words", metavar="WORDS", help="what should be changed")
        if name == "read":
            word.add_argument("file", type=Path, metavar="FILE")
        if name == "confirm":
            word.add_argument("--by", required=True, metavar="NAME")
            word.add_argument("--withhold", action="append", default=[], metavar="PART=NAME")
    history = doing.add_parser("history", parents=[again], help="what became of each action")
    history.add_argument("case", metavar="CASE")
    doing.add_parser("purge", parents=[again], help="delete what was kept long enough")
