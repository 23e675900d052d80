"""What can be asked about plans on the command line."""

import argparse
from typing import Any


def add_plan_commands(commands: Any, common: argparse.ArgumentParser) -> None:
    """Add the commands to a parser's subparsers."""
    plan = commands.add_parser("plan", parents=[common], help="what is to be changed, as a plan")
    plan.add_argument(
        "findings", nargs="*", metavar="FINDING", help="default: all that is proposed"
    )
    plan.add_argument(
        "--move", nargs=2, action="append", default=[], metavar=("PATH", "TO"), help="by hand"
    )
    plan.add_argument("--archive", action="append", default=[], metavar="PATH", help="by hand")
    plan.add_argument(
        "--set-aside", nargs=2, action="append", default=[], metavar=("COPY", "KEEPS")
    )
    plan.add_argument("--because", default="", metavar="TEXT", help="why it is archived")
    apply = commands.add_parser("apply", parents=[common], help="make the changes of a plan")
    apply.add_argument("plan", metavar="PLAN")
    undo = commands.add_parser("undo", parents=[common], help="take changes back")
    undo.add_argument("entry", metavar="ENTRY")
    undo.add_argument(
        "--only", action="append", default=[], metavar="PATH", help="this file's changes alone"
    )
    steward = commands.add_parser("steward", parents=[common], help="the automatic check")
    steward.add_argument("--once", action="store_true", help="one round, then end")
    dispose = commands.add_parser(
        "dispose", parents=[common], help="destroy for good what was kept long enough; takes two"
    )
    dispose.add_argument("path", nargs="?", metavar="PATH", help="ask for it; default: what waits")
    dispose.add_argument(
        "--version", default="", metavar="SHA256", help="a replaced version of the document there"
    )
    dispose.add_argument("--because", default="", metavar="TEXT")
    dispose.add_argument("--agree", default="", metavar="ENTRY", help="somebody else asked: agree")
    dispose.add_argument(
        "--keep", default="", metavar="ENTRY", help="keep after all what was asked"
    )
