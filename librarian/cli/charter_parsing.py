"""What can be asked about the charter on the command line."""

import argparse
from datetime import date, time
from pathlib import Path
from typing import Any


def add_charter_commands(
    commands: Any, common: argparse.ArgumentParser, again: argparse.ArgumentParser
) -> None:
    """Add the command to a parser's subparsers; `again` is what a word behind it takes."""
    charter = commands.add_parser("charter", parents=[common], help="the team's charter")
    doing = charter.add_subparsers(dest="doing", metavar="draft|approve|export|invite")
    draft = doing.add_parser("draft", parents=[again], help="put a new version forward")
    draft.add_argument("--answers", type=Path, required=True, metavar="FILE")
    draft.add_argument("--note", default="", metavar="TEXT", help="what is otherwise, and why")
    approve = doing.add_parser("approve", parents=[again], help="make the draft count")
    approve.add_argument("--note", default="", metavar="TEXT")
    export = doing.add_parser("export", parents=[again], help="pages, cards, calendar hold")
    export.add_argument("out", type=Path, metavar="DIR")
    invite = doing.add_parser("invite", parents=[again], help="should you invite us?")
    invite.add_argument("--meeting", default="", metavar="WORDS", help="part of its name")
    invite.add_argument("--day", type=date.fromisoformat, metavar="DAY", help="2026-03-14")
    invite.add_argument("--at", type=time.fromisoformat, metavar="TIME", help="09:30")
    invite.add_argument("--minutes", type=int, default=60, metavar="N")
    invite.add_argument("--unsafe", action="store_true", help="a child is not safe today")
    invite.add_argument("--note-would-do", action="store_true")
