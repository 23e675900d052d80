"""How files and findings come from rows and become rows."""

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final, get_args

from librarian.domain.actions import Action
from librarian.domain.catalogue_view import SeenFile
from librarian.domain.files import FileState
from librarian.domain.findings import Finding, Severity
from librarian.domain.lineage import Known, Looks
from librarian.domain.paths import restored, stored

FILES: Final = f"""
SELECT f.id, f.path, f.size, f.modified, f.since, f.state, f.why, r.sha256, r.canonical,
    r.media_type, r.words, r.personal, r.reason, p.lineage, l.known, p.looks, p.label, p.of, p.head
FROM files f
LEFT JOIN readings r ON r.file = f.id AND f.settled
LEFT JOIN lineage_places p ON p.file = f.id
LEFT JOIN lineages l ON l.id = p.lineage
WHERE f.state <> '{FileState.NOT_SEEN}'
"""  # noqa: S608 - our own words
_STATES: Final = {str(each): each for each in FileState}
_KNOWN: Final = {str(each): each for each in Known}
_LOOKS: Final = {str(each): each for each in Looks}
_NOBODY: Final = "[]"
_ACTIONS: Final = {
    kind.__name__: kind for part in get_args(Action) for kind in (get_args(part) or (part,))
}

_NAMES: Final = {kind: tuple(each.name for each in fields(kind)) for kind in _ACTIONS.values()}


def as_seen(row: tuple[Any, ...]) -> SeenFile:
    """Return the file that a row of FILES is."""
    file, path, size, modified, since, state, why, digest, canonical, media, words = row[:11]
    personal, reason, family, known, looks, label, of, head = row[11:]
    return SeenFile(
        file,
        restored(path),
        size,
        modified,
        since,
        _STATES[state],
        why,
        digest or "",
        canonical or "",
        media or "",
        words or 0,
        () if personal is None or personal == _NOBODY else tuple(json.loads(personal)),
        reason or "",
        family or "",
        _KNOWN[known] if known else None,
        _LOOKS[looks] if looks else None,
        label or "",
        of or 0,
        head or 0,
    )


def finding_row(finding: Finding) -> tuple[object, ...]:
    """Return the row that keeps a finding."""
    return (
        finding.id,
        finding.code,
        stored(finding.subject),
        finding.detail,
        stored(finding.message),
        str(finding.severity),
        json.dumps([action_payload(each) for each in finding.proposed]) if finding.proposed else "",
        finding.since,
    )


def as_finding(row: tuple[Any, ...]) -> Finding:
    """Return the finding that a row is."""
    _, code, subject, detail, message, severity, proposed, since = row
    return Finding(
        code,
        restored(subject),
        detail,
        restored(message),
        Severity(severity),
        tuple(map(_as_action, json.loads(proposed))) if proposed else (),
        since,
    )


def action_payload(action: Action) -> dict[str, str]:
    """Return an action as JSON takes it."""
    kind = type(action)
    told = {name: stored(str(getattr(action, name))) for name in _NAMES[kind]}
    return {"action": kind.__name__, **told}


def _as_action(told: Mapping[str, str]) -> Action:
    kind = _ACTIONS[told["action"]]
    values: dict[str, Any] = {
        each.name: date.fromisoformat(told[each.name])
        if each.type in (date, "date")
        else restored(told[each.name])
        for each in fields(kind)
        if each.name in told
    }
    return kind(**values)  # type: ignore[no-any-return] # one of the union
