"""The command `team`: forms that several fill in, requests made before, what meetings brought."""

import argparse
from collections.abc import Callable, Mapping
from typing import Final

from librarian.application.forms.sharing import Seen, Shared
from librarian.bootstrap import LocalDesk
from librarian.bootstrap.teamwork import TeamRoom
from librarian.cli.asking import Answer
from librarian.cli.forms import read_answers
from librarian.domain.clocks import moment

_MILLION: Final = 1_000_000


def team(desk: LocalDesk, arguments: argparse.Namespace) -> Answer:
    """What one of its words does; without any, every form that is being filled in."""
    return _DOING[arguments.doing or ""](desk.team(), arguments)


def _folder(room: TeamRoom, arguments: argparse.Namespace) -> Answer:
    room.choose(arguments.folder)
    return {"folder": str(room.folder)}


def _forms(room: TeamRoom, _: argparse.Namespace) -> Answer:
    found = room.open().colleague.forms()
    return {"forms": [{"form": each.form, "case": each.case} for each in found]}


def _look(room: TeamRoom, arguments: argparse.Namespace) -> Answer:
    shared = Shared(arguments.form, arguments.case)
    return _seen(room.open().colleague.look(shared))


def _write(room: TeamRoom, arguments: argparse.Namespace) -> Answer:
    given = read_answers(arguments.answers)
    shared = Shared(arguments.form, arguments.case)
    colleague = room.open().colleague
    return _seen(colleague.write(shared, arguments.party, given.answers, done=arguments.done))


def _request(room: TeamRoom, arguments: argparse.Namespace) -> Answer:
    requests = room.open().requests
    answer: Answer = {"case": arguments.case}
    if arguments.answers:
        given = read_answers(arguments.answers).answers
        answer["changes"] = [
            {"question": each.question, "before": each.before, "after": each.after}
            for each in requests.changes(arguments.case, given)
        ]
        requests.keep(arguments.case, given)
    if arguments.repeat:
        answer["answers"] = requests.repeated(arguments.case)
    before = requests.before(arguments.case)
    answer["before"] = [{"who": each.who, "on": each.at.isoformat()} for each in before]
    return answer


def _log(room: TeamRoom, arguments: argparse.Namespace) -> Answer:
    problems = room.open().log.write(read_answers(arguments.answers).answers)
    told = [{"what": each.what, "remedy": each.remedy} for each in problems]
    return {"ok": not any(each.stops for each in problems), "problems": told}


def _page(room: TeamRoom, arguments: argparse.Namespace) -> Answer:
    log = room.open().log
    months = log.months()
    month = arguments.month or next(iter(months), "")
    if not month:
        return {"months": [], "month": None, "entries": 0, "counts": [], "suggestions": []}
    page = log.page(month)
    return {
        "months": list(months),
        "month": month,
        "entries": page.entries,
        "counts": [
            {"question": each.question, "answers": [list(pair) for pair in each.answers]}
            for each in page.counts
        ],
        "suggestions": list(page.suggestions),
    }


def _seen(seen: Seen) -> Answer:
    return {
        "form": seen.shared.form,
        "case": seen.shared.case,
        "done": seen.whole.is_done,
        "shares": [
            {
                "party": share.party.id,
                "title": share.party.title,
                "people": list(share.people),
                "answered": share.answered,
                "open": list(share.open),
                "done": share.done,
                "last": moment(share.last * _MILLION).isoformat() if share.last else None,
            }
            for share in seen.whole.shares
        ],
        "otherwise": [list(pair) for pair in seen.whole.otherwise],
        "answers": seen.whole.answers,
    }


_DOING: Final[Mapping[str, Callable[[TeamRoom, argparse.Namespace], Answer]]] = {
    "": _forms,
    "folder": _folder,
    "look": _look,
    "write": _write,
    "request": _request,
    "log": _log,
    "page": _page,
}
