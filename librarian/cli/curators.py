"""The command `curators`: who looks after a drive, and changing that."""

import argparse
from pathlib import Path

from librarian.application.curators import Appointments
from librarian.bootstrap import LocalDesk
from librarian.domain.clocks import moment
from librarian.domain.curators import Curators


def curators(desk: LocalDesk, root: Path, arguments: argparse.Namespace) -> dict[str, object]:
    """Carry out `curators` and return who looks after the drive then."""
    with desk.ledger(root) as ledger:
        appointments = Appointments(ledger)
        if arguments.doing == "add":
            named = appointments.add(arguments.name)
        elif arguments.doing == "remove":
            named = appointments.remove(arguments.name)
        elif arguments.doing == "take-over":
            named = appointments.take_over(arguments.because)
        else:
            named = appointments.current()
        return {
            "curators": list(named.names),
            "you": ledger.who,
            "questions": list(ledger.questions()),
            "taken_over": _taken_over(named),
            "refused": [
                {"what": f"{each.entry.who}: {each.why}", "where": each.entry.id}
                for each in named.refused
            ],
        }


def _taken_over(named: Curators) -> list[dict[str, str]]:
    return [
        {
            "who": each.who,
            "because": each.because,
            "on": moment(each.stamp.milliseconds * 1_000_000).isoformat(),
        }
        for each in named.take_overs
    ]
