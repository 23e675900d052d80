"""Puts together what the window asks about documents and about looking after the drive."""

import os
from collections.abc import Callable
from pathlib import Path

from librarian.adapters.catalogue import SqliteCatalogue
from librarian.adapters.drive import FolderDrive
from librarian.adapters.drive_writing import Disk
from librarian.adapters.moved_files import FolderMoves
from librarian.adapters.register_files import write_register
from librarian.application.belongings import Belongings
from librarian.application.caretaker import Beginning, TeamCaretaker
from librarian.application.disposing_queue import TeamDisposals
from librarian.application.finding import Finder
from librarian.application.history import History
from librarian.application.lineages import Genealogist
from librarian.application.overseeing_team import TeamOverseer
from librarian.application.ports import Bus, Clock
from librarian.application.registrar import TeamRegistrar
from librarian.application.rivals import Rivals
from librarian.application.rulekeeping import RuleKeeping
from librarian.application.tidying import TeamTidier, rule_counts
from librarian.domain.curators import Adopted


def registrar_of(
    *,
    history: History,
    genealogist: Genealogist,
    catalogue: SqliteCatalogue,
    drive: FolderDrive,
    bus: Bus,
    clock: Clock,
) -> TeamRegistrar:
    """Return who knows all about single documents."""
    return TeamRegistrar(
        history=history,
        genealogist=genealogist,
        catalogue=catalogue,
        drive=drive,
        bus=bus,
        clock=clock,
    )


def caretaker_of(
    *,
    history: History,
    genealogist: Genealogist,
    catalogue: SqliteCatalogue,
    belongings: Belongings,
    root: Path,
    adopted: Callable[[], Adopted | None],
    adopt: Callable[[str, str], Adopted],
    bus: Bus,
) -> TeamCaretaker:
    """Return who looks after the drive at root."""
    beginning = Beginning(adopted, adopt, can_write=lambda: os.access(root, os.W_OK))
    return TeamCaretaker(
        history=history,
        genealogist=genealogist,
        catalogue=catalogue,
        belongings=belongings,
        beginning=beginning,
        bus=bus,
    )


def overseer_of(
    *,
    history: History,
    caretaker: TeamCaretaker,
    finder: Finder,
    rules: RuleKeeping,
    clock: Clock,
    bus: Bus,
) -> TeamOverseer:
    """Return who looks over the whole drive for business support."""
    return TeamOverseer(
        history=history,
        caretaker=caretaker,
        clock=clock,
        bus=bus,
        find=finder.find,
        write_register=write_register,
        rules=lambda: rule_counts(rules, clock),
        rules_edited=rules.book.is_edited,
    )


def disposals_of(*, history: History, root: Path, clock: Clock, bus: Bus) -> TeamDisposals:
    """Return the queue of what two people may destroy."""
    return TeamDisposals(
        disposer=history.disposer,
        managed=history.managed,
        files=FolderMoves(root, Disk()),
        store=history.store,
        clock=clock,
        bus=bus,
    )


def tidier_of(
    *,
    history: History,
    rules: RuleKeeping,
    genealogist: Genealogist,
    catalogue: SqliteCatalogue,
    bus: Bus,
) -> TeamTidier:
    """Return who puts the drive right, by its rules."""
    return TeamTidier(
        rules=rules,
        comparer=history.comparer,
        rivals=Rivals(genealogist, catalogue),
        planner=history.planner,
        contractor=history.contractor,
        bus=bus,
    )
