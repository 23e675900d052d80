"""The command `ledger`: whether the record of what was done is whole."""

import argparse
from pathlib import Path

from librarian.bootstrap import LocalDesk


def ledger(desk: LocalDesk, root: Path, arguments: argparse.Namespace) -> dict[str, object]:
    """Carry out `ledger`; without `verify` it tells only what reading shows."""
    with desk.ledger(root) as kept:
        if arguments.doing == "verify":
            verified = kept.verify()
            count, problems = verified.entries, verified.problems
        else:
            problems = kept.poll().problems
            count = len(kept.entries())
        return {
            "ok": not problems,
            "entries": count,
            "problems": [{"what": each.what, "where": each.where} for each in problems],
        }
