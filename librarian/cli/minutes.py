"""Commands of minutes: begin, write, send packs, read them back, finish, confirm, give out."""

import argparse
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Final

from librarian.application.minutes.ports import Meeting, Stage
from librarian.application.minutes.taking_minutes import MinuteRoom, Written
from librarian.bootstrap import LocalDesk
from librarian.cli.asking import Answer, drive_of
from librarian.cli.forms import problem_told, read_answers
from librarian.domain.errors import LibrarianError
from librarian.domain.minutes.carrying import number_of, said

_Doing = Callable[[MinuteRoom, argparse.Namespace], Answer]


def minutes(desk: LocalDesk, asked: argparse.Namespace) -> Answer:
    """Every meeting that is kept, or with a word behind it what is done with one."""
    with _at(desk, asked) as room:
        return _DOINGS[asked.doing or "list"](room, asked)


@contextmanager
def _at(desk: LocalDesk, asked: argparse.Namespace) -> Iterator[MinuteRoom]:
    with desk.catalogued(drive_of(desk, asked)) as drive:
        yield desk.minutes(drive)


def _list(room: MinuteRoom, _: argparse.Namespace) -> Answer:
    room.arrive()
    return {
        "meetings": [_meeting(each) for each in room.desk.meetings()],
        "damaged": [
            {"id": each.id, "what": each.what, "remedy": each.remedy}
            for each in room.desk.damaged()
        ],
    }


def _begin(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    meeting = room.desk.begin(asked.case)
    return {**_meeting(meeting), "answers": dict(meeting.answers)}


def _write(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    """Put answers over those that are kept, group by group."""
    meeting = room.desk.meeting(asked.meeting)
    if meeting.stage is not Stage.DRAFT:
        raise LibrarianError("These minutes are confirmed.", "Make them a draft again first.")
    given = read_answers(asked.answers).answers
    return _meeting(room.desk.settle(replace(meeting, answers={**meeting.answers, **given})))


def _share(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    shared = room.desk.share(room.desk.meeting(asked.meeting))
    return {**_meeting(shared), "opens_for": list(room.desk.people())}


def _reopen(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    return _meeting(room.issuer.reopen(room.desk.meeting(asked.meeting)))


def _pack(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    place = room.write_pack(room.desk.meeting(asked.meeting), asked.out)
    return {"files": [str(each) for each in sorted(place.iterdir())]}


def _read(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    back = room.read_file(room.desk.meeting(asked.meeting), asked.file)
    unplaced = [{"text": each.text, "where": each.where} for each in back.unplaced]
    return {"boxes": back.boxes, "unplaced": unplaced}


def _check(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    meeting = room.desk.meeting(asked.meeting)
    days = room.desk.days(meeting)
    return {
        "remarks": [
            {"where": each.where, "check": each.check, "what": each.what, "remedy": each.remedy}
            for each in room.desk.remarks(meeting)
        ],
        "in_time": room.desk.in_time(meeting),
        "next_core_group": days.core.day.isoformat() if days.core else None,
        "next_conference": days.conference.day.isoformat() if days.conference else None,
        "doubts": list(days.doubts),
    }


def _finish(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    return _written(room.finish(room.desk.meeting(asked.meeting), asked.out))


def _confirm(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    meeting = room.desk.meeting(asked.meeting)
    rows = [_withheld(each) for each in asked.withhold]
    if rows:
        meeting = replace(meeting, answers={**meeting.answers, "withheld": rows})
    return _meeting(room.issuer.confirm(meeting, asked.by))


def _withheld(told: str) -> dict[str, str]:
    part, _, reader = told.partition("=")
    if not part or not reader:
        raise LibrarianError("It is not said from whom.", "Write --withhold PART=NAME.")
    return {"what": part, "reader": reader}


def _comment(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    letter = room.post_comments(room.desk.meeting(asked.meeting), asked.words)
    return {"files": [str(letter)]}


def _issue(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    return _written(room.issue(room.desk.meeting(asked.meeting), asked.out))


def _history(room: MinuteRoom, asked: argparse.Namespace) -> Answer:
    return {
        "items": [
            {
                "id": item,
                "steps": [
                    {
                        "meeting": each.meeting,
                        "date": each.date,
                        "kind": each.kind.value,
                        "words": each.words,
                        "state": each.state,
                        "becomes": each.becomes.value if each.becomes else None,
                    }
                    for each in steps
                ],
            }
            for item, steps in room.desk.history(asked.case).items()
        ]
    }


def _purge(room: MinuteRoom, _: argparse.Namespace) -> Answer:
    return {"deleted": room.desk.purge()}


def _meeting(meeting: Meeting) -> Answer:
    return {
        "id": meeting.id,
        "case": meeting.case,
        "number": number_of(meeting.answers),
        "date": said(meeting.answers.get("meeting"), "date"),
        "stage": meeting.stage.value,
        "shared": meeting.team is not None,
    }


def _written(written: Written) -> Answer:
    files = sorted(written.folder.rglob("*")) if written.folder else []
    return {
        "ok": not written.problems,
        "files": [str(each) for each in files if each.is_file()],
        "letters": [str(path) for _, path in written.letters],
        "letter": str(written.letter) if written.letter else None,
        "problems": [problem_told(each) for each in written.problems],
    }


_DOINGS: Final[Mapping[str, _Doing]] = {
    "list": _list,
    "begin": _begin,
    "write": _write,
    "pack": _pack,
    "read": _read,
    "check": _check,
    "finish": _finish,
    "share": _share,
    "comment": _comment,
    "confirm": _confirm,
    "reopen": _reopen,
    "issue": _issue,
    "history": _history,
    "purge": _purge,
}
