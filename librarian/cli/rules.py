"""Commands about the drive's rules: each returns one JSON document."""

import argparse
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Final

from librarian.application.rulekeeping import RuleKeeping, RuleStanding
from librarian.bootstrap import LocalDesk
from librarian.cli.asking import Answer, drive_of
from librarian.domain.actions import Action
from librarian.domain.clocks import moment
from librarian.domain.errors import LibrarianError
from librarian.domain.findings import Finding
from librarian.domain.paths import printable


def principles(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Show, check or publish the rules."""
    with desk.catalogued(drive_of(desk, asked)) as drive:
        doing = asked.doing or "show"
        return _DOING[doing](drive.rules, asked)


def review(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Hold the drive against its rules, and tell what needs a look."""
    with desk.catalogued(drive_of(desk, asked)) as drive:
        found = drive.rules.review()
    answer: Answer = {"findings": [finding_told(each) for each in found.findings]}
    if asked.waived:
        answer["waived"] = [
            finding_told(each)
            | {
                "because": waiver.because,
                "until": waiver.until.isoformat(),
                "by": waiver.who,
            }
            for each, waiver in found.waived
        ]
    return answer


def waive(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Leave a finding for a while, or no longer."""
    with desk.catalogued(drive_of(desk, asked)) as drive:
        drive.rules.review()
        waivers = drive.rules.waivers
        if asked.end:
            entry = waivers.end(asked.finding)
        else:
            entry = waivers.waive(asked.finding, because=asked.because, until=asked.until)
    payload = entry.payload or {}
    until = None if asked.end else asked.until.isoformat()
    return {"entry": entry.id, "finding": payload["finding"], "until": until}


def finding_told(finding: Finding) -> Answer:
    """Return a finding as JSON takes it."""
    return {
        "id": finding.id,
        "code": finding.code,
        "severity": str(finding.severity),
        "subject": printable(finding.subject),
        "message": printable(finding.message),
        "since": moment(finding.since * 1_000_000).isoformat(),
        "proposed": [_proposed(each) for each in finding.proposed],
    }


def _proposed(action: Action) -> Answer:
    told = {
        name: value.isoformat() if isinstance(value, date) else printable(str(value))
        for name, value in asdict(action).items()
        if value
    }
    return {"action": type(action).__name__, **told}


def _show(rules: RuleKeeping, asked: argparse.Namespace) -> Answer:
    if asked.as_file:
        return {"file": rules.book.default_text()}
    if asked.pdf:
        return {"page": str(_copied(rules.sheet(), asked.pdf))}
    how = rules.standing()
    in_force = how.in_force
    return {
        "published": {
            "entry": in_force.entry,
            "by": in_force.who,
            "at": moment(in_force.at * 1_000_000).isoformat(),
            "note": in_force.note,
        }
        if in_force.entry
        else None,
        "edited_by_hand": in_force.edited,
        "lost": in_force.lost,
        "principles": [_standing(each) for each in (*how.kept, *how.offered)],
    }


def _copied(page: Path, target: Path) -> Path:
    """Return where the page lies; nothing is written over."""
    try:
        with target.open("xb") as file:
            file.write(page.read_bytes())
    except FileExistsError as error:
        raise LibrarianError(f"{target.name} is there already.", "Choose another name.") from error
    except OSError as error:
        raise LibrarianError(
            "The page could not be kept there.", "Choose another folder."
        ) from error
    return target


def _standing(standing: RuleStanding) -> Answer:
    rule = standing.rule
    return {
        "code": rule.code,
        "title": rule.principle.title,
        "mode": str(rule.mode),
        "wording": rule.wording,
        "why": rule.principle.why,
        "remedy": rule.principle.remedy,
        "terms": {
            name: value.isoformat() if isinstance(value, date) else value
            for name, value in asdict(rule.terms).items()
        },
        "scope": {name: list(value) for name, value in asdict(rule.scope).items() if value},
        "found" if rule.is_on else "would_find": standing.found,
        "waived": standing.waived,
    }


def _check(rules: RuleKeeping, asked: argparse.Namespace) -> Answer:
    rules.managed.refresh()
    checked = rules.book.check(rules.reviewer, asked.folder)
    return {
        "ok": not checked.problems,
        "problems": [
            {"line": each.line, "key": each.key, "what": each.what, "remedy": each.remedy}
            for each in checked.problems
        ],
        "would_appear": [finding_told(each) for each in checked.appear],
        "would_go": [finding_told(each) for each in checked.go],
    }


def _publish(rules: RuleKeeping, asked: argparse.Namespace) -> Answer:
    entry = rules.book.publish(asked.folder, note=asked.note)
    found = rules.review()
    return {"entry": entry.id, "opened": found.opened, "closed": found.closed}


_DOING: Final[Mapping[str, Callable[[RuleKeeping, argparse.Namespace], Answer]]] = {
    "show": _show,
    "check": _check,
    "publish": _publish,
}
COMMANDS: Final[Mapping[str, Callable[[LocalDesk, argparse.Namespace], Answer]]] = {
    "principles": principles,
    "review": review,
    "waive": waive,
}
