"""What can be asked about forms on the command line."""

import argparse
from pathlib import Path
from typing import Any


def add_form_commands(
    commands: Any, common: argparse.ArgumentParser, again: argparse.ArgumentParser
) -> None:
    """Add the commands to a parser's subparsers; `again` is what a word behind one takes."""
    forms = commands.add_parser("forms", parents=[common], help="every form and service")
    doing = forms.add_subparsers(dest="doing", metavar="check")
    check = doing.add_parser("check", parents=[again], help="what is not right in a folder")
    check.add_argument("folder", type=Path, metavar="FOLDER")
    fill = commands.add_parser("fill", parents=[common], help="fill in a form from answers")
    fill.add_argument("form", metavar="FORM")
    fill.add_argument("--answers", type=Path, required=True, metavar="FILE")
    fill.add_argument("--out", type=Path, required=True, metavar="DIR")
    fill.add_argument("--service", action="append", default=[], metavar="ID")
    fill.add_argument("--case", default="", metavar="NUMBER", help="fill in what is known of it")
    fill.add_argument(
        "--from", dest="source", type=Path, metavar="SOURCE", help="an export folder or a mapping"
    )
