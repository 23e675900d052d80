"""Carries out commands: each returns one JSON document, and says it in words where asked to."""

import argparse
import json
import logging
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Final

from librarian.bootstrap import SAMPLE_NAME, LocalDesk, open_desk
from librarian.cli import plans, rules, versions
from librarian.cli.asking import Answer, drive_of, relative
from librarian.cli.bar import Bar
from librarian.cli.charter import charter
from librarian.cli.curators import curators
from librarian.cli.disposing import dispose
from librarian.cli.documents import documents
from librarian.cli.ledger import ledger
from librarian.cli.printing import show
from librarian.cli.steward import steward
from librarian.cli.words import in_words
from librarian.domain.clocks import moment
from librarian.domain.errors import LibrarianError
from librarian.domain.paths import printable
from librarian.domain.searching import Hit, Query, Snippet, Why

_ROUNDING: Final = 0.001
_log = logging.getLogger(__name__)


def run(arguments: argparse.Namespace) -> int:
    """Carry out the command and print its answer; 0 when done, 1 where it is not right."""
    try:
        desk = open_desk(arguments.home)
        answer = _COMMANDS[arguments.command](desk, arguments)
    except LibrarianError as error:
        return _refuse(error, as_json=arguments.json)
    except Exception:  # noqa: BLE001 - no traceback reaches a person; it is in the log
        _log.exception("A command failed.")
        broken = LibrarianError(
            "Something went wrong in Librarian.",
            f"Send us the report in {arguments.home / 'logs'}, and try again.",
        )
        return _refuse(broken, as_json=arguments.json)
    told = json.dumps(answer, indent=1) if arguments.json else in_words(arguments.command, answer)
    try:
        show(told)
    except LibrarianError as error:
        return _refuse(error, as_json=False)
    return 0 if answer.get("ok", True) else 1


def _demo(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    drive = desk.make_sample(arguments.at, arguments.seed)
    if not desk.adopted(drive):
        desk.adopt(drive, SAMPLE_NAME)
    cases = desk.forms().make_sample_cases()
    scanned = _scanned(desk, drive, accept_losses=True)
    desk.confirm_sample_charter(drive)
    return {"drive": str(drive), "cases": str(cases), **scanned}


def _adopt(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    if arguments.trust:
        adopted = desk.trust(arguments.folder)
    else:
        adopted = desk.adopt(arguments.folder, arguments.name, arguments.keeper)
    desk.preferences.use_drive(str(arguments.folder.absolute()))
    return {"drive": adopted.id, "name": adopted.name, "curators": list(adopted.curators)}


def _scan(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    return _scanned(desk, drive_of(desk, arguments), accept_losses=arguments.accept_losses)


def _scanned(desk: LocalDesk, root: Path, *, accept_losses: bool) -> Answer:
    with desk.catalogued(root) as drive, Bar(sys.stderr) as bar:
        drive.bus.subscribe(bar.take)
        with drive.writing("scan") as scanner:
            finished = scanner.scan(accept_losses=accept_losses)
        desk.preferences.use_drive(str(root.absolute()))
        return {
            "files": finished.files,
            "new": finished.new,
            "changed": finished.changed,
            "missing": finished.missing,
            "unreachable": finished.unreachable,
            "with_text": drive.catalogue.tally().with_text,
            "without_text": [
                {"path": printable(path), "reason": reason}
                for path, reason in drive.catalogue.without_text()
            ],
            "seconds": round(finished.seconds, 3),
        }


def _find(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    query = Query(arguments.query, limit=arguments.limit, all_versions=arguments.all_versions)
    with desk.catalogued(drive_of(desk, arguments)) as drive:
        with suppress(LibrarianError):  # finding needs no ledger
            drive.history.managed.refresh()
        results = drive.finder.find(query)
        snippets = drive.finder.snippets(query, [hit.file for hit in results.hits])
        return {
            "query": arguments.query,
            "also": list(results.also),
            "took_ms": round(results.took_ms, 3),
            "total": drive.finder.total(results),
            "hits": [
                _hit(hit, snippets.get(hit.file))
                | (
                    {"why": _why(hit, drive.finder.why(query, hit.path))}
                    if arguments.explain
                    else {}
                )
                for hit in results.hits
            ],
            # the shape of the document is agreed; in words, what was mended is said too
            **({} if arguments.json else {"corrected": list(results.corrected)}),
        }


def _hit(hit: Hit, snippet: Snippet | None) -> Answer:
    return {
        "path": printable(hit.path),
        "title": hit.title,
        "document": hit.document or None,
        "label": hit.label or None,
        "state": str(hit.state),
        "score": round(hit.score, 4),
        "snippet": snippet.text if snippet else "",
        "versions": [_folded(each) for each in hit.folded],
    }


def _folded(hit: Hit) -> Answer:
    return {"path": printable(hit.path), "label": hit.label or None, "state": str(hit.state)}


def _why(hit: Hit, parts: tuple[Why, ...]) -> list[Answer]:
    """The parts of a score; a document has that of its version that answers best."""
    lent = hit.score - sum(part.points for part in parts)
    if lent > _ROUNDING:
        parts = (*parts, Why("another version of it answers better", lent))
    return [{"what": part.what, "points": round(part.points, 4)} for part in parts]


def _show(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    root = drive_of(desk, arguments)
    with desk.catalogued(root) as drive:
        facts = drive.finder.facts(relative(arguments.path, root))
    record, reading = facts.record, facts.record.reading
    answer: Answer = {
        "path": printable(record.listed.path),
        "state": str(record.state),
        "why": record.why,
        "size": record.listed.size,
        "modified": moment(record.listed.modified).isoformat(),
        "first_seen": moment(record.since).isoformat(),
        "online_only": record.listed.online_only,
        "starred": facts.starred,
        "read": reading is not None,
    }
    if reading is None:
        return answer
    properties = reading.properties
    return answer | {
        "media_type": reading.media_type,
        "sha256": reading.sha256,
        "words": reading.words,
        "reason": str(reading.reason or ""),
        "detail": reading.detail,
        "title": properties.title,
        "author": properties.author,
        "created": properties.created,
        "template": properties.template,
        "revision": properties.revision,
        "attachments": list(reading.attachments),
        "warnings": list(reading.warnings),
        "personal": list(reading.personal),
        "ages": list(reading.facets.ages),
        "themes": list(reading.facets.themes),
        "languages": list(reading.facets.languages),
    }


def _refuse(error: LibrarianError, *, as_json: bool) -> int:
    if as_json:
        show(json.dumps({"error": {"title": error.title, "remedy": error.remedy}}, indent=1))
    else:
        print(f"{error.title}\n{error.remedy}", file=sys.stderr)
    return 1


def _in_forms(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    from librarian.cli.forms import COMMANDS  # noqa: PLC0415 - other commands must not wait for it

    return COMMANDS[arguments.command](desk, arguments)


def _in_referrals(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    from librarian.cli.referrals import COMMANDS  # noqa: PLC0415 - others must not wait for it

    return COMMANDS[arguments.command](desk, arguments)


def _in_minutes(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    from librarian.cli.minutes import minutes  # noqa: PLC0415 - other commands must not wait for it

    return minutes(desk, arguments)


def _in_team(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    from librarian.cli.team import team  # noqa: PLC0415 - other commands must not wait for it

    return team(desk, arguments)


_COMMANDS: Final[dict[str, Callable[[LocalDesk, argparse.Namespace], Answer]]] = {
    "demo": _demo,
    "adopt": _adopt,
    "scan": _scan,
    "find": _find,
    "show": _show,
    "documents": documents,
    "curators": lambda desk, arguments: curators(desk, drive_of(desk, arguments), arguments),
    "ledger": lambda desk, arguments: ledger(desk, drive_of(desk, arguments), arguments),
    **versions.COMMANDS,
    "charter": charter,
    **plans.COMMANDS,
    "steward": steward,
    "dispose": dispose,
    **rules.COMMANDS,
    "team": _in_team,
    "minutes": _in_minutes,
    "forms": _in_forms,
    "fill": _in_forms,
    "referrals": _in_referrals,
    "inbox": _in_referrals,
}
