"""The command `charter`: read it, put a new version forward, confirm it, make what goes with it."""

import argparse
from collections.abc import Callable, Mapping
from typing import Final

from librarian.application.charter.desk import CharterDesk, CharterEdition, CharterLook, Thing
from librarian.bootstrap import LocalDesk
from librarian.cli.asking import Answer, drive_of
from librarian.domain.charter.inviting import (
    Invitation,
    InviteRules,
    MeetingRule,
    answered,
    rules_of,
)
from librarian.domain.charter.sections import VERDICTS, Change, sections_of
from librarian.domain.errors import LibrarianError


def charter(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    """The charter as it stands, or what one of its words does."""
    with desk.catalogued(drive_of(desk, arguments)) as drive:
        keeper = desk.charter(drive)
        return _DOING.get(arguments.doing or "", _shown)(keeper, arguments)


def _shown(keeper: CharterDesk, _: argparse.Namespace) -> Answer:
    return _told(keeper.look())


def _drafted(keeper: CharterDesk, arguments: argparse.Namespace) -> Answer:
    from librarian.cli.forms import read_answers  # noqa: PLC0415 - others must not wait for it

    given = read_answers(arguments.answers)
    return _told(keeper.draft(given.answers, arguments.note))


def _approved(keeper: CharterDesk, arguments: argparse.Namespace) -> Answer:
    look = keeper.look()
    waiting = look.draft or look.current
    return _told(keeper.approve(arguments.note, waiting.sha256 if waiting else ""))


def _exported(keeper: CharterDesk, arguments: argparse.Namespace) -> Answer:
    answers = _counting(keeper).answers
    made = [thing for thing in Thing if thing is not Thing.CARD or _has_link(answers)]
    saved = [
        keeper.save(thing, answers, arguments.out / keeper.name(thing, answers)) for thing in made
    ]
    return {"files": [str(each) for each in saved]}


def _invited(keeper: CharterDesk, arguments: argparse.Namespace) -> Answer:
    rules = rules_of(_counting(keeper).answers)
    asked = Invitation(
        rule=_rule(rules, arguments.meeting),
        unsafe=arguments.unsafe,
        note_would_do=arguments.note_would_do or None,
        day=arguments.day,
        starts=arguments.at,
        minutes=arguments.minutes,
    )
    reply = answered(rules, asked) if asked.rule or asked.unsafe or not arguments.meeting else None
    if reply is None:
        meetings = "; ".join(rule.meeting for rule in rules.meetings)
        raise LibrarianError("The charter says nothing of such a meeting.", f"It knows: {meetings}")
    return {
        "verdict": str(reply.verdict),
        "said": VERDICTS[reply.verdict],
        "meeting": asked.rule.meeting if asked.rule else None,
        "why": list(reply.why),
        "whose": reply.whose,
        "words": reply.words,
    }


def _rule(rules: InviteRules, words: str) -> MeetingRule | None:
    wanted = words.casefold()
    return next((r for r in rules.meetings if wanted and wanted in r.meeting.casefold()), None)


def _counting(keeper: CharterDesk) -> CharterEdition:
    shown = keeper.look().shown
    if shown is None:
        raise LibrarianError(
            "There is no charter on this drive yet.",
            "Business Support can begin one: charter draft.",
        )
    return shown


def _has_link(answers: Mapping[str, object]) -> bool:
    card = answers.get("card")
    return isinstance(card, Mapping) and bool(card.get("link"))


def _told(look: CharterLook) -> Answer:
    shown = look.shown
    return {
        "path": look.path,
        "current": _edition(look.current),
        "draft": _edition(look.draft),
        "changed": [_change(each) for each in look.changed],
        "to_come": [_change(each) for each in look.to_come],
        "notice": look.notice,
        "sections": [
            {"title": each.title, "lines": list(each.lines)}
            for each in (sections_of(shown.answers) if shown else ())
        ],
    }


def _edition(edition: CharterEdition | None) -> Answer | None:
    if edition is None:
        return None
    return {
        "label": edition.label or None,
        "who": edition.who or None,
        "when": edition.when.isoformat() if edition.when else None,
        "note": edition.note,
        "sha256": edition.sha256,
    }


def _change(change: Change) -> Answer:
    return {"section": change.title, "before": list(change.before), "after": list(change.after)}


_DOING: Final[Mapping[str, Callable[[CharterDesk, argparse.Namespace], Answer]]] = {
    "draft": _drafted,
    "approve": _approved,
    "export": _exported,
    "invite": _invited,
}
