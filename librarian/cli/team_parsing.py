"""What can be asked about forms in the team's working folder."""

import argparse
from pathlib import Path
from typing import Any


def add_team_command(
    commands: Any, common: argparse.ArgumentParser, again: argparse.ArgumentParser
) -> None:
    """Add the command to a parser's subparsers; `again` is what a word behind it takes."""
    parser = commands.add_parser("team", parents=[common], help="forms in the working folder")
    doing = parser.add_subparsers(dest="doing", metavar="folder|look|write|request|log|page")
    folder = doing.add_parser("folder", parents=[again], help="choose the team's working folder")
    folder.add_argument("folder", type=Path, metavar="DIR")
    for name, what in (("look", "the whole of a form"), ("write", "keep one's own part")):
        word = doing.add_parser(name, parents=[again], help=what)
        word.add_argument("form", metavar="FORM")
        word.add_argument("case", metavar="NUMBER")
        if name == "write":
            word.add_argument("--party", required=True, metavar="ID", help="for whom you write")
            word.add_argument("--answers", type=Path, required=True, metavar="FILE")
            word.add_argument("--done", action="store_true")
    request = doing.add_parser("request", parents=[again], help="meeting requests of a case")
    request.add_argument("case", metavar="NUMBER")
    request.add_argument("--answers", type=Path, metavar="FILE", help="keep this one")
    request.add_argument("--repeat", action="store_true", help="what the next one begins with")
    log = doing.add_parser("log", parents=[again], help="what a meeting brought")
    log.add_argument("--answers", type=Path, required=True, metavar="FILE")
    page = doing.add_parser("page", parents=[again], help="what meetings brought, for the team")
    page.add_argument("--month", default="", metavar="2026-05")
