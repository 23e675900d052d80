"""What can be asked about the drive's rules on the command line."""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path


def add_rule_commands(
    commands: argparse._SubParsersAction[argparse.ArgumentParser],
    common: argparse.ArgumentParser,
    again: argparse.ArgumentParser,
) -> None:
    """Add principles, review and waive."""
    principles = commands.add_parser("principles", parents=[common], help="the drive's rules")
    principles.set_defaults(as_file=False, pdf=None)
    doing = principles.add_subparsers(dest="doing", metavar="show|check|publish")
    shown = doing.add_parser("show", parents=[again], help="each rule, and how the drive stands")
    shown.add_argument("--as-file", action="store_true", help="a file of rules to begin with")
    shown.add_argument("--pdf", type=Path, metavar="FILE", help="one page to print")
    check = doing.add_parser("check", parents=[again], help="what is wrong, what would change")
    publish = doing.add_parser("publish", parents=[again], help="put rules in force")
    for each in (check, publish):
        each.add_argument("folder", type=Path, nargs="?", metavar="FOLDER")
    publish.add_argument("--note", default="", metavar="TEXT", help="everybody can read it")
    review = commands.add_parser("review", parents=[common], help="what needs a look")
    review.add_argument("--waived", action="store_true", help="what is left for a while too")
    waive = commands.add_parser("waive", parents=[common], help="leave something for a while")
    waive.add_argument("finding", metavar="FINDING", help="its number, as review tells it")
    waive.add_argument("--because", default="", metavar="TEXT", help="everybody can read it")
    ending = waive.add_mutually_exclusive_group(required=True)
    ending.add_argument("--until", type=_day, metavar="DATE", help="2026-12-31")
    ending.add_argument("--end", action="store_true", help="leave it no longer")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError("write the day as 2026-12-31") from error
