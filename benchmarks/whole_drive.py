"""Changes a whole sample drive by one plan and takes it back: every file is as it was, or it says.

Run by hand: ``python -m benchmarks.whole_drive --seed 1``. All files move to another folder with
another name; every fifth goes to the archive; what the rules propose is tried too.
"""

import argparse
import sys
import tempfile
from hashlib import sha256
from pathlib import Path
from time import perf_counter

from librarian.application.planning import proposals_of
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.drives import OpenDrive
from librarian.domain.actions import Archive, Move
from librarian.domain.planning import Proposal

Lying = dict[str, tuple[str, int, int]]


def main() -> int:
    """Change all, take it back, compare; 0 where nothing differs."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--seed", type=int, default=1)
    arguments = asked.parse_args()
    with tempfile.TemporaryDirectory(prefix="librarian-whole-") as folder:
        desk = LocalDesk(Path(folder) / "home")
        root = desk.make_sample(Path(folder) / "drive", arguments.seed)
        desk.adopt(root, "Sample")
        with desk.catalogued(root) as drive:
            with drive.writing("scan") as scanner:
                scanner.scan(accept_losses=True)
            before = _lying(root)
            by_rules = _try(drive, proposals_of(drive.rules.review().findings))
            same_after_rules = _lying(root) == before
            by_hand = _try(drive, _everything(before))
            same = _lying(root) == before
    print(f"{len(before):,} files. {by_rules}\n{by_hand}")
    print(f"As before: {'yes' if same and same_after_rules else 'NO'}")
    return 0 if same and same_after_rules else 1


def _try(drive: OpenDrive, proposals: list[Proposal]) -> str:
    started = perf_counter()
    plan = drive.history.planner.plan(proposals)
    made = drive.history.contractor.apply(plan)
    undone = drive.history.contractor.undo(made.entry)
    took = perf_counter() - started
    refused = [each.reason for each in (*made.failed, *undone.failed)]
    return (
        f"{len(proposals):,} proposed: {made.done:,} done and {undone.done:,} undone,"
        f" {len(plan.conflicts):,} conflicts told, {took:.1f} s. Refused: {refused[:5]}"
    )


def _everything(files: Lying) -> list[Proposal]:
    return [
        Proposal(
            Archive(path, "Tried.") if number % 5 == 0 else Move(path, f"Moved/{number % 7}/{path}")
        )
        for number, path in enumerate(files)
    ]


def _lying(root: Path) -> Lying:
    return {
        str(place.relative_to(root)): (
            sha256(place.read_bytes()).hexdigest(),
            place.stat().st_mtime_ns,
            place.stat().st_mode,
        )
        for place in sorted(root.rglob("*"))
        if place.is_file() and ".librarian" not in place.parts
    }


if __name__ == "__main__":
    sys.exit(main())
