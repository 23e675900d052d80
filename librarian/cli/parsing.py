"""What can be asked on the command line."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from platformdirs import user_data_path

from librarian import VERSION
from librarian.cli.charter_parsing import add_charter_commands
from librarian.cli.forms_parsing import add_form_commands
from librarian.cli.minutes_parsing import add_minute_commands
from librarian.cli.opening import Opening, Sample
from librarian.cli.plans_parsing import add_plan_commands
from librarian.cli.referrals_parsing import add_referral_commands
from librarian.cli.rules_parsing import add_rule_commands
from librarian.cli.team_parsing import add_team_command
from librarian.cli.versions_parsing import add_version_commands

_MOST: Final = 1_000_000


def parse(argv: Sequence[str]) -> argparse.Namespace:
    """Return what was asked; the window waits for the parser of no other command."""
    shows = list(argv[:1]) in (["window"], ["demo"])
    return (build_window_parser() if shows else build_parser()).parse_args(argv)


def build_window_parser() -> argparse.ArgumentParser:
    """Return the parser of the commands that show the window."""
    parser = argparse.ArgumentParser(prog="librarian")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_windows(commands, _common())
    return parser


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of every command."""
    parser = argparse.ArgumentParser(
        prog="librarian", description="Finds the current form on your team's shared drive."
    )
    parser.add_argument("--version", action="version", version=f"Librarian {VERSION}")
    common = _common()
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    _add_windows(commands, common)
    adopt = commands.add_parser("adopt", parents=[common], help="look after a drive")
    adopt.add_argument("folder", type=Path, metavar="DIR")
    which = adopt.add_mutually_exclusive_group(required=True)
    which.add_argument("--name", default="", metavar="DRIVE-NAME")
    which.add_argument("--trust", action="store_true", help="its mark is another now, rightly")
    adopt.add_argument("--keeper", default="", metavar="NAME", help="a second person, by account")
    scan = commands.add_parser("scan", parents=[common], help="look at the whole drive")
    scan.add_argument(
        "--accept-losses",
        action="store_true",
        help="believe it when very many files are gone at once",
    )
    _add_find(commands.add_parser("find", parents=[common], help="search"))
    commands.add_parser("documents", parents=[common], help="every document and its versions")
    show = commands.add_parser("show", parents=[common], help="the facts of one file")
    show.add_argument("path", metavar="PATH")
    _add_curators(commands.add_parser("curators", parents=[common], help="who looks after it"))
    ledger = commands.add_parser("ledger", parents=[common], help="what is on record")
    checking = ledger.add_subparsers(dest="doing", metavar="verify")
    checking.add_parser("verify", parents=[_again()], help="check it all; bring back what is lost")
    add_version_commands(commands, common)
    add_charter_commands(commands, common, _again())
    add_plan_commands(commands, common)
    add_team_command(commands, common, _again())
    add_form_commands(commands, common, _again())
    add_referral_commands(commands, common, _again())
    add_rule_commands(commands, common, _again())
    add_minute_commands(commands, common, _again())
    return parser


def opening(arguments: argparse.Namespace) -> Opening:
    """Return what the window is to be opened on."""
    is_demo = arguments.command == "demo"
    return Opening(
        home=arguments.home,
        drive=arguments.drive,
        sample=Sample(arguments.at, arguments.seed) if is_demo else None,
        shots=arguments.shots or (None if has_display() else arguments.home / "screenshots"),
    )


def has_display() -> bool:
    """Tell whether a window can be seen here."""
    if os.environ.get("QT_QPA_PLATFORM") in ("offscreen", "minimal"):
        return False
    screens = (os.environ.get("DISPLAY"), os.environ.get("WAYLAND_DISPLAY"))
    return sys.platform != "linux" or any(screens)


def _add_windows(
    commands: argparse._SubParsersAction[argparse.ArgumentParser], common: argparse.ArgumentParser
) -> None:
    window = commands.add_parser("window", parents=[common], help="open the window")
    window.add_argument("--shots", type=Path, metavar="DIR", help="save pictures there and end")
    _add_demo(commands.add_parser("demo", parents=[common], help="try it on a sample drive"))


def _common() -> argparse.ArgumentParser:
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--drive", type=Path, metavar="DIR", help="default: the one last used")
    common.add_argument(
        "--home",
        type=Path,
        metavar="DIR",
        default=user_data_path("Librarian", appauthor=False),
        help="where Librarian keeps what is yours on this computer",
    )
    common.add_argument("--json", action="store_true", help="one JSON document on stdout")
    return common


def _again() -> argparse.ArgumentParser:
    """What every command takes, for a word behind a command; what is not given changes nothing."""
    again = argparse.ArgumentParser(add_help=False, argument_default=argparse.SUPPRESS)
    again.add_argument("--drive", type=Path, metavar="DIR")
    again.add_argument("--home", type=Path, metavar="DIR")
    again.add_argument("--json", action="store_true", default=argparse.SUPPRESS)
    return again


def _add_curators(curators: argparse.ArgumentParser) -> None:
    doing = curators.add_subparsers(dest="doing", metavar="add|remove|take-over")
    for name, what in (("add", "name somebody"), ("remove", "remove somebody")):
        word = doing.add_parser(name, parents=[_again()], help=what)
        word.add_argument("name", metavar="NAME", help="the account the person signs in with")
    take_over = doing.add_parser("take-over", parents=[_again()], help="when all others are gone")
    take_over.add_argument("--because", required=True, metavar="TEXT", help="everybody sees it")


def _add_demo(demo: argparse.ArgumentParser) -> None:
    demo.add_argument("--at", type=Path, metavar="DIR", help="where to make the sample drive")
    demo.add_argument(
        "--seed", type=int, default=1, metavar="N", help="another seed, another drive"
    )
    demo.add_argument("--no-window", dest="window", action="store_false")
    demo.add_argument("--shots", type=Path, metavar="DIR", help="save pictures there and end")


def _add_find(find: argparse.ArgumentParser) -> None:
    find.add_argument("query", metavar="QUERY")
    find.add_argument("--limit", type=_count, default=20, metavar="N")
    find.add_argument("--all-versions", action="store_true", help="older versions too")
    find.add_argument("--explain", action="store_true", help="why each has its place")


def _count(text: str) -> int:
    """Return how many are wished for; more than anybody reads is as many as there are."""
    wished = int(text)
    if wished < 0:
        raise argparse.ArgumentTypeError("no less than none can be shown")
    return min(wished, _MOST)
