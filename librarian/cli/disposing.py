"""The command `dispose`: one person asks, another agrees, and it is gone for good."""

import argparse

from librarian.bootstrap import LocalDesk
from librarian.cli.asking import Answer, drive_of, relative
from librarian.domain.paths import printable


def dispose(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Ask, agree, keep after all, or tell what waits for a second person."""
    root = drive_of(desk, asked)
    with desk.catalogued(root) as drive:
        disposer = drive.history.disposer
        entry = ""
        if asked.agree:
            entry = disposer.agree(asked.agree).id
        elif asked.keep:
            entry = disposer.drop(asked.keep, asked.because).id
        elif asked.path:
            path = relative(asked.path, root)
            entry = disposer.ask(path, asked.version, because=asked.because).id
        waiting = disposer.waiting()
    return {
        "entry": entry or None,
        "destroyed": bool(asked.agree),
        "waiting": [
            {
                "entry": each.entry,
                "path": printable(each.path),
                "asked_by": each.who,
                "because": each.because,
            }
            for each in waiting
        ],
    }


def in_words(answer: Answer) -> str:
    """Return it as people read it."""
    waiting = answer["waiting"] if isinstance(answer["waiting"], list) else []
    lines = ["It is destroyed for good."] if answer["destroyed"] else []
    lines += [f"{len(waiting):,} wait for a second person:"] if waiting else ["Nothing waits."]
    for each in waiting:
        lines.append(f"  {each['path']}: {each['asked_by']} asked. {each['because']}")
        lines.append(f"      to agree: librarian dispose --agree {each['entry']}")
        lines.append(f"      to keep it: librarian dispose --keep {each['entry']}")
    return "\n".join(lines)
