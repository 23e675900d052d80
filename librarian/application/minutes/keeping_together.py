"""Minutes on this computer and, where somebody wants it, in the team's folder too.

This computer keeps what is written within half a second, also when the folder is away; from time to
time the whole goes into the folder as a part that never changes. Whoever opens the minutes there
carries on with what all parts say together. What was changed on two computers is joined, and is a
draft again, for nobody has confirmed it as it is.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

from librarian.application.forms.sealed import TeamPart, TeamPlace
from librarian.application.minutes.ports import (
    Damaged,
    LocalMeetings,
    Meeting,
    Stage,
    TeamCopy,
)
from librarian.domain.errors import LibrarianError
from librarian.domain.minutes.joining import joined


class MeetingsTogether:
    """Keeps meetings here, and those that are shared in the team's folder as well."""

    def __init__(self, here: LocalMeetings, team: Callable[[], TeamPlace | None]) -> None:
        self._here = here
        self._team = team

    def all(self) -> Sequence[Meeting]:
        """Every meeting that can be opened, as it stands here and in the team's folder together."""
        found = {each.id: each for each in self._here.all()}
        with suppress(LibrarianError):  # `damaged` tells of it; what is here can be worked with
            place = self._place()
            for name in place.names():
                parts = place.look(name).parts
                if parts:
                    found[name] = _reconciled(name, found.get(name), parts)
        return list(found.values())

    def damaged(self) -> Sequence[Damaged]:
        """What is kept and cannot be opened, and why the team's folder cannot be looked into."""
        found = list(self._here.damaged())
        if self._team() is None:
            return found
        try:
            place = self._place()
            closed = [name for name in place.names() if not place.look(name).parts]
        except LibrarianError as error:
            return [*found, Damaged("", None, error.title, error.remedy, is_mine=False)]
        return [*found, *(_closed(name) for name in closed)]

    def save(self, meeting: Meeting) -> None:
        """Keep a meeting on this computer. Raises LibrarianError where it cannot be kept."""
        self._here.save(meeting)

    def hand_on(self, meeting: Meeting) -> Meeting:
        """Put a meeting into the team's folder, joined with what others wrote there; and keep it.

        Raises LibrarianError where the folder is away, or open to everybody.
        """
        place = self._place()
        parts = place.look(meeting.id).parts
        mine = replace(meeting, team=meeting.team or TeamCopy())
        now = _reconciled(meeting.id, mine, parts) if parts else mine
        told = now.team or TeamCopy()
        if _differs(content_of(now), told.agreed) or _is_closed_to_some(place, parts):
            told = TeamCopy(place.put(meeting.id, content_of(now), told.seen), content_of(now))
        done = replace(now, team=told)
        self._here.save(done)
        return done

    def tend(self) -> None:
        """Put into the team's folder what is not there yet, and open it for whoever has joined."""
        if self._team() is None:
            return
        here = {each.id for each in self._here.all()}
        with suppress(LibrarianError):  # `damaged` tells of it, and it is done another time
            place = self._place()
            for each in self.all():
                is_behind = each.id in here and each.team is not None and not is_handed_on(each)
                is_closed = _is_closed_to_some(place, place.look(each.id).parts)
                if is_behind or (is_closed and each.id in here):
                    self.hand_on(each)
                elif is_closed and each.team:
                    place.put(each.id, content_of(each), each.team.seen)

    def unlock(self, passphrase: str) -> None:
        """Use the key of a passphrase. Raises LibrarianError where it does not open them."""
        self._here.unlock(passphrase)

    def forget(self, meeting: str) -> None:
        """Delete a meeting here, and in the team's folder where that is to be reached."""
        if self._team() is not None:
            with suppress(LibrarianError):  # it goes from there when somebody looks next
                self._place().forget(meeting)
        self._here.forget(meeting)

    def people(self) -> tuple[str, ...]:
        """Whose computers can open what is in the team's folder; nobody where there is none."""
        if self._team() is None:
            return ()
        return self._place().people()

    def _place(self) -> TeamPlace:
        place = self._team()
        if place is None:
            raise LibrarianError(
                "No working folder was chosen yet.",
                "Choose your team's working folder on the page Together, then try again.",
            )
        place.check()
        return place


def content_of(meeting: Meeting) -> dict[str, object]:
    """Return all that is shared of a meeting."""
    return {
        "case": meeting.case,
        "stage": meeting.stage.value,
        "kept": meeting.kept.isoformat(),
        "answers": dict(meeting.answers),
        "unplaced": [list(each) for each in meeting.unplaced],
        "issued": dict(meeting.issued),
    }


def meeting_of(name: str, content: Mapping[str, object]) -> Meeting:
    """Return the meeting of this content. Raises ValueError where it is of another shape."""
    answers, issued, unplaced = (content.get(each) for each in ("answers", "issued", "unplaced"))
    pairs = unplaced if isinstance(unplaced, list) else []
    return Meeting(
        id=name,
        case=str(content.get("case", "")),
        answers=answers if isinstance(answers, Mapping) else {},
        stage=Stage(str(content.get("stage", Stage.DRAFT))),
        kept=date.fromisoformat(str(content.get("kept", date.min.isoformat()))),
        unplaced=tuple((str(text), str(where)) for text, where in pairs),
        issued={str(k): str(v) for k, v in issued.items()} if isinstance(issued, Mapping) else {},
    )


def is_handed_on(meeting: Meeting) -> bool:
    """Tell whether the team's folder has all that is written here."""
    return meeting.team is not None and not _differs(content_of(meeting), meeting.team.agreed)


def _reconciled(name: str, mine: Meeting | None, parts: tuple[TeamPart, ...]) -> Meeting:
    """A meeting as it is here and there together."""
    known = mine.team if mine and mine.team else TeamCopy()
    news = [part for part in _last(parts) if part.revision > known.seen.get(part.by, 0)]
    seen = dict(known.seen)
    for part in parts:
        for by, revision in {**part.seen, part.by: part.revision}.items():
            seen[by] = max(revision, seen.get(by, 0))
    if mine is None:
        theirs = _together({}, [part.content for part in news])
        return replace(meeting_of(name, theirs), team=TeamCopy(seen, theirs))
    if not news:
        return mine
    theirs = _together(known.agreed, [part.content for part in news])
    content = _both(known.agreed, theirs, content_of(mine))
    who = tuple(dict.fromkeys(part.who for part in news))
    return replace(meeting_of(name, content), team=TeamCopy(seen, theirs), changed_by=who)


def _is_closed_to_some(place: TeamPlace, parts: tuple[TeamPart, ...]) -> bool:
    """Whether somebody of the team has a computer that cannot open the last parts."""
    readers = place.readers()
    return any(readers - part.readers for part in _last(parts))


def _last(parts: tuple[TeamPart, ...]) -> list[TeamPart]:
    """The parts that no other part knew of, in an order that is the same on every computer."""
    left = [
        part
        for part in parts
        if not any(
            other.seen.get(part.by, 0) >= part.revision for other in parts if other is not part
        )
    ]
    return sorted(left, key=lambda part: (part.at, part.by, part.revision))


def _together(agreed: Mapping[str, object], found: list[Mapping[str, object]]) -> dict[str, object]:
    whole = dict(found[0])
    for each in found[1:]:
        whole = _both(agreed, whole, each)
    return whole


def _both(
    agreed: Mapping[str, object], theirs: Mapping[str, object], mine: Mapping[str, object]
) -> dict[str, object]:
    """What two computers kept, as one; what only one of them changed is taken as it is."""
    if not _differs(mine, agreed) or not _differs(mine, theirs):
        return dict(theirs)
    if not _differs(theirs, agreed):
        return dict(mine)
    made = joined(*(_answers(each) for each in (agreed, theirs, mine)))
    answers = {name: each for name, each in made.answers.items() if name != "confirm"}
    left = [*_pairs(theirs), *_pairs(mine), *(list(pair) for pair in made.unplaced)]
    once = [pair for at, pair in enumerate(left) if pair not in left[:at]]
    issued = {**_group(theirs.get("issued")), **_group(mine.get("issued"))}
    kept = max(str(theirs.get("kept", "")), str(mine.get("kept", "")))
    told = {"answers": answers, "unplaced": once, "issued": issued, "kept": kept}
    return {**theirs, **told, "stage": Stage.DRAFT.value}


def _differs(one: Mapping[str, object], other: Mapping[str, object]) -> bool:
    """Whether two say something else; the day they were kept says nothing."""
    names = {*one, *other} - {"kept"}
    return any(one.get(name) != other.get(name) for name in names)


def _answers(content: Mapping[str, object]) -> Mapping[str, object]:
    return _group(content.get("answers"))


def _group(value: object) -> Mapping[str, object]:
    return value if isinstance(value, Mapping) else {}


def _pairs(content: Mapping[str, object]) -> list[list[str]]:
    found = content.get("unplaced")
    return found if isinstance(found, list) else []


def _closed(name: str) -> Damaged:
    return Damaged(
        name,
        None,
        "Minutes of your team that do not open here yet",
        "Ask a colleague to open the page Minutes once: that opens them for you too.",
        is_mine=False,
    )
